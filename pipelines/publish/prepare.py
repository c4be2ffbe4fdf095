"""From records to validated tables as files, batch by batch, so that memory does not grow with the corpus.

First entities with their tenures, which all documents share; then the other tables in batches of documents; then `documents` and
`entities` anew, whose rows stand in another order. A row that names a rejected row of an earlier or later batch loses the reference;
which rows are rejected is known only at the end of a pass, so where that matters there is a second one. What does not belong here:
releases (`release`), judging (`validate`).
"""
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import replace
from itertools import islice
from pathlib import Path

import pandas as pd

from pipelines.publish.cells import cells
from pipelines.publish.contract import REFERENCES
from pipelines.publish.ledger import ANNOUNCED, Ledger
from pipelines.publish.parquet import ROW_GROUP_SIZE, TEXT_GROUP_SIZE, TableWriter, write_frame
from pipelines.publish.prepared import Prepared
from pipelines.publish.records import NoLinks, Records, Source
from pipelines.publish.scratch import Scratch
from pipelines.publish.tables import Row, document_row, in_order, make_tables, rejected_files_frame, rejected_frame, to_frame
from pipelines.publish.validate import Elsewhere, judge, without_dangling
from schemas.arrow import arrow_schema, rejected_schema
from schemas.tables import TABLES

IN_BATCHES = ("segments", "events", "participants", "agreements", "tenures")
NAMED_ACROSS = ("documents", "events")
BY_NAME = {"documents": TEXT_GROUP_SIZE, "entities": ROW_GROUP_SIZE}
"""Tables whose rows come in another order than they are judged in, and how many of them are written at once."""

DUPLICATES = next(one for one in REFERENCES if one.columns == ("duplicate_of",))


def prepare(source: Source, home: Path | None = None) -> Prepared:
    """Records to validated tables in a folder below `home`. Raises `contract.ContractBroken` where the run must fail; publishes nothing."""
    scratch = Scratch(home)
    rejected: dict[str, frozenset[str]] = {}
    while True:
        done = _Pass(scratch.folder, source, Elsewhere(rejected))
        done.run()
        found = done.rejected_ids()
        if found == rejected or not done.names(found):
            return done.finish(scratch)
        rejected = found


def _ids(table: str, frame: pd.DataFrame) -> frozenset[str]:
    return frozenset(cells(frame[TABLES[table].key[0]]))


class _Pass:
    """All records once: what is accepted goes to files, what is rejected is kept."""

    def __init__(self, folder: Path, source: Source, elsewhere: Elsewhere) -> None:
        self._folder = folder
        self._source = source
        self._elsewhere = elsewhere
        self._ledger = Ledger(folder)
        self._rejected: dict[str, list[pd.DataFrame]] = {table: [] for table in TABLES}
        self._rows: dict[str, int] = {}
        self._cut: Counter[str] = Counter()

    def run(self) -> None:
        with ExitStack() as files:
            writers = {table: files.enter_context(TableWriter(self._path(table), arrow_schema(table))) for table in IN_BATCHES}
            for entities, tenures in self._source.households():
                self._add(Records(links=NoLinks(entities, tenures)), writers)
            bad = frozenset().union(*(_ids("entities", frame) for frame in self._rejected["entities"]))
            self._elsewhere = Elsewhere({**self._elsewhere.rejected, "entities": bad})
            for batch in self._source.batches():
                self._add(_alone(batch), writers)
            self._rows |= {table: writer.rows for table, writer in writers.items()}
        self._ledger.check()

    def _add(self, batch: Records, writers: Mapping[str, TableWriter]) -> None:
        tables = make_tables(batch)
        judged = judge(tables, self._elsewhere)
        self._ledger.note(tables, judged)
        self._cut.update(judged.cut)
        for table, writer in writers.items():
            writer.add(judged.accepted[table])
        for table, frame in judged.rejected.items():
            if len(frame):
                self._rejected[table].append(frame)

    def rejected_ids(self) -> dict[str, frozenset[str]]:
        return {table: frozenset().union(*(_ids(table, frame) for frame in self._rejected[table])) for table in NAMED_ACROSS}

    def names(self, rejected: Mapping[str, frozenset[str]]) -> bool:
        """Whether a row names one of these, perhaps from another document."""
        return any(self._ledger.names(reference, rejected[reference.target]) for reference in (DUPLICATES, ANNOUNCED))

    def finish(self, scratch: Scratch) -> Prepared:
        """The tables that wait for the end: those in another order, and the rejected rows."""
        bad = {table: frozenset().union(*(_ids(table, frame) for frame in self._rejected[table])) for table in BY_NAME}
        self._write("documents", map(document_row, self._source.by_name()), bad["documents"])
        self._write("entities", map(dict, self._source.entities_by_name()), bad["entities"])
        rejected = {table: self._all_rejected(table) for table in TABLES}
        for table, frame in rejected.items():
            write_frame(frame, self._path(f"rejected/{table}"), rejected_schema(table))
        rows = {table: self._rows[table] for table in TABLES}
        return Prepared(scratch, rows, rejected, dict(sorted(self._cut.items())), self._source.settings)

    def _write(self, table: str, rows: Iterator[Row], bad: frozenset[str]) -> None:
        """A table from its rows in order, but for the bad ones and what names them."""
        good = (row for row in rows if row[TABLES[table].key[0]] not in bad)
        pointers: set[tuple[str, ...]] = {(one,) for one in bad}
        with TableWriter(self._path(table), arrow_schema(table)) as writer:
            while group := list(islice(good, BY_NAME[table])):
                frame = to_frame(table, group)
                writer.add(without_dangling(DUPLICATES, frame, pointers, {}) if table == "documents" else frame)
            self._rows[table] = writer.rows

    def _all_rejected(self, table: str) -> pd.DataFrame:
        """Rows of all batches in one order; files that never became a document among the documents."""
        frames = list(self._rejected[table])
        if table == "documents" and (files := self._source.rejected_files):
            frames.insert(0, rejected_files_frame(files))
        return in_order(table, pd.concat(frames, ignore_index=True)) if frames else rejected_frame(table)

    def _path(self, table: str) -> Path:
        return self._folder / f"{table}.parquet"


def _alone(batch: Records) -> Records:
    """The batch without entities and tenures: they are written once, not with every batch."""
    links = batch.links
    return replace(batch, links=NoLinks((), (), links.entity_of, links.occasion_of, links.preceded_by, links.signatories_of))
