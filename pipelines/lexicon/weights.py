"""The files of learnt weights: what each feature weighs, and how much a few of them weigh together.

Weights are whole hundredths: their sum is the same in whatever order features come. What does not belong here: what a feature means.
"""

from collections.abc import Iterable
from functools import cache

from pipelines.lexicon.loader import read_text


@cache
def learnt(name: str) -> dict[str, int]:
    """Feature -> weight in hundredths, of the file `name` of the lexicon; read once."""
    cells = "\t".join(line for line in read_text(name).splitlines() if not line.startswith("# ")).split("\t")
    return dict(zip(cells[::2], map(int, cells[1::2]), strict=True))


def weight(name: str, features: Iterable[str]) -> int:
    return sum(filter(None, map(learnt(name).get, features)))
