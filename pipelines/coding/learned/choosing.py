"""How much speaks for an answer, by the weights of the features it has, as `tools.learn` wrote them for one question."""

from collections.abc import Collection, Iterable, Sequence
from functools import cache

from pipelines.lexicon.weights import learnt, weight


@cache
def by_clue(name: str, answers: tuple[str, ...]) -> dict[str, list[tuple[int, int]]]:
    """Clue -> for which of `answers` it counts and how much; the features of such a file are `answer|clue`."""
    found: dict[str, list[tuple[int, int]]] = {}
    numbers = {answer: number for number, answer in enumerate(answers)}
    for feature, hundredths in learnt(name).items():
        answer, _, clue = feature.partition("|")
        found.setdefault(clue, []).append((numbers[answer], hundredths))
    return found


def weights(name: str, answers: tuple[str, ...], clues: Iterable[str]) -> list[int]:
    """The weight of every answer, where the same clues speak for or against all of them."""
    known, sums = by_clue(name, answers), [0] * len(answers)
    for clue in clues:
        for number, hundredths in known.get(clue, ()):
            sums[number] += hundredths
    return sums


def likeliest(name: str, answers: Sequence[Collection[str]]) -> int:
    """The number of the answer for whose features most speaks; the first of several."""
    found = [weight(name, features) for features in answers]
    return found.index(max(found))
