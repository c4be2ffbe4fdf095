"""Writes dates as EDTF (ISO 8601-2, level 0, seasons, and X for a year left open).

What does not belong here: working out which date it is.
"""
from datetime import date


def days(start: date, end: date) -> str:
    """One day or an interval of days."""
    return start.isoformat() if start == end else f"{start.isoformat()}/{end.isoformat()}"


def months(start: date, end: date) -> str:
    return _interval(f"{start:%Y-%m}", f"{end:%Y-%m}")


def years(start: date, end: date) -> str:
    return _interval(f"{start:%Y}", f"{end:%Y}")


def season(year: int, code: int) -> str:
    return f"{year:04d}-{code}"


def open_year(month: int | None, day: int | None) -> str | None:
    """`XXXX-05-15` or `XXXX-05`; None where not even the month is known."""
    if month is None:
        return None
    return f"XXXX-{month:02d}" + (f"-{day:02d}" if day else "")


def interval(first: str | None, last: str | None) -> str | None:
    return _interval(first, last) if first and last else first or last


def _interval(first: str, last: str) -> str:
    return first if first == last else f"{first}/{last}"
