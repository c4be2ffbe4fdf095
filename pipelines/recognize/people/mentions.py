"""Mentions made from chunks: what name, titles and ranks of one noun group say together.

What belongs here: filling a PersonMention. What does not: which chunks belong together (`titles`, `lists`, `colleagues`).
"""
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from pipelines.model.mention import PersonMention
from pipelines.recognize.people.categories import RANKING
from pipelines.recognize.people.chunks import Chunk, Row
from pipelines.recognize.people.offices import Office, country_of
from pipelines.recognize.people.units import Unit
from pipelines.recognize.people.vocabulary import numbers

COURTESY = r"(?:d?[HR](?:\([wNAaUBIRW]x?\))?){0,4}"  # the Hon., Lt. Gen. (Retd)
PERSON = rf"{COURTESY}N"
FROM = r"(?:[oe]d?C|\(C\))"
AND = r"(?:,?&|,)"
BEHIND = re.compile(FROM)


@dataclass(slots=True)
class Found:
    """A mention and the chunks [begin, stop) it covers."""

    mention: PersonMention
    begin: int
    stop: int


def first_unit(row: Row, index: int) -> Unit:
    return row.line.units[row.chunks[index].begin]


def word_at(row: Row, index: int) -> str:
    """The first word of a chunk in small letters, "" beyond the ends of the line."""
    return first_unit(row, index).text.lower() if 0 <= index < len(row.chunks) else ""


def names_in(row: Row, begin: int, stop: int) -> list[int]:
    """The names among chunks [begin, stop), without what stands in brackets: `Lt. Gen. (Retd) X`."""
    return [index for index in range(begin, stop) if row.letters[index] == "N" and (index == begin or row.letters[index - 1] != "(")]


def name_in(row: Row, begin: int, stop: int) -> int:
    return names_in(row, begin, stop)[0]


def offices_in(row: Row, begin: int, stop: int) -> list[Chunk]:
    return [chunk for chunk in row.chunks[begin:stop] if chunk.office]


def begin_of_person(row: Row, name: int, least: int) -> int:
    """Index of the first courtesy word or rank before a name."""
    begin = name
    while begin > least and row.letters[begin - 1] in "HR":
        begin -= 1
    if least < begin < name and row.letters[begin - 1] == "d":
        begin -= 1
    return begin


def end_of_person(row: Row, name: int, stop: int) -> int:
    """Index after `of A` or `(A)` behind a name."""
    match = BEHIND.match(row.letters, name + 1, stop)
    return match.end() if match else name + 1


def land_behind(row: Row, name: int, stop: int) -> str | None:
    """The country in `X of A` or `X (A)`."""
    end = end_of_person(row, name, stop)
    lands = lands_in(row, name + 1, end)
    return lands[0] if lands else None


def lands_in(row: Row, begin: int, stop: int) -> list[str]:
    """The codes of the countries and peoples among chunks [begin, stop)."""
    return [code for index in range(begin, stop) if row.letters[index] in "CD" and (code := country_of(first_unit(row, index)))]


def count_in(row: Row, begin: int, stop: int) -> int | None:
    """`the two ministers` -> 2; `all four` -> 4."""
    units = row.line.units[row.chunks[begin].begin : row.chunks[stop - 1].stop]
    words = [word for unit in units if unit.letter == "Q" for word in unit.text.lower().split()]
    return next((numbers()[word] for word in words if word in numbers()), None)


def make(row: Row, begin: int, stop: int, name: int | None, offices: Iterable[Chunk]) -> PersonMention:
    """A mention over chunks [begin, stop) of whoever bears the name and holds `offices`."""
    start, end = row.chunks[begin].start, row.chunks[stop - 1].end
    rank = next((first_unit(row, index).text for index in range(begin, stop) if row.letters[index] == "R"), None)
    told = _told([chunk.office for chunk in offices if chunk.office], row)
    if name is None:
        return PersonMention(start, end, "office", military_rank=rank, **told)
    chunk = row.chunks[name]
    return PersonMention(start, end, "named", chunk.name, chunk.start, chunk.end, military_rank=rank, **told)


def _told(offices: list[Office], row: Row) -> dict[str, Any]:
    """The fields that the office phrases fill; of two offices the higher counts."""
    if not offices:
        return {}
    best = min(offices, key=lambda office: RANKING.index(office.value))
    return dict(
        country=_first(office.country for office in offices),
        office=best.value,
        office_as_written=" and ".join(_as_written(row, office) for office in offices),
        organization=_first(office.organization for office in offices),
        host_country=_first(office.host for office in offices),
        former=all(office.former for office in offices),
        plural=best.plural,
        countries=best.countries if best.plural else (),
    )


def _first(values: Iterator[str | None]) -> str | None:
    return next((value for value in values if value), None)


def _as_written(row: Row, office: Office) -> str:
    """`Minister of Defense of the Republic of Serbia`: the phrase without article, in one line."""
    units = row.line.units
    begin = office.begin
    while begin < office.head and units[begin].letter in "dhFkQ'-":
        begin += 1
    parts = units[begin : office.stop]
    spaced = ("" if index and unit.start == parts[index - 1].end else " " for index, unit in enumerate(parts))
    return " ".join("".join(space + unit.text for space, unit in zip(spaced, parts, strict=True)).split())


def from_land(mention: PersonMention, land: str | None) -> PersonMention:
    return replace(mention, country=land) if land and not mention.country else mention
