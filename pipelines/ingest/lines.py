"""The lines of a text and what each looks like: a heading, prose, or neither.

What belongs here: the shape of one line. What does not: the vocabulary of pages (`furniture`), dates (`recognize.dates`), or what its
neighbours make of it (`page` and the segment layer).
"""
import re
from dataclasses import dataclass
from functools import cache, lru_cache

from pipelines.lexicon.loader import read_tsv

MAX_HEADING_CHARS = 400
MAX_HEADING_WORDS = 50
SENTENCE_WORDS = 6
OPENERS = "\"“‘'«([*#"
ARROWS = ">»›►■ "
UNFINISHED = re.compile(
    r"\b(?:the|a|an|of|and|or|to|in|on|for|with|by|at|from|that|which|who|is|are|was|were|has|have|its|their|his|her|as|following|below|here)$"
)
STOP = re.compile(r"(?<!\b[A-Z])(?<!\b[A-Za-z]\.[A-Za-z])[.;,:](?:[\"”’')\]*]{0,3})$")
TAG = r"\s{0,2}(?:\([^()\n]{2,25}\)|/[^/\n]{2,25}/|[-–—]{1,2} ?[A-Z]{3,12})"  # of an agency: "… today. (KUNA)"
SENTENCE_END = re.compile(rf"[.!?…:;][\"”’')\]*]{{0,3}}(?:{TAG})?$")
TAGGED = re.compile(rf"[a-z)\d\"”][.!?][\"”]?{TAG}$")
LONG_WORD_BREAK = re.compile(r"(?<=[a-z]{4}[.!?])\s+[A-Z“\"(]")
LABEL = re.compile(r"(?P<who>[A-Z][A-Z.'’&-]{0,20}+(?: [A-Z&][A-Z.'’-]{0,20}+){0,4}+)(?: ?\([^()\n]{1,60}\))?:(?:\s|$)|Q[.:]?\s(?!&)")
MAX_QUESTION_WORDS = 14


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank, without the white space around it. `blanks`: empty lines between it and the one before."""

    start: int
    end: int
    blanks: int

    def of(self, text: str) -> str:
        return text[self.start : self.end]


def lines_of(text: str, start: int = 0, most: int | None = None) -> list[Line]:
    """The lines from `start` on that are not blank, in order; at most `most` of them."""
    found: list[Line] = []
    blanks = 0
    while start < len(text) and (most is None or len(found) < most):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if stripped := text[start:end].strip():
            begin = text.index(stripped[0], start)
            found.append(Line(begin, begin + len(stripped), blanks))
            blanks = 0
        else:
            blanks += 1
        start = end + 1
    return found


@lru_cache(maxsize=1024)  # several steps ask it of every line of a page
def is_heading(line: str) -> bool:
    """Whether a line looks like a headline or section heading: starts large, does not end like a sentence or in its middle."""
    if len(line) > MAX_HEADING_CHARS or not 1 <= len(line.split()) <= MAX_HEADING_WORDS:
        return False
    first = line.lstrip(ARROWS).lstrip(OPENERS)[:1]
    if not (first.isupper() or first.isdigit()) or not any(map(str.isalpha, line)):
        return False
    if is_speech(line) or (line.endswith("?") and len(line.split()) > MAX_QUESTION_WORDS):
        return False
    return not (STOP.search(line) or TAGGED.search(line) or UNFINISHED.search(line) or LONG_WORD_BREAK.search(line))


@lru_cache(maxsize=1024)
def is_speech(line: str) -> bool:
    """Whether a line is a turn of a transcript: "PRIME MINISTER: Yes, we did." ("FACT SHEET: …" and capitals throughout are not)."""
    label = LABEL.match(line)
    if label is None or is_capitals(line[label.end() :]):
        return False
    return label["who"] is None or _speakers().match(label["who"]) is not None


@cache
def _speakers() -> re.Pattern[str]:
    labels = "|".join(row["pattern"] for row in read_tsv("boilerplate.tsv") if row["match"] == "speaker")
    return re.compile(rf"(?:{labels})\b", re.IGNORECASE)


def is_prose(line: str) -> bool:
    """Whether a line is a sentence or more: long enough, and no heading by its shape."""
    return len(line.split()) >= SENTENCE_WORDS and not is_heading(line)


def is_capitals(line: str) -> bool:
    """Whether a line is set in capitals (small words and OCR noise allowed)."""
    letters = [letter for letter in line if letter.isalpha()]
    return len(letters) >= 8 and sum(map(str.isupper, letters)) >= 0.8 * len(letters)


def ends_sentence(line: str) -> bool:
    return SENTENCE_END.search(line) is not None
