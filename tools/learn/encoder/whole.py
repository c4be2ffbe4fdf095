"""Makes the numbers of a taught encoder whole and writes them as `pipelines.coding.learned.encoder` reads them."""

import math
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from pipelines.coding.learned.encoder.layers import FINE, LARGEST, SHARES
from pipelines.coding.learned.encoder.reading import PARTS
from tools.learn.encoder.body import HEADS, Body, Layer, step_of

CURVED = 64  # steps of an exponent of one, see `layers.CURVE`
BENDS = 1024  # steps of a hidden unit's sum on either side of nothing
WEIGHT = 1 << 15  # of the weights of the last layers, which are summed as doubles
KEPT = 1 << 24  # of what a hidden unit of these passes on
TALLEST = 64.0  # more than any of them reaches

Arrays = dict[str, Any]


def arrays(model: Body, types: Sequence[str]) -> Arrays:
    """The arrays of the file."""
    first = real(model.hidden.weight).T * last_step(model) / PARTS
    return body_arrays(model, types) | head(first, model.hidden, model.out)


def body_arrays(model: Body, types: Sequence[str]) -> Arrays:
    """All but what makes the answers."""
    steps = [each.of for each in model.steps]
    found: Arrays = {"types": np.array("\n".join(types)), "layers": np.int64(len(model.layers)), "heads": np.int64(HEADS)}
    found |= norm("opening", model.opening_gain, model.opening_bias, steps[0]["end"])
    for n, layer in enumerate(model.layers):
        found |= {f"layer{n}.{name}": values for name, values in layer_arrays(layer, steps[n]["end"], steps[n + 1]).items()}
    return found


def last_step(model: Body) -> float:
    return model.steps[-1].of["end"]


def norm(name: str, gain: Any, bias: Any, step: float) -> Arrays:
    return {f"{name}.gain": real(gain) / step, f"{name}.bias": real(bias) / step}


def real(values: Any) -> Any:
    return values.detach().double().numpy()


def product(layer: Layer, name: str, before: float, behind: Any) -> Arrays:
    """Whole weights (inputs × outputs), their biases and what the sums are multiplied by to be steps of `behind`."""
    weights, step = real(getattr(layer, name)), real(step_of(getattr(layer, name)))
    scale = step[:, 0] * before
    bias = np.rint(real(getattr(layer, f"{name}_bias")) / scale).astype(np.int32)
    return {
        name: np.rint(weights / step).astype(np.int8).T.copy(),
        f"{name}_bias": bias,
        f"{name}_scale": (scale / behind).astype(np.float32),
    }


def layer_arrays(layer: Layer, before: float, of: dict[str, float]) -> Arrays:
    dimensions = len(layer.first_gain)
    parts = np.repeat([of["query"], of["key"], of["value"]], dimensions)
    found = product(layer, "asked", before, parts)
    found["sharp"] = np.float64(CURVED * of["query"] * of["key"] / math.sqrt(dimensions / HEADS))
    found["gathered"] = np.float64(of["value"] / (SHARES * of["found"]))
    found |= product(layer, "told", of["found"], before / FINE)
    found |= norm("first", layer.first_gain, layer.first_bias, of["middle"])
    bend = of["hidden"] * LARGEST / BENDS
    found |= product(layer, "wide", of["middle"], bend)
    found["bend"] = bent(bend, of["hidden"])
    found |= product(layer, "narrow", of["hidden"], of["middle"] / FINE)
    return found | norm("second", layer.second_gain, layer.second_bias, of["end"])


def bent(step: float, behind: float) -> Any:
    """What a hidden unit passes on (GELU) for each step of its sum, from the least to the most."""
    sums = (n * step for n in range(-BENDS, BENDS + 1))
    passed = (x * (1 + math.erf(x / math.sqrt(2))) / 2 for x in sums)
    return np.array([min(round(x / behind), LARGEST) for x in passed], dtype=np.int8)


def head(first: Any, hidden: Any, out: Any) -> Arrays:
    """`first`: the weights of `hidden`, inputs × units, for inputs as whole as they come."""
    unit = np.abs(first).max() / WEIGHT
    shift = float(2 ** max(0, math.ceil(math.log2(TALLEST / unit / KEPT))))
    weights, bias = real(out.weight).T, real(out.bias)
    last = np.abs(weights).max() / WEIGHT
    return {
        "hidden": np.rint(first / unit).astype(np.int32),
        "hidden_bias": np.rint(real(hidden.bias) / unit).astype(np.int64),
        "shift": np.float64(shift),
        "out": np.rint(weights / last).astype(np.int32),
        "out_bias": np.rint(bias / (last * unit * shift)).astype(np.int64),
        "unit": np.float64(unit * shift * last),
    }


def write_encoder(model: Body, types: Sequence[str], path: Path) -> None:
    np.savez(path, **arrays(model, types))
