"""The figures that must not sink: tallies of every text, stored beside the codings.

Tallies of single texts are kept, not sums, so that a run on fewer texts (one split, no corpora at hand) compares like with like. A text
that only one side has is left out.
"""
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from pipelines.evaluate.figures import TABLES
from pipelines.evaluate.sheet import Key, Sheet, Tally

TOLERANCE = 0.01  # of F1 or of a field's accuracy
GROUPS = ("table", "field")

Stored = Mapping[str, Mapping[Key, Tally]]  # stem -> key -> tally


class Change(NamedTuple):
    """F1 of a table, or accuracy of a field, before and now."""

    group: str
    name: str
    old: float
    new: float

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


def _nested(tallies: Mapping[Key, Tally]) -> dict[str, dict[str, Tally]]:
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
    names = sorted({key[1] for stem in common for side in (old, new) for key in side[stem] if key[0] == "field"})
    tables = [Change("table", name, _sum(old, common, ("table", name)).f1, _sum(new, common, ("table", name)).f1) for name in TABLES]
    fields = [Change("field", name, _accuracy(old, common, name), _accuracy(new, common, name)) for name in names]
    return tables + fields


def _accuracy(side: Stored, stems: Sequence[str], name: str) -> float:
    return _sum(side, stems, ("field", name)).precision


def _sum(side: Stored, stems: Sequence[str], key: Key) -> Tally:
    result = Tally()
    for stem in stems:
        result = result.plus(side[stem].get(key, Tally()))
    return result
