"""Which found row is which coded one: the assignment with the greatest sum of weights.

A pair needs the same type and evidence in the same sentence or, for events, the same first day and a person in common.
Everything else only decides between several possible pairs.
"""
from collections.abc import Callable, Sequence
from typing import TypeVar

from pipelines.evaluate.names import same_name
from pipelines.evaluate.quotes import overlap
from pipelines.evaluate.side import AgreementRow, EventRow, Row

R = TypeVar("R", bound=Row)
Pairs = list[tuple[R, R]]  # found, coded


def assign(found: Sequence[R], coded: Sequence[R], weight: Callable[[R, R], float]) -> Pairs[R]:
    """Pairs whose weight is above 0, in the order of `found`."""
    if not found or not coded:
        return []
    import numpy as np
    from scipy.optimize import linear_sum_assignment

    weights = np.array([[weight(one, other) for other in coded] for one in found])
    lines, columns = linear_sum_assignment(-weights)
    return [(found[i], coded[j]) for i, j in zip(lines, columns, strict=True) if weights[i, j] > 0]


def event_weight(found: EventRow, coded: EventRow) -> float:
    """0: no pair."""
    if found.type != coded.type:
        return 0.0
    here = overlap(found.spans, coded.spans)
    together = found.start is not None and found.start == coded.start and shared_people(found, coded) > 0
    return _event_likeness(found, coded, here) if here or together else 0.0


def event_weight_any_type(found: EventRow, coded: EventRow) -> float:
    """As `event_weight`, whatever the types; then only a common sentence makes a pair."""
    here = overlap(found.spans, coded.spans)
    return _event_likeness(found, coded, here) if here else 0.0


def _event_likeness(found: EventRow, coded: EventRow, here: bool) -> float:
    return (
        1
        + here
        + 0.5 * (found.start == coded.start)
        + 0.3 * shared_people(found, coded) / max(1, len(found.people), len(coded.people))
        + 0.2 * (found.status == coded.status)
        + 0.2 * (found.background == coded.background)
        + 0.1 * (found.country == coded.country)
        + 0.1 * (not coded.optional)
    )


def shared_people(found: EventRow, coded: EventRow) -> int:
    """How many of the found people are among the coded ones."""
    return sum(any(same_name(one.name, other.name) for other in coded.people) for one in found.people)


def agreement_weight(found: AgreementRow, coded: AgreementRow) -> float:
    """0: no pair. `other` goes with every type."""
    if found.type != coded.type and "other" not in (found.type, coded.type):
        return 0.0
    if not overlap(found.spans, coded.spans):
        return 0.0
    return (
        1
        + (found.type == coded.type)
        + 0.5 * (found.parties == coded.parties)
        + 0.3 * (found.start == coded.start)
        + 0.1 * (not coded.optional)
    )
