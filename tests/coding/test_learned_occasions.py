"""Rows that weights make: where no frame tells, never beside a row of the same occasion."""
from collections.abc import Sequence

import pytest
from coded import HANSEN, SATO, coded, coding_of, segments_of

from pipelines.coding.candidates import single
from pipelines.coding.events import read_items
from pipelines.coding.frames import Match
from pipelines.coding.item import Draft, Item
from pipelines.coding.learned import occasions
from pipelines.coding.learned.occasions import frame_of, untold
from pipelines.coding.learned.surroundings import Surroundings, surroundings
from pipelines.model.document import Document

STAMPS = f"On 4 May 2021 {HANSEN} laid out stamps with {SATO} in Oslo."
TOURED = f"{HANSEN} and {SATO} saw a mill on 4 May 2021. Later they looked at boats."
MET = f"{HANSEN} met {SATO} in Oslo on 4 May 2021."


@pytest.fixture(autouse=True)
def _sure_of_stamps(monkeypatch: pytest.MonkeyPatch) -> None:
    def likely(item: Item, _: Sequence[Surroundings]) -> list[dict[str, float]]:
        return [{"meeting": 0.9, "visit": 0.2} if any(u.text == "stamps" for u in view.units) else {} for view in item.views]

    monkeypatch.setattr(occasions, "likely", likely)
    monkeypatch.setattr(occasions, "trigger", lambda view, *_: next(n for n, u in enumerate(view.units) if u.text == "stamps"))


def test_a_sentence_without_a_frame_gets_a_row() -> None:
    assert coded(STAMPS, "type status when country people", day="2021-05-05") == [
        "meeting held 2021-05-04 NOR Kari Hansen:host, Taro Sato:guest"]
    event, = coding_of(STAMPS, "2021-05-05").events
    assert event.rule == "learned.meeting"


@pytest.mark.parametrize("text", [
    pytest.param(f"{MET} The two laid out stamps.", id="the type is told already"),
    pytest.param(f"{HANSEN} and {SATO} laid out stamps and spoke by telephone on 4 May 2021.", id="its sentence tells other talks"),
])
def test_no_row_beside_one_of_the_same_occasion(text: str) -> None:
    assert len([e for e in coding_of(text, "2021-05-05").events if e.event_type in ("meeting", "call")]) == 1


def test_a_lost_draft_that_two_sentences_report_comes_back_once() -> None:
    item, = read_items(Document("doc_0", "a.txt", "0", "text/plain", "utf-8", "en", TOURED), list(segments_of(TOURED)))
    item.chances[:] = [{"site_visit": 0.9} for _ in item.views]
    leads = [single(seen, number, Match(frame_of("site_visit"), 1, 2)) for number, seen in enumerate(item.views)]
    lost = Draft("site_visit", leads, "held")
    lost.add_countries(["NOR", "JPN"])
    assert untold(item, [], [lost], list(surroundings(item, {}))) == [lost]


def test_its_day_is_read_as_any_other() -> None:
    later = f"On 4 July 2021 {HANSEN} will bring her stamps to {SATO} in Oslo."
    assert coded(later, "type status when", day="2021-05-05") == ["meeting planned 2021-07-04"]


def test_positions_have_the_roles_that_most_frames_of_the_type_give() -> None:
    assert frame_of("visit").roles["left"] == "guest"
    assert frame_of("award").roles["left"] == "giver"
