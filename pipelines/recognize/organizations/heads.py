"""What the lexicon says of institutions: the nouns they are called after, the words beside these, names of their own.

What belongs here: reading the tables. What does not: how a name grows around its noun (`growth`).
"""
from dataclasses import dataclass
from functools import cache

from pipelines.lexicon.loader import Row, read_tsv, split_cell


@dataclass(frozen=True, slots=True)
class Head:
    """A noun such as `embassy`. `words`: its folded words; `growth`, `place`: see organization_heads.tsv."""

    words: tuple[str, ...]
    name: str
    kind: str
    growth: str
    place: str
    plural: bool


@cache
def heads() -> dict[str, tuple[Head, ...]]:
    """Last word of a head -> heads that end so, the longest first."""
    found: dict[str, list[Head]] = {}
    for row in read_tsv("organization_heads.tsv"):
        for head in _read(row):
            found.setdefault(head.words[-1], []).append(head)
    return {last: tuple(sorted(group, key=lambda head: -len(head.words))) for last, group in found.items()}


def _read(row: Row) -> list[Head]:
    forms = [(row["head"], False), (row["plural"], True)]
    return [
        Head(tuple(form.replace("-", " ").split()), row["head"], row["kind"], row["growth"], row["place"], plural)
        for form, plural in forms
        if form
    ]


@cache
def stop_words() -> frozenset[str]:
    return _words("stop")


@cache
def qualities() -> frozenset[str]:
    return _words("quality")


@cache
def assembled() -> frozenset[str]:
    return _words("assembled")


@cache
def documents() -> frozenset[str]:
    return _words("document")


@cache
def between_states() -> frozenset[str]:
    return _words("between")


def _words(kind: str) -> frozenset[str]:
    rows = (row for row in read_tsv("organization_words.tsv") if row["class"] == kind)
    return frozenset(word for row in rows for word in split_cell(row["words"]))


@cache
def fields() -> frozenset[str]:
    """Single words of portfolios: defense, affairs, trade."""
    rows = read_tsv("portfolios.tsv")
    return frozenset(word for row in rows for value in split_cell(row["words"]) for word in value.replace("-", " ").split())
