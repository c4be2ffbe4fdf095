"""Learns who takes part in an occasion, with or without its frame's saying so, and writes `lexicon/learned_presence.tsv.gz`."""

import gzip
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from pipelines.coding.learned.network import Told
from pipelines.coding.learned.weights import BIAS
from tools.learn.examples import Example
from tools.learn.fit import Model, fit
from tools.learn.people import Attendance
from tools.learn.report import report, weighed

PRESENT = "present"
PENALTY = 20.0  # chosen on the labelled texts that stay out of the fit
SMALLEST = 0.02
HEAD = "# Weights of features of an occasion and a person for having taken part, in hundredths, as tools.learn learnt them.\n"


def as_example(one: Attendance) -> Example:
    return Example(("", 0), "", one.features, Told([], [], False, []), frozenset([PRESENT] if one.present else []), frozenset())


def fit_presence(found: Sequence[Attendance]) -> Model:
    return fit([as_example(one) for one in found], PENALTY)


def write_presence(model: Model, path: Path) -> int:
    """Writes the file, the same bytes for the same model; the number of weights in it."""
    rows = [(BIAS, model.bias[0]), *zip(model.features, model.weights[:, 0], strict=True)]
    kept = [f"{name}\t{round(value * 100)}" for name, value in rows if np.abs(value) >= SMALLEST or name == BIAS]
    path.write_bytes(gzip.compress((HEAD + "\n".join(kept) + "\n").encode("utf-8"), mtime=0))
    return len(kept)


def report_presence(model: Model, apart: Sequence[Attendance]) -> str:
    asked = [as_example(one) for one in apart]
    return report([PRESENT], weighed(model, asked), asked)
