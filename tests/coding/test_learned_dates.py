"""When an occasion took place by what was learnt: the likeliest of the days that its item speaks of, or none of them."""

import pytest
from coded import HANSEN, SATO, coding_of, segments_of, when

from pipelines.coding.events import read_items, told_drafts
from pipelines.coding.learned import datings
from pipelines.coding.learned.calendar import almanac, options
from pipelines.coding.learned.spells import NEAREST
from pipelines.model.document import Document

MET = f"{HANSEN} met {SATO} in Oslo."


def only(monkeypatch: pytest.MonkeyPatch, chances: dict[str, float]) -> None:
    """Nothing but the given features speaks for a date."""
    monkeypatch.setattr(datings, "weight", lambda _, features: 100 * int(sum(chances.get(f, 0) for f in features)))


@pytest.mark.parametrize("chances, text, told", [
    pytest.param({"apart+1": 5}, f"{MET} It rained on 3 May 2021.", ("2021-05-03", "inferred"), id="the day of the next sentence"),
    pytest.param({"apart0": 5}, f"It rained on 3 May 2021. {MET[:-1]} on 4 May 2021.", ("2021-05-04", "stated"), id="its own"),
    pytest.param({"rule:same:published": 5}, MET, ("2021-05-05", "published"), id="what rules say"),
    pytest.param({"never": 5}, f"It rained on 3 May 2021. {MET}", ("-", "none"), id="not told"),
])  # fmt: skip
def test_the_likeliest_days(monkeypatch: pytest.MonkeyPatch, chances: dict[str, float], text: str, told: tuple[str, str]) -> None:
    only(monkeypatch, chances)
    event = next(e for e in coding_of(text, "2021-05-05").events if e.event_type == "meeting")
    assert (when(event), event.date_basis) == told


CAME = f"On 3 May 2021 {HANSEN} arrived in Tokyo on a visit"


@pytest.mark.parametrize("kind, text, told", [
    pytest.param("between", f"{CAME}. She talks with bankers until 5 May 2021.", "2021-05-03/05", id="between two days of the text"),
    pytest.param("counted", f"{CAME} that takes her through the country. The four-day tour has begun.", "2021-05-03/06", id="counted"),
    pytest.param("ending", f"{CAME}. The four-day tour is over.", "2021-04-30/2021-05-03", id="counted back"),
    pytest.param("shifted", f"It rained on 3 May 2021. On the eve {HANSEN} visited Japan.", "2021-05-02", id="the eve"),
])  # fmt: skip
def test_days_put_together(monkeypatch: pytest.MonkeyPatch, kind: str, text: str, told: str) -> None:
    only(monkeypatch, {f"spell:{kind}": 5})
    event = next(e for e in coding_of(text).events if e.event_type == "visit")
    assert (when(event), event.date_basis) == (told, "inferred")


def test_days_are_put_together_of_the_nearest_only(monkeypatch: pytest.MonkeyPatch) -> None:
    many = " ".join(f"It rained on {day} May 2021." for day in range(1, 29))
    text = f"{many} {CAME}."
    item, = read_items(Document("doc_0", "a.txt", "0", "text/plain", "utf-8", "en", text), list(segments_of(text)))
    draft = next(d for d in told_drafts(item) if d.event_type == "visit")
    assert sum(each.spell is not None for each in options(almanac(item, [draft]), draft)) <= NEAREST * (NEAREST - 1)


def test_what_was_learnt_keeps_a_plain_date() -> None:
    event, = coding_of(f"On 4 May 2021 {MET}", "2021-05-05").events
    assert (when(event), event.date_basis) == ("2021-05-04", "stated")
