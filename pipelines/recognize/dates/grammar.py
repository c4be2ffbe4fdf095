"""Puts the words of dates together: every shape is a regular expression over the symbols of `lexer`.

A date string such as `D-D M,Y` alternates tokens and gaps. Named groups of a shape pick the tokens its builder needs: `d1` the
day of the first half, `y2` the year of the second. At each token the longest shape whose builder accepts wins.
What does not belong here: characters (lexer), completing what is missing (resolve).
"""
import re
from dataclasses import replace
from datetime import date
from functools import lru_cache

from pipelines.model.mention import DateMention
from pipelines.recognize.dates.builders import (
    Builder,
    day_and_month,
    directed_month,
    distance,
    fraction,
    iso,
    month_days,
    numeric,
    one,
    period,
    relative,
    season,
    span,
    weekdays,
    years,
)
from pipelines.recognize.dates.context import between, plausible
from pipelines.recognize.dates.expression import Calendar, Expression, Part, Weekday
from pipelines.recognize.dates.lexer import Token, gap, may_date, tokens

LEAP = 2024  # a year that has every day
LONGEST = 24  # symbols and gaps of the longest date


def _year(n: int) -> str:
    """A year after a date: written, or "last year"."""
    return rf"[ ,o(](?P<y{n}>[Yy])|[ ,o](?P<l{n}>L) (?P<u{n}>U)"


def _weekday(n: int) -> str:
    return rf"(?:(?P<w{n}>[Ww])[ ,t])?"


def _day(n: int) -> str:
    """A day with its month, either way round, perhaps with weekday and year, for the `n`-th half of a span."""
    return rf"{_weekday(n)}(?:(?P<d{n}>D)[ o,-](?P<m{n}>[Mm])|(?P<M{n}>[Mm])[ ,t-](?P<D{n}>D))(?:-(?P<Y{n}>Y)|{_year(n)})?"


SHAPES: list[tuple[re.Pattern[str], Builder]] = [
    (re.compile(shape), builder)
    for shape, builder in [
        (_day(1), one),
        (rf"(?P<w1>[Ww])\((?:(?P<d1>D) (?P<m1>[Mm])|(?P<M1>[Mm])[ ,](?P<D1>D))(?:{_year(1)})?", one),
        (r"(?:(?P<d1>D)[ o](?P<m1>[Mm])|(?P<M1>[Mm]) (?P<D1>D))(?:[ ,](?P<y1>Y))?\((?P<w1>[Ww])", one),
        (rf"{_weekday(1)}(?P<d1>D)[-&]{_weekday(2)}(?P<d2>D)[ o,](?P<m2>[Mm])(?:{_year(2)})?", span),
        (rf"{_weekday(1)}(?P<m1>[Mm])[ ,](?P<d1>D)[-&]{_weekday(2)}(?P<d2>D)(?:{_year(2)})?", span),
        (rf"{_day(1)}[-&]{_day(2)}", span),
        (r"(?:(?P<p1>P)[ oi])?(?P<m1>[Mm])[ ,oi](?P<y1>Y)", one),
        (r"(?:(?P<p1>P)[ oi])?(?P<m1>[Mm])(?:[ ,o](?P<l1>L) (?P<u1>U))?", one),
        (rf"(?:(?P<p1>P)[ oi])?(?P<m1>[Mm])(?: (?P<y1>Y))?[-&](?:(?P<p2>P)[ oi])?(?P<m2>[Mm])(?:{_year(2)})?", span),
        (rf"(?P<p1>P)&(?P<p2>P) (?P<m1>[Mm])(?:{_year(1)})?", one),
        (r"(?P<y1>Y)[ ,.](?P<m1>[Mm])[ .](?P<d1>D)", one),
        (r"(?P<d1>D)[ o,.-](?P<m1>F)[ o,.-](?P<y1>Y)", one),
        (r"(?P<d1>D)\.(?P<m1>[Mm])[ ,](?P<y1>Y)", one),
        (r"(?P<l1>L) (?P<m1>[Mm])", directed_month),
        (r"(?:(?P<w1>[Ww])[ ,t])?(?P<d1>D)(?:[-&](?:(?P<w2>[Ww])[ ,t])?(?P<d2>D))?(?:o(?P<l1>L) (?P<u1>U))?", month_days),
        (r"(?P<y1>Y)[-&](?P<y2>Y)|(?P<q>Q)", years),
        (r"(?:(?P<p1>P)[ oi])?(?P<y1>Y)", one),
        (r"(?:P[ oi])?(?P<s1>S)(?:[ ,o](?P<y1>Y)|[ ,o](?P<l1>L) (?P<u1>U))", season),
        (r"(?P<l0>L) (?P<s1>S)", season),
        (r"(?P<h1>H)[ oi](?:(?P<y1>Y)|(?P<l1>L) (?P<u1>U)|(?P<u0>U))", fraction),
        (r"(?P<w1>[Ww])(?:[-&](?P<w2>[Ww]))?(?:[ ,o](?P<l1>L) (?P<u1>U))?", weekdays),
        (r"(?P<w1>[Ww]) (?P<l1>L)", weekdays),
        (r"(?P<l1>L) (?P<w1>[Ww])(?:[-&](?P<w2>[Ww]))?", weekdays),
        (r"(?:(?P<e1>E) |(?P<p1>P)[ o])?(?P<l1>L) (?P<u1>U)", period),
        (r"(?P<p1>P)o(?P<u1>U)", period),
        (r"(?:(?P<e1>E) )?(?P<r1>R)(?:[-&](?P<r2>R))?", relative),
        (r"(?P<k1>K)", day_and_month),
        (r"(?P<a1>A)", distance),
        (r"(?P<i1>I)(?:-(?P<i2>I))?", iso),
        (r"(?:(?P<w1>[Ww])[ ,(])?(?P<n1>N)(?:-(?P<n2>N))?", numeric),
    ]
]


