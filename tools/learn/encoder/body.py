"""The encoder as PyTorch learns it: the layers of `pipelines.coding.learned.encoder.layers` in floats.

A body that is to become whole numbers is snapped: whatever goes into a product is rounded as it will be, so that learning makes up for it.
"""

import math
from collections.abc import Sequence
from typing import Any

import torch
from torch import nn
from torch.nn import functional as F

from pipelines.coding.learned.encoder.layers import LARGEST

HEADS = 12
DROPPED = 0.1  # of what a layer adds, in learning
DROPPED_LAST = 0.2  # of what the answer is made from
HIDDEN = 256
AT_FIRST = -4.0  # log-odds of a report before anything is learnt
HARDLY = 1e-12
NOTHING = -1e4  # added to how near two pieces are, where one is not to gather from the other
FAR = 128  # pieces apart, from which on the distance makes no difference


def snapped(numbers: Any, step: Any) -> Any:
    """Rounded to steps, at most `LARGEST` of them; what is learnt passes as if nothing were rounded."""
    near = numbers.clamp(-LARGEST * step, LARGEST * step)
    return near + ((near / step).round() * step - near).detach()


def step_of(weights: Any) -> Any:
    """Outputs × 1: what a step of each output's weights is worth."""
    return weights.detach().abs().amax(1, keepdim=True) / LARGEST


def apart(pieces: int, steps: int) -> Any:
    """Pieces × pieces: the number of their distance, of `steps`: half of them for what stands before, half of these counted one by one."""
    place = torch.arange(pieces)
    behind = place[None, :] - place[:, None]
    own, counted = steps // 2, steps // 4
    size = behind.abs()
    far = counted + (torch.log(size.clamp(min=1) / counted) / math.log(FAR / counted) * (own - counted)).long()
    return (behind > 0) * own + torch.where(size < counted, size, far.clamp(max=own - 1))


