"""Named occasions: "the 3rd session of the … Commission", "the NATO Summit", "Exercise …", "… International Defense Exhibition".

A gathering is a noun group around a head of `lexicon/gatherings.tsv` that carries a name: capitals, an ordinal, a pair
of countries or a body. Bilateral formats are sessions, others conferences. What does not belong here: whether it was
held, and who came.
"""
import re
from bisect import bisect_left
from functools import cache

from pipelines.lexicon.loader import read_tsv
from pipelines.model.mention import GatheringMention, PlaceMention

WORD = re.compile(r"[^\W_]++(?:[-‑’'`./&–][^\W_]++)*+|\S")
ORDINAL = re.compile(r"(?:(\d{1,3})(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\d{4}|annual|[IVXL]{1,6})\Z", re.I)
NUMBERS = {word: n for n, word in enumerate("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(), 1)}
BILATERAL = frozenset("intergovernmental inter-governmental joint bilateral mixed consultative consultations political strategic commission committee jcc jmc "
                      "ministerial-level interparliamentary staff working cooperation co-operation".split())
MULTILATERAL = frozenset("ministerial ministers' leaders leaders' ministers foreign defence defense trilateral quadrilateral multilateral council summit general heads".split())
LOWER_IN_NAME = frozenset("of on for and the & in to with between -".split())
LINKS = frozenset("of on for & and between".split())
MAX_BEFORE, MAX_AFTER = 14, 16


@cache
def heads() -> dict[str, tuple[str, str]]:
    return {row["head"]: (row["type"], row["needs"]) for row in read_tsv("gatherings.tsv")}


class Group:
    """The words of a sentence around one head; `first` and `last` widen as the name is read outward."""

    def __init__(self, words: list[re.Match[str]], at: int, places: list[PlaceMention]):
        self.words, self.at, self.first, self.last, self.places = words, at, at, at, places

    def text(self, index: int) -> str:
        return self.words[index].group()

    def place_at(self, index: int) -> PlaceMention | None:
        start, end = self.words[index].span()
        return next((p for p in self.places if p.start < end and start < p.end), None)

    def names(self, index: int) -> bool:
        """Can the word stand inside a name?"""
        word = self.text(index)
        return word[0].isupper() or bool(ORDINAL.match(word)) or self.place_at(index) is not None or word in "-–&"

    def widen_left(self) -> None:
        index = self.at - 1
        while index >= max(0, self.at - MAX_BEFORE):
            if self.names(index) and self.text(index) not in ("The", "At", "On", "In", "During", "A"):
                self.first = index
            elif not (self.text(index) in LOWER_IN_NAME - {"the"} and index > 0 and self.names(index - 1) and self.names(index + 1)
                      and self.text(index) not in ("in", "to", "with")):
                break
            index -= 1

    def widen_right(self) -> None:
        index = self.at + 1
        while index < min(len(self.words), self.at + MAX_AFTER):
            word = self.text(index)
            if word in LINKS and index + 1 < len(self.words) and (self.names(index + 1) or (self.text(index + 1) == "the" and index + 2 < len(self.words) and self.names(index + 2))):
                index += 1
            elif word == "the" and index > self.at + 1:
                index += 1
            elif self.names(index) and index > self.at + 1 or (self.names(index) and self.text(index) in "-–"):
                self.last = index
                index += 1
            else:
                break


def words_of(group: Group) -> list[str]:
    return [group.text(n) for n in range(group.first, group.last + 1)]


def qualifies(group: Group, needs: str) -> bool:
    """Does the noun group carry a name, as its head demands?"""
    words = [w.lower() for w in words_of(group)]
    capital = group.text(group.at)[0].isupper()
    ordinal = any(ORDINAL.match(w) for w in words)
    others = [n for n in range(group.first, group.last + 1) if n != group.at and group.names(n)]
    placed = any(group.place_at(n) for n in range(group.first, group.last + 1))
    if needs == "cap":
        return capital and bool(others)
    if needs == "numbered":
        return ordinal and bool(len(others) > 1 or group.last > group.at)
    if needs == "political":
        return capital and any(w in ("political", "consular", "staff", "strategic", "foreign") for w in words)
    if needs == "joint":
        return capital and len(others) > 1 and any(w in BILATERAL for w in words)
    if needs == "multilateral":
        return capital and bool(others) and (ordinal or any(w in MULTILATERAL for w in words))
    if needs == "body":
        return bool(others) and (ordinal or placed or capital)
    return bool(others)


def countries_in(group: Group) -> tuple[str, ...]:
    start, end = group.words[group.first].start(), group.words[group.last].end()
    inside = [p.country for p in group.places if start <= p.start and p.end <= end and p.kind in ("country", "demonym", "body")]
    return tuple(dict.fromkeys(c for c in inside if c))


def type_of(group: Group, base: str, countries: tuple[str, ...]) -> str:
    """Session for bilateral formats, else the head's own type."""
    words = {w.lower() for w in words_of(group)}
    if base == "conference" and len(countries) == 2 and words & BILATERAL:
        return "session"
    if base == "session" and (words & {"assembly", "ministers", "summit", "council"} and len(countries) != 2):
        return "conference"
    return base


def number_in(group: Group) -> int | None:
    for word in words_of(group)[:6]:
        found = ORDINAL.match(word)
        if found and found.group(1):
            return int(found.group(1))
        if word.lower() in NUMBERS:
            return NUMBERS[word.lower()]
    return None


def read_group(words: list[re.Match[str]], at: int, places: list[PlaceMention]) -> GatheringMention | None:
    base, needs = heads()[words[at].group().lower()]
    group = Group(words, at, places)
    group.widen_left()
    group.widen_right()
    if not qualifies(group, needs):
        return None
    countries = countries_in(group)
    start, end = words[group.first].start(), words[group.last].end()
    return GatheringMention(start, end, type_of(group, base, countries), " ".join(words_of(group)), number_in(group), countries)


def find_gatherings(text: str, start: int, end: int, places: list[PlaceMention]) -> list[GatheringMention]:
    """Named occasions in `text[start:end]`, by position, none overlapping; the longer of two wins."""
    words = list(WORD.finditer(text, start, end))
    found: list[GatheringMention] = []
    for at, word in enumerate(words):
        if word.group().lower() in heads():
            group = read_group(words, at, places)
            if group is None:
                continue
            position = bisect_left([g.start for g in found], group.start)
            rivals = [g for g in found[max(0, position - 1):] if g.start < group.end and group.start < g.end]
            if not rivals:
                found.insert(position, group)
            elif all(r.end - r.start < group.end - group.start for r in rivals):
                found = sorted([g for g in found if g not in rivals] + [group], key=lambda g: g.start)
    return found
