"""Makes expressions of the tokens a shape has picked. One function a kind of date; None where the tokens make no date.

What does not belong here: which tokens may stand together (`grammar`).
"""
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from pipelines.recognize.dates.expression import Calendar, Day, Distance, Expression, Fraction, Part, Period, Season, Weekday
from pipelines.recognize.dates.lexer import Token, vocabulary
from pipelines.recognize.dates.order import told_order

Picked = dict[str, Token]  # group name, such as `d1`: the day of the first half
Builder = Callable[[Picked], Expression | None]

MONTH_FIRST = "mdy"
MONTHS = 12
LONGEST_MONTH = 31  # days
WEEKS = {"week": 1, "fortnight": 2}
PIVOT = 70  # two-digit years below it are of this century


ROMAN = {roman: n for n, roman in enumerate("I II III IV V VI VII VIII IX X XI XII".split(), 1)}


def _number(token: Token) -> int:
    """The number in "1st", "2014" and "’08"."""
    number = int(re.sub(r"\D", "", token.value))
    return _century(number) if token.symbol == "y" else number


def _century(year: int) -> int:
    return year + (2000 if year < PIVOT else 1900)


def _part(picked: Picked, n: int) -> Part | None:
    """The `n`-th half; None where numbers contradict each other ("31 June" is left to resolve)."""

    def get(name: str) -> Token | None:
        return picked.get(f"{name}{n}")

    day, month, year, weekday = get("d") or get("D"), get("m") or get("M"), get("y") or get("Y"), get("w")
    unit, direction = get("u"), get("l")
    if unit is not None and unit.value != "year":
        return None
    return Part(
        year=_number(year) if year else None,
        month=int(month.value) if month else None,
        day=_number(day) if day else None,
        weekday=int(weekday.value) if weekday else None,
        year_shift=int(direction.value) if direction and unit else None,
    )


def one(picked: Picked) -> Expression | None:
    part = _part(picked, 1)
    return Calendar(part) if part else None


def span(picked: Picked) -> Expression | None:
    """Two halves; what the first lacks (month, year) it takes from the second, or the other way round."""
    first, last = _part(picked, 1), _part(picked, 2)
    if first is None or last is None or (first.month is None and last.day and (first.day or 0) >= last.day):
        return None
    year, shift = (last.year, last.year_shift) if last.year or last.year_shift is not None else (first.year, first.year_shift)
    month = last.month or first.month
    last = replace(last, month=month, year=year, year_shift=shift)
    first_month = first.month or month
    if first.year is None and first.year_shift is None:
        earlier = year is not None and last.month is not None and first_month is not None and first_month > last.month
        first = replace(first, year=year - 1 if earlier and year else year, year_shift=shift)
    return Calendar(replace(first, month=first_month), last)


def iso(picked: Picked) -> Expression | None:
    parts = [Part(*map(int, picked[name].value.split("-"))) for name in ("i1", "i2") if name in picked]
    if not all(1 <= (part.month or 0) <= 12 and 1 <= (part.day or 0) <= 31 for part in parts):
        return None
    return Calendar(parts[0], parts[1] if len(parts) > 1 else None)


def numeric(picked: Picked) -> Expression | None:
    weekday = int(picked["w1"].value) if "w1" in picked else None
    read = [_numbers(picked[name].value, weekday) for name in ("n1", "n2") if name in picked]
    if not all(read):
        return None
    parts = [one for one in read if one]
    return Calendar(parts[0][0], parts[1][0] if len(parts) > 1 else None, parts[0][1])


def _numbers(written: str, weekday: int | None) -> tuple[Part, str] | None:
    """As whoever gave the text says; else as the weekday beside it says; else day first, as most of the world writes. Unless impossible;
    2023/2/15 and 15/II/2023 speak for themselves."""
    first, middle, last = re.split(r"\s?[./-]\s?|\s", written)
    if middle.upper() in ROMAN:
        return Part(int(last), ROMAN[middle.upper()], int(first)), "written"
    one, two, three = int(first), int(middle), int(last)
    if one > 31:
        return (Part(one, two, three), "written") if 1 <= two <= 12 and 1 <= three <= 31 else None
    year = three if len(last) == 4 else _century(three)
    if one <= 12 and _month_first(Part(year, one, two), Part(year, two, one), weekday):
        month, day, order = one, two, "month_first"
    else:
        month, day, order = two, one, "day_first"
    return (Part(year, month, day), order) if 1 <= month <= 12 and 1 <= day <= 31 else None


def _month_first(one: Part, other: Part, weekday: int | None) -> bool:
    told = told_order()
    fits = [_weekday_of(part) == weekday for part in (one, other)] if weekday is not None and not told else [False, False]
    if fits[0] != fits[1]:
        return fits[0]
    return told == MONTH_FIRST or (other.month or 0) > MONTHS


def _weekday_of(part: Part) -> int | None:
    try:
        return date(part.year or 0, part.month or 0, part.day or 0).weekday()
    except ValueError:
        return None


