"""Several people under one title, and groups of office holders.

What belongs here: "Presidents X of A and Y of B", "ambassadors of A, X, B, Y", "the defense ministers of A and B". What
does not: groups without office (`groups`).
"""
import re
from collections.abc import Iterator
from dataclasses import replace

from pipelines.model.mention import PersonMention
from pipelines.recognize.people.chunks import Chunk, Row
from pipelines.recognize.people.mentions import (
    Found,
    begin_of_person,
    count_in,
    end_of_person,
    first_unit,
    land_behind,
    make,
    names_in,
    word_at,
)
from pipelines.recognize.people.offices import Office, country_of
from pipelines.recognize.people.titles import is_institution
from pipelines.recognize.people.untitled import looks_like_name

NEAR = 60  # chunks before a list in which its title is looked for
FOR_LAND = re.compile(r"fd?C")
UNNAMED = re.compile(r"L(?![,:~]?[dHR]{0,3}N)")  # a plural title without names of its own
COUNCIL = re.compile(r"Uod?$")  # "Council of Foreign Ministers"


def titled_list(row: Row, begin: int, stop: int) -> Iterator[Found]:
    """A plural title and the names it covers, each with its own country."""
    title = row.chunks[begin]
    names = names_in(row, begin, stop)
    countries = _countries(row, begin, names[0], title)
    for position, name in enumerate(names):
        first = begin if position == 0 else begin_of_person(row, name, names[position - 1] + 1)
        last = end_of_person(row, name, stop)
        own = land_behind(row, name, last) or _land_for(row, name) or (countries[position] if len(countries) == len(names) else None)
        yield Found(_one(row, first, last, name, title, own), first, last)


def _countries(row: Row, begin: int, name: int, title: Chunk) -> tuple[str, ...]:
    """Those of the title, and in `speakers of the A and B parliaments` that of the other parliament."""
    told = title.office.countries or (title.office.country or "",) if title.office else ()
    other = country_of(first_unit(row, begin + 2)) if row.letters[begin + 1 : begin + 3] == "&B" and begin + 2 < name else None
    return (*told, other) if other else told


def _land_for(row: Row, name: int) -> str | None:
    """`X for A`."""
    match = FOR_LAND.match(row.letters, name + 1)
    return country_of(first_unit(row, match.end() - 1)) if match else None


def _one(row: Row, begin: int, stop: int, name: int, title: Chunk, country: str | None) -> PersonMention:
    """One of several people under a plural title."""
    mention = make(row, begin, stop, name, [title])
    return replace(mention, plural=False, countries=(), country=country or mention.country)


def in_turns(row: Row, begin: int, stop: int) -> Iterator[Found]:
    """`ambassadors of A, X, B, Y`: the country before each name."""
    title = row.chunks[begin]
    land = title.office.countries[0] if title.office and title.office.countries else None
    first = begin
    for index in range(begin + 1, stop):
        if row.letters[index] == "x" and word_at(row, index) != ";":
            return
        if row.letters[index] == "C":
            land, first = country_of(first_unit(row, index)), index
        elif row.letters[index] == "N":
            yield Found(_one(row, first, index + 1, index, title, land), first, index + 1)
            first = index + 1


def bracketed(row: Row, begin: int, stop: int) -> Iterator[Found]:
    """`ambassadors of A (X) and B (Y)`, `her counterparts from A (X) and B (Y)`."""
    noun = next(index for index in range(begin, stop) if row.letters[index] in "LX")
    title = row.chunks[noun]
    land = title.office.countries[0] if title.office and title.office.countries else None
    first = begin
    for index in range(noun + 1, stop):
        if row.letters[index] == "C":
            land, first = country_of(first_unit(row, index)), index if land else begin
        elif row.letters[index] == "N" and (land or looks_like_name(row, index)):
            mention = _one(row, first, index + 1, index, title, land)
            yield Found(mention if title.office else replace(mention, relation="counterpart"), first, index + 2)


def members(row: Row, begin: int, stop: int) -> Iterator[Found]:
    """`X of A, Y of B and Z of C`, under a plural title or colleagues; else who has a courtesy word or a full name."""
    near = row.chunks[max(0, begin - NEAR) : begin]
    title = next((chunk for chunk in reversed(near) if chunk.letter in "LX"), None)
    earlier = _title_before(row) if title is None else None
    for name in names_in(row, begin, stop):
        first, last = begin_of_person(row, name, begin), end_of_person(row, name, stop)
        if title:
            mention = _one(row, first, last, name, title, land_behind(row, name, last))
            yield Found(replace(mention, relation="counterpart") if title.letter == "X" else mention, first, last)
        elif first < name or looks_like_name(row, name):
            mention = replace(make(row, first, last, name, ()), country=land_behind(row, name, last))
            yield Found(replace(mention, office=earlier.value) if earlier else mention, first, last)


def _title_before(row: Row) -> Office | None:
    """The one plural title of the sentence before: `The foreign ministers met. Around the table were X of A and Y of B.`"""
    if row.before is None:
        return None
    titles = [row.before.chunks[match.start()].office for match in UNNAMED.finditer(row.before.letters)]
    return titles[0] if len(titles) == 1 and titles[0] and titles[0].value != "unknown" else None


def owned(row: Row, begin: int, stop: int) -> Iterator[Found]:
    """`Norway's X and Serbia's Y`, where both have a first name."""
    names = names_in(row, begin, stop)
    if all(len(row.chunks[name].words) > 1 for name in names):
        for name in names:
            mention = make(row, name - 2, name + 1, name, ())
            yield Found(replace(mention, country=country_of(first_unit(row, name - 2))), name - 2, name + 1)


def plural_offices(row: Row, begin: int, stop: int) -> Iterator[Found]:
    """`the defense ministers of A and B`, `both ministers`, `the two presidents`."""
    chunk = row.chunks[stop - 1]
    council = COUNCIL.search(row.line.letters[max(0, chunk.begin - 3) : chunk.begin])
    if council or is_institution(row, stop) or not _is_definite(row, begin, chunk):
        return
    mention = make(row, begin, stop, None, [chunk])
    yield Found(replace(mention, kind="group", plural=True, count=count_in(row, begin, stop)), begin, stop)


def _is_definite(row: Row, begin: int, chunk: Chunk) -> bool:
    office = chunk.office
    if not office or (office.key == "member" and office.value == "unknown"):
        return False
    of_countries = bool(office.country or office.countries)
    capital = row.line.units[office.head].capital
    if office.alone == "no" or (office.alone == "capital" and not capital):
        return of_countries
    return of_countries or office.determined or row.letters[begin] == "Q" or capital
