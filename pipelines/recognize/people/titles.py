"""Somebody with a title, rank or courtesy word, or an office without a name.

What belongs here: noun groups about one person. What does not: lists (`lists`) and counterparts (`colleagues`).
"""
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from pipelines.recognize.people.chunks import Row
from pipelines.recognize.people.mentions import Found, first_unit, from_land, land_behind, make, name_in, names_in, offices_in, word_at
from pipelines.recognize.people.offices import Office, country_of
from pipelines.recognize.people.untitled import looks_like_name
from pipelines.recognize.people.vocabulary import is_common, word_set

APART = {"head_of_state"}  # "the President and Foreign Minister X": two people
LONGEST_ADDRESS = 7  # characters of "Madame"; longer courtesy words speak of somebody, not to somebody
LAND_BEHIND = re.compile(r",[CB](?=[,xw)]|$)(?!,[CBY])")
FOR_LAND = re.compile(r"fd?C,$")
INSTITUTION_WORDS = {"level", "office", "meeting", "meetings", "conference", "summit", "council"}
VAGUE = {"official", "unknown", "civil_society"}


def before_name(row: Row, begin: int, stop: int) -> Iterator[Found]:
    """A title before the name. `the President and Prime Minister X` are two people, `Deputy Prime Minister and Minister X` is one."""
    name = name_in(row, begin, stop)
    first = begin
    titles = [index for index in range(begin, name) if row.letters[index] == "K"]
    for index, following in pairwise(titles):
        if _two_people(row.chunks[index].office, row.chunks[following].office, row.letters[index + 1 : following] == ","):
            yield from office_alone(row, first, index + 1)
            first = following
    if row.letters[name - 1] == "," and len(row.chunks[name].words) == 1:
        yield from office_alone(row, first, name - 1)
        return
    mention = make(row, first, stop, name, offices_in(row, first, stop))
    yield Found(from_land(mention, land_behind(row, name, stop) or _land_before(row, first)), first, stop)


def _land_before(row: Row, begin: int) -> str | None:
    """`for the Republic of X, Chief of the General Staff Y`."""
    match = FOR_LAND.search(row.letters[max(0, begin - 4) : begin])
    return country_of(first_unit(row, begin - 2)) if match else None


def _two_people(one: Office | None, other: Office | None, comma: bool) -> bool:
    if not one or not other:
        return False
    if comma and other.key == "councillor" and not other.determined:
        return False  # "the President of the Confederation, Federal Councillor X": one of the government that he presides over
    if other.determined and one.determined and other.country != one.country:
        return True
    if other.key == "commander in chief" and not other.determined:
        return False  # "the President and Commander-in-Chief of the Armed Forces, X"
    return one.value in APART or (one.value == other.value and one.key == other.key)


def apart(row: Row, begin: int, stop: int) -> Iterator[Found]:
    """`the Governor of Lower Harn, X`: words that nobody knows stand between title and full name."""
    name = names_in(row, begin, stop)[-1]
    if row.letters[name - 1] in "HR" or looks_like_name(row, name):
        offices = offices_in(row, begin, begin + 1)
        other = row.letters[begin + 1] == "U" or "W" in row.letters[begin:name]  # "head of the State Chancellery", "President of FIFA"
        local = any(chunk.office and chunk.office.value == "subnational_official" for chunk in offices)  # a governor is one of whatever
        yield Found(make(row, begin, stop, name, () if other and not local else offices), begin, stop)


def behind_place(row: Row, begin: int, stop: int) -> Iterator[Found]:
    """`the consul in Harnburg X`: no words of the language, which would name a thing."""
    if not any(is_common(word.lower()) for word in row.chunks[stop - 1].words):
        yield Found(make(row, begin, stop, stop - 1, offices_in(row, begin, begin + 1)), begin, stop)


def behind_name(row: Row, begin: int, stop: int) -> Iterator[Found]:
    """A title behind the name: `X, the Defence Minister, met ...`, not `At Camp X, the President met ...`."""
    name = name_in(row, begin, stop)
    title = next(index for index in range(name, stop) if row.letters[index] == "K")
    article = first_unit(row, title).letter == "d"
    ends = stop == len(row.letters) or row.letters[stop] in ",x)&~"
    if article and row.letters[title - 1] == "~" and row.letters[stop : stop + 1] != "~":
        return  # "Oslo – The Minister of Defence, X, ..."
    comma = row.letters[title - 1] in ",~"
    sure = row.letters[begin] in "dHR"  # "Dr. X, the Prime Minister of Y met ..."
    if (article and not ends and not sure) or not (comma or _is_joined(row, begin, title)) or word_at(row, begin - 1) in ("at", "in"):
        return
    mention = make(row, begin, stop, name, offices_in(row, begin, stop))
    yield Found(from_land(mention, _land_behind_title(row, stop)), begin, stop)


