"""Who is met, and what is visited, on an occasion of its own, after the labels: the questions from which that is learnt."""

from collections.abc import Iterator

from pipelines.coding.candidates import Candidate
from pipelines.coding.events import fresh_drafts
from pipelines.coding.item import Draft, Item
from pipelines.coding.learned.encounters import MANY
from pipelines.coding.learned.occasions import draft_of, reports
from pipelines.coding.learned.successive import Following, following, row_of, successive
from pipelines.coding.view import Unit
from pipelines.model.cast import Person
from tools.learn.choice import Question
from tools.learn.examples import items_of, reported
from tools.learn.labels import NAMED, Labelled, Report
from tools.learn.people import is_name, name_of, same_name

Seen = set[tuple[int, str, int, int]]


def encounter_questions(text: Labelled) -> Iterator[Question]:
    """Every two named one after the other in a sentence that reports an occasion: is the second one met, or visited, on another?"""
    for item in items_of(text):
        seen: Seen = set()
        drafts, around = fresh_drafts(item)
        for draft in (*drafts, *(draft_of(item, around, report) for report in reports(item))):
            yield from questions_of(text, item, draft, seen)


def questions_of(text: Labelled, item: Item, draft: Draft, seen: Seen) -> Iterator[Question]:
    """Those of one draft that no other has asked. `seen`: what was asked."""
    lead, kind = draft.lead, draft.event_type
    span = lead.view.sentence.start, lead.view.sentence.end
    those = [r for r in text.reports if r.news and r.event_type == kind and reported(r, span)]
    if kind not in MANY or draft.weight <= 0 or not those or not all(r.sure for r in those):
        return
    for right in (True, False):
        free = unclaimed(item, lead, kind, right, those)
        for pair in following(item, lead, kind, right):
            key = (lead.number, kind, pair.one.start, pair.other.start)
            apart = None if key in seen else on_another(pair, those, free)
            if apart is not None:
                seen.add(key)
                yield Question((frozenset(successive(pair)), frozenset()), int(not apart))


def unclaimed(item: Item, lead: Candidate, kind: str, right: bool, reports: list[Report]) -> int:
    """How many of the occasions are those of nobody whom the row names: they are left for the officials that labels leave out."""
    row = row_of(lead, kind, right)
    claimed = {n for pair in following(item, lead, kind, right) for unit in (pair.one, pair.other) for n in at_which(pair, unit, reports)}
    return len(reports) - len(claimed) if len(row) > 1 else 0


def on_another(pair: Following, reports: list[Report], free: int) -> bool | None:
    """Is the second of the two at an occasion at which the first is not? None where labels do not say."""
    one, other = at_which(pair, pair.one, reports), at_which(pair, pair.other, reports)
    if pair.event_type != "visit" and not other and not any(p.name for p in pair.item.cast.of(pair.other.mention).people):
        return free > 0 if one else None
    named = pair.event_type == "visit" or any(p.name for p in pair.item.cast.of(pair.other.mention).people)
    return None if not one or not (other or named) else bool(other) and not one & other


def at_which(pair: Following, unit: Unit, reports: list[Report]) -> set[int]:
    """The numbers of the reports in which somebody takes part, or which a place is the country of."""
    if pair.event_type == "visit":
        return {n for n, report in enumerate(reports) if report.country in unit.mention.countries}
    people = pair.item.cast.of(unit.mention).people
    return {n for n, report in enumerate(reports) for label in report.people if any(means(label, p) for p in people)}


def means(label: str, person: Person) -> bool:
    """Is it the label of this person: the name, or the office of somebody whom one of both does not name?"""
    if person.name and is_name(label):
        return same_name(label, person.name)
    named = NAMED.fullmatch(label)
    office = (person.office_as_written or person.office or "").lower().split()
    return named is not None and named[2] == person.country and not set(name_of(label).lower().split()).isdisjoint(office)
