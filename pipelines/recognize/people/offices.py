"""Office phrases: where one begins and ends, its parts, and the codebook's value for it.

What belongs here: the grammar of "the newly appointed First Deputy Minister of Foreign Affairs of X". What does not: who
holds the office (`assembly`) and the knowledge which noun means which office (lexicon: office_*.tsv, offices.tsv).
"""
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from pipelines.lexicon.countries import is_state
from pipelines.lexicon.loader import read_tsv, split_cell
from pipelines.model.mention import OrganizationMention
from pipelines.recognize.people.units import Line, Unit

WHOSE = r"(?:[CY]'|C|D{1,2}|B'?|D[UB]'?|CD)"
BEFORE = rf"[dh]?(?:[FkQM]){{0,3}}(?:{WHOSE})?'?[Fk]{{0,2}}"
FIELD_BEFORE = r"(?:(?:A{1,4},){0,3}A{1,4},?&|a{1,3}&)?[MAak-]{0,6}"
FIELD = r"[of]d?[AaM]{1,6}(?:(?:,?&|,|[ofn]d?|-)(?![MAak]{0,5}[TJL])[AaM]{1,5}){0,8}"
BODY = r"[of]d?(?:[CDY]'?)?[MAaWD]{0,6}(?:&[AaMW]{1,4})?U{1,3}(?![TJ])|[onfC]d?B|[on]d?U|od?[CDY]?'?[MAWDa]{0,4}Z|(?<=[TJL])B"
NESTED = r"[ot][dh]?(?:[CD]'?)?[MA]{0,3}T"
LAND = r"od?[CY]|od?D(?=[,.&x)w]|$)"
LANDS = r"od?C(?:,d?C){0,40}(?:,?&d?C)?"
HOST = r"[tf]d?[CYB](?:(?:,d?[CYB]){0,8},?&d?[CYB])?|nd?[CY]"
AFTER = rf"(?:{FIELD}|{BODY}|{NESTED}|{LAND})"
OFFICE = re.compile(
    rf"{BEFORE}{FIELD_BEFORE}"
    rf"(?:(?P<plural>L)(?:{LANDS}|{AFTER}){{0,4}}|(?P<diplomat>J)(?:{LAND}|{HOST}|{AFTER}){{0,4}}|(?P<single>T){AFTER}{{0,5}}(?:tY)?)"
)


@dataclass(slots=True)
class Office:
    """An office phrase over units [begin, stop) of a line."""

    begin: int
    stop: int
    head: int  # index of the office noun
    key: str
    plural: bool = False
    alone: str = "no"
    country: str | None = None
    countries: tuple[str, ...] = ()
    host: str | None = None
    organization: str | None = None
    body: str = ""
    modifiers: set[str] = field(default_factory=set)
    areas: set[str] = field(default_factory=set)
    determined: bool = False
    owned: bool = False  # by somebody: "his", "their"
    former: bool = False
    value: str = "unknown"


def find_offices(line: Line) -> list[Office]:
    """All office phrases of a line, from left to right, without overlap."""
    return [_parse(line, match) for match in OFFICE.finditer(line.letters)]


def _parse(line: Line, match: re.Match[str]) -> Office:
    kind = next(name for name in ("plural", "diplomat", "single") if match.group(name))
    head = match.start(kind)
    noun = line.units[head]
    office = Office(match.start(), match.end(), head, noun.key, kind == "plural", noun.alone)
    for index in range(office.begin, head):
        _read_before(line.units[index], office)
    _read_after(line, office)
    office.country = office.country or (office.countries[0] if office.countries and not office.plural else None)
    office.former = office.former or noun.text.lower() == "national leader"
    office.value = value_of(office)
    return office


def _read_before(unit: Unit, office: Office) -> None:
    if unit.letter in "CDY":
        _own_country(unit, office)
        office.determined = True
    elif unit.letter == "B":
        _own_body(unit, office)
        office.determined = True
    elif unit.letter in "MAaU":
        _add_key(unit, office)
    elif unit.letter == "F":
        office.former = True
    elif unit.letter in "dhQ":
        office.determined = office.determined or unit.text.lower() not in ("a", "an", "any")
        office.owned = unit.letter == "h"


