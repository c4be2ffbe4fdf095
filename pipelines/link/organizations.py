"""Which appearances are one organization: the same words in any order, and no two countries.

What does not belong here: what an organization is called officially, or whom it belongs to.
"""
import re
from collections import defaultdict

from pipelines.link.appearances import Appearance
from pipelines.recognize.names import plain

_WORD = re.compile(r"[^\W_]+")
_EMPTY = frozenset({"the", "of", "and", "for", "to", "in", "s", "a"})
_SPELLINGS = {"defence": "defense", "centre": "center", "organisation": "organization", "programme": "program"}
Cluster = list[Appearance]


def key_of(name: str) -> tuple[str, ...]:
    """The telling words of a name, sorted: `Ministry of Defence` = `Defense Ministry`."""
    words = {_SPELLINGS.get(word, word) for word in _WORD.findall(plain(name))}
    return tuple(sorted(words - _EMPTY or words))


def cluster_organizations(found: list[Appearance]) -> list[Cluster]:
    """One cluster per key and country; without a country, the only one of its key if there is just one."""
    by_key: dict[tuple[str, ...], dict[str | None, Cluster]] = defaultdict(dict)
    for appearance in found:
        by_key[key_of(appearance.name)].setdefault(appearance.country, []).append(appearance)
    clusters: list[Cluster] = []
    for countries in by_key.values():
        stateless = countries.pop(None, [])
        if len(countries) == 1:
            next(iter(countries.values())).extend(stateless)
        elif stateless:
            clusters.append(stateless)
        clusters.extend(countries.values())
    return clusters
