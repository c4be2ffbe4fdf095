"""How the models do on labelled sentences that they were not learnt from."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

import numpy as np

from pipelines.coding.learned.encoder.reading import read
from pipelines.coding.learned.encoder.stored import encoder
from pipelines.coding.learned.network import Network, network, scores
from pipelines.coding.learned.told import ENCODED, SHARE, open_to_answers
from tools.learn.examples import Example
from tools.learn.fit import Model, table

THRESHOLDS = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)


def weighed(model: Model, sentences: Sequence[Example]) -> Any:
    """Sentences × types: log-odds by the weights."""
    return table(sentences, {name: n for n, name in enumerate(model.features)}) @ model.weights + model.bias


def by_net(net: Network, sentences: Sequence[Example]) -> Any:
    """Sentences × types: log-odds by the network, item by item as when texts are coded."""
    items = (list(group) for _, group in groupby(sentences, key=lambda s: s.item))
    return np.concatenate([scores([s.told for s in item], net) for item in items])


def by_both(model: Model, sentences: Sequence[Example]) -> Any:
    """Sentences × types: log-odds by weights and network together."""
    return SHARE * weighed(model, sentences) + (1 - SHARE) * by_net(network(), sentences)


def with_encoder(odds: Any, sentences: Sequence[Example]) -> Any:
    """`odds`, and what the encoder says, where it is asked."""
    found, model = odds.copy(), encoder()
    for _, group in groupby(range(len(sentences)), key=lambda n: sentences[n].item):
        item = list(group)
        asked = [n - item[0] for n in item if open_to_answers(odds[n])]
        for n, row in read([sentences[n].text for n in item], asked, model).items():
            found[item[0] + n] += ENCODED * (row - found[item[0] + n])
    return found


def report(types: Sequence[str], odds: Any, sentences: Sequence[Example]) -> str:
    """Precision and recall of single sentences at several thresholds, all types together. `odds`: sentences × types."""
    probable = 1 / (1 + np.exp(-odds))
    wanted = np.array([[t in s.types for t in types] for s in sentences])
    asked = np.array([[t not in s.doubtful for t in types] for s in sentences])
    return "\n".join(line(threshold, (probable >= threshold) & asked, wanted) for threshold in THRESHOLDS)


def line(threshold: float, found: Any, wanted: Any) -> str:
    """`found` and `wanted`: sentences × types, true where one is."""
    right = int((found & wanted).sum())
    return f"from {threshold}: precision {right / max(1, found.sum()):.2f}, recall {right / max(1, wanted.sum()):.2f}"
