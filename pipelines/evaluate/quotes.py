"""Where the quotes of a coding stand in a text, and in which sentence.

Positions are (start, end), Python characters. The sentences here are on purpose not those of `recognize`: a measure must not move with
what it measures.
"""
import re
from collections.abc import Iterable, Sequence

from pipelines.ingest.repair import repair

Span = tuple[int, int]

BREAK = re.compile(r"\n|(?<=[a-z\d)\"”’]{2}[.!?])\s")
MOST_PLACES = 3  # a quote that stands more often than this is no anchor


def find(text: str, quote: str) -> list[Span]:
    """Every place where `quote` stands in `text`, as coders saw it or as it is stored; any white space equals any other."""
    return _standing(text, quote) or _standing(text, repair(quote))


def _standing(text: str, quote: str) -> list[Span]:
    return [match.span() for match in re.finditer(r"\s+".join(map(re.escape, quote.split())), text)]


def sentence_around(text: str, span: Span) -> Span:
    """`span` widened to the sentence or line that holds it; a full stop right behind it does not end the sentence."""
    start, end = span
    left = max((match.end() for match in BREAK.finditer(text[:start])), default=0)
    after = BREAK.search(text[end:])
    return left, end + (after.start() if after else len(text) - end)


def sentences_of(text: str, quotes: Iterable[str]) -> tuple[Span, ...]:
    """The sentences that hold the quotes."""
    return tuple(sentence_around(text, span) for quote in quotes for span in find(text, quote)[:MOST_PLACES])


def overlap(left: Sequence[Span], right: Sequence[Span]) -> bool:
    """Whether any span of one side shares a character with one of the other."""
    return any(a < d and c < b for a, b in left for c, d in right)
