"""The grammar of people: which chunks in a row make one noun group, and who builds its mentions.

What belongs here: the patterns and their order. What does not: what a group says (`titles`, `lists`, `colleagues`).
"""
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise

from pipelines.recognize.people.chunks import Row
from pipelines.recognize.people.colleagues import counterpart, counterpart_behind, hosted
from pipelines.recognize.people.lists import bracketed, in_turns, members, owned, plural_offices, titled_list
from pipelines.recognize.people.mentions import AND, COURTESY, FROM, PERSON, Found
from pipelines.recognize.people.titles import apart, before_name, behind_name, behind_place, courtesy, enclosed, in_capacity, office_alone

WHOSE = rf"(?:[hd]|[CN]?')?[kQM]?(?:(?:[DCY]{AND})?[DCY])?"
SIDE = r"(?:[oneif]d?[CY](?:(?:,d?[CY]){0,4},?&d?[CY])?)"  # from A and B
MEMBER = rf"{PERSON}(?:{FROM}|fd?C|\([^()]{{1,4}}\))?"  # X of A; X for A; X (D-MD)
EACH = r"(?:[otn]d?(?:Q[wU]|[CB])|ohZ|&B)?"  # ministers of both countries
WHERE = (  # what the grammar of offices leaves of one
    r"(?:[oft]d?(?:C')?[NYBCUAaMDLRVWH'-]{1,4}(?:&[NAaMDU]{1,3})?|'?[UAaMLRCY]{1,3}|[in]d?[CY]|&D){1,2}"
)
TITLE_TOO = rf"(?:,K(?:,?&K){{0,2}}(?=[,x~]|$)(?!,(?:d?[HRK]){{0,4}}N)|K(?!{PERSON}))"  # Prince X, Crown Prince and Prime Minister
COURTEOUS = rf"(?:(?=d?[HR]){COURTESY}|(?<=K\))|(?<=A\([wN]\))|(?<=A\(wx\)))"  # Mr.; (Foreign Minister); Justice (Retd)
GRAMMAR = re.compile(
    rf"(?P<turns>L,?{PERSON}(?:(?:[,x]?&|[,x])o?d?C,?{PERSON})+)"  # ambassadors of A, X, B, Y
    rf"|(?P<bracketed>(?:L|{WHOSE}X[oe]d?C)\({PERSON}\)(?:{AND}d?C\({PERSON}\)){{0,20}})"  # ambassadors of A (X), B (Y)
    rf"|(?P<list>L{EACH}(?:[,:~]?{MEMBER}(?:{AND}{MEMBER}){{1,20}}|{PERSON}{FROM}))"  # Presidents X of A and Y of B
    rf"|(?P<before>(?:d?[HR]){{0,3}}K(?:(?:{AND}|~)?K){{0,3}},?{PERSON}{FROM}?{TITLE_TOO}?)"  # Minister X
    rf"|(?P<behind>{PERSON}(?:\([^()]{{0,4}}\))?[,~]?K(?:&K|,&?K(?!,{PERSON})){{0,5}}(?!{PERSON}))"  # X, Minister of Y and Ambassador of Z
    rf"|(?P<capacity>{PERSON},wK)"  # X, as Acting Prime Minister
    rf"|(?P<enclosed>K\({PERSON}\))"  # the President of A (Field Marshal X)
    rf"|(?P<colleague>{PERSON},[hd]?(?:C'|D|C)?A?[Xg](?:[one]d?C)?(?!{PERSON}))"  # X, his Russian counterpart
    rf"|(?P<counterpart>{WHOSE}A?X(?:{SIDE}(?=,?{PERSON})|[one]d?C)?"  # his Russian counterpart X
    rf"(?:,?{PERSON}{FROM}?(?:{AND}{PERSON}{FROM}?){{0,6}})?)"
    rf"|(?P<hosted>h(?:C'|[DCY])?A?k?g,?{PERSON}(?=[,x)w&]|$))"  # her Danish host, X
    rf"|(?P<filled>K{WHERE},{PERSON}(?=[,x)]|$))"  # the Governor of some place, X
    rf"|(?P<placed>K[oi]W(?:-W)?N)"  # the consul in some town X
    rf"|(?P<owned>C'N{AND}C'N)"  # Norway's X and Serbia's Y
    rf"|(?P<members>{PERSON}{FROM}(?:{AND}{PERSON}{FROM})+)"  # X of A, Y of B and Z of C
    rf"|(?P<courtesy>(?:{COURTEOUS}|Rod?[AMU]{{1,3}})N{FROM}?)"  # Mr. X; Colonel of the Medical Service X
    r"|(?P<office>H{0,2}K)"  # the Defense Minister
    r"|(?P<offices>Q?L)"  # both ministers
)
COLLEGIAL = {"member_of_parliament", "diplomat", "civil_society"}  # offices that several people of one side hold
SOMEBODY = frozenset("LKNX")  # one of which everything that the grammar finds holds
JOINED = re.compile(AND)
CONSUMED = {"office", "offices", "members"}  # nothing else can begin inside them
Builder = Callable[[Row, int, int], Iterator[Found]]
BUILDERS: dict[str, Builder] = {
    "turns": in_turns,
    "bracketed": bracketed,
    "list": titled_list,
    "before": before_name,
    "behind": behind_name,
    "capacity": in_capacity,
    "enclosed": enclosed,
    "colleague": counterpart_behind,
    "counterpart": counterpart,
    "hosted": hosted,
    "filled": apart,
    "placed": behind_place,
    "owned": owned,
    "members": members,
    "courtesy": courtesy,
    "office": office_alone,
    "offices": plural_offices,
}


def find_titled(row: Row) -> list[Found]:
    """Everybody a line names with title, rank or courtesy, and offices without a name, from left to right."""
    found: list[Found] = []
    if SOMEBODY.isdisjoint(row.letters):
        return found
    position = 0
    while match := GRAMMAR.search(row.letters, position):
        group = str(match.lastgroup)
        made = list(BUILDERS[group](row, match.start(), match.end()))
        found.extend(made)
        position = match.end() if made or group in CONSUMED else match.start() + 1
    return _shared(row, found)


def _shared(row: Row, found: list[Found]) -> list[Found]:
    """A country word holds for the next of the same office, too: in `Serbian Senator X and MP Y` both are Serbian."""
    for one, other in pairwise(found):
        same = one.mention.office == other.mention.office in COLLEGIAL and one.mention.name and other.mention.name
        if same and not other.mention.country and JOINED.fullmatch(row.letters[one.stop : other.begin]):
            other.mention = replace(other.mention, country=one.mention.country)
    return found
