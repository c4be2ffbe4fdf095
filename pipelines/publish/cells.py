"""Columns of a frame as Python values.

What belongs here: getting values out, fast and with one kind of nothing. What does not: what they mean.
"""
from collections.abc import Iterator
from typing import Any

import pandas as pd
import pyarrow


def cells(column: "pd.Series[Any]") -> list[Any]:
    """The values of a column, missing ones as None (pandas would give NA, which cannot be compared)."""
    # A pyarrow Array or ChunkedArray, whichever the column holds; nothing is copied before the list.
    values: list[Any] = pyarrow.array(column).to_pylist()
    return values


def rows(frame: pd.DataFrame, *columns: str) -> Iterator[tuple[Any, ...]]:
    """The values of some columns, row by row."""
    return zip(*(cells(frame[column]) for column in columns), strict=True)
