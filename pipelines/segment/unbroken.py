"""Pages that lost their line breaks: one line holds what were several, and only the signs at the starts of stories are left.

What belongs here: cutting such a line before those signs. What does not: lines as they stand (`ingest.lines`).
"""
import re
from collections.abc import Iterator

from pipelines.ingest.lines import Line

LONG = 500  # characters of a line in which others may be lost
MOST_LINES = 5  # of a page that lost them
MIN_SIGNS = 2
MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?"
DAY = rf"(?:{MONTH} \d{{1,2}}|\d{{1,2}} {MONTH})(?:,? \d{{4}})?"
PLACE = r"[A-ZÀ-Þ][\w.'’-]{1,20}+(?: [A-ZÀ-Þ][\w.'’-]{1,20}+){0,2}+"
SIGNS = tuple(
    re.compile(r"(?:(?<=\s)|^)" + sign)
    for sign in (
        rf"{PLACE},? {DAY} ?(?:\([A-Z][\w /-]{{1,20}}\) ?)?(?:--|[–—-]|:)(?= )",  # datelines
        r"[•▪■●►](?= ?[A-ZÀ-Þ\"“])",
        r"(?:[*_=~-]{3,40}|\* \* \*|- - -)(?= )",
        r"\d{1,2}\.\d{1,2}\.\d{4}(?: \d{1,2}[:.]\d\d)?(?= [A-ZÀ-Þ\"“])",
    )
)
ENDED = re.compile(r"(?:[.!?…)\]\"”»:|]\W{0,3}|\) [a-z]{2,3})$")  # the end of a sentence, and the initials of an editor
BEFORE = 12


def with_breaks(lines: list[Line], text: str) -> list[Line]:
    """The same lines, long ones cut where stories begin in them."""
    if len(lines) > MOST_LINES:
        return lines
    return [part for line in lines for part in _parts(line, text)]


def _parts(line: Line, text: str) -> Iterator[Line]:
    cuts = _cuts(line, text) if line.end - line.start > LONG else []
    starts = [line.start, *(cut for cut in cuts if cut > line.start)]
    for number, (start, stop) in enumerate(zip(starts, [*starts[1:], line.end], strict=True)):
        end = start + len(text[start:stop].rstrip())
        yield Line(start, end, 1 if number else line.blanks)


def _cuts(line: Line, text: str) -> list[int]:
    """Where the first of the signs that stands often enough stands in a line."""
    for sign in SIGNS:
        found = [one.start() for one in sign.finditer(text, line.start, line.end) if _may_begin(one.start(), line, text)]
        if len(found) >= MIN_SIGNS:
            return found
    return []


def _may_begin(at: int, line: Line, text: str) -> bool:
    before = text[max(line.start, at - BEFORE) : at].rstrip()
    return not before or ENDED.search(before) is not None
