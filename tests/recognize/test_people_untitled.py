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
    ("The delegation was led by Espen Dahl, 43, of the trade office.", [("Espen Dahl", None, None)]),
]
NOBODY = [
    "They met at Camp Arlen in the hills.",
    "The Southeast Lakota Basin said nothing.",
    "He visited the Espen Lund Museum.",
    "Talks with Lake Placid Holdings followed.",
    "They spoke with Member States about Global Gateway Investment Agenda.",
]


@pytest.mark.parametrize(("sentence", "expected"), UNTITLED)
def test_context_tells_people(sentence: str, expected: list[Brief]) -> None:
    assert named(sentence) == expected


@pytest.mark.parametrize("sentence", NOBODY)
def test_capitals_alone_are_nobody(sentence: str) -> None:
    assert named(sentence) == []


def test_one_mention_makes_the_others_known() -> None:
    names = [name for name, _, _ in named("Espen Dahl visits Doha", "Visit of Espen Dahl.", "Dahl left.")]
    assert names == ["Espen Dahl", "Espen Dahl", "Dahl"]
