"""One automaton over all names of places and intergovernmental bodies: where does which name stand in a text.

What belongs here: reading the place tables of the lexicon, folding, and the look-up of names on word boundaries.
What does not: whether a name means a place in its sentence (`places`), and names built by rule (`organizations`).

Text is folded character by character (no accents, small letters, everything else a space), so offsets stay those of the
text, and a pattern that begins and ends with a space stands on word boundaries.
"""
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from pipelines.lexicon.loader import Row, read_tsv, split_cell

PRECEDENCE = ("none", "country", "demonym", "body", "capital", "government_seat", "region", "city")
SPECIAL_LETTERS = {"ı": "i", "İ": "i", "ø": "o", "Ø": "o", "đ": "d", "Đ": "d", "ð": "d", "ł": "l", "Ł": "l", "ß": "s", "ə": "a", "Ə": "a"}
PLURAL_LESS = ("s", "sh", "ch", "x", "z", "ese", "man", "men")


@dataclass(frozen=True, slots=True)
class Entry:
    """One meaning of one spelling. `kind` as in PlaceMention, or "none" for a phrase that means no place."""

    kind: str
    name: str
    countries: tuple[str, ...] = ()
    exact: bool = False  # only in this very spelling
    weak: bool = False  # needs words around it that speak for a place
    personal: bool = False  # people bear the name, too
    latitude: float | None = None
    longitude: float | None = None
    geonames_id: int | None = None
    population: int = 0


@dataclass(frozen=True, slots=True)
class Hit:
    """A name found at [start, end) of the text, with its possible meanings, the best first."""

    start: int
    end: int
    entries: tuple[Entry, ...]


