"""Clauses of a view and what they do to an event in them: reported speech, future, cancellation.

Clause boundaries are punctuation, quotation marks, verbs of saying and subordinating words. What does not belong here:
who takes part (`arguments`) and when (`when`).
"""
from dataclasses import dataclass
from functools import cache

from pipelines.coding.patterns import word_classes
from pipelines.coding.view import ACTORS, View

BREAKS = frozenset([";", ":", '"', "“", "”", "«", "»", "(", ")", "--", "–", "—", "!", "?"])
SUBORDINATE = frozenset(["which", "who", "whom", "whose", "while", "whereas", "because", "although", "though", "where", "when", "if", "so"])
NEWSMAKERS = frozenset(["announced", "announces", "announce", "confirmed", "confirms", "informed", "reported", "reports", "report"])
FUTURE_VERBS = frozenset(["will", "shall", "would", "'ll", "going", "due", "scheduled", "expected", "plans", "plan", "planned", "intends", "intend", "hopes", "hope", "invited", "invites", "invite"])


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
    if view.units[index].symbol or view.units[index].text not in saying():
        return False
    before = [u for u in view.units[max(0, index - 4):index] if u.symbol]
    after = [u for u in view.units[index + 1:index + 3] if u.symbol]
    return any(u.symbol in ACTORS for u in (*before[-1:], *after[:1]))


def trailing_speaker(view: View) -> bool:
    """Does the sentence end in ", she said": all of it is then reported?"""
    tail = view.units[-6:]
    commas = [n for n, u in enumerate(tail) if u.text == ","]
    if not commas:
        return False
    rest = tail[commas[-1] + 1:]
    return any(u.text in saying() for u in rest) and any(u.symbol in ACTORS for u in rest)


def clauses(view: View) -> list[Clause]:
    """The clauses of a view, in order; together they hold all units."""
    found, first = [], 0
    quoted = reported = False
    trailing = trailing_speaker(view)
    for index, unit in enumerate(view.units):
        if unit.symbol:
            continue
        says = speaks(view, index)
        subordinate = unit.text in SUBORDINATE and index > first
        if unit.text in BREAKS or says or subordinate:
            found.append(Clause(first, index + (not subordinate), reported or quoted or trailing))
            first = index + (not subordinate)
            if unit.text in "\"“”«»":
                quoted = not quoted if unit.text == '"' else unit.text in "“«"
            reported = (reported or says) and unit.text != ";"
    if first < len(view.units):
        found.append(Clause(first, len(view.units), reported or quoted or trailing))
    return found


def clause_of(found: list[Clause], index: int) -> Clause:
    return next((c for c in found if c.first <= index < c.last), found[-1])
