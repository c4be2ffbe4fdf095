"""What a file holds: one text, the members of an archive, or the rows of a bulk file.

What belongs here: which it is, by its kind. What does not: unpacking (`archives`), rows (`rows`), reading a text (`document`).
"""
import io
import zlib
from collections.abc import Callable, Iterator
from zipfile import BadZipFile

from pipelines.ingest.archives import gunzipped, zip_members
from pipelines.ingest.files import Unreadable
from pipelines.ingest.inputs import Input
from pipelines.ingest.kinds import HEAD_BYTES, Kind, kind_of
from pipelines.ingest.limits import Limits
from pipelines.ingest.rows import Row, row_inputs
from pipelines.ingest.rows_text import csv_rows, json_lines
from pipelines.ingest.terms import Terms
from pipelines.model.document import RejectedFile

Found = Iterator[Input | RejectedFile]
ARCHIVES = frozenset(["zip", "gzip"])
DAMAGED = (EOFError, zlib.error, BadZipFile, NotImplementedError)
NESTED = "an archive in an archive: unpack it and put in what it holds"


def inputs_in(stream: io.BufferedReader, name: str, terms: Terms, named: str | None = None, *, packed: bool = False) -> Found:
    """The inputs in an open file, in its order; at least one. Never raises because of the data, but for Unreadable before any input.

    `name`: relative to the folder of texts. `named`: what the kind is told by, where that is another name. `packed`: it comes out of
    an archive.
    """
    last = name
    try:
        kind = kind_of(named or name, stream.peek(HEAD_BYTES)[:HEAD_BYTES])
        for one in _of_kind(stream, name, named or name, kind, terms, packed):
            last = one.file_name
            yield one
    except DAMAGED as error:
        yield RejectedFile(name if last == name else f"{last}+", None, (f"damaged, cannot be read to its end: {type(error).__name__}",))


def _of_kind(stream: io.BufferedReader, name: str, named: str, kind: Kind, terms: Terms, packed: bool) -> Found:
    if kind.reader is None:
        return iter([RejectedFile(name, None, (kind.needs or "",), kind.media_type)])
    if kind.reader in ARCHIVES and packed:
        return iter([RejectedFile(name, None, (NESTED,), kind.media_type)])
    if kind.reader == "zip":
        return _of_zip(stream, name, kind, terms)
    if kind.reader == "gzip":
        return inputs_in(gunzipped(stream, terms.limits), name, terms, named.removesuffix(".gz"), packed=True)
    if kind.reader in ROWS:
        return row_inputs(ROWS[kind.reader](stream, terms.limits), name, kind, terms)
    return _whole(stream, name, kind, terms)


def _whole(stream: io.BufferedReader, name: str, kind: Kind, terms: Terms) -> Found:
    most = terms.limits.max_bytes
    data = stream.read(most + 1)
    if len(data) > most:
        yield RejectedFile(name, None, (f"too large: more than {most:,} bytes",), kind.media_type)
    else:
        yield Input(name, data, kind.reader or "", kind.media_type, terms.source_of(name))


def _of_zip(stream: io.BufferedReader, name: str, kind: Kind, terms: Terms) -> Found:
    empty = True
    for member in zip_members(stream, terms.limits):
        empty = False
        own = f"{name}!/{member.name}"
        if member.stream is None:
            yield RejectedFile(own, None, (member.reason or "",), kind.media_type)
        else:
            yield from _of_member(member.stream, own, member.name, terms)
    if empty:
        yield RejectedFile(name, None, ("an archive without files",), kind.media_type)


def _of_member(stream: io.BufferedReader, name: str, named: str, terms: Terms) -> Found:
    """One member; when its limits are broken the next is looked at all the same, should the budget allow it."""
    try:
        with stream:
            yield from inputs_in(stream, name, terms, named, packed=True)
    except Unreadable as why:
        yield RejectedFile(name, None, (str(why),))


def _parquet(stream: io.BufferedReader, limits: Limits) -> Iterator[Row]:
    """Parquet is read from its end, so out of an archive it must fit into memory."""
    from pipelines.ingest.rows_parquet import parquet_rows

    if stream.seekable():
        return parquet_rows(stream, limits)
    data = stream.read(limits.max_bytes + 1)
    if len(data) > limits.max_bytes:
        raise Unreadable(f"a Parquet file of more than {limits.max_bytes:,} bytes in an archive: unpack it here")
    return parquet_rows(io.BytesIO(data), limits)


ROWS: dict[str, Callable[[io.BufferedReader, Limits], Iterator[Row]]] = {"jsonl": json_lines, "csv": csv_rows, "parquet": _parquet}
