"""The weights of `lexicon/learned_weights.tsv.gz`, as `tools.learn` wrote them."""

from functools import cache
from typing import Any, NamedTuple

import numpy as np

from pipelines.lexicon.loader import read_text

BIAS = "<bias>"
HUNDRED = 100  # a weight is a whole number of hundredths, so that sums do not depend on their order


class Weights(NamedTuple):
    """`types`: the event types; `rows`: the row of a feature in `table` (features × types, hundredths); `bias`: a number for each type."""

    types: tuple[str, ...]
    bias: Any
    rows: dict[str, int]
    table: Any


@cache
def weights() -> Weights:
    """Read once. A line holds a feature and, for each type it knows of, the type's number and the weight in hundredths."""
    lines = [line.split("\t") for line in read_text("learned_weights.tsv.gz").splitlines() if not line.startswith("# ")]
    types = tuple(lines[0][1:])
    rows = {feature: n for n, (feature, *_) in enumerate(lines[1:])}
    places = [n * len(types) + int(cell.partition(":")[0]) for n, (_, *cells) in enumerate(lines[1:]) for cell in cells]
    flat = np.zeros(len(rows) * len(types), np.int32)
    flat[places] = [int(cell.partition(":")[2]) for _, *cells in lines[1:] for cell in cells]
    table = flat.reshape(len(rows), len(types))
    return Weights(types, table[rows[BIAS]] if BIAS in rows else np.zeros(len(types), np.int32), rows, table)
