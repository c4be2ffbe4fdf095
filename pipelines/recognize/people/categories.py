"""From the parts of an office phrase to the codebook's value: the table offices.tsv applied.

What belongs here: looking up the first row that fits, and the kind of a body by its name. What does not: finding the
parts in a text (`offices`).
"""
import re
from functools import cache

from pipelines.lexicon.countries import is_state
from pipelines.lexicon.loader import read_tsv, split_cell

STANDING_COMMITTEE = re.compile(r"\bStanding Committee of the\b.{0,40}\b(?:Congress|Assembly)\b")  # of which the chairman speaks for all
STATE_COMMITTEE = re.compile(r"\b(?:State\b.{0,60}|National Security )\bCommittee\b")  # none of a parliament
COLUMNS = ("modifier", "area", "body", "country", "office")
RANKING = (
    "head_of_state",
    "head_of_government",
    "deputy_head_of_government",
    "minister_foreign",
    "minister_defense",
    "minister",
    "deputy_minister",
    "speaker_of_parliament",
    "member_of_parliament",
    "ambassador",
    "diplomat",
    "chief_of_defense",
    "military_officer",
    "official",
    "subnational_official",
    "head_of_organization",
    "civil_society",
    "royal_or_spouse",
    "unknown",
)  # the codebook's order: of two offices the higher counts


@cache
def _rules() -> dict[str, tuple[tuple[frozenset[str], ...], ...]]:
    """Head -> its rows as (modifiers, areas, bodies, countries, {office}), in the order of the table."""
    rules: dict[str, list[tuple[frozenset[str], ...]]] = {}
    for row in read_tsv("offices.tsv"):
        rules.setdefault(row["head"], []).append(tuple(frozenset(split_cell(row[name])) for name in COLUMNS))
    return {head: tuple(rows) for head, rows in rules.items()}


def value_of(head: str, modifiers: set[str], areas: set[str], body: str, country: str | None) -> str:
    """The codebook's value of an office; "unknown" where no row fits."""
    parts = (modifiers, areas, {body} - {""}, _country_keys(country))
    for *cells, value in _rules().get(head, ()):
        if all(_fits(cell, keys) for cell, keys in zip(cells, parts, strict=True)):
            return next(iter(value))
    return "unknown"


def _country_keys(country: str | None) -> set[str]:
    return {country, "state" if is_state(country) else "igo"} if country else set()


def _fits(cell: frozenset[str], keys: set[str]) -> bool:
    if not cell:
        return True
    return ("-" in cell and not keys) or ("+" in cell and bool(keys)) or not cell.isdisjoint(keys)


@cache
def area_of_ministry(name: str) -> str:
    """The area of a whole ministry, "" where the name is that of a part of one: `Federal Department of Foreign Affairs` -> foreign."""
    words = name.lower().split()
    if not {"ministry", "mfa", "mod"} & set(words) and "federal department" not in " ".join(words):
        return ""
    return next((row["area"] for word in words for row in read_tsv("portfolios.tsv") if word in split_cell(row["words"])), "sector")


@cache
def _parts() -> frozenset[str]:
    return frozenset(row["name"].rstrip("~@") for row in read_tsv("regions.tsv"))


def is_part(name: str) -> bool:
    """Is it the name of a part of a country, which has a president or a prime minister of its own: `Bavaria`?"""
    return name in _parts()


@cache
def _bodies() -> tuple[tuple[str, str], ...]:
    return tuple((word, row["kind"]) for row in read_tsv("office_bodies.tsv") for word in split_cell(row["words"]))


@cache
def body_kind(name: str) -> str:
    """The kind of a body by the words of its name, "body" where none is known: `Writers Union` -> civil, `Agency for Arms` -> agency."""
    lowered = name.lower()
    return _kind_in(lowered.partition(" for ")[0]) or _kind_in(lowered) or "body"


def _kind_in(name: str) -> str | None:
    return next((kind for known, kind in _bodies() if f" {known} " in f" {name} "), None)


def committee_kind(written: str) -> str:
    """What kind of body the committee of an office phrase is."""
    return "government" if STATE_COMMITTEE.search(written) else "parliament" if STANDING_COMMITTEE.search(written) else "committee"
