"""Whether a heading heads a story: headlines and titles of releases have words that section headings lack.

What belongs here: asking one heading (`lexicon/segment_cues.tsv`, cues headline and release). What does not: its place.
"""
import re
from functools import cache, lru_cache

from pipelines.lexicon.loader import read_tsv

NUMBERED = re.compile(r"(?:\(?\d{1,2}[.)]|\(?[ivxIVX]{1,5}[.)]|[A-H][.)]|[-•*–»])\s")
NAMES_OF_PAGES = re.compile(r"press[ -]releases?|\bin brief\b|\bbriefs$", re.IGNORECASE)  # they hold such words and tell nothing
MIN_WORDS = 5
LINES = 1024  # of which is remembered what they are: every layout of a page asks it of all its headings


def is_numbered(line: str) -> bool:
    """An entry of a list: "1. ", "(iv) ", "• "."""
    return NUMBERED.match(line) is not None


@lru_cache(maxsize=LINES)
def is_headline(heading: str) -> bool:
    """Reads like the headline of a story: a verb of news, or the opening of a release's title."""
    if is_numbered(heading) or len(heading.split()) < MIN_WORDS:
        return False
    return _headline().search(heading) is not None or is_release_title(heading)


def is_release_title(heading: str) -> bool:
    """Begins as the title of a release does: "Readout of", "Statement by", "Joint Communiqué"."""
    return len(heading.split()) >= MIN_WORDS and _release().match(heading) is not None


def names_document(title: str) -> bool:
    """Holds the word for something spoken or written: "Joint Leaders' Statement"; its parts have headings, too."""
    return _document().search(title) is not None


@lru_cache(maxsize=LINES)
def has_news_word(line: str) -> bool:
    """Whether a line of any length holds a word by which headlines, titles of releases or occasions are known."""
    return has_headline_word(line) or _news().search(NAMES_OF_PAGES.sub("", line)) is not None


@lru_cache(maxsize=LINES)
def has_headline_word(line: str) -> bool:
    """Whether a line of any length holds a verb of news, or a noun that headlines are made of."""
    return _headline().search(NAMES_OF_PAGES.sub("", line)) is not None


def _patterns(cue: str) -> str:
    return "|".join(row["pattern"] for row in read_tsv("segment_cues.tsv") if row["cue"] == cue)


@cache
def _headline() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_patterns('headline')})\b", re.IGNORECASE)


@cache
def _release() -> re.Pattern[str]:
    return re.compile(f"(?:{_patterns('release')})", re.IGNORECASE)


@cache
def _news() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_patterns('release')}|(?:{_patterns('occasion')})\b)", re.IGNORECASE)


@cache
def _document() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_patterns('document')})", re.IGNORECASE)
