"""Which appearances are one person: full names first, then initials, then single words that lean on country and office.

A name alone never joins two countries. A surname alone joins only the one person of that country who held that office
within `_CAREER` of it; two candidates leave it alone. What does not belong here: rows (`entities`).
"""
from collections import defaultdict
from datetime import date, timedelta

from pipelines.link.appearances import Appearance
from pipelines.recognize.names import POSSIBLE, SAME, parse, similarity

_CAREER = timedelta(days=10 * 366)
_ANY = "*"  # in place of a country: every cluster
_SPELLINGS = 8  # names of one cluster that a new one is compared with
Cluster = list[Appearance]


def _fullness(appearance: Appearance) -> int:
    """2 given name and surname in full, 1 with initials, 0 a single word."""
    name = parse(appearance.name)
    return 0 if len(name.tokens) < 2 else 1 + (len(name.full) > 1)


def _buckets(name: str) -> list[str]:
    words = parse(name).full or parse(name).tokens or ("",)
    return sorted({word[:2].replace("i", "c") for word in words})


def _keys(appearance: Appearance, countries: tuple[str | None, ...]) -> list[tuple[str, str | None]]:
    return [(bucket, country) for bucket in _buckets(appearance.name) for country in countries]


class People:
    """Clusters so far, found by the beginnings of their words."""

    def __init__(self) -> None:
        self.clusters: list[Cluster] = []
        self._known: dict[tuple[str, str | None], list[Cluster]] = defaultdict(list)

    def place(self, appearance: Appearance) -> None:
        cluster = self._best(appearance)
        if cluster is None:
            cluster = []
            self.clusters.append(cluster)
        cluster.append(appearance)
        for key in _keys(appearance, (appearance.country, _ANY)):
            if not any(other is cluster for other in self._known[key]):
                self._known[key].append(cluster)

    def _near(self, appearance: Appearance) -> list[Cluster]:
        countries = (appearance.country, None) if appearance.country else (_ANY,)
        found = {id(cluster): cluster for key in _keys(appearance, countries) for cluster in self._known[key]}
        return list(found.values())

    def _best(self, appearance: Appearance) -> Cluster | None:
        scored = [(_alike(appearance, cluster), cluster) for cluster in self._near(appearance)]
        top = max((score for score, _ in scored), default=0.0)
        best = [cluster for score, cluster in scored if score == top]
        return best[0] if top > 0 and len(best) == 1 else None


def _alike(appearance: Appearance, cluster: Cluster) -> float:
    """0: not the same person; else how surely."""
    names = list(dict.fromkeys(member.name for member in cluster))[:_SPELLINGS]
    alike = max(similarity(appearance.name, name) for name in names)
    same_office = any(appearance.offices & member.offices for member in cluster)
    same_country = appearance.country is not None and any(member.country == appearance.country for member in cluster)
    if alike < POSSIBLE:
        return 0.0
    if alike < 0.9 and not (same_country and (alike >= SAME or same_office) and _in_one_career(appearance, cluster)):
        return 0.0
    return alike + same_country + 0.5 * same_office


def _in_one_career(appearance: Appearance, cluster: Cluster) -> bool:
    days = [day for member in cluster for day in (member.first_day, member.last_day) if day]
    if not days or appearance.first_day is None or appearance.last_day is None:
        return True
    return _gap(appearance.first_day, appearance.last_day, min(days), max(days)) <= _CAREER


def _gap(start: date, end: date, other_start: date, other_end: date) -> timedelta:
    return max(start - other_end, other_start - end, timedelta(0))


def cluster_people(found: list[Appearance]) -> list[Cluster]:
    """Appearances to people. The order within a fullness is fixed by `appearances`, so file order plays no part."""
    people = People()
    for appearance in sorted(found, key=lambda a: (-_fullness(a), -len(parse(a.name).tokens))):
        people.place(appearance)
    return people.clusters
