"""People whom no title introduces, told by what their sentence says of them: "A B, who ...", "spoke with A B", "A B said".

What belongs here: the look of a name that needs no title, and lists of such names. What does not: the contexts that only people
stand in (`contexts`), names under a title (`assembly`), and names that another sentence introduces (`known`).
"""
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from pipelines.recognize.names import plain
from pipelines.recognize.people.chunks import Row
from pipelines.recognize.people.contexts import REACH, acts, behind_bracket, end_of_name, is_met, is_owned, signs, start_of_person
from pipelines.recognize.people.mentions import Found, end_of_person, first_unit, land_behind, make, word_at
from pipelines.recognize.people.offices import country_of
from pipelines.recognize.people.vocabulary import given_names, is_common, vocabulary, word_set

MOST_WORDS = 5
FULL_NAME = 2  # words
SIGNED = frozenset(["By", "/", '"', "“", "«", "‘"])  # "By A B", "WAM/A B", the exhibition "A B"


def find_untitled(row: Row, taken: Iterable[Found]) -> list[Found]:
    """Names of at least two words outside `taken` that stand where only people do, and those in one list with somebody."""
    if "N" not in row.letters:
        return []
    known = list(taken)
    covered = {index for found in known for index in range(found.begin, found.stop)}
    names = (index for index, letter in enumerate(row.letters) if letter == "N" and index not in covered)
    free = [index for index in names if looks_like_name(row, index)]
    made = {index: _person(row, index) for index in free if _is_somebody(row, index)}
    beside = _Neighbours()
    for found in (*known, *made.values()):
        beside.add(row, found)
    waiting = [index for index in free if index not in made]
    for index in (*waiting, *reversed(waiting)):
        if index not in made and beside.joins(row, index):
            made[index] = _person(row, index)
            beside.add(row, made[index])
    return list(made.values())


def _is_somebody(row: Row, index: int) -> bool:
    return acts(row, index) or is_met(row, index) or signs(row, index) or is_owned(row, index) or _is_called_like_people(row, index)


def _is_called_like_people(row: Row, index: int) -> bool:
    """Does it begin with a first name, and is it neither a writer's nor a title's?"""
    if plain(row.chunks[index].words[0]) not in given_names():
        return False
    before = first_unit(row, index - 1).text if index else ""
    behind = first_unit(row, index + 1).text if index + 1 < len(row.chunks) else ""
    return before not in SIGNED and behind != "/"


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


class _Neighbours:
    """Where in a line somebody named begins and ends: who stands beside them in a list is somebody, too."""

    def __init__(self) -> None:
        self.begins: set[int] = set()
        self.stops: set[int] = set()

    def add(self, row: Row, found: Found) -> None:
        if found.mention.kind == "named":
            self.begins.add(found.begin)
            self.stops.add(found.stop)
            self.stops.add(behind_bracket(row, found.stop))

    def joins(self, row: Row, index: int) -> bool:
        """`Minister X, A B and C D`: joined by `and`, or by a comma in a list that goes on with `and`."""
        begin, stop = start_of_person(row, index), end_of_name(row, index)
        left, right = _joint(row.letters[max(0, begin - 2) : begin][::-1]), _joint(row.letters[stop : stop + 2])
        after_somebody = left != "" and begin - len(left) in self.stops
        before_somebody = right != "" and stop + len(right) in self.begins
        if after_somebody and before_somebody:
            return True  # "Ann Vik, A B, Ole Dahl"
        listed = "&" in left + right or (stop > index + 1 and row.letters[stop - 1] == ")")  # "A B (Norway), ..."
        return (after_somebody or before_somebody) and listed


def _joint(signs: str) -> str:
    """What joins two people here: `,`, `&` or both, in any order; "" where something else stands."""
    if set(signs) == {",", "&"}:
        return signs
    return signs[:1] if signs[:1] in (",", "&") else ""


def _person(row: Row, index: int) -> Found:
    """The mention, with the office that `who has been named Ambassador of X` gives."""
    begin, stop = start_of_person(row, index), end_of_person(row, index, len(row.letters))
    title = _office_behind(row, stop)
    mention = make(row, begin, title + 1 if title else stop, index, [row.chunks[title]] if title else [])
    owner = country_of(first_unit(row, begin)) if begin < index else _represented(row, index)
    country = owner or land_behind(row, index, stop) or _land_in_bracket(row, stop) or mention.country
    return Found(replace(mention, country=country), begin, title + 1 if title else stop)


def _represented(row: Row, index: int) -> str | None:
    """The state in `Norway was represented by X, Serbia by A B`."""
    return country_of(first_unit(row, index - 2)) if word_at(row, index - 1) == "by" and row.letters[index - 2] == "C" else None


def _land_in_bracket(row: Row, stop: int) -> str | None:
    """The state in `A B (Norway, residing in Oslo)`."""
    return country_of(first_unit(row, stop + 1)) if row.letters[stop : stop + 3] == "(C," else None


def _office_behind(row: Row, stop: int) -> int | None:
    """Index of the office in `, who had taken office as Minister`; None where no such clause follows."""
    position = stop + 1 if row.letters[stop : stop + 1] == "," else stop
    if word_at(row, stop) == "as" and row.letters[stop + 1 : stop + 2] == "K":
        return stop + 1
    if word_at(row, position) != "who":
        return None
    for index in range(position + 1, min(position + 2 + REACH, len(row.chunks))):
        if row.letters[index] == "K":
            return index
        if word_at(row, index) not in word_set("taking"):
            return None
    return None
