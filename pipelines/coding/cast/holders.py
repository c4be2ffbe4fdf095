"""What is known of office holders: weak evidence for whose somebody is, and for what he was, where a text says neither.

Every entry is a name, a state, an office and years in which it is known to be held (`lexicon/office_holders.tsv`). A full name counts
for `CAREER` years around them, since people stay in politics; a surname only under the same office, or where the text gives none, and at
the time. Two states are no answer, nor are two people. What does not belong here: what the text itself says, which comes first
(`countries`).
"""
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

from pipelines.coding.cast.offices import SEATS, higher, possible_in
from pipelines.lexicon.loader import read_tsv, split_cell
from pipelines.recognize.names import POSSIBLE, SAME, parse, similarity

CAREER = 15  # years before and after those known in which a full name is taken for the same politician's
TENURE = 4  # the same for a surname under the same office
POLITICAL = frozenset({
    None, "unknown", "head_of_state", "head_of_government", "deputy_head_of_government", "minister_foreign", "minister_defense", "minister",
    "deputy_minister", "speaker_of_parliament", "member_of_parliament", "ambassador", "diplomat", "official",
})
"""Offices between which people move; a general or a professor of the name is somebody else."""
SURNAMED = SEATS | {"deputy_head_of_government"}
"""Offices whose holders are known by surname alone."""
FAMOUS = frozenset(["head_of_state", "head_of_government", "minister_foreign"])
"""Offices whose holders texts call by the bare surname without introducing them."""
BARE = re.compile(r"(?:Federal |Cabinet |Union |Hon\.? )?(?:Minister|Secretary)")


class Holder(NamedTuple):
    """Somebody known to have held an office from `first` to `last`, at least."""

    name: str
    country: str
    office: str
    first: int
    last: int

    def within(self, day: date | None, years: int) -> bool:
        """Is the day, if known, in the years known or so many before or after?"""
        return day is None or self.first - years <= day.year <= self.last + years


@cache
def _known() -> dict[str, tuple[Holder, ...]]:
    """Folded surname to its holders."""
    known: dict[str, list[Holder]] = defaultdict(list)
    for row in read_tsv("office_holders.tsv"):
        holder = Holder(row["name"], row["country"], row["office"], int(row["first"]), int(row["last"]))
        for key in split_cell(row["keys"]):
            known[key].append(holder)
    return {key: tuple(holders) for key, holders in known.items()}


def _called(name: str) -> list[Holder]:
    """Those with whom a name shares the surname, each once."""
    return list(dict.fromkeys(holder for word in parse(name).full for holder in _known().get(word, ())))


def _known_as(name: str, office: str | None, day: date | None) -> list[Holder]:
    """The entries of a full name near the day of the text; of whom the text gives another than a political office there are none."""
    if office not in POLITICAL or len(parse(name).full) < 2:
        return []
    return [h for h in _called(name) if h.within(day, CAREER) and len(parse(h.name).full) > 1 and similarity(name, h.name) >= SAME]


def country_by_name(name: str, office: str | None, title: str | None, day: date | None) -> str | None:
    """The one state in whose office somebody of this full name is known."""
    return _one(h.country for h in _known_as(name, office, day) if possible_in(h.country, office, title))


def country_by_surname(name: str, office: str | None, title: str | None, day: date | None) -> str | None:
    """The one state that had somebody of this surname in this office then, or, of whom the text gives no office, the one known so called.

    Nothing where the text has no day.
    """
    if day is None:
        return None
    if office is None and title is None:
        known = _then(name, day)
        return known[0].country if _one_person(known) and not SURNAMED.isdisjoint(h.office for h in known) else None
    holders = (h for h in _called(name) if h.office == office and h.within(day, TENURE) and similarity(name, h.name) > 0)
    return _one(h.country for h in holders if office in SURNAMED and possible_in(h.country, office, title))


def _then(name: str, day: date) -> list[Holder]:
    """Everybody known to have been in office, in the year of the text, whom this surname alone may mean."""
    if len(parse(name).full) != 1:
        return []
    return [h for h in _called(name) if h.within(day, 0) and h.office != "royal_or_spouse" and similarity(name, h.name) > 0]


def in_seat(word: str, day: date) -> bool:
    """Is it the surname of one president, prime minister or foreign minister in the year of the text, and of nobody else in office?"""
    known = _then(word, day)
    return _one_person(known) and not FAMOUS.isdisjoint(h.office for h in known)


def office_by_name(name: str, country: str | None, day: date | None) -> str | None:
    """The highest office known to be held, in the year of the text, by the one of this name and state; a surname is a name, too."""
    if day is None or country is None:
        return None
    held = [h for h in (*_known_as(name, None, day), *_then(name, day)) if h.country == country and h.within(day, 0)]
    return higher([h.office for h in held]) if _one_person(held) else None


def portfolio_by_name(name: str, title: str, country: str | None, day: date | None) -> str | None:
    """The seat of whom the text calls a minister and not of what: "Minister Sato", "Secretary Hansen"."""
    known = office_by_name(name, country, day) if BARE.fullmatch(title) else None
    return known if known in ("minister_foreign", "minister_defense") else None


def _one_person(held: Sequence[Holder]) -> bool:
    """Is it one person of one state, maybe spelt in several ways?"""
    return len({h.country for h in held}) == 1 and all(similarity(held[0].name, h.name) >= POSSIBLE for h in held)


def _one(answers: Iterable[str]) -> str | None:
    distinct = set(answers)
    return distinct.pop() if len(distinct) == 1 else None
