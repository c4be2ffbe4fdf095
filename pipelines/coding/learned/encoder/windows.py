"""Which sentences of an item the encoder reads together, as runs of pieces.

Only what is asked about is read, and what stands before it: the sentence asked about before, and at first the one that opens the item.
What does not belong here: what the pieces mean (`layers`).
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipelines.coding.learned.encoder.pieces import BREAK, OPENING, pieces_of, vocabulary

LONGEST = 72  # pieces of a sentence that are read
WIDEST = 192  # pieces that are asked about together


class Window(NamedTuple):
    """`pieces` that are read; `spans`: sentence -> where its pieces stand, of those that are asked about."""

    pieces: list[int]
    spans: dict[int, tuple[int, int]]


def windows(sentences: Sequence[str], asked: Sequence[int]) -> Iterator[Window]:
    """All of `asked`, numbers of sentences in order, each in one window."""
    read = {n: [*pieces_of(sentences[n], LONGEST), vocabulary()[BREAK]] for n in {0, *asked}} if asked else {}
    before, together, size = 0, list[int](), 0
    for n in asked:
        if together and size + len(read[n]) > WIDEST:
            yield window(read, before, together)
            before, together, size = together[-1], [], 0
        together.append(n)
        size += len(read[n])
    if together:
        yield window(read, before, together)


def window(read: dict[int, list[int]], before: int, asked: list[int]) -> Window:
    pieces, spans = [vocabulary()[OPENING]], dict[int, tuple[int, int]]()
    if before not in asked:
        pieces += read[before]
    for n in asked:
        spans[n] = (len(pieces), len(pieces) + len(read[n]))
        pieces += read[n]
    return Window(pieces, spans)
