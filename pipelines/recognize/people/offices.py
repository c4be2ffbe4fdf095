"""Office phrases: where one begins and ends, and its parts.

What belongs here: the grammar of "the newly appointed First Deputy Minister of Foreign Affairs of X". What does not: who
holds the office (`titles`), and what the codebook calls it (`categories`).
"""
import re
from dataclasses import dataclass, field
from itertools import pairwise

from pipelines.lexicon.countries import is_state
from pipelines.model.mention import OrganizationMention, PlaceMention
from pipelines.recognize.people.categories import area_of_ministry, body_kind, committee_kind, is_part, value_of
from pipelines.recognize.people.units import Line, Unit, outside_brackets

ACRONYM = r"(?:\([wWBCYAU]\))?"  # Armed Forces (ABC) Commander
PART = r"(?<![inetfod,&-])Y(?=[AMTa]{0,4}T)"  # Jalisco Governor
WHOSE = rf"(?:(?:D,){{0,8}}D,?&D|(?:D,){{1,4}}D(?=[AaMk-]{{0,5}}L)|[CY]'|{PART}|C{ACRONYM}|D{{1,2}}|B{ACRONYM}'?|D[UB]'?|CD|[AM]{{0,4}}U')"
MASTER = r"(?P<master>[dh]?(?:[CD]'?)?[MAa]{0,3}T'(?=[MAak-]{0,6}[TJ]))?+"  # the Prime Minister's Special Envoy
BEFORE = rf"{MASTER}[dh]?(?:[FkQM]-?){{0,3}}(?:{WHOSE}'?)?[Fk]{{0,2}}"
FIELD_BEFORE = r"(?:(?:A{1,4},){0,3}A{1,4},?&|a{1,3}&)?(?:[MAakU]-?){0,6}"
FIELD = r"(?:[of]d?(?:D(?=[AU]))?[AaMU]|rd?A|(?<=U)rd?a)[AaMU]{0,5}(?:(?:,?&(?:d(?=A))?|,|[of]d?|-)(?![MAakU]{0,5}[TJL])[AaMU]{1,5}){0,8}"
BARE = r"[AMU]{1,3}(?=[HR]{0,2}W[WPI-])"  # Chairman Senate X
BODY = (
    r"[ofn]d?(?:[CDYB]'?)?(?:C-C)?(?:[MAaWDULk-]'?){0,6}(?:,?&[AaMW]{1,4})?U{1,3}(?![TJAa])"  # of the parliament's agrarian committee
    r"|id?[UA](?=od?[TJ])|id?T'[UA]|[onfr]d?(?:[CD]'?)?M{0,2}B(?:&A{1,3}(?=,|[HRW]))?|[on]d?U|od?[CDY]?'?[MAWDa]{0,4}Z|(?<=[TJL])B|id?B(?=[HRWI])|(?<=Z)td?[CY]|(?<=ZoC)td?[CY]|(?<=ZodC)td?[CY]|M(?=o)"
)
NESTED = r"(?:[ot]|M(?=d[CD]?T))[dh]?(?:[CD]'?)?[MA]{0,3}[TJ]"  # adviser to the President
SIDE = r"od?A[CY](?!-)|od?D[aU]o(?:Y|W(?:-?W)?(?=,[HRW]))"  # of West Norway; of the Polish city of X
LAND = r"od?C'(?:YU?|A{1,3}U?(?=[HRW,]))|od?Y\(C\)|od?[CY](?![-B])|od?D(?=[,&x)w~]|$)"
DESIGNATE = r"(?:M(?=[HRWPIo,]))?"  # chargé d'affaires designate
BRACKETED = r"\([wWAaYDUB]{1,3}\)|\([TJ]\)"  # Secretary (West)
LANDS = r"od?C(?!-)(?:,d?C(?!-)){0,40}(?:,?&d?C(?!-))?"
HOST = r"[tf]d?[CYB](?:'[AaMU]{1,4})?(?:(?:,d?[CYB]){0,8},?&d?[CYB])?|id?[CY]|tdA(?=,?[HRWI])"  # Ambassador to the State X
AFTER = rf"(?:{BODY}|{SIDE}|{FIELD}|{NESTED}|{LAND})"
OFFICE = re.compile(
    rf"{BEFORE}{FIELD_BEFORE}"
    rf"(?:(?P<plural>L)(?:{LANDS}|{AFTER}){{0,4}}|(?P<diplomat>J){DESIGNATE}(?:{NESTED}|{LAND}|{HOST}|{AFTER}|{BRACKETED}){{0,4}}|(?P<single>T){DESIGNATE}(?:{BARE})?(?:{AFTER}|{BRACKETED}){{0,5}})"
)
_TO_OFFICE = re.compile(r"t[dh]?(?:[CD]'?)?[MA]{0,3}[TJ]")
_ADVISING = frozenset(
    "adviser advisor assistant aide secretary counsel counsellor counselor representative envoy deputy minister spokesman spokesperson "
    "coordinator attaché attache delegate commissioner director chief head officer".split()
)
NAMED_BEFORE = 14  # units before "its chairman" that may say of what
UNKNOWN_BODY = re.compile(r"od?W{2}")
# a committee of a parliament is no parliament, a government's council no government
STRONG_BODIES = {"committee", "bank", "military", "armed forces", "delegation", "presidency", "council of ministers", "party"}
FIRM = re.compile(r"[WI]{1,4}(?=[,x]|$)")  # its name
FIRMS = frozenset(["company", "corporation", "airline", "newspaper"])
TRADES = ("economy", "sector")  # areas that are a ministry's own where they stand right behind "defence"


