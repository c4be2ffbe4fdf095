"""From the parts of an office phrase to the codebook's value: the table offices.tsv applied.

What belongs here: looking up the first row that fits, and the kind of a body by its name. What does not: finding the
parts in a text (`offices`).
"""
from functools import cache

from pipelines.lexicon.countries import is_state
from pipelines.lexicon.loader import read_tsv, split_cell

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
def _bodies() -> tuple[tuple[str, str], ...]:
    return tuple((word, row["kind"]) for row in read_tsv("office_bodies.tsv") for word in split_cell(row["words"]))


@cache
def body_kind(name: str) -> str:
    """The kind of a body by the words of its name, "body" where none is known: `Writers Union` -> civil, `Agency for Arms` -> agency."""
    lowered = name.lower()
    return _kind_in(lowered.partition(" for ")[0]) or _kind_in(lowered) or "body"


def _kind_in(name: str) -> str | None:
    return next((kind for known, kind in _bodies() if f" {known} " in f" {name} "), None)
