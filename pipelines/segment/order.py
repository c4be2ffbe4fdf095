"""What the order of a page proves about items without a date.

A page is taken to be in date order if at least three of its items are dated and their days never go against one
direction (newest first or oldest first). One exception, and nothing is proven. An undated item then lies between the
nearest dated items above and below it.
What does not belong here: dating items by what they say (coding).
"""
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from pipelines.segment.reading import Span

Bounds = tuple[date | None, date | None]
MIN_DATED = 3


def bounds(spans: Sequence[Span | None]) -> list[Bounds]:
    """not_before and not_after for each item, in page order; (None, None) for dated items and on pages without proven order."""
    direction = _direction([span for span in spans if span is not None])
    if direction == 0:
        return [(None, None) for _ in spans]
    return [(None, None) if span is not None else _between(spans, index, direction) for index, span in enumerate(spans)]


def _direction(dated: list[Span]) -> int:
    """1: oldest first, -1: newest first, 0: neither, too few, or all on one day."""
    if len(dated) < MIN_DATED:
        return 0
    pairs = list(pairwise(dated))
    rising = all(one[0] <= after[0] for one, after in pairs)
    falling = all(one[0] >= after[0] for one, after in pairs)
    return 0 if rising == falling else 1 if rising else -1


def _between(spans: Sequence[Span | None], index: int, direction: int) -> Bounds:
    above = next((span for span in reversed(spans[:index]) if span is not None), None)
    below = next((span for span in spans[index + 1 :] if span is not None), None)
    earlier, later = (above, below) if direction > 0 else (below, above)
    return (earlier[0] if earlier else None, later[1] if later else None)
