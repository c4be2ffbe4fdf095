"""Rows as lines for a person at a terminal: one-line summaries, values, evidence marked in its context.

What belongs here: formatting of values already at hand. What does not: looking anything up.
"""
import os
import re
import sys
import textwrap
from datetime import date
from typing import Any

CONTEXT = 240  # characters shown on each side of the evidence
WIDTH = 100
OPEN, CLOSE = "\ue000", "\ue001"  # private-use marks that survive wrapping, replaced at the end
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
Row = dict[str, Any]


def coloured() -> bool:
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ


def one_line(table: str, row: Row) -> str:
    """What a row says in one line, for example `meeting · held · 2014-04-17 (inferred) · Belgrade, SRB · AZE, SRB`."""
    parts = {
        "documents": _document,
        "segments": _segment,
        "events": _event,
        "participants": _participant,
        "agreements": _agreement,
        "entities": _entity,
        "tenures": _tenure,
    }[table](row)
    return CONTROL.sub("�", " · ".join(str(part) for part in parts if part))


def _document(row: Row) -> list[Any]:
    return [row["file_name"], row["title"], row["published_on"], f"{row['n_chars'] or 0:,} characters"]


def _segment(row: Row) -> list[Any]:
    return [row["kind"], row["heading"], row["published_on"]]


def _event(row: Row) -> list[Any]:
    place = ", ".join(filter(None, (row["city"], row["country"])))
    background = "background" if row["is_background"] else None
    return [row["event_type"], row["status"], background, _days(row), place, ", ".join(row["countries"] or [])]


def _participant(row: Row) -> list[Any]:
    name = row["name"] or row["name_as_written"] or row["office_as_written"] or "not named"
    return [name, row["country"], row["office"], row["role"], row["kind"] if row["kind"] != "person" else None]


def _agreement(row: Row) -> list[Any]:
    background = "background" if row["is_background"] else None
    return [row["title"], row["agreement_type"], row["status"], background, _days(row), ", ".join(row["parties"] or [])]


def _entity(row: Row) -> list[Any]:
    return [row["name"], row["kind"], row["country"], f"{row['n_events']} events"]


def _tenure(row: Row) -> list[Any]:
    return [row["office_as_written"] or row["office"], row["country"], _between(row["first_seen_on"], row["last_seen_on"])]


def _days(row: Row) -> str:
    """The dates no finer than they are known: a day, two days, a month, a year."""
    shown = {"month": 7, "year": 4}.get(row["date_precision"], 10)
    text = _between(*(value and value.isoformat()[:shown] for value in (row["start_date"], row["end_date"])))
    return f"{text} ({row['date_basis']})" if text else "no date"


def _between(first: Any, last: Any) -> str:
    return " to ".join(dict.fromkeys(str(value) for value in (first, last) if value is not None))


def evidence(text: str, start: int, end: int) -> str:
    """The stretch of a text in its context, marked: reverse video on a terminal, »…« elsewhere."""
    before, after = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    before = before.partition(" ")[2] if start > CONTEXT else before
    after = after.rpartition(" ")[0] if end + CONTEXT < len(text) else after
    passage = f"{'… ' * (start > CONTEXT)}{before}{OPEN}{text[start:end]}{CLOSE}{after}{' …' * (end + CONTEXT < len(text))}"
    wrapped = textwrap.fill(CONTROL.sub("�", " ".join(passage.split())), WIDTH, initial_indent="    ", subsequent_indent="    ")
    opening, closing = ("\x1b[7m", "\x1b[0m") if coloured() else ("»", "«")
    return wrapped.replace(OPEN, opening).replace(CLOSE, closing)


def line_of(text: str, start: int) -> int:
    """Number of the line, counted from 1, that holds the first printed character at or after `start`."""
    printed = re.compile(r"\S").search(text, start)
    return text.count("\n", 0, printed.start() if printed else start) + 1


def columns(row: Row, leave_out: frozenset[str] = frozenset({"text", "evidence_text"})) -> str:
    """Every column that has a value, one a line, names aligned."""
    shown = {name: value for name, value in row.items() if name not in leave_out and value not in (None, [])}
    width = max(map(len, shown), default=0)
    return "\n".join(f"    {name:<{width}}  {CONTROL.sub('�', _value(value))}" for name, value in shown.items())


def _value(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value.isoformat() if isinstance(value, date) else str(value)
