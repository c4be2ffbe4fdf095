"""How the name of an institution grows around its noun: to the left over portfolios, countries and proper names, to the
right over `of ...`, `for ...` and, for embassies and cultural centres, the place where it sits.

What belongs here: the extent of a name. What does not: whose institution it is (`ownership`).
"""
from collections.abc import Sequence
from dataclasses import dataclass

from pipelines.recognize.organizations.heads import Head, assembled, documents, fields, heads, qualities, stop_words
from pipelines.recognize.organizations.tokens import Word

WIDEST = 24  # words of a name before its head
MAX_PROPER = 5  # capitalized words of a proper name on one side
MAX_FIELD = 12  # words of a complement: `of Labour, Employment, Veteran and Social Affairs`
LINKS = frozenset({"of", "for", "on"})
JOINTS = frozenset({"and"})


@dataclass(frozen=True, slots=True)
class Extent:
    """Words [left, right) around the head at [head_left, head_right); `host`: index from which the seat is named, or right."""

    head: Head
    left: int
    head_left: int
    head_right: int
    right: int
    host: int


def head_at(words: Sequence[Word], last: int) -> tuple[Head, int] | None:
    """The longest head whose last word is words[last], and the index of its first word."""
    for head in heads().get(words[last].lower, ()):
        first = last - len(head.words) + 1
        if first >= 0 and tuple(word.lower for word in words[first : last + 1]) == head.words and _joined(words, first, last):
            return head, first
    return None


def _joined(words: Sequence[Word], first: int, last: int) -> bool:
    return all(word.spaced or word.compounded for word in words[first + 1 : last + 1])


def grow(words: Sequence[Word], head: Head, first: int, last: int, floor: int) -> Extent:
    """The extent of the name around words[first..last], not reaching left beyond `floor`."""
    left = _grow_left(words, head, first, floor)
    right, host = _grow_right(words, head, last + 1)
    return Extent(head, left, first, last + 1, right, host)


def _grow_left(words: Sequence[Word], head: Head, first: int, floor: int) -> int:
    left, proper, floor = first, 0, max(floor, first - WIDEST)
    while left > floor:
        before, gap = words[left - 1], words[left]
        if gap.compounded and not before.place and before.capital:
            left -= 1
        elif before.place and (gap.spaced or gap.hyphened) and _is_whole(words, left - 1):
            left = _place_start(words, left - 1)
        elif not gap.spaced:
            if gap.gap.strip() == "&" and _is_field(before):
                left -= 1
                continue
            break
        elif left - 1 > floor and _joins_fields(words, left - 1):
            left -= 2
        elif _fits(before, head, words[first].capital):
            left -= 1
        elif head.growth == "named" and _is_proper(before) and proper < MAX_PROPER:
            left, proper = left - 1, proper + 1
        else:
            break
    return left


def _fits(word: Word, head: Head, capital_head: bool) -> bool:
    """A portfolio or an adjective of institutions, written like the head."""
    return (word.capital or not capital_head) and (_is_field(word) or word.lower in qualities() or (word.capital and word.lower in heads()))


def _joins_fields(words: Sequence[Word], index: int) -> bool:
    """`Foreign and Commonwealth`: an `and` between portfolios."""
    return words[index].lower in JOINTS and words[index].spaced and _is_field(words[index - 1]) and _is_field(words[index + 1])


def _is_field(word: Word) -> bool:
    return word.lower in fields() and word.lower not in stop_words()


def _is_proper(word: Word) -> bool:
    return word.capital and word.lower not in stop_words() and not word.place


def _is_whole(words: Sequence[Word], index: int) -> bool:
    """The place mention ends with this word, and is no city in front of an institution that needs none."""
    place = words[index].place
    return place is not None and place.end <= words[index].end + 1


def _place_start(words: Sequence[Word], index: int) -> int:
    place = words[index].place
    while index > 0 and words[index - 1].place is place:
        index -= 1
    return index


