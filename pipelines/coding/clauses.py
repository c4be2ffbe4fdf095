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
OBJECTIVE = frozenset("thanked thanks thank congratulated commended praised hailed welcomed applauded appreciated".split())
ACTS = frozenset(
    "presented presents handed awarded conferred received met signed laid visited toured invited hosted inaugurated opened bestowed "
    "decorated attended held".split()
)
TRAIL = 4  # units
ASIDES = frozenset(["on", "in", "at", "to", "here", "today", "the", "yesterday", "earlier", "later", "also"])
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
        if unit.symbol or unit.text not in saying() or unit.text in OBJECTIVE or index < 2:
            continue
        inverted = view.units[index - 1].text == "," and index + 1 < len(view.units) and view.units[index + 1].symbol in ACTORS
        straight = view.units[index - 1].symbol in ACTORS and view.units[index - 2].text in CLOSING | {","}
        closes = view.units[index + 1 : index + 2] == () or view.units[index + 1].text in (",", ".") or trails_off(view, index)
        if inverted or (straight and closes):
            return True
    return False


def trails_off(view: View, index: int) -> bool:
    """Does no more follow the verb of saying than when, where or to whom: ", she said on Monday."?"""
    rest = view.units[index + 1 :]
    return len(rest) <= TRAIL and all(u.symbol or not u.text.isalpha() or u.text in ASIDES for u in rest)


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


def acts_on(view: View, index: int) -> bool:
    """Does "and presented him with the Order" begin at `index`, after "thanked him for his work"? That is told, not said."""
    if view.units[index].text != "and":
        return False
    following = [u.text for u in view.units[index + 1 : index + 3]]
    return any(text in ACTS for text in (following[:1] if following[:1] != ["also"] else following[1:]))


def clauses(view: View) -> list[Clause]:
    """The clauses of a view, in order; together they hold all units."""
    found: list[Clause] = []
    first, said, verb = 0, False, ""
    speech, whole = quoted(view), attributed(view)
    for index, unit in enumerate(view.units):
        if unit.symbol:
            continue
        says, subordinate = speaks(view, index), opens_clause(view, index) and index > first
        acts = said and verb in OBJECTIVE and acts_on(view, index)
        verb = unit.text if says else verb
        if unit.text in BREAKS or says or subordinate or acts or unit.text in ANNOUNCING:
            end = index + (not subordinate and not acts)
            found.append(Clause(first, end, said or whole or speech[first]))
            first, said = end, (said or says) and unit.text != ";" and not acts
    if first < len(view.units):
        found.append(Clause(first, len(view.units), said or whole or speech[min(first + 1, len(speech) - 1)]))
    return found


def clause_of(found: list[Clause], index: int) -> Clause:
    return next((c for c in found if c.first <= index < c.last), found[-1])
