"""What sentences report, by the encoder: log-odds of every type for those that are asked about.

What does not belong here: which sentences are worth asking about, and what is made of the answer (`learned.told`).
"""

from collections.abc import Sequence
from typing import Any

import numpy as np

from pipelines.coding.learned.encoder.layers import FINE, normed, passed
from pipelines.coding.learned.encoder.stored import Encoder, Head
from pipelines.coding.learned.encoder.windows import windows

PARTS = 16  # of a step, in which a sentence is summed up


def read(sentences: Sequence[str], asked: Sequence[int], model: Encoder) -> dict[int, Any]:
    """Number of a sentence -> log-odds of each of the model's types. `asked`: numbers of `sentences` of one item, in order."""
    found: dict[int, Any] = {}
    for window in windows(sentences, asked):
        seen = encoded(window.pieces, model)
        together = np.stack([summed(seen[first:end]) for first, end in window.spans.values()])
        found |= zip(window.spans, answers(together, model.head), strict=True)
    return found


def encoded(pieces: Sequence[int], model: Encoder, marked: Any = 0) -> Any:
    """Pieces × dimensions: what each piece means where it stands. `marked`: what is added to what each is to begin with."""
    given = model.table[pieces].astype(np.float64) + model.places[: len(pieces)] + marked
    seen = normed(given * FINE, model.opening)
    for layer in model.layers:
        seen = passed(seen, layer, model.heads)
    return seen


def summed(seen: Any) -> Any:
    """The mean of the pieces, in sixteenths of a step, and the largest of each column."""
    return np.concatenate([np.rint(seen.sum(0, dtype=np.float64) * PARTS / len(seen)), seen.max(0) * float(PARTS)])


def answers(sentences: Any, head: Head) -> Any:
    hidden = np.floor(np.maximum(sentences @ head.hidden + head.hidden_bias, 0) / head.shift)
    return (hidden @ head.out + head.out_bias) * head.unit
