"""Places where an item may begin: a paragraph with the heading and date line above it.

What belongs here: which blocks go together at such a place. What does not: whether an item begins there (`evidence`).
"""
from collections.abc import Iterator
from dataclasses import dataclass

from pipelines.segment.blocks import Block

SHORT_HEADING_WORDS = 3


@dataclass(frozen=True, slots=True)
class Candidate:
    """Indices of blocks. `start`: where the item would begin; `lead`: its first paragraph; `heading`, `date`: what stands
    above it; `above`: first block after the paragraph before; `labels`: furniture between heading and lead; `closed`: a date line ends
    what stands above."""

    start: int
    lead: int
    heading: int | None
    date: int | None
    above: int
    labels: tuple[int, ...] = ()
    closed: bool = False


def candidates_of(blocks: list[Block], text: str) -> Iterator[Candidate]:
    """One for every paragraph, in order."""
    above = 0
    for index, block in enumerate(blocks):
        if _is_lead(blocks, index):
            yield _candidate(blocks, text, above, index)
            above = index + 1
        elif block.kind == "prose":
            above = index + 1


def _is_lead(blocks: list[Block], index: int) -> bool:
    """Prose, or a few words below a heading at the very end: a page cut off in the first sentence of a story."""
    cut_off = 0 < index == len(blocks) - 1 and blocks[index].kind in ("scrap", "heading") and blocks[index - 1].kind == "heading"
    return blocks[index].kind == "prose" or cut_off


def _candidate(blocks: list[Block], text: str, above: int, lead: int) -> Candidate:
    heading = _heading(blocks, text, above, lead)
    date = _date(blocks, above, heading, lead)
    start = min(index for index in (heading, date, lead) if index is not None)
    labels = tuple(index for index in range(start, lead) if blocks[index].kind == "furniture")
    closed = any(_is_closing(blocks, index) for index in range(above, start))
    return Candidate(start, lead, heading, date, above, labels, closed)


def _heading(blocks: list[Block], text: str, above: int, lead: int) -> int | None:
    """The first heading above a paragraph, passing over short ones (names of sections) that another one follows."""
    headings = [index for index in range(above, lead) if blocks[index].kind == "heading" and not _ends_what_is_above(blocks, index)]
    full = [index for index in headings if len(blocks[index].of(text).split()) > SHORT_HEADING_WORDS]
    return full[0] if full else headings[-1] if headings else None


def _ends_what_is_above(blocks: list[Block], index: int) -> bool:
    """A line much nearer to what stands above it than to what stands below it heads nothing."""
    return blocks[index + 1].blanks >= blocks[index].blanks + 2


def _date(blocks: list[Block], above: int, heading: int | None, lead: int) -> int | None:
    """The date line right above the heading, else the first one below it; without heading the last one above the paragraph."""
    dates = [index for index in range(above, lead) if blocks[index].kind == "date" and not _is_closing(blocks, index)]
    if heading is None:
        return dates[-1] if dates else None
    if heading - 1 in dates:
        return heading - 1
    return next((index for index in dates if index > heading), None)


def _is_closing(blocks: list[Block], index: int) -> bool:
    """A date line right below a paragraph and apart from what follows, or on a page that ends with one: it dates what stands above."""
    if blocks[index].kind != "date" or not index or blocks[index - 1].kind != "prose":
        return False
    if not blocks[index].blanks:
        return index + 1 == len(blocks) or blocks[index + 1].blanks > 0
    return blocks[-1].kind == "date" and blocks[index].blanks == blocks[-1].blanks
