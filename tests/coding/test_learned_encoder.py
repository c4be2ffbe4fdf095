"""The encoder: which pieces it reads together, that its sums are whole, and that it knows the plainest reports."""
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.coding.learned.encoder import pieces as reading_pieces
from pipelines.coding.learned.encoder.layers import CURVE, FINE, LARGEST, SHARES, TALLEST, Layer, Norm, attended, bent, normed, passed
from pipelines.coding.learned.encoder.pieces import BREAK, OPENING, UNKNOWN, pieces_of, vocabulary
from pipelines.coding.learned.encoder.reading import PARTS, encoded, read
from pipelines.coding.learned.encoder.stored import Encoder, attending, encoder
from pipelines.coding.learned.encoder.windows import LONGEST, WIDEST, windows
from schemas.vocabularies import EVENT_TYPES

EXACT = 2**24  # up to which a float holds every whole number
HEADS, DIMENSIONS, UNITS = 2, 4, 8
SENTENCES = st.lists(st.integers(0, 100).map(lambda words: "met " * words), min_size=1, max_size=8)


def named(text: str) -> list[str]:
    names = list(vocabulary())
    return [names[n] for n in pieces_of(text, LONGEST)]


@pytest.mark.parametrize("text, pieces", [
    ("They met in Oslo.", "they met in oslo ."),
    ("Café", "cafe"),
    ("the U.S.-led talks", "the u . s . - led talks"),
    ("ice_age", "ice _ age"),
    ("a ⅏ b", f"a {UNKNOWN} b"),
    ("x" * 50, UNKNOWN),
    ("", ""),
])
def test_words_fall_into_the_longest_pieces_that_are_known(text: str, pieces: str) -> None:
    assert named(text) == pieces.split()


def test_of_a_very_long_text_or_word_the_beginning_is_read() -> None:
    assert pieces_of("met " * 1_000_000, 5) == pieces_of("met " * 5, 5)
    reading_pieces.numbers.cache_clear()
    assert named("x" * 1_000_000) == [UNKNOWN]


@given(SENTENCES, st.data())
def test_everything_asked_about_stands_in_one_window(sentences: list[str], data: Any) -> None:
    asked = [n for n in range(len(sentences)) if data.draw(st.booleans())]
    found = list(windows(sentences, asked))
    assert [n for window in found for n in window.spans] == asked
    for window in found:
        assert window.pieces[0] == vocabulary()[OPENING]
        assert len(window.pieces) <= 1 + (LONGEST + 1) + max(WIDEST, LONGEST + 1)
        for n, (first, end) in window.spans.items():
            assert window.pieces[first:end] == [*pieces_of(sentences[n], LONGEST), vocabulary()[BREAK]]


def test_a_window_begins_with_what_stands_before() -> None:
    first, second = windows(["head", "met " * 70, "seen " * 70, "signed " * 70, "left"], [1, 2, 3])
    names = list(vocabulary())
    assert [names[n] for n in first.pieces[:3]] == [OPENING, "head", BREAK] and list(first.spans) == [1, 2]
    assert names[second.pieces[1]] == "seen" and list(second.spans) == [3]


def random_layer(draw: np.random.Generator) -> Layer:
    def whole(*shape: int) -> Any:
        return draw.integers(-LARGEST, LARGEST + 1, shape).astype(np.float32)

    def behind(inputs: int, outputs: int) -> tuple[Any, Any, Any]:
        return whole(inputs, outputs), whole(outputs), np.full(outputs, 0.01, np.float32)

    norm = Norm(np.full(DIMENSIONS, 40.0), whole(DIMENSIONS).astype(np.float64))
    bend = np.maximum(np.arange(-50, 51), -3).astype(np.float32)
    first = (*behind(DIMENSIONS, 3 * DIMENSIONS), 0.05, 0.003, *behind(DIMENSIONS, DIMENSIONS), norm)
    return Layer(*first, *behind(DIMENSIONS, UNITS), bend, *behind(UNITS, DIMENSIONS), norm)


@settings(max_examples=30)
@given(st.integers(0, 1000), st.integers(1, 6), st.randoms())
def test_the_order_of_pieces_that_know_no_place_and_of_columns_changes_nothing(seed: int, count: int, chance: Any) -> None:
    """So no sum is rounded: sums in another order give the same."""
    draw = np.random.default_rng(seed)
    layer, seen = random_layer(draw), draw.integers(-LARGEST, LARGEST + 1, (count, DIMENSIONS)).astype(np.float32)
    rows, units = list(range(count)), list(range(UNITS))
    chance.shuffle(rows)
    chance.shuffle(units)
    turned = layer._replace(wide=layer.wide[:, units], wide_bias=layer.wide_bias[units], narrow=layer.narrow[units])
    assert (passed(seen, layer, HEADS)[rows] == passed(seen[rows], turned, HEADS)).all()


