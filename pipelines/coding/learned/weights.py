"""The weights of `lexicon/learned_weights.tsv.gz`, as `tools.learn` wrote them."""

from functools import cache
from typing import NamedTuple

from pipelines.lexicon.loader import read_text

BIAS = "<bias>"


class Weights(NamedTuple):
    """`types`: the event types; `bias`: a number for each; `of`: for a feature, the types it speaks for or against, and how much."""

    types: tuple[str, ...]
    bias: tuple[float, ...]
    of: dict[str, tuple[tuple[int, float], ...]]


@cache
def weights() -> Weights:
    """Read once. A line holds a feature and, for each type it knows of, the type's number and the weight in hundredths."""
    lines = (line.split("\t") for line in read_text("learned_weights.tsv.gz").splitlines() if not line.startswith("# "))
    types = tuple(next(lines)[1:])
    found = {feature: tuple(map(pair, pairs)) for feature, *pairs in lines}
    bias = dict(found.pop(BIAS, ()))
    return Weights(types, tuple(bias.get(n, 0.0) for n in range(len(types))), found)


def pair(cell: str) -> tuple[int, float]:
    number, _, hundredths = cell.partition(":")
    return int(number), int(hundredths) / 100
