"""Which rows of one type tell one occasion, after codings and labels: the questions from which that is learnt."""

from collections.abc import Iterator, Sequence

from pipelines.coding.events import attended_drafts
from pipelines.coding.item import Draft
from pipelines.coding.learned.folding import alike
from pipelines.coding.learned.retelling import retelling
from tools.learn.choice import Question
from tools.learn.examples import items_of, reported
from tools.learn.labels import Labelled, Report


def retelling_questions(text: Labelled) -> Iterator[Question]:
    """Every two drafts of one type, both labelled: two reports, or one and the same again; the second answer is that they are two."""
    taken: set[int] = set()
    for item in items_of(text):
        drafts = attended_drafts(item)
        told = {id(d): those(text.reports, d) for d in drafts}
        own = {id(d): report for d in drafts if (report := first(told[id(d)], taken)) is not None}
        for pair in alike(item, drafts):
            one, other = own.get(id(pair.one)), own.get(id(pair.other))
            again = any(a is not None and a in told[id(d)] for a, d in ((one, pair.other), (other, pair.one)))
            if (one is not None and other is not None) or again:
                yield Question((frozenset(retelling(pair)), frozenset()), int(one is not None and other is not None))


def those(reports: Sequence[Report], draft: Draft) -> list[Report]:
    """The reports of news that sentences of the draft tell."""
    spans = [(s.view.sentence.start, s.view.sentence.end) for s in draft.sources]
    news = (r for r in reports if r.event_type == draft.event_type and r.news)
    return [r for r in news if not draft.background and any(reported(r, span) for span in spans)]


def first(reports: Sequence[Report], taken: set[int]) -> Report | None:
    """The first that no draft has yet, the sure ones before others."""
    found = min((r for r in reports if id(r) not in taken), key=lambda r: not r.sure, default=None)
    if found is not None:
        taken.add(id(found))
    return found