class Layer(nn.Module):  # type: ignore[misc]
    """`given`: the parameters of one layer, by name. `dropped`: share of what it adds, in learning."""

    def __init__(self, given: dict[str, Any], dropped: float) -> None:
        super().__init__()
        self.dropped = dropped
        for name, values in given.items():
            setattr(self, name, nn.Parameter(values.clone()))

    def product(self, numbers: Any, name: str, whole: bool) -> Any:
        weights = getattr(self, name)
        return F.linear(numbers, snapped(weights, step_of(weights)) if whole else weights, getattr(self, f"{name}_bias"))

    def forward(self, seen: Any, added: Any, steps: "Steps | None") -> Any:
        """Texts × pieces × dimensions. `added`: texts × 1 or heads × 1 or pieces × pieces, to how near two pieces are."""
        round_, whole = (steps.rounded if steps else lambda numbers, _: numbers), steps is not None
        texts, pieces, dimensions = seen.shape
        asked = self.product(seen, "asked", whole).view(texts, pieces, 3, HEADS, dimensions // HEADS).permute(2, 0, 3, 1, 4)
        query, key, value = (round_(part, name) for part, name in zip(asked, ("query", "key", "value"), strict=True))
        found = F.scaled_dot_product_attention(query, key, value, attn_mask=added).transpose(1, 2).reshape(texts, pieces, dimensions)
        told = F.dropout(self.product(round_(found, "found"), "told", whole), self.dropped, self.training)
        seen = round_(F.layer_norm(seen + told, (dimensions,), self.first_gain, self.first_bias, HARDLY), "middle")
        hidden = round_(F.gelu(self.product(seen, "wide", whole)), "hidden")
        narrow = F.dropout(self.product(hidden, "narrow", whole), self.dropped, self.training)
        return round_(F.layer_norm(seen + narrow, (dimensions,), self.second_gain, self.second_bias, HARDLY), "end")


class Steps:
    """What one step is worth of everything that goes into a product of a layer; while `watching`, the largest numbers are noted instead."""

    HEADROOM = 1.1
    RARE = 0.9999  # share of the numbers that are to fit

    def __init__(self) -> None:
        self.of: dict[str, float] = {}
        self.watching = True

    def rounded(self, numbers: Any, name: str) -> Any:
        if not self.watching:
            return snapped(numbers, self.of[name])
        few = numbers.detach().abs().flatten().float()
        most = torch.quantile(few[torch.randperm(len(few))[:1_000_000]], self.RARE).item()
        self.of[name] = max(self.of.get(name, 0.0), self.HEADROOM * most / LARGEST)
        return numbers


class Body(nn.Module):  # type: ignore[misc]
    """`table`, `places`: the vectors of pieces and of places, which are not learnt. `steps`: one for the opening, one a layer, or none.

    `near`: distances × heads, what the distance of two pieces adds to how much one gathers from the other; None where it adds nothing.
    """

    def __init__(
        self,
        table: Any,
        places: Any,
        opening: tuple[Any, Any],
        layers: Sequence[dict[str, Any]],
        types: int,
        near: Any = None,
        dropped: float = DROPPED,
    ) -> None:
        super().__init__()
        dimensions = table.shape[1]
        self.register_buffer("table", table, persistent=False)
        self.register_buffer("places", places, persistent=False)
        self.opening_gain, self.opening_bias = (nn.Parameter(values.clone()) for values in opening)
        self.layers = nn.ModuleList([Layer(given, dropped) for given in layers])
        self.near = None if near is None else nn.Parameter(near.clone())
        self.dropped = dropped
        self.hidden, self.out = nn.Linear(2 * dimensions, HIDDEN), nn.Linear(HIDDEN, types)
        nn.init.constant_(self.out.bias, AT_FIRST)
        self.steps: list[Steps] = []

    def whole(self) -> None:
        self.steps = [Steps() for _ in range(len(self.layers) + 1)]

    def watch(self, watching: bool) -> None:
        for steps in self.steps:
            steps.watching = watching

    def added(self, there: Any) -> Any:
        """To how near two pieces are: what their distance adds, and so much less that nothing comes from where a text has ended."""
        ended = torch.where(there, 0.0, NOTHING)[:, None, None, :]
        if self.near is None:
            return ended
        return F.embedding(apart(there.shape[1], len(self.near)), self.near).permute(2, 0, 1)[None] + ended

    def seen(self, pieces: Any, there: Any, marked: Any = 0) -> Any:
        """Texts × pieces × dimensions. `marked`: what is added to what each piece is to begin with."""
        dimensions = self.table.shape[1]
        given = F.embedding(pieces, self.table) + self.places[: pieces.shape[1]] + marked
        seen = F.dropout(F.layer_norm(given, (dimensions,), self.opening_gain, self.opening_bias, HARDLY), self.dropped, self.training)
        seen = self.steps[0].rounded(seen, "end") if self.steps else seen
        added = self.added(there)
        for n, layer in enumerate(self.layers, 1):
            seen = layer(seen, added, self.steps[n] if self.steps else None)
        return seen.float()

    def forward(self, pieces: Any, there: Any, sentence: Any, count: int) -> Any:
        """Sentences × types: log-odds. `sentence`: the number of the sentence of every piece of every text; -1 if it is not asked about."""
        seen = self.seen(pieces, there)
        asked = sentence.flatten() >= 0
        summed = by_sentence(seen.flatten(0, 1)[asked], sentence.flatten()[asked], count)
        hidden = F.relu(self.hidden(F.dropout(summed, DROPPED_LAST, self.training)))
        return self.out(F.dropout(hidden, DROPPED_LAST, self.training))


def by_sentence(seen: Any, sentence: Any, count: int) -> Any:
    """Sentences × twice the dimensions: the mean of its pieces and the largest of each column."""
    total = torch.zeros(count, seen.shape[1]).index_add(0, sentence, seen)
    pieces = torch.bincount(sentence, minlength=count)[:, None]
    most = torch.full((count, seen.shape[1]), -1e4).scatter_reduce(0, sentence[:, None].expand_as(seen), seen, "amax")
    return torch.cat([total / pieces, most], 1)
