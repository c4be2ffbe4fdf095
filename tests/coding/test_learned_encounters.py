"""One sentence that tells several occasions: a row for each who is met, or each place that is visited, by what was learnt."""

import pytest
from coded import HANSEN, NOIR, SATO, coded, segments_of

from pipelines.coding.events import fresh_drafts, read_items
from pipelines.coding.learned import encounters
from pipelines.coding.learned.successive import MOST, following, successive
from pipelines.model.document import Document

ABE = "President Ichiro Abe of Japan"
BOTH = f"{HANSEN} met {SATO} and {ABE} in Tokyo."
TOUR = f"{HANSEN} will visit Japan and then France in June 2021."


@pytest.fixture(autouse=True)
def _every_row_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipelines.coding.events.judged", lambda _, accepted, heard: accepted)
    monkeypatch.setattr("pipelines.coding.events.settle_presence", lambda *_: None)


def weighing(monkeypatch: pytest.MonkeyPatch, apart: str) -> None:
    """Whoever follows another is met on an occasion of his own if the two have the feature `apart`."""
    monkeypatch.setattr(encounters, "weight", lambda _, features: 100 if apart in features else -100)


@pytest.mark.parametrize(("text", "apart", "expected"), [
    (BOTH, "all:and", ["meeting Kari Hansen:guest, Taro Sato:host", "meeting Ichiro Abe:host, Kari Hansen:guest"]),
    (BOTH, "all:with", ["meeting Ichiro Abe:host, Kari Hansen:guest, Taro Sato:host"]),
    (f"{SATO} and {ABE} called on {HANSEN} in Oslo.", "rightFalsenth0of2",
     ["meeting Kari Hansen:host, Taro Sato:guest", "meeting Ichiro Abe:guest, Kari Hansen:host"]),
    (f"{HANSEN} met {SATO}, {NOIR} and {ABE} in Geneva.", "next", [
        "meeting Kari Hansen:participant, Taro Sato:participant", "meeting Kari Hansen:participant, Luc Noir:participant",
        "meeting Ichiro Abe:participant, Kari Hansen:participant"]),
    (f"{HANSEN} met {SATO} in Tokyo.", "next", ["meeting Kari Hansen:guest, Taro Sato:host"]),
])
def test_each_who_is_met_for_himself(text: str, apart: str, expected: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    weighing(monkeypatch, apart)
    assert sorted(coded(text, "type people", day="2021-05-05")) == sorted(expected)


def test_each_place_that_is_visited(monkeypatch: pytest.MonkeyPatch) -> None:
    weighing(monkeypatch, "first:and_then")
    assert coded(TOUR, "type country people", day="2021-05-05") == ["visit JPN Kari Hansen:guest", "visit FRA Kari Hansen:guest"]


def features_of(text: str, right: bool = True) -> list[set[str]]:
    item, = read_items(Document("doc_0", "a.txt", "0", "text/plain", "utf-8", "en", text), list(segments_of(text)))
    draft = fresh_drafts(item)[0][0]
    return [successive(pair) for pair in following(item, draft.lead, draft.event_type, right)]


@pytest.mark.parametrize(("text", "expected"), [
    (BOTH, {"lands:same", "offices:minister_foreign:head_of_state", "in:and", "meeting|rightTruenth0of2", "actsTrueoneFalseotherFalse"}),
    (f"{HANSEN} met with {SATO} and with {NOIR}.", {"againTrue:with", "lands:other", "far2", "sameofficeTruelands:other"}),
    (TOUR, {"kinds:countrycountry", "first:and_then", "visit|last:and_then"}),
])
def test_what_is_looked_at(text: str, expected: set[str]) -> None:
    pair, = features_of(text)
    assert pair >= expected


def test_no_name_is_looked_at() -> None:
    seen = set[str]().union(*features_of(BOTH), *features_of(TOUR))
    assert not {name for name in ("hansen", "sato", "norw", "japan", "tokyo") if any(name in feature.lower() for feature in seen)}


def test_of_a_crowd_the_first_are_asked() -> None:
    crowd = " and ".join(f"Minister Aa{chr(97 + n)}en Berg{chr(97 + n)}um of Japan" for n in range(MOST + 5))
    assert len(features_of(f"{HANSEN} met {crowd}.")) == MOST - 1


@pytest.mark.parametrize(("text", "expected"), [
    (f"{HANSEN} met separately with {SATO} and {NOIR} in Geneva.", ["meeting JPN+NOR", "meeting FRA+NOR"]),
    (f"{HANSEN} called on {SATO} and on {ABE} in Tokyo.", ["meeting JPN+NOR", "meeting JPN+NOR"]),
    (f"{HANSEN} met {SATO} in Tokyo.", ["meeting JPN+NOR"]),
    (f"{HANSEN} will visit Japan, France and Chile in June 2021.", ["visit JPN+NOR", "visit FRA+NOR", "visit CHL+NOR"]),
])
def test_what_was_learnt_keeps_plain_cases(text: str, expected: list[str]) -> None:
    assert coded(text, "type countries", day="2021-05-05") == expected
