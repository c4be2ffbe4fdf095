"""Makes the numbers of a taught network whole and writes them as `pipelines.coding.learned.network` reads them."""

from pathlib import Path
from typing import Any

import numpy as np

from pipelines.lexicon.loader import read_arrays
from tools.learn.network import FILTERS, NEIGHBOUR, Parameters, Terms
from tools.learn.vectors import quantized

LARGEST = 127  # of a number that many products are made of, so that their sum stays below 2 ** 24
FINE = 1 << 15  # of the numbers of later layers, which are summed as doubles
KEPT = 1 << 24  # of what a hidden unit passes on


def whole(terms: Terms, p: Parameters) -> dict[str, Any]:
    """The arrays of the file."""
    step = float(read_arrays("word_vectors.npz")["step"])
    words = list(terms.words)
    own = [n for n, word in enumerate(words) if terms.learning[n] or n == 0]
    found = {"words": np.array("\n".join(words[n] for n in own)), "rows": quantized((terms.vectors + p["own"])[own], step)}
    scales = []
    for n in range(len(FILTERS)):
        scale = np.abs(p[f"window{n}"]).max(axis=(0, 1)) / LARGEST
        found[f"window{n}"] = np.rint(p[f"window{n}"] / scale).astype(np.int8)
        found[f"bias{n}"] = np.rint(p[f"bias{n}"] / (scale * step)).astype(np.int32)
        scales.append(scale * step)
    return found | later(p, np.concatenate(scales)) | {"names": np.array("\n".join(terms.names)), "types": np.array("\n".join(terms.types))}


def later(p: Parameters, size: Any) -> dict[str, Any]:
    """The layers behind the windows. `size`: what one step of each filter is worth."""
    blocks = {"here": size[:, None] * p["here"]} | {name: NEIGHBOUR * size[:, None] * p[name] for name in ("before", "behind")}
    unit = max(np.abs(block).max() for block in blocks.values()) / FINE
    shift = float(2 ** max(0, np.ceil(np.log2(TALLEST / unit / KEPT))))
    last = np.abs(p["out"]).max() / FINE
    hidden = {name: np.rint(values / unit).astype(np.int64) for name, values in blocks.items()}
    hidden |= {name: np.rint(p[name] / unit).astype(np.int64) for name in ("around", "hidden_bias")}
    out = {"out": np.rint(p["out"] / last).astype(np.int64), "out_bias": np.rint(p["out_bias"] / (last * unit * shift)).astype(np.int64)}
    return hidden | out | {"shift": np.float64(shift), "unit": np.float64(unit * shift * last)}


TALLEST = 64.0  # more than any hidden unit reaches


def write_network(terms: Terms, p: Parameters, path: Path) -> None:
    np.savez_compressed(path, **whole(terms, p))
