"""The encoders as `tools.learn` wrote them to `lexicon/wordpieces.npz`, `lexicon/encoder.npz` and `lexicon/attending.npz`.

What does not belong here: what is done with its numbers (`layers`, `reading`).
"""

from functools import cache
from typing import Any, NamedTuple

import numpy as np

from pipelines.coding.learned.encoder.layers import Layer, Norm
from pipelines.lexicon.loader import read_arrays


class Head(NamedTuple):
    """`hidden`: mean and maximum of a sentence's pieces × units; `out`: units × types. A score is `unit` times what `out` gives."""

    hidden: Any
    hidden_bias: Any
    shift: float
    out: Any
    out_bias: Any
    unit: float


class Encoder(NamedTuple):
    """`table`: pieces × dimensions; `places`: places in a text × dimensions, in the same steps."""

    types: tuple[str, ...]
    table: Any
    places: Any
    opening: Norm
    layers: tuple[Layer, ...]
    heads: int
    head: Head


class Attending(NamedTuple):
    """The encoder that is asked who took part. `marks`: marks × dimensions, `kinds`: types × dimensions, both in steps of the table."""

    encoder: Encoder
    marks: Any
    kinds: Any


@cache
def encoder() -> Encoder:
    """Read once."""
    return put_together(read_arrays("wordpieces.npz"), read_arrays("encoder.npz"))


@cache
def attending() -> Attending:
    """Read once."""
    return with_marks(read_arrays("wordpieces.npz"), read_arrays("attending.npz"))


def with_marks(base: dict[str, Any], own: dict[str, Any]) -> Attending:
    return Attending(put_together(base, own), own["marks"].astype(np.float64), own["kinds"].astype(np.float64))


def put_together(base: dict[str, Any], own: dict[str, Any]) -> Encoder:
    layers = tuple(layer_of(own, f"layer{n}.") for n in range(int(own["layers"])))
    head = Head(*(of_head(own[name]) for name in Head._fields))
    opening = norm_of(own, "opening")
    return Encoder(tuple(str(own["types"]).split("\n")), base["table"], base["places"], opening, layers, int(own["heads"]), head)


def of_head(numbers: Any) -> Any:
    return numbers.astype(np.float64) if numbers.ndim else float(numbers)


def layer_of(own: dict[str, Any], name: str) -> Layer:
    return Layer(*(part_of(own, name + field) for field in Layer._fields))


def part_of(own: dict[str, Any], name: str) -> Any:
    if name + ".gain" in own:
        return norm_of(own, name)
    return own[name].astype(np.float32) if own[name].ndim else float(own[name])


def norm_of(own: dict[str, Any], name: str) -> Norm:
    return Norm(own[name + ".gain"].astype(np.float64), own[name + ".bias"].astype(np.float64))
