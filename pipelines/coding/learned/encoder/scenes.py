"""An occasion and what is told around it, as pieces for the encoder, marked: what tells of it, its core, who and which days are named.

What does not belong here: what the pieces mean (`layers`), what is asked about them (`attending`).
"""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np

from pipelines.coding.candidates import Candidate
from pipelines.coding.item import Draft, Item
from pipelines.coding.learned.encoder.pieces import BREAK, OPENING, Piece, placed, vocabulary

Span = tuple[int, int]

LONGEST = 110  # pieces of a sentence that are read
WIDEST = 160  # pieces that are read together
TELLING = 3  # sentences that tell the occasion, which are read before those around them
CORES = 6  # that are marked
FURTHEST = 11  # sentences from the first of them
DAYS_WITHIN = 6  # sentences from it in which days are marked
TOLD, CORE, SOMEBODY, DAY = range(4)  # marks
NOWHERE = -1  # where pieces stand that are of no word


class Scene(NamedTuple):
    """`marks`: pieces × marks, 0 or 1. `people`: person -> numbers of the pieces that mention them, of those who stand in it.

    `days`: the same of the days that are named, by where they stand in the text.
    """

    event_type: str
    pieces: list[int]
    marks: Any
    people: dict[int, Any]
    days: dict[Span, Any]


class Laid(NamedTuple):
    """The pieces of a scene and, as arrays, where their words stand in the text and of which sentence they are."""

    numbers: list[int]
    starts: Any
    ends: Any
    sentences: Any

    def at(self, spans: Sequence[Span]) -> Any:
        """The numbers of the pieces that share a character with one of the spans."""
        return np.flatnonzero(sum(((self.starts < end) & (self.ends > start) for start, end in spans), np.zeros(len(self.starts), bool)))


def scene_of(item: Item, draft: Draft, people: Mapping[int, Sequence[Span]]) -> Scene:
    """`people`: person -> where the item mentions them, as offsets into the text."""
    sources = draft.telling[:CORES]
    telling = list(dict.fromkeys(source.number for source in sources))[:TELLING]
    laid = laid_out(read_around(item, telling))
    found = {person: at for person, spans in people.items() if len(at := laid.at(spans))}
    days = {span: at for span in days_around(item, telling[0]) if len(at := laid.at([span]))}
    marks = np.zeros((len(laid.numbers), 4))
    marks[np.isin(laid.sentences, telling), TOLD] = 1
    marks[laid.at([core_of(source) for source in sources]), CORE] = 1
    for mark, those in ((SOMEBODY, found), (DAY, days)):
        for at in those.values():
            marks[at, mark] = 1
    return Scene(draft.event_type, laid.numbers, marks, found, days)


def read_around(item: Item, telling: Sequence[int]) -> dict[int, list[Piece]]:
    """Sentence -> its pieces: those that tell, then in turn what stands before and behind the first, as long as there is room."""
    read, room, first = dict[int, list[Piece]](), WIDEST - 1, telling[0]

    def taken(number: int) -> bool:
        nonlocal room
        if number in read or not 0 <= number < len(item.views):
            return number in read
        sentence = item.views[number].sentence
        pieces = placed(item.text, sentence.start, sentence.end, LONGEST)
        if read and len(pieces) + 1 > room:
            return False
        read[number] = pieces
        room -= len(pieces) + 1
        return True

    for number in telling:
        taken(number)
    steps = {-1, 1}
    for distance in range(1, FURTHEST + 1):
        steps = {step for step in sorted(steps) if taken(first + step * distance)}
    return dict(sorted(read.items()))


def laid_out(read: Mapping[int, Sequence[Piece]]) -> Laid:
    known = vocabulary()
    rows = [(known[OPENING], NOWHERE, NOWHERE, NOWHERE)]
    for number, pieces in read.items():
        rows += [(*piece, number) for piece in pieces]
        rows.append((known[BREAK], NOWHERE, NOWHERE, number))
    numbers, starts, ends, sentences = zip(*rows, strict=True)
    return Laid(list(numbers), np.array(starts), np.array(ends), np.array(sentences))


def core_of(source: Candidate) -> Span:
    """Offsets of the core, of one character at least."""
    units = source.view.units
    start = units[source.first].start if source.first < len(units) else source.view.sentence.start
    end = units[min(source.last, len(units)) - 1].end if source.last > source.first else start
    return start, max(end, start + 1)


def days_around(item: Item, number: int) -> list[Span]:
    near = item.views[max(0, number - DAYS_WITHIN) : number + DAYS_WITHIN]
    return [(unit.start, unit.end) for view in near for unit in view.units if unit.symbol == "D"]
