"""The steps by which the encoder learns: a large one from the labels, and then a small one from the labels and from the large one.

Of texts that nobody labelled the small one learns what the large one says.

The small one begins with every other layer of a smaller model (`given`), and learns in the whole numbers that it will be made of.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from random import Random
from typing import Any

import numpy as np
import torch
from torch.nn import functional as F

from pipelines.lexicon.loader import read_arrays
from tools.learn.encoder.body import Body
from tools.learn.encoder.given import STEP, tensors
from tools.learn.encoder.large import large
from tools.learn.encoder.lesson import Batch, Lesson, batches

KEPT = (0, 2, 4)  # layers of the given model that the small one has, of six
ROUNDS, ROUNDS_SMALL = 3, 6
RATE, RATE_SMALL = 5e-5, 2e-4
FASTER = 10  # times as fast what starts from nothing
WARMING = 0.06  # of all steps
LAST = 0.02  # of the rate
DECAY = 0.01
STRONGEST = 1.0  # of one step's slope
SOFT = 0.5  # of the large one's answers in what the small one is to say, the rest is the labels'
WATCHED = 12  # batches by which steps are measured


def taught(data: Lesson, known: Any, labelled: Any) -> Body:
    """The small encoder. `known`: for each example, whether the large one learns from it, too; of the others its answers are new ones.

    `labelled`: whether anybody said what it reports.
    """
    torch.manual_seed(0)
    first = large(data.wanted.shape[1])
    windows = tuple(w for w in data.windows if all(known[n] for n in w.spans))
    learn(first, replace(data, windows=windows), data.wanted, ROUNDS, RATE)
    return small_one(data, answered(first, data), labelled)


def small_one(data: Lesson, odds: Any, labelled: Any) -> Body:
    """`odds`: what the large one says of every example, nan where nothing was asked."""
    soft = 1 / (1 + np.exp(-np.clip(np.nan_to_num(odds), -30, 30)))
    share = np.where(labelled, SOFT, 1.0).astype(np.float32)[:, None]
    small = body([given_layer(n) for n in KEPT], data.wanted.shape[1])
    small.whole()
    watch(small, data)
    learn(small, data, (1 - share) * data.wanted + share * soft, ROUNDS_SMALL, RATE_SMALL)
    return small


def body(layers: Sequence[dict[str, Any]], types: int) -> Body:
    base, given = read_arrays("wordpieces.npz"), tensors()
    opening = tuple(torch.tensor(given[f"embeddings.LayerNorm.{name}"]) for name in ("weight", "bias"))
    table, places = (torch.tensor(base[name].astype(np.float32) * STEP) for name in ("table", "places"))
    return Body(table, places, (opening[0], opening[1]), layers, types)


def given_layer(number: int) -> dict[str, Any]:
    """The parameters of a layer of the given model, as `Layer` calls them."""
    own = {name.removeprefix(f"encoder.layer.{number}."): torch.tensor(v) for name, v in tensors().items() if f".layer.{number}." in name}
    asked = {
        end: torch.cat([own[f"attention.self.{part}.{end}"] for part in ("query", "key", "value")]) for end in ("weight", "bias")
    }
    found = {"asked": asked["weight"], "asked_bias": asked["bias"]}
    for name, of in (("told", "attention.output"), ("wide", "intermediate"), ("narrow", "output")):
        found |= {name: own[f"{of}.dense.weight"], f"{name}_bias": own[f"{of}.dense.bias"]}
    for name, of in (("first", "attention.output"), ("second", "output")):
        found |= {f"{name}_gain": own[f"{of}.LayerNorm.weight"], f"{name}_bias": own[f"{of}.LayerNorm.bias"]}
    return found


def learn(model: Body, data: Lesson, wanted: Any, rounds: int, rate: float) -> None:
    chance = Random(0)
    steps = rounds * sum(1 for _ in batches(data.windows, Random(0)))
    every = (batch for _ in range(rounds) for batch in batches(data.windows, chance))
    improve(model, (partial(cost, model, batch, wanted, data.share) for batch in every), steps, rate, ("hidden.", "out."))


def improve(model: Any, costs: Iterable[Callable[[], Any]], steps: int, rate: float, new: tuple[str, ...]) -> None:
    """One step for each of `costs`, `steps` of them. `new`: how the names of parameters begin that start from nothing."""
    fresh = [p for name, p in model.named_parameters() if name.startswith(new)]
    old = [p for name, p in model.named_parameters() if not name.startswith(new)]
    teacher = torch.optim.AdamW([{"params": old, "lr": rate}, {"params": fresh, "lr": rate * FASTER}], weight_decay=DECAY)
    slowing = torch.optim.lr_scheduler.LambdaLR(teacher, lambda n: min(1, n / (WARMING * steps)) * max(LAST, 1 - n / steps))
    model.train()
    for wrong in costs:
        teacher.zero_grad()
        wrong().backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), STRONGEST)
        teacher.step()
        slowing.step()


def cost(model: Body, batch: Batch, wanted: Any, share: Any) -> Any:
    right, weight = (torch.tensor(numbers[batch.examples], dtype=torch.float32) for numbers in (wanted, share))
    wrong = F.binary_cross_entropy_with_logits(answer(model, batch), right, weight=weight, reduction="sum")
    return wrong / len(batch.examples)


def answer(model: Body, batch: Batch) -> Any:
    with torch.autocast("cpu", torch.bfloat16):
        return model(batch.pieces, batch.there, batch.sentence, len(batch.examples)).float()


def answered(model: Body, data: Lesson) -> Any:
    """Examples × types: log-odds, nan where nothing is asked."""
    found = np.full(data.wanted.shape, np.nan, np.float32)
    model.eval()
    with torch.no_grad():
        for batch in batches(data.windows, None):
            found[batch.examples] = answer(model, batch).numpy()
    return found


def watch(model: Body, data: Lesson) -> None:
    """Measures how large the numbers are that are to become whole."""
    model.eval()
    with torch.no_grad():
        for _, batch in zip(range(WATCHED), batches(data.windows, Random(0)), strict=False):
            answer(model, batch)
    model.watch(False)
