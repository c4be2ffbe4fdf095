"""A model as the file that `pipelines.coding.learned.weights` reads."""

import gzip
from pathlib import Path

import numpy as np

from pipelines.coding.learned.weights import BIAS
from tools.learn.fit import Model

SMALLEST = 0.05  # weights below it are left out
HEAD = "# Weights of features of sentences for event types, in hundredths, as tools.learn learnt them. First line: the types.\n"


def write(model: Model, path: Path) -> int:
    """Writes the file, the same bytes for the same model; the number of weights in it."""
    rows = [(BIAS, model.bias), *zip(model.features, model.weights, strict=True)]
    lines, count = ["\t".join(["feature", *model.types])], 0
    for name, values in rows:
        cells = [f"{n}:{round(values[n] * 100)}" for n in np.nonzero(np.abs(values) >= SMALLEST)[0]]
        count += len(cells)
        if cells:
            lines.append("\t".join([name, *cells]))
    path.write_bytes(gzip.compress((HEAD + "\n".join(lines) + "\n").encode("utf-8"), mtime=0))
    return count
