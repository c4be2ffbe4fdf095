"""One automaton over all names of places and intergovernmental bodies: where does which name stand in a text.

What belongs here: folding, the automaton, the look-up of names on word boundaries. What does not: what the tables of the
lexicon say (`place_names`), whether a name means a place in its sentence (`places`), names built by rule (`organizations`).

Text is folded character by character (no accents, small letters, everything else a space), so offsets stay those of the
text, and a pattern that begins and ends with a space stands on word boundaries.
"""
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

import ahocorasick_rs

from pipelines.recognize.folding import fold
from pipelines.recognize.place_names import Entry, read_city, read_city_lines, spellings

KINDS = ("none", "country", "demonym", "body", "capital", "government_seat", "region", "city")
TRUST = {"strong": 0, "plain": 1, "strict": 2}
PRECEDENCE = {kind: rank for rank, kind in enumerate(KINDS)}
Spelled = tuple[str, Entry]  # a spelling of the lexicon and what it means


@dataclass(frozen=True, slots=True)
class Hit:
    """A name found at [start, end) of the text, with its possible meanings, the best first."""

    start: int
    end: int
    entries: tuple[Entry, ...]


class Gazetteer:
    """The automaton and what its patterns mean. City rows are read when they are first met: there are 40,000 of them."""

    def __init__(self, named: dict[str, list[Spelled]], city_lines: dict[str, list[str]]) -> None:
        """Both by folded name: read entries, and raw rows of the city table."""
        self._keys = list(dict.fromkeys((*named, *city_lines)))
        self._index = {key: number for number, key in enumerate(self._keys)}
        self._named = named
        self._city_lines = city_lines
        self._read: dict[int, tuple[Spelled, ...]] = {}
        patterns = [f" {key} " for key in self._keys]
        self._automaton = ahocorasick_rs.AhoCorasick(patterns, matchkind=ahocorasick_rs.MatchKind.Standard, store_patterns=False)

    def find(self, text: str, start: int, end: int) -> list[Hit]:
        """All names in text[start:end]: longest first match from the left, no overlap. Linear in the length."""
        found = self._automaton.find_matches_as_indexes(f" {fold(text[start:end])} ", overlapping=True)
        hits = (self._hit(text, start + left, start + right - 2, number) for number, left, right in found)
        return _longest(hit for hit in hits if hit.entries)

    def lookup(self, name: str) -> tuple[Entry, ...]:
        """The meanings of a whole name, however spelled, or nothing."""
        number = self._index.get(fold(name).strip())
        return () if number is None else tuple(entry for _, entry in self._meanings(number))

    def _hit(self, text: str, start: int, end: int, number: int) -> Hit:
        written = text[start:end]
        pairs = self._meanings(number)
        return Hit(start, end, tuple(entry for spelling, entry in pairs if _spelled_like(written, spelling, entry.exact)))

    def _meanings(self, number: int) -> tuple[Spelled, ...]:
        if number not in self._read:
            key = self._keys[number]
            pairs = [*self._named.get(key, ()), *map(read_city, self._city_lines.get(key, ()))]
            pairs.sort(key=_rank)
            self._read[number] = tuple(pairs)
        return self._read[number]


def _rank(pair: Spelled) -> tuple[int, int, int]:
    entry = pair[1]
    return PRECEDENCE.get(entry.kind, len(PRECEDENCE)), TRUST[entry.trust], -entry.population


def _spelled_like(written: str, spelling: str, exact: bool) -> bool:
    """Capitals where the lexicon has capitals; an acronym letter for letter."""
    if exact:
        return written == spelling[: len(written)]
    return written[0].isupper() and all(have.isupper() for have, want in zip(written, spelling, strict=False) if want.isupper())


def _longest(hits: Iterable[Hit]) -> list[Hit]:
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end)):
        if not kept or hit.start >= kept[-1].end:
            kept.append(hit)
    return kept


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer of the whole lexicon; built at the first call."""
    named: dict[str, list[Spelled]] = {}
    for spelling, entry in spellings():
        named.setdefault(fold(spelling).strip(), []).append((spelling.strip(), entry))
    return Gazetteer(named, read_city_lines())
