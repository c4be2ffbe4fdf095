"""Which of the headings above a story is its title.

What belongs here: weighing the headings at the top of a page. What does not: what a line is (`furniture`, `page_banners`), where the
story begins (`page`).

The first heading of more than a few words is the title, unless the story says otherwise: a title's words come back in the text below
it, those of a letterhead or of other news do not.
"""
import re
from collections.abc import Sequence

from pipelines.ingest.headlines import has_news_word
from pipelines.ingest.lines import Line
from pipelines.ingest.page_banners import is_bar, is_letterhead

SHORT_TITLE_WORDS = 3
STORY_CHARS = 1500  # of the text below in which the words of a title come back
STEM = 5  # letters by which a word is known again
CLEARLY = 2  # so many words more come back
IN_A_ROW = re.compile(r"\s[-–—|/»>:]\s|:\s")  # "Partners - Topic: Asia"
WORD = re.compile(r"[^\W\d_]{4,}+")


def stems(text: str) -> frozenset[str]:
    return frozenset(word[:STEM].lower() for word in WORD.findall(text))


def first_full(headings: Sequence[Line], text: str) -> Line | None:
    """The first heading of more than a few words; of short ones the last."""
    full = [line for line in headings if sum(any(map(str.isalnum, word)) for word in line.of(text).split()) > SHORT_TITLE_WORDS]
    return next(iter((*full, *reversed(headings))), None)


def title_of(headings: Sequence[Line], text: str) -> Line | None:
    """The title among the headings above the first prose, in order; None where all are letterheads."""
    chosen = first_full(headings, text)
    if chosen is None:
        return None
    below = stems(text[headings[-1].end : headings[-1].end + STORY_CHARS])
    echoes = {line: len(stems(line.of(text)) & below) for line in headings}
    letterhead = heads_letter(chosen, headings, text)
    later = [line for line in headings if line.start > chosen.start and not heads_letter(line, headings, text)]
    better = [line for line in later if _is_better(line, chosen, echoes, letterhead, text)]
    if better:
        return top_of_run(max(better, key=lambda line: (echoes[line], -line.start)), better, text)
    return None if letterhead and not is_bar(chosen.of(text)) else chosen


def heads_letter(line: Line, headings: Sequence[Line], text: str) -> bool:
    """The name of an office, or a line right above one: "Jamhuri ya …" above "Directorate of …"."""
    if is_letterhead(line.of(text)):
        return True
    below = next((one for one in headings if text[line.end : one.start] == "\n"), None)
    return below is not None and not has_news_word(line.of(text)) and _capitalized(line.of(text)) and heads_letter(below, headings, text)


def _capitalized(line: str) -> bool:
    return all(word[:1].isupper() or len(word) < 4 for word in line.split())


def _is_better(line: Line, chosen: Line, echoes: dict[Line, int], letterhead: bool, text: str) -> bool:
    """Do clearly more words of this later heading come back, where none of the first one do, or it only names an office, or only the
    later one tells something, below names in a row?"""
    names = IN_A_ROW.search(chosen.of(text)) is not None and not has_news_word(chosen.of(text))
    weak = letterhead or not echoes[chosen] or (names and has_news_word(line.of(text)))
    return weak and echoes[line] >= echoes[chosen] + CLEARLY


def top_of_run(line: Line, better: Sequence[Line], text: str) -> Line:
    """The first line of a headline over two lines."""
    above = next((one for one in better if text[one.end : line.start] == "\n"), None)
    return top_of_run(above, better, text) if above else line
