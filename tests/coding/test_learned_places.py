"""Where an occasion took place by what was learnt: the likeliest of the places that the item speaks of, or none of them."""

import pytest
from coded import HANSEN, SATO, coding_of

from pipelines.coding.learned import placing

MET = f"{HANSEN} met {SATO} on 4 May 2021."


@pytest.fixture
def only(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing but the given features speaks for a place."""
    monkeypatch.setattr(placing, "weight", lambda _, features: 100 * int(sum(request.param.get(f, 0) for f in features)))


@pytest.mark.parametrize(("only", "text", "country", "city"), [
    pytest.param({"apart+2": 5}, f"{MET} They dined. They then flew to Cuzco, Peru.", "PER", "Cusco", id="where they flew later"),
    pytest.param({"nowhere": 5}, f"{MET} They spoke of the talks in Peru.", None, None, id="not told"),
    pytest.param({"lately0": 5, "latest0": 5}, f"They flew to Lima. {MET} They spoke of Oslo.", "PER", "Lima", id="where the text is"),
    pytest.param({"rule:same": 5}, f"{MET[:-1]} in Oslo.", "NOR", "Oslo", id="what rules say"),
], indirect=["only"])  # fmt: skip
@pytest.mark.usefixtures("only")
def test_the_likeliest_place(text: str, country: str | None, city: str | None) -> None:
    event = next(e for e in coding_of(text, "2021-05-05").events if e.event_type == "meeting")
    assert (event.country, event.city) == (country, city)


def test_what_was_learnt_finds_the_ministers_own_capital() -> None:
    text = f"Ministers meet\n\nOSLO, 5 May 2021 - {SATO} arrived here today for a visit to Norway. He was received by {HANSEN}."
    assert {e.country for e in coding_of(text, "2021-05-05", publisher="NOR").events} == {"NOR"}


def test_a_town_that_no_list_has_is_held_against_the_others_by_its_own_words() -> None:
    text = f"OSLO, 5 May 2021 - {HANSEN} met {SATO} in Kordunik on 4 May."
    assert coding_of(text, "2021-05-05").events[0].city == "Kordunik"
