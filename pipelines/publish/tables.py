"""Records to data frames: exactly the columns and types of the contract, Arrow-backed, sorted by fixed keys.

What belongs here: moving values into columns, and the columns that follow from others (n_chars, evidence_text, the PLOVER columns).
What does not: judging rows (`validate`), or anything that needs two rows to be known.
"""
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields
from datetime import date, datetime
from numbers import Integral, Real
from typing import Any

import pandas as pd
import pyarrow

from pipelines.model.document import Document, RejectedFile, Segment
from pipelines.model.record import Agreement, Event, Participant
from pipelines.publish.contract import ContractBroken
from pipelines.publish.records import Links, Records, storable
from schemas.arrow import arrow_schema, rejected_schema
from schemas.columns import STRINGS
from schemas.plover import code_of, contexts_of, goldstein_of
from schemas.tables import TABLES

Row = dict[str, Any]


def _is_integer(value: Any) -> bool:
    return isinstance(value, Integral) and not isinstance(value, bool)


FITS: dict[pyarrow.DataType, Callable[[Any], bool]] = {
    pyarrow.string(): lambda value: isinstance(value, str),
    STRINGS: lambda value: isinstance(value, list | tuple) and all(isinstance(item, str | None) for item in value),
    pyarrow.date32(): lambda value: isinstance(value, date) and not isinstance(value, datetime),
    pyarrow.int32(): _is_integer,
    pyarrow.int64(): _is_integer,
    pyarrow.float64(): lambda value: isinstance(value, Real) and not isinstance(value, bool),
    pyarrow.bool_(): lambda value: isinstance(value, bool),
}
"""What may become a cell of an Arrow type. Arrow alone would cut 2.5 to 2, and take a string for a list of its characters."""


def make_tables(records: Records) -> dict[str, pd.DataFrame]:
    """Frames of all tables in the order of `schemas.tables.TABLES`, nothing judged yet. Values of a wrong type: `ContractBroken`."""
    links = records.links
    texts = {document.document_id: document.text for document in records.documents}
    rows: dict[str, list[Row]] = {
        "documents": [document_row(document) for document in records.documents],
        "segments": [segment_row(segment) for segment in records.segments],
        "events": [event_row(event, texts, links) for coding in records.codings for event in coding.events],
        "participants": [participant_row(one, texts, links) for coding in records.codings for one in coding.participants],
        "agreements": [agreement_row(one, texts, links) for coding in records.codings for one in coding.agreements],
        "entities": [dict(row) for row in links.entities],
        "tenures": [dict(row) for row in links.tenures],
    }
    return {table: to_frame(table, rows[table]) for table in TABLES}


def rejected_files_frame(files: Iterable[RejectedFile]) -> pd.DataFrame:
    """Files that could not become documents, as rows of `rejected/documents`: what is known of them, and the reasons."""
    schema = rejected_schema("documents")
    empty: Row = dict.fromkeys(schema.names)
    rows = [{**empty, **_values(file), "file_name": storable(file.file_name), "reasons": list(file.reasons)} for file in files]
    return _frame("rejected/documents", rows, schema)


def rejected_frame(table: str) -> pd.DataFrame:
    """No row, with the columns of `rejected/<table>`."""
    return _frame(f"rejected/{table}", [], rejected_schema(table))


def document_row(document: Document) -> Row:
    return {
        **{name: value for name, value in _values(document).items() if name != "date_order"},
        "file_name": storable(document.file_name),
        "n_chars": document.n_chars,
        "text": storable(document.text),
    }


def segment_row(segment: Segment) -> Row:
    return _values(segment)


def event_row(event: Event, texts: Mapping[str, str], links: Links) -> Row:
    """An event with its evidence, its reading in PLOVER, and its links."""
    code = code_of(event.event_type, event.status, event.topics)
    return {
        **_values(event),
        "occasion_id": links.occasion_of.get(event.event_id),
        "preceded_by_event_id": links.preceded_by.get(event.event_id),
        "plover_type": code.plover_type,
        "plover_mode": code.plover_mode,
        "plover_contexts": contexts_of(event.topics, event.status, event.is_background),
        "cameo_code": code.cameo_code,
        "goldstein": goldstein_of(code.cameo_code),
        "evidence_text": evidence(texts, event),
    }


def participant_row(one: Participant, texts: Mapping[str, str], links: Links) -> Row:
    return {**_values(one), "entity_id": links.entity_of.get(one.participant_id), "evidence_text": evidence(texts, one)}


def agreement_row(one: Agreement, texts: Mapping[str, str], links: Links) -> Row:
    """An agreement; its signatories, names until here, become the entities that linking found for them."""
    found = links.signatories_of.get(one.agreement_id, ())
    return {**_values(one), "signatories": list(found), "evidence_text": evidence(texts, one)}


def evidence(texts: Mapping[str, str], record: Event | Participant | Agreement) -> str:
    """The words a record points to, empty where there are none; validation says what is wrong then."""
    return storable(texts.get(record.document_id, "")[max(record.char_start, 0) : max(record.char_end, 0)])


def to_frame(table: str, rows: Sequence[Row]) -> pd.DataFrame:
    """Rows to a sorted frame with the columns and types of `table`. Columns too many or too few, or of another type: `ContractBroken`."""
    frame = _frame(table, rows, arrow_schema(table))
    return in_order(table, frame)


def in_order(table: str, frame: pd.DataFrame) -> pd.DataFrame:
    """The frame sorted by the table's fixed key, strings by code point, nulls last."""
    return frame.sort_values(list(TABLES[table].order), na_position="last", kind="stable", ignore_index=True)


def _frame(name: str, rows: Sequence[Row], schema: pyarrow.Schema) -> pd.DataFrame:
    expected = set(schema.names)
    odd = sorted({column for row in rows for column in expected ^ row.keys()})
    if odd:
        raise ContractBroken(f"{name}: columns missing or not foreseen: {', '.join(odd)}")
    columns = [_column(name, field, [row[field.name] for row in rows]) for field in schema]
    frame: pd.DataFrame = pyarrow.Table.from_arrays(columns, names=schema.names).to_pandas(types_mapper=pd.ArrowDtype)
    return frame


def _column(name: str, field: pyarrow.Field, values: list[Any]) -> pyarrow.Array:
    """Values as one Arrow array. An empty string says no more than null, and is stored so where null is allowed."""
    if field.nullable and field.type == pyarrow.string():
        values = [None if value == "" else value for value in values]
    odd = next((value for value in values if value is not None and not FITS[field.type](value)), None)
    if odd is not None:
        raise ContractBroken(f"{name}.{field.name}: {odd!r} is not {field.type}")
    try:
        return pyarrow.array(values, type=field.type)
    except (pyarrow.ArrowException, ValueError, OverflowError) as error:
        raise ContractBroken(f"{name}.{field.name}: not {field.type}: {error}") from error


def _values(record: Any) -> Row:
    return {field.name: getattr(record, field.name) for field in fields(record)}