def test_attention_goes_to_what_is_like_the_question() -> None:
    """One head: pieces 0 and 1 are alike, 2 is not; values are what they are."""
    seen = np.array([[100, 0], [100, 0], [0, 100]], np.float32)
    one, none = np.eye(2, dtype=np.float32), np.zeros(6, np.float32)
    layer = random_layer(np.random.default_rng(0))._replace(
        asked=np.concatenate([one, one, one], 1), asked_bias=none, asked_scale=np.ones(6, np.float32), sharp=1.0, gathered=1 / SHARES)
    assert attended(seen, layer, 1).tolist() == [[100, 0], [100, 0], [0, 100]]


def test_a_norm_brings_rows_to_one_spread() -> None:
    found = normed(np.array([[1, 2, 3, 4], [100, 200, 300, 400], [7, 7, 7, 7]], np.float32) * FINE, Norm(np.full(4, 10.0), np.zeros(4)))
    assert found.tolist() == [[-13, -4, 4, 13], [-13, -4, 4, 13], [0, 0, 0, 0]]


def test_what_lies_beyond_the_bend_counts_as_its_end() -> None:
    assert bent(np.array([-9.0, 0.0, 1.0, 9.0]), np.array([-1, 0, 5], np.float32)).tolist() == [-1, 0, 5, 5]


def largest_sums(layer: Layer) -> list[float]:
    """The largest that each product of the layer can come to."""
    half = len(layer.narrow) // 2
    products = [(layer.asked, layer.asked_bias), (layer.told, layer.told_bias), (layer.wide, layer.wide_bias)]
    products += [(part, layer.narrow_bias) for part in (layer.narrow[:half], layer.narrow[half:])]
    return [float((np.abs(weights).sum(0) * LARGEST + np.abs(bias)).max()) for weights, bias in products]


@pytest.mark.parametrize("model", [encoder(), attending().encoder], ids=["reports", "attendance"])
def test_the_shipped_encoders_keep_within_what_floats_hold_exactly(model: Encoder) -> None:
    assert max(max(largest_sums(layer)) for layer in model.layers) < EXACT
    longest = 1 + (LONGEST + 1) + WIDEST
    assert CURVE.max() * longest < EXACT and (SHARES + longest) * LARGEST < EXACT
    assert model.table.shape[1] * (model.table.shape[1] * TALLEST**2) < 2**53
    head = model.head
    hidden = (np.abs(head.hidden).sum(0) * LARGEST * PARTS + np.abs(head.hidden_bias)).max()
    assert hidden < 2**53 and (np.abs(head.out).sum(0) * hidden / head.shift + np.abs(head.out_bias)).max() < 2**53


def test_what_is_encoded_is_whole() -> None:
    seen = encoded(pieces_of("The ministers met in Oslo.", LONGEST), encoder())
    assert seen.dtype == np.float32 and (seen == np.rint(seen)).all() and np.abs(seen).max() <= LARGEST


def likeliest(text: str, model: Encoder) -> tuple[str, float]:
    found = {kind: score for kind, score in zip(model.types, read([text], [0], model)[0], strict=True) if kind in EVENT_TYPES}
    return max(found.items(), key=lambda each: each[1])


@pytest.mark.parametrize("text, event_type", [
    ("Foreign Minister Ana Petrovic met with her Hungarian counterpart Janos Kovacs in Belgrade on Tuesday.", "meeting"),
    ("The two ministers signed a memorandum of understanding on trade.", "signing"),
    ("The President spoke by telephone with Prime Minister Taro Sato on Monday.", "call"),
    ("Ambassador Kari Hansen presented her letters of credence to the President.", "credentials"),
    ("President Kovacs will pay an official visit to Norway next week.", "visit"),
])
def test_the_shipped_encoder_knows_the_plainest_reports(text: str, event_type: str) -> None:
    found, odds = likeliest(text, encoder())
    assert found == event_type and odds > 0


@pytest.mark.parametrize("text", ["The weather in Belgrade was fine.", "The minister was born in Oslo in 1950.", "Share this page"])
def test_it_hears_nothing_where_nothing_is_told(text: str) -> None:
    assert likeliest(text, encoder())[1] < -2


def test_nothing_asked_is_nothing_read() -> None:
    assert read(["They met."], [], encoder()) == {}


def test_it_is_read_once() -> None:
    assert encoder() is encoder()
