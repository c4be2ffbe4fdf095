"""Pages set to a fixed width: lines that a mail program or a wire broke, joined again.

What belongs here: finding the width and joining what it broke. What does not: what the lines are (`lines`).
A line was broken if the first word of the next one would not have fitted on it. That is exact where a page was filled to a width; a page
whose ragged lines only look like it (OCR) is left to the paragraphs' own signs (`segment.blocks`).
"""
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipelines.ingest.lines import Line, is_capitals, lines_of

SAMPLE = 150  # lines that are looked at
WIDTHS = range(40, 101)
MIN_BROKEN = 4  # lines that go on in lower case
EXACT = 0.9  # of those the next word would not have fitted


def page_lines(text: str, start: int = 0, most: int | None = None) -> list[Line]:
    """The lines of a page from `start` on, at most `most`, broken ones joined."""
    width = width_of(text)
    if width is None:
        return lines_of(text, start, most)
    return list(_joined(lines_of(text, start), text, width))[:most]


def width_of(text: str) -> int | None:
    """The characters to which the lines of a page were filled; None: they were not."""
    lines = lines_of(text, 0, SAMPLE)
    width = max((line.end - line.start for line in lines), default=0)
    broken = [(one, after) for one, after in pairwise(lines) if not after.blanks and text[after.start].islower()]
    if width not in WIDTHS or len(broken) < MIN_BROKEN:
        return None
    return width if sum(_is_full(one, after, text, width) for one, after in broken) >= EXACT * len(broken) else None


def _joined(lines: Sequence[Line], text: str, width: int) -> Iterator[Line]:
    held: Line | None = None
    last: Line | None = None
    for line in lines:
        if held is not None and last is not None and _goes_on(last, line, text, width):
            held = Line(held.start, line.end, held.blanks)
        else:
            if held is not None:
                yield held
            held = line
        last = line
    if held is not None:
        yield held


def _goes_on(line: Line, after: Line, text: str, width: int) -> bool:
    """Capitals are headings, which stay as they were broken."""
    return not after.blanks and _is_full(line, after, text, width) and not is_capitals(line.of(text))


def _is_full(line: Line, after: Line, text: str, width: int) -> bool:
    """The first word of the next line would not have fitted."""
    word = text[after.start : after.end].split(maxsplit=1)[0]
    return line.end - line.start + 1 + len(word) > width
