"""Named occasions: the noun group, its type, its number, its countries; and what is none."""
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.lexicon.loader import read_tsv
from pipelines.recognize.gatherings import find_gatherings
from pipelines.recognize.places import find_places
from schemas.vocabularies import EVENT_TYPES


def found(text: str) -> list[str]:
    """`type name #number countries` of every gathering."""
    shown = []
    for one in find_gatherings(text, 0, len(text), find_places(text, 0, len(text))):
        cells = [one.event_type, one.name, f"#{one.number}" if one.number else "", "+".join(one.countries)]
        shown.append(" ".join(cell for cell in cells if cell))
    return shown


@pytest.mark.parametrize(("text", "expected"), [
    ("She attended the NATO Summit in Brussels.", "conference NATO Summit NATO"),
    ("On the margins of the Munich Security Conference they met.", "conference Munich Security Conference"),
    ("the 3rd session of the Norway-Japan Joint Commission was held",
     "session 3rd session of the Norway-Japan Joint Commission #3 NOR+JPN"),
    ("the Political Consultations between Norway and Japan", "session Political Consultations between Norway and Japan NOR+JPN"),
    ("The Strategic Dialogue of Norway and Japan was held.", "session Strategic Dialogue of Norway and Japan NOR+JPN"),
    ("the UN General Assembly in New York", "conference UN General Assembly UN"),
    ("the Antalya Diplomacy Forum opened", "conference Antalya Diplomacy Forum"),
    ("the 5th Meeting of Foreign Ministers was held", "conference 5th Meeting of Foreign Ministers #5"),
    pytest.param("the Exercise Northern Wave began", "exercise Exercise Northern Wave",
                 marks=pytest.mark.xfail(strict=True, reason="a name that follows its head is not read")),
    ("the Northern Wave Exercise began", "exercise Northern Wave Exercise"),
    ("the International Defence Exhibition in Baku", "exhibition International Defence Exhibition"),
    ("the Oslo Film Festival opened", "cultural_event Oslo Film Festival"),
])
def test_name(text: str, expected: str) -> None:
    assert found(text) == [expected]


@pytest.mark.parametrize("text", [
    "They held a conference.",
    "the meeting was long",
    "a round of talks",
    "She sits on a committee.",
    "the talks, which were held in Oslo",
    "The Joint Commission has an office.",
    "a forum for ideas",
    "an exercise in patience",
    "It is fair to say so.",
    "",
])
def test_no_name(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(("text", "number"), [
    ("the 12th NATO Summit",
     12), ("the Fourth NATO Summit", 4), ("the NATO Summit", None), ("the 2019 NATO Summit", None), ("the 112th NATO Summit", 112),
])
def test_number(text: str, number: int | None) -> None:
    one, = find_gatherings(text, 0, len(text), find_places(text, 0, len(text)))
    assert one.number == number


@pytest.mark.parametrize(("text", "name"), [
    ("At the NATO Summit", "NATO Summit"),
    ("The President at NATO Summit", "NATO Summit"),
    ("the NATO\n Summit", "NATO Summit"),
    ("the NATO Summit - the largest", "NATO Summit"),
])
def test_name_is_cut_at_its_ends(text: str, name: str) -> None:
    assert [one.name for one in find_gatherings(text, 0, len(text), [])] == [name]


HEADS = [row["head"].title() for row in read_tsv("gatherings.tsv")]
WORDS = [*HEADS, "the", "NATO", "3rd", "of", "and", "Norway", "Japan", "Joint", "met", ",", "-", "(", "’", "\n"]


@given(st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join), st.integers(0, 5))
def test_gatherings_lie_in_their_stretch_apart_and_in_order(text: str, skip: int) -> None:
    start, end = min(skip, len(text)), max(min(skip, len(text)), len(text) - skip)
    spans = [(g.start, g.end) for g in find_gatherings(text, start, end, find_places(text, start, end))]
    assert all(start <= a < b <= end for a, b in spans)
    assert all(b <= c for (_, b), (c, _) in pairwise(spans))


@pytest.mark.parametrize("unit", ["Summit ", "3rd ", "of the ", "NATO Summit of the ", "(", "– ", "a", "Commission of Norway and "])
def test_long_runs_come_to_an_end(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    assert all(one.end - one.start < 1_000 for one in find_gatherings(text, 0, len(text), []))


def test_heads_are_known_and_unique() -> None:
    rows = read_tsv("gatherings.tsv")
    assert len({row["head"] for row in rows}) == len(rows)
    assert {row["type"] for row in rows} <= set(EVENT_TYPES)
    known = {"any", "cap", "numbered", "political", "joint", "multilateral", "body", "shown", "arms", "alone"}
    assert {row["needs"] for row in rows} <= known
    assert [row["head"] for row in rows if row["head"] != row["head"].lower()] == []
