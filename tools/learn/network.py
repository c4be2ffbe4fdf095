"""What the network of `pipelines.coding.learned.network` learns from, as numbers, and the random ones it starts with.

Numbers are floats here; `tools.learn.whole` makes them whole. A word starts as its vector of `lexicon/word_vectors.npz`; those that
stand often enough in the examples learn one of their own. Learning is JAX's (`tools.learn.teach`; `pip install -e '.[learn]'`).
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from pipelines.coding.learned.network import END, HEADING, LONGEST, NOTHING, PIECE, SENTENCE, UNKNOWN, lines, words_of
from pipelines.lexicon.loader import read_arrays
from tools.learn.examples import Example
from tools.learn.fit import DOUBT

FILTERS = ((3, 224), (5, 112))  # width in units, number
HIDDEN = 224
BESIDE = (1.0, 0.5, 0.5, 0.5, 0.3)  # what the findings of a sentence count at first, of its neighbours, of the first of its piece, of all
OFTEN = 3  # occurrences from which a word learns a vector of its own
OFTEN_AROUND = 5
OFTEN_TRAIT = 20
FED_TRAITS = 4  # of a unit, about
AT_FIRST = -4.0  # log-odds of a report before anything is learnt
MARKS = (NOTHING, UNKNOWN, HEADING, SENTENCE, END)

Parameters = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Lesson:
    """Examples as numbers, an array a sentence: numbers of words, pairs of unit and trait. The rest: sentences × names or types."""

    words: tuple[Any, ...]
    traits: tuple[Any, ...]
    around: Any
    wanted: Any
    share: Any
    pieces: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Terms:
    """What the columns of a lesson are called, and the vector each word starts with (words × dimensions).

    The words that learn a vector of their own come first, `learning` of them.
    """

    words: dict[str, int]
    traits: dict[str, int]
    names: tuple[str, ...]
    types: tuple[str, ...]
    vectors: Any
    learning: int


def terms_of(sentences: Sequence[Example], types: tuple[str, ...]) -> Terms:
    base = read_arrays("word_vectors.npz")
    counts = Counter(word for s in sentences for word in s.told.tokens)
    known = {word: n for n, word in enumerate(lines(base["words"]))}
    own = sorted(word for word, count in counts.items() if count >= OFTEN and word not in known)
    often, others = (sorted((w for w in known if (counts[w] >= OFTEN) is often), key=known.__getitem__) for often in (True, False))
    words = {word: n for n, word in enumerate([*MARKS, *own, *often, *others])}
    start = np.random.default_rng(0).normal(0, 0.3, (len(MARKS) + len(own), base["table"].shape[1]))
    start[words[NOTHING]] = 0
    given = base["table"][[known[word] for word in (*often, *others)]] * float(base["step"])
    vectors = np.concatenate([start, given]).astype(np.float32)
    traits = frequent((t for s in sentences for unit in s.told.traits for t in unit), OFTEN_TRAIT)
    names = frequent((name for s in sentences for name in s.told.around), OFTEN_AROUND)
    return Terms(words, {t: n for n, t in enumerate(traits)}, names, types, vectors, len(start) + len(often))


def frequent(found: Iterator[str], least: int) -> tuple[str, ...]:
    return tuple(sorted(each for each, count in Counter(found).items() if count >= least))


def lesson(sentences: Sequence[Example], terms: Terms) -> Lesson:
    unknown = terms.words[UNKNOWN]
    words = tuple(np.array([terms.words.get(word, unknown) for word in words_of(s.told)], dtype=np.int32) for s in sentences)
    traits = tuple(np.array(list(numbered(s, terms)), dtype=np.int32).reshape(-1, 2) for s in sentences)
    around = np.array([[name in s.told.around for name in terms.names] for s in sentences], dtype=np.float32)
    wanted = np.array([[t in s.types for t in terms.types] for s in sentences], dtype=np.float32)
    share = np.array([[DOUBT if t in s.doubtful else 1.0 for t in terms.types] for s in sentences], dtype=np.float32)
    return Lesson(words, traits, around, wanted, share, tuple(pieces(sentences)))


def numbered(sentence: Example, terms: Terms) -> Iterator[tuple[int, int]]:
    """Unit, counted with the mark of the beginning, and number of each trait."""
    for unit, names in enumerate(sentence.told.traits[:LONGEST], 1):
        yield from ((unit, terms.traits[name]) for name in names if name in terms.traits)


def pieces(sentences: Sequence[Example]) -> Iterator[tuple[int, int]]:
    """The sentences of each item, cut where there are many."""
    first = 0
    for n in range(1, len(sentences) + 1):
        if n == len(sentences) or sentences[n].item != sentences[first].item or n - first == PIECE:
            yield first, n
            first = n


def start(terms: Terms, chance: Any) -> Parameters:
    """Random numbers of a spread that keeps the layers' output of one size."""
    dimensions, found = terms.vectors.shape[1], sum(count for _, count in FILTERS)

    def drawn(*shape: int, fed: int) -> Any:
        return chance.normal(0, fed**-0.5, shape).astype(np.float32)

    windows = {f"window{n}": drawn(width, dimensions, count, fed=width * dimensions) for n, (width, count) in enumerate(FILTERS)}
    biases = {f"bias{n}": np.zeros(count, np.float32) for n, (_, count) in enumerate(FILTERS)}
    seen = {
        "own": np.zeros((terms.learning, dimensions), np.float32),
        "features": drawn(len(terms.traits), dimensions, fed=FED_TRAITS * dimensions),
    }
    fed = len(BESIDE) * found + len(terms.names)
    hidden = {"hidden": drawn(len(BESIDE), found, HIDDEN, fed=fed), "around": drawn(len(terms.names), HIDDEN, fed=fed)}
    out = {"out": drawn(HIDDEN, len(terms.types), fed=HIDDEN), "out_bias": np.full(len(terms.types), AT_FIRST, np.float32)}
    return {**seen, **windows, **biases, **hidden, "hidden_bias": np.zeros(HIDDEN, np.float32), **out}
