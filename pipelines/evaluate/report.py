"""Figures as text for a terminal."""
from collections.abc import Iterator, Sequence

from pipelines.evaluate.baseline import Change, Stored, compare, kept
from pipelines.evaluate.figures import DRAWS, TABLES, Figure, Interval, figures, total
from pipelines.evaluate.run import Evaluation
from pipelines.evaluate.sheet import Sheet, Tally


def report(evaluation: Evaluation, splits: Sequence[str]) -> str:
    """A section for each split: tables, event types, agreement types, fields."""
    return "\n".join(line for split in splits for line in _section(evaluation, split))


def _section(evaluation: Evaluation, split: str) -> Iterator[str]:
    sheets, real, made = evaluation.of(split), evaluation.of(split, True), evaluation.of(split, False)
    yield f"{split}: {len(sheets)} texts ({len(real)} real, {len(made)} made for this set); in brackets 95 % of {DRAWS:,} draws of texts"
    if not sheets:
        return
    yield ""
    yield _line("table", "precision", "recall", "F1", "real F1", "made F1", "right", "false", "missed")
    for one in figures(sheets, "table", TABLES):
        yield _line(one.name, *_measures(one), _f1(real, one.name), _f1(made, one.name), *map(str, one.tally))
    for group in ("event type", "agreement type"):
        yield ""
        yield _line(group, "precision", "recall", "F1", "", "", "right", "false", "missed")
        for one in figures(sheets, group):
            yield _line(one.name, *_measures(one), "", "", *map(str, one.tally))
    yield ""
    yield _line("field", "accuracy", "", "", "", "", "right", "wrong")
    for one in sorted(figures(sheets, "field")):
        yield _line(one.name, _with(one.tally.precision, one.precision), "", "", "", "", str(one.tally.right), str(one.tally.false))
    yield ""


def notices(evaluation: Evaluation) -> Iterator[str]:
    """What the figures leave out."""
    if evaluation.absent:
        yield f"{len(evaluation.absent)} coded texts are not in the project and their corpora are not at hand: left out"
    if evaluation.unread:
        yield f"no document for {', '.join(evaluation.unread)}: all that is coded there counts as missed"


def changes(evaluation: Evaluation, split: str, stored: Stored) -> Iterator[str]:
    """What rose and what sank since the baseline, the worst first; texts that got worse are named unless they are held."""
    now = kept(evaluation.of(split))
    found = sorted((one for one in compare(stored, now) if one.difference), key=lambda one: one.difference)
    yield f"{split}, against the baseline on {len(set(stored) & set(now))} texts:{'' if found else ' nothing changed'}"
    for one in found:
        worse = f"  ({len(one.worse)} worse{': ' + ' '.join(one.worse) if split == 'seen' else ''})" if one.worse else ""
        yield f"  {_verdict(one)}  {one.name:20}{one.old:.3f} -> {one.new:.3f}{worse}"


def _verdict(one: Change) -> str:
    """`fell` is within the tolerance."""
    return "SANK" if one.sank else "fell" if one.difference < 0 else "rose"


def _measures(one: Figure) -> tuple[str, str, str]:
    """A precision of nothing found, or a recall of nothing coded, is a dash."""
    found, coded = one.tally.right + one.tally.false, one.tally.right + one.tally.missed
    return (
        _with(one.tally.precision, one.precision) if found else "-",
        _with(one.tally.recall, one.recall) if coded else "-",
        _with(one.tally.f1, one.f1),
    )


def _with(value: float, bounds: Interval) -> str:
    return f"{value:.2f} [{bounds[0]:.2f} {bounds[1]:.2f}]"


def _f1(sheets: Sequence[Sheet], table: str) -> str:
    return f"{total(sheets).get(('table', table), Tally()).f1:.2f}" if sheets else ""


def _line(name: str, *cells: str) -> str:
    widths = (18, 18, 18, 9, 9, 7, 7, 7)
    return "  ".join([f"{name:22}", *(f"{cell:>{width - 2}}" for cell, width in zip(cells, widths, strict=False))]).rstrip()
