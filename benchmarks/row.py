"""A line of the table of figures. What does not belong here: measuring."""
from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """`value` in `unit`, the median of the runs; `size` says on how much."""

    group: str
    what: str
    size: str
    value: float
    unit: str