def place_end(words: Sequence[Word], index: int) -> int:
    place = words[index].place
    while index < len(words) and words[index].place is place:
        index += 1
    return index


def _grow_right(words: Sequence[Word], head: Head, right: int) -> tuple[int, int]:
    """Index after the name, and index of the word that begins its seat."""
    while right + 1 < len(words) and words[right].spaced and words[right].lower in LINKS:
        after = _complement(words, head, right + 1)
        if after == right + 1:
            break
        right = after
    return _seat(words, head, right)


def _complement(words: Sequence[Word], head: Head, begin: int) -> int:
    """Index after the complement that begins at `begin`; `begin` itself where there is none."""
    index = begin + 1 if words[begin].lower == "the" and begin + 1 < len(words) else begin
    if index >= len(words) or not words[index].spaced:
        return begin
    stop = index
    if words[index].place:
        stop = _places(words, index)
        if words[stop - 1].place.kind != "demonym":  # type: ignore[union-attr]
            return stop
        index = stop
    while stop < len(words) and stop - index < MAX_FIELD and _continues(words, head, index, stop):
        stop += 1
    while stop > index and words[stop - 1].lower in JOINTS:
        stop -= 1
    return begin if stop == index or _names_a_document(words, stop) else stop


def _names_a_document(words: Sequence[Word], stop: int) -> bool:
    return stop < len(words) and words[stop].spaced and words[stop].capital and words[stop].lower in documents()


def _places(words: Sequence[Word], index: int) -> int:
    """Index after a place, or after places joined by a hyphen."""
    index = place_end(words, index)
    while index < len(words) and words[index].hyphened and words[index].place:
        index = place_end(words, index)
    return index


def _continues(words: Sequence[Word], head: Head, index: int, stop: int) -> bool:
    word = words[stop]
    if word.place or _begins_institution(words, stop, index):
        return False
    joined = word.spaced or word.compounded or word.gap.strip() in (",", "&")
    if word.lower in JOINTS:
        return stop > index and stop + 1 < len(words) and _joins_fields(words, stop) and _like(words[index], words[stop + 1])
    if not joined or not _like(words[index], word):
        return False
    if "," in word.gap:
        return _is_field(word) and word.capital and _list_goes_on(words, stop)
    if word.lower in assembled():
        return head.name == "council" or (head.growth == "named" and stop > index)
    return _is_field(word) or word.lower in qualities() or (head.growth == "named" and _is_proper(word) and stop - index < MAX_PROPER)


def _like(first: Word, word: Word) -> bool:
    """Both in capitals, or both not."""
    return first.capital == word.capital


def _list_goes_on(words: Sequence[Word], stop: int) -> bool:
    """After the comma there are more fields and an `and`: `Agriculture, Forestry and Water`."""
    return any(word.lower in JOINTS for word in words[stop + 1 : stop + 6]) and _is_field(words[stop])


def _begins_institution(words: Sequence[Word], stop: int, index: int) -> bool:
    """`Ministry of Defense and Armed Forces`: another head starts here."""
    if stop == index or words[stop - 1].lower not in JOINTS:
        return False
    met = (head_at(words, last) for last in range(stop, min(stop + 3, len(words))))
    return any(found and found[1] >= stop for found in met)


def _seat(words: Sequence[Word], head: Head, right: int) -> tuple[int, int]:
    """Takes `in Serbia`, `to the Republic of Serbia` into the name of an embassy or a cultural centre."""
    links = {"host": ("in", "to", "at"), "seat": ("in",)}.get(head.place, ())
    if right + 1 >= len(words) or words[right].lower not in links or not words[right].spaced:
        return right, right
    index = right + 1
    if words[index].lower == "the" and index + 1 < len(words):
        index += 1
    place = words[index].place
    if place is None or place.kind in ("body", "demonym") or not words[index].spaced:
        return right, right
    return place_end(words, index), right
