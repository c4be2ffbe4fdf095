"""What the lexicon knows of a country: its code, usual name, capital, and whether it is a state at all.

What belongs here: exact look-ups by code or name. What does not: finding names in running text (`recognize.places`).
"""
from functools import cache

from pipelines.lexicon.loader import Row, read_tsv, split_cell

MARKS = "=!@"


@cache
def _by_code() -> dict[str, Row]:
    return {row["code"]: row for row in read_tsv("countries.tsv")}


@cache
def _code_by_name() -> dict[str, str]:
    codes: dict[str, str] = {}
    for row in read_tsv("countries.tsv"):
        for value in (row["code"], row["name"], *split_cell(row["aliases"]), *split_cell(row["demonyms"])):
            codes.setdefault(_plain(value), row["code"])
    return codes


def _plain(value: str) -> str:
    name = value.partition("~")[0].rstrip(MARKS)
    return name if name.isupper() else name.casefold()


def iso_of(name: str) -> str | None:
    """The code of a country called `name`, be it name, code or demonym: `Serbian`, `Serbia`, `SRB` -> SRB."""
    codes, bare = _code_by_name(), name.strip().removeprefix("the ").removeprefix("The ")
    return codes.get(bare) or codes.get(bare.casefold())


def name_of(code: str) -> str | None:
    """The usual English name: SRB -> Serbia."""
    row = _by_code().get(code)
    return _first(row["name"]) if row else None


def capital_of(code: str) -> str | None:
    """The usual English name of the capital: SRB -> Belgrade; None where there is none or no such country."""
    row = _by_code().get(code)
    capitals = split_cell(row["capitals"]) if row else ()
    return _first(capitals[0]) if capitals else None


def is_state(code: str) -> bool:
    """True for the code of a country, territory or former state; False for EU, NATO and other bodies."""
    return code in _by_code()


def _first(value: str) -> str:
    return value.partition("~")[0].rstrip(MARKS)