def _add_key(unit: Unit, office: Office) -> None:
    if unit.letter == "M" and unit.key:
        office.modifiers.add(unit.key)
    elif unit.letter in "Aa":
        office.areas.add(unit.key)
    elif unit.letter == "U":
        office.body = office.body or _body_kind(unit.text)


def _own_country(unit: Unit, office: Office) -> None:
    code = country_of(unit)
    if unit.letter == "Y":
        office.body = office.body or "subnational"
    if code and not is_state(code) and not office.body:
        office.body = "igo"
        office.organization = code
    office.country = office.country or code


def _own_body(unit: Unit, office: Office) -> None:
    mention = unit.mention
    office.organization = office.organization or unit.text
    if isinstance(mention, OrganizationMention):
        office.body = office.body or mention.kind
        office.country = office.country or mention.country
    else:
        office.body = office.body or "government"
        office.country = office.country or country_of(unit)


def _read_after(line: Line, office: Office) -> None:
    """Walks the phrase behind the noun; what a country or body means depends on the preposition before it."""
    preposition = ""
    countries: list[str] = []
    for index in range(office.head + 1, office.stop):
        unit = line.units[index]
        if unit.letter in "otfn":
            preposition = unit.letter
        elif unit.letter in "CDY":
            _read_land(unit, preposition, office, countries)
        elif unit.letter == "B":
            _own_body(unit, office) if preposition != "t" else _host(unit, office)
        else:
            _add_key(unit, office)
    office.countries = tuple(dict.fromkeys(countries))


def _read_land(unit: Unit, preposition: str, office: Office, countries: list[str]) -> None:
    code = country_of(unit)
    if preposition in "tfn" and preposition:
        _host(unit, office)
        return
    if office.plural and code:
        countries.append(code)
        return
    _own_country(unit, office)


def _host(unit: Unit, office: Office) -> None:
    office.host = office.host or country_of(unit)


def country_of(unit: Unit) -> str | None:
    """The code of a country, its people, a town or a body."""
    mention = unit.mention
    return mention.country if mention else None


@cache
def _bodies() -> tuple[tuple[str, str], ...]:
    return tuple((word, row["kind"]) for row in read_tsv("office_bodies.tsv") for word in split_cell(row["words"]))


def _body_kind(word: str) -> str:
    lowered = word.lower()
    return next((kind for known, kind in _bodies() if known == lowered), "agency")


@cache
def _rules() -> dict[str, tuple[tuple[frozenset[str], ...], ...]]:
    """Head -> its rows as (modifiers, areas, bodies, countries, {office}), in the order of the table."""
    rules: dict[str, list[tuple[frozenset[str], ...]]] = {}
    for row in read_tsv("offices.tsv"):
        cells = tuple(frozenset(split_cell(row[name])) for name in ("modifier", "area", "body", "country", "office"))
        rules.setdefault(row["head"], []).append(cells)
    return {head: tuple(rows) for head, rows in rules.items()}


def value_of(office: Office) -> str:
    """The codebook's value of an office phrase; "unknown" where no row fits."""
    for modifiers, areas, bodies, countries, value in _rules().get(office.key, ()):
        if (
            _fits(modifiers, office.modifiers)
            and _fits(areas, office.areas)
            and _fits(bodies, {office.body} - {""})
            and _fits(countries, set(_country_keys(office)))
        ):
            return next(iter(value))
    return "unknown"


def _country_keys(office: Office) -> Iterator[str]:
    code = office.country or (office.countries[0] if office.countries else None)
    if code:
        yield code
        yield "state" if is_state(code) else "igo"


def _fits(cell: frozenset[str], keys: set[str]) -> bool:
    if not cell:
        return True
    return ("-" in cell and not keys) or ("+" in cell and bool(keys)) or not cell.isdisjoint(keys)
