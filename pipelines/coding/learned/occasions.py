"""Occasions that no frame tells, or that frames told and lost: the sentences of an item that most likely report one of their type.

One row an item and type at most: sentences of one item that tell the same type of occasion mostly tell the same occasion.
"""

from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from pipelines.coding.accept import unsided
from pipelines.coding.candidates import Candidate, single
from pipelines.coding.drafting import first_draft
from pipelines.coding.frames import Frame, Match, frames
from pipelines.coding.item import Draft, Item
from pipelines.coding.learned.surroundings import Kinds, Surroundings, surroundings
from pipelines.coding.learned.told import likely, trigger
from pipelines.coding.view import View

ALIKE = (
    frozenset(["meeting", "call", "session", "conference", "press_conference"]),
    frozenset(["ceremony", "commemoration", "cultural_event", "exhibition", "conference", "tribute", "award"]),
    frozenset(["message", "protest", "commemoration"]),
    frozenset(["signing", "ratification"]),
)
ENOUGH = 0.5  # from which probability on a sentence reports an occasion


class Report(NamedTuple):
    """A sentence and how likely it tells of an occasion of the type."""

    probability: float
    number: int
    event_type: str


def reports(item: Item, around: list[Surroundings]) -> Iterator[Report]:
    """All likely reports of an item."""
    for number, (view, beside) in enumerate(zip(item.views, around, strict=True)):
        if not any(unit.symbol for unit in view.units):  # nobody, no place, no day: nothing that could be a row
            continue
        for event_type, probability in likely(view, beside).items():
            if probability >= ENOUGH:
                yield Report(probability, number, event_type)


def untold(item: Item, drafts: list[Draft], lost: list[Draft], kinds: Kinds) -> list[Draft]:
    """The best report of every type that `drafts` lack, as a draft: one of `lost` where frames had one there."""
    around = list(surroundings(item, kinds))
    best: dict[str, Report] = {}
    for report in sorted(reports(item, around), key=lambda r: (-r.probability, r.number)):
        if not any(told(draft, report) for draft in drafts):
            best.setdefault(report.event_type, report)
    made = [found(item, around, lost, report) for report in best.values()]
    return [draft for draft in made if unsided(item, draft, drafts) and not taken(draft, drafts) and not unmanned(draft)]


def unmanned(draft: Draft) -> bool:
    """A journey of nobody: "the purpose of this visit is to advance …"."""
    return draft.event_type == "visit" and not draft.parties


def taken(draft: Draft, drafts: list[Draft]) -> bool:
    """Does the word that speaks for it tell another occasion already ("handed over by A and received by B")?"""
    lead = draft.lead
    sources = (s for other in drafts for s in other.sources if s.view is lead.view)
    return any(s.first <= lead.first < s.last for s in sources)


def told(draft: Draft, report: Report) -> bool:
    """Is the occasion of `report` the draft's: of its type, or of one that the same sentence is easily mistaken for?"""
    if draft.event_type == report.event_type:
        return True
    alike = any({draft.event_type, report.event_type} <= group for group in ALIKE)
    return alike and any(s.number == report.number for s in draft.sources)


def found(item: Item, around: list[Surroundings], lost: list[Draft], report: Report) -> Draft:
    """The draft of a report."""
    same = (d for d in lost if d.event_type == report.event_type and any(s.number == report.number for s in d.sources))
    return next(same, None) or first_draft(item, candidate_of(item.views[report.number], around[report.number], report))


def candidate_of(view: View, around: Surroundings, report: Report) -> Candidate:
    at = trigger(view, around, report.event_type)
    return single(view, report.number, Match(frame_of(report.event_type), at, at + 1))


@cache
def frame_of(event_type: str) -> Frame:
    """A frame for the words that no frame has, with the roles that most strong frames of the type give to a position."""
    known = [f for f in frames() if f.event_type == event_type and f.strength == "strong"]
    positions = {position for f in known for position in f.roles}
    roles = {p: Counter(f.roles[p] for f in known if p in f.roles).most_common(1)[0][0] for p in sorted(positions)}
    return Frame(f"learned.{event_type}", event_type, roles, "strong", frozenset(), "")
