"""The weights of `lexicon/learned_weights.tsv.gz`, as `tools.learn` wrote them."""

from collections.abc import Sequence
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
    head, *lines = (line.partition("\t") for line in read_text("learned_weights.tsv.gz").splitlines() if not line.startswith("# "))
    types = tuple(head[2].split("\t"))
    rows = {feature: n for n, (feature, _, _) in enumerate(lines)}
    table = filled([cells for _, _, cells in lines], len(types))
    return Weights(types, table[rows[BIAS]] if BIAS in rows else np.zeros(len(types), np.int16), rows, table)


def filled(lines: Sequence[str], types: int) -> Any:
    """Lines × types. All numbers are read in one go: there are a million, and every worker waits for them."""
    numbers = np.fromstring("\t".join(lines).replace(":", "\t"), np.int32, sep="\t").reshape(-1, 2)
    table = np.zeros((len(lines), types), np.int16)
    table[np.repeat(np.arange(len(lines)), [line.count(":") for line in lines]), numbers[:, 0]] = numbers[:, 1]
    return table
