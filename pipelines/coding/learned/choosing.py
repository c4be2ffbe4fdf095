"""How much speaks for an answer, by the weights of the features it has, as `tools.learn` wrote them for one question."""

from collections.abc import Collection, Iterable, Sequence
from functools import cache

from pipelines.lexicon.loader import read_text


@cache
def learnt(name: str) -> dict[str, float]:
    """Feature -> weight, of the file `name` of the lexicon; read once."""
    lines = (line.split("\t") for line in read_text(name).splitlines() if not line.startswith("# "))
    return {feature: int(hundredths) / 100 for feature, hundredths in lines}


def weight(name: str, features: Iterable[str]) -> float:
    known = learnt(name)
    return sum(known.get(feature, 0.0) for feature in features)


def likeliest(name: str, answers: Sequence[Collection[str]]) -> int:
    """The number of the answer for whose features most speaks; the first of several."""
    weights = [weight(name, features) for features in answers]
    return weights.index(max(weights))
