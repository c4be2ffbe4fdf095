"""Derives `office_holders.tsv`: who held which office of which state, and in which years that is known.

    python -m pipelines.lexicon.build.office_holders FOLDER

FOLDER holds three public lists: `world_leaders_2019.csv` (CIA World Leaders of 2019, public domain), `us_travels_abroad.jsonl`
(Office of the Historian, CC0: the travellers, and whom they met where) and `australia_pm_diplomatic.parquet` (pm-transcripts:
which prime minister issued what when). Only the facts are taken: name, state, office, years. `office_record.tsv`, beside this module, was
written down from general knowledge of the public record.
"""
import csv
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from pipelines.coding.cast.offices import SEATS, implied_country, possible_in
from pipelines.lexicon.countries import is_state, iso_of
from pipelines.lexicon.loader import read_tsv
from pipelines.model.document import Document, Segment
from pipelines.model.mention import PersonMention
from pipelines.recognize import recognize
from pipelines.recognize.names import POSSIBLE, SAME, fold, fullest, parse, plain, similarity

TARGET = Path(__file__).parents[1] / "office_holders.tsv"
RECORD = Path(__file__).parent / "office_record.tsv"
HEADER = ("keys", "name", "country", "office", "first", "last", "source")
OFFICES = SEATS | {"deputy_head_of_government", "minister", "deputy_minister", "ambassador", "official"}
MET_OFFICES = SEATS | {"deputy_head_of_government", "minister"}
YEAR_OF_LEADERS = 2019
TERM = 10  # years within which one surname in one office of one state is one person
ELSEWHERE = re.compile(
    r"\b(?:summit|conference|ministerial|session|council|assembly|nato|asean|apec|oas|osce|csce|funeral|signing|treaty|trilateral|group|"
    r"accompanied|joined|with (?:u\.s\.|secretary)|g-?\d+|ministers|presidents|leaders|commission|coronation|forum)\b", re.I)
BRACKETS = re.compile(r"\s*\([^)]*\)|,? Jr\.?$")
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
ROMAN = re.compile(r"[IVX]+")
OTHER_NAMES = {
    "China, People’s Republic of": "CHN", "Denmark (Greenland)": "DNK", "Burma (Myanmar)": "MMR", "Holy See (Vatican City)": "VAT",
    "Cote d'Ivoire": "CIV", "Sao Tome and Principe": "STP", "Democratic Republic of the Congo (Zaire)": "COD",
}


@dataclass(frozen=True)
class Holding:
    """Somebody seen in an office. `surname`: its words, empty where the list does not tell; `sure`: the list itself says the state."""

    name: str
    country: str
    office: str
    first: int
    last: int
    source: str
    sure: bool = True
    surname: tuple[str, ...] = ()

    @property
    def whole(self) -> bool:
        """Are the years those of the whole term?"""
        return "REC" in self.source

    @property
    def keys(self) -> str:
        """The folded words by which a text may call somebody: the surname, else the last word."""
        spoken = _spoken(self.name)
        words = {fold(word) for word in self.surname if plain(word) not in particles()} & {*spoken} or {spoken[-1]}
        return "; ".join(sorted(word for word in words if len(word) > 1))

    def row(self) -> str:
        return "\t".join((self.keys, self.name, self.country, self.office, str(self.first), str(self.last), self.source))


def _spoken(name: str) -> list[str]:
    """The folded words of a name without numerals: `Elizabeth II` -> elizabet."""
    return list(parse(" ".join(word for word in name.split() if not ROMAN.fullmatch(word)) or name).tokens)


@cache
def particles() -> frozenset[str]:
    return frozenset(row["word"] for row in read_tsv("name_particles.tsv"))


def code_of(country: str) -> str | None:
    """`Korea, Republic of` -> KOR."""
    name, _, rest = country.partition(", ")
    return OTHER_NAMES.get(country) or iso_of(country) or iso_of(f"{rest} {name}") or iso_of(name)


def mentions(text: str) -> list[PersonMention]:
    """Everybody named in a few sentences."""
    document = Document("doc", "doc", "0", "text/plain", "utf-8", "en", text)
    found = recognize(document, Segment("seg", "doc", 0, "item", 0, len(text)))
    return [m for s in found for m in s.people if m.kind == "named" and m.name and not m.former]


def leaders(path: Path) -> Iterator[Holding]:
    """The CIA's list: surnames are in capitals."""
    for row in csv.DictReader(path.open(encoding="utf-8")):
        holder = BRACKETS.sub("", row["holder"]).strip()
        surname = tuple(word for word in WORD.findall(holder) if len(word) > 1 and word.isupper())
        name = " ".join(_written(word) for word in holder.split())
        country = code_of(row["country"])
        office = _office(row["office"].replace(" & ", " and ").replace("Intl.", "International"), name)
        if country and surname and len(name.split()) > 1 and office in OFFICES:
            yield Holding(name, country, office, YEAR_OF_LEADERS, YEAR_OF_LEADERS, "CIA", surname=tuple(map(_written, surname)))


def _written(word: str) -> str:
    """`D'AGUILAR` -> D'Aguilar, `al-JADAN` -> al-Jadan; single letters and small words stay."""
    if ROMAN.fullmatch(word):
        return word
    return re.sub(r"[^\W\d_]{2,}", lambda part: part.group().capitalize() if part.group().isupper() else part.group(), word)


def _office(title: str, name: str) -> str | None:
    """The office of a title; a seat only where the grammar reads the title to its end ("President, Audit Board" leads no state)."""
    found = next(iter(mentions(f"{title} {name} spoke.")), None)
    if found is None or (found.office in SEATS and (found.office_as_written != title or "Board" in title)):
        return None
    return found.office


