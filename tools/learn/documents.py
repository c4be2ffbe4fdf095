"""Which documents have a row, after codings and labels: the questions from which that is learnt."""

from collections.abc import Iterator, Sequence

from pipelines.coding.agreements import mentioned
from pipelines.coding.events import code_item
from pipelines.coding.learned.commitments import Mentioned, commitment
from pipelines.coding.learned.told import DEEDS
from tools.learn.choice import Question
from tools.learn.examples import items_of, reported
from tools.learn.labels import Labelled, Report


def document_questions(text: Labelled) -> Iterator[Question]:
    """Every document that may have a row: has it one, or not; those that are a matter of taste are left out."""
    reports, taken = [r for r in text.reports if r.event_type in DEEDS], set[int]()
    for item in items_of(text):
        for told in mentioned(item, code_item(item)):
            those = of_sentence(reports, told)
            new = next((r for r in those if id(r) not in taken), None)
            if new is not None:
                taken.add(id(new))
            if all(r.sure for r in ([new] if new is not None else those)):
                yield Question((frozenset(commitment(told)), frozenset()), int(new is None))


def of_sentence(reports: Sequence[Report], told: Mentioned) -> list[Report]:
    """The reports of what is done with documents in the sentence that its row shows."""
    sentence = told.paper.shown.sentence
    return [r for r in reports if reported(r, (sentence.start, sentence.end))]
