"""Words that are part of a name or a portfolio only by where they stand: `Khan-Shah`, `Tran My Linh`, `Minister of Solid Minerals`.

What belongs here: looking at what stands on both sides of a word. What does not: changing its letter (`neighbours`).
"""
import re

from pipelines.recognize.people.units import Unit, Units
from pipelines.recognize.people.vocabulary import is_common, word_set

PORTFOLIO_BEGINS = frozenset("ofAa&,d")  # what may stand before a word of a portfolio
IN_PORTFOLIO = re.compile(r"T[of]d?[AaM]{0,4}(?:(?:,|,?&)[AaM]{1,4}){0,4}(?:,|,?&)?$")
PORTFOLIO_REACH = 16  # units
SHORTEST_FIELD = 5  # letters: shorter everyday words are names more often
MINISTERS = ("minister", "secretary", "undersecretary", "ministers")
AFTER_NAME = ("", ",", "&", ")", "x", "(", "'")
NOT_AFTER = ("i", "C", "-", "Y")  # "in Florence"


def is_inside_name(units: Units, index: int, before: str, after: Unit | None, heading: bool) -> bool:
    """Titles, small words and towns that go on with a name or begin one."""
    unit = units[index]
    if not unit.capital or heading:
        return False
    if unit.letter in "TDHr" and before == "-":
        return index > 1 and units[index - 2].letter == "W" and units[index - 1].end == unit.start  # "Khan-Shah"
    if before == "-" and unit.letter in "AaYCkMU":
        return is_hyphenated(units, index)  # "Zewditu Sahle-Work"
    if unit.letter == "i" and before == "W":
        return after is not None and after.letter == "-" and after.start == unit.end  # "Hwang In-sung"
    if unit.letter in "hd" and before == "W" and not (len(unit.text) > 1 and unit.text.isupper()):
        following = after.letter if after else ""
        return following == "W" or (unit.letter == "d" and following in AFTER_NAME)  # "Tran My Linh", "Pham Binh An and"
    if unit.letter == "d" and before in ("R", "T", "J"):
        return unit.text == "A" and after is not None and after.letter in "WI"  # "Colonel A Lang", "Minister A K Khan"
    if unit.letter == "A":
        return before in "TJRH" and after is not None and after.letter == "W" and unit.text.lower() in word_set("areaname")
    return unit.letter == "Y" and (_is_forename(unit, before, after) or _is_surname(units, index, before))


def is_hyphenated(units: Units, index: int) -> bool:
    """Does it hang by a hyphen on a word of a name that is not the first: `Zewditu Sahle-Work`, `Moon Jae-in`?"""
    if index < 3 or units[index - 1].end != units[index].start or units[index - 2].end != units[index - 1].start:
        return False
    return units[index - 2].letter == "W" and units[index - 3].letter in "WIPTJRHX"


def _is_forename(unit: Unit, before: str, after: Unit | None) -> bool:
    """`Milan Novak`, not `in Milan`, `Milan Summit`."""
    if unit.text.lower() not in word_set("townname") or before in NOT_AFTER:
        return False
    if after is not None and after.text.lower() in word_set("particle"):
        return True  # "Riyad al-Maliki"
    return after is not None and after.letter == "W" and not after.key and not is_common(after.text.lower())


def _is_surname(units: Units, index: int, before: str) -> bool:
    """`Minister Ana Lima`, not `Ana, Lima`."""
    name = before == "W" and units[index].text.lower() in word_set("townsurname")
    return name and index > 1 and units[index - 2].letter in "WTJLRHIP"


def is_of_portfolio(units: Units, index: int) -> bool:
    """An everyday word behind `Minister of`, alone or with others: `Minister for Migrant Workers`."""
    word = units.text(index).lower()
    if len(word) < SHORTEST_FIELD or not is_common(word) or word in word_set("wordname"):
        return False
    if units[index - 1].letter in ",&" and index + 1 < len(units) and units[index + 1].letter in "WPI":
        return False  # "Minister for Trade, Mark Berg"
    first = max(0, index - PORTFOLIO_REACH)
    match = IN_PORTFOLIO.search("".join(unit.letter for unit in units[first:index]))
    return match is not None and units.text(first + match.start()).lower().endswith(MINISTERS)
