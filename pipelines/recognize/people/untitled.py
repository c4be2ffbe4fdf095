"""People whom no title introduces, told by what their sentence says of them: "A B, who ...", "spoke with A B", "A B said".

What belongs here: the contexts that only people stand in, and the look of a name that needs no title. What does not:
names under a title (`assembly`), and names that another sentence introduces (`known`).
"""
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from pipelines.recognize.people.chunks import Row
from pipelines.recognize.people.mentions import Found, end_of_person, first_unit, land_behind, make, word_at
from pipelines.recognize.people.offices import country_of
from pipelines.recognize.people.vocabulary import is_common, vocabulary, word_set

MOST_WORDS = 5
REACH = 6  # chunks between "spoke" and "with A B", between "who" and the office
INCLUDED = 10  # chunks between "members of" and "including"
BESIDE = ",.;:x()&~-rinetfoq"  # what may follow a name that somebody meets
FULL_NAME = 2  # words


def find_untitled(row: Row, taken: Iterable[Found]) -> list[Found]:
    """Names of at least two words outside `taken` that stand where only people do, and those in one list with somebody."""
    if "N" not in row.letters:
        return []
    known = list(taken)
    covered = {index for found in known for index in range(found.begin, found.stop)}
    names = (index for index, letter in enumerate(row.letters) if letter == "N" and index not in covered)
    free = [index for index in names if looks_like_name(row, index)]
    made = {index: _person(row, index) for index in free if _acts(row, index) or _is_met(row, index)}
    beside = _Neighbours()
    for found in (*known, *made.values()):
        beside.add(found)
    waiting = [index for index in free if index not in made]
    for index in (*waiting, *reversed(waiting)):
        if index not in made and beside.joins(row, index):
            made[index] = _person(row, index)
            beside.add(made[index])
    return list(made.values())


def looks_like_name(row: Row, index: int) -> bool:
    """Two to five words, none of them an everyday one or an abbreviation, and no capitals before or behind that go with them."""
    chunk = row.chunks[index]
    words = chunk.words
    if not FULL_NAME <= len(words) <= MOST_WORDS or row.line.capitals or _goes_on(row, index):
        return False
    units = row.line.units[chunk.begin : chunk.stop]
    doubtful = [unit.text.lower() for unit in units if unit.letter == "W" and (unit.key == "common" or _is_word(unit.text.lower()))]
    if len(doubtful) > 1 or not word_set("wordname").issuperset(doubtful):
        return False
    glued = any(one.letter == other.letter == "W" and one.end == other.start for one, other in pairwise(units))  # "OceanFund"
    full = sum(unit.letter == "W" and len(unit.text) > 1 for unit in units) >= FULL_NAME
    return full and not glued and not words[0].isupper()


def _is_word(word: str) -> bool:
    """An everyday word or one that the lexicon knows for something else: `Southeast Asia`."""
    return is_common(word) or word in word_set("clause") or word in word_set("thing") or word in vocabulary().small


def _goes_on(row: Row, index: int) -> bool:
    """Does a word with a capital, or an article, belong to the name: `the Cape Verde Basin`, `Foreign Trade Novak Holding`."""
    before = row.letters[index - 1] if index else ""
    behind = row.chunks[index + 1] if index + 1 < len(row.chunks) else None
    unit = row.line.units[behind.begin] if behind else None
    if before and (before in "dhAaMUBYW-" or (before == "D") or word_at(row, index - 1) in word_set("whereabouts")):
        return True
    small = "HRw" if row.line.heading else "HR"
    return bool(unit and ((unit.capital and unit.letter not in small) or unit.letter in "-UZX"))


def _behind(row: Row, index: int) -> int:
    """Index of the chunk after the name, `of A` and what stands in brackets."""
    stop = end_of_person(row, index, len(row.letters))
    if row.letters[stop : stop + 1] == "(":
        close = row.letters.find(")", stop, stop + 4)
        stop = close + 1 if close > 0 else stop
    return stop


