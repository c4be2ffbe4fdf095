"""Rows of one type that tell one occasion become one, by what was learnt."""

from itertools import pairwise

import pytest
from coded import HANSEN, NOIR, SATO, coded
from hypothesis import given
from hypothesis import strategies as st

from pipelines.coding.item import Draft
from pipelines.coding.learned import folding
from pipelines.coding.learned.folding import final

TWICE = f"On 4 May 2021 {HANSEN} met {SATO} in Oslo. On 6 May 2021 she met {NOIR} in Oslo."
RIVALS = TWICE.replace(NOIR, "President Ichiro Abe of Japan")
TRIP = f"{HANSEN} will visit Japan from 4 to 8 May 2021. On 10 May 2021 {HANSEN} arrived in Tokyo on a visit to Japan."
TOLD_FIRST = f"{HANSEN} will pay a visit to Japan from 14 to 18 May 2021. The visit of {HANSEN} to Japan ended on 11 May 2021."
HEADED = "3 May 2021: Norwegian Foreign Minister meets Japanese Foreign Minister"
AT_TABLE = f"{TRIP} On 11 May 2021 {HANSEN} met {SATO} in Tokyo."


@pytest.fixture(autouse=True)
def _every_row_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipelines.coding.events.judged", lambda _, accepted, heard: [*accepted, *heard])


def weighing(monkeypatch: pytest.MonkeyPatch, *, together: str = "", apart: str = "") -> None:
    """Two rows tell one occasion if they have the feature `together` and lack `apart`."""

    def weight(_: str, features: set[str]) -> int:
        return 100 if together in features and apart not in features else -100

    monkeypatch.setattr(folding, "weight", weight)


@pytest.mark.parametrize(("text", "together", "expected"), [
    (TWICE, "meeting", ["meeting 2021-05-04 Kari Hansen:host, Luc Noir:guest, Taro Sato:guest"]),
    (TWICE, "visit", ["meeting 2021-05-04 Kari Hansen:host, Taro Sato:guest", "meeting 2021-05-06 Kari Hansen:host, Luc Noir:guest"]),
])
def test_people_of_both_took_part(text: str, together: str, expected: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    weighing(monkeypatch, together=together)
    assert coded(text, "type when people", day="2021-05-12") == expected


@pytest.mark.parametrize(("text", "kind", "expected"), [
    (TOLD_FIRST, "visit", ["visit planned 2021-05-14/18"]),
    (f"{HEADED}\n\nOn 4 May 2021 {HANSEN} met {SATO} in Oslo.", "meeting", ["meeting held 2021-05-04"]),
])
def test_when_it_was_and_whether_is_told_first_below_the_headline(
    text: str, kind: str, expected: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    weighing(monkeypatch, together=kind)
    assert coded(text, "type status when", day="2021-05-12") == expected


def test_what_belonged_to_one_belongs_to_both(monkeypatch: pytest.MonkeyPatch) -> None:
    weighing(monkeypatch, together="visit")
    assert [row for row in coded(AT_TABLE, "type parent", day="2021-05-12") if row.startswith("meeting")] == ["meeting visit"]


@pytest.mark.parametrize(("feature", "text"), [
    ("clashTrue", RIVALS), ("clashFalse", TWICE), ("who:over", TWICE), ("dates:before", TWICE), ("land:same", TWICE), ("shared1", TWICE),
    ("who:same", TRIP), ("clashFalse", TRIP), ("visit|land:same", TRIP),
])
def test_what_is_looked_at(feature: str, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two rows without weights for anything, one if all that counts is a feature that they have."""
    weighing(monkeypatch, together="no such feature")
    rows = len(coded(text, "type", day="2021-05-12"))
    weighing(monkeypatch, together=feature)
    assert len(coded(text, "type", day="2021-05-12")) == rows - 1


def test_what_was_learnt_keeps_two_meetings_apart() -> None:
    assert coded(TWICE, "type when", day="2021-05-12") == ["meeting 2021-05-04", "meeting 2021-05-06"]


@given(st.integers(0, 40))
def test_whatever_was_put_into_each_other_ends_in_one(count: int) -> None:
    drafts = [Draft("visit", [], "held") for _ in range(count + 1)]
    into = {id(one): other for one, other in pairwise(drafts)}
    assert all(final(draft, into) is drafts[-1] for draft in drafts)
