"""`communique show ID`: a row, the words of the text that say so, and the rows it belongs with."""
import argparse
from collections.abc import Iterator

from pipelines.cli.faults import Fault
from pipelines.cli.release import KEYS, Found, Release, Row, open_release
from pipelines.cli.render import columns, evidence, line_of, one_line
from pipelines.settings import data_folder

# Which rows belong with a row: heading, their table, their column, and the column of the row that it must equal.
RELATED = {
    "documents": [("segments", "segments", "document_id", "document_id"), ("events", "events", "document_id", "document_id")],
    "segments": [("events", "events", "segment_id", "segment_id"), ("agreements", "agreements", "segment_id", "segment_id")],
    "events": [
        ("participants", "participants", "event_id", "event_id"),
        ("agreements", "agreements", "event_id", "event_id"),
        ("part of", "events", "event_id", "parent_event_id"),
        ("during it", "events", "parent_event_id", "event_id"),
        ("announced by", "events", "event_id", "preceded_by_event_id"),
        ("followed by", "events", "preceded_by_event_id", "event_id"),
        ("reports of the same occasion", "events", "occasion_id", "occasion_id"),
    ],
    "participants": [("takes part in", "events", "event_id", "event_id"), ("is", "entities", "entity_id", "entity_id")],
    "agreements": [("at", "events", "event_id", "event_id")],
    "entities": [("held the offices", "tenures", "entity_id", "entity_id"), ("takes part as", "participants", "entity_id", "entity_id")],
}


def run(options: argparse.Namespace) -> int:
    release = open_release(data_folder(options.data))
    reports = release.rows("events", occasion_id=options.id) if options.id.startswith("occ_") else []
    print("\n".join(occasion(options.id, reports) if reports else page(release, find(release, options.id))))
    return 0


def occasion(occasion_id: str, reports: list[Row]) -> Iterator[str]:
    """An occasion has no row of its own: it is the events that report it."""
    yield f"occasion  {occasion_id}"
    yield from (f"    {row['event_id']}  {one_line('events', row)}" for row in reports)


def find(release: Release, row_id: str) -> Found:
    """The row of an id, or of the only id that begins so. Raises Fault with the nearest ids."""
    if found := release.find(row_id):
        return found
    near = release.like(row_id)
    if len(near) == 1 and near[0].startswith(row_id) and (found := release.find(near[0])):
        return found
    raise Fault(f"no row has the id {row_id}" + (f"; did you mean {', '.join(near)}?" if near else f" in {release.folder}"))


def page(release: Release, found: Found) -> Iterator[str]:
    """The page of a row, line by line."""
    table, row = found.table, found.row
    yield f"{table}  {row[KEYS[table]]}  (release {release.folder.name})"
    yield f"  {one_line(table, row)}"
    if found.rejected:
        yield from ["", "rejected", *(f"    {reason}" for reason in row["reasons"])]
    yield from _source(release, table, row)
    for heading, other, column, own in RELATED[table]:
        yield from _related(release, found, heading, other, column, row[own])
    yield from ["", "all columns", columns(row)]


def _source(release: Release, table: str, row: Row) -> Iterator[str]:
    """File, line and characters, and the evidence in its context."""
    if row.get("char_start") is None or row.get("document_id") is None:
        return
    for document in release.rows("documents", document_id=row["document_id"]):
        start, end, text = row["char_start"], row["char_end"], document["text"]
        yield ""
        yield f"{document['file_name']}, line {line_of(text, start)} of the text, characters {start}–{end}"
        # A segment is long and speaks for itself: its beginning is enough to recognize it.
        yield evidence(text, start, min(end, start + 400) if table == "segments" else end)


def _related(release: Release, found: Found, heading: str, table: str, column: str, value: object) -> Iterator[str]:
    """The rows of another table that belong with this one, without the row itself."""
    if value is None:
        return
    own = found.row[KEYS[found.table]]
    key = KEYS.get(table)
    rows = [row for row in release.rows(table, **{column: value}) if key is None or row[key] != own]
    if rows:
        yield from ["", heading]
    for row in rows:
        yield f"    {row[key] + '  ' if key else ''}{one_line(table, row)}"
