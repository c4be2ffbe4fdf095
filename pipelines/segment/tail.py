"""The end of a page: where the last story stops and download links, comments and other headlines begin.

What belongs here: the lines after the last prose. What does not: furniture inside a story, which stays where it is.
"""
from pipelines.ingest.furniture import furniture_kind
from pipelines.ingest.headlines import is_headline
from pipelines.ingest.lines import Line, ends_sentence, is_heading

MIN_HEADINGS = 3  # so many headlines after the last prose, with furniture below them, belong to other stories


def tail_start(lines: list[Line], text: str) -> int:
    """Offset at which the boilerplate at the end of `lines` begins; the end of the text where there is none."""
    cut = len(lines)
    above: list[int] = []  # headings above the furniture found so far
    for index in range(len(lines) - 1, 0, -1):
        if _furniture(lines, index, text) is not None:
            cut, above = index, []
        elif is_heading(lines[index].of(text)):
            above.append(index)
        else:
            break
    headlines = [index for index in above if is_headline(lines[index].of(text))]
    if cut < len(lines) and len(headlines) == len(above) >= MIN_HEADINGS:
        cut = above[-1]
    return lines[cut].start if cut < len(lines) else len(text)


def _furniture(lines: list[Line], index: int, text: str) -> str | None:
    """The kind of furniture a line is, unless it goes on with the sentence of the line above it."""
    above = lines[index - 1].of(text)
    if lines[index].blanks or ends_sentence(above) or furniture_kind(above) is not None or is_heading(above):
        return furniture_kind(lines[index].of(text))
    return None
