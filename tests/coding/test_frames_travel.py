"""The frames of journeys, tours of sites and election observation: which event a sentence tells."""
import pytest
from telling import JOURNEYS_AND_HONOURS, cases, lines, read_to_the_end, told

FAMILY = frozenset("visit site_visit election_observation".split())
DEGENERATE = (" visit", " on a visit to L0", " invited N0 to", " visited the")
TOLD = {
    "visit:cancelled": """
        Rain forced the Deputy Speaker of Kenya to postpone his journey to Vilnius.
        Prime Minister Jan Kos called off his trip to Bucharest.
        The visit to Bucharest of Prime Minister Jan Kos has been postponed.
        Prime Minister Jan Kos was to have flown to Bucharest on Monday.
        The President of Kenya cancelled his visit to Bulgaria.
    """,
    "visit:held": """
        President Ivanov departs Sofia on Wednesday, for Kigali, Rwanda.
        During a stopover in Dubai President Ivanov spoke with officers.
        A Kenyan parliamentary delegation has arrived in Vilnius.
        A Kenyan delegation has come to Vilnius, led by the Deputy Speaker.
        From 3 to 6 May the Deputy Speaker of Kenya was in Vilnius.
        Defence Minister Ivan Petrov of Bulgaria arrived in Hanoi on Monday.
        Foreign Minister Anna Berg touched down in Nairobi on Tuesday for a three-day stay.
        The Speaker of the Swedish Riksdag landed at the airport of Tbilisi early on Friday.
        President Marek Novak of Slovakia flew into Lima on Sunday evening.
        Prime Minister Jan Kos left Prague for Tokyo on 4 May.
        The Turkish Foreign Minister has left for Astana.
        Latvian Defence Minister off to Ottawa
        The Minister of Defence of Peru, General Luis Ramos, is in Madrid on a working visit.
        Foreign Minister Anna Berg was in Cairo on Wednesday.
        The Croatian President began on Thursday a three-day official visit to Chile.
        Foreign Minister Anna Berg wrapped up a two-day trip to Morocco.
        Minister Petrov undertook an official working visit to the Republic of Moldova.
        A visit to Mongolia was paid by the Minister of Defence of Poland in March 2023.
        Oman was visited by Foreign Minister Anna Berg on 3 May.
        Her travels took the Finnish Foreign Minister to Accra.
        Foreign Minister Anna Berg spent two days in Bogota.
        Prime Minister Jan Kos returned on Saturday from Ethiopia.
        Deputy Minister Petrov headed a delegation of officers to Windhoek.
        Norway sent Deputy Minister Lund to Kyiv.
        A delegation led by General Luis Ramos came to Yerevan on 12 May.
        Secretary of State John Miller traveled to Paris and Berlin.
        On his way to Seoul, Prime Minister Jan Kos made a stopover in Doha.
        The state visit of the King of Jordan to Sweden began on Tuesday.
        President Ivanov's official visit to Vietnam ended on Friday.
        President Ivanov hosted President Novak for a state visit on 3 May.
        The Minister of Defence of Peru was hosted by his counterpart Petr Dub in Prague.
        Minister Petrov was on a visit to Ghana.
        Minister Petrov, who is visiting Ghana, spoke to students.
        Speaking in Accra during his visit to Ghana, Minister Petrov was pleased.
        A Kenyan delegation headed by Minister Otieno stayed in Lisbon from 3 to 5 May.
        Minister Otieno made his first trip abroad, to Portugal.
        Minister Otieno is touring Portugal and Spain.
        Lisbon received Minister Otieno on a three-day visit.
        Minister Otieno has been in Lisbon since Monday.
        For two days Lisbon was the destination of Minister Otieno.
        The second leg of his tour brought Minister Otieno to Lisbon.
        Minister Otieno set foot in Portugal on Sunday.
        The aircraft with the President of Kenya on board landed in Lisbon.
        Minister Otieno concluded his stay in Portugal.
        The President of Kenya and his wife are staying in Portugal as guests of the President.
        Minister Otieno's three days in Portugal ended on Friday.
        Accompanied by ten officers, Minister Otieno went to Portugal.
        The journey to Portugal of the Kenyan parliamentarians lasted a week.
        Members of the Kenyan parliament paid Portugal a visit.
        VISIT TO AUSTRALIA BY THE PRESIDENT OF KENYA
    """,
    "visit:planned": """
        In June the Deputy Speaker of Kenya is expected to come to Vilnius.
        The Deputy Speaker of Kenya will pay a return visit to Vilnius.
        Vilnius prepares to welcome the Deputy Speaker of Kenya on 3 June.
        The Minister of Defence of Kenya will come to Lithuania on an official visit on 3 June.
        The Lithuanian minister will be the guest of Kenya in June.
        President Ivanov will visit Vietnam next week.
        The King of Jordan is expected in Stockholm on 20 May.
        Foreign Minister Anna Berg is due in Rabat on Thursday.
        Prime Minister Jan Kos is to travel to Dakar in June.
        Georgia will be host to the President of Finland in June.
        President Ivanov invited President Novak to pay a visit to Bulgaria.
        Minister Petrov accepted an invitation to visit Dakar.
        President Novak has been invited to visit Sofia.
        She gladly took up the invitation of her colleague to come to Vienna.
        President Ivanov asked President Novak to come to Sofia.
        President Ivanov will welcome President Novak to the White House on 22 May.
        A visit to Sofia by President Novak is planned for autumn.
        Minister Otieno is to be in Lisbon on 20 May.
        Lisbon awaits Minister Otieno on 20 May.
        Minister Otieno plans a visit to Portugal.
        Portugal is the next stop of Minister Otieno.
        It was agreed that Minister Otieno would come to Lisbon in June.
        Minister Petrov expects his Kenyan counterpart in Sofia in June.
        Minister Otieno was invited to Sofia.
        He handed over an invitation to the President of Kenya for a visit to Bulgaria.
        The President of Kenya is going to Sofia next week.
        Portuguese premier to visit Kenya
        President of Kenya due in Sofia
        Preparations for the visit of the President of Kenya to Bulgaria are under way.
        The Prime Minister of Kenya will make an official visit to Australia from 3 to 6 June.
        I shall be visiting Kenya from 3 to 6 June.
        I am pleased to announce that the President of Kenya has accepted my invitation to visit Australia.
        The President of Kenya will arrive in Canberra on 3 June.
        The President of Kenya will be in Australia from 3 to 6 June.
        The Prime Minister will leave Sydney on 3 June for Nairobi.
        Vice President Adams will travel to the United Kingdom on 3 June and to France on 5 June.
    """,
    "site_visit:held": """
        Later the Deputy Speaker was shown the university library.
        He also had a look at the port of Klaipeda.
        A tour of the old town rounded off the day.
        The officers familiarized themselves with the training process at the academy.
        The delegation also visited the National Museum.
        The guests were briefed on the work of the shipyard and walked through its workshops.
        The day ended with a visit to the air base.
        The guests toured the military museum of Chile.
        The delegation of Ghana was shown around the shipyard.
        General Ramos inspected an armoured brigade in Brazil.
        A guided tour of the tank plant was given to the visitors from Ghana.
        Minister Petrov looked over the laboratories of the institute.
        The delegation paid a visit to the cadet school.
        The guests were taken to a helicopter factory.
        Minister Petrov got acquainted with the training facilities of the brigade.
        The programme included a visit to the naval dockyard.
        Minister Otieno then stopped at the military academy.
        At the plant the guests saw the production of engines.
        Minister Otieno took a look at a border checkpoint.
        The delegation made the acquaintance of the work of the research institute.
        The guests were received at the military academy.
        The delegation was familiarised with the work of the training centre.
        The defence minister inspected tanks at the base.
        An excursion through the old city was arranged for the guests.
        The officers saw over the frigate.
    """,
    "site_visit:planned": """
        The Minister will tour the naval academy on Thursday.
    """,
    "election_observation:held": """
        Four deputies of the Seimas followed the voting in Kenya.
        The Lithuanian deputies were in Kenya as election observers.
        In their statement the observers from Lithuania called the ballot transparent.
        Members of parliament of Kenya observed the presidential election in Ghana.
        Three Latvian deputies worked as observers at the parliamentary elections in Moldova.
        The vote in Moldova was monitored by observers from Latvia.
        The Kenyan observers visited fifteen polling stations in Accra.
        Kenyan observers called the election in Ghana free and fair.
        Deputy Otieno was an observer of the referendum in Moldova.
        The mission of Kenyan observers watched voting in Accra.
    """,
    "election_observation:planned": """
        Kenya will send ten observers to the parliamentary elections in Ghana.
    """,
}

NOTHING = """
    The Minister returned to the question of tariffs.
    Trade between the two countries has left its mark.
    The minister visited this topic again.
    We look back on a long journey to peace.
    The visitors of our website come from many countries.
    The question was left for the Committee.
    The plant produces cars for the market.
    The members voted in the election of the chairman.
    The opening of the market in Japan is important.
    Inflation has come to a halt.
"""


@pytest.mark.parametrize(("want", "sentence"), cases(TOLD))
def test_a_sentence_tells_its_event_alone(want: str, sentence: str) -> None:
    assert told(sentence, JOURNEYS_AND_HONOURS) == {want}


@pytest.mark.parametrize("sentence", lines(NOTHING))
def test_words_of_the_family_in_another_sense_tell_nothing(sentence: str) -> None:
    assert told(sentence, JOURNEYS_AND_HONOURS) == set()


@pytest.mark.parametrize("words", DEGENERATE)
def test_degenerate_lines_end_in_time(words: str) -> None:
    read_to_the_end(words, FAMILY)
