"""Teaches the encoder that is asked who took part, and writes it to `lexicon/attending.npz`.

It begins with the same three layers as the one that is asked what sentences report, learns in floats first and then in whole numbers.
"""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import torch
from torch.nn import functional as F

from pipelines.coding.learned.encoder.attending import EVEN
from pipelines.coding.learned.encoder.reading import PARTS
from tools.learn.encoder.attender import Attender
from tools.learn.encoder.crowds import Batch, Crowd, batches
from tools.learn.encoder.given import STEP
from tools.learn.encoder.teach import KEPT, WATCHED, body, given_layer, improve
from tools.learn.encoder.whole import Arrays, body_arrays, head, last_step, real

ROUNDS, ROUNDS_WHOLE = 2, 2
RATE, RATE_WHOLE = 1.5e-4, 8e-5
DAYS = 0.3  # what being right about days counts beside people
NEW = ("hidden.", "out.", "day_", "marks", "kinds")


def types_of(given: Sequence[Crowd]) -> list[str]:
    return sorted({each.scene.event_type for each in given})


def taught(given: Sequence[Crowd], types: Sequence[str]) -> Attender:
    torch.manual_seed(0)
    model = Attender(body([given_layer(n) for n in KEPT], 1), len(types), STEP)
    learn(model, given, types, ROUNDS, RATE)
    model.body.whole()
    watch(model, given, types)
    learn(model, given, types, ROUNDS_WHOLE, RATE_WHOLE)
    model.eval()
    return model


def learn(model: Attender, given: Sequence[Crowd], types: Sequence[str], rounds: int, rate: float) -> None:
    chance = Random(0)
    steps = rounds * sum(1 for _ in batches(given, types, Random(0)))
    every = (batch for _ in range(rounds) for batch in batches(given, types, chance))
    improve(model, (partial(cost, model, batch) for batch in every), steps, rate, NEW)


def cost(model: Attender, batch: Batch) -> Any:
    present, right = answer(model, batch)
    wrong = F.binary_cross_entropy_with_logits(present, batch.present)
    return wrong + DAYS * F.binary_cross_entropy_with_logits(right, batch.right) if len(right) else wrong


def answer(model: Attender, batch: Batch) -> Any:
    return model(batch.pieces, batch.there, batch.marks, batch.kind, batch.people, batch.days)


def watch(model: Attender, given: Sequence[Crowd], types: Sequence[str]) -> None:
    """Measures how large the numbers are that are to become whole."""
    model.eval()
    with torch.no_grad():
        for _, batch in zip(range(WATCHED), batches(given, types, Random(0)), strict=False):
            answer(model, batch)
    model.body.watch(False)


def arrays(model: Attender, types: Sequence[str]) -> Arrays:
    """The arrays of the file."""
    step = last_step(model.body) / PARTS
    scale = np.repeat([step, step, step * step * EVEN, step], model.body.table.shape[1])
    marks, kinds = (np.rint(real(each) / model.step).astype(np.int16) for each in (model.marks, model.kinds))
    own = head(real(model.hidden.weight).T * scale[:, None], model.hidden, model.out)
    return body_arrays(model.body, types) | own | {"marks": marks, "kinds": kinds}


def write_attending(model: Attender, types: Sequence[str], path: Path) -> None:
    np.savez(path, **arrays(model, types))
