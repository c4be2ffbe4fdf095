"""Tables as Dagster's interface shows them: column schemas, previews, counts of reasons.

What belongs here: the way from a schema or rows to metadata values. What does not: assets.
"""
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import dagster as dg
import pandas as pd

from schemas.arrow import arrow_schema, describe
from schemas.tables import TABLES

ROWS = 10
CELL = 60  # characters of a value shown in a preview

PREVIEW = {
    "documents": ("file_name", "title", "published_on", "language", "n_chars"),
    "segments": ("position", "kind", "heading", "published_on", "char_start", "char_end"),
    "events": ("event_type", "status", "start_date", "end_date", "city", "country", "countries", "evidence_text"),
    "participants": ("name", "country", "office", "role", "kind", "name_as_written"),
    "agreements": ("title", "agreement_type", "status", "start_date", "parties", "subjects"),
    "entities": ("name", "kind", "country", "first_seen_on", "last_seen_on", "n_events"),
    "tenures": ("office", "office_as_written", "country", "first_seen_on", "last_seen_on"),
}
"""The columns that let a reader see the point of a table on one screen."""


def about(table: str) -> str:
    """What a row of the table is, in Markdown: the docstring of its schema."""
    described: bytes = (arrow_schema(table).metadata or {}).get(b"description", b"")
    return described.decode()


def column_schema(table: str) -> dg.TableSchema:
    """The contract of a table, for the Columns view: types, meanings, what may be null, closed vocabularies."""
    key = TABLES[table].key
    return dg.TableSchema(columns=[_column(column, unique=key == (column["name"],)) for column in describe(table)])


def _column(column: Mapping[str, Any], unique: bool) -> dg.TableColumn:
    values = column["values"]
    unit = f" [{column['unit']}]" if column["unit"] else ""
    return dg.TableColumn(
        name=column["name"],
        type=column["type"].replace("[pyarrow]", "").replace("item: ", ""),
        description=f"{column['description']}{unit}, e.g. {column['example']}",
        constraints=dg.TableColumnConstraints(
            nullable=column["nullable"],
            unique=unique,
            other=[f"one of {', '.join(values)}"] if values else [],
        ),
    )


def preview(table: str, frame: pd.DataFrame) -> dg.MetadataValue[Any]:
    """The first rows of a table in its most telling columns."""
    columns = PREVIEW[table]
    return markdown(columns, frame.loc[:, list(columns)].head(ROWS).itertuples(index=False, name=None))


def markdown(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> dg.MetadataValue[Any]:
    """A table in Markdown, long values cut, nothing in them taken for markup."""
    lines = [_line(columns), _line(["---"] * len(columns)), *(_line([_cell(value) for value in row]) for row in rows)]
    return dg.MetadataValue.md("\n".join(lines))


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(value: Any) -> str:
    if isinstance(value, list | tuple) or hasattr(value, "tolist"):
        value = ", ".join(map(str, value))
    text = "" if value is None or value is pd.NA else " ".join(str(value).split())
    cut = text if len(text) <= CELL else f"{text[: CELL - 1]}…"
    return "".join(f"\\{character}" if character in "|\\`*_<>[]#" else character for character in cut)
