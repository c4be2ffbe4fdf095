"""Occasions that no frame tells, or that frames told and lost: the sentences of an item that most likely report one of their type.

One row an item and type at most: sentences of one item that tell the same type of occasion mostly tell the same occasion.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from pipelines.coding.accept import out_of_question, unsided
from pipelines.coding.candidates import Candidate, single
from pipelines.coding.drafting import first_draft
from pipelines.coding.frames import Frame, Match, frames
from pipelines.coding.item import Draft, Item
from pipelines.coding.learned.surroundings import Surroundings
from pipelines.coding.learned.told import DEEDS, ENOUGH, SEVERAL_OF, likely, trigger
from pipelines.coding.merge import main_actor
from pipelines.coding.same import same_occasion
from pipelines.coding.view import View

ALIKE = (
    frozenset(["meeting", "call", "session", "conference", "press_conference"]),
    frozenset(["ceremony", "commemoration", "cultural_event", "exhibition", "conference", "tribute", "award"]),
    frozenset(["message", "protest", "commemoration"]),
    frozenset(["signing", "ratification"]),
)
SURE = 0.5  # from which on it needs no second witness
MOST = 40  # reports of a type that are looked at in an item
AGAIN = 0.8  # from which on it reports an occasion beside another of its type, or of one that it is easily mistaken for
PLAIN = 0.6  # from which on no rule speaks against it
NEWS = 0.9  # from which on it is not merely recalled
TOO_RARE = frozenset("credentials cultural_event election_observation exhibition press_conference relations tribute".split())
REFUTED = 0.25  # up to which no row of frames stands


class Report(NamedTuple):
    """A sentence and how likely it tells of an occasion of the type."""

    probability: float
    number: int
    event_type: str


def chances_of(item: Item, around: list[Surroundings]) -> list[dict[str, float]]:
    """For every sentence of the item, how likely it reports an occasion of which type."""
    return likely(item, around)


def refuted(item: Item, draft: Draft) -> bool:
    """Does no sentence that tells the occasion look like one that reports any of its type? What is recalled never does."""
    if draft.background or draft.event_type in TOO_RARE:
        return False
    return chance_of(item, draft, draft.event_type) < REFUTED


def chance_of(item: Item, draft: Draft, kind: str) -> float:
    """How likely the likeliest of its sentences reports an occasion of the type `kind`, or several (`SEVERAL_OF`)."""
    return max(item.chances[s.number].get(kind, 0.0) for s in draft.sources)


def plainly_news(item: Item, draft: Draft) -> bool:
    """Does one of its sentences report it so plainly as news that it cannot be merely recalled?"""
    return chance_of(item, draft, draft.event_type) >= NEWS


def reports(item: Item) -> Iterator[Report]:
    """All likely reports of an item."""
    for number, found in enumerate(item.chances):
        for event_type, probability in found.items():
            if probability >= ENOUGH and event_type not in DEEDS and not event_type.startswith(SEVERAL_OF):
                yield Report(probability, number, event_type)


def untold(item: Item, drafts: list[Draft], lost: list[Draft], around: list[Surroundings]) -> list[Draft]:
    """The occasions that likely sentences report and `drafts` lack, as drafts: one of `lost` where frames had one there."""
    main = main_actor(drafts)
    known = [*drafts]
    covered = {(s.number, d.event_type) for d in drafts for s in d.sources}
    for report in likeliest(report for report in reports(item) if not told(covered, report)):
        draft = found(item, around, lost, report)
        again = any(other is draft or same(other, draft, main) for other in known)
        if not (again or taken(draft, drafts) or doubted(item, draft, drafts, report)):
            known.append(draft)
    return known[len(drafts) :]


def likeliest(found: Iterable[Report]) -> list[Report]:
    """The likeliest first; of each type no more than any honest item tells."""
    ranked = sorted(found, key=lambda r: (-r.probability, r.number))
    counts: Counter[str] = Counter()
    return [r for r in ranked if (counts.update([r.event_type]) or counts[r.event_type]) <= MOST]


def told(covered: set[tuple[int, str]], report: Report) -> bool:
    """Is what the sentence reports a row of that type, or unless it is sure, of one that it is easily mistaken for?"""
    alike = {kind for group in ALIKE if report.event_type in group for kind in group} if report.probability < AGAIN else set()
    return any((report.number, kind) in covered for kind in {report.event_type, *alike})


def same(known: Draft, draft: Draft, main: set[int]) -> bool:
    return known.event_type == draft.event_type and same_occasion(known, draft, main)


def doubted(item: Item, draft: Draft, drafts: list[Draft], report: Report) -> bool:
    """Is it too little likely to stand where frames have an occasion of the type already, or where the words name no two sides?"""
    if any(d.event_type == draft.event_type for d in drafts) and (item.spoken or report.probability < AGAIN):
        return True
    if report.probability < SURE:
        return not unsided(item, draft, drafts)
    return report.probability < PLAIN and out_of_question(item, draft, drafts)


def taken(draft: Draft, drafts: list[Draft]) -> bool:
    """Does the word that speaks for it tell another occasion already ("handed over by A and received by B")?"""
    lead = draft.lead
    sources = (s for other in drafts for s in other.sources if s.view is lead.view)
    return any(s.first <= lead.first < s.last for s in sources)


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
