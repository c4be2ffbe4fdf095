"""People from chunks: titles, ranks and appositions are joined with the names they belong to.

What belongs here: the noun groups that name somebody or an office, singly or in a list. What does not: groups without
office ("both sides"), delegations and pronouns (`groups`), and names that only other sentences explain (`known`).
"""
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from pipelines.model.mention import PersonMention
from pipelines.recognize.people.chunks import Chunk, Row
from pipelines.recognize.people.offices import Office, country_of

COURTESY = r"(?:d?[HR]){0,4}"
PERSON = rf"{COURTESY}N"
FROM = r"(?:od?C|\(C\))"
AND = r"(?:,?&|,)"
GRAMMAR = re.compile(
    rf"(?P<turns>L,{PERSON}(?:{AND}d?C,{PERSON})+)"  # ambassadors of A, X, B, Y
    rf"|(?P<list>L(?:[,:]?{PERSON}{FROM}?(?:{AND}{PERSON}{FROM}?){{1,20}}|{PERSON}{FROM}?))"  # Presidents X of A and Y of B
    rf"|(?P<before>(?:d?[HR]){{0,3}}K(?:{AND}K){{0,3}}(?:,(?=d?[HR])|,(?=N[,.x)&]|N$))?{PERSON}{FROM}?(?:,K(?=[,x]|$))?)"
    rf"|(?P<after>{PERSON}(?:\([^()]{{0,4}}\))?(?:,|,?(?=K))K(?:{AND}K){{0,5}}(?!{PERSON}))"
    rf"|(?P<colleague>{PERSON},[hd]?(?:C'|D|C)?A?X(?:[on]d?C)?)"
    rf"|(?P<counterpart>(?:[hd]|[CN]')?[kQM]?(?:(?:[DC]{AND})?[DC])?A?X(?:[on]d?C)?(?:,?{PERSON}{FROM}?)?)"
    rf"|(?P<members>{PERSON}od?C(?:{AND}{PERSON}od?C)+)"  # X of A, Y of B and Z of C
    rf"|(?P<courtesy>(?:d?[HR]){{1,4}}N{FROM}?)"
    r"|(?P<office>H{0,2}K)"
    r"|(?P<offices>Q?L)"
)
HIGHEST = ["head_of_state", "head_of_government", "deputy_head_of_government", "minister_foreign", "minister_defense", "minister", "deputy_minister", "speaker_of_parliament", "member_of_parliament", "ambassador", "diplomat", "chief_of_defense", "military_officer", "official", "subnational_official", "head_of_organization", "civil_society", "royal_or_spouse", "unknown"]
APART = {"head_of_state"}  # "the President and Foreign Minister X": two people


@dataclass(slots=True)
class Found:
    """A mention and the chunks [begin, stop) it covers."""

    mention: PersonMention
    begin: int
    stop: int


def find_titled(row: Row) -> list[Found]:
    """Everybody a line names with title, rank or courtesy, and offices without a name."""
    found: list[Found] = []
    position = 0
    while match := GRAMMAR.search(row.letters, position):
        group = str(match.lastgroup)
        made = list(BUILDERS[group](row, match.start(), match.end()))
        found.extend(made)
        position = max(match.end() if made else match.start() + 1, match.start() + 1)
    return found


def _names(row: Row, begin: int, stop: int) -> list[int]:
    return [index for index in range(begin, stop) if row.letters[index] == "N"]


def _offices(row: Row, begin: int, stop: int) -> list[Chunk]:
    return [row.chunks[index] for index in range(begin, stop) if row.letters[index] in "KL"]


def _begin_of_person(row: Row, name: int, least: int) -> int:
    """Index of the first courtesy word or rank before a name."""
    begin = name
    while begin > least and row.letters[begin - 1] in "HR":
        begin -= 1
    if begin < name and begin > least and row.letters[begin - 1] == "d":
        begin -= 1
    return begin


def _mention(row: Row, begin: int, stop: int, name: int | None, offices: Iterable[Chunk]) -> PersonMention:
    """A mention over chunks [begin, stop) of whom holds `offices`."""
    first, last = row.chunks[begin], row.chunks[stop - 1]
    named = row.chunks[name] if name is not None else None
    plain = PersonMention(
        first.start,
        last.end,
        "named" if named else "office",
        name=named.name if named else None,
        name_start=named.start if named else None,
        name_end=named.end if named else None,
        military_rank=_rank(row, begin, stop),
    )
    return _with_offices(row, plain, [chunk for chunk in offices if chunk.office])


def _rank(row: Row, begin: int, stop: int) -> str | None:
    return next((row.line.units[row.chunks[i].begin].text for i in range(begin, stop) if row.letters[i] == "R"), None)


def _with_offices(row: Row, mention: PersonMention, chunks: list[Chunk]) -> PersonMention:
    """Adds what the office phrases say; of two offices the higher counts."""
    offices = [chunk.office for chunk in chunks if chunk.office]
    if not offices:
        return mention
    best = min(offices, key=lambda office: HIGHEST.index(office.value))
    return replace(
        mention,
        country=_first(office.country for office in offices),
        office=best.value,
        office_as_written=_as_written(row, chunks),
        organization=_first(office.organization for office in offices),
        host_country=_first(office.host for office in offices),
        former=offices[0].former and all(office.former for office in offices),
        plural=best.plural,
        countries=best.countries if best.plural else (),
    )


