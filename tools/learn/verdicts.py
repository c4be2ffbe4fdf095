"""Which drafts are rows, after codings and labels: the questions from which that is learnt."""

from collections.abc import Iterator

from pipelines.coding.events import claimed_drafts
from pipelines.coding.learned.occasions import chance_of
from pipelines.coding.learned.testimony import Claim, testimony
from pipelines.coding.learned.told import DEEDS
from pipelines.coding.learned.verdicts import claims
from tools.learn.choice import Question
from tools.learn.examples import items_of, reported
from tools.learn.labels import Labelled, Report


def verdict_questions(text: Labelled) -> Iterator[Question]:
    """Every draft: is it a row, or not? The likeliest that tells an occasion is; those that are a matter of taste are left out."""
    reports, taken = [r for r in text.reports if r.event_type not in DEEDS], set[int]()
    found = [claim for item in items_of(text) for claim in claims(item, *claimed_drafts(item))]
    for claim in sorted(found, key=lambda c: -chance_of(c.item, c.draft, c.draft.event_type)):
        right = is_row(told_by(claim, reports), taken)
        if right is not None:
            yield Question((frozenset(testimony(claim)), frozenset()), int(not right))


def told_by(claim: Claim, reports: list[Report]) -> list[Report]:
    """The reports of its type that its sentences tell."""
    spans = [(s.view.sentence.start, s.view.sentence.end) for s in claim.draft.sources]
    return [r for r in reports if r.event_type == claim.draft.event_type and any(reported(r, span) for span in spans)]


def is_row(reports: list[Report], taken: set[int]) -> bool | None:
    """Does one of them have no row yet, which it takes? None where only taste says, or where they are merely recalled."""
    new = min((r for r in reports if r.news and id(r) not in taken), key=lambda r: not r.sure, default=None)
    if new is not None:
        taken.add(id(new))
        return True if new.sure else None
    if any(not r.sure for r in reports):
        return None
    return None if reports and not any(r.news for r in reports) else False
