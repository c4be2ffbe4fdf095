"""The layers of the encoder: what each piece of a text means beside all others, as whole numbers.

Every product is summed below what a float holds exactly, and what is not a product is rounded or looked up, so the result is the same
on every machine and in whatever order sums are made. `tools.learn` writes the numbers to `lexicon/encoder.npz`.
What does not belong here: which texts are read together (`windows`), what a text reports (`reading`).
"""

import math
from typing import Any, NamedTuple

import numpy as np

LARGEST = 127  # of what goes into a product
FINE = 64  # steps of the sum behind a layer in one step of what goes into it
TALLEST = float(1 << 15)  # of that sum, so that its squares stay whole, too
SHARES = 1 << 15  # into which attention is divided
CURVE = np.array([round((1 << 14) * math.exp(-n / 64)) for n in range(1024)], dtype=np.float32)  # e^-x in steps of 1 / 64


class Norm(NamedTuple):
    """By what a column is multiplied, once all columns have a mean of 0 and a spread of 1, and what is added."""

    gain: Any
    bias: Any


class Layer(NamedTuple):
    """Weights are whole, of at most `LARGEST`: asked (dimensions × 3 dimensions: query, key, value), told, wide, narrow.

    Behind each its bias, in the same steps, and by what the sum of each column is multiplied to be what comes next. `sharp`: how many
    sixty-fourths of an exponent one step of query times key is. `bend`: what a hidden unit passes on for each step of its sum.
    """

    asked: Any
    asked_bias: Any
    asked_scale: Any
    sharp: float
    gathered: float
    told: Any
    told_bias: Any
    told_scale: Any
    first: Norm
    wide: Any
    wide_bias: Any
    wide_scale: Any
    bend: Any
    narrow: Any
    narrow_bias: Any
    narrow_scale: Any
    second: Norm


def passed(seen: Any, layer: Layer, heads: int) -> Any:
    """Pieces × dimensions into pieces × dimensions."""
    told = behind(attended(seen, layer, heads) @ layer.told, layer.told_bias, layer.told_scale)
    seen = normed(told + seen * FINE, layer.first)
    hidden = bent(behind(seen @ layer.wide, layer.wide_bias, layer.wide_scale), layer.bend)
    narrow = behind(halved(hidden, layer.narrow), layer.narrow_bias, layer.narrow_scale)
    return normed(narrow + seen * FINE, layer.second)


def behind(sums: Any, bias: Any, scale: Any) -> Any:
    """The sums of a product as whole steps of what comes next; `sums` is written over, as everywhere below."""
    sums += bias
    sums *= scale
    return np.rint(sums, out=sums)


def attended(seen: Any, layer: Layer, heads: int) -> Any:
    """What each piece gathers from all others, each head for itself."""
    pieces, dimensions = seen.shape
    asked = clipped(behind(seen @ layer.asked, layer.asked_bias, layer.asked_scale))
    query, key, value = asked.reshape(pieces, 3, heads, dimensions // heads).transpose(1, 2, 0, 3)
    share = shares(query @ key.transpose(0, 2, 1), layer.sharp)
    found = (share @ value).transpose(1, 0, 2).reshape(pieces, dimensions)
    found *= np.float32(layer.gathered)
    return clipped(np.rint(found, out=found))


def shares(near: Any, sharp: float) -> Any:
    """How much each piece gathers from which, in whole numbers that sum up to about `SHARES`. `near`: query times key."""
    near -= near.max(-1, keepdims=True)
    near *= np.float32(-sharp)
    share = CURVE.take(np.rint(near, out=near).astype(np.intp), mode="clip")
    share *= SHARES / share.sum(-1, keepdims=True)
    return np.rint(share, out=share)


def bent(sums: Any, bend: Any) -> Any:
    """What hidden units pass on: `bend` of each whole sum; the middle of the list is that of none."""
    sums += len(bend) // 2
    return bend.take(sums.astype(np.intp), mode="clip")


def halved(hidden: Any, narrow: Any) -> Any:
    """The product, summed in two halves: each stays below what a float holds exactly."""
    half = hidden.shape[1] // 2
    first = hidden[:, :half] @ narrow[:half]
    first += hidden[:, half:] @ narrow[half:]
    return first


def clipped(numbers: Any) -> Any:
    return np.clip(numbers, -LARGEST, LARGEST, out=numbers)


def normed(total: Any, norm: Norm) -> Any:
    """Rows of mean 0 and spread 1, then as the norm says. `total` is whole; so are its sums and those of its squares."""
    total = np.clip(total, -TALLEST, TALLEST).astype(np.float64)
    count = total.shape[1]
    sums = total.sum(1, keepdims=True)
    spread = np.sqrt(np.maximum(count * np.einsum("ij,ij->i", total, total)[:, None] - sums * sums, 1.0))
    total *= count
    total -= sums
    total /= spread
    total *= norm.gain
    total += norm.bias
    return clipped(np.rint(total, out=total)).astype(np.float32)
