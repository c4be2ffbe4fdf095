"""Which appearances are one person: full names first, then initials, then single words that lean on country and office.

A name alone never joins two countries. A surname alone joins only the one person of that country who held that office
within `_CAREER` of it; two candidates leave it alone. What does not belong here: rows (`entities`).

What a next name is compared with is held for all people, in some hundred bytes for each: a name may be anybody's.
"""
from array import array
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from pipelines.link.appearances import Appearance, appearances
from pipelines.link.world import SEPARATOR, World
from pipelines.recognize.names import POSSIBLE, SAME, parse, similarity

_CAREER = 10 * 366  # days
_ANY = "*"  # in place of a country: everybody
_SPELLINGS = 8  # names of one person that a new one is compared with
_NO_DAY = 0

Key = tuple[str, str | None]


class Traits(NamedTuple):
    """What the appearances of a person say together; few differ."""

    offices: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()


class People:
    """People so far, by number from 0, found by the beginnings of the words of their names."""

    def __init__(self) -> None:
        self._names: list[str] = []
        self._traits: list[Traits] = []
        self._first, self._last = array("i"), array("i")  # days of all their events
        self._known: dict[Key, array[int]] = defaultdict(lambda: array("i"))
        self._shared: dict[Traits, Traits] = {}

    def place(self, one: Appearance) -> int:
        """The number of the person whose appearance this is."""
        person = self._best(one)
        if person is None:
            person = self._begin()
        self._take(person, one)
        for key in _keys(one, (one.country, _ANY)):
            if person not in self._known[key]:
                self._known[key].append(person)
        return person

    def _begin(self) -> int:
        self._names.append("")
        self._traits.append(Traits())
        self._first.append(_NO_DAY)
        self._last.append(_NO_DAY)
        return len(self._names) - 1

    def _take(self, person: int, one: Appearance) -> None:
        names = [name for name in self._names[person].split(SEPARATOR) if name]
        if one.name not in names and len(names) < _SPELLINGS:
            self._names[person] = SEPARATOR.join([*names, one.name])
        said = self._traits[person]
        traits = Traits(said.offices | one.offices, said.countries | ({one.country} if one.country is not None else frozenset()))
        self._traits[person] = self._shared.setdefault(traits, traits)
        days = [day for day in (self._first[person], self._last[person], one.first_day, one.last_day) if day]
        self._first[person], self._last[person] = min(days, default=_NO_DAY), max(days, default=_NO_DAY)

    def _near(self, one: Appearance) -> set[int]:
        countries = (one.country, None) if one.country else (_ANY,)
        return {person for key in _keys(one, countries) for person in self._known.get(key, ())}

    def _best(self, one: Appearance) -> int | None:
        """The one person most alike; two alike leave it open."""
        scored = [(self._alike(one, person), person) for person in self._near(one)]
        top = max((score for score, _ in scored), default=0.0)
        best = [person for score, person in scored if score == top]
        return best[0] if top > 0 and len(best) == 1 else None

    def _alike(self, one: Appearance, person: int) -> float:
        """0: not the same person; else how surely."""
        alike = max(similarity(one.name, name) for name in self._names[person].split(SEPARATOR))
        if alike < POSSIBLE:
            return 0.0
        same_office = not one.offices.isdisjoint(self._traits[person].offices)
        same_country = one.country in self._traits[person].countries
        if alike < 0.9 and not (same_country and (alike >= SAME or same_office) and self._in_one_career(one, person)):
            return 0.0
        return alike + same_country + 0.5 * same_office

    def _in_one_career(self, one: Appearance, person: int) -> bool:
        first, last = self._first[person], self._last[person]
        if not first or one.first_day is None or one.last_day is None:
            return True
        return max(one.first_day - last, first - one.last_day) <= _CAREER


def _buckets(name: str) -> list[str]:
    words = parse(name).full or parse(name).tokens or ("",)
    return sorted({word[:2].replace("i", "c") for word in words})


def _keys(one: Appearance, countries: tuple[str | None, ...]) -> list[Key]:
    return [(bucket, country) for bucket in _buckets(one.name) for country in countries]


def fullness(name: str) -> int:
    """2 given name and surname in full, 1 with initials, 0 a single word."""
    parsed = parse(name)
    return 0 if len(parsed.tokens) < 2 else 1 + (len(parsed.full) > 1)


def words(name: str) -> int:
    return len(parse(name).tokens)


def cluster_people(world: World, first: int) -> Iterator[tuple[int, int]]:
    """Appearance and person, by number, people numbered from `first` on. The order within a fullness is that of the appearances, so that
    of the files plays no part."""
    people = People()
    for measure in (fullness, words):
        world.rows.create_function(measure.__name__, 1, measure, deterministic=True)
    for one in appearances(world, "person", "-fullness(name), -words(name)"):
        yield one.number, first + people.place(one)
