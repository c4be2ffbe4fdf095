"""Labelled texts into examples: what the models see of every sentence and the types of the occasions it reports."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipelines.coding.events import first_drafts, read_items
from pipelines.coding.item import Item
from pipelines.coding.learned.features import features
from pipelines.coding.learned.network import Told
from pipelines.coding.learned.surroundings import kinds_of, surroundings
from pipelines.coding.learned.told import SEVERAL_OF, told_of, words_of
from pipelines.coding.printed import printed_drafts
from pipelines.segment import segment
from tools.learn.labels import Labelled, Report, Span


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence of an item (`item`: stem and number). `types`: what it reports; `doubtful`: what sensible people differ about."""

    item: tuple[str, int]
    text: str
    features: frozenset[str]
    told: Told
    types: frozenset[str]
    doubtful: frozenset[str]


def items_of(text: Labelled) -> list[Item]:
    """The items of the text, as they are coded."""
    return read_items(text.document, [s for s in segment(text.document) if s.kind == "item"])


def examples(text: Labelled) -> Iterator[Example]:
    """One example a sentence of the text's items, in order."""
    for number, item in enumerate(items_of(text)):
        kinds = kinds_of([*first_drafts(item), *printed_drafts(item)])
        for view, around in zip(item.views, surroundings(item, kinds), strict=True):
            those = [r for r in text.reports if reported(r, (view.sentence.start, view.sentence.end))]
            sure = told_types([r for r in those if r.sure and r.news])
            found = frozenset(name for name, _ in features(view, around))
            doubtful = frozenset(r.event_type for r in those if not r.sure) - sure
            yield Example((text.stem, number), words_of(item, view), found, told_of(item, view, around), sure, doubtful)


def told_types(reports: Sequence[Report]) -> frozenset[str]:
    """The types of the reports, and once more, marked, those of which there are several."""
    counts = Counter(r.event_type for r in reports)
    return frozenset([*counts, *(SEVERAL_OF + event_type for event_type, count in counts.items() if count > 1)])


def reported(report: Report, sentence: Span) -> bool:
    return any(start < sentence[1] and sentence[0] < end for start, end in report.spans)
