"""How often the rows that the weights made are right, on the labelled texts that they were not learnt from."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from pipelines.coding import code
from pipelines.coding.learned.told import DEEDS
from pipelines.evaluate.confidence import OTHERS, smoothed
from pipelines.evaluate.sheet import Tally
from pipelines.model.record import Agreement, Event
from pipelines.segment import segment
from tools.learn.examples import reported
from tools.learn.labels import Labelled, Report

LEARNED = "learned."
HEAD = """\
# How often the rows of the weights are right, measured on the labelled texts that tools.learn keeps back (tests/accuracy/labels):
# (right + 4 x prior) / (support + 4), the prior being that of all their rows (row *). Written by `python -m tools.learn`.
table\trule\tsupport\tprecision
"""


def judged(text: Labelled) -> Iterator[tuple[str, str, bool]]:
    """Table, rule and whether it is right, of every news row of the weights that no doubtful label touches."""
    found = code(text.document, segment(text.document))
    for event in found.events:
        if event.rule.startswith(LEARNED) and not event.is_background:
            yield from (("events", event.rule, right) for right in judgement(same(text, event, {event.event_type})))
    for paper in found.agreements:
        if paper.rule.startswith(LEARNED):
            yield from (("agreements", paper.rule, right) for right in judgement(same(text, paper, set(DEEDS))))


def same(text: Labelled, row: Event | Agreement, kinds: set[str]) -> list[Report]:
    return [r for r in text.reports if r.event_type in kinds and reported(r, (row.char_start, row.char_end))]


def judgement(those: list[Report]) -> Iterator[bool]:
    """Right or not; nothing where sensible people differ."""
    if all(report.sure for report in those):
        yield any(report.news for report in those)


def write_confidence(texts: Sequence[Labelled], path: Path) -> None:
    """Writes the file: for each table one line a rule, and one for all."""
    counts = Counter(one for text in texts for one in judged(text))
    path.write_text(HEAD + "".join(line for table in ("events", "agreements") for line in lines_of(table, counts)), "utf-8")


def lines_of(table: str, counts: Counter[tuple[str, str, bool]]) -> list[str]:
    rules = sorted({rule for name, rule, _ in counts if name == table})
    tallies = {rule: Tally(counts[table, rule, True], counts[table, rule, False], 0) for rule in rules}
    whole = Tally(sum(t.right for t in tallies.values()), sum(t.false for t in tallies.values()), 0)
    rows = [(LEARNED + OTHERS, whole, whole.precision)]
    rows += [(rule, tally, smoothed(tally, whole.precision)) for rule, tally in tallies.items()]
    return [f"{table}\t{rule}\t{tally.right + tally.false}\t{precision:.3f}\n" for rule, tally, precision in rows]
