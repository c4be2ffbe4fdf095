"""Pieces of items laid end to end, as many as are learnt from in one step.

Two units of nothing stand behind every sentence, as when texts are coded; every batch has the same size, so that it is compiled once.
"""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np

from pipelines.coding.learned.network import GAP
from tools.learn.network import Lesson

UNITS = 2816
SENTENCES = 112

Piece = tuple[int, int]


class Batch(NamedTuple):
    """`words`, `traits` and `sentence`: of each unit; the rest of each sentence. `ends`: 0 where none stands before, behind."""

    words: Any
    traits: Any
    sentence: Any
    ends: Any
    piece: Any
    first: Any
    around: Any
    wanted: Any
    share: Any


def batches(data: Lesson, order: Sequence[int]) -> Iterator[list[Piece]]:
    """The pieces in the given order, as many at once as a batch holds."""
    batch, units, sentences = list[Piece](), GAP, 0
    for piece in (data.pieces[n] for n in order):
        more = sum(len(data.words[n]) + GAP for n in range(*piece))
        if batch and (units + more > UNITS or sentences + piece[1] - piece[0] > SENTENCES):
            yield batch
            batch, units, sentences = [], GAP, 0
        batch.append(piece)
        units, sentences = units + more, sentences + piece[1] - piece[0]
    if batch:
        yield batch


def filled(data: Lesson, traits: int, batch: list[Piece]) -> Batch:
    """The batch as arrays; `traits`: how many there are."""
    chosen = np.concatenate([np.arange(a, b) for a, b in batch])
    lengths = np.array([b - a for a, b in batch])
    behind = np.cumsum(lengths)
    ends = np.ones((len(chosen), 2), np.float32)
    ends[behind - lengths, 0] = 0
    ends[behind - 1, 1] = 0
    piece, first = np.repeat(np.arange(len(batch)), lengths), np.repeat(behind - lengths, lengths)
    rest = (rows(each) for each in (ends, piece, first, data.around[chosen], data.wanted[chosen], data.share[chosen]))
    return Batch(*laid_out(data, traits, chosen), *rest)


def laid_out(data: Lesson, traits: int, chosen: Any) -> tuple[Any, Any, Any]:
    """Words, traits and sentence of each unit; what stands behind the last sentence is of none."""
    words, seen, sentence = np.zeros(UNITS, np.int32), np.zeros((UNITS, traits), np.float32), np.full(UNITS, SENTENCES, np.int32)
    at = GAP
    for row, n in enumerate(chosen):
        length = len(data.words[n])
        words[at : at + length] = data.words[n]
        seen[at + data.traits[n][:, 0], data.traits[n][:, 1]] = 1
        sentence[at : at + length + GAP] = row
        at += length + GAP
    return words, seen, sentence


def rows(found: Any) -> Any:
    """Filled up to the number of sentences that a batch has."""
    return np.pad(found, ((0, SENTENCES - len(found)), *((0, 0),) * (found.ndim - 1)))
