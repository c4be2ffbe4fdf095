"""Hashes in files give back, share by share, what was put in; what spans batches is judged by them."""
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.publish import hashes, ledger
from pipelines.publish.contract import ContractBroken
from pipelines.publish.hashes import Hashes, shares_of
from pipelines.publish.ledger import ANNOUNCED, Ledger

NUMBERS = st.lists(st.integers(-(2**63), 2**63 - 1), max_size=60)


@given(NUMBERS, st.integers(1, 5))
def test_shares_hold_everything_once_with_its_place(numbers: list[int], shares: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(hashes, "WAITING", 7)
        patch.setattr(hashes, "READ", 3)
        held = Hashes()
        for first in range(0, len(numbers), 4):
            held.extend(numbers[first : first + 4])
        found = [(place, value) for one in range(shares)
                 for place, value in zip(held.places(one, shares), held.share(one, shares), strict=True)]
        assert sorted(found) == list(enumerate(numbers)) and len(held) == len(numbers)
        every_other = np.arange(0, len(numbers), 2)
        assert list(held.at(every_other)) == numbers[::2]


def test_more_hashes_make_more_shares() -> None:
    few, many = Hashes(), Hashes()
    many.extend(range(3 * hashes.SHARE))
    assert (shares_of(few), shares_of(few, many)) == (1, 4)


@pytest.mark.parametrize(("pairs", "circle"), [
    ([], False), ([("b", "a"), ("c", "b"), ("d", "b")], False), ([("a", "a")], True),
    ([("b", "a"), ("c", "b"), ("a", "c"), ("x", "a")], True),
])
def test_announcements_that_go_round_are_told(pairs: list[tuple[str, str]], circle: bool) -> None:
    kept = Ledger()
    for later, before in pairs:
        kept._announced.extend([hash(later)])
        kept._named[ANNOUNCED].extend([hash(before)])
    if circle:
        with pytest.raises(ContractBroken, match="come before themselves"):
            kept._check_no_cycle()
    else:
        kept._check_no_cycle()


@pytest.mark.parametrize(("ids", "named"), [(["evt_1"], True), (["evt_2"], False), ([], False)])
def test_whether_a_rejected_row_is_named(ids: list[str], named: bool) -> None:
    kept = ledger.Ledger()
    kept._named[ANNOUNCED].extend([hash(("evt_1",))])
    assert kept.names(ANNOUNCED, ids) is named
