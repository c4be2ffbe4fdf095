"""Which drafts are rows, after the labels: what that is learnt from.

It is learnt from the texts kept back, for of all others the network knows too well what they report.
"""

from collections.abc import Iterator

from pipelines.coding.events import proposed_drafts
from pipelines.coding.item import Draft
from pipelines.coding.learned.verdict import assembly, verdict_features
from tools.learn.examples import items_of, reported
from tools.learn.labels import Labelled
from tools.learn.people import match
from tools.learn.yes_or_no import Asked


def proposals(text: Labelled) -> Iterator[Asked]:
    """Every draft that is news: is it a labelled occasion? Not asked about are those about which sensible people differ."""
    for item in items_of(text):
        drafts = proposed_drafts(item)
        given, matched = assembly(item, drafts), match(text, drafts)
        for draft in drafts:
            if not draft.background and (id(draft) in matched or not doubtful(text, draft)):
                yield Asked(verdict_features(given, draft), id(draft) in matched)


def doubtful(text: Labelled, draft: Draft) -> bool:
    """Does a label say of one of its sentences that it may be an occasion of the type?"""
    spans = [(s.view.sentence.start, s.view.sentence.end) for s in draft.sources]
    unsure = (r for r in text.reports if not r.sure and r.event_type == draft.event_type)
    return any(reported(report, span) for report in unsure for span in spans)
