"""Dates that date a text: lines that are only a date, labelled dates, a glued prefix, agency datelines.

Kinds: `prefix` ("date 2017-10-30 ..." glued to the very start), `published_label` ("Published : ...", "Last modified: ..."), `line`
(a line that is only a date, perhaps with weekday, time and place: "CANBERRA 10 September 1993"), `dateline` ("SOFIA, Nov. 20 (Xinhua) --",
"Baku. 9 October. REPORT.AZ/", "ISLAMABAD (APP) –" without date).
What does not belong here: deciding which of them is right. A prefix is sometimes wrong, a line may belong to another item.
"""
import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipelines.model.mention import DateMention
from pipelines.recognize.dates.expression import Calendar
from pipelines.recognize.dates.grammar import find_dates


@dataclass(frozen=True, slots=True)
class DatelineDate:
    """`start` and `end` span the whole line, label or dateline with its separator; `mention` is None for a dateline without date."""

    kind: str  # line | prefix | dateline | published_label
    mention: DateMention | None
    place: str | None
    start: int
    end: int


LONGEST_LINE = 120
LINE = re.compile(r"[^\n]++")
PREFIX = re.compile(r"\s*+date\s+(?=\d{4}-\d\d-\d\d\s)|\s*+(?=\d{4}-\d\d-\d\d[A-Z]{3})")
LABEL = re.compile(
    r"\W*+(?P<label>(?:date )?published|posted|publication date|(?:last )?(?:modified|updated?)|released?|release date|issued|created|"
    r"date)\b(?: on| at| by)?\s*[:.–-]?",
    re.IGNORECASE,
)
HEADER = re.compile(
    r"\W*+(?:for (?:immediate |press |media )?(?:release|press|media)|press release|media release|embargo(?:ed)?(?: until)?|news|video|"
    r"speech|statement|transcript)\b[\s:,.–-]*+",
    re.IGNORECASE,
)
TIME = re.compile(
    r"NNNN\b|\d{1,2}[:.]\d\d(?::\d\d)?(?:\s?[ap]\.?m\b\.?)?|\b\d{1,2}\s?[ap]\.?m\b\.?|\b(?:GMT|UTC|E[SD]T|IST|hrs|hours|Count|Views|at|on|by)\b",
    re.IGNORECASE,
)
SOURCE = re.compile(r"\([A-Z][\w. -]{1,30}\)|/[A-Z][\w. -]{1,30}/")  # "(Hina)": the agency beside a date
WORD = re.compile(r"[^\W\d_][\w.'’-]*+")
FUNCTION_WORDS = re.compile(
    r"(?:on|in|at|from|the|by|until|till|during|since|today|after|before|for|this|that|between|as|of|to|with|yesterday|tomorrow|and|also|when|while|an?)$",
    re.IGNORECASE,
)
PARTICLES = frozenset("de del della do da dos das di du des la le les el al as of and y e".split())  # "Casa de Serralves, Porto"
CAPITAL = r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w'’-]*+"
PLACE = re.compile(
    rf"[\s\"“(*]*+(?P<place>{CAPITAL}(?:[ -]{CAPITAL}){{0,3}}(?:, (?:{CAPITAL}|[A-Z]\.[A-Z]\.)(?: {CAPITAL})?)?)"
)
AGENCY = r"\([A-Z][^()\n]{1,60}+\)|/[A-Z][\w. -]{1,30}+/|[A-Z][A-Z.]{2,20}+(?=[./:,-])"
BEFORE_DATE = re.compile(r"(?:[.,:]|\s[-–—])?\s++(?:the )?")
AFTER_DATE = re.compile(rf"[.,]?\s*+(?:(?:{AGENCY})\s*+)?(?:--+|[-–—/:.]+)?\s*+(?=$|[A-Z0-9À-ÖØ-ÞĀ-Ž\"“‘'(])")
UNDATED = re.compile(r",?\s*+\((?P<agency>[A-Z][^()\n]{1,70}+)\)\s*+[-–—:]+\s*+")


