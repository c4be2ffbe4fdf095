"""What is asked of the encoder, and what becomes of its answers."""
from types import SimpleNamespace
from typing import Any

import pytest

from pipelines.coding.learned import told
from pipelines.coding.learned.told import CLEAR, HEARD, MOST, Odds, probable, together, with_encoder

SILENT, VAGUE, PLAIN = {"call": HEARD - 1.0}, {"call": -1.0, "visit": -9.0}, {"call": CLEAR + 1.0, "visit": HEARD - 1.0}


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The numbers of sentences that are asked about, in order. The answer is always 3 for a call and -9 for a visit."""
    found: list[int] = []

    def read(sentences: list[str], numbers: list[int], model: Any) -> dict[int, Any]:
        found.extend(numbers)
        return {n: SimpleNamespace(tolist=lambda: [3.0, -9.0]) for n in numbers}

    monkeypatch.setattr(told, "read", read)
    monkeypatch.setattr(told, "ENCODED", 0.5)
    monkeypatch.setattr(told, "encoder", lambda: SimpleNamespace(types=("call", "visit")))
    return found


def item(sentences: int) -> Any:
    spoken = SimpleNamespace(sentence=SimpleNamespace(start=0, end=4))
    return SimpleNamespace(text="They", views=[spoken] * sentences)


def test_only_what_is_neither_silent_nor_plain_is_asked(asked: list[int]) -> None:
    found = with_encoder(item(4), [SILENT, VAGUE, PLAIN, {}])
    assert asked == [1]
    assert found == [SILENT, {"call": 1.0, "visit": -9.0}, PLAIN, {}]


def test_of_a_very_long_item_the_beginning_is_asked(asked: list[int]) -> None:
    with_encoder(item(MOST + 9), [VAGUE] * (MOST + 9))
    assert asked == list(range(MOST))


@pytest.mark.parametrize("one, other, share, both", [
    ({"call": 1.0}, {"call": 3.0}, 0.5, {"call": 2.0}),
    ({"call": 1.0}, {"call": 3.0}, 0.25, {"call": 1.5}),
    ({"call": 1.0, "visit": 1.0}, {"call": 1.0, "aid": 1.0}, 0.5, {"call": 1.0}),
])
def test_both_have_their_share_in_what_both_know(one: Odds, other: Odds, share: float, both: Odds) -> None:
    assert together(one, other, share) == both


def test_what_is_unlikely_is_not_told() -> None:
    assert probable({"call": 0.0, "visit": -4.0}) == {"call": 0.5}
