"""The names of places and of bodies of states, as the tables of the lexicon give them.

What belongs here: reading countries, bodies, seats, regions, cities and what their marks mean. What does not: finding the
names in a text (`gazetteer`).
"""
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from pipelines.lexicon.loader import Row, read_text, read_tsv, split_cell
from pipelines.recognize.folding import fold

PLURAL_LESS = ("s", "sh", "ch", "x", "z", "ese", "man", "men")


@dataclass(frozen=True, slots=True)
class Entry:
    """One meaning of one spelling. `kind` as in PlaceMention, or "none" for a phrase that means no place."""

    kind: str
    name: str
    countries: tuple[str, ...] = ()
    exact: bool = False  # only in this very spelling
    trust: str = "strong"  # strong: the bare name is enough; plain: a preposition must speak for a place; strict: a place word
    personal: bool = False  # people bear the name, too
    latitude: float | None = None
    longitude: float | None = None
    geonames_id: int | None = None
    population: int = 0


def read_mark(value: str) -> tuple[str, dict[str, object]]:
    """A value of the lexicon without its marks, and what the marks say (see countries.tsv)."""
    name, _, other = value.partition("~")
    marks: dict[str, object] = {"trust": "plain" if "~" in value and not other else "strong", "exact": "=" in name, "personal": "@" in name}
    if other:
        marks["other"] = other
    return name.rstrip("=!@"), marks


def plural(demonym: str) -> str | None:
    """`Serb` -> `Serbs`; None for a word without a plural in -s (British, Chinese, `Czechs!`)."""
    return None if demonym.endswith(("!", "=", *PLURAL_LESS)) else demonym + "s"


def _entry(kind: str, name: str, countries: tuple[str, ...], marks: dict[str, object]) -> Entry:
    other = marks.get("other")
    codes = (*countries, str(other)) if other else countries
    return Entry(kind, name, codes, exact=bool(marks["exact"]), trust=str(marks["trust"]), personal=bool(marks["personal"]))


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
    for value in split_cell(row["capitals"]):
        spelling, marks = read_mark(value)
        entry = _entry("capital", spelling, codes, marks)
        place = _capitals().get((fold(spelling).strip(), row["code"]))
        yield spelling, _locate(entry, place) if place else entry


@cache
def _capitals() -> dict[tuple[str, str], Row]:
    """(folded spelling, country) -> row of the city table."""
    return {(row["key"], row["country"]): row for row in read_tsv("capitals.tsv")}


def _locate(entry: Entry, row: Row) -> Entry:
    """`entry` with the usual name and the coordinates of the city table."""
    number = int(row["geonames_id"]) if row["geonames_id"] else None
    where = {"latitude": float(row["latitude"]), "longitude": float(row["longitude"]), "geonames_id": number}
    return replace(entry, name=row["name"], population=int(row["population"]), **where)  # type: ignore[arg-type]


def _other_capital_spellings() -> Iterator[tuple[str, Entry]]:
    """Names of capitals that countries.tsv does not spell (Ho Chi Minh City beside Saigon)."""
    cautions = {row["name"] for row in read_tsv("city_cautions.tsv")}
    for row in read_tsv("capitals.tsv"):
        trust = "plain" if row["key"] in cautions else "strong"
        yield row["spelling"], _locate(Entry("capital", row["name"], (row["country"],), trust=trust), row)


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
    yield from _other_capital_spellings()
    for row in read_tsv("not_places.tsv"):
        yield row["phrase"], Entry("none", row["phrase"])


def read_city_lines() -> dict[str, list[str]]:
    """Folded name -> rows of the city table, unread: most are never met."""
    lines: dict[str, list[str]] = {}
    for line in read_text("cities.tsv.gz").splitlines()[1:]:
        key, _, rest = line.partition("\t")
        lines.setdefault(key, []).append(rest)
    return lines


def read_city(line: str) -> tuple[str, Entry]:
    """A row of the city table, without its key: the spelling and the city."""
    spelling, name, country, latitude, longitude, number, population, trust = line.split("\t")
    where = (float(latitude), float(longitude), int(number) if number else None, int(population))
    return spelling, Entry("city", name, (country,), False, trust, False, *where)
