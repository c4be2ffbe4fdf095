"""The models against the published column lists, and every column against its own documentation."""
import json
import re

import pandas as pd
import pyarrow as pa
import pytest

from schemas import SCHEMA_VERSION
from schemas.arrow import arrow_schema, describe, rejected_schema
from schemas.tables import TABLES

NUMBERS = {"i": pa.int32(), "I": pa.int64(), "f": pa.float64()}
TYPES = {"s": pa.string(), "l": pa.list_(pa.string()), "d": pa.date32(), "b": pa.bool_(), **NUMBERS}

COLUMNS = {
    "documents": "document_id file_name sha256 media_type encoding n_chars:i language title publisher publisher_country url published_on:d "
    "published_precision duplicate_of text",
    "segments": "segment_id document_id position:i kind heading dateline_place published_on:d not_before:d not_after:d "
    "char_start:i char_end:i",
    "events": "event_id document_id segment_id parent_event_id occasion_id preceded_by_event_id event_type plover_type plover_mode "
    "plover_contexts:l cameo_code goldstein:f status is_background:b start_date:d end_date:d date_precision date_basis date_as_written "
    "date_edtf not_before:d not_after:d country city venue latitude:f longitude:f geonames_id:I countries:l visit_category body_name "
    "session_number:i topics:l rule confidence:f char_start:i char_end:i evidence_text",
    "participants": "participant_id event_id document_id kind entity_id name name_as_written country office office_as_written "
    "military_rank organization role represents resolution confidence:f char_start:i char_end:i evidence_text",
    "agreements": "agreement_id event_id document_id segment_id agreement_type title status is_background:b start_date:d end_date:d "
    "date_precision date_basis city country parties:l signatories:l subjects:l document_count:i in_force_on:d rule confidence:f "
    "char_start:i char_end:i evidence_text",
    "entities": "entity_id kind name aliases:l country first_seen_on:d last_seen_on:d n_events:i",
    "tenures": "entity_id office office_as_written organization country first_seen_on:d last_seen_on:d",
}

FULL_EXAMPLES = {"sha256": "0" * 64}


def test_the_tables_are_these():
    assert list(TABLES) == list(COLUMNS)


@pytest.mark.parametrize("table", COLUMNS)
def test_columns_and_types(table):
    expected = [(name, TYPES[kind or "s"]) for name, _, kind in (column.partition(":") for column in COLUMNS[table].split())]
    assert [(field.name, field.type) for field in arrow_schema(table)] == expected


@pytest.mark.parametrize("table", COLUMNS)
def test_every_column_says_what_it_is(table):
    measures = re.compile(r"char_.*|.*_date|n_.*|confidence|latitude|longitude|goldstein")
    for column in describe(table):
        assert column["description"] and column["example"] is not None, column["name"]
        assert column["unit"] or not measures.fullmatch(column["name"]), column["name"]


@pytest.mark.parametrize("table", COLUMNS)
def test_examples_pass_the_checks_of_their_columns(table):
    columns = TABLES[table].model.to_schema().columns
    for field in arrow_schema(table):
        example = FULL_EXAMPLES.get(field.name, json.loads(field.metadata[b"example"]))
        if field.type == pa.date32():
            example = pd.Timestamp(example).date()
        frame = pd.DataFrame({field.name: pd.Series([example], dtype=pd.ArrowDtype(field.type))})
        columns[field.name].validate(frame)


def test_arrow_schema_carries_what_a_reader_needs():
    schema = arrow_schema("events")
    assert schema.metadata[b"schema_version"] == SCHEMA_VERSION.encode() and schema.metadata[b"description"]
    latitude = schema.field("latitude")
    assert (latitude.metadata[b"unit"], latitude.nullable, schema.field("event_id").nullable) == (b"degrees north, WGS 84", True, False)


def test_rejected_tables_take_any_row_and_give_reasons():
    schema = rejected_schema("events")
    assert schema.names == [*arrow_schema("events").names, "reasons"]
    assert all(field.nullable for field in schema if field.name != "reasons")
    assert schema.field("reasons").type == pa.list_(pa.string())


@pytest.mark.parametrize("table", COLUMNS)
def test_key_and_order_are_columns(table):
    entry = TABLES[table]
    assert {*entry.key, *entry.order} <= set(arrow_schema(table).names)
    assert set(entry.key) <= set(entry.order), "rows with different keys must never tie"
