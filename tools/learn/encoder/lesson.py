"""What the encoder learns from: the windows of every item, and what their sentences report."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from random import Random
from typing import Any

import numpy as np
import torch

from pipelines.coding.learned.encoder.windows import Window, windows
from pipelines.coding.learned.told import SILENT
from tools.learn.examples import Example
from tools.learn.fit import DOUBT

PIECES = 5000  # of a batch, what is filled up included
MIXED = 400  # windows that are sorted by length together


@dataclass(frozen=True, slots=True)
class Lesson:
    """`windows`: with the numbers of the examples that they ask about. `wanted` and `share`: examples × types."""

    windows: tuple[Window, ...]
    wanted: Any
    share: Any


@dataclass(frozen=True, slots=True)
class Batch:
    """`pieces`, `there` and `sentence`: windows × pieces; `examples`: the number of each sentence's example, in order."""

    pieces: Any
    there: Any
    sentence: Any
    examples: list[int]


def lesson(sentences: Sequence[Example], odds: Any, types: Sequence[str]) -> Lesson:
    """`odds`: what the others say, examples × types; only where that is not silent is anything asked."""
    wanted = np.array([[t in s.types for t in types] for s in sentences], dtype=np.float32)
    share = np.array([[DOUBT if t in s.doubtful else 1.0 for t in types] for s in sentences], dtype=np.float32)
    return Lesson(tuple(of_items(sentences, odds.max(1) >= SILENT)), wanted, share)


def of_items(sentences: Sequence[Example], loud: Any) -> Iterator[Window]:
    for _, group in groupby(range(len(sentences)), key=lambda n: sentences[n].item):
        numbers = list(group)
        asked = [n - numbers[0] for n in numbers if loud[n]]
        for window in windows([sentences[n].text for n in numbers], asked):
            yield Window(window.pieces, {n + numbers[0]: span for n, span in window.spans.items()})


def batches(given: Sequence[Window], chance: Random | None) -> Iterator[Batch]:
    """All windows, those of about one length together; in their order where nothing is left to chance."""
    order = list(given)
    if chance is not None:
        chance.shuffle(order)
        parts = (order[n : n + MIXED] for n in range(0, len(order), MIXED))
        order = [window for part in parts for window in sorted(part, key=lambda w: len(w.pieces))]
    found = list(together(order))
    if chance is not None:
        chance.shuffle(found)
    yield from map(filled, found)


def together(order: Sequence[Window]) -> Iterator[list[Window]]:
    some, longest = list[Window](), 0
    for window in order:
        if some and max(longest, len(window.pieces)) * (len(some) + 1) > PIECES:
            yield some
            some, longest = [], 0
        some.append(window)
        longest = max(longest, len(window.pieces))
    if some:
        yield some


def filled(some: Sequence[Window]) -> Batch:
    longest = max(len(window.pieces) for window in some)
    pieces, sentence = (torch.full((len(some), longest), value) for value in (0, -1))
    there, examples = torch.zeros((len(some), longest), dtype=torch.bool), list[int]()
    for row, window in enumerate(some):
        pieces[row, : len(window.pieces)] = torch.tensor(window.pieces)
        there[row, : len(window.pieces)] = True
        for number, (first, end) in window.spans.items():
            sentence[row, first:end] = len(examples)
            examples.append(number)
    return Batch(pieces, there, sentence, examples)
