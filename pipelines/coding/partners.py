"""Whether one core tells of several talks: "talks with A and with B", "received by A and by B", "meetings with A, B and C".

What does not belong here: several meetings told by several verbs (`candidates`).
"""
import itertools
from collections.abc import Sequence

from pipelines.coding.arguments import Argument
from pipelines.coding.frames import Match
from pipelines.coding.view import ACTORS, Unit, View

TALKS = frozenset(["meeting", "call"])
PLURAL = frozenset("meetings conversations audiences bilaterals encounters calls interviews".split())
APART = frozenset(["separate", "separately", "individual", "individually"])
ENTOURAGE = frozenset(["ambassador", "diplomat", None])  # offices of those who come along
GOVERNING = frozenset(["with", "by"])
AROUND = 3  # units before the core
Group = tuple[Argument, ...]


def partners(view: View, match: Match, around: Sequence[Argument]) -> list[Group]:
    """The arguments of every one of the talks that a core tells; one group where it tells of one."""
    for position in ("obj", "by"):
        heads = heads_of(view, match, around, position)
        if several(view, match, around, heads):
            return apart(around, heads, position)
    return [tuple(around)]


def heads_of(view: View, match: Match, around: Sequence[Argument], position: str) -> list[Argument]:
    """Those behind the core who are each a side of their own."""
    core = view.units[match.first].start
    return [a for a in around if a.position == position and heads_side(a.unit) and a.unit.start > core]


def apart(around: Sequence[Argument], heads: Sequence[Argument], position: str) -> list[Group]:
    """A group for each head, with whoever stands between it and the next, and with all others."""
    parts = [(a, next((h for h in reversed(heads) if h.unit.start <= a.unit.start), None)) for a in around if a.position == position]
    others = [a for a in around if a.position != position or a.unit.start < heads[0].unit.start]
    return [(*others, *(a for a, head in parts if head is own)) for own in heads]


def several(view: View, match: Match, around: Sequence[Argument], heads: Sequence[Argument]) -> bool:
    """Does somebody meet two or more, each for himself?"""
    acts = any(a.position == "left" and a.unit.symbol in ACTORS for a in around)
    if match.frame.event_type not in TALKS or not acts or len(heads) < 2:
        return False
    return told_apart(view, match, heads[-1].unit) or each_with(view, heads)


def heads_side(unit: Unit) -> bool:
    """Is it one person, and nobody who merely comes along?"""
    return unit.symbol in ("N", "F") and not unit.mention.plural and unit.mention.office not in ENTOURAGE


def told_apart(view: View, match: Match, last: Unit) -> bool:
    """Does the core say meetings, or that they were separate?"""
    end = view.units.index(last)
    words = {u.text for u in view.units[max(0, match.first - AROUND) : end]}
    return not PLURAL.isdisjoint(u.text for u in view.units[match.first : match.last]) or not APART.isdisjoint(words)


def each_with(view: View, heads: Sequence[Argument]) -> bool:
    """Has every one of them a "with" of his own, or a "by"?"""
    places = [view.units.index(head.unit) for head in heads]
    between = (view.units[one + 1 : other] for one, other in itertools.pairwise(places))
    return all(any(u.text in GOVERNING for u in units) for units in between)
