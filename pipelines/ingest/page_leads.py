"""The day of a page that its story tells before it begins, or as its own: "(SABA, 3 May 1999) —", "14 December 2019, Suva:", "AGENCY —
BAKU, July 8 —", "Today, 9 December 2024, …".

What belongs here: the first words of the first lines, read where no line dates the page. What does not: datelines that date an item
wherever it stands (`recognize.dates.datelines`), short lines at the edges of a page (`page_edges`).
"""
import re
from collections.abc import Iterator
from datetime import date

from pipelines.ingest.lines import Line, lines_of
from pipelines.ingest.page_dates import day_of, mention_names_month
from pipelines.ingest.page_edges import outdated
from pipelines.model.mention import DateMention
from pipelines.recognize.dates import find_dates, is_complete

LINES = 8  # at the top, in which a story may begin
REACH = 110  # characters of its first words
OWN_REACH = 500  # characters in which it may speak of its own day
CAPITAL = r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w'’.-]{0,40}+"
NAME = r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w'’-]{0,40}+"
SMALL = r"(?:del?|da|do|di|la|le|el|al|sur|am|an der|pri|nad|upon|and|of|news|service|press|office|\d{1,4}|\d\d:\d\d)\b"
NAMES = re.compile(  # places, agencies, days of another calendar and what stands between them; a bullet or a number begins an item
    rf"[\s\[(\"“]{{0,3}}+(?:{CAPITAL}[\s,./:;|()\[\]\"“”–—-]{{0,4}}+(?:(?:{CAPITAL}|{SMALL})[\s,./:;|()\[\]\"“”–—-]{{0,4}}+){{0,9}}+)?+$"
)
WORDS_BEFORE = re.compile(
    r"\b(?:on|in|at|from|by|until|since|during|today|after|before|for|as|to|with|yesterday|tomorrow|when|while|an?|the|photo|signed|done|"
    r"background|updated?)\b", re.IGNORECASE
)
AGENCY = r"(?:\([^()\n]{2,60}\)|\[[^\[\]\n]{2,60}\]|/[^/\n]{2,40}/)"
SEPARATOR = r"(?:-{1,3}|[–—:.|/\])]|NNNN)"
SET_OFF = re.compile(  # "[BelTA]", "(IRNA/ABN) -", ", BTA.", ", Suva:", ", 12:00, Dushanbe /NIAT Khovar/ —", "NNNN"
    rf"(?:\d{{4}}Z?)?[\])]{{0,2}}(?:,? \d\d[.:]\d\d)?(?:,? {NAME}(?: {NAME})?)?"
    rf"(?:[.,]? ?{AGENCY}(?: ?{SEPARATOR}){{0,4}}|\.? ?{SEPARATOR}{{1,4}})(?=\s{{0,3}}[^\Wa-z]|\s{{0,3}}[\"“‘'(])"
)
OWN = re.compile(
    r"\b(?:today|tonight|this (?:morning|afternoon|evening|(?:mon|tues|wednes|thurs|fri|satur|sun)day))(?:, (?:on )?(?:the )?| ?\()$",
    re.IGNORECASE,
)


def lead_day(text: str) -> date | None:
    """The day that the first words of the story tell in full; none where the text tells days far later, or begins lines with other days."""
    mention = next((m for m in _told(text) if is_complete(m)), None)
    day = day_of(mention, text) if mention is not None else None
    return None if day is None or outdated(day, text) or _is_diary(text) else day


def lead_date(text: str) -> DateMention | None:
    """The day without year that they tell."""
    return next((m for m in _told(text) if not is_complete(m)), None)


def _told(text: str) -> Iterator[DateMention]:
    for line in lines_of(text, 0, LINES):
        for mention in find_dates(text, line.start, min(line.end, line.start + OWN_REACH)):
            before = text[line.start : mention.start]
            if mention_names_month(mention) and (_opens(text, line, mention, before) or OWN.search(before)):
                yield mention


def _opens(text: str, line: Line, mention: DateMention, before: str) -> bool:
    """Do only names stand before it, and does a new start follow?"""
    if len(before) > REACH or WORDS_BEFORE.search(before) or not NAMES.match(before):
        return False
    return SET_OFF.match(text, mention.end, line.end) is not None


def _is_diary(text: str) -> bool:
    """Do several lines begin with a day, each with another?"""
    days = set()
    for line in lines_of(text, 0):
        first = next(iter(find_dates(text, line.start, min(line.end, line.start + REACH))), None)
        if first is not None and not any(map(str.isalnum, text[line.start : first.start])):
            days.add(day_of(first, text))
    return len(days) > 1
