"""What a date expression says, before anything is completed. All frozen; `DateMention.expression` holds one of these.

Years are of four digits, months 1 to 12, weekdays 0 (Monday) to 6, shifts count units from the anchor (-1 last, 0 this, 1 next).
What does not belong here: real days (`resolve`) and words (`grammar`).
"""
import re
from dataclasses import dataclass

from pipelines.model.mention import DateMention


@dataclass(frozen=True, slots=True)
class Part:
    """A day, month or year with what the text gives of it; `year_shift`: "September last year"; `shift`: "last October"."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    year_shift: int | None = None
    shift: int | None = None


@dataclass(frozen=True, slots=True)
class Calendar:
    """A day, month or year, or a span of them. `order`: how the numbers of 2/3/2023 were read: written, month_first, day_first."""

    first: Part
    last: Part | None = None
    order: str = "written"


@dataclass(frozen=True, slots=True)
class Weekday:
    """"Thursday", "last Friday" (`shift`), "Monday next week" (`week_shift`), "Monday to Wednesday" (`last`)."""

    weekday: int
    last: int | None = None
    shift: int | None = None
    week_shift: int | None = None


@dataclass(frozen=True, slots=True)
class Day:
    """"today", "yesterday": a number of days from the anchor. `last`: of a span, "yesterday and today"."""

    shift: int
    last: int | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """"this week", "last year", "earlier this month" (`within`: earlier, later, start, middle, end)."""

    unit: str  # week | weekend | month | year
    shift: int
    within: str | None = None


@dataclass(frozen=True, slots=True)
class Distance:
    """"two weeks ago" (-2, week), "in three days' time" (3, day)."""

    count: int
    unit: str  # day | week | month | year


@dataclass(frozen=True, slots=True)
class Season:
    """"spring 2015", "last summer". `code`: 21 spring to 24 winter, as in EDTF."""

    code: int
    year: int | None = None
    shift: int | None = None
    year_shift: int | None = None


@dataclass(frozen=True, slots=True)
class Fraction:
    """"second half of 2022": months `first_month` to `last_month` of a year."""

    first_month: int
    last_month: int
    year: int | None = None
    year_shift: int | None = None


Expression = Calendar | Weekday | Day | Period | Distance | Season | Fraction

PREPOSITION = re.compile(
    r"\b(in|on|at|since|from|after|by|until|till|before|during|of|for|between|to)\s+(?:the\s+)?(?:night\s+of\s+|year\s+)?$",
    re.IGNORECASE,
)


def is_complete(mention: DateMention) -> bool:
    """Whether day, month and year all stand in the text."""
    said = mention.expression
    return isinstance(said, Calendar) and None not in ((said.last or said.first).year, said.first.month, said.first.day)


def preposition(mention: DateMention, text: str) -> str | None:
    """The preposition before a date, lower case: "since" and "until" bound a time, "for" names a plan's period."""
    found = PREPOSITION.search(text[max(0, mention.start - 25) : mention.start])
    return found.group(1).lower() if found else None