@dataclass(slots=True)
class Office:
    """An office phrase over units [begin, stop) of a line."""

    begin: int
    stop: int
    head: int  # index of the office noun
    key: str
    plural: bool = False
    alone: str = "no"
    country: str | None = None
    countries: tuple[str, ...] = ()
    host: str | None = None
    organization: str | None = None
    body: str = ""
    modifiers: set[str] = field(default_factory=set)
    areas: set[str] = field(default_factory=set)
    determined: bool = False  # "the", a country or an owner stands before it
    former: bool = False
    value: str = "unknown"


def find_offices(line: Line) -> list[Office]:
    """All office phrases of a line, from left to right, without overlap."""
    found, at = [], 0
    while (match := OFFICE.search(line.letters, at)) is not None:
        end = _end_of_one(line, match)
        if end < match.end():
            match = OFFICE.search(line.letters, match.start(), end) or match
        found.append(_parse(line, match))
        at = found[-1].stop = _behind_firm(line, match.end())
    return found


def _end_of_one(line: Line, match: re.Match[str]) -> int:
    """Where the phrase ends: "sent by the King to the President" are two offices, "Adviser to the President" is one."""
    head = match.start("single")
    if head < 0 or not _ADVISING.isdisjoint(line.units[head].text.lower().split()):
        return match.end()
    other = _TO_OFFICE.search(line.letters, head + 1, match.end())
    return other.start() if other else match.end()


def _behind_firm(line: Line, stop: int) -> int:
    """Where the phrase ends with the name of a firm: `CEO of the Danish company Nordvind, X`."""
    noun = line.units[stop - 1]
    firm = FIRM.match(line.letters, stop) if noun.letter == "U" and noun.text in FIRMS else None
    return firm.end() if firm else stop


def _parse(line: Line, match: re.Match[str]) -> Office:
    kind = next(name for name in ("plural", "diplomat", "single") if match.group(name))
    head = match.start(kind)
    noun = line.units[head]
    begin = match.start() + _opens_with_town(line, match.start(), noun.key)
    office = Office(begin, match.end(), head, noun.key, kind == "plural", noun.alone)
    _read_leading(line, office, match.end("master"))
    _read_after(line, office)
    if len(office.countries) > 1:
        office.country = None
    if noun.key == "minister of state" and line.letters[head + 1 : head + 2] in ("A", "a"):
        office.key = "minister"  # "Minister of State Security"
    if line.letters[head + 1 : head + 2] == "(" and head + 1 < office.stop:
        office.modifiers.add("bracket")  # "Secretary (West)"
    if not noun.capital and not line.heading:
        office.modifiers.add("small")
    office.former = office.former or noun.key == "national leader"
    if line.units[office.begin].text.lower() == "its" and not office.body and not office.country:
        office.body = _led(" ".join(unit.text.lower() for unit in line.units[max(0, office.begin - NAMED_BEFORE) : office.begin]))
    if office.body == "committee":
        office.body = committee_kind(" ".join(unit.text for unit in line.units[office.begin : office.stop]))
    if _is_trade(line, office):
        office.areas = office.areas - {"defense"} | {"sector"}
    if not office.country and not office.body and UNKNOWN_BODY.match(line.letters, office.stop):
        office.body = "civil"  # "President of Northwind Systems"
    deciding = office.country or (office.countries[0] if office.countries else None)
    office.value = value_of(office.key, office.modifiers, office.areas, office.body, deciding)
    return office


def _opens_with_town(line: Line, begin: int, key: str) -> bool:
    """`KABUL President X`: a dateline; a town itself has only a mayor or a governor."""
    mention = line.units[begin].mention if line.letters[begin] == "Y" and line.letters[begin + 1] != "'" else None
    return mention is not None and mention.kind != "region" and key not in ("mayor", "governor")