def in_capacity(row: Row, begin: int, stop: int) -> Iterator[Found]:
    """`X, as Acting Prime Minister, ...`."""
    if word_at(row, stop - 2) == "as":
        yield Found(make(row, begin, stop, name_in(row, begin, stop), offices_in(row, begin, stop)), begin, stop)


def enclosed(row: Row, begin: int, stop: int) -> Iterator[Found]:
    """`the President of A (Field Marshal X)`."""
    if row.letters[stop - 3] in "HR" or looks_like_name(row, stop - 2):
        yield Found(make(row, begin, stop, stop - 2, offices_in(row, begin, begin + 1)), begin, stop)


def _land_behind_title(row: Row, stop: int) -> str | None:
    """The state in `X, Chief of the Navy, Kenya reached` or `X, Chief of Staff, Jordan Armed Forces`."""
    unit = first_unit(row, stop + 1) if LAND_BEHIND.match(row.letters, stop) else None
    return country_of(unit) if unit is not None and unit.mention is not None and unit.mention.kind in ("country", "military") else None


def _is_joined(row: Row, begin: int, title: int) -> bool:
    """May the title follow without comma: `Mr. X Deputy Prime Minister`, `X Ambassador of Y`, `X MP`."""
    office = row.chunks[title].office
    if not office or first_unit(row, title).letter == "d":
        return False
    if row.letters[begin] in "dHR":
        return True
    several = len(row.chunks[title - 1].words) > 1
    return several and (office.key == "mp" or (office.country is not None and not row.line.heading))


def courtesy(row: Row, begin: int, stop: int) -> Iterator[Found]:
    """`Mr. X`, `Lieutenant General X`; not `Major Advanced Economies`."""
    name = name_in(row, begin, stop)
    sure = any(first_unit(row, index).key == "yes" for index in range(begin, name) if row.letters[index] == "H")
    chunk = row.chunks[name]
    if not sure and all(unit.key == "common" or is_common(unit.text.lower()) for unit in row.line.units[chunk.begin : chunk.stop]):
        return
    mention = make(row, begin, stop, name, ())
    retired = any(word_at(row, index).startswith("ret") for index in range(begin, name))
    if mention.military_rank and not retired:  # "Lt. Gen. (Retd) X" may be anything today
        mention = replace(mention, office="military_officer")
    yield Found(from_land(mention, land_behind(row, name, stop)), begin, stop)


def office_alone(row: Row, begin: int, stop: int) -> Iterator[Found]:
    """An office without a name, where the noun can stand alone and somebody definite is meant."""
    chunk = next(chunk for chunk in row.chunks[begin:stop] if chunk.letter == "K")
    office = chunk.office
    if office and _stands_alone(row, office) and not is_institution(row, stop) and not _is_addressed(row, begin):
        yield Found(make(row, begin, stop, None, [chunk]), begin, stop)


def _stands_alone(row: Row, office: Office) -> bool:
    noun = row.line.units[office.head]
    if office.alone == "no":
        return office.determined and bool(office.country or office.host) and office.value not in VAGUE
    if row.line.units[office.begin].text.lower() in ("a", "an") or (office.alone == "capital" and not noun.capital):
        return False
    return office.determined or noun.capital or office.country is not None or row.line.heading


def _is_addressed(row: Row, begin: int) -> bool:
    """`Mr. President, ...`, and `as President`, which says what somebody is."""
    address = row.letters[begin] == "H" and row.chunks[begin].end - row.chunks[begin].start < LONGEST_ADDRESS
    return address or word_at(row, begin - 1) in ("as", "dear")


def is_institution(row: Row, stop: int) -> bool:
    """`Prime Minister’s Office`, `Defence Ministers’ Meeting`: what follows chunks [.., stop) shows that no person is meant."""
    following = row.chunks[stop].begin if stop < len(row.chunks) else len(row.line.units)
    units = row.line.units
    if following < len(units) and units[following].letter in "'-":
        following += 1
    word = units[following].text if following < len(units) else ""
    if word.lower() not in word_set("stop"):
        return False
    return word[0].isupper() or units[following - 1].letter == "-" or word in INSTITUTION_WORDS
