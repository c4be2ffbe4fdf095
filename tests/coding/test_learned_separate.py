"""One sentence of which it is learnt that it tells several occasions: a row for each country on the other side, or each person."""
from collections.abc import Sequence

import pytest
from coded import HANSEN, NOIR, SATO, coded

from pipelines.coding.item import Item
from pipelines.coding.learned.surroundings import Surroundings

ABE = "President Ichiro Abe of Japan"


@pytest.mark.parametrize(("text", "several", "expected"), [
    (f"{HANSEN} met {SATO} and {NOIR} in Geneva.", 0.9, ["meeting JPN+NOR", "meeting FRA+NOR"]),
    (f"{HANSEN} met {SATO} and {ABE} in Tokyo.", 0.9, ["meeting JPN+NOR", "meeting JPN+NOR"]),
    (f"{HANSEN} met {SATO} and {ABE} in Tokyo.", 0.1, ["meeting JPN+NOR"]),
    (f"{HANSEN} met {SATO} in Tokyo.", 0.9, ["meeting JPN+NOR"]),
])
def test_rows_of_a_list(text: str, several: float, expected: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def likely(item: Item, _: Sequence[Surroundings]) -> list[dict[str, float]]:
        return [{"meeting": 0.8, "several.meeting": several} for _ in item.views]

    monkeypatch.setattr("pipelines.coding.learned.occasions.likely", likely)
    assert coded(text, "type countries", day="2021-05-05") == expected