def _led(before: str) -> str:
    """What "its chairman" leads, where that is a parliament or a part of one: "the friendship group of the Senate, led by its …"."""
    kind = body_kind(before.replace("delegation", ""))
    return kind if kind in ("committee", "parliament") else ""


def _is_trade(line: Line, office: Office) -> bool:
    """ "Minister for Defence Production", "Defence Industry Minister": not the minister of defence."""
    keys = [unit.key if unit.letter in "Aa" else "" for unit in line.units[office.begin : office.stop]]
    return any(one == "defense" and other in TRADES for one, other in pairwise(keys))


def _read_leading(line: Line, office: Office, served: int) -> None:
    """All before the noun; of whom the office serves, whose title ends at `served`, only the country counts."""
    office.determined = served > office.begin
    for index in range(office.begin, office.head):
        if index >= served or line.units[index].letter in "CD":
            _read_before(line.units[index], office)


def _read_before(unit: Unit, office: Office) -> None:
    if unit.letter in "CDY":
        _own_country(unit, office)
        office.determined = True
        if office.plural and unit.letter == "D" and (code := country_of(unit)):
            office.countries = (*office.countries, code)
    elif unit.letter == "B":
        _own_body(unit, office)
        office.determined = True
    elif unit.letter == "F":
        office.former = True
    elif unit.letter in "dhQ":
        office.determined = office.determined or unit.text.lower() not in ("a", "an", "any")
    else:
        _add_key(unit, office)


def _add_key(unit: Unit, office: Office) -> None:
    if unit.letter == "M" and unit.key:
        office.modifiers.add(unit.key)
    elif unit.letter in "Aa":
        office.areas.add(unit.key)
    elif unit.letter in "UZ":
        kind = body_kind(unit.text)
        strong = kind in STRONG_BODIES and office.body != "subnational"
        office.body = kind if strong or not office.body else office.body


def _own_country(unit: Unit, office: Office) -> None:
    code = country_of(unit)
    if code and not is_state(code) and body_kind(unit.text) == "parliament":
        office.body, office.organization = "parliament", code  # "President of the European Parliament"
    if code == "UN" and "secretary" in office.key and body_kind(unit.text) == "security council":
        office.body = "security council"  # a state's: that of the United Nations has no secretary
        return
    if unit.letter == "Y" or (isinstance(unit.mention, PlaceMention) and is_part(unit.mention.name)):
        office.body = office.body or "subnational"
    elif code and not is_state(code) and not office.body:
        office.body = "igo"
        office.organization = code
    office.country = office.country or code


def _own_body(unit: Unit, office: Office) -> None:
    mention = unit.mention
    office.organization = office.organization or unit.text
    kind = mention.kind if isinstance(mention, OrganizationMention) else "government"
    kind = "agency" if kind == "government" and unit.text.isupper() and unit.text.isalpha() else kind  # "JICA President"
    within = body_kind(unit.text)
    strong = kind == "body" or (within in STRONG_BODIES and kind != "subnational")
    if office.key == "head" and kind == "ministry" and not office.body and (area := area_of_ministry(unit.text)):
        office.key = "minister"  # "head of the Ministry of Foreign Affairs"
        office.areas.add(area)
    local = within == "subnational" and "State" not in unit.text
    if kind == "government" and (local or (office.key == "president" and within in ("agency", "body"))):
        kind = within  # "Kurdistan Regional Government", "President of the Supreme Court"
    office.body = office.body or (within if strong else kind)
    office.country = office.country or country_of(unit)


def _read_after(line: Line, office: Office) -> None:
    """Walks the phrase behind the noun; what a country or body means depends on the preposition before it."""
    preposition = ""
    for unit in outside_brackets(line.units[office.head + 1 : office.stop]):
        if unit.text == "under":
            continue  # "Secretary of the Security Council under the President of A"
        if unit.letter in "otfneir":
            preposition = unit.letter
        elif unit.letter in "CDY":
            _read_land(unit, preposition, office)
        elif unit.letter == "B":
            _read_body(unit, preposition, office)
        else:
            _add_key(unit, office)


def _read_body(unit: Unit, preposition: str, office: Office) -> None:
    if preposition == "t":
        office.host = office.host or country_of(unit)
    else:
        _own_body(unit, office)


def _read_land(unit: Unit, preposition: str, office: Office) -> None:
    code = country_of(unit)
    if preposition and preposition in "tfneir":
        office.host = office.host or code
    elif office.plural and code:
        office.countries = tuple(dict.fromkeys((*office.countries, code)))
    else:
        _own_country(unit, office)


def country_of(unit: Unit) -> str | None:
    """The code of a country, its people, a town or a body."""
    return unit.mention.country if unit.mention else None