def _acts(row: Row, index: int) -> bool:
    """`A B said`, `A B, who ...`, `A B, 43,`, `A B will visit`."""
    stop = _behind(row, index)
    if row.letters[stop : stop + 1] == "," and stop + 1 < len(row.letters):
        word = word_at(row, stop + 1)
        return word == "who" or (word.isdigit() and len(word) == FULL_NAME and row.letters[stop + 2 : stop + 3] in (",", ""))
    word = word_at(row, stop)
    if word in word_set("auxiliary"):
        word = word_at(row, stop + 1)
    return word == "who" or word in word_set("act")


def _is_met(row: Row, index: int) -> bool:
    """`met A B`, `talks with A B`, `led by A B`, `between A B and`; nothing may follow that makes A B a thing."""
    stop = _behind(row, index)
    if stop < len(row.letters) and row.letters[stop] not in BESIDE and word_at(row, stop) not in word_set("beside"):
        return False
    first = _begin(row, index) - 1
    word = word_at(row, first)
    if _included(row, first) or word in word_set("meet") or (first >= 0 and row.letters[first] in "Vg"):  # "the guests A B and C D"
        return True
    earlier = {word_at(row, position) for position in range(max(0, first - REACH), first)}
    if word in ("with", "between", "to"):
        return not earlier.isdisjoint(word_set("talk"))
    return word in ("by", "on") and word_at(row, first - 1) in word_set("by")


def _included(row: Row, index: int) -> bool:
    """Does `including`, `such as` or `among them` behind a word for several people end at `index`?"""
    words = f"{word_at(row, index - 1)} {word_at(row, index)}"
    if not words.endswith((" including", " namely")) and words not in ("such as", "among them"):
        return False
    return not set(row.letters[max(0, index - INCLUDED) : index]).isdisjoint("VLZ")


class _Neighbours:
    """Where in a line somebody named begins and ends: who stands beside them in a list is somebody, too."""

    def __init__(self) -> None:
        self.begins: set[int] = set()
        self.stops: set[int] = set()

    def add(self, found: Found) -> None:
        if found.mention.kind == "named":
            self.begins.add(found.begin)
            self.stops.add(found.stop)

    def joins(self, row: Row, index: int) -> bool:
        """`Minister X, A B and C D`: joined by `and`, or by a comma in a list that goes on with `and`."""
        begin, stop = _begin(row, index), end_of_person(row, index, len(row.letters))
        left, right = _joint(row.letters[max(0, begin - 2) : begin][::-1]), _joint(row.letters[stop : stop + 2])
        after_somebody = left != "" and begin - len(left) in self.stops
        before_somebody = right != "" and stop + len(right) in self.begins
        return (after_somebody or before_somebody) and "&" in left + right


def _joint(signs: str) -> str:
    """What joins two people here: `,`, `&` or both, in any order; "" where something else stands."""
    if set(signs) == {",", "&"}:
        return signs
    return signs[:1] if signs[:1] in (",", "&") else ""


def _begin(row: Row, index: int) -> int:
    """The chunk with which the person begins: `Norway's` before the name."""
    return index - 2 if row.letters[max(0, index - 2) : index] == "C'" else index


def _person(row: Row, index: int) -> Found:
    """The mention, with the office that `who has been named Ambassador of X` gives."""
    begin, stop = _begin(row, index), end_of_person(row, index, len(row.letters))
    title = _office_behind(row, stop)
    mention = make(row, begin, title + 1 if title else stop, index, [row.chunks[title]] if title else [])
    owner = country_of(first_unit(row, begin)) if begin < index else None
    return Found(replace(mention, country=owner or land_behind(row, index, stop) or mention.country), begin, title + 1 if title else stop)


def _office_behind(row: Row, stop: int) -> int | None:
    """Index of the office in `, who had taken office as Minister`; None where no such clause follows."""
    position = stop + 1 if row.letters[stop : stop + 1] == "," else stop
    if word_at(row, position) != "who":
        return None
    for index in range(position + 1, min(position + 2 + REACH, len(row.chunks))):
        if row.letters[index] == "K":
            return index
        if word_at(row, index) not in word_set("taking"):
            return None
    return None
