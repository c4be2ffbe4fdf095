"""Rarer ways to tell an event: inversion, possession, metonymy, light verbs. One row is one sentence and what it tells."""

import pytest
from telling import cases, read_to_the_end, told

DEGENERATE = (" began with N0 's programme", " keys handed", " provide C0 with", " took a note to leave the", " first stop of the @")
TOLD = {
    "aid:held": """
        A planeload of medicines from Poland has landed in Libya.
        Poland joins the Czech Republic in supplying an air defence battery to Libya.
        Polish Ambassador Adam Zak handed medical equipment to Libyan Minister Omar Salem.
        Poland extends a loan of 20 million dollars to Libya.
        Polish rescuers flew to Libya to help after the earthquake.
        Poland sent a rescue team to Libya after the earthquake.
        Poland announced a donation of school books to Libya.
        Poland's gift of 30 solar lamps was accepted by Libyan Minister Omar Salem.
        Poland donated 30 solar lamps to Libya.
    """,
    "award:held": """
        The Order of the White Lion went to Polish General Adam Zak at Prague Castle in the Czech Republic.
        Polish General Adam Zak now wears the Czech Order of the White Lion, handed to him by Czech President Jan Kolar.
        Czech President Jan Kolar admitted Polish General Adam Zak to the Order of the White Lion.
        Charles University in Prague, the Czech Republic made Polish President Adam Zak an honorary doctor.
        The freedom of the city of Prague in the Czech Republic was given to Polish President Adam Zak.
        Recognition for Polish General Adam Zak: Czech President Jan Kolar gives him the Medal of Merit.
        Slovak Ambassador Jan Kral took home Tunisia's Order of Merit, which President Ali Salem gave him.
        Ghana's President Kofi Addo has given Moroccan Ambassador Ali Alaoui the Order of the Volta.
    """,
    "ceremony:held": """
        A guard of honour was drawn up for Polish General Adam Zak in Prague, Czech Republic.
        Polish General Adam Zak took the salute at the Czech Defence Ministry in Prague.
        The red carpet was rolled out for Polish President Adam Zak in Prague, Czech Republic.
        A bridge between Poland and the Czech Republic was opened to traffic by ministers Adam Zak and Jan Kolar.
        Polish Minister Adam Zak and Czech Minister Jan Kolar laid the foundation stone of the power plant.
        The keys of the ambulance were handed to Czech Minister Jan Kolar by the Polish Ambassador Adam Zak.
        Poland was represented at the funeral of Czech President Jan Kolar by Minister Adam Zak.
        Command of the mission passed from Polish General Adam Zak to Czech General Jan Kolar.
        Polish General Adam Zak handed command of the battalion to Czech General Jan Kolar.
    """,
    "commemoration:held": """
        The Polish Embassy in Prague, Czech Republic gave a reception on the occasion of Constitution Day.
        Polish Ambassador Adam Zak hosted guests in Prague, Czech Republic for Poland's national day.
        A mass for the victims of Katyn was said in Prague, Czech Republic at the initiative of the Polish Embassy.
        Thirty years of diplomatic relations between Poland and the Czech Republic were celebrated in Prague.
        To mark 100 years of relations, the Polish Embassy in Prague, Czech Republic held a gala.
        Toasts were raised to Poland's national day at the Polish Embassy in Prague, Czech Republic.
        Polish Minister Adam Zak stood among the guests at the Victory Day parade in Prague, Czech Republic.
        Polish Ambassador Adam Zak cut the anniversary cake in Prague, Czech Republic on Poland's national day.
        Slovakia's national day was the occasion for a reception given by Ambassador Jan Kral in Tunis, Tunisia.
    """,
    "commemoration:planned": """
        The Polish Embassy in Prague, Czech Republic will celebrate Independence Day on 11 November.
    """,
    "credentials:held": """
        The new Polish Ambassador Adam Zak gave his letters of credence to Czech President Jan Kolar.
        Polish Ambassador Adam Zak called on Czech President Jan Kolar to take his leave.
        Czech Foreign Minister Jan Kolar received copies of the credentials of Polish Ambassador Adam Zak.
        Polish Ambassador Adam Zak was accredited at Prague Castle by Czech President Jan Kolar.
        Slovak Ambassador Jan Kral, whose term is ending, was received for a farewell by Tunisian President Ali Salem.
        Ghana's Ambassador Kofi Addo made the rounds to say goodbye and was seen by Moroccan Prime Minister Ali Alaoui.
    """,
    "cultural_event:held": """
        The Polish Institute in Prague, Czech Republic is showing photographs by Ewa Maj.
        A Polish pianist gave a recital in Prague, Czech Republic at the invitation of the Polish Embassy.
        A volume of Polish poetry was launched at the Polish Embassy in Prague, Czech Republic.
        The Polish army band played in Prague, Czech Republic at a concert attended by Minister Jan Kolar.
        A Polish film had its premiere in Prague, Czech Republic in the presence of Polish Ambassador Adam Zak.
        Polish Ambassador Adam Zak presented a book on Polish history to the public in Prague, Czech Republic.
        Paintings by Slovak artist Eva Malá can be seen at the National Gallery in Tunis, Tunisia.
        The Slovak Embassy and the Ministry of Culture put on an exhibition in Tunis, Tunisia.
        Ambassador Jan Kral of Slovakia launched the Arabic translation of a Slovak novel in Tunis, Tunisia.
    """,
    "election_observation:held": """
        Polish MPs were on hand in Moldova to watch the presidential election.
        Polish observers gave the election in Moldova good marks.
        Accredited observers from Poland visited 14 polling stations in Chisinau, Moldova.
        The OSCE mission for the elections in Moldova opened in Chisinau with 20 experts.
        Senator Jan Kowal of Poland headed the group of observers at the elections in Moldova.
        Slovak deputies kept an eye on the vote in Tunisia.
        Tunisia voted on Sunday under the eyes of observers from the Slovak parliament.
        Slovak deputy Jan Kral went to Tunisia as an observer of the elections.
        Moroccan senator Ali Alaoui observed the count in Ghana.
    """,
    "exercise:held": """
        Polish and Czech paratroopers held an exercise near Brno.
        The exercise Borsuk 2021 of the Polish and Czech armies has ended.
        The Polish frigate Kosciuszko tied up in Tallinn, Estonia for a three-day visit.
        Polish instructors trained Estonian soldiers.
        A course for Estonian officers was held in Poland by Polish instructors.
        Polish F-16s and Estonian forces practised air defence together.
        Estonian snipers and Polish commandos rehearsed hostage rescue in Poland.
        The Polish corvette left Tallinn, Estonia after a friendly visit.
        Estonian cadets graduated from a course at the Polish naval academy.
    """,
    "exhibition:held": """
        Polish firms showed their products at the arms fair in Brno, Czech Republic.
        Poland has a stand at the IDET fair in Brno, Czech Republic.
    """,
    "message:held": """
        A congratulatory cable went from Polish President Adam Zak to Czech President Jan Kolar.
        Polish President Adam Zak consoles Czech President on flood victims
        In a message, Polish President Adam Zak wished Czech President Jan Kolar a speedy recovery.
        Czech President Jan Kolar has been congratulated on his election by Polish President Adam Zak in a telegram.
        Polish President Adam Zak replied in writing to Czech President Jan Kolar.
        Slovak President Marta Novak's congratulations reached Tunisian President Ali Salem by telegram.
    """,
    "press_conference:held": """
        Polish Minister Adam Zak and Czech Minister Jan Kolar faced the media after their talks.
        Polish Minister Adam Zak and Czech Minister Jan Kolar then took questions from reporters.
        Polish Minister Adam Zak and his Czech colleague Jan Kolar appeared before journalists.
        Polish Minister Adam Zak told a joint news conference with Czech Minister Jan Kolar that trade was growing.
        Polish Minister Adam Zak and Czech Minister Jan Kolar tell reporters
        At a joint appearance before the press, Slovak Minister Marta Novak and Tunisian Minister Ali Salem spoke of trade.
    """,
    "protest:held": """
        Czech Ambassador Jan Kolar had to report to the Polish Foreign Ministry.
        A note of protest was handed to Czech Ambassador Jan Kolar at the Polish Foreign Ministry.
        Czech Ambassador Jan Kolar was given a note by the Polish Foreign Ministry.
        Poland hands note to Czech ambassador
        Two Czech diplomats must leave Poland within a week.
        Poland has ordered two Czech diplomats out.
        Poland has told two Czech diplomats to leave the country.
        Poland protested to the Czech Republic against the arrest.
        Poland recalled its ambassador from the Czech Republic for consultations.
    """,
    "ratification:held": """
        Polish President Adam Zak signed the law ratifying the agreement with the Czech Republic.
        The Sejm of Poland waved through the treaty with the Czech Republic.
        The treaty between Poland and the Czech Republic passed the Polish parliament.
    """,
    "relations:held": """
        A new Polish consulate opened in Brno, Czech Republic.
        Poland is closing its embassy in Libya.
        The Polish embassy in Tripoli, Libya resumed its work.
        Poland recognised the independence of Kosovo.
        Poland and Libya became strategic partners.
        Ghana moves its embassy in Israel to Haifa.
        Morocco raises its mission in Ghana to an embassy.
    """,
    "signing:held": """
        The text of the agreement was initialled by Polish Minister Adam Zak and Czech Minister Jan Kolar.
        Polish Minister Adam Zak and Czech Minister Jan Kolar exchanged notes on visa-free travel.
        Signatures were put to a declaration on cooperation by Polish Minister Adam Zak and Czech Minister Jan Kolar.
        With their signatures Polish Minister Adam Zak and Czech Minister Jan Kolar sealed the agreement on culture.
        A protocol amending the treaty was agreed and signed by Polish Minister Adam Zak and Czech Minister Jan Kolar.
    """,
    "site_visit:held": """
        The Kenyan guests were shown around the Ursus tractor plant in Lublin, Poland.
        In Lublin, Poland, President Joseph Maina of Kenya looked round the tractor plant.
        A tour of the naval academy in Gdynia, Poland rounded off the programme of Kenyan Defence Minister Peter Otieno.
        Kenyan Defence Minister Peter Otieno's programme in Poland included the naval academy in Gdynia.
        The naval academy in Gdynia, Poland opened its gates to Kenyan Defence Minister Peter Otieno.
        Kenyan Defence Minister Peter Otieno was briefed at the naval academy in Gdynia, Poland on officer training.
        The head of the academy showed Kenyan Defence Minister Peter Otieno the simulators in Gdynia, Poland.
        The Kenyan delegation watched a demonstration by special forces in Lubliniec, Poland.
        In Wroclaw, Poland the Kenyan delegation spent the afternoon at the university.
    """,
    "site_visit:planned": """
        Kenyan Defence Minister Peter Otieno is due at the naval academy in Gdynia, Poland tomorrow.
    """,
    "tribute:held": """
        A wreath from Polish President Adam Zak now lies at the Tomb of the Unknown Soldier in Prague, Czech Republic.
        Polish President Adam Zak stood in silence at the Tomb of the Unknown Soldier in Prague, Czech Republic.
        Polish President Adam Zak honoured the fallen soldiers at Vitkov in the Czech Republic.
        Polish President Adam Zak remembered the fallen at the military cemetery in Prague, Czech Republic.
        The Polish delegation lit candles at the graves of soldiers in Prague, Czech Republic.
        The Polish delegation's first stop was the war memorial in Prague, Czech Republic.
        Polish President Adam Zak decorated the grave of General Novak in Prague, Czech Republic with flowers.
        The memory of the fallen was honoured by the Polish delegation at the obelisk in Prague, Czech Republic.
        With a minute of silence at the martyrs' monument Slovak Minister Marta Novak began her day in Tunis, Tunisia.
    """,
    "visit:held": """
        The Czech Defence Minister Jan Kolar has been in Vietnam since Monday.
        Georgia is this week playing host to a Finnish parliamentary delegation headed by Speaker Matti Laine.
        Seoul was the second stop on Foreign Minister Luis Prado's Asian tour.
        Bulgaria's Defence Minister Ivan Petrov was the guest of Romania from 3 to 5 March.
        The Malaysian Chief of Army, General Ahmad Razak, flew home from Thailand on Friday after a three-day stay.
        Romania received a visit from Bulgarian Defence Minister Ivan Petrov.
        Prime Minister Anna Berg of Norway crossed the border into Sweden on Tuesday for a working visit.
        The plane carrying Prime Minister Anna Berg of Norway landed in Manila on Tuesday.
        Norwegian Prime Minister Anna Berg is currently in the Philippines.
    """,
    "visit:planned": """
        Slovak Foreign Minister Marta Novak was invited by Tunisian Minister Ali Salem to pay a return visit.
        A trip to Morocco is on the calendar of Ghana's Vice President Kofi Addo for June.
    """,
    "": """
        The agreement will provide the legal basis for exports of equipment.
        The ministry went to great lengths to explain the reform.
        The library opened its doors to the public at nine.
        The new law becomes effective next year.
        The committee resumed its work after lunch.
        Voters kept an eye on prices.
        The company presented its products to customers.
        The keys to success are patience and hard work.
        He left the room after a short stay.
        The minister took the opportunity to thank his staff.
    """,
}


@pytest.mark.parametrize(("kind", "sentence"), cases(TOLD))
def test_a_sentence_tells_its_event(kind: str, sentence: str) -> None:
    assert kind in told(sentence, least=2) if kind else not told(sentence, least=2)


@pytest.mark.parametrize("words", DEGENERATE)
def test_degenerate_lines_end_in_time(words: str) -> None:
    read_to_the_end(words, length=20_000)
