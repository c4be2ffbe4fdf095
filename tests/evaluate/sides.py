"""Rows for the tests of scoring: everything that does not matter has a default."""
from datetime import date

from pipelines.evaluate.side import AgreementRow, EventRow, Person, Side

TEXT = "First line about a meeting.\nSecond line about a visit.\nThird line about a signing.\n"
FIRST, SECOND, THIRD = (0, 27), (28, 54), (55, 82)  # the lines of TEXT
DAY = date(2020, 5, 4)


def person(name="Anna Berg", country="NOR", office="minister", role="host", resolution="named") -> Person:
    return Person(name, country, office, role, resolution)


def event(id="e1", type="meeting", spans=(FIRST,), people=(), start=DAY, **more) -> EventRow:
    values = {"status": "held", "background": False, "end": start, "country": "NOR", "countries": frozenset({"NOR", "SWE"})} | more
    return EventRow(id=id, type=type, spans=tuple(spans), people=tuple(people), start=start, **values)


def agreement(id="a1", type="treaty", spans=(THIRD,), start=DAY, **more) -> AgreementRow:
    values = {"status": "signed", "background": False, "end": start, "parties": frozenset({"NOR", "SWE"})} | more
    return AgreementRow(id=id, type=type, spans=tuple(spans), start=start, **values)


def side(*rows, starts=()) -> Side:
    events = tuple(row for row in rows if isinstance(row, EventRow))
    return Side(events, tuple(row for row in rows if isinstance(row, AgreementRow)), tuple(starts))
