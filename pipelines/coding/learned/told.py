"""How likely each sentence of an item reports an occasion of each type, and by which of its words: weights and network, half each."""

import math
from collections import defaultdict
from collections.abc import Sequence

from pipelines.coding.learned.features import NOWHERE, features, token
from pipelines.coding.learned.network import Told, network, scores
from pipelines.coding.learned.surroundings import Surroundings
from pipelines.coding.learned.weights import weights
from pipelines.coding.view import View

ENOUGH = 0.35  # from which probability on a sentence reports something; lower gains as many false rows as right ones
SILENT = -5.0  # log-odds below which the network hears nothing at all, so that the weights need not be asked
UNLIKELY = 0.05  # less is not worth an entry
DONE, PLANNED, RECALLED = DEEDS = ("document.done", "document.planned", "document.recalled")  # what a sentence may do with a document


def likely(views: Sequence[View], around: Sequence[Surroundings]) -> list[dict[str, float]]:
    """For every sentence: event type, or one of `DEEDS` -> probability, where it is at least `UNLIKELY`."""
    net = network()
    told = [told_of(view, beside) for view, beside in zip(views, around, strict=True)]
    seen = scores(told, net)
    found = []
    for view, beside, row in zip(views, around, seen.tolist(), strict=True):
        silent = max(row) < SILENT or not any(unit.symbol for unit in view.units)
        found.append({} if silent else together(dict(zip(net.types, row, strict=True)), weighed(view, beside)))
    return found


def together(odds: dict[str, float], others: dict[str, float]) -> dict[str, float]:
    both = {each: probability((odds[each] + others[each]) / 2) for each in odds if each in others}
    return {each: p for each, p in both.items() if p >= UNLIKELY}


def told_of(view: View, around: Surroundings) -> Told:
    """What the network sees of a sentence."""
    return Told([token(unit) for unit in view.units], view.sentence.is_heading, list(around.names()))


def weighed(view: View, around: Surroundings) -> dict[str, float]:
    """Event type -> log-odds by the weights alone."""
    learnt = weights()
    sums = list(learnt.bias)
    known = learnt.of
    for feature in {feature for feature, _ in features(view, around)}:
        for number, weight in known.get(feature, ()):
            sums[number] += weight
    return dict(zip(learnt.types, sums, strict=True))


def probability(odds: float) -> float:
    return 1 / (1 + math.exp(-min(max(odds, -30), 30)))


def trigger(view: View, around: Surroundings, event_type: str) -> int:
    """The index of the plain word that speaks most for `event_type`; 0 where none does."""
    learnt = weights()
    number = learnt.types.index(event_type)
    sums: defaultdict[int, float] = defaultdict(float)
    for feature, at in set(features(view, around)):
        if at > NOWHERE and at < len(view.units) and not view.units[at].symbol:
            sums[at] += dict(learnt.of.get(feature, ())).get(number, 0.0)
    return max(sums, key=lambda at: (sums[at], -at), default=0)
