"""Learns a question with two answers from features: one logistic regression, and the file that `pipelines.lexicon.weights` reads."""

import gzip
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from pipelines.coding.learned.network import Told
from pipelines.coding.learned.weights import BIAS
from tools.learn.examples import Example
from tools.learn.fit import Model, fit
from tools.learn.report import report, weighed

YES = "yes"
SMALLEST = 0.02
NOTHING = Told([], [], False, [])


class Asked(NamedTuple):
    """What was asked about, and whether the answer is yes."""

    features: Collection[str]
    answer: bool


def as_example(one: Asked) -> Example:
    return Example(("", 0), frozenset(one.features), NOTHING, frozenset([YES] if one.answer else []), frozenset())


def fit_answers(found: Sequence[Asked], penalty: float) -> Model:
    return fit([as_example(one) for one in found], penalty)


def write_answers(model: Model, path: Path, what: str) -> int:
    """Writes the file, the same bytes for the same model; the number of weights in it. `what`: of what and for what they are weights."""
    rows = [(BIAS, model.bias[0]), *zip(model.features, model.weights[:, 0], strict=True)]
    kept = [f"{name}\t{round(value * 100)}" for name, value in rows if np.abs(value) >= SMALLEST or name == BIAS]
    head = f"# Weights of features of {what}, in hundredths, as tools.learn learnt them.\n"
    path.write_bytes(gzip.compress((head + "\n".join(kept) + "\n").encode("utf-8"), mtime=0))
    return len(kept)


def report_answers(model: Model, apart: Sequence[Asked]) -> str:
    asked = [as_example(one) for one in apart]
    return report([YES], weighed(model, asked), asked)