def find_dates(text: str, start: int, end: int) -> list[DateMention]:
    """Date expressions in text[start:end], in order, not overlapping."""
    found: list[DateMention] = []
    if not may_date(text, start, end):
        return found
    for run in runs(text, tokens(text, start, end)):
        found.extend(dates_of(run, text))
    return found


def runs(text: str, words: list[Token]) -> list[list[Token | str]]:
    """Stretches of tokens with gap symbols between them."""
    runs: list[list[Token | str]] = []
    for index, word in enumerate(words):
        between = gap(text, words[index - 1].end, word.start) if index else "|"
        if between == "|":
            runs.append([word])
        else:
            runs[-1] += [between, word]
    return runs


def dates_of(run: list[Token | str], text: str) -> list[DateMention]:
    symbols = "".join(item if isinstance(item, str) else item.symbol for item in run)
    found: list[DateMention] = []
    at = 0
    while at < len(run):
        best = _best(symbols, run, at, text)
        if best is not None:
            found.extend(_apart(best[0], run[at : best[1]], text))
        at = best[1] + 1 if best is not None else at + 2
    return found


def _best(symbols: str, run: list[Token | str], at: int, text: str) -> tuple[DateMention, int] | None:
    """The longest date that begins at token `at`, and where its symbols end."""
    for length, places, build in _shapes(symbols[at : at + LONGEST]):
        picked = {name: item for name, place in places if isinstance(item := run[at + place], Token)}
        said = build(picked)
        first, last = run[at], run[at + length - 1]
        if said is not None and isinstance(first, Token) and isinstance(last, Token):
            mention = _mention(text, first.start, last.end, said, symbols[at : at + length])
            if mention is not None:
                return mention, at + length
    return None


@lru_cache(maxsize=4096)  # most dates of a text are written alike
def _shapes(symbols: str) -> tuple[tuple[int, tuple[tuple[str, int], ...], Builder], ...]:
    """The shapes with which `symbols` begin, the longest first: length, the places of the tokens it picks, builder."""
    matches = [(match, build) for shape, build in SHAPES if (match := shape.match(symbols))]
    return tuple(
        (match.end(), tuple((name, place) for name in match.groupdict() if (place := match.start(name)) >= 0), build)
        for match, build in sorted(matches, key=lambda pair: -pair[0].end())
    )


def _apart(mention: DateMention, run: list[Token | str], text: str) -> list[DateMention]:
    """ "5 and 8 June" are two dates, "5 and 6 June" and "between 5 and 8 June" are spans."""
    said = mention.expression
    halves = _halves(said) if isinstance(said, Calendar | Weekday) else None
    if halves is None or "&" not in run or between(text, mention.start):
        return [mention]
    before, after = run[run.index("&") - 1], run[run.index("&") + 1]
    if not (isinstance(before, Token) and isinstance(after, Token)):
        return [mention]
    return [DateMention(mention.start, before.end, halves[0]), DateMention(after.start, mention.end, halves[1])]


def _halves(said: Calendar | Weekday) -> tuple[Expression, Expression] | None:
    """The two dates of a span that leaves something out between them, None for neighbours."""
    if isinstance(said, Weekday):
        apart = said.last is not None and (said.last - said.weekday) % 7 > 1
        return (replace(said, last=None), replace(said, weekday=said.last or 0, last=None)) if apart else None
    if said.last is None:
        return None
    distance = _days_apart(said.first, said.last)
    if distance is not None:
        return (replace(said, last=None), Calendar(said.last)) if distance != 1 else None
    pairs = ((said.first.day, said.last.day), (said.first.month, said.last.month), (said.first.year, said.last.year))
    first, last = next((pair for pair in pairs if None not in pair), (0, 0))
    return (replace(said, last=None), Calendar(said.last)) if first and last and last - first > 1 else None


def _days_apart(first: Part, last: Part) -> int | None:
    """How many days lie between two days of two months; None if both are of one month or no days."""
    if None in (first.day, last.day, first.month, last.month) or first.month == last.month:
        return None
    year = last.year or LEAP
    try:
        return (date(year, last.month or 0, last.day or 0) - date(first.year or year, first.month or 0, first.day or 0)).days
    except ValueError:
        return 0


def _mention(text: str, start: int, end: int, said: Expression, symbols: str) -> DateMention | None:
    if "(" in symbols and text[end : end + 1] == ")":
        end += 1
    return DateMention(start, end, said) if plausible(text, start, end, said, symbols) else None
