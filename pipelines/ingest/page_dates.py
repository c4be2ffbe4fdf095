"""INTERIM date shapes until recognize.dates.find_dateline_dates is there."""
import re
from dataclasses import dataclass
from datetime import date

MONTHS = "january february march april may june july august september october november december".split()
M = r"(?P<m>jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?|july?|aug(?:ust|\.)?|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)"
DAY = r"(?P<d>\d{1,2})(?:st|nd|rd|th)?"
SHAPES = [
    r"(?P<y>\d{4})-(?P<n>\d\d)-(?P<d>\d\d)",
    r"(?P<d>\d{1,2})[./](?P<n>\d\d)[./](?P<y>\d{4})",
    DAY + r"(?:\s?[-–]\s?\d{1,2})?\s+" + M + r"(?:,?\s*(?P<y>\d{4}))?",
    M + r"\s*" + DAY + r"(?:\s?[-–]\s?\d{1,2})?(?:,?\s*(?P<y>\d{4}))?",
]
DATES = [re.compile(r"(?<!\w)(?:" + s + r")(?!\w)", re.I) for s in SHAPES]
WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
LABEL = re.compile(r"(?:first |last )?(?:published|posted|updated|modified|date|created|release date)(?: on| at)?\s*[:-]?\s*", re.I)
REST = re.compile(r"(?:" + WEEKDAY + r"|published|posted|updated|last|modified|date|at|on|am|pm|[\d:]+(?:\s?[ap]\.?m\.?)?|count|gmt|utc|\W)*", re.I)
PREFIX = re.compile(r"\s{0,20}date\s(\d{4})-(\d\d)-(\d\d)\s", re.I)
AGENCY = re.compile(r"(?P<place>[A-Z][\w' .,/-]{2,40}?)[,.]\s+(?=(?:" + M.replace("?P<m>", "?:") + r")\s*\d|\d{1,2} )", )


@dataclass(frozen=True, slots=True)
class PageDate:
    kind: str
    start: int
    end: int
    day: date | None
    place: str | None = None


def _day(m):
    g = m.groupdict()
    month = int(g["n"]) if g.get("n") else 1 + [x[:3] for x in MONTHS].index(g["m"][:3].lower())
    try:
        return date(int(g["y"]), month, int(g["d"])) if g.get("y") else None
    except ValueError:
        return None


def dates_in(text, start, end):
    out = []
    for d in DATES:
        for m in d.finditer(text, start, end):
            if not any(a < m.end() and m.start() < b for a, b, _ in out):
                out.append((m.start(), m.end(), _day(m)))
    return sorted(out, key=lambda x: x[:2])


def page_date(text, start, end):
    m = PREFIX.match(text, start, end) if start == 0 else None
    if m:
        return PageDate("prefix", 0, m.end(), date(int(m[1]), int(m[2]), int(m[3])))
    if end - start > 120:
        end2 = min(end, start + 120)
    else:
        end2 = end
    found = dates_in(text, start, end2)
    if not found:
        return None
    a, b, day = found[0]
    if end2 == end and REST.fullmatch(text[start:a]) and REST.fullmatch(re.sub(r"\d", "0", text[b:end])):
        kind = "label" if LABEL.match(text, start, end) else "line"
        return PageDate(kind, start, end, day)
    m = re.match(r"(?:[A-Z][\w'’-]+[ ,./]*){1,4}", text[start:a])
    if m and m.end() == a - start and len(text) > b and re.match(r"\s*[.(–—-]|\s[A-Z]{4,}", text[b:b + 4]):
        return PageDate("dateline", start, b, day, m.group().strip(" ,."))
    return None


def prefix_date(text):
    m = PREFIX.match(text)
    return PageDate("prefix", m.start(), m.end(), date(int(m[1]), int(m[2]), int(m[3]))) if m else None


def lead_days(text, start, near):
    out = []
    for a, b, day in dates_in(text, start, min(len(text), start + 700)):
        if day:
            out.append((day - near).days)
    return out