def find_dateline_dates(text: str, start: int, end: int) -> list[DatelineDate]:
    """Every such date in text[start:end], in order. A prefix is looked for at `start` only."""
    found: list[DatelineDate] = []
    first = _prefix(text, start, end)
    if first is not None:
        found.append(first)
        start = first.end
    for line in LINE.finditer(text, start, end):
        one = _line(text, *line.span()) or _dateline(text, *line.span())
        if one is not None:
            found.append(one)
    return found


def _prefix(text: str, start: int, end: int) -> DatelineDate | None:
    match = PREFIX.match(text, start, end)
    dates = find_dates(text, match.end(), min(end, match.end() + 10)) if match else []
    return DatelineDate("prefix", dates[0], None, start, dates[0].end) if dates else None


def _dated(text: str, start: int, end: int) -> Iterator[DateMention]:
    """Calendar dates that name a month."""
    for mention in find_dates(text, start, end):
        if isinstance(mention.expression, Calendar) and mention.expression.first.month is not None:
            yield mention


def _line(text: str, start: int, end: int) -> DatelineDate | None:
    if end - start > LONGEST_LINE or not any(map(str.isdigit, text[start:end])):
        return None
    dates = list(_dated(text, start, end))
    if len(dates) != 1:
        return None
    label = LABEL.match(text, start, dates[0].start)
    header = HEADER.match(text, start, dates[0].start)
    begin = label.end() if label else header.end() if header else start
    before, after = (TIME.sub(" ", SOURCE.sub(" ", part)) for part in (text[begin : dates[0].start], text[dates[0].end : end]))
    rest = WORD.findall(before) + WORD.findall(after)
    if label and len(rest) <= 4:
        return DatelineDate("published_label", dates[0], None, start, end)
    if not rest:
        return DatelineDate("line", dates[0], None, start, end)
    place = _place_of_line(before, after)
    return DatelineDate("line", dates[0], place, start, end) if place else None


def _place_of_line(before: str, after: str) -> str | None:
    """The place beside a date: "Belgrade, 5 May", "CANBERRA 5 May", "5 May, Belgrade"; None for any other words."""
    side, other = (before, after) if WORD.search(before) else (after, before)
    words = WORD.findall(side)
    place = side.strip(" \t\"“”().,:;-–—|")
    capitalized = all((word[0].isupper() and not FUNCTION_WORDS.match(word)) or word in PARTICLES for word in words)
    named = len(words) == 1 or side.isupper() or re.search(r"[,.:]\s*+$" if side is before else r"^\s*+[,(|-]", side)
    return place if capitalized and named and len(words) <= 4 and not WORD.search(other) and not re.search(r"\d", place) else None


def _dateline(text: str, start: int, end: int) -> DatelineDate | None:
    start += len(text[start:end]) - len(text[start:end].lstrip())
    match = PLACE.match(text, start, min(end, start + LONGEST_LINE))
    if match is None:
        return None
    undated = UNDATED.match(text, match.end(), end)
    if undated:
        inside = list(_dated(text, *undated.span("agency")))
        return DatelineDate("dateline", inside[0] if inside else None, match["place"], start, undated.end())
    for mention in _dated(text, match.start("place"), min(end, start + LONGEST_LINE)):
        return _dateline_at(text, match.start("place"), mention, start, end)
    return None


def _dateline_at(text: str, place_start: int, mention: DateMention, start: int, end: int) -> DatelineDate | None:
    """ "SOFIA, Nov. 20 (Xinhua) -- ": nothing but a place may stand before the date, and a new start must follow it."""
    place = PLACE.fullmatch(text[place_start : mention.start].removesuffix("the ").rstrip(" ,.:–—-"))
    after = AFTER_DATE.match(text, mention.end, end)
    if place is None or after is None or not BEFORE_DATE.match(text, place_start + place.end(), mention.start):
        return None
    if any(FUNCTION_WORDS.match(word) for word in WORD.findall(place["place"])):
        return None
    return DatelineDate("dateline", mention, place["place"], start, after.end())
