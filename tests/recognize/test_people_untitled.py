"""Names that no title introduces count where their sentence says that a person is meant. The names are invented."""
import pytest

from pipelines.model.mention import PersonMention
from pipelines.recognize.people import find_people
from pipelines.recognize.places import find_places

Brief = tuple[str | None, str | None, str | None]


def people(*sentences: str) -> list[list[PersonMention]]:
    """The mentions of a segment that consists of these sentences."""
    text = "\n".join(sentences)
    starts = [sum(len(s) + 1 for s in sentences[:i]) for i in range(len(sentences))]
    spans = [(start, start + len(sentence)) for start, sentence in zip(starts, sentences, strict=True)]
    return find_people(text, spans, [find_places(text, *span) for span in spans], [[] for _ in spans])


def named(*sentences: str) -> list[Brief]:
    return [(m.name, m.country, m.office) for sentence in people(*sentences) for m in sentence if m.kind == "named"]


UNTITLED = [
    ("Kemal Yildirim speaks with American and Qatari counterparts.", [("Kemal Yildirim", None, None)]),
    (
        "He spoke by telephone with Jenny Wang, who had taken office as Australia's Minister for Foreign Affairs in May.",
        [("Jenny Wang", "AUS", "minister_foreign")],
    ),
    (
        "Vesela Marinova, who has been named Ambassador of Bulgaria, presented copies of her letters.",
        [("Vesela Marinova", "BGR", "ambassador")],
    ),
    ("The minister held talks with Somchai Prasert in Vienna.", [("Somchai Prasert", None, None)]),
    ("He met Norway's Espen Lund.", [("Espen Lund", "NOR", None)]),
    ("Ivana Horvat of Croatia said so.", [("Ivana Horvat", "HRV", None)]),
    (
        "Around the table were Arta Hoxha of Albania, Marko Babić of Bosnia and Herzegovina and Ivana Horvat of Croatia.",
        [("Arta Hoxha", "ALB", None), ("Marko Babić", "BIH", None), ("Ivana Horvat", "HRV", None)],
    ),
    (
        "President Ilic, Ole Lund and Espen Dahl laid wreaths.",
        [("Ilic", None, "head_of_state"), ("Ole Lund", None, None), ("Espen Dahl", None, None)],
    ),
    ("Taking part were Ole Dahl (Norway) and Ivana Horvat (Croatia).", [("Ole Dahl", "NOR", None), ("Ivana Horvat", "HRV", None)]),
    ("The guests Espen Dahl and Ole Lund came.", [("Espen Dahl", None, None), ("Ole Lund", None, None)]),
    ("Andrew Lund and Elena Kostova did the job.", [("Andrew Lund", None, None), ("Elena Kostova", None, None)]),
    (
        "At the table sat Andrew Lund, Xqovi Dahl, Elena Kostova.",
        [("Andrew Lund", None, None), ("Xqovi Dahl", None, None), ("Elena Kostova", None, None)],
    ),
    ("The first partner was Ingrid Kaag of the Netherlands.", [("Ingrid Kaag", "NLD", None)]),
    ("Nurlan Bek uulu held talks.", [("Nurlan Bek uulu", None, None)]),
    ("The delegation was led by Espen Dahl, 43, of the trade office.", [("Espen Dahl", None, None)]),
]
HEADINGS = [
    ("Espen Dahl Meets Wang Lei", [("Espen Dahl", None, None), ("Wang Lei", None, None)]),
    (
        "President Novak Announces Delegation to the Funeral of former Prime Minister Sato Ken",
        [("Novak", None, "head_of_state"), ("Sato Ken", None, "head_of_government")],
    ),
    ("Minister of Transport, Japanese Ambassador Review Cooperation", []),
    ("Minister of State for Foreign Affairs Receives Copy of Credentials", []),
    ("STATE LUNCHEON FOR PRESIDENT SUHARNO", [("SUHARNO", None, "head_of_state")]),
]
TITLES = [
    ("He met President Lee Jae-in of the Republic of Korea.", [("Lee Jae-in", "KOR", "head_of_state")]),
    ("He met the President of Ethiopia, Abeba Sahle-Work Desta.", [("Abeba Sahle-Work Desta", "ETH", "head_of_state")]),
    ("The Acting President, Hwang In-sung, came.", [("Hwang In-sung", None, "head_of_state")]),
    ("Meanwhile, a Korean deputy trade minister, Noh Min-woo, left.", [("Noh Min-woo", "KOR", "deputy_minister")]),
    ("The Ambassador of Japan, Pak Chol Min, left.", [("Pak Chol Min", "JPN", "ambassador")]),
    ("He saw Planning Minister A K Rahman.", [("A K Rahman", None, "minister")]),
    ("He saw the Minister of Roads and Transport Ahmad Karimi.", [("Ahmad Karimi", None, "minister")]),
    ("It was opened by Tourism Minister Dominica Novak.", [("Dominica Novak", None, "minister")]),
    ("The Vice Minister of Trade of the Republic of China (Taiwan), Hsieh Lung, left.", [("Hsieh Lung", "TWN", "deputy_minister")]),
    ("Riyad al-Karimi, Minister of Trade of Jordan, left.", [("Riyad al-Karimi", "JOR", "minister")]),
    ("HE Minister of Trade Sultan bin Saad Al Marri met him.", [("Sultan bin Saad Al Marri", None, "minister")]),
    ("Shah Ali Qadri, foreign minister of Pakistan, left.", [("Shah Ali Qadri", "PAK", "minister_foreign")]),
    ("Ole Magyar, Minister for Foreign Trade of Norway, left.", [("Ole Magyar", "NOR", "minister")]),
    ("Ambassador Rizwan Sheikh and Mr Hun Sen left.", [("Rizwan Sheikh", None, "ambassador"), ("Hun Sen", None, None)]),
    ("LTGEN Jane Roe left.", [("Jane Roe", None, "military_officer")]),
    (
        "The Presidents of Peru, Juan Roe, and of Colombia, Karl Berg, met.",
        [("Juan Roe", "PER", "head_of_state"), ("Karl Berg", "COL", "head_of_state")],
    ),
    ("The President of the Republic, Ivan Novak, spoke.", [("Ivan Novak", None, "head_of_state")]),
    ("Mayor of Novi Sad Milan Novak spoke.", [("Milan Novak", "SRB", "subnational_official")]),
    ("the Chief of the General Staff of the Serbian Armed Forces, General Ivan Novak,", [("Ivan Novak", "SRB", "chief_of_defense")]),
    ("Ole Berg, Secretary (East), spoke.", [("Ole Berg", None, "official")]),
    ("Under-Secretary-General for Peace Operations Ole Berg spoke.", [("Ole Berg", None, "official")]),
    ("Ole Berg and Karl Dahl, his Swedish host, met.", [("Ole Berg", None, None), ("Karl Dahl", "SWE", None)]),
]
NO_PRONOUNS = ["Both MoUs were initialled.", "The Al Noor-I missile was shown."]
GUESTS = [
    ("The minister received the same guest.", ["guest"]),
    ("The visiting dignitary thanked his host.", ["guest", "host"]),
    ("The guest house stands in the host country; he was the guest of honour.", []),
]
NOBODY = [
    "They met at Camp Arlen in the hills.",
    "By Andrew Lund OSLO, 5 May.",
    "WAM/Andrew Lund.",
    'The exhibition "Maria Lund" opened.',
    "He had talks with OceanFund and others.",
    "The Southeast Lakota Basin said nothing.",
    "He visited the Espen Lund Museum.",
    "Talks with Lake Placid Holdings followed.",
    "They spoke with Member States about Global Gateway Investment Agenda.",
]