class _Folding(dict[int, str]):
    """Code point -> the one character it folds to; filled as characters are met."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _fold_character(chr(code))
        return folded


def _fold_character(character: str) -> str:
    if character in SPECIAL_LETTERS:
        return SPECIAL_LETTERS[character]
    if not character.isalnum():
        return " "
    base = unicodedata.normalize("NFKD", character)[0].lower()
    return base if len(base) == 1 else character


_FOLDING = _Folding()


def fold(text: str) -> str:
    """`text` without accents, in small letters, with a space for all that is neither letter nor digit; same length."""
    return text.translate(_FOLDING)


class Gazetteer:
    """The automaton and what its patterns mean."""

    def __init__(self, spellings: dict[str, dict[str, list[Entry]]]) -> None:
        """`spellings`: folded name -> spelling in the lexicon -> entries."""
        import ahocorasick_rs

        self._meanings = [tuple(_meanings(by_spelling)) for by_spelling in spellings.values()]
        self._automaton = ahocorasick_rs.AhoCorasick(
            [f" {key} " for key in spellings], matchkind=ahocorasick_rs.MatchKind.Standard, store_patterns=False
        )
        self._index = {key: number for number, key in enumerate(spellings)}

    def find(self, text: str, start: int, end: int) -> list[Hit]:
        """All names in text[start:end]: longest first match from the left, no overlap. Linear in the length."""
        stretch = text[start:end]
        found = self._automaton.find_matches_as_indexes(f" {fold(stretch)} ", overlapping=True)
        hits = []
        for number, left, right in found:
            hit = self._read(text, start + left, start + right - 2, number)
            if hit:
                hits.append(hit)
        return _longest(hits)

    def lookup(self, name: str) -> tuple[Entry, ...]:
        """The meanings of a whole name, or nothing."""
        number = self._index.get(fold(name).strip())
        return () if number is None else tuple(entry for _, entry in self._meanings[number])

    def _read(self, text: str, start: int, end: int, number: int) -> Hit | None:
        written = text[start:end]
        entries = tuple(entry for spelling, entry in self._meanings[number] if _spelled_like(written, spelling, entry.exact))
        if not entries:
            return None
        return Hit(start, end, entries)


def _meanings(by_spelling: dict[str, list[Entry]]) -> Iterator[tuple[str, Entry]]:
    pairs = [(spelling, entry) for spelling, entries in by_spelling.items() for entry in entries]
    yield from sorted(pairs, key=lambda pair: (PRECEDENCE.index(pair[1].kind), -pair[1].population))


def _spelled_like(written: str, spelling: str, exact: bool) -> bool:
    """Capitals where the lexicon has capitals; an acronym letter for letter."""
    if exact:
        return written == spelling[: len(written)]
    return all(have.isupper() for have, want in zip(written, spelling, strict=False) if want.isupper())


def _longest(hits: list[Hit]) -> list[Hit]:
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end)):
        if not kept or hit.start >= kept[-1].end:
            kept.append(hit)
    return kept


def read_mark(value: str) -> tuple[str, dict[str, object]]:
    """A value of the lexicon without its marks, and what the marks say (see countries.tsv)."""
    name, _, other = value.partition("~")
    marks: dict[str, object] = {"weak": "~" in value and not other, "exact": "=" in name, "personal": "@" in name}
    if other:
        marks["other"] = other
    return name.rstrip("=!@"), marks


def plural(demonym: str) -> str | None:
    """`Serb` -> `Serbs`; None for a word without a plural in -s (British, Chinese, `Czechs!`)."""
    return None if demonym.endswith(("!", "=", *PLURAL_LESS)) else demonym + "s"


def _entry(kind: str, name: str, countries: tuple[str, ...], marks: dict[str, object]) -> Entry:
    other = marks.get("other")
    codes = (*countries, str(other)) if other else countries
    return Entry(kind, name, codes, exact=bool(marks["exact"]), weak=bool(marks["weak"]), personal=bool(marks["personal"]))


def _named(kind: str, name: str, countries: tuple[str, ...], values: tuple[str, ...]) -> Iterator[tuple[str, Entry]]:
    for value in values:
        spelling, marks = read_mark(value)
        yield spelling, _entry(kind, name, countries, marks)


def _demonyms(name: str, countries: tuple[str, ...], cell: str) -> Iterator[tuple[str, Entry]]:
    for value in split_cell(cell):
        spelling, marks = read_mark(value)
        entry = _entry("demonym", name, countries, marks)
        yield spelling, entry
        many = plural(value.partition("~")[0])
        if many:
            yield many, entry


def _country_spellings(row: Row) -> Iterator[tuple[str, Entry]]:
    name, codes = read_mark(row["name"])[0], (row["code"],)
    yield from _named("country", name, codes, (row["name"], *split_cell(row["aliases"])))
    yield from _demonyms(name, codes, row["demonyms"])
    capitals = split_cell(row["capitals"])
    for value in capitals:
        spelling, marks = read_mark(value)
        yield spelling, _entry("capital", spelling, codes, marks)


def _region_spellings(row: Row) -> Iterator[tuple[str, Entry]]:
    name, codes = read_mark(row["name"])[0], split_cell(row["countries"])
    yield from _named("region", name, codes, (row["name"], *split_cell(row["aliases"])))
    yield from _demonyms(name, codes, row["demonyms"])


def _seat_spellings(row: Row) -> Iterator[tuple[str, Entry]]:
    yield from _named("government_seat", row["name"], split_cell(row["countries"]), (row["name"], *split_cell(row["aliases"])))


def _body_spellings(row: Row) -> Iterator[tuple[str, Entry]]:
    yield from _named("body", row["name"], (row["code"],), (row["name"], *split_cell(row["aliases"])))


def spellings() -> Iterator[tuple[str, Entry]]:
    """Every spelling of the lexicon with what it means."""
    for row in read_tsv("countries.tsv"):
        yield from _country_spellings(row)
    for row in read_tsv("bodies.tsv"):
        yield from _body_spellings(row)
    for row in read_tsv("seats.tsv"):
        yield from _seat_spellings(row)
    for row in read_tsv("regions.tsv"):
        yield from _region_spellings(row)
    for row in read_tsv("not_places.tsv"):
        yield row["phrase"], Entry("none", row["phrase"])


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer of the whole lexicon; built at the first call."""
    table: dict[str, dict[str, list[Entry]]] = {}
    for spelling, entry in spellings():
        key = fold(spelling).strip()
        table.setdefault(key, {}).setdefault(spelling.strip(), []).append(replace(entry))
    return Gazetteer(table)
