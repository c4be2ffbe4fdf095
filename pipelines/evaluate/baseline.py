"""The figures that must not sink: tallies of every text, stored beside the codings.

Tallies of single texts are kept, not sums, so that a run on fewer texts (one split, no corpora at hand) compares like with like. A text
that only one side has is left out.
"""
import json
from collections.abc import Mapping, Sequence
from functools import reduce
from pathlib import Path
from typing import NamedTuple

from pipelines.evaluate.figures import TABLES
from pipelines.evaluate.sheet import Key, Sheet, Tally

TOLERANCE = 0.01  # of F1 or of a field's accuracy
GROUPS = ("table", "field")

Tallies = Mapping[Key, Tally]
Stored = Mapping[str, Tallies]  # by stem


class Change(NamedTuple):
    """F1 of a table, or accuracy of a field, before and now. `worse`: texts with more false or missed rows than before."""

    name: str
    old: float
    new: float
    worse: tuple[str, ...]

    @property
    def difference(self) -> float:
        return self.new - self.old

    @property
    def sank(self) -> bool:
        return self.difference < -TOLERANCE


def kept(sheets: Sequence[Sheet]) -> dict[str, dict[Key, Tally]]:
    """What a baseline keeps of the sheets."""
    return {sheet.stem: {key: tally for key, tally in sorted(sheet.tallies.items()) if key[0] in GROUPS} for sheet in sheets}


def write_baseline(path: Path, sheets: Sequence[Sheet]) -> None:
    """One line a text, so that a change of the file shows which texts changed."""
    lines = [f" {json.dumps(stem)}: {json.dumps(_nested(tallies))}" for stem, tallies in sorted(kept(sheets).items())]
    path.write_text("{\n" + ",\n".join(lines) + "\n}\n", "utf-8")


def _nested(tallies: Tallies) -> dict[str, dict[str, Tally]]:
    return {group: {name: tally for (of_group, name), tally in tallies.items() if of_group == group} for group in GROUPS}


def read_baseline(path: Path) -> Stored:
    stored = json.loads(path.read_text("utf-8"))
    return {
        stem: {(group, name): Tally(*tally) for group, tallies in groups.items() for name, tally in tallies.items()}
        for stem, groups in stored.items()
    }


def compare(old: Stored, new: Stored) -> list[Change]:
    """Tables in their order, then fields by name."""
    common = sorted(set(old) & set(new))
    before, now = ([side[stem] for stem in common] for side in (old, new))
    fields = sorted({key for tallies in (*before, *now) for key in tallies if key[0] == "field"})
    return [_change(key, common, before, now) for key in (*(("table", name) for name in TABLES), *fields)]


def _change(key: Key, stems: Sequence[str], before: Sequence[Tallies], now: Sequence[Tallies]) -> Change:
    old, new = ([tallies.get(key, Tally()) for tallies in side] for side in (before, now))
    worse = [stem for stem, one, other in zip(stems, old, new, strict=True) if other.false + other.missed > one.false + one.missed]
    return Change(key[1], _measure(key, old), _measure(key, new), tuple(worse))


def _measure(key: Key, tallies: Sequence[Tally]) -> float:
    whole = reduce(Tally.plus, tallies, Tally())
    return whole.f1 if key[0] == "table" else whole.precision
