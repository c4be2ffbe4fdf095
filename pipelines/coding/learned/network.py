"""A small convolutional network over the words of a sentence and of its neighbours: what it thinks each sentence reports.

All its numbers are whole and every sum stays below what a float holds exactly, so the result is the same on every machine and in
whatever order sums are made. `tools.learn` writes it to `lexicon/network.npz`; `lexicon/word_vectors.npz` says which words are alike.
What does not belong here: what a score means (`learned.told`).
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

import numpy as np

from pipelines.lexicon.loader import read_arrays

LONGEST = 60  # units of a sentence that are read
HEADING, SENTENCE, END, UNKNOWN, NOTHING = "<h>", "<s>", "</s>", "<unk>", "<none>"
AT_ONCE = 500  # sentences
GAP = 2  # units of nothing between two sentences: as far as the wider window reaches


class Network(NamedTuple):
    """`rows`: the row of `vectors` (words × dimensions) of a word; `windows`: (width × dimensions × filters, bias) of each width.

    `hidden`: three blocks, for a sentence and the ones before and behind it (filters × units); `around`: names × units;
    `out`: units × types. A score is `unit` times what `out` gives.
    """

    types: tuple[str, ...]
    names: dict[str, int]
    rows: dict[str, int]
    vectors: Any
    windows: tuple[tuple[Any, Any], ...]
    hidden: tuple[Any, Any, Any]
    around: Any
    hidden_bias: Any
    shift: float
    out: Any
    out_bias: Any
    unit: float


class Told(NamedTuple):
    """What the network sees of a sentence: its tokens, whether it is a heading, and the names of what surrounds it."""

    tokens: Sequence[str]
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
    wide = {name: own[name].astype(np.float64) for name in ("before", "here", "behind", "around", "hidden_bias", "out", "out_bias")}
    names = {name: n for n, name in enumerate(lines(own["names"]))}
    hidden = (wide["here"], wide["before"], wide["behind"])
    scale = float(own["shift"]), wide["out"], wide["out_bias"], float(own["unit"])
    return Network(tuple(lines(own["types"])), names, rows, vectors, windows, hidden, wide["around"], wide["hidden_bias"], *scale)


def lines(cell: Any) -> list[str]:
    return str(cell).split("\n")


def words_of(told: Told) -> Iterator[str]:
    """What is read of a sentence: its tokens between two marks."""
    yield HEADING if told.heading else SENTENCE
    yield from told.tokens[:LONGEST]
    yield END


def scores(sentences: Sequence[Told], net: Network) -> Any:
    """Sentences × types: log-odds that the sentence reports an occasion of the type. The sentences are those of one item, in order."""
    if not sentences:
        return np.zeros((0, len(net.types)))
    seen = pooled(sentences, net)
    nothing = np.zeros((1, seen.shape[1]))
    here, before, behind = net.hidden
    total = seen @ here + np.concatenate([nothing, seen[:-1]]) @ before + np.concatenate([seen[1:], nothing]) @ behind
    total += surrounded(sentences, net) @ net.around + net.hidden_bias
    return (np.floor(np.maximum(total, 0) / net.shift) @ net.out + net.out_bias) * net.unit


def surrounded(sentences: Sequence[Told], net: Network) -> Any:
    """Sentences × names: 1 where the name is one of what surrounds the sentence."""
    found = np.zeros((len(sentences), len(net.names)))
    for n, told in enumerate(sentences):
        found[n, [net.names[name] for name in told.around if name in net.names]] = 1
    return found


def pooled(sentences: Sequence[Told], net: Network) -> Any:
    """Sentences × filters: the most that each window finds anywhere in the sentence."""
    return np.concatenate([findings(sentences[n : n + AT_ONCE], net) for n in range(0, len(sentences), AT_ONCE)])


def findings(sentences: Sequence[Told], net: Network) -> Any:
    """`pooled` for as many sentences as may lie in memory as vectors."""
    unknown, nothing = net.rows[UNKNOWN], net.rows[NOTHING]
    numbers, starts = [nothing] * GAP, []
    for told in sentences:
        starts.append(len(numbers))
        numbers += [net.rows.get(word, unknown) for word in words_of(told)] + [nothing] * GAP
    vectors = net.vectors[numbers]
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
