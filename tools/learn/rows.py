"""How often the rows that the weights made are right, on the labelled texts that they were not learnt from."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from pipelines.coding.events import code_item, read_items
from pipelines.coding.item import Draft
from pipelines.evaluate.confidence import OTHERS, smoothed
from pipelines.evaluate.sheet import Tally
from pipelines.segment import segment
from tools.learn.examples import reported
from tools.learn.labels import Labelled, Report

LEARNED = "learned."
HEAD = """\
# How often the rows of the weights are right, measured on the labelled texts that tools.learn keeps back (tests/accuracy/labels):
# (right + 4 x prior) / (support + 4), the prior being that of all their rows (row *). Written by `python -m tools.learn`.
table\trule\tsupport\tprecision
"""


def judged(text: Labelled) -> Iterator[tuple[str, bool]]:
    """Rule and whether it is right, of every news row of the weights that no doubtful label touches."""
    for item in read_items(text.document, [s for s in segment(text.document) if s.kind == "item"]):
        for draft in code_item(item):
            if draft.lead.frame.rule.startswith(LEARNED) and not draft.background and not doubtful(text, draft):
                yield draft.lead.frame.rule, any(r.sure and r.news for r in same(text, draft))


def same(text: Labelled, draft: Draft) -> list[Report]:
    sentence = draft.lead.view.sentence
    return [r for r in text.reports if r.event_type == draft.event_type and reported(r, (sentence.start, sentence.end))]


def doubtful(text: Labelled, draft: Draft) -> bool:
    return any(not r.sure for r in same(text, draft))


def write_confidence(texts: Sequence[Labelled], path: Path) -> None:
    """Writes the table: one line a rule, and one for all."""
    counts = Counter(one for text in texts for one in judged(text))
    tallies = {rule: Tally(counts[rule, True], counts[rule, False], 0) for rule in sorted({rule for rule, _ in counts})}
    whole = Tally(sum(t.right for t in tallies.values()), sum(t.false for t in tallies.values()), 0)
    lines = [line(LEARNED + OTHERS, whole, whole.precision)]
    lines += [line(rule, tally, smoothed(tally, whole.precision)) for rule, tally in tallies.items()]
    path.write_text(HEAD + "".join(lines), "utf-8")


def line(rule: str, tally: Tally, precision: float) -> str:
    return f"events\t{rule}\t{tally.right + tally.false}\t{precision:.3f}\n"
