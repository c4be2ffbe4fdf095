"""Precision, recall and F1 from the sheets of many texts, with intervals.

Intervals are percentile bootstraps that draw whole texts with replacement, because the rows of one text share its difficulty (Efron and
Tibshirani 1993, chapter 13). The seed is fixed: the same sheets give the same figures.
"""
from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from pipelines.evaluate.sheet import Key, Sheet, Tally

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

DRAWS = 1000
SEED = 20240229
BOUNDS = (0.025, 0.975)
TABLES = ("events", "events, any type", "participants", "agreements", "item starts")

Interval = tuple[float, float]


class Figure(NamedTuple):
    """Point estimates of one key with the bounds between which 95 of 100 draws lie."""

    name: str
    tally: Tally
    precision: Interval
    recall: Interval
    f1: Interval


def total(sheets: Sequence[Sheet]) -> dict[Key, Tally]:
    """The tallies of all texts together, in order of key."""
    sums: dict[Key, Tally] = defaultdict(Tally)
    for sheet in sheets:
        for key, tally in sheet.tallies.items():
            sums[key] = sums[key].plus(tally)
    return dict(sorted(sums.items()))


def figures(sheets: Sequence[Sheet], group: str, names: Sequence[str] | None = None) -> list[Figure]:
    """Figures of the keys of a group: of `names` in that order, else of all that occur, the most frequent in the codings first."""
    sums = {name: tally for (of_group, name), tally in total(sheets).items() if of_group == group}
    ordered = names if names is not None else sorted(sums, key=lambda name: (-(sums[name].right + sums[name].missed), name))
    if not sheets or not ordered:
        return []
    draws = _draws(len(sheets))
    by_text = {name: [sheet.tallies.get((group, name), Tally()) for sheet in sheets] for name in ordered}
    return [_figure(name, sums.get(name, Tally()), by_text[name], draws) for name in ordered]


def _draws(texts: int) -> "NDArray[np.int64]":
    """How often each text is in each draw: DRAWS x texts."""
    import numpy as np

    return np.random.default_rng(SEED).multinomial(texts, [1 / texts] * texts, size=DRAWS)


def _figure(name: str, tally: Tally, by_text: Sequence[Tally], draws: "NDArray[np.int64]") -> Figure:
    import numpy as np

    right, false, missed = (draws @ np.array(by_text, dtype=np.int64).reshape(-1, 3)).T
    return Figure(
        name,
        tally,
        _interval(right, right + false),
        _interval(right, right + missed),
        _interval(2 * right, 2 * right + false + missed),
    )


def _interval(part: "NDArray[np.int64]", whole: "NDArray[np.int64]") -> Interval:
    """Draws in which there is nothing to divide by say nothing and are left out."""
    import numpy as np

    told = whole > 0
    if not told.any():
        return (0.0, 0.0)
    low, high = np.quantile(part[told] / whole[told], BOUNDS)
    return float(low), float(high)


def as_json(sheets: Sequence[Sheet]) -> dict[str, object]:
    """Everything about some texts that is worth keeping, rounded to three digits."""
    return {
        "texts": len(sheets),
        "tables": {one.name: _counted(one) for one in figures(sheets, "table", TABLES)},
        "event_types": {one.name: _counted(one) for one in figures(sheets, "event type")},
        "agreement_types": {one.name: _counted(one) for one in figures(sheets, "agreement type")},
        "fields": {one.name: _accuracy(one) for one in sorted(figures(sheets, "field"))},
    }


def _counted(one: Figure) -> dict[str, object]:
    measures: dict[str, Callable[[], tuple[float, Interval]]] = {
        "precision": lambda: (one.tally.precision, one.precision),
        "recall": lambda: (one.tally.recall, one.recall),
        "f1": lambda: (one.tally.f1, one.f1),
    }
    rounded: dict[str, object] = {}
    for name, of in measures.items():
        value, (low, high) = of()
        rounded |= {name: round(value, 3), f"{name}_95": [round(low, 3), round(high, 3)]}
    return rounded | one.tally._asdict()


def _accuracy(one: Figure) -> dict[str, object]:
    low, high = one.precision
    return {
        "accuracy": round(one.tally.precision, 3),
        "accuracy_95": [round(low, 3), round(high, 3)],
        "right": one.tally.right,
        "wrong": one.tally.false,
    }
