"""Teaches the network of `pipelines.coding.learned.network` on examples, with JAX (`pip install -e '.[learn]'`).

Numbers are floats here; `tools.learn.whole` makes them whole. A word starts as its vector of `lexicon/word_vectors.npz`; those that
stand often enough in the examples learn one of their own.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from pipelines.coding.learned.network import END, HEADING, NOTHING, SENTENCE, UNKNOWN, lines, words_of
from pipelines.lexicon.loader import read_arrays
from tools.learn.examples import Example
from tools.learn.fit import DOUBT

FILTERS = ((3, 128), (5, 64))  # width in units, number
HIDDEN = 128
NEIGHBOUR = 0.5  # what a neighbour's findings count at first beside a sentence's own
ROUNDS = 16
BATCH = 96  # sentences
PIECE = 40  # sentences of an item that are learnt together
LENGTHS = (24, 40, 62)  # to which sentences are filled up, so that few shapes are compiled
RATE = 1e-3
DECAY = 1e-3
OWN_PENALTY = 2e-4  # for the distance of a word from its vector
DROPPED = (0.2, 0.5, 0.3)  # of the words, of what the windows found, of the hidden units
OFTEN = 3  # occurrences from which a word learns a vector of its own
OFTEN_AROUND = 5
AT_FIRST = -4.0  # log-odds of a report before anything is learnt
MARKS = (NOTHING, UNKNOWN, HEADING, SENTENCE, END)

Parameters = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Lesson:
    """Examples as numbers. `words`: one array of word numbers a sentence; the rest: sentences × names or types."""

    words: tuple[Any, ...]
    around: Any
    wanted: Any
    share: Any
    pieces: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Terms:
    """What the columns of a lesson are called, and the vector each word starts with (words × dimensions)."""

    words: dict[str, int]
    names: tuple[str, ...]
    types: tuple[str, ...]
    vectors: Any
    learning: Any


def terms_of(sentences: Sequence[Example], types: tuple[str, ...]) -> Terms:
    base = read_arrays("word_vectors.npz")
    counts = Counter(word for s in sentences for word in s.told.tokens)
    known = lines(base["words"])
    own = sorted(word for word, count in counts.items() if count >= OFTEN and word not in set(known))
    words = {word: n for n, word in enumerate([*MARKS, *own, *known])}
    start = np.random.default_rng(0).normal(0, 0.3, (len(MARKS) + len(own), base["table"].shape[1]))
    start[words[NOTHING]] = 0
    vectors = np.concatenate([start, base["table"] * float(base["step"])]).astype(np.float32)
    learning = np.array([word in MARKS[1:] or counts[word] >= OFTEN for word in words], dtype=np.float32)
    around = Counter(name for s in sentences for name in s.told.around)
    return Terms(words, tuple(sorted(n for n, c in around.items() if c >= OFTEN_AROUND)), types, vectors, learning)


def lesson(sentences: Sequence[Example], terms: Terms) -> Lesson:
    unknown = terms.words[UNKNOWN]
    words = tuple(np.array([terms.words.get(word, unknown) for word in words_of(s.told)], dtype=np.int32) for s in sentences)
    around = np.array([[name in s.told.around for name in terms.names] for s in sentences], dtype=np.float32)
    wanted = np.array([[t in s.types for t in terms.types] for s in sentences], dtype=np.float32)
    share = np.array([[DOUBT if t in s.doubtful else 1.0 for t in terms.types] for s in sentences], dtype=np.float32)
    return Lesson(words, around, wanted, share, tuple(pieces(sentences)))


def pieces(sentences: Sequence[Example]) -> Iterator[tuple[int, int]]:
    """The sentences of each item, cut where there are many."""
    first = 0
    for n in range(1, len(sentences) + 1):
        if n == len(sentences) or sentences[n].item != sentences[first].item or n - first == PIECE:
            yield first, n
            first = n


def batches(parts: Sequence[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    batch: list[tuple[int, int]] = []
    for part in parts:
        if batch and sum(b - a for a, b in batch) + part[1] - part[0] > BATCH:
            yield batch
            batch = []
        batch.append(part)
    if batch:
        yield batch


def filled(data: Lesson, batch: list[tuple[int, int]]) -> tuple[Any, ...]:
    """Words, which sentences have one before and behind, what surrounds them, what is wanted and its share; `BATCH` rows."""
    chosen = np.concatenate([np.arange(a, b) for a, b in batch])
    longest = max(len(data.words[n]) for n in chosen)
    words = np.zeros((BATCH, next(length for length in LENGTHS if length >= longest)), np.int32)
    for row, n in enumerate(chosen):
        words[row, : len(data.words[n])] = data.words[n]
    beside = np.ones((len(chosen), 2), np.float32)
    ends = np.cumsum([b - a for a, b in batch])
    beside[[0, *ends[:-1]], 0] = 0
    beside[ends - 1, 1] = 0
    rest = (beside, data.around[chosen], data.wanted[chosen], data.share[chosen])
    return words, *(np.pad(each, ((0, BATCH - len(chosen)), (0, 0))) for each in rest)


def start(terms: Terms, chance: Any) -> Parameters:
    """Random numbers of a spread that keeps the layers' output of one size."""
    dimensions, found = terms.vectors.shape[1], sum(count for _, count in FILTERS)

    def drawn(*shape: int, fed: int) -> Any:
        return chance.normal(0, fed**-0.5, shape).astype(np.float32)

    windows = {f"window{n}": drawn(width, dimensions, count, fed=width * dimensions) for n, (width, count) in enumerate(FILTERS)}
    biases = {f"bias{n}": np.zeros(count, np.float32) for n, (_, count) in enumerate(FILTERS)}
    fed = 3 * found + len(terms.names)
    blocks = {name: drawn(found, HIDDEN, fed=fed) for name in ("here", "before", "behind")}
    rest = {"around": drawn(len(terms.names), HIDDEN, fed=fed), "hidden_bias": np.zeros(HIDDEN, np.float32)}
    out = {"out": drawn(HIDDEN, len(terms.types), fed=HIDDEN), "out_bias": np.full(len(terms.types), AT_FIRST, np.float32)}
    return {"own": np.zeros_like(terms.vectors), **windows, **biases, **blocks, **rest, **out}
