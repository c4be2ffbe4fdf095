"""Named occasions: "the 3rd session of the … Commission", "the NATO Summit", "Exercise …", "… International Defense Exhibition".

A gathering is a noun group around a head of `lexicon/gatherings.tsv` that carries a name: capitals, an ordinal, a pair
of countries or a body. Bilateral formats are sessions, others conferences. What does not belong here: whether it was
held, and who came.
"""

import re
from functools import cache

from pipelines.lexicon.countries import is_state
from pipelines.lexicon.loader import read_tsv
from pipelines.model.mention import GatheringMention, PlaceMention
from pipelines.recognize.gate import Gate

WORD = re.compile(r"[^\W_]++(?:[-‑’'`./&–][^\W_]++)*+|\S")
ORDINAL = re.compile(
    r"(?:(\d{1,3})(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\d{4}|annual|[IVXL]{1,6})\Z",
    re.I,
)
NUMBERS = {
    word: n
    for n, word in enumerate(
        ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"], 1
    )
}
BILATERAL = frozenset(
    "intergovernmental inter-governmental joint bilateral mixed consultative consultations political strategic commission "
    "committee jcc jmc ministerial-level interparliamentary staff working cooperation co-operation".split()
)
MULTILATERAL = frozenset(
    "contact ministerial ministers' leaders leaders' ministers foreign defence defense trilateral quadrilateral multilateral "
    "council summit general heads".split()
)
LINKS = frozenset(["of", "on", "for", "&", "and", "between"])
NAME_SIGNS = frozenset(["-", "–", "&", "’", "'", "(", ")"])
NOT_FIRST = frozenset(
    [
        "The",
        "At",
        "On",
        "In",
        "During",
        "A",
        "An",
        "After",
        "Before",
        "For",
        "This",
        "That",
        "President",
        "Prime",
        "Minister",
        "Secretary",
        "(",
        ")",
        "’",
        "'",
        "-",
        "–",
    ]
)
POLITICAL = frozenset("political consular staff strategic foreign senior bilateral defence defense security office policy".split())
ARMS = frozenset(["defence", "defense", "air", "arms", "trade", "naval", "aviation", "security"])
ACRONYM = 3  # letters
MAX_BEFORE, MAX_AFTER = 14, 16


@cache
def heads() -> dict[str, tuple[str, str]]:
    return {row["head"]: (row["type"], row["needs"]) for row in read_tsv("gatherings.tsv")}


@cache
def gate() -> Gate:
    return Gate(heads())


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
        return word[0].isupper() or bool(ORDINAL.match(word)) or self.place_at(index) is not None or word in NAME_SIGNS

    def inner(self, index: int) -> bool:
        """Does a small word join two parts of a name, as in "Exercise of the Baltic States"?"""
        return (
            self.text(index) in ("of", "on", "for", "and", "the", "&")
            and index > 0
            and self.names(index + 1)
            and (self.names(index - 1) or self.text(index - 1) == "of")
        )

    def widen_left(self) -> None:
        index = self.at - 1
        while index >= max(0, self.at - MAX_BEFORE) and (self.names(index) or self.inner(index)):
            index -= 1
        self.first = index + 1
        while self.first < self.at and (self.text(self.first) in NOT_FIRST or not self.names(self.first)):
            self.first += 1

    def linked(self, index: int) -> int | None:
        """The word that carries the name on after a linking word at `index`."""
        if self.text(index) not in LINKS:
            return None
        ahead = next((n for n in (index + 1, index + 2) if n < len(self.words) and self.text(n) != "the"), None)
        return ahead if ahead is not None and self.names(ahead) and self.text(ahead) not in NOT_FIRST else None

    def widen_right(self) -> None:
        index = self.at + 1
        while index < min(len(self.words), self.at + MAX_AFTER):
            ahead = self.linked(index)
            if ahead is None and not (self.names(index) and (index > self.at + 1 or self.text(index) in "-–(")):
                break
            index = ahead if ahead is not None else index
            self.last = index
            index += 1
        while self.last > self.at and self.text(self.last) in "-–(’'":
            self.last -= 1


def words_of(group: Group) -> list[str]:
    return [group.text(n) for n in range(group.first, group.last + 1)]


