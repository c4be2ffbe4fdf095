"""How likely a sentence reports an occasion of each type, and by which of its words."""

import math
from collections import defaultdict

from pipelines.coding.learned.features import NOWHERE, features
from pipelines.coding.learned.surroundings import Surroundings
from pipelines.coding.learned.weights import weights
from pipelines.coding.view import View

UNLIKELY = 0.05  # less is not worth an entry


def likely(view: View, around: Surroundings) -> dict[str, float]:
    """Event type -> probability, where it is at least `UNLIKELY`."""
    learnt = weights()
    sums = list(learnt.bias)
    known = learnt.of
    for feature in {feature for feature, _ in features(view, around)}:
        for number, weight in known.get(feature, ()):
            sums[number] += weight
    found = ((learnt.types[n], 1 / (1 + math.exp(-min(max(total, -30), 30)))) for n, total in enumerate(sums))
    return {event_type: p for event_type, p in found if p >= UNLIKELY}


def trigger(view: View, around: Surroundings, event_type: str) -> int:
    """The index of the plain word that speaks most for `event_type`; 0 where none does."""
    learnt = weights()
    number = learnt.types.index(event_type)
    sums: defaultdict[int, float] = defaultdict(float)
    for feature, at in set(features(view, around)):
        if at > NOWHERE and at < len(view.units) and not view.units[at].symbol:
            sums[at] += dict(learnt.of.get(feature, ())).get(number, 0.0)
    return max(sums, key=lambda at: (sums[at], -at), default=0)
