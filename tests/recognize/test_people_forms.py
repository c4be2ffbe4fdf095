"""Forms in which press offices name people: brackets, turns, long offices, hosts, parts of names. The names are invented."""

import pytest

from pipelines.model.mention import OrganizationMention, PersonMention
from pipelines.recognize.people import find_people
from pipelines.recognize.places import find_places
from pipelines.recognize.sentences import split

Brief = tuple[str | None, str | None, str | None]
AMBASSADOR, FOREIGN, DIPLOMAT = "ambassador", "minister_foreign", "diplomat"


def people(text: str) -> list[PersonMention]:
    spans = split(text, 0, len(text))
    found = find_people(text, spans, [find_places(text, *span) for span in spans], [[] for _ in spans])
    return [mention for sentence in found for mention in sentence]


def named(text: str) -> list[Brief]:
    return [(m.name, m.country, m.office) for m in people(text) if m.kind == "named"]


def names(text: str) -> list[str | None]:
    return [name for name, _, _ in named(text)]


LISTS = [
    ("the ambassadors of Norway (Ole Berg), Oman (Ali al-Harsi) and Ghana (Ama Owusu)",
        [("Ole Berg", "NOR", AMBASSADOR), ("Ali al-Harsi", "OMN", AMBASSADOR), ("Ama Owusu", "GHA", AMBASSADOR)]),
    ("the President of Ghana (Field Marshal Ama Owusu) left", [("Ama Owusu", "GHA", "head_of_state")]),
    ("Deputy Minister of Economy and Sustainable Development of Georgia Ana Ilic left", [("Ana Ilic", "GEO", "deputy_minister")]),
    ("the Minister of Sports, Assoc. Prof. Dr Ana Ilic, left", [("Ana Ilic", None, "minister")]),
    ("Mr Berg, as Acting Prime Minister of Norway, left", [("Berg", "NOR", "head_of_government")]),
    ("deputies of the friendship group of the Senate, led by its chairman Ole Berg, left", [("Ole Berg", None, "member_of_parliament")]),
    ("the Prime Ministers of Canada (Berg) and Australia (Roe)",
        [("Berg", "CAN", "head_of_government"), ("Roe", "AUS", "head_of_government")]),
    ("his counterparts from Norway (Ole Berg) and Serbia (Ana Ilic)", [("Ole Berg", "NOR", None), ("Ana Ilic", "SRB", None)]),
    ("the ambassadors of Norway, Ole Berg; Serbia, Ana Ilic; and Chile, Juan Sot",
        [("Ole Berg", "NOR", AMBASSADOR), ("Ana Ilic", "SRB", AMBASSADOR), ("Juan Sot", "CHL", AMBASSADOR)]),
    ("the Ambassadors of Norway Ole Berg, Serbia Ana Ilic and Chile Juan Sot",
        [("Ole Berg", "NOR", AMBASSADOR), ("Ana Ilic", "SRB", AMBASSADOR), ("Juan Sot", "CHL", AMBASSADOR)]),
    ("the foreign ministers of the two countries, Ole Berg and Ana Ilic, met", [("Ole Berg", None, FOREIGN), ("Ana Ilic", None, FOREIGN)]),
    ("their foreign ministers, Ole Berg for Norway and Ana Ilic for Serbia", [("Ole Berg", "NOR", FOREIGN), ("Ana Ilic", "SRB", FOREIGN)]),
    ("the permanent representatives to the UN, Ole Berg and Ana Ilic", [("Ole Berg", None, AMBASSADOR), ("Ana Ilic", None, AMBASSADOR)]),
    ("my colleagues from Norway and Serbia, Ole Berg and Ana Ilic", [("Ole Berg", "NOR", None), ("Ana Ilic", "SRB", None)]),
    ("They came: Ole Berg (Norway, residing in Oslo), Ana Ilic (Serbia) and Minister Juan Sot.",
        [("Ole Berg", "NOR", None), ("Ana Ilic", "SRB", None), ("Juan Sot", None, "minister")]),
    ("The delegation included Ole Berg (Greens), Ana Ilic (EPP) and Juan Sot (Labour).",
        [("Ole Berg", None, None), ("Ana Ilic", None, None), ("Juan Sot", None, None)]),
    ("Norway was represented by Ole Berg, Serbia by Ana Ilic and Chile by Juan Sot.",
        [("Ole Berg", None, None), ("Ana Ilic", "SRB", None), ("Juan Sot", "CHL", None)]),
]
OFFICES = [
    ("the Governor of Harnmark, Ali Khan Durr.", [("Ali Khan Durr", None, "subnational_official")]),
    ("the Minister for Climate Change, Ole Berg, came", [("Ole Berg", None, "minister")]),
    ("Minister of Solid Minerals Ole Berg came", [("Ole Berg", None, "minister")]),
    ("the Minister for Trade, Mark Berg, came", [("Mark Berg", None, "minister")]),
    ("the head of the State Chancellery, Ana Ilic, came", [("Ana Ilic", None, None)]),
    ("Director Political Affairs Ana Ilic and Secretary Defence Ole Berg met.",
        [("Ana Ilic", None, "official"), ("Ole Berg", None, "minister_defense")]),
    ("Chairman Senate Ali Khan spoke.", [("Ali Khan", None, "speaker_of_parliament")]),
    ("the chairman of the committee on international relations Ana Ilic came", [("Ana Ilic", None, "member_of_parliament")]),
    ("the Ambassador of Norway to the State Ole Berg met him", [("Ole Berg", "NOR", AMBASSADOR)]),
    ("Norway's consul in Harnburg Ole Berg, and others", [("Ole Berg", "NOR", DIPLOMAT)]),
    ("Oslo – The Serbian Minister of Energy, Ana Ilic, came.", [("Ana Ilic", "SRB", "minister")]),
    ("Captain Second Rank Ole Berg and Colonel of the Medical Service Ana Ilic met.",
        [("Ole Berg", None, "military_officer"), ("Ana Ilic", None, "military_officer")]),
    ("the Mayor of the Polish city of Lublin, Ole Berg, came", [("Ole Berg", "POL", "subnational_official")]),
    ("Mayor of Lviv (Ukraine) Ole Berg came", [("Ole Berg", "UKR", "subnational_official")]),
    ("Jalisco Governor Ana Ilic met Bavarian Minister-President Ole Berg.",
        [("Ana Ilic", "MEX", "subnational_official"), ("Ole Berg", "DEU", "subnational_official")]),
    ("LUBLIN President Ole Berg came", [("Ole Berg", None, "head_of_state")]),
    ("Ole Berg, the UK Prime Minister's Trade Envoy to Chad, came", [("Ole Berg", "GBR", DIPLOMAT)]),
    ("The UN Secretary-General's Special Envoy for Chad, Ana Ilic, came", [("Ana Ilic", "UN", DIPLOMAT)]),
    ("The French President's adviser Ole Berg and the Prime Minister's wife, Mrs. Ilic, came",
        [("Ole Berg", "FRA", "official"), ("Ilic", None, "royal_or_spouse")]),
    ("International Monetary Fund (IMF) Managing Director Ana Ilic came", [("Ana Ilic", "IMF", "head_of_organization")]),
    ("Chargé d'affaires designate Ana Ilic came", [("Ana Ilic", None, DIPLOMAT)]),
    ("the Ambassador of Norway to Chad residing in Cairo, Ole Berg, came", [("Ole Berg", "NOR", AMBASSADOR)]),
    ("the President of the Swiss Confederation, Federal Councillor Ana Ilic, came", [("Ana Ilic", "CHE", "head_of_state")]),
    ("His Majesty Sultan Haji Omar Berg came", [("Omar Berg", None, "head_of_state")]),
    ("the Executive Governor of Harn River State, His Excellency Ole Berg, came", [("Ole Berg", None, "subnational_official")]),
    ("Commander-in-Chief of Chad's Defence Services Senior General Ole Berg came", [("Ole Berg", "TCD", "chief_of_defense")]),
    ("the CEO of the Danish company Nordvind, Ole Berg, came", [("Ole Berg", "DNK", "civil_society")]),
    ("Ole Berg, chairman of the Danish company Harn Vind, came", [("Ole Berg", "DNK", "civil_society")]),
    ("Letters of Ole Berg as Norway's ambassador to Chad were read.", [("Ole Berg", "NOR", AMBASSADOR)]),
]
HOSTS = [
    ("She and her Danish host, Lone Berg, ate.", [("Lone Berg", "DNK", None)]),
    ("She met her Korean peer, Kwon Do-hyun, there.", [("Kwon Do-hyun", "KOR", None)]),
    ("Deputy Minister Ilic's colleague, Ole Berg, came.", [("Ilic", None, "deputy_minister"), ("Ole Berg", None, None)]),
    ("She welcomed her Oslo colleague Ole Berg.", [("Ole Berg", "NOR", None)]),
    ("The baton passed from Norway's Ole Berg to Serbia's Ana Ilic.", [("Ole Berg", "NOR", None), ("Ana Ilic", "SRB", None)]),
    ("The Greek, Nikos Berg, left.", [("Nikos Berg", None, None)]),
    ("My successor, Ole Berg, will come.", [("Ole Berg", None, None)]),
    ("They voted under the chairmanship of Ana Ilic.", [("Ana Ilic", None, None)]),
    ("The head of the group was Ana Ilic, from Nis.", [("Ana Ilic", None, None)]),
    ("Ole Berg's visit is over. He told Ana Ilic that it was.", [("Ole Berg", None, None), ("Ana Ilic", None, None)]),
    ("Ole Berg had a telephone conversation with her.", [("Ole Berg", None, None)]),
    ("It was good.\n\nYours sincerely,\n\nOle Berg", [("Ole Berg", None, None)]),
]
NAMES = [
    ("Ambassador Syed Omar Berg-Shah spoke.", ["Syed Omar Berg-Shah"]),
    ("The ministers, Pham Binh An and Ri Son, met.", ["Pham Binh An", "Ri Son"]),
    ("Dr. Tran Thi My Linh spoke.", ["Tran Thi My Linh"]),
    ("Colonel A Lang Berg spoke.", ["A Lang Berg"]),
    ("King 'Aho'lani met Minister Ana d'Almeida Berg.", ["'Aho'lani", "Ana d'Almeida Berg"]),
    ("Prime Minister Jane St. Roe spoke.", ["Jane St. Roe"]),
    ("Prime Minister Ole á Berg met Governor Moses arap Roe.", ["Ole á Berg", "Moses arap Roe"]),
    ("State Minister Tea Berg met Minister German Roe.", ["Tea Berg", "German Roe"]),
    ("The Slovak minister, Milan Berg, met Minister Ana Lima.", ["Milan Berg", "Ana Lima"]),
    ("He met the President of India, Smt. Ana Roe, and the Nuncio, Msgr. Ole Berg.", ["Ana Roe", "Ole Berg"]),
    ("Minister A.K.M. Omar Berg came.", ["A.K.M. Omar Berg"]),
    ("General (Retd) Ole Berg and Justice (ret.) Ana Ilic came.", ["Ole Berg", "Ana Ilic"]),
]
NOBODY = [
    "The governor of Harnmark, Eastern Harn and Durrland met.",
    "He came as Bishop of Sugar Hill.",
    "They flew from Milan to Lima Airport (see above).",
    "Germany's Blue Ridge is high. Mexico's Campos Verdes are green.",
    "PM No 93 of the Prime Minister",
    "Most distinguished ambassadors (Applause) came. (END) QRX/MV",
]


@pytest.mark.parametrize(("sentence", "expected"), [*LISTS, *OFFICES, *HOSTS])
def test_forms(sentence: str, expected: list[Brief]) -> None:
    assert named(sentence) == expected


@pytest.mark.parametrize(("sentence", "expected"), NAMES)
def test_parts_of_names(sentence: str, expected: list[str]) -> None:
    assert names(sentence) == expected


@pytest.mark.parametrize("text", NOBODY)
def test_nobody(text: str) -> None:
    assert names(text) == []


def test_countries_of_two_parliaments() -> None:
    text = "the speakers of the Estonian and Latvian parliaments, Jaan Tamm and Janis Ozols"
    start = text.index("Latvian")
    parliaments = OrganizationMention(start, start + 19, "Latvian parliaments", "parliament", "LVA")
    (found,) = find_people(text, [(0, len(text))], [find_places(text, 0, len(text))], [[parliaments]])
    assert [(m.name, m.country) for m in found] == [("Jaan Tamm", "EST"), ("Janis Ozols", "LVA")]
