"""Dates in a text: found by `find_dates`, turned into days by `resolve`, read off datelines by `find_dateline_dates`.

`expression` says what a date expression is, `lexer` cuts the text into words of dates, `grammar` puts them together, `resolve`
completes them from an anchor, `edtf` writes them, `datelines` finds the dates that date a text; `order` knows in which order a text
writes numbers.
What does not belong here: which event a date belongs to (coding), which of several dates dates the document (ingest, segment).
"""
from pipelines.recognize.dates.datelines import DatelineDate, find_dateline_dates
from pipelines.recognize.dates.expression import Calendar, Weekday, is_complete, preposition
from pipelines.recognize.dates.grammar import find_dates
from pipelines.recognize.dates.order import date_order, told_order
from pipelines.recognize.dates.resolve import Prefer, resolve

__all__ = [
    "Calendar", "DatelineDate", "Prefer", "Weekday", "date_order", "find_dateline_dates", "find_dates", "is_complete", "preposition",
    "resolve", "told_order",
]
