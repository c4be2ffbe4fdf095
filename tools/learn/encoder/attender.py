"""The encoder that is asked who took part, as PyTorch learns it: a body that reads scenes, and what it says of everybody in them.

It learns along on which of the days named there the occasion took place. Nobody asks it for that yet.
"""

from typing import Any, NamedTuple

import torch
from torch import nn
from torch.nn import functional as F

from tools.learn.encoder.body import HIDDEN, Body

MARKS = 4  # of `scenes`
SMALL = 0.02  # of marks and kinds at first
DROPPED = 0.1


class Asked(NamedTuple):
    """Mentions: their `pieces`, counted through all scenes, the mention that each is `of`, the scene that each mention is `within`."""

    pieces: Any
    of: Any
    within: Any


class Attender(nn.Module):  # type: ignore[misc]
    def __init__(self, body: Body, kinds: int, step: float) -> None:
        """`step`: what one of the table is worth; marks and kinds are rounded to it."""
        super().__init__()
        self.body, self.step = body, step
        dimensions = body.table.shape[1]
        self.marks = nn.Parameter(torch.randn(MARKS, dimensions) * SMALL)
        self.kinds = nn.Parameter(torch.randn(kinds, dimensions) * SMALL)
        self.hidden, self.out = nn.Linear(4 * dimensions, HIDDEN), nn.Linear(HIDDEN, 1)
        self.day_hidden, self.day_out = nn.Linear(4 * dimensions, HIDDEN), nn.Linear(HIDDEN, 1)

    def rounded(self, numbers: Any) -> Any:
        return numbers + ((numbers / self.step).round() * self.step - numbers).detach()

    def forward(self, pieces: Any, there: Any, marks: Any, kind: Any, people: Asked, days: Asked) -> tuple[Any, Any]:
        """Log-odds of the people and of the days. `marks`: scenes × pieces × marks; `kind`: number of each scene's type."""
        core = marks[:, :, 1:2]
        marked = marks @ self.rounded(self.marks) + self.rounded(self.kinds)[kind][:, None] * core
        seen = self.body.seen(pieces, there, marked)
        told = (seen * core).sum(1) / core.sum(1).clamp(min=1)
        return self.answer(seen, told, people, self.hidden, self.out), self.answer(seen, told, days, self.day_hidden, self.day_out)

    def answer(self, seen: Any, core: Any, asked: Asked, hidden: Any, out: Any) -> Any:
        count = len(asked.within)
        sums = torch.zeros(count, seen.shape[2]).index_add(0, asked.of, seen.flatten(0, 1)[asked.pieces])
        mean, told = sums / torch.bincount(asked.of, minlength=count)[:, None], core[asked.within]
        together = torch.cat([mean, told, mean * told, seen[:, 0][asked.within]], 1)
        return out(F.dropout(F.relu(hidden(F.dropout(together, DROPPED, self.training))), DROPPED, self.training))[:, 0]
