"""Makes the numbers of a taught network whole and writes them as `pipelines.coding.learned.network` reads them."""

from pathlib import Path
from typing import Any

import numpy as np

from pipelines.lexicon.loader import read_arrays
from tools.learn.network import BESIDE, FILTERS, Parameters, Terms
from tools.learn.vectors import quantized

LARGEST = 127  # of a number that many products are made of, so that their sum stays below 2 ** 24
FINE = 1 << 15  # of the numbers of later layers, which are summed as doubles
KEPT = 1 << 24  # of what a hidden unit passes on
TALLEST = 64.0  # more than any hidden unit reaches


def whole(terms: Terms, p: Parameters) -> dict[str, Any]:
    """The arrays of the file."""
    step = float(read_arrays("word_vectors.npz")["step"])
    words, own = list(terms.words)[: terms.learning], terms.vectors[: terms.learning] + p["own"]
    found = {
        "words": listed(words),
        "rows": quantized(own, step),
        "traits": listed(terms.traits),
        "features": quantized(p["features"], step),
    }
    scales = []
    for n in range(len(FILTERS)):
        scale = np.abs(p[f"window{n}"]).max(axis=(0, 1)) / LARGEST
        found[f"window{n}"] = np.rint(p[f"window{n}"] / scale).astype(np.int8)
        found[f"bias{n}"] = np.rint(p[f"bias{n}"] / (scale * step)).astype(np.int32)
        scales.append(scale * step)
    return found | later(p, np.concatenate(scales)) | {"names": listed(terms.names), "types": listed(terms.types)}


def listed(names: Any) -> Any:
    return np.array("\n".join(names))


def later(p: Parameters, size: Any) -> dict[str, Any]:
    """The layers behind the windows. `size`: what one step of each filter is worth."""
    blocks = np.array(BESIDE)[:, None, None] * size[:, None] * p["hidden"]
    unit = np.abs(blocks).max() / FINE
    shift = float(2 ** max(0, np.ceil(np.log2(TALLEST / unit / KEPT))))
    last = np.abs(p["out"]).max() / FINE
    hidden = {"hidden": np.rint(blocks / unit).astype(np.int64)}
    hidden |= {name: np.rint(p[name] / unit).astype(np.int64) for name in ("around", "hidden_bias")}
    out = {"out": np.rint(p["out"] / last).astype(np.int64), "out_bias": np.rint(p["out_bias"] / (last * unit * shift)).astype(np.int64)}
    return hidden | out | {"shift": np.float64(shift), "unit": np.float64(unit * shift * last)}


def write_network(terms: Terms, p: Parameters, path: Path) -> None:
    np.savez_compressed(path, **whole(terms, p))
