"""Who is named or described in a sentence, with country and office. The names are invented or of nobody in particular."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.model.mention import OrganizationMention, PersonMention
from pipelines.recognize.people import find_people
from pipelines.recognize.places import find_places

FOREIGN = "minister_foreign"
MEMBER = "member_of_parliament"
Brief = tuple[str | None, str | None, str | None]


def mentions(*sentences: str) -> list[list[PersonMention]]:
    """The mentions of a segment that consists of these sentences."""
    text = "\n".join(sentences)
    starts = [sum(len(s) + 1 for s in sentences[:i]) for i in range(len(sentences))]
    spans = [(start, start + len(sentence)) for start, sentence in zip(starts, sentences, strict=True)]
    return find_people(text, spans, [find_places(text, *span) for span in spans], [[] for _ in spans])


def named(sentence: str) -> list[Brief]:
    return [(m.name, m.country, m.office) for m in mentions(sentence)[0] if m.kind == "named"]


BEFORE = [
    ("Interior Minister Ole Berg, the head of the delegation, Ambassador Ivan Novak, came",
        [("Ole Berg", None, "minister"), ("Ivan Novak", None, "ambassador")]),
    ("General Ole Berg, Chief of the Defence Staff, and the Serbian Ambassador, Ivan Novak, came",
        [("Ole Berg", None, "chief_of_defense"), ("Ivan Novak", "SRB", "ambassador")]),
    ("Minister for Climate and the Environment Ole Berg came", [("Ole Berg", None, "minister")]),
    ("MK Yael Barak came", [("Yael Barak", None, MEMBER)]),
    ("Norway's Defense Minister, Colonel General Ole Berg, spoke.", [("Ole Berg", "NOR", "minister_defense")]),
    ("the Minister of Defense of the Republic of Serbia Mr. Ivan Novak came", [("Ivan Novak", "SRB", "minister_defense")]),
    ("People’s Republic of China Executive Vice Minister of Foreign Affairs Li Ming came", [("Li Ming", "CHN", "deputy_minister")]),
    (
        "Serbian Economy and Industry Minister Ana Ilic and Deputy Prime Minister of Norway and Minister of Foreign & Domestic Commerce"
        " and Communications Ole Berg met.",
        [("Ana Ilic", "SRB", "minister"), ("Ole Berg", "NOR", "deputy_head_of_government")],
    ),
    ("Assistant to the President for National Security Affairs Ann Doe spoke.", [("Ann Doe", None, "official")]),
    ("Foreign Affairs PS Amb. John Kamau spoke.", [("John Kamau", None, "deputy_minister")]),
    ("the Prime Minister, Mr Harold Dunn, came", [("Harold Dunn", None, "head_of_government")]),
    ("King Hamad bin Isa of Bahrain arrived.", [("Hamad bin Isa", "BHR", "head_of_state")]),
    ("Prime Minister and Crown Prince Ali bin Salman spoke.", [("Ali bin Salman", None, "head_of_government")]),
    ("Chancellor Dr Eva Braun-Weiss left.", [("Eva Braun-Weiss", None, "head_of_government")]),
    ("for the Kyrgyz Republic, Chief of the General Staff Major General Asan Asanov", [("Asan Asanov", "KGZ", "chief_of_defense")]),
    ("Chinese Ambassador to Bulgaria Li Ming spoke.", [("Li Ming", "CHN", "ambassador")]),
    ("Foreign Minister Carlos Soto of Colombia left.", [("Carlos Soto", "COL", "minister_foreign")]),
    ("NATO Secretary General Ole Berg spoke.", [("Ole Berg", "NATO", "head_of_organization")]),
    ("former Chancellor Karl Weiss died.", [("Karl Weiss", None, "head_of_government")]),
    ("President Kim Young Dal of Korea spoke.", [("Kim Young Dal", "KOR", "head_of_state")]),
    ("President de la Vega met President To Minh.", [("de la Vega", None, "head_of_state"), ("To Minh", None, "head_of_state")]),
    ("Foreign Minister Jane Bishop said so.", [("Jane Bishop", None, "minister_foreign")]),
    ("Mayor Anna Berg, Lt. Gen. (Retd) Ali Khan spoke.", [("Anna Berg", None, "subnational_official"), ("Ali Khan", None, None)]),
]
BEHIND = [
    ("General Ole Berg, Chairman Joint Chiefs of Staff, Jordan, who came, spoke.", [("Ole Berg", "JOR", "chief_of_defense")]),
    ("The Honorable Ann Power, Administrator of the Aid Agency", [("Ann Power", None, "official")]),
    ("he met the Governor of the Northern Province, Amir Ali Khan.", [("Amir Ali Khan", None, "subnational_official")]),
    ("The foreign minister of Chad, Amir Khan, met", [("Amir Khan", "TCD", FOREIGN)]),
    ("In Qatar, Amir Omar bin Ali received him.", [("Omar bin Ali", None, "head_of_state")]),
    ("Governor-General of Norway Grand Chief Sir Ole Berg came", [("Ole Berg", "NOR", "head_of_state")]),
    ("the Minister of Defence of Georgia Ole Berg came", [("Ole Berg", "GEO", "minister_defense")]),
    ("Speaker of the People's Representative Assembly Mr Ole Berg", [("Ole Berg", None, "speaker_of_parliament")]),
    ("Prince Omar bin Salem, Crown Prince and Prime Minister, sent a cable.", [("Omar bin Salem", None, "head_of_government")]),
    ("General Ole Berg, Chief of Defence Staff, Kenya reached Oslo.", [("Ole Berg", "KEN", "chief_of_defense")]),
    ("General Ole Berg, Chief of Defence Staff, Kenya and Chad agreed.", [("Ole Berg", None, "chief_of_defense")]),
    ("Ole Berg, State Secretary of the Security Council, spoke.", [("Ole Berg", None, "official")]),
    ("The Special Envoy of the UN Secretary-General for Yemen, Ole Berg, came", [("Ole Berg", "UN", "diplomat")]),
    ("Speaker of the House of Advisors (upper house) Omar Benali came", [("Omar Benali", None, "speaker_of_parliament")]),
    ("Cmde Ole Berg, Commodore (Operations), and Cmde Ivan Novak met", [
        ("Ole Berg", None, "military_officer"), ("Ivan Novak", None, "military_officer")]),
    ("Ivan Novak, the Defence Minister, met her.", [("Ivan Novak", None, "minister_defense")]),
    ("Li Ming, newly named Ambassador of the People's Republic of China, came.", [("Li Ming", "CHN", "ambassador")]),
    ("Park Sun, Foreign Minister of the Republic of Korea, was there.", [("Park Sun", "KOR", "minister_foreign")]),
    ("Li Ming (R), Chinese Ambassador to Bulgaria, left.", [("Li Ming", "CHN", "ambassador")]),
    ("General Ali Khan, Chief of Army Staff (COAS), met him.", [("Ali Khan", None, "military_officer")]),
    (
        "Ms.Ana Ilic, Minister of Energy, Mr.Ivan Novak Deputy Prime Minister, Minister of Trade, Tourism and Telecommunication, others",
        [("Ana Ilic", None, "minister"), ("Ivan Novak", None, "deputy_head_of_government")],
    ),
]
LISTS = [
    ("Senators Ann Doe (D-MD), Ole Berg and Ivan Novak came", [(name, None, MEMBER) for name in ("Ann Doe", "Ole Berg", "Ivan Novak")]),
    ("Presidents Berg and Novak met.", [("Berg", None, "head_of_state"), ("Novak", None, "head_of_state")]),
    ("Presidents Berg of Norway and Novak of Serbia met.", [("Berg", "NOR", "head_of_state"), ("Novak", "SRB", "head_of_state")]),
    (
        "Prime Ministers of Estonia and Latvia, Jaan Tamm and Janis Ozols, met.",
        [("Jaan Tamm", "EST", "head_of_government"), ("Janis Ozols", "LVA", "head_of_government")],
    ),
    ("ambassadors of Serbia, Ivan Ilic, and Chile, Juan Sot", [("Ivan Ilic", "SRB", "ambassador"), ("Juan Sot", "CHL", "ambassador")]),
    ("He had two colleagues there: Jaan Tamm of Estonia, Jan Nowak of Poland.", [("Jaan Tamm", "EST", None), ("Jan Nowak", "POL", None)]),
]
LISTS += [
    ("Talks between Norway's Ole Berg and Serbia's Ana Ilic opened.", [("Ole Berg", "NOR", None), ("Ana Ilic", "SRB", None)]),
    ("Foreign ministers of Norway and Serbia - Ole Berg and Ana Ilic - met", [("Ole Berg", "NOR", FOREIGN), ("Ana Ilic", "SRB", FOREIGN)]),
    ("They met their Serbian counterparts Ana Ilic and Ivan Novak.", [("Ana Ilic", "SRB", None), ("Ivan Novak", "SRB", None)]),
    ("Serbian Senator Ana Ilic and MP Ivan Novak left.", [("Ana Ilic", "SRB", MEMBER), ("Ivan Novak", "SRB", MEMBER)]),
    ("Foreign Ministers Ole Berg (Norway) and Ana Ilic (Serbia) met.", [("Ole Berg", "NOR", FOREIGN), ("Ana Ilic", "SRB", FOREIGN)]),
]
NAMES = [
    ("Minister Sh.Mammadov", "Sh. Mammadov"),
    ("President Jane R. Doe, Jr. spoke", "Jane R. Doe, Jr."),
    ("Minister Ana L. P. Ilic", "Ana L. P. Ilic"),
    ("H.E.Mr.Ivan Novak said", "Ivan Novak"),
    ("Minister AK Abdul Karim spoke", "AK Abdul Karim"),
    ("Foreign Minister Jean-Paul Le Roux came", "Jean-Paul Le Roux"),
    ("President Ali Fattah el-Said came", "Ali Fattah el-Said"),
    ("Foreign Minister Cho Min-ho came", "Cho Min-ho"),
    ("Speaker Sean O'Neill came", "Sean O'Neill"),
    ("King Carl XVI Gustav came", "Carl XVI Gustav"),
    ("had a meeting withAnaIlic, Speaker of the House, today", "Ana Ilic"),
    ("PRESIDENT PARK CHUNG SUN VISITS NORWAY", "PARK CHUNG SUN"),
    ("Readout of President Berg’s Call", "Berg"),
    ("Secretary Doe Meets French Foreign Minister", "Doe"),
]


@pytest.mark.parametrize(("sentence", "expected"), BEFORE + BEHIND + LISTS)
def test_titles(sentence: str, expected: list[Brief]) -> None:
    assert named(sentence) == expected


@pytest.mark.parametrize(("sentence", "name"), NAMES)
def test_names(sentence: str, name: str) -> None:
    assert named(sentence)[0][0] == name


@pytest.mark.parametrize(
    ("sentence", "said", "country", "office"),
    [
        ("He thanked the Serbian Defense Minister.", "the Serbian Defense Minister", "SRB", "minister_defense"),
        ("Ambassador highlighted the events.", "Ambassador", None, "ambassador"),
        ("Flowers were laid by the Rwandan leader.", "the Rwandan leader", "RWA", "head_of_state"),
        ("The head of state agreed.", "The head of state", None, "head_of_state"),
        ("Serbian President Receives Chinese Ambassador", "Chinese Ambassador", "CHN", "ambassador"),
        ("Her Majesty The Queen will attend.", "Her Majesty The Queen", None, "head_of_state"),
    ],
)
def test_office_without_name(sentence: str, said: str, country: str | None, office: str) -> None:
    found = [m for m in mentions(sentence)[0] if m.kind == "office"][-1]
    assert (sentence[found.start : found.end], found.country, found.office) == (said, country, office)


@pytest.mark.parametrize(
    "sentence",
    [
        "It came from the Prime Minister's Office.",
        "The Council of Defense Ministers convened.",
        "Thank you, Mr. President, for coming.",
        "They attended the NATO Foreign Ministers Meeting.",
        "In Green Park the leaders walked.",
        "The parade ended at 12:00 PM in Oslo.",
    ],
)
def test_nobody_with_an_office(sentence: str) -> None:
    assert [m for m in mentions(sentence)[0] if m.office or m.name] == []


@pytest.mark.parametrize(
    ("sentence", "kind", "said", "country", "count"),
    [
        ("Then the two ministers signed it.", "group", "the two ministers", None, 2),
        ("Both sides agreed.", "group", "Both sides", None, 2),
        ("The two spoke in private.", "group", "The two", None, 2),
        ("It was signed by the two.", "group", "the two", None, 2),
        ("All four believed so.", "group", "All four", None, 4),
        ("The Norwegian MPs left.", "group", "The Norwegian MPs", "NOR", None),
        ("The Serbian delegation laid wreaths.", "delegation", "The Serbian delegation", "SRB", None),
        ("A delegation led by the mayor came.", "delegation", "A delegation", None, None),
        ("A delegation from Kenya came.", "delegation", "A delegation from Kenya", "KEN", None),
        ("A delegation of the Defence College, Kenya came.", "delegation", "A delegation of the Defence College, Kenya", "KEN", None),
        ("She left.", "pronoun", "She", None, None),
    ],
)
def test_groups(sentence: str, kind: str, said: str, country: str | None, count: int | None) -> None:
    found = next(m for m in mentions(sentence)[0] if m.kind == kind)
    assert (sentence[found.start : found.end], found.country, found.count) == (said, country, count)


def test_the_two_countries_are_nobody() -> None:
    assert mentions("Ties between the two countries grow.")[0] == []


def test_group_of_countries() -> None:
    (found,) = mentions("Defense Ministers of Canada, France, and the United Kingdom")[0]
    assert (found.kind, found.office, found.countries) == ("group", "minister_defense", ("CAN", "FRA", "GBR"))


@pytest.mark.parametrize(
    ("sentence", "name", "country"),
    [
        ("with his Belarusian colleague, Lieutenant General Petr Petrov", "Petr Petrov", "BLR"),
        ("Novak will see Petr Petrov, his Russian counterpart.", "Petr Petrov", "RUS"),
        ("He met his Kyrgyz counterpart.", None, "KGZ"),
    ],
)
def test_counterparts(sentence: str, name: str | None, country: str) -> None:
    found = next(m for m in mentions(sentence)[0] if m.relation == "counterpart")
    assert (found.name, found.country, found.office) == (name, country, None)


def test_host_country_and_rank() -> None:
    (envoy,) = mentions("Ole Berg, Ambassador of Norway to the Republic of Serbia")[0]
    assert (envoy.country, envoy.host_country) == ("NOR", "SRB")
    (soldier,) = mentions("Lieutenant General Petr Petrov")[0]
    assert (soldier.military_rank, soldier.office) == ("Lieutenant General", "military_officer")


def test_bare_names_count_where_introduced() -> None:
    people = mentions("Ole Berg Visits Serbia", "Foreign Minister Ole Berg met Minister Ana Ilic.", "Berg and Ilic saw a Mikael Lund.")
    assert [[m.name for m in sentence] for sentence in people] == [["Ole Berg"], ["Ole Berg", "Ana Ilic"], ["Berg", "Ilic"]]


def test_a_name_does_not_belong_to_the_institution_before_it() -> None:
    text = "Chairman of the National Congress Li Mengyao spoke."
    whole = OrganizationMention(16, 44, "National Congress Li Mengyao", "parliament", "CHN")
    (found,) = find_people(text, [(0, len(text))], [[]], [[whole]])[0]
    assert (found.name, found.country, found.office) == ("Li Mengyao", "CHN", "speaker_of_parliament")


def test_former_holders() -> None:
    assert [m.former for m in mentions("national leader Ole Berg, the late President Novak and President Ilic")[0]] == [True, True, False]


WORDS = ("President ", "Berg", "Norway", "the ", "two ", "ministers", "Mr. ", "his ", "Serbian ", "delegation", "Ole ", "Envoy to ")
GLUE = (" of ", ", ", " and ", "'s ", "-", "A. ", "(", ")", " met ", "\n", "é", "’")
PIECES = st.sampled_from((*WORDS, *GLUE))


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=30).map("".join))
def test_mentions_are_in_order_and_inside(text: str) -> None:
    (found,) = find_people(text, [(0, len(text))], [find_places(text, 0, len(text))], [[]])
    ends = [0, *(m.end for m in found)]
    assert all(end <= m.start < m.end <= len(text) for end, m in zip(ends, found, strict=False))
    assert all(m.name_start is not None and m.start <= m.name_start < (m.name_end or 0) <= m.end for m in found if m.name)


@pytest.mark.usefixtures("ends")
@pytest.mark.parametrize("piece", ["Deputy Foreign ", "Minister of Defense and ", "M-", "President ", "A.", "Ivan of Serbia, ", "the two "])
def test_hostile_text_comes_to_an_end(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    places = [find_places(text, 0, len(text))]
    find_people(text, [(0, len(text))], places, [[]])
