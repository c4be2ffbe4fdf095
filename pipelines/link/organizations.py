"""Which appearances are one organization: the same words in any order, and no two countries.

What does not belong here: what an organization is called officially, or whom it belongs to.
"""
import re
from collections.abc import Iterator

from pipelines.link.world import World, by_first
from pipelines.recognize.names import plain

_WORD = re.compile(r"[^\W_]+")
_EMPTY = frozenset({"the", "of", "and", "for", "to", "in", "s", "a"})
_SPELLINGS = {"defence": "defense", "centre": "center", "organisation": "organization", "programme": "program"}


def key_of(name: str) -> tuple[str, ...]:
    """The telling words of a name, sorted: `Ministry of Defence` = `Defense Ministry`."""
    words = {_SPELLINGS.get(word, word) for word in _WORD.findall(plain(name))}
    return tuple(sorted(words - _EMPTY or words))


def cluster_organizations(world: World, first: int) -> Iterator[tuple[int, int]]:
    """Appearance and organization, by number, organizations numbered from `first` on: one per key and country; without a country, the only
    one of its key if there is just one."""
    world.rows.create_function("key_of", 1, lambda name: " ".join(key_of(name)), deterministic=True)
    found = world.rows.execute("SELECT key_of(name), number, country FROM appearance WHERE kind = 'organization' ORDER BY 1, 2")
    for _, alike in by_first(found):
        countries = sorted({country for _, country in alike if country is not None})
        numbers: dict[str | None, int] = {country: first + place for place, country in enumerate(countries or [None])}
        lone = first if len(countries) < 2 else first + len(countries)
        yield from ((number, numbers.get(country, lone)) for number, country in alike)
        first = max(lone + 1, first + len(countries))
