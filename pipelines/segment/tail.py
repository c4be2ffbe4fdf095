"""The end of a page: where the last story stops and download links, comments and other headlines begin.

What belongs here: the lines after the last prose. What does not: furniture inside a story, which stays where it is.
"""
from pipelines.ingest.furniture import furniture_kind
from pipelines.ingest.lines import Line, ends_sentence, is_heading, is_prose

NEVER_STORY = frozenset({"disclaimer", "comment", "related", "cookie", "copyright"})
WEAK = frozenset({"section", "byline", "credit"})
MIN_HEADINGS = 3  # so many headings after the last prose are other stories' headlines


def tail_start(lines: list[Line], text: str) -> int:
    """Offset at which the boilerplate at the end of `lines` begins; the end of the text where there is none."""
    cut = len(lines)
    headings: list[int] = []
    for index in range(len(lines) - 1, 0, -1):
        line = lines[index].of(text)
        kind = furniture_kind(line)
        if kind is None and not _may_be_headline(line):
            break
        if kind is None:
            headings.append(index)
        else:
            cut = index
            headings = [] if kind not in WEAK else headings
    if len(headings) >= MIN_HEADINGS and cut < len(lines):
        cut = min(cut, headings[-1])
    return lines[cut].start if cut < len(lines) else len(text)


def _may_be_headline(line: str) -> bool:
    return is_heading(line) and not ends_sentence(line) and not is_prose(line)
