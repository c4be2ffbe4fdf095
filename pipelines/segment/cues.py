"""Words by which a paragraph shows that it goes on, opens something, or heads something (`lexicon/segment_cues.tsv`).

What belongs here: asking one string one question. What does not: weighing the answers (`evidence`).
"""
import re
from functools import cache

from pipelines.lexicon.loader import read_tsv

REACH = 90  # characters at the start of a paragraph that are looked at
QUOTED = re.compile(r"[\"“„«'‘]")
PAGES = ("page_digest", "page_document", "page_programme", "page_spoken", "page_pictures", "page_release")


def goes_on(paragraph: str) -> bool:
    """Starts with a word that needs something before it: "They", "Then", "During the visit", a quotation."""
    return _at_start("goes_on").match(paragraph, 0, REACH) is not None


def needs_antecedent(heading: str) -> bool:
    """Goes on, quotations apart: "During the visit the sides signed …" without a full stop is no heading."""
    return goes_on(heading) and not QUOTED.match(heading)


def opens(paragraph: str) -> bool:
    """Starts as the telling of an occasion does: "The event was marked by", "At the beginning"."""
    return _at_start("opens").match(paragraph, 0, REACH) is not None


def names_occasion(paragraph: str) -> bool:
    return _anywhere("occasion").search(paragraph) is not None


def tells_act(paragraph: str) -> bool:
    """Somebody official does something in it."""
    return _anywhere("act").search(paragraph) is not None


def names_office(paragraph: str) -> bool:
    return _anywhere("office").search(paragraph) is not None


def names_head(paragraph: str) -> bool:
    """Starts with the official whose page it is: "The Ambassador called on"."""
    return _at_start("head").match(paragraph, 0, REACH) is not None


def leads_to_date(words: str) -> bool:
    """Whether nothing but "On", "On the night of", "On Monday (" and the like stands before a date."""
    return len(words) < REACH and _at_start("before_date").fullmatch(words) is not None


def heads_background(heading: str) -> bool:
    return _at_start("background").fullmatch(heading.rstrip(" :.")) is not None


def refers(sentence: str) -> bool:
    """Means something told before: "chaired the second session"; not "the session of the Council"."""
    return _referring("refers").search(sentence) is not None


def refers_to_office(sentence: str) -> bool:
    """Means somebody told before: "received the Minister"; not "the Minister of Trade"."""
    return _referring("refers_to_office").search(sentence) is not None


def _patterns(cue: str) -> str:
    return "|".join(row["pattern"] for row in read_tsv("segment_cues.tsv") if row["cue"] == cue)


@cache
def _at_start(cue: str) -> re.Pattern[str]:
    return re.compile(f"(?:{_patterns(cue)})", re.IGNORECASE)


@cache
def _anywhere(cue: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_patterns(cue)})\b", re.IGNORECASE)


@cache
def _referring(cue: str) -> re.Pattern[str]:
    return re.compile(rf"\b[Tt]he (?i:{_patterns(cue)})\b(?!,? (?:of|for|from|on|to|with|between|(?-i:[A-ZÀ-Þ])))")


def page_kinds(top: str) -> tuple[str, ...]:
    """What the words above the first paragraph say a page is: a digest, a document, a programme."""
    return tuple(sorted({found.lastgroup for found in _pages().finditer(top) if found.lastgroup}))


@cache
def _pages() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(f'(?P<{cue}>{_patterns(cue)})' for cue in PAGES)})\b", re.IGNORECASE)