def years(picked: Picked) -> Expression | None:
    if "q" in picked:
        first, last = (int(number) for number in re.split(r"[-–/]", picked["q"].value))
        return Calendar(Part(first), Part(first - first % 100 + last)) if last > first % 100 and last > 12 else None
    first, last = _number(picked["y1"]), _number(picked["y2"])
    return Calendar(Part(first), Part(last)) if first < last else None


def directed_month(picked: Picked) -> Expression | None:
    return Calendar(Part(month=int(picked["m1"].value), shift=int(picked["l1"].value)))


def month_days(picked: Picked) -> Expression | None:
    """ "the 8th", "the 21st and 22nd of this month", "Thursday 5th and Friday 6th"."""
    days = [picked[name] for name in ("d1", "d2") if name in picked]
    cardinal = "w1" not in picked and not all(day.value[-1:].isalpha() for day in days)
    if cardinal or ("u1" in picked and picked["u1"].value != "month"):
        return None
    shift = int(picked["l1"].value) if "l1" in picked else None
    weekdays = [int(picked[name].value) if name in picked else None for name in ("w1", "w2")]
    parts = [Part(day=_number(day), weekday=weekday, shift=shift) for day, weekday in zip(days, weekdays, strict=False)]
    return Calendar(parts[0], parts[1] if len(parts) > 1 else None)


def weekdays(picked: Picked) -> Expression | None:
    first = picked["w1"]
    last = int(picked["w2"].value) if "w2" in picked else None
    shift = int(picked["l1"].value) if "l1" in picked else None
    if "u1" not in picked:
        return Weekday(int(first.value), last, shift)
    return Weekday(int(first.value), last, week_shift=shift) if picked["u1"].value == "week" else None


def period(picked: Picked) -> Expression | None:
    within = picked["e1"].value if "e1" in picked else picked["p1"].value if "p1" in picked else None
    return Period(picked["u1"].value, int(picked["l1"].value) if "l1" in picked else 0, within)


def relative(picked: Picked) -> Expression | None:
    """ "today", "yesterday and today"."""
    first, last = int(picked["r1"].value), int(picked["r2"].value) if "r2" in picked else None
    return Day(first, last) if last is None or last > first else None


def day_and_month(picked: Picked) -> Expression | None:
    """ "16. 9.", "15.III."."""
    day, month = re.findall(r"\w+", picked["k1"].value)
    part = Part(month=ROMAN[month] if month in ROMAN else int(month), day=int(day))
    return Calendar(part) if 1 <= (part.month or 0) <= MONTHS and 1 <= (part.day or 0) <= LONGEST_MONTH else None


def distance(picked: Picked) -> Expression | None:
    words = picked["a1"].value.lower().split()
    if words[-1].startswith("weekend") or words[-1] == "week-end":
        return Period("weekend", 0, "over")
    if words[2:3] in (["last"], ["past"]):
        return _last_days(words[-2])
    if words[-2] == "from":
        return _days_from_now(words)
    if words[-1] == "hence":
        words = ["in", *words[:-1]]
    past = words[-1] == "ago"
    unit = re.sub(r"s?['’]?$", "", words[-2] if past or words[-1] == "time" else words[-1])
    number = " ".join(words[:-2] if past else words[1:-2] if words[-1] == "time" else words[1:-1])
    value = number if number.isdigit() else vocabulary().get(number, ("", ""))[1]
    if not value:
        return None
    count = int(value)
    if unit == "fortnight":
        count, unit = 2 * count, "week"
    return Distance(-count if past else count, unit)


def _last_days(number: str) -> Expression:
    """ "over the past two days": today and the days before it."""
    count = int(number if number.isdigit() else vocabulary()[number][1])
    return Day(1 - count, 0)


def _days_from_now(words: list[str]) -> Expression | None:
    """ "a week from today", "ten days from now": counted weeks are no weeks but days."""
    unit = re.sub(r"s?['’]?$", "", words[-3])
    number = " ".join(words[:-3])
    value = number if number.isdigit() else vocabulary().get(number, ("", ""))[1]
    if not value or unit not in ("day", *WEEKS):
        return Distance(int(value), unit) if value else None
    return Day(int(value) * 7 * WEEKS[unit]) if unit in WEEKS else Day(int(value))


def season(picked: Picked) -> Expression | None:
    part = _part(picked, 1)
    if part is None:
        return None
    shift = int(picked["l0"].value) if "l0" in picked else None
    return Season(int(picked["s1"].value), part.year, shift, part.year_shift)


def fraction(picked: Picked) -> Expression | None:
    part = _part(picked, 1)
    if part is None or (part.year is None and part.year_shift is None and picked["u0"].value != "year"):
        return None
    index, of = (int(number) for number in picked["h1"].value.split("/"))
    months = 12 // of
    known = part.year is not None or part.year_shift is not None
    return Fraction(months * (index - 1) + 1, months * index, part.year, part.year_shift if known else 0)
