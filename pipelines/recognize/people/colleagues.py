"""Counterparts and colleagues: people described by the office of somebody else.

What belongs here: "his Belarusian colleague, Lieutenant General X", "X, her Polish counterpart". What does not: whose
counterpart they are (`coding.cast`).
"""
from collections.abc import Iterator
from dataclasses import replace

from pipelines.recognize.people.chunks import Row
from pipelines.recognize.people.mentions import (
    Found,
    begin_of_person,
    count_in,
    end_of_person,
    first_unit,
    land_behind,
    lands_in,
    make,
    name_in,
    names_in,
    word_at,
)
from pipelines.recognize.people.offices import country_of


def counterpart(row: Row, begin: int, stop: int) -> Iterator[Found]:
    """`his Belarusian colleague, Lieutenant General X`, `her counterparts from A`."""
    noun = row.letters.index("X", begin)
    if not any(letter in "hDC'" for letter in row.letters[begin:stop]):
        return
    names = names_in(row, noun, stop)
    owners = names_in(row, begin, noun)
    begin = owners[0] + 2 if owners else begin  # "Novak's counterpart": the owner is somebody else
    begin += row.letters[begin] == "'"
    several = word_at(row, noun).endswith("s")
    if not names:
        yield _unnamed(row, begin, stop, several)
        return
    lands = _lands(row, begin, names[0])
    for position, name in enumerate(names if several else names[:1]):
        first = begin if name == names[0] else begin_of_person(row, name, noun)
        last = end_of_person(row, name, stop)
        land = lands[position] if len(lands) == len(names) else lands[0] if len(lands) == 1 else land_behind(row, name, last)
        yield Found(replace(make(row, first, last, name, ()), country=land, relation="counterpart"), first, last)


def _lands(row: Row, begin: int, stop: int) -> list[str]:
    """Where colleagues are from: countries, peoples and, in `her colleague from Turku`, towns."""
    units = (first_unit(row, index) for index in range(begin, stop) if row.letters[index] in "CDY")
    return [code for unit in units if (code := country_of(unit))]


def _unnamed(row: Row, begin: int, stop: int, several: bool) -> Found:
    lands = _lands(row, begin, stop)
    mention = replace(make(row, begin, stop, None, ()), relation="counterpart")
    if several:
        counted = count_in(row, begin, stop)
        return Found(replace(mention, kind="group", plural=True, countries=tuple(lands), count=counted), begin, stop)
    return Found(replace(mention, country=lands[0] if lands else None), begin, stop)


def counterpart_behind(row: Row, begin: int, stop: int) -> Iterator[Found]:
    """`X, his Russian counterpart`; `X, his Russian host`."""
    name = name_in(row, begin, stop)
    if not any(letter in "hDC" for letter in row.letters[name:stop]):
        return
    lands = lands_in(row, name, stop)
    relation = "counterpart" if "X" in row.letters[name:stop] else None  # a guest or host is of any office
    yield Found(replace(make(row, begin, stop, name, ()), country=lands[0] if lands else None, relation=relation), begin, stop)


def hosted(row: Row, begin: int, stop: int) -> Iterator[Found]:
    """`her Danish host, X`: who receives or is received may hold any office."""
    lands = _lands(row, begin, stop)
    mention = replace(make(row, begin, stop, names_in(row, begin, stop)[-1], ()), country=lands[0] if lands else None)
    yield Found(mention, begin, stop)
