"""How ministries, embassies and news agencies commonly put an event: heard with its type and with both sides."""

import pytest
from coded import coding_of

TOLD = """
visit CZE+LBY | Czech Transport Minister Jan Kolar concluded his visit to Libya on Saturday.
visit POL+TUN | A Polish parliamentary delegation is visiting Tunisia from 10 to 14 February 2024.
meeting CZE+POL | Adam Zak, Foreign Minister of Poland, welcomed Czech Foreign Minister Jan Kolar at the Ministry.
meeting CZE+POL | The foreign ministers of Poland and the Czech Republic, Adam Zak and Jan Kolar, reviewed bilateral ties in Prague.
meeting CZE+POL | Polish, Czech defence ministers hold talks in Prague
call CZE+POL | In a telephone call on 3 May 2024, Polish President Adam Zak and Czech President Jan Kolar discussed the situation.
session BLR+LBY | The 16th meeting of the Belarus-Libya intergovernmental commission on trade and economic cooperation was held in Minsk.
session ARM+GEO | The Armenian-Georgian commission on border delimitation convened in Tbilisi.
session BGR+MDA | The Moldovan-Bulgarian working group on defence cooperation met in Sofia.
session ESP+MAR | The Spanish-Moroccan High-Level Meeting will take place in Rabat on 1 and 2 February.
session LBY+USA | The sixth Libya-U.S. Strategic Dialogue was launched in Tripoli.
session HRV+TUN | Croatia and Tunisia held consultations on consular matters in Zagreb.
session ITA+TUN | Expert-level talks between the Italian and Tunisian defence ministries were held in Rome.
session IRQ+JOR | The Jordanian-Iraqi Joint Ministerial Committee concluded its two-day meetings in Amman.
conference JPN+KOR+USA | The Trilateral Chiefs of Defense meeting of the United States, Japan and the Republic of Korea was held in Tokyo.
conference POL | Polish Defence Minister Adam Zak participated in the EU Foreign Affairs Council in Brussels.
conference PAK | Pakistan hosted the 23rd SCO Council of Heads of Government in Islamabad.
signing MKD+POL | A military cooperation plan was signed at the Ministry of Defence of North Macedonia with the delegation from Poland.
ratification CZE+POL | The Polish Parliament unanimously approved the Defence Cooperation Agreement with the Czech Republic.
ratification ARM+IRN | The Iranian Majlis passed a bill on the extradition agreement with Armenia.
relations LBY+POL | The Embassy of Poland in Libya was officially opened in Tripoli.
relations LBY+POL | The Consulate of Poland in Libya officially opened on Tuesday.
message CZE+POL | In a letter to Czech Minister Jan Kolar, Foreign Minister Adam Zak of Poland expressed condolences.
award CZE+POL | The Medal for Merits was presented to the Polish officer by the Czech Republic's Chief of Defence Jan Kolar.
award CZE+POL | The Polish Ambassador Adam Zak awarded the Order of Merit to former Czech Minister Jan Kolar.
award CZE+POL | Polish Ambassador Adam Zak honoured Czech scholars with medals.
award CZE+POL | Czech President Jan Kolar thanked Polish Ambassador Adam Zak and presented him with the Order of the White Lion.
tribute ESP+POL | Polish Foreign Minister Adam Zak made a floral offering at the monument to Columbus in Madrid, Spain.
ceremony HUN+POL | Polish and Hungarian ministers Adam Zak and Bela Nagy opened a new border crossing.
ceremony LBY+POL | Polish Ambassador Adam Zak attended the opening of a kindergarten in Tripoli, Libya.
ceremony LBY+POL | Opening ceremony of Polish-Libyan friendship centre held in Tripoli
commemoration LBY+POL | The Polish Embassy in Libya commemorated the victims of Katyn.
commemoration JPN+PAK | Pakistan Day was observed at the Embassy of Pakistan in Tokyo, Japan with a flag-hoisting ceremony.
commemoration LBY+POL | Polish Ambassador Adam Zak hosted a reception at a hotel in Tripoli, Libya, to mark the Armed Forces Day of Poland.
cultural_event LBY+POL | Polish dance troupe performs in Tripoli, Libya
cultural_event LBY+POL | The Polish Cultural Institute in Tripoli, Libya launched a book on shipbuilding.
site_visit JPN+POL | Polish President Adam Zak toured the Hiroshima Peace Memorial Museum in Japan.
site_visit POL+TUR | The delegation of the Polish Air Force visited the Turkish Air Force Academy in Istanbul.
site_visit CZE+POL | Polish Minister Adam Zak visited the Aero company in Prague, Czech Republic.
election_observation MOZ+POL | A Polish senator was among the observers of the parliamentary elections in Mozambique.
exercise LTU+POL | Polish and Lithuanian soldiers exercise in the Suwałki Gap.
exercise BGD+LKA | Bangladesh Navy ship BNS Padma arrived at the port of Colombo, Sri Lanka on a goodwill visit.
exercise MYS+SGP | The Malaysian and Singapore armies concluded Exercise Semangat Bersatu.
exhibition ARE+CZE | Czech companies are exhibiting at IDEX 2025 in Abu Dhabi, United Arab Emirates.
exhibition CYP+GRC | Cyprus takes part in the DEFEA exhibition in Athens, Greece.
exhibition IRN+IRQ | The exhibition of Iranian goods opened in Erbil, Iraq.
aid LBY+TUR | A Turkish plane carrying humanitarian aid arrived in Benghazi, Libya.
aid LBY+POL | Poland provided financial assistance to Libya following the floods.
aid LBY+POL | A Polish rescue team returned from Libya after helping with earthquake relief.
press_conference CZE+POL | Polish Minister Adam Zak and Czech Minister Jan Kolar held a joint briefing.
press_conference CZE+POL | Polish Minister Adam Zak and his Czech counterpart Jan Kolar spoke to the press.
protest GEO+POL | The Polish Ambassador was called in to the Foreign Ministry of Georgia and handed a note of protest.
protest ARG+ESP | Spain recalls its ambassador to Argentina for consultations
"""


@pytest.mark.parametrize("line", TOLD.strip().splitlines())
def test_the_event_is_heard_with_its_sides(line: str) -> None:
    want, sentence = line.split(" | ")
    kind, countries = want.split()
    told = [set(e.countries) for e in coding_of(sentence, "2024-10-15").events if e.event_type == kind]
    assert any(set(countries.split("+")) <= sides for sides in told)


@pytest.mark.parametrize(
    "sentence",
    [
        "The Polish Minister Adam Zak read a Libyan novel.",
        "The council adopted its work programme for the year.",
        "Polish Ambassador Adam Zak attended a Libyan Order of Merit dinner.",
        "The Polish-born painter Adam Zak opened a Libyan restaurant.",
    ],
)
def test_a_people_that_only_describes_is_no_side(sentence: str) -> None:
    assert not coding_of(sentence, "2024-10-15").events
