"""Which drafts become rows, by what was learnt: of those that rules accept, and of those that sentences likely report."""

from collections.abc import Sequence

import pytest
from coded import HANSEN, SATO, coded, segments_of

from pipelines.coding.events import claimed_drafts, read_items
from pipelines.coding.item import Item
from pipelines.coding.learned import testimony, verdicts
from pipelines.coding.learned.surroundings import Surroundings
from pipelines.coding.learned.testimony import Claim
from pipelines.coding.learned.verdicts import AROUND, claims
from pipelines.lexicon.weights import learnt
from pipelines.model.document import Document

MET = f"{HANSEN} met {SATO} in Oslo on 4 May 2021."
TWICE = f"{MET} They laid out stamps."


@pytest.fixture(autouse=True)
def _heard(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a sentence with stamps a visit is likely, and a call hardly; of one where somebody met, a meeting."""

    def likely(item: Item, _: Sequence[Surroundings]) -> list[dict[str, float]]:
        return [{"visit": 0.7, "call": 0.1} if "stamps" in view.line else {"meeting": 0.9, "visit": 0.3} for view in item.views]

    monkeypatch.setattr("pipelines.coding.learned.occasions.likely", likely)


def claims_of(text: str) -> list[Claim]:
    item, = read_items(Document("doc_0", "a.txt", "0", "text/plain", "utf-8", "en", text), list(segments_of(text)))
    return list(claims(item, *claimed_drafts(item)))


@pytest.mark.parametrize(("against", "expected"), [
    ("nothing", ["meeting", "visit", "visit"]),
    ("acceptedFalse", ["meeting"]),
    ("acceptedTrue", ["visit", "visit"]),
    ("lead2", ["meeting", "visit"]),
    ("c:laid", ["meeting", "visit"]),
])
def test_what_speaks_against_a_draft_takes_its_row(against: str, expected: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verdicts, "weight", lambda _, features: -100 if against in features else 100)
    monkeypatch.setattr("pipelines.coding.events.fold", lambda _, drafts: drafts)
    assert sorted(coded(TWICE, "type", day="2021-05-05")) == expected


def test_what_is_looked_at() -> None:
    found = {claim.draft.event_type + str(claim.draft.lead.number): testimony.testimony(claim) for claim in claims_of(TWICE)}
    assert found["meeting0"] >= {"acceptedTrue", "own18", "people2lands2", "frame:meeting.met_person", "meeting|at0", "herevisit"}
    assert found["visit0"] >= {"acceptedFalse", "rivalnone", "better1of1", "heremeeting", "near-1"}
    assert found["visit1"] >= {"own14", "better0of1", "4|at1", "herenone", "s:stamps"}


def test_no_name_is_looked_at() -> None:
    seen = set[str]().union(*map(testimony.testimony, claims_of(TWICE)))
    assert not {name for name in ("hansen", "sato", "norw", "japan", "oslo") if any(name in feature.lower() for feature in seen)}


def test_a_draft_is_held_against_those_told_around_it() -> None:
    many = claims_of(" ".join(f"{MET} They laid out stamps." for _ in range(60)))
    assert len(many) > 2 * AROUND and max(len(claim.others) for claim in many) == 2 * AROUND


def test_where_somebody_is_honoured_is_no_site_visit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verdicts, "weight", lambda *_: 100)
    laid = f"{HANSEN} toured the Shipyard Museum in Tokyo and laid a wreath at the National Monument there on 4 May 2021."
    assert [row for row in coded(laid, "type", day="2021-05-05") if row in ("tribute", "site_visit")] == ["tribute"]


def test_what_is_recalled_is_not_asked_about() -> None:
    assert not [c for c in claims_of(f"{HANSEN} recalled her visit to Japan in 1995.") if c.draft.background]


def test_the_shipped_weights_hold_no_names() -> None:
    said = {feature.partition(":")[2] for feature in learnt(verdicts.VERDICTS) if feature.startswith("s:")}
    assert len(said) > 500 and not said & {"biden", "lavrov", "hasanov", "norway", "azerbaijan"}


@pytest.mark.parametrize(("text", "many"), [
    ("The Prime Ministers of Norway and Finland met in Oslo on 4 May 2021.", 1),
    ("Georgia and Samoa have established diplomatic relations.", 1),
    ("The two ministers talked about fish. " * 3 + "Nobody met. " * 4, 0),
])  # fmt: skip
def test_the_one_occasion_of_a_short_item_stays(text: str, many: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verdicts, "weight", lambda *_: verdicts.LONE)
    assert len(coded(text, "type", day="2021-05-05")) == many
