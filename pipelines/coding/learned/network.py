"""A small convolutional network over the words of a sentence and of its neighbours: what it thinks each sentence reports.

All its numbers are whole and every sum stays below what a float holds exactly, so the result is the same on every machine and in
whatever order sums are made. `tools.learn` writes it to `lexicon/network.npz`; `lexicon/word_vectors.npz` says which words are alike.
What does not belong here: what a score means (`learned.told`).
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

import numpy as np

from pipelines.lexicon.loader import read_arrays

LONGEST = 60  # units of a sentence that are read
HEADING, SENTENCE, END, UNKNOWN, NOTHING = "<h>", "<s>", "</s>", "<unk>", "<none>"
GAP = 2  # units of nothing between two sentences: as far as the wider window reaches
PIECE = 40  # sentences of an item that are read together
WIDEST = 254  # of a number of a unit, word and traits together, so that the sums of the widest window stay exact


class Network(NamedTuple):
    """`rows`: the row of `vectors` (words × dimensions) of a word; `traits`: that of `features` (traits × dimensions) of a trait.

    `windows`: (width × dimensions × filters, bias) of each width. `hidden`: a block (filters × units) for a sentence, the ones before
    and behind it, the first of its piece and the piece as a whole; `around`: names × units; `out`: units × types. A score is `unit`
    times what `out` gives.
    """

    types: tuple[str, ...]
    names: dict[str, int]
    rows: dict[str, int]
    vectors: Any
    traits: dict[str, int]
    features: Any
    windows: tuple[tuple[Any, Any], ...]
    hidden: Any
    around: Any
    hidden_bias: Any
    shift: float
    out: Any
    out_bias: Any
    unit: float


class Told(NamedTuple):
    """What the network sees of a sentence: its tokens and their traits, whether it is a heading, and the names of what surrounds it."""

    tokens: Sequence[str]
    traits: Sequence[Collection[str]]
    heading: bool
    around: Iterable[str]


@cache
def network() -> Network:
    """Read once."""
    return put_together(read_arrays("word_vectors.npz"), read_arrays("network.npz"))


def put_together(base: dict[str, Any], own: dict[str, Any]) -> Network:
    """Words that the network learnt for itself stand before those of the base."""
    words = [*lines(own["words"]), *lines(base["words"])]
    vectors = np.concatenate([own["rows"], base["table"]]).astype(np.float32)
    rows = {word: n for n, word in reversed(list(enumerate(words)))}
    vectors[rows[NOTHING]] = 0
    windows = tuple((own[f"window{n}"].astype(np.float32), own[f"bias{n}"].astype(np.float32)) for n in (0, 1))
    wide = {name: own[name].astype(np.float64) for name in ("hidden", "around", "hidden_bias", "out", "out_bias")}
    names, traits = ({name: n for n, name in enumerate(lines(own[each]))} for each in ("names", "traits"))
    seen = (vectors, traits, own["features"].astype(np.float32), windows)
    scale = wide["around"], wide["hidden_bias"], float(own["shift"]), wide["out"], wide["out_bias"], float(own["unit"])
    return Network(tuple(lines(own["types"])), names, rows, *seen, wide["hidden"], *scale)


def lines(cell: Any) -> list[str]:
    return str(cell).split("\n")


def words_of(told: Told) -> Iterator[str]:
    """What is read of a sentence: its tokens between two marks."""
    yield HEADING if told.heading else SENTENCE
    yield from told.tokens[:LONGEST]
    yield END


def scores(sentences: Sequence[Told], net: Network) -> Any:
    """Sentences × types: log-odds that the sentence reports an occasion of the type. The sentences are those of one item, in order."""
    pieces = [sentences[n : n + PIECE] for n in range(0, len(sentences), PIECE)]
    return np.concatenate([np.zeros((0, len(net.types))), *(scores_of_piece(piece, net) for piece in pieces)])


def scores_of_piece(sentences: Sequence[Told], net: Network) -> Any:
    seen = findings(sentences, net)
    nothing, every = np.zeros((1, seen.shape[1])), np.ones((len(seen), 1))
    beside = np.concatenate([nothing, seen[:-1]]), np.concatenate([seen[1:], nothing])
    total = sum(found @ block for found, block in zip((seen, *beside, every * seen[:1], every * seen.max(0)), net.hidden, strict=True))
    total += surrounded(sentences, net) @ net.around + net.hidden_bias
    return (np.floor(np.maximum(total, 0) / net.shift) @ net.out + net.out_bias) * net.unit


def surrounded(sentences: Sequence[Told], net: Network) -> Any:
    """Sentences × names: 1 where the name is one of what surrounds the sentence."""
    found = np.zeros((len(sentences), len(net.names)))
    for n, told in enumerate(sentences):
        found[n, [net.names[name] for name in told.around if name in net.names]] = 1
    return found


def findings(sentences: Sequence[Told], net: Network) -> Any:
    """Sentences × filters: the most that each window finds anywhere in the sentence."""
    unknown, nothing = net.rows[UNKNOWN], net.rows[NOTHING]
    numbers, starts, units, traits = [nothing] * GAP, list[int](), list[int](), list[int]()
    for told in sentences:
        starts.append(len(numbers))
        for n, names in enumerate(told.traits[:LONGEST], len(numbers) + 1):  # behind the mark of the beginning
            for name in names:
                if name in net.traits:
                    units.append(n)
                    traits.append(net.traits[name])
        numbers += [net.rows.get(word, unknown) for word in words_of(told)] + [nothing] * GAP
    vectors = net.vectors[numbers]
    np.add.at(vectors, units, net.features[traits])
    np.clip(vectors, -WIDEST, WIDEST, out=vectors)
    return np.concatenate([best(vectors, starts, *window) for window in net.windows], axis=1).astype(np.float64)


def best(vectors: Any, starts: list[int], window: Any, bias: Any) -> Any:
    """Slides a window over all units at once and keeps the largest of each sentence; below zero counts as zero."""
    reach, count = len(window) // 2, len(vectors) - 2 * GAP
    found = sum(vectors[GAP - reach + n : GAP - reach + n + count] @ part for n, part in enumerate(window)) + bias
    found[list(gaps(starts))] = 0
    return np.maximum(np.maximum.reduceat(found, [start - GAP for start in starts], axis=0), 0)


def gaps(starts: list[int]) -> Iterator[int]:
    """Where nothing stands between sentences, counted from the first unit of the first."""
    return (start - GAP - back for start in starts[1:] for back in range(1, GAP + 1))
