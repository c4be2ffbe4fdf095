"""A line of units folded into chunks: office phrases and names become one letter each.

What belongs here: what a name looks like. What does not: whose name it is (`assembly`, `known`).

    K office phrase   L office phrase in the plural   N name   everything else as in `units`
"""
import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import overload

from pipelines.recognize.people.offices import Office, find_offices
from pipelines.recognize.people.units import Line
from pipelines.recognize.people.vocabulary import headline_verbs, is_common, word_set

NAME = re.compile(r"(?:(?:P-?){1,3})?(?:I-?){0,4}W(?:-?(?:I-?){0,3}S?(?:P{1,3}-?)?W|-w){0,6}(?:,?S)?")
PLACED = re.compile(r"(?:[TJ]o|[JC]i)$")  # mayor of, consul in; "consul of Norway in"
PLACE_AND_NAME = re.compile(r"W(?:-W)?WW(?:-W)?")
LONGEST_NAME = 80  # characters
SHORTEST_ACRONYM = 2


@dataclass(slots=True)
class Chunk:
    """Units [begin, stop) of a line under one letter; a name's words are `words`, an office phrase is `office`."""

    letter: str
    begin: int
    stop: int
    start: int
    end: int
    office: Office | None = None
    words: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        return " ".join(self.words)


class Chunks(Sequence[Chunk]):
    """The chunks of a line. Those of one unit are made when first asked for: nobody looks at most of them."""

    def __init__(self, line: Line, folded: list[Chunk], count: int) -> None:
        """`folded`: those of several units, offices and names, from left to right; `count`: of all."""
        self._line = line
        self._made: list[Chunk | None] = [None] * count
        self._shifts = [(0, 0)]  # from which chunk on, by how much the number of its first unit is greater
        shift = 0
        for chunk in folded:
            at = chunk.begin - shift
            self._made[at] = chunk
            shift += chunk.stop - chunk.begin - 1
            self._shifts.append((at + 1, shift))

    def __len__(self) -> int:
        return len(self._made)

    @overload
    def __getitem__(self, index: int) -> Chunk: ...
    @overload
    def __getitem__(self, index: slice) -> list[Chunk]: ...
    def __getitem__(self, index: int | slice) -> Chunk | list[Chunk]:
        if isinstance(index, slice):
            return [self[number] for number in range(*index.indices(len(self._made)))]
        return self._made[index] or self._make(range(len(self._made))[index])

    def _make(self, index: int) -> Chunk:
        unit = index + self._shifts[bisect_right(self._shifts, (index, len(self._line.letters))) - 1][1]
        self._made[index] = made = _chunk(self._line, self._line.letters[unit], unit, unit + 1)
        return made


@dataclass(slots=True)
class Row:
    """The chunks of a line and their letters as one string."""

    line: Line
    chunks: Chunks
    letters: str
    before: "Row | None" = None  # of the sentence before


def read_row(line: Line) -> Row:
    """Folds a line."""
    letters, folded = line.letters, list[Chunk]()
    if "T" in letters or "J" in letters or "L" in letters:
        offices = find_offices(line)
        folded = [_chunk(line, "L" if office.plural else "K", office.begin, office.stop, office) for office in offices]
        letters = covered(letters, [(office.begin, office.stop) for office in offices])
    if "W" in letters:
        names = (_name(line, *match.span()) for match in NAME.finditer(letters))
        folded.extend(chunk for chunk in names if chunk)
    folded.sort(key=lambda chunk: chunk.begin)
    letters = _letters(line, folded)
    return Row(line, Chunks(line, folded, len(letters)), letters)


def covered(letters: str, spans: Iterable[tuple[int, int]]) -> str:
    """The letters with blanks for those within `spans`."""
    free = list(letters)
    for begin, stop in spans:
        free[begin:stop] = " " * (stop - begin)
    return "".join(free)


def _letters(line: Line, folded: list[Chunk]) -> str:
    """One letter for each chunk: those of the units, and one for all units of an office or a name."""
    parts, index = [], 0
    for chunk in folded:
        parts += [line.letters[index : chunk.begin], chunk.letter]
        index = chunk.stop
    return "".join(parts) + line.letters[index:]


def _chunk(line: Line, letter: str, begin: int, stop: int, office: Office | None = None) -> Chunk:
    return Chunk(letter, begin, stop, line.units[begin].start, line.units[stop - 1].end, office)


def _name(line: Line, begin: int, stop: int) -> Chunk | None:
    """A name over units [begin, stop), cut before a word that cannot belong to it; None where nothing is left."""
    stop = next((index for index in range(begin, stop) if _ends_name(line, index)), stop)
    while stop > begin and line.letters[stop - 1] in "PI-,":
        stop -= 1
    begin = _behind_place(line, begin, stop)
    if _is_acronym(line, begin, stop):
        return None
    if stop == begin or line.units[stop - 1].end - line.units[begin].start > LONGEST_NAME:
        return None
    chunk = _chunk(line, "N", begin, stop)
    chunk.words = tuple(_words(line, begin, stop))
    return chunk


def _behind_place(line: Line, begin: int, stop: int) -> int:
    """Where the name begins in `the consul in Harnburg Ole Berg`: a place that nobody knows goes before first name and surname."""
    if not PLACED.search(line.letters, max(0, begin - 3), begin) or not PLACE_AND_NAME.fullmatch(line.letters, begin, stop):
        return begin
    return begin + (3 if line.letters[begin + 1] == "-" else 1)


def _ends_name(line: Line, index: int) -> bool:
    """A word that shows that no name goes on: `Office`, and in headings a small word with a capital."""
    unit = line.units[index]
    word = unit.text.lower()
    if unit.letter == "W" and word.endswith("ed") and line.letters[index - 1 : index] in ("T", "J") and is_common(word):
        return True  # "the Minister Affirmed"
    if word == "no" and index + 1 < len(line.units) and line.units[index + 1].text[0].isdigit():
        return True  # "PM No 93"
    if unit.letter == "W" and word in headline_verbs() and line.letters[index + 1 : index + 2] not in ("", ",", "x", "&"):
        return True  # "President Novak Announces Plan"
    return unit.letter == "W" and (word in word_set("stop") or (line.heading and unit.key == "common" and word in word_set("clause")))


def _is_acronym(line: Line, begin: int, stop: int) -> bool:
    """`ATMIS` in a sentence with small letters, without a title before it."""
    text = line.units[begin].text
    if stop - begin != 1 or len(text) < SHORTEST_ACRONYM or not text.isupper() or line.capitals:
        return False
    return begin == 0 or line.letters[begin - 1] not in "TJRHX"


def _words(line: Line, begin: int, stop: int) -> list[str]:
    """The words of a name as written: `Jean-Yves`, `L.`, `Biden,`."""
    words: list[str] = []
    for index in range(begin, stop):
        unit = line.units[index]
        before = line.letters[index - 1] if index > begin else ""
        if unit.letter == "-" or before == "-" or unit.letter == ",":
            words[-1] += unit.text
        else:
            words.append(unit.text)
    return words
