"""Labelled texts into examples: the features of every sentence and the types of the occasions it reports."""

from collections.abc import Iterator
from dataclasses import dataclass

from pipelines.coding.events import first_drafts, read_items
from pipelines.coding.learned.features import features
from pipelines.coding.learned.surroundings import kinds_of, surroundings
from pipelines.coding.printed import printed_drafts
from pipelines.segment import segment
from tools.learn.labels import Labelled, Report, Span


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence. `types`: what it reports; `doubtful`: what sensible people differ about."""

    stem: str
    features: frozenset[str]
    types: frozenset[str]
    doubtful: frozenset[str]


def examples(text: Labelled) -> Iterator[Example]:
    """One example a sentence of the text's items."""
    for item in read_items(text.document, [s for s in segment(text.document) if s.kind == "item"]):
        told = kinds_of([*first_drafts(item), *printed_drafts(item)])
        for view, around in zip(item.views, surroundings(item, told), strict=True):
            those = [r for r in text.reports if reported(r, (view.sentence.start, view.sentence.end))]
            sure = frozenset(r.event_type for r in those if r.sure and r.news)
            found = frozenset(name for name, _ in features(view, around))
            yield Example(text.stem, found, sure, frozenset(r.event_type for r in those if not r.sure) - sure)


def reported(report: Report, sentence: Span) -> bool:
    return any(start < sentence[1] and sentence[0] < end for start, end in report.spans)