def qualifies(group: Group, needs: str) -> bool:
    """Does the noun group carry a name, as its head demands?"""
    words = [w.lower() for w in words_of(group)]
    capital = group.text(group.at)[0].isupper()
    ordinal = any(ORDINAL.match(w) for w in words)
    others = [n for n in range(group.first, group.last + 1) if n != group.at and group.names(n)]
    placed = any(group.place_at(n) for n in range(group.first, group.last + 1))
    if needs == "alone":
        return capital
    if needs == "arms":
        return capital and bool(set(words) & ARMS)
    if needs == "shown":
        before = group.text(group.at - 1) if group.at > group.first else ""
        return (capital and bool(others)) or (before.isupper() and len(before) >= ACRONYM)
    if needs == "cap":
        return capital and bool(others)
    if needs == "numbered":
        return ordinal and bool(len(others) > 1 or group.last > group.at)
    if needs == "political":
        return capital and bool(set(words) & POLITICAL)
    if needs == "joint":
        return capital and bool(others) and any(w in BILATERAL or w in MULTILATERAL for w in words)
    if needs == "multilateral":
        return capital and bool(others) and (ordinal or any(w in MULTILATERAL for w in words))
    if needs == "body":
        return bool(others) and (ordinal or placed or capital)
    return bool(others)


def of_no_state(group: Group) -> bool:
    """ "Press Conference" and "Joint Meeting of Congress" bring no states together."""
    before = group.text(group.at - 1).lower() if group.at else ""
    after = " ".join(group.text(n).lower() for n in range(group.at + 1, min(group.at + 5, len(group.words))))
    return before in ("press", "news") or (before == "joint" and "congress" in after.split())


def countries_in(group: Group) -> tuple[str, ...]:
    start, end = group.words[group.first].start(), group.words[group.last].end()
    inside = [p.country for p in group.places if start <= p.start and p.end <= end and p.kind in ("country", "demonym", "body")]
    return tuple(dict.fromkeys(c for c in inside if c))


def type_of(group: Group, base: str, countries: tuple[str, ...]) -> str:
    """Session for bilateral formats, else the head's own type."""
    words = {w.lower() for w in words_of(group)}
    if base == "conference" and len(countries) == 2 and words & BILATERAL:
        return "session"
    if base == "session" and words & {"assembly", "ministers", "summit", "contact"} and len(countries) != 2:
        return "conference"
    if base == "session" and len(countries) == 1 and not is_state(countries[0]):
        return "conference"  # the council of a union
    if base == "session" and "dialogue" in words and len(countries) < 2 and not words & BILATERAL:
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


CONVENES = re.compile(
    r"\s*+(?:\([^()\n]{1,20}\)\s*+)?(?:has |have |had |was |were |will |is |are )?"
    r"(?:met|meets?|convene[sd]?|held|session|meeting|co-chair|chair|(?:concluded|began|opened|starts?|started) (?:its|their))"
)
SITTING = re.compile(
    r"(?:(?:sessions?|meetings?|rounds?|sittings?|talks) of|attend(?:ed|s|ing)?|participat(?:ed|es|ing) in"
    r"|(?:took|takes?|taking) part in|hosted|hosts) (?:the )?\Z",
    re.I,
)


def sits(text: str, start: int, end: int) -> bool:
    """A commission or council is an occasion only where it meets."""
    return bool(CONVENES.match(text, end) or SITTING.search(text, max(0, start - 24), start))


def read_group(text: str, words: list[re.Match[str]], at: int, places: list[PlaceMention]) -> GatheringMention | None:
    base, needs = heads()[words[at].group().lower()]
    group = Group(words, at, places)
    group.widen_left()
    group.widen_right()
    if not qualifies(group, needs) or of_no_state(group):
        return None
    countries = countries_in(group)
    start, end = words[group.first].start(), words[group.last].end()
    if needs == "joint" and not sits(text, start, end) and not (countries and number_in(group)):
        return None
    return GatheringMention(start, end, type_of(group, base, countries), " ".join(text[start:end].split()), number_in(group), countries)


def find_gatherings(text: str, start: int, end: int, places: list[PlaceMention]) -> list[GatheringMention]:
    """Named occasions in `text[start:end]`, by position, none overlapping; the longer of two wins."""
    if not gate().opens(text, start, end):
        return []
    words = list(WORD.finditer(text, start, end))
    known, found = heads(), list[GatheringMention]()
    for at in [at for at, word in enumerate(words) if word[0].lower() in known]:
        group = read_group(text, words, at, places)
        rivals = [] if group is None else [g for g in found[-3:] if g.start < group.end and group.start < g.end]
        if group is not None and all(r.end - r.start < group.end - group.start for r in rivals):
            found = [*(g for g in found if g not in rivals), group]
    return found
