"""Occasions that no frame tells, or that frames told and lost: drafts of the sentences of an item that may report one.

What does not belong here: which of them become rows (`verdicts`).
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from pipelines.coding.candidates import single
from pipelines.coding.counterparts import other_objects
from pipelines.coding.deeds import index_of
from pipelines.coding.drafting import first_draft
from pipelines.coding.frames import Frame, Match, frames
from pipelines.coding.item import Draft, Item
from pipelines.coding.learned.encounters import each
from pipelines.coding.learned.surroundings import Surroundings
from pipelines.coding.learned.told import DEEDS, SEVERAL_OF, likely, trigger
from pipelines.coding.mentioned import pending
from pipelines.coding.same import each_its_own
from pipelines.coding.view import View

ALIKE = (
    frozenset(["meeting", "call", "session", "conference", "press_conference"]),
    frozenset(["ceremony", "commemoration", "cultural_event", "exhibition", "conference", "tribute", "award"]),
    frozenset(["message", "protest", "commemoration"]),
    frozenset(["signing", "ratification"]),
)
RATIFYING = frozenset(
    "ratif approv force effect consent assent accede accession acceding deposit instrument parliament senate congress assembly vote "
    "operative applicable applies valid concur".split()
)  # parts of words
SIGNING = ("sign", "initial", "inked", "conclu", "exchang", "adopt")
POSSIBLE = 0.12  # from which probability on a sentence may report an occasion; less is hardly ever right
MOST = 40  # reports of a type that are looked at in an item
NEWS = 0.9  # from which on it is not merely recalled


class Report(NamedTuple):
    """A sentence and how likely it tells of an occasion of the type."""

    probability: float
    number: int
    event_type: str


def chances_of(item: Item, around: list[Surroundings]) -> list[dict[str, float]]:
    """For every sentence of the item, how likely it reports an occasion of which type."""
    return likely(item, around)


def chance_of(item: Item, draft: Draft, kind: str) -> float:
    """How likely the likeliest of its sentences reports an occasion of the type `kind`, or several (`SEVERAL_OF`)."""
    return max(item.chances[s.number].get(kind, 0.0) for s in draft.telling)


def plainly_news(item: Item, draft: Draft) -> bool:
    """Does one of its sentences report it so plainly as news that it cannot be merely recalled?"""
    return chance_of(item, draft, draft.event_type) >= NEWS


def reports(item: Item) -> Iterator[Report]:
    """All possible reports of an item."""
    for number, found in enumerate(item.chances):
        for event_type, probability in found.items():
            of_occasion = event_type not in DEEDS and not event_type.startswith(SEVERAL_OF)
            if probability >= POSSIBLE and of_occasion and worded(item, number, event_type):
                yield Report(probability, number, event_type)


def worded(item: Item, number: int, event_type: str) -> bool:
    """A ratification has a word that says so; what is negotiated, and of whose signing nothing is said, is not signed."""
    view, papers = item.views[number], item.views[number].sentence.instruments
    if event_type == "ratification":
        return says(view, RATIFYING)
    if event_type != "signing" or not papers or says(view, SIGNING):
        return True
    return not all(pending(item, view, index_of(view, paper), paper) for paper in papers)


def says(view: View, parts: Iterable[str]) -> bool:
    """Does a plain word of the sentence hold one of `parts`?"""
    return any(part in unit.text for unit in view.units if not unit.symbol for part in parts)


def untold(item: Item, drafts: list[Draft], lost: list[Draft], around: list[Surroundings]) -> list[Draft]:
    """The occasions that sentences may report and `drafts` lack, as drafts: one of `lost` where frames had one there."""
    covered = {(s.number, d.event_type) for d in drafts for s in d.sources}
    found: dict[int, Draft] = {id(draft): draft for draft in told_besides(drafts, lost)}
    for report in likeliest(report for report in reports(item) if (report.number, report.event_type) not in covered):
        found |= {id(draft): draft for draft in drafts_of(item, around, lost, report)}
    return [*found.values()]


def told_besides(drafts: list[Draft], lost: list[Draft]) -> Iterator[Draft]:
    """Those of `lost` that a sentence tells beside one of `drafts`."""
    known, here = {id(draft) for draft in drafts}, defaultdict[tuple[int, str], list[Draft]](list)
    for draft in drafts:
        here[draft.lead.number, draft.event_type].append(draft)
    for draft in lost:
        beside = here[draft.lead.number, draft.event_type][:MOST] if id(draft) not in known else ()
        if any(told_beside(one, draft) for one in beside):
            yield draft


def likeliest(found: Iterable[Report]) -> list[Report]:
    """The likeliest first; of each type no more than any honest item tells."""
    ranked = sorted(found, key=lambda r: (-r.probability, r.number))
    counts: Counter[str] = Counter()
    return [r for r in ranked if (counts.update([r.event_type]) or counts[r.event_type]) <= MOST]


def drafts_of(item: Item, around: list[Surroundings], lost: list[Draft], report: Report) -> list[Draft]:
    """The drafts of a report: mostly one."""
    same = [d for d in lost if d.event_type == report.event_type and any(s.number == report.number for s in d.telling)]
    if same:
        return [same[0], *(d for d in same[1:] if told_beside(same[0], d))]
    return each(item, draft_of(item, around, report))


def draft_of(item: Item, around: list[Surroundings], report: Report) -> Draft:
    """The draft of the word that speaks most for what a sentence may report."""
    view = item.views[report.number]
    at = trigger(view, around[report.number], report.event_type)
    return first_draft(item, single(view, report.number, Match(frame_of(report.event_type), at, at + 1)))


def told_beside(one: Draft, other: Draft) -> bool:
    """Does the sentence tell each of the two for itself: by its share of the same words, or by words of its own?"""
    return each_its_own(one, other) or other_objects(one, other)


@cache
def frame_of(event_type: str) -> Frame:
    """A frame for the words that no frame has, with the roles that most strong frames of the type give to a position."""
    known = [f for f in frames() if f.event_type == event_type and f.strength == "strong"]
    positions = {position for f in known for position in f.roles}
    roles = {p: Counter(f.roles[p] for f in known if p in f.roles).most_common(1)[0][0] for p in sorted(positions)}
    return Frame(f"learned.{event_type}", event_type, roles, "strong", frozenset(), "")