def travellers(trips: Iterable[dict[str, str]]) -> Iterator[Holding]:
    """Presidents and secretaries of state of the USA, from their first trip to their last."""
    for trip in trips:
        office = "head_of_state" if trip["role"] == "president" else "minister_foreign"
        yield _seen(BRACKETS.sub("", trip["name"]), "USA", office, trip, True)


def met(trips: Iterable[dict[str, str]]) -> Iterator[Holding]:
    """Whom they met: of the state that the remark says, else, at no gathering, of the state they were in."""
    for trip in trips:
        people = [m for m in mentions(trip["remarks"]) if m.office in MET_OFFICES and not implied_country(m.office_as_written)]
        told = {m for m in people if m.country}
        at = None if ELSEWHERE.search(trip["remarks"]) else code_of(trip["country"])
        offices = [m.office for m in people if m not in told]
        for mention in people:
            country = mention.country or (at if offices.count(mention.office) == 1 else None)
            if country and is_state(country) and possible_in(country, mention.office, mention.office_as_written):
                yield _seen(mention.name or "", country, mention.office or "", trip, mention in told)


def _seen(name: str, country: str, office: str, trip: dict[str, str], sure: bool) -> Holding:
    return Holding(name, country, office, int(trip["start"][:4]), int(trip["end"][:4]), "FRUS", sure)


def prime_ministers(path: Path) -> Iterator[Holding]:
    """`source` of a transcript: `… / Surname, Given name`."""
    import pyarrow.parquet as pq

    for row in pq.read_table(path, columns=["source", "date"]).to_pylist():
        surname, _, given = row["source"].rpartition(" / ")[2].partition(", ")
        year = int(row["date"][:4])
        yield Holding(f"{given} {surname}", "AUS", "head_of_government", year, year, "PMT")


def recorded(path: Path) -> Iterator[Holding]:
    """Whole terms; of somebody known by several names, one for each."""
    lines = (line for line in path.read_text("utf-8").splitlines() if line and not line.startswith("#"))
    for country, office, names, first, last in (line.split("\t") for line in lines):
        for name in names.split("; "):
            yield Holding(name, country, office, int(first), int(last), "REC")


def consistent(seen: list[Holding]) -> Iterator[Holding]:
    """Without those whose state was only guessed, where another state has somebody so called in that office then, surely or as often."""
    near: dict[str, list[Holding]] = defaultdict(list)
    for holding in seen:
        near[parse(holding.name).tokens[-1][:2]].append(holding)
    for holding in seen:
        others = [] if holding.sure else [o for o in near[parse(holding.name).tokens[-1][:2]] if _same_person(o, holding)]
        rivals = [o for o in others if o.country != holding.country]
        if holding.sure or (not any(o.sure for o in rivals) and 2 * len(rivals) < len(others)):
            yield holding


def _same_person(one: Holding, other: Holding) -> bool:
    apart = 1 if one.whole and other.whole else TERM
    near = one.first - apart <= other.last and other.first - apart <= one.last
    return near and one.office == other.office and similarity(one.name, other.name) >= POSSIBLE


def merged(seen: Iterable[Holding]) -> list[Holding]:
    """One row for every office of every person, full names first so that bare surnames join them."""
    people: dict[tuple[str, str], list[Holding]] = defaultdict(list)
    for holding in sorted(seen, key=lambda h: (-len(h.name.split()), h.first, h.name)):
        own = people[(holding.country, holding.office)]
        place = next((n for n, other in enumerate(own) if _joins(other, holding)), None)
        if place is None:
            own.append(holding)
        else:
            own[place] = _joined(own[place], holding)
    return sorted((h for own in people.values() for h in own), key=lambda h: (h.country, h.name, h.office, h.first))


def _joins(one: Holding, other: Holding) -> bool:
    return _same_person(one, other) and (similarity(one.name, other.name) >= SAME or len(_spoken(other.name)) == 1)


def _joined(one: Holding, other: Holding) -> Holding:
    named = one if one.surname else other
    name = named.name if named.surname else fullest([one.name, other.name])
    source = "; ".join(sorted({*one.source.split("; "), *other.source.split("; ")}))
    terms = [h for h in (one, other) if h.whole] or [one, other]
    first, last = min(h.first for h in terms), max(h.last for h in terms)
    return replace(one, name=name, surname=named.surname, first=first, last=last, source=source)


def holdings(folder: Path) -> list[Holding]:
    """The rows of the table from the three lists and the record."""
    trips = [json.loads(line) for line in (folder / "us_travels_abroad.jsonl").read_text("utf-8").splitlines()]
    seen = [
        *leaders(folder / "world_leaders_2019.csv"), *prime_ministers(folder / "australia_pm_diplomatic.parquet"),
        *travellers(trips), *met(trips), *recorded(RECORD),
    ]
    return merged(consistent(seen))


ABOUT = """\
# Who held which office of which state: weak evidence for whom somebody represents whose country a text does not say.
# Derived by pipelines/lexicon/build/office_holders.py; facts only, sources and licences in office_holders.README.md. keys: the folded words
# a text may call them by. first, last: years in which the office is known to be held, not the term.
"""


def main(folder: Path) -> None:
    rows = [holding.row() for holding in holdings(folder) if holding.keys]
    TARGET.write_text(ABOUT + "\n".join(["\t".join(HEADER), *rows]) + "\n", "utf-8")
    print(f"{TARGET.name}: {len(rows)} rows, {TARGET.stat().st_size:,} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
