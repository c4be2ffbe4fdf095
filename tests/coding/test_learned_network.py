"""The network: what it sees of an item, and that its scores are whole sums that no machine rounds."""
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.coding.learned import network as learned
from pipelines.coding.learned.network import LONGEST, WIDEST, Network, Told, network, put_together, scores, words_of
from pipelines.coding.learned.told import DEEDS, SEVERAL_OF
from schemas.vocabularies import EVENT_TYPES

WORDS = ("they", "met", "N", "in", "rain", "signed")
TRAITS = ("home", "side:0", "never seen")
UNITS = st.lists(st.tuples(st.sampled_from(WORDS), st.sets(st.sampled_from(TRAITS)).map(tuple)), max_size=12)
AROUND = st.lists(st.sampled_from(["spoken", "place:0"]))
SENTENCES = st.builds(lambda units, *rest: Told([w for w, _ in units], [t for _, t in units], *rest), UNITS, st.booleans(), AROUND)
ITEMS = st.lists(SENTENCES, min_size=1, max_size=8)


def small(seed: int = 1) -> Network:
    """A network of the right shape with numbers drawn at random."""
    draw = np.random.default_rng(seed)

    def whole(*shape: int) -> Any:
        return draw.integers(-127, 128, shape)

    base = {"words": "they\nmet\nin", "table": whole(3, 8).astype(np.int8)}
    windows = {"window0": whole(3, 8, 6), "bias0": whole(6), "window1": whole(5, 8, 4), "bias1": whole(4)}
    windows |= {"traits": "home\nside:0", "features": whole(2, 8)}
    blocks = {"hidden": whole(5, 10, 5), "around": whole(2, 5), "hidden_bias": whole(5)}
    own = {"words": "<none>\n<unk>\n<h>\n<s>\n</s>\nN\nmet", "rows": whole(7, 8).astype(np.int8)}
    end = {"out": whole(5, 2), "out_bias": whole(2), "shift": 16.0, "unit": 1.0, "names": "spoken\nplace:0", "types": "meeting\nvisit"}
    return put_together(base, own | windows | blocks | end)


def dot(values: list[int], column: Any) -> int:
    return sum(v * int(w) for v, w in zip(values, column, strict=True))


def clipped(parts: list[int]) -> int:
    return max(-WIDEST, min(WIDEST, sum(parts)))


def most(told: Told, net: Network, window: Any, bias: Any) -> list[int]:
    """The largest sum of each filter over all places of the window, one place after the other."""
    reach, nothing = len(window) // 2, [0] * net.vectors.shape[1]
    words = [[int(x) for x in net.vectors[net.rows.get(word, net.rows["<unk>"])]] for word in words_of(told)]
    traits = [(), *told.traits, ()]
    vectors = [[clipped([x, *(int(net.features[net.traits[t]][d]) for t in names if t in net.traits)]) for d, x in enumerate(word)]
               for word, names in zip(words, traits, strict=True)]
    padded = [*[nothing] * reach, *vectors, *[nothing] * reach]
    places = [padded[n : n + len(window)] for n in range(len(vectors))]
    return [max(0, *(sum(map(dot, rows, window[:, :, f])) + int(bias[f]) for rows in places)) for f in range(len(bias))]


def slowly(item: list[Told], net: Network) -> list[list[float]]:
    """The same sums as `scores` makes of a piece, in Python's whole numbers."""
    found = [[x for window in net.windows for x in most(told, net, *window)] for told in item]
    nothing, whole = [0] * len(found[0]), [max(column) for column in zip(*found, strict=True)]
    rows = []
    for n, told in enumerate(item):
        read = (found[n], found[n - 1] if n else nothing, found[n + 1] if n + 1 < len(item) else nothing, found[0], whole)
        around = [int(name in told.around) for name in net.names]
        hidden = [sum(dot(values, block[:, j]) for values, block in zip(read, net.hidden, strict=True)) + dot(around, net.around[:, j])
                  + int(net.hidden_bias[j]) for j in range(5)]
        kept = [max(0, h) // 16 for h in hidden]
        rows.append([float(dot(kept, net.out[:, t]) + int(net.out_bias[t])) for t in range(2)])
    return rows


@settings(max_examples=30)
@given(ITEMS)
def test_scores_are_whole_sums(item: list[Told]) -> None:
    assert scores(item, small()).tolist() == slowly(item, small())


@given(ITEMS)
def test_a_long_item_is_read_piece_by_piece(item: list[Told]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(learned, "PIECE", 2)
        assert scores(item, small()).tolist() == [row for n in range(0, len(item), 2) for row in slowly(item[n : n + 2], small())]


def test_no_sentences_have_no_scores() -> None:
    assert scores([], small()).shape == (0, 2)


def test_a_word_of_its_own_stands_before_the_same_word_of_the_base() -> None:
    net = small()
    assert net.rows["met"] == 6 and net.rows["they"] == 7 and not net.vectors[net.rows["<none>"]].any()


def test_of_a_very_long_sentence_the_beginning_is_read() -> None:
    long = Told(["met"] * 100_000, [["home"]] * 100_000, False, [])
    assert len(list(words_of(long))) == LONGEST + 2
    assert (scores([long], small()) == scores([Told(["met"] * LONGEST, [["home"]] * LONGEST, False, [])], small())).all()


def test_the_shipped_network_keeps_within_what_floats_hold_exactly() -> None:
    net = network()
    assert set(net.types) <= {*EVENT_TYPES, *DEEDS, *map(SEVERAL_OF.__add__, [*EVENT_TYPES, *DEEDS])}
    largest = [np.abs(window).sum(axis=(0, 1)).max() * WIDEST + np.abs(bias).max() for window, bias in net.windows]
    assert max(largest) < 2**24
    hidden = sum(np.abs(block).sum(axis=0).max() for block in net.hidden) * max(largest) + np.abs(net.around).sum(axis=0).max()
    assert hidden + np.abs(net.hidden_bias).max() < 2**53
    assert np.abs(net.out).sum(axis=0).max() * hidden / net.shift + np.abs(net.out_bias).max() < 2**53


@pytest.mark.parametrize("tokens, event_type", [
    ("N met with N in L on D".split(), "meeting"),
    ("C and C signed a I on trade in L".split(), "signing"),
    ("N will pay an official visit to C from D to D".split(), "visit"),
    ("N presented his letters of credence to N at a ceremony in L".split(), "credentials"),
])
def test_the_shipped_network_knows_the_plainest_reports(tokens: list[str], event_type: str) -> None:
    net = network()
    told = Told(tokens, [()] * len(tokens), False, ["sides:2", "place:0", "cand:none"])
    found = {kind: score for kind, score in zip(net.types, scores([told], net)[0], strict=True) if kind in EVENT_TYPES}
    assert max(found, key=found.__getitem__) == event_type and found[event_type] > 0


def test_it_is_read_once() -> None:
    assert learned.network() is network()
