"""Clauses of a view and what they do to an event in them: reported speech, future, cancellation.

Clause boundaries are punctuation, quotation marks, verbs of saying and subordinating words. What does not belong here:
who takes part (`arguments`) and when (`when`).
"""

from dataclasses import dataclass
from functools import cache

from pipelines.coding.patterns import word_classes
from pipelines.coding.view import ACTORS, View

BREAKS = frozenset('; : " “ ” « » ! ?'.split())
OPENING, CLOSING = frozenset('“«"'), frozenset('”»"')
ANNOUNCING = frozenset(
    ["announced", "announces", "announce", "announcing", "confirmed", "confirms", "designated", "designates"]
)  # who announces takes no part
QUOTED_SPEECH = 8  # units; shorter quotations are names
RECALLING = frozenset(["building", "following"])  # what they tell lay before
SUBORDINATE = frozenset(["which", "who", "whom", "whose", "while", "whereas", "because", "although", "though", "where", "when", "if", "so"])


@dataclass(frozen=True, slots=True)
class Clause:
    """Units `first` … `last` - 1. `reported`: what somebody is quoted as saying, not what the text itself tells."""

    first: int
    last: int
    reported: bool = False


@cache
def saying() -> frozenset[str]:
    return frozenset(word_classes()["say"].replace("\\", "").split("|"))


def speaks(view: View, index: int) -> bool:
    """Is the unit a verb of saying whose subject is a person (an agency or a ministry reports, it does not recall)?"""
    unit = view.units[index]
    if unit.symbol or unit.text not in saying():
        return False
    if unit.text == "welcomed" and any(u.symbol in ACTORS for u in view.units[index + 1 : index + 3]):
        return False
    before = [u for u in view.units[max(0, index - 4) : index] if u.symbol]
    after = [u for u in view.units[index + 1 : index + 2] if u.symbol]
    return any(u.symbol in ACTORS for u in (before or after)[-1:])


def attributed(view: View) -> bool:
    """Does the sentence end in ", she said", or hold ", he recalled,": all of it is then reported?"""
    for index, unit in enumerate(view.units):
        if unit.symbol or unit.text not in saying() or index < 2:
            continue
        inverted = view.units[index - 1].text == "," and index + 1 < len(view.units) and view.units[index + 1].symbol in ACTORS
        straight = view.units[index - 1].symbol in ACTORS and view.units[index - 2].text in CLOSING | {","}
        closes = index + 1 >= len(view.units) - 3 or view.units[index + 1].text in (",", ".")
        if inverted or (straight and closes):
            return True
    return False


def quoted(view: View) -> list[bool]:
    """For every unit whether it stands in a quotation long enough to be speech."""
    inside, opened = [False] * len(view.units), -1
    for index, unit in enumerate(view.units):
        if unit.text in OPENING and opened < 0:
            opened = index
        elif unit.text in CLOSING and opened >= 0:
            if index - opened > QUOTED_SPEECH:
                inside[opened:index] = [True] * (index - opened)
            opened = -1
    if opened >= 0 and len(view.units) - opened > QUOTED_SPEECH:
        inside[opened:] = [True] * (len(view.units) - opened)
    return inside


def opens_clause(view: View, index: int) -> bool:
    """A subordinating word that begins a clause of its own, not "the day when" at the very start; ", building on the summit of May" """
    word = view.units[index].text
    return index > 0 and (word in SUBORDINATE or (word in RECALLING and view.units[index - 1].text == ","))


def clauses(view: View) -> list[Clause]:
    """The clauses of a view, in order; together they hold all units."""
    found: list[Clause] = []
    first, said = 0, False
    speech, whole = quoted(view), attributed(view)
    for index, unit in enumerate(view.units):
        if unit.symbol:
            continue
        says, subordinate = speaks(view, index), opens_clause(view, index) and index > first
        if unit.text in BREAKS or says or subordinate or unit.text in ANNOUNCING:
            end = index + (not subordinate)
            found.append(Clause(first, end, said or whole or speech[first]))
            first, said = end, (said or says) and unit.text != ";"
    if first < len(view.units):
        found.append(Clause(first, len(view.units), said or whole or speech[min(first + 1, len(speech) - 1)]))
    return found


def clause_of(found: list[Clause], index: int) -> Clause:
    return next((c for c in found if c.first <= index < c.last), found[-1])