@pytest.mark.parametrize(("sentence", "expected"), [*UNTITLED, *HEADINGS, *TITLES])
def test_context_tells_people(sentence: str, expected: list[Brief]) -> None:
    assert named(sentence) == expected


@pytest.mark.parametrize("sentence", NOBODY)
def test_capitals_alone_are_nobody(sentence: str) -> None:
    assert named(sentence) == []


def test_one_mention_makes_the_others_known() -> None:
    names = [name for name, _, _ in named("Espen Dahl visits Doha", "Visit of Espen Dahl.", "Dahl left.")]
    assert names == ["Espen Dahl", "Espen Dahl", "Dahl"]


def test_members_have_the_title_of_the_sentence_before() -> None:
    found = named("The defence ministers met.", "With him were Ole Lund of Norway and Ivana Horvat of Croatia.")
    assert [office for _, _, office in found] == ["minister_defense", "minister_defense"]


@pytest.mark.parametrize("sentence", NO_PRONOUNS)
def test_parts_of_words_are_no_pronouns(sentence: str) -> None:
    assert people(sentence) == [[]]


@pytest.mark.parametrize(("sentence", "relations"), GUESTS)
def test_guests_and_hosts_without_name(sentence: str, relations: list[str]) -> None:
    assert [m.relation for m in people(sentence)[0] if m.relation] == relations
