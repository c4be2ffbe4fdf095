"""Which column comes from which: of the records on the way, and of the published tables.

What belongs here: the way of values through the layers, column by column. What does not: how a value is made.
"""
from collections.abc import Iterable, Mapping
from dataclasses import fields
from typing import Any

import dagster as dg

from pipelines.model.document import Document, Segment
from pipelines.model.record import Agreement, Event, Participant
from schemas.arrow import describe

Sources = tuple[tuple[str, str], ...]
"""(asset, column) of everything a column is made from."""

RECORDS: Mapping[str, Mapping[str, tuple[type[Any], str]]] = {
    "texts": {"": (Document, "documents")},
    "items": {"": (Segment, "segments")},
    "codings": {"events.": (Event, "events"), "participants.": (Participant, "participants"), "agreements.": (Agreement, "agreements")},
}
"""Asset -> prefix of its columns -> what it holds, and the table that this becomes."""

LINKS = {
    "entity_of": "participant_id → entity_id",
    "occasion_of": "event_id → occasion_id",
    "preceded_by": "event_id → event_id of the announcement",
    "signatories_of": "agreement_id → entity_ids",
}
"""What linking adds to records that are there already; `links` also holds all columns of entities and tenures."""



def _of_codings(table: str, *columns: str) -> Sources:
    return tuple(("codings", f"{table}.{column}") for column in columns)


_PLOVER = _of_codings("events", "event_type", "status", "topics")

MADE: Mapping[str, Mapping[str, Sources]] = {
    "documents": {"n_chars": (("texts", "text"),)},
    "events": {
        "occasion_id": (("links", "occasion_of"),),
        "preceded_by_event_id": (("links", "preceded_by"),),
        **dict.fromkeys(("plover_type", "plover_mode", "cameo_code", "goldstein"), _PLOVER),
        "plover_contexts": _of_codings("events", "topics", "status", "is_background"),
    },
    "participants": {"entity_id": (("links", "entity_of"),)},
    "agreements": {"signatories": (("links", "signatories_of"),)},
}
"""Columns that are not taken over under the same name."""


def record_schema(asset: str) -> dg.TableSchema:
    """Columns of an asset that holds records: names, types, and the meanings that the tables give them."""
    return dg.TableSchema(columns=[column for prefix, (kind, table) in RECORDS[asset].items() for column in _of_kind(prefix, kind, table)])


def links_schema() -> dg.TableSchema:
    """Columns of `links`: four mappings, and the rows of two tables."""
    added = [dg.TableColumn(name, type="mapping", description=meaning) for name, meaning in LINKS.items()]
    tables = [(table, column) for table in ("entities", "tenures") for column in describe(table)]
    return dg.TableSchema(columns=[*added, *(_taken(f"{table}.{column['name']}", column) for table, column in tables)])


def column_lineage(table: str) -> dg.TableColumnLineage:
    """Where each column of a published table comes from."""
    return dg.TableColumnLineage(
        {column["name"]: [dg.TableColumnDep(*source) for source in sources_of(table, column["name"])] for column in describe(table)}
    )


def upstream_of(table: str) -> list[str]:
    """The assets that the columns of a published table come from, in the order of the flow."""
    named = {asset for column in describe(table) for asset, _ in sources_of(table, column["name"])}
    return [asset for asset in (*RECORDS, "links") if asset in named]


def sources_of(table: str, column: str) -> Sources:
    """Everything that one column of a published table is made from."""
    if column in MADE.get(table, {}):
        return MADE[table][column]
    if table in ("entities", "tenures"):
        return (("links", f"{table}.{column}"),)
    asset, prefix = next((asset, prefix) for asset, held in RECORDS.items() for prefix, (_, made) in held.items() if made == table)
    if column == "evidence_text":
        return (("texts", "text"), (asset, f"{prefix}char_start"), (asset, f"{prefix}char_end"))
    return ((asset, f"{prefix}{column}"),)


def _of_kind(prefix: str, kind: type[Any], table: str) -> Iterable[dg.TableColumn]:
    """What a record holds for the reading alone (`date_order`) is no column of a table, and is left out."""
    told = {column["name"]: column for column in describe(table)}
    return [_taken(f"{prefix}{field.name}", told[field.name]) for field in fields(kind) if field.name in told]


def _taken(name: str, column: Mapping[str, Any]) -> dg.TableColumn:
    return dg.TableColumn(
        name=name,
        type=column["type"].replace("[pyarrow]", "").replace("item: ", ""),
        description=column["description"],
        constraints=dg.TableColumnConstraints(nullable=column["nullable"]),
    )


