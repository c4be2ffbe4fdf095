"""What a word's neighbours say about it: surnames that look like towns, titles or everyday words, particles, deputies.

What belongs here: changing the letter of one unit because of the units beside it. What does not: noun groups.
"""
import re

from pipelines.recognize.people.inside import PORTFOLIO_BEGINS, is_hyphenated, is_inside_name, is_of_portfolio
from pipelines.recognize.people.units import Named, Unit, Units
from pipelines.recognize.people.vocabulary import word_set

BEFORE_NAME = "TJRHLWIPXS"
TITLES = ("T", "J")
TITLE_ENDS = re.compile(r"(?:[AaU]|[TJAaU]od?C),$")
VERB_ENDINGS = ("ed", "ing", "ion", "ment", "s")


MENDABLE = frozenset("YCRAkMtdohrUa")  # letters that a neighbour may change, where a title, a name or a place stands before
TELLING = frozenset(BEFORE_NAME + "-YC")  # letters of such neighbours
SMALL = frozenset("iotnerd")  # letters of small words
TITLES_AND_PEOPLES = frozenset("TDHY")  # letters that may change whatever stands before


def mend_all(units: Units, heading: bool) -> str:
    """Changes the letters of the units that their neighbours explain; the letters of all units then."""
    letters = units.letters
    if TELLING.isdisjoint(letters) and TITLES_AND_PEOPLES.isdisjoint(letters):
        return letters
    mended, before = list(letters), ""
    for index, letter in enumerate(letters):
        small = before == "-" and letter in SMALL
        if letter in TITLES_AND_PEOPLES or small or (before in TELLING and _is_mendable(units, index, letter)):
            mend(units, index, heading)
            mended[index] = letter = units[index].letter
        elif letter == "W" and before in PORTFOLIO_BEGINS and is_of_portfolio(units, index):
            units[index].letter, units[index].key = "A", "sector"
            mended[index] = letter = "A"
        before = letter
    return "".join(mended)


def _is_mendable(units: Units, index: int, letter: str) -> bool:
    """May the neighbours of a unit change its letter? Not of most."""
    if letter in "rhai":
        return units.text(index)[0].isupper()
    if letter == "w":
        return units.key(index) != "" or units.text(index) in word_set("particle")
    return letter in MENDABLE or units.key(index) == "common" or units[index].mention is not None


def mend(units: Units, index: int, heading: bool) -> None:
    """What a word's neighbours say about it: deputies, particles inside names, towns and common words after a title."""
    unit = units[index]
    before = units[index - 1].letter if index else ""
    after = units[index + 1] if index + 1 < len(units) else None
    if unit.letter == "T" and after and after.letter in "TJLAaMF" and (unit.key == "deputy" or unit.text.lower() == "assistant"):
        unit.letter, unit.key = "M", unit.key if unit.key == "deputy" else "assistant"
    elif unit.letter == "T" and unit.text.lower() == "chief" and after and after.letter == "J":
        unit.letter, unit.key = "M", "special"  # "Chief Representative"
    elif unit.letter == "D" and unit.text.lower() in word_set("prefix") and (after is None or after.letter != "-"):
        unit.letter = "W"  # "Franco" is a demonym only in "Franco-German"
    elif is_inside_name(units, index, before, after, heading) or _is_borne(units, index, after):
        unit.letter = "W"
    elif before == "-" and unit.letter in SMALL and not unit.capital and is_hyphenated(units, index):
        unit.letter = "w"  # "Moon Jae-in"
    elif unit.text == "Justice" and before in ("", ",", "&", "w") and after is not None and after.letter == "W" and not after.key:
        unit.letter = "H"  # a judge
    elif unit.letter == "T" and unit.text == "PM" and units[index - 1].text[-1:].isdigit():
        unit.letter = "w"  # "12:00 PM"
    elif before and (
        _is_place_for_name(unit, _pak_before(units, index) or before, after) or _stands_for_name(unit, before, after, heading)
        or (heading and _ends_full_name(units, index, after))
    ):
        unit.letter = "W"
    elif before and _follows_name(units, index, before):
        _mend_name(unit, before, after)


def _is_place_for_name(unit: Unit, before: str, after: Unit | None) -> bool:
    """Places that people bear as a first name: `Mayor of Novi Sad Milan Novak`, `Minister Jordan Novak`."""
    if unit.letter not in "YCD" or not after or after.letter != "W" or after.key or " " in unit.text:
        return False
    return (unit.letter == "Y" and before in "YCAa") or (before in "TJRHX" and unit.text.lower() in word_set("landname"))


