"""A model as an Arrow schema: types, nullability, descriptions, units and examples.

What belongs here: the way from a pandera model to what is written into Parquet files and into documentation. What does not: rows.
"""
import json
from functools import cache
from typing import Any

import pyarrow

from schemas import SCHEMA_VERSION
from schemas.columns import STRINGS
from schemas.rules import Table
from schemas.tables import TABLES

REASONS = pyarrow.field(
    "reasons",
    STRINGS,
    nullable=False,
    metadata={"description": "everything that is wrong with the row"},
)


@cache
def arrow_schema(table: str) -> pyarrow.Schema:
    """Schema of an accepted table. Field metadata: description, example (JSON), unit; schema metadata: table, description, version."""
    model = TABLES[table].model
    columns = model.to_schema().columns
    fields = [_field(name, column) for name, column in columns.items()]
    return pyarrow.schema(fields, metadata=_about(table, model))


@cache
def rejected_schema(table: str) -> pyarrow.Schema:
    """Schema of `rejected/<table>`: the same columns, all nullable, and `reasons`."""
    accepted = arrow_schema(table)
    return pyarrow.schema([field.with_nullable(True) for field in accepted] + [REASONS], metadata=accepted.metadata)


def describe(table: str) -> list[dict[str, Any]]:
    """One row per column: name, type, nullable, description, unit, example; for documentation and for the interface of the orchestrator."""
    model = TABLES[table].model
    columns = model.to_schema().columns
    return [
        {
            "name": name,
            "type": str(_type(column)),
            "nullable": bool(column.nullable),
            "description": column.description,
            "unit": column.metadata["unit"],
            "example": column.metadata["example"],
            "values": _values(column),
        }
        for name, column in columns.items()
    ]


def _type(column: Any) -> pyarrow.DataType:
    """The declared Arrow type; pandera forgets the name of a list's items."""
    declared = column.dtype.type.pyarrow_dtype
    return STRINGS if declared == STRINGS else declared


def _values(column: Any) -> list[str] | None:
    """The closed vocabulary of a column, where it has one."""
    allowed = [check.statistics["allowed_values"] for check in column.checks if "allowed_values" in (check.statistics or {})]
    return list(allowed[0]) if allowed else None


def _field(name: str, column: Any) -> pyarrow.Field:
    about = {"description": column.description, "example": json.dumps(column.metadata["example"], ensure_ascii=False)}
    if column.metadata["unit"]:
        about["unit"] = column.metadata["unit"]
    return pyarrow.field(name, _type(column), nullable=bool(column.nullable), metadata=about)


def _about(table: str, model: type[Table]) -> dict[str, str]:
    return {"table": table, "description": (model.__doc__ or "").strip(), "schema_version": SCHEMA_VERSION}
