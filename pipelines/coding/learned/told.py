"""How likely each sentence of an item reports an occasion of each type, and by which of its words.

Weights, network and encoder say so together. What does not belong here: what becomes of it (`learned.occasions`).
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence

from pipelines.coding.item import Item
from pipelines.coding.learned.encoder.reading import read
from pipelines.coding.learned.encoder.stored import encoder
from pipelines.coding.learned.features import NOWHERE, features, token
from pipelines.coding.learned.network import Told, network, scores
from pipelines.coding.learned.surroundings import Surroundings
from pipelines.coding.learned.traits import traits_of
from pipelines.coding.learned.weights import HUNDRED, weights
from pipelines.coding.view import View

SILENT = -4.5  # log-odds below which the network hears so little that the weights cannot make it a report, so they are not asked
UNLIKELY = 0.05  # less is not worth an entry
SHARE = 0.3  # of the weights in what they and the network say together
HEARD = -4.0  # log-odds of weights and network together from which on the encoder is asked; from less it makes no report
CLEAR = 3.9  # from which on it is not asked any more
MOST = 500  # sentences of an item about which it is asked; no honest one has as many that tell of something
ENCODED = 0.6  # share of the encoder in what all say together
DONE, PLANNED, RECALLED = DEEDS = ("document.done", "document.planned", "document.recalled")  # what a sentence may do with a document

Odds = dict[str, float]  # event type, or one of `DEEDS` -> log-odds
SEVERAL_OF = "several."  # before the type of which a sentence reports several occasions


def likely(item: Item, around: Sequence[Surroundings]) -> list[dict[str, float]]:
    """For every sentence: event type, or one of `DEEDS` -> probability, where it is at least `UNLIKELY`."""
    net = network()
    seen = scores([told_of(item, view, beside) for view, beside in zip(item.views, around, strict=True)], net)
    found = []
    for view, beside, row in zip(item.views, around, seen.tolist(), strict=True):
        silent = max(row) < SILENT or not any(unit.symbol for unit in view.units)
        found.append({} if silent else together(dict(zip(net.types, row, strict=True)), weighed(view, beside), SHARE))
    return [probable(odds) for odds in with_encoder(item, found)]


def with_encoder(item: Item, found: Sequence[Odds]) -> list[Odds]:
    """What the encoder says with the others; it is asked only about sentences in which these hear something."""
    model = encoder()
    asked = [n for n, odds in enumerate(found) if open_to_answers(odds.values())][:MOST]
    read_so = read([words_of(item, view) for view in item.views], asked, model)
    encoded = {n: dict(zip(model.types, row.tolist(), strict=True)) for n, row in read_so.items()}
    return [together(odds, encoded[n], ENCODED) if n in encoded else odds for n, odds in enumerate(found)]


def open_to_answers(odds: Iterable[float]) -> bool:
    """Is any of it neither unheard nor plain, so that the encoder is worth asking?"""
    return any(HEARD <= value < CLEAR for value in odds)


def together(odds: Odds, others: Odds, share: float) -> Odds:
    """Log-odds of what both know of. `share`: of the others."""
    return {each: (1 - share) * odds[each] + share * others[each] for each in odds if each in others}


def probable(odds: Odds) -> dict[str, float]:
    return {each: p for each, value in odds.items() if (p := probability(value)) >= UNLIKELY}


def words_of(item: Item, view: View) -> str:
    """What the encoder sees of a sentence."""
    return item.text[view.sentence.start : view.sentence.end]


def told_of(item: Item, view: View, around: Surroundings) -> Told:
    """What the network sees of a sentence."""
    return Told([token(unit) for unit in view.units], traits_of(item, view), view.sentence.is_heading, list(around.names()))


def weighed(view: View, around: Surroundings) -> dict[str, float]:
    """Event type -> log-odds by the weights alone."""
    learnt = weights()
    rows = [learnt.rows[feature] for feature in {feature for feature, _ in features(view, around)} if feature in learnt.rows]
    sums = learnt.bias + learnt.table[rows].sum(axis=0)
    return dict(zip(learnt.types, (sums / HUNDRED).tolist(), strict=True))


def probability(odds: float) -> float:
    return 1 / (1 + math.exp(-min(max(odds, -30), 30)))


def trigger(view: View, around: Surroundings, event_type: str) -> int:
    """The index of the plain word that speaks most for `event_type`; 0 where none does."""
    learnt = weights()
    number = learnt.types.index(event_type)
    sums: defaultdict[int, int] = defaultdict(int)
    for feature, at in set(features(view, around)):
        if at > NOWHERE and at < len(view.units) and not view.units[at].symbol and feature in learnt.rows:
            sums[at] += int(learnt.table[learnt.rows[feature], number])
    return max(sums, key=lambda at: (sums[at], -at), default=0)