def _pak_before(units: Units, index: int) -> str:
    """The title before the Korean name in `the Ambassador of A, Pak Chol Min`."""
    title = _title_before(units, index) if units[index].text == "Pak" else None
    return "T" if title is not None and title is not units[index - 1] else ""


def _ends_full_name(units: Units, index: int, after: Unit | None) -> bool:
    """A word of a portfolio behind courtesy word and first name: `The Honorable Ann Power, Administrator`."""
    if after is None or after.letter != ",":
        return False
    return units[index].letter in "AkM" and "".join(unit.letter for unit in units[max(0, index - 2) : index]) == "HW"


def _title_before(units: Units, index: int) -> Unit | None:
    """The unit before, without the comma behind an office phrase: `Governor of the Province, Amir Ali`, `Minister of Chad, Amir Ali`."""
    letters = "".join(unit.letter for unit in units[max(0, index - 5) : index])
    return units[index - 2] if TITLE_ENDS.search(letters) else units[index - 1] if index else None


def _is_borne(units: Units, index: int, after: Unit | None) -> bool:
    return units[index].letter in "TH" and _is_first_name(units[index], _title_before(units, index), after)


def _is_first_name(unit: Unit, before: Unit | None, after: Unit | None) -> bool:
    """Titles that people also bear as a first name: `Minister Sultan bin Ali`, `Shah Ali Khan`, not `Sultan Ali`, `HM Sultan bin Ali`."""
    if not (unit.capital and after) or unit.text.lower() not in word_set("forename"):
        return False
    particle = after.text.lower() in word_set("particle")
    if not particle and after.letter not in "WP":
        return False
    if before and (before.letter in "TJAaUYCBPIW" or (before.letter == "H" and before.text.lower() not in word_set("majesty"))):
        return True
    return particle or (unit.text == "Shah" and not (before and before.letter == "d"))


def _mend_name(unit: Unit, before: str, after: Unit | None) -> None:
    """A unit behind a title or inside a name."""
    if _is_surname(unit, before, after):
        unit.letter = "W"
    elif unit.letter in "wdo" and after and _is_particle(unit, after):
        unit.letter = "P"


def _stands_for_name(unit: Unit, before: str, after: Unit | None, heading: bool) -> bool:
    """In a heading only `General Secretary To Lam`, not `President To Visit Hanoi`."""
    if heading:
        return unit.text == "To" and before in TITLES and after is not None and after.letter == "W"
    return _is_name_after_title(unit, before, after)


def _is_name_after_title(unit: Unit, before: str, after: Unit | None) -> bool:
    """Titles, peoples and small words that are surnames here: `Julie Bishop said`, `President Turk and`, `President To Lam`."""
    following = after.letter if after else ""
    if unit.letter in "RTHU" and before in "TJWH" and unit.capital and following not in ("W", "I", "P", "R", "H", "o"):
        return unit.text.lower() in word_set("surname")
    if unit.letter in "AkM" and unit.capital and " " not in unit.text:
        return (before == "W" and following in "WI,x'&w)~") or (before in "TJH" and following in "w',x")
    if unit.letter == "D":
        return (before in "TJ" and following in ",&x(~") or (before == "W" and following in ",&x(~w")
    return unit.letter in "td" and unit.capital and before in "TJ" and following == "W"


def _is_surname(unit: Unit, before: str, after: Unit | None) -> bool:
    """Towns, firms and common words after a title or a part of a name."""
    return (unit.mention is not None and _may_be_surname(unit.mention, before, after)) or _is_common_surname(unit, before)


def _follows_name(units: Units, index: int, before: str) -> bool:
    """Does a title or a part of a name stand before units[index]?"""
    return before in BEFORE_NAME or (before == "-" and index > 1 and units[index - 2].letter in "WIP")


def _may_be_surname(mention: Named, before: str, after: Unit | None) -> bool:
    """Towns and firms after a title are surnames ("Mayor Lincoln", "Secretary Ford")."""
    if mention.kind in ("company", "media"):
        return before in "TJRH"
    inside = before in "WI" and after is not None and after.letter in "WI"
    return mention.kind in ("city", "region") or (mention.kind == "capital" and (before == "P" or inside))


def _is_particle(unit: Unit, after: Unit) -> bool:
    """A particle is small and a name follows, with or without hyphen."""
    particles = word_set("particle")
    return unit.text in particles and (after.capital or after.letter == "-" or after.text in particles)


def _is_common_surname(unit: Unit, before: str) -> bool:
    """A common word of a heading after a title that is no verb or noun of the heading ("President Bush", not "President Meets")."""
    word = unit.text.lower()
    if unit.key != "common" or before not in "TJRHIX" or word.endswith(VERB_ENDINGS):
        return False
    return word not in word_set("clause") and word not in word_set("headline")