def _first(values: Iterator[str | None]) -> str | None:
    return next((value for value in values if value), None)


def _as_written(row: Row, chunks: list[Chunk]) -> str:
    """`Minister of Defense of the Republic of Serbia`: the phrases without their article."""
    units = row.line.units
    written = []
    for chunk in chunks:
        begin = chunk.begin
        while begin < chunk.stop - 1 and units[begin].letter in "dhFkQ'":
            begin += 1
        parts = units[begin : chunk.stop]
        written.append("".join((" " if i and unit.start > parts[i - 1].end else "") + unit.text for i, unit in enumerate(parts)))
    return " and ".join(written)


def _land(row: Row, name: int, stop: int) -> str | None:
    """The country in `X of A` or `X (A)` right behind a name."""
    for index in range(name + 1, min(stop, name + 4)):
        if row.letters[index] == "C":
            return country_of(row.line.units[row.chunks[index].begin])
        if row.letters[index] not in "od(":
            return None
    return None


def _from_land(mention: PersonMention, land: str | None) -> PersonMention:
    return replace(mention, country=land) if land and not mention.country else mention


def _before(row: Row, begin: int, stop: int) -> Iterator[Found]:
    """A title before the name. `the President and Prime Minister X` are two people, `Deputy Prime Minister and Minister X` is one."""
    name = _names(row, begin, stop)[0]
    first = begin
    titles = [index for index in range(begin, name) if row.letters[index] == "K"]
    for index, following in zip(titles, titles[1:], strict=False):
        if _two_people(row.chunks[index].office, row.chunks[following].office):
            yield from _office(row, first, index + 1)
            first = following
    offices = _offices(row, first, stop)
    yield Found(_from_land(_mention(row, first, stop, name, offices), _land(row, name, stop)), first, stop)


def _two_people(one: Office | None, other: Office | None) -> bool:
    if not one or not other:
        return False
    if other.determined and one.determined and other.country != one.country:
        return True
    return one.value in APART or (one.value == other.value and one.key == other.key)


def _after(row: Row, begin: int, stop: int) -> Iterator[Found]:
    """A title behind the name: `X, the Defence Minister, met ...`, not `At Camp X, the President met ...`."""
    name = _names(row, begin, stop)[0]
    title = next(index for index in range(name, stop) if row.letters[index] == "K")
    units = row.line.units
    article = units[row.chunks[title].begin].letter == "d"
    ends = stop == len(row.letters) or row.letters[stop] in ",x)&"
    comma = row.letters[title - 1] == ","
    if (article and not ends) or (not comma and (article or len(row.chunks[name].words) < 2)) or _in_place(row, begin):
        return
    yield Found(_mention(row, begin, stop, name, _offices(row, begin, stop)), begin, stop)


def _in_place(row: Row, begin: int) -> bool:
    return begin > 0 and row.letters[begin - 1] == "n" and row.line.units[row.chunks[begin - 1].begin].text.lower() in ("at", "in")


def _office(row: Row, begin: int, stop: int) -> Iterator[Found]:
    """An office without a name, where the noun can stand alone and somebody definite is meant."""
    chunk = next(chunk for chunk in row.chunks[begin:stop] if chunk.letter == "K")
    office = chunk.office
    if office and _stands_alone(row, office) and not _is_institution(row, stop):
        yield Found(_mention(row, begin, stop, None, [chunk]), begin, stop)


def _stands_alone(row: Row, office: Office) -> bool:
    noun = row.line.units[office.head]
    if office.alone == "no":
        return bool(office.determined and (office.country or office.host) and office.value not in ("official", "unknown", "civil_society"))
    if office.alone == "capital" and not noun.capital:
        return False
    return office.determined or noun.capital or office.country is not None or row.line.heading


def _is_institution(row: Row, stop: int) -> bool:
    """`Prime Minister’s Office`, `Defence Ministers’ Meeting`."""
    following = row.chunks[stop].begin if stop < len(row.chunks) else len(row.line.units)
    units = row.line.units
    if following < len(units) and units[following].letter in "'-":
        following += 1
    from pipelines.recognize.people.vocabulary import stop_words

    word = units[following].text if following < len(units) else ""
    return word.lower() in stop_words() and (word[:1].isupper() or units[following - 1].letter == "-" or word in ("level", "office"))


def _plural_offices(row: Row, begin: int, stop: int) -> Iterator[Found]:
    """`the defense ministers of A and B`, `both ministers`, `the two presidents`."""
    chunk = row.chunks[stop - 1]
    office = chunk.office
    noun = row.line.units[office.head] if office else None
    if not office or not noun or _is_institution(row, stop):
        return
    if not (office.determined or office.countries or office.country or row.letters[begin] == "Q" or noun.capital):
        return
    mention = replace(_mention(row, begin, stop, None, [chunk]), kind="group", plural=True, count=_count(row, begin, stop))
    yield Found(mention, begin, stop)


NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}


def _count(row: Row, begin: int, stop: int) -> int | None:
    units = row.line.units[row.chunks[begin].begin : row.chunks[stop - 1].stop]
    return next((NUMBERS[word] for unit in units if unit.letter == "Q" for word in unit.text.lower().split() if word in NUMBERS), None)


def _list(row: Row, begin: int, stop: int) -> Iterator[Found]:
    """A plural title and the names it covers, each with its own country."""
    title = row.chunks[begin]
    names = _names(row, begin, stop)
    countries = title.office.countries if title.office else ()
    for position, name in enumerate(names):
        first = begin if position == 0 else _begin_of_person(row, name, names[position - 1] + 1)
        last = _end_of_person(row, name, stop)
        mention = replace(_mention(row, first, last, name, [title]), plural=False, countries=())
        own = _land(row, name, last) or (countries[position] if len(countries) == len(names) else None)
        yield Found(replace(mention, country=own or mention.country), first, last)


def _end_of_person(row: Row, name: int, stop: int) -> int:
    """Index after `of A` or `(A)` behind a name."""
    match = re.compile(FROM).match(row.letters, name + 1, stop)
    return match.end() if match else name + 1


def _turns(row: Row, begin: int, stop: int) -> Iterator[Found]:
    """`ambassadors of A, X, B, Y`: the country before each name."""
    title = row.chunks[begin]
    land = title.office.countries[0] if title.office and title.office.countries else None
    first = begin
    for index in range(begin + 1, stop):
        if row.letters[index] == "C":
            land, first = country_of(row.line.units[row.chunks[index].begin]), index
        elif row.letters[index] == "N":
            mention = replace(_mention(row, first, index + 1, index, [title]), plural=False, countries=(), country=land)
            yield Found(mention, first, index + 1)
            first = index + 1


def _members(row: Row, begin: int, stop: int) -> Iterator[Found]:
    """`X of A, Y of B and Z of C`, where a plural title or colleagues stand before."""
    title = next((chunk for chunk in reversed(row.chunks[:begin]) if chunk.letter in "LX"), None)
    if not title:
        return
    for name in _names(row, begin, stop):
        first, last = _begin_of_person(row, name, begin), _end_of_person(row, name, stop)
        mention = replace(_mention(row, first, last, name, [title]), plural=False, countries=(), country=_land(row, name, last))
        yield Found(replace(mention, relation="counterpart") if title.letter == "X" else mention, first, last)


def _counterpart(row: Row, begin: int, stop: int) -> Iterator[Found]:
    """`his Belarusian colleague, Lieutenant General X`, `her counterparts from A`."""
    letters = row.letters[begin:stop]
    noun = begin + letters.index("X")
    if not any(letter in "hDC'" for letter in letters):
        return
    names = _names(row, noun, stop)
    own = _names(row, begin, noun)
    begin = own[0] + 2 if own else begin  # "Novak's counterpart": the owner is somebody else
    lands = [code for index in range(begin, stop) if row.letters[index] in "DC" and (code := country_of(row.line.units[row.chunks[index].begin]))]
    plural = row.line.units[row.chunks[noun].begin].text.lower().endswith("s")
    mention = replace(
        _mention(row, begin, stop, names[0] if names else None, ()),
        country=lands[0] if lands and not plural else None,
        relation="counterpart",
        plural=plural and not names,
        countries=tuple(lands) if plural else (),
        count=_count(row, begin, stop),
    )
    yield Found(replace(mention, kind="group") if plural and not names else mention, begin, stop)


def _colleague(row: Row, begin: int, stop: int) -> Iterator[Found]:
    """`X, his Russian counterpart`."""
    name = _names(row, begin, stop)[0]
    if not any(letter in "hDC" for letter in row.letters[name:stop]):
        return
    land = next((country_of(row.line.units[row.chunks[i].begin]) for i in range(name, stop) if row.letters[i] in "DC"), None)
    yield Found(replace(_mention(row, begin, stop, name, ()), country=land, relation="counterpart"), begin, stop)


def _courtesy(row: Row, begin: int, stop: int) -> Iterator[Found]:
    """`Mr. X`, `Lieutenant General X`."""
    name = _names(row, begin, stop)[0]
    unit = row.line.units[row.chunks[name].begin]
    sure = any(row.line.units[row.chunks[i].begin].key == "yes" for i in range(begin, name) if row.letters[i] == "H")
    if not sure and unit.key == "common" and len(row.chunks[name].words) == 1:
        return
    yield Found(_from_land(_mention(row, begin, stop, name, ()), _land(row, name, stop)), begin, stop)


BUILDERS = {
    "turns": _turns,
    "list": _list,
    "before": _before,
    "after": _after,
    "colleague": _colleague,
    "counterpart": _counterpart,
    "members": _members,
    "courtesy": _courtesy,
    "office": _office,
    "offices": _plural_offices,
}
