"""When an occasion took place by what was learnt: the likeliest of the days that its item speaks of, or none of them."""

import pytest
from coded import HANSEN, SATO, coding_of, when

from pipelines.coding.learned import datings

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


def test_what_was_learnt_keeps_a_plain_date() -> None:
    event, = coding_of(f"On 4 May 2021 {MET}", "2021-05-05").events
    assert (when(event), event.date_basis) == ("2021-05-04", "stated")
