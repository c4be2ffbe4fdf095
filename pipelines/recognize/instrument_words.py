"""The lexicon of documents that bind: head nouns, the words around them, what they are about.

What does not belong here: how far a noun group reaches (`instruments`).
"""
import re
from dataclasses import dataclass
from functools import cache

from pipelines.lexicon.loader import read_tsv
from pipelines.recognize.gate import Gate


@dataclass(frozen=True, slots=True)
class Head:
    """A head noun: `type` of the codebook, `needs` and `signed` as explained in the lexicon, `length` in words."""

    type: str
    needs: str
    plural: bool
    length: int
    signed: bool = False


@cache
def heads() -> dict[str, Head]:
    """Surface, lower case, words joined by one space -> head."""
    return {row["surface"].lower(): _head(row) for row in read_tsv("instruments.tsv")}


def _head(row: dict[str, str]) -> Head:
    needs, _, signed = row["needs"].partition(" ")
    return Head(row["type"], needs, row["plural"] == "yes", len(row["surface"].split()), "signed" in (needs, signed))


LONGEST_HEAD = 5  # words


def head_at(lower: list[str], at: int) -> Head | None:
    """The longest head noun that begins at a word."""
    if at >= len(lower) or lower[at] not in first_words():
        return None
    candidates = (heads().get(" ".join(lower[at : at + length])) for length in range(LONGEST_HEAD, 0, -1))
    return next((head for head in candidates if head is not None), None)


@cache
def first_words() -> frozenset[str]:
    return frozenset(surface.split()[0] for surface in heads())


@cache
def gate() -> Gate:
    return Gate(first_words())


@cache
def _classes() -> dict[str, dict[str, str]]:
    classes: dict[str, dict[str, str]] = {}
    for row in read_tsv("instrument_words.tsv"):
        classes.setdefault(row["class"], {})[row["surface"]] = row["value"]
    return classes


def words_of(kind: str) -> dict[str, str]:
    """Words of a class with their values."""
    return _classes()[kind]


@cache
def _vetoes() -> dict[str, tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]]:
    vetoes: dict[str, tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]] = {}
    for row in read_tsv("instrument_vetoes.tsv"):
        pair = tuple(row["before"].split()), tuple(row["after"].split())
        vetoes[row["surface"]] = (*vetoes.get(row["surface"], ()), pair)
    return vetoes


def vetoed(lower: list[str], at: int, length: int) -> bool:
    """Do the words around lower[at : at + length] say that it names no document?"""
    for before, after in _vetoes().get(" ".join(lower[at : at + length]), ()):
        start = at - len(before)
        if start >= 0 and tuple(lower[start:at]) == before and tuple(lower[at + length : at + length + len(after)]) == after:
            return True
    return False


@cache
def _subjects() -> tuple[re.Pattern[str], dict[str, str]]:
    known = {row["surface"]: row["subject"] for row in read_tsv("subjects.tsv")}
    surfaces = sorted(known, key=lambda surface: (-len(surface), surface))
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(map(re.escape, surfaces))})(?![^\W_])"), known


def subjects_of(title: str) -> tuple[str, ...]:
    """Subjects of the codebook that the words of a title name, in their order; `other` where none does."""
    pattern, known = _subjects()
    return tuple(dict.fromkeys(known[match.group()] for match in pattern.finditer(title.lower()))) or ("other",)
