"""What a row must satisfy across its columns; models inherit the rules they need.

What belongs here: rules that several tables share, each with the sentence a reader of `rejected/` will see. What does not: checks
of a single column (declared with it) and references between tables (`pipelines.publish.contract`).

The sentence is given as `error`, not as `name`: pandera forgets the name of a check when it builds a second schema from it, which
happens for every rule that two models inherit, and for every model in a second thread.
"""
import re
from calendar import monthrange
from collections.abc import Callable, Collection
from datetime import date
from typing import Any

import pandas as pd
import pandera.pandas as pa


class Table(pa.DataFrameModel):
    """Base of all tables: exactly the declared columns in the declared order, nothing coerced."""

    class Config:
        strict = True
        ordered = True
        coerce = False


def holds(condition: Any) -> "pd.Series[bool]":
    """Three-valued comparison to a plain mask; where a value is missing, the rule is not broken."""
    return pd.Series(condition).fillna(True).astype(bool)


def each(column: "pd.Series[Any]", allowed: Callable[[str], bool]) -> "pd.Series[bool]":
    """Whether every item of every list is allowed and none stands twice."""
    lists = [[] if items is pd.NA else items for items in column.to_list()]
    sound = [all(item is not None and allowed(item) for item in items) and len(set(items)) == len(items) for items in lists]
    return pd.Series(sound, index=column.index, dtype=bool)


def each_in(column: "pd.Series[Any]", vocabulary: Collection[str]) -> "pd.Series[bool]":
    return each(column, lambda item: item in vocabulary)


def each_like(column: "pd.Series[Any]", pattern: str) -> "pd.Series[bool]":
    compiled = re.compile(pattern)
    return each(column, lambda item: compiled.match(item) is not None)


def _month_end(day: date) -> bool:
    return day.day == monthrange(day.year, day.month)[1]


def _whole(precision: str, start: Any, end: Any) -> bool:
    """Whether two days are the ends of whole months or years, where the precision says so."""
    if pd.isna(start) or pd.isna(end) or precision not in ("month", "year"):
        return True
    months = start.day == 1 and _month_end(end)
    return months if precision == "month" else months and start.month == 1 and end.month == 12


class EvidenceRules(pa.DataFrameModel):
    """Rules for `char_start`, `char_end`, `evidence_text`."""

    @pa.dataframe_check(error="evidence_text is as long as char_start to char_end")
    def _evidence_length(cls, df: pd.DataFrame) -> "pd.Series[bool]":
        return holds(df["evidence_text"].str.len() == df["char_end"] - df["char_start"])


class DateRules(pa.DataFrameModel):
    """Rules for `start_date`, `end_date`, `date_precision`, `date_basis`."""

    @pa.dataframe_check(error="start_date and end_date are null if date_precision is none, and only then")
    def _dated(cls, df: pd.DataFrame) -> "pd.Series[bool]":
        undated = df["date_precision"] == "none"
        return holds((df["start_date"].isna() == undated) & (df["end_date"].isna() == undated))

    @pa.dataframe_check(error="date_basis is none if date_precision is none, and only then")
    def _founded(cls, df: pd.DataFrame) -> "pd.Series[bool]":
        return holds((df["date_precision"] == "none") == (df["date_basis"] == "none"))

    @pa.dataframe_check(error="start_date is not after end_date")
    def _in_order(cls, df: pd.DataFrame) -> "pd.Series[bool]":
        return holds(df["start_date"] <= df["end_date"])

    @pa.dataframe_check(error="dates of precision month or year are whole months or years")
    def _whole_periods(cls, df: pd.DataFrame) -> "pd.Series[bool]":
        rows = zip(df["date_precision"], df["start_date"], df["end_date"], strict=True)
        return pd.Series([_whole(*row) for row in rows], index=df.index, dtype=bool)


class BoundRules(pa.DataFrameModel):
    """Rules for `not_before`, `not_after`."""

    @pa.dataframe_check(error="not_before is not after not_after")
    def _bounds_in_order(cls, df: pd.DataFrame) -> "pd.Series[bool]":
        return holds(df["not_before"] <= df["not_after"])


class SeenRules(pa.DataFrameModel):
    """Rules for `first_seen_on`, `last_seen_on`."""

    @pa.dataframe_check(error="first_seen_on is not after last_seen_on")
    def _seen_in_order(cls, df: pd.DataFrame) -> "pd.Series[bool]":
        return holds(df["first_seen_on"] <= df["last_seen_on"])

    @pa.dataframe_check(error="first_seen_on and last_seen_on are both there or both null")
    def _seen_both(cls, df: pd.DataFrame) -> "pd.Series[bool]":
        return holds(df["first_seen_on"].isna() == df["last_seen_on"].isna())
