"""From records to validated tables as files, batch by batch, so that memory does not grow with the corpus.

First entities and tenures, which all documents share; then the other tables in batches of documents; then `documents`, whose rows stand in
another order. A row that names a rejected row of an earlier or later batch loses the reference; which rows are rejected is known only
at the end of a pass, so where that matters there is a second one. What does not belong here: releases (`release`), judging (`validate`).
"""
from collections import Counter
from collections.abc import Mapping
from contextlib import ExitStack
from itertools import islice
from pathlib import Path

import pandas as pd

from pipelines.model.document import Document
from pipelines.publish.cells import cells
from pipelines.publish.contract import REFERENCES, check_no_cycle
from pipelines.publish.ledger import Ledger
from pipelines.publish.parquet import TEXT_GROUP_SIZE, TableWriter, write_frame
from pipelines.publish.prepared import Prepared
from pipelines.publish.records import Links, NoLinks, Records, Source
from pipelines.publish.scratch import Scratch
from pipelines.publish.tables import document_row, in_order, make_tables, rejected_files_frame, to_frame
from pipelines.publish.validate import Elsewhere, Validated, judge, without_dangling
from schemas.arrow import arrow_schema, rejected_schema
from schemas.tables import TABLES

SHARED = ("entities", "tenures")
IN_BATCHES = ("segments", "events", "participants", "agreements")
NAMED_ACROSS = ("documents", "events")
DUPLICATES = next(one for one in REFERENCES if one.columns == ("duplicate_of",))


def prepare(source: Source, home: Path | None = None) -> Prepared:
    """Records to validated tables in a folder below `home`. Raises `contract.ContractBroken` where the run must fail; publishes nothing."""
    scratch = Scratch(home)
    check_no_cycle("preceded_by_event_id", source.links.preceded_by)
    world = Records(links=NoLinks(entities=source.links.entities, tenures=source.links.tenures))
    tables = make_tables(world)
    shared = judge(tables, Elsewhere())
    rejected = {"entities": _ids("entities", shared.rejected["entities"])}
    while True:
        ledger = Ledger()
        ledger.note(tables, shared)
        done = _Pass(scratch.folder, source, shared, Elsewhere(rejected), ledger)
        done.run()
        found = rejected | done.rejected_ids()
        if found == rejected or not done.names(found):
            return done.finish(scratch)
        rejected = found


def _ids(table: str, frame: pd.DataFrame) -> frozenset[str]:
    return frozenset(cells(frame[TABLES[table].key[0]]))


class _Pass:
    """All records once: what is accepted goes to files, what is rejected is kept."""

    def __init__(self, folder: Path, source: Source, shared: Validated, elsewhere: Elsewhere, ledger: Ledger) -> None:
        self._folder = folder
        self._source = source
        self._shared = shared
        self._elsewhere = elsewhere
        self._ledger = ledger
        self._rejected: dict[str, list[pd.DataFrame]] = {table: [frame] for table, frame in shared.rejected.items()}
        self._rows: dict[str, int] = {}
        self._cut: Counter[str] = Counter(shared.cut)
        self._duplicates: set[str] = set()

    def run(self) -> None:
        links = _without_tables(self._source.links)
        with ExitStack() as files:
            writers = {table: files.enter_context(TableWriter(self._path(table), arrow_schema(table))) for table in IN_BATCHES}
            for batch in self._source.batches():
                self._add(_with(batch, links), writers)
            self._rows |= {table: writer.rows for table, writer in writers.items()}
        self._ledger.check()

    def _add(self, batch: Records, writers: Mapping[str, TableWriter]) -> None:
        tables = make_tables(batch)
        judged = judge(tables, self._elsewhere)
        self._ledger.note(tables, judged)
        self._cut.update(judged.cut)
        self._duplicates.update(filter(None, cells(tables["documents"]["duplicate_of"])))
        for table, writer in writers.items():
            writer.add(judged.accepted[table])
        for table, frame in judged.rejected.items():
            if len(frame):
                self._rejected[table].append(frame)

    def rejected_ids(self) -> dict[str, frozenset[str]]:
        return {table: frozenset().union(*(_ids(table, frame) for frame in self._rejected[table])) for table in NAMED_ACROSS}

    def names(self, rejected: Mapping[str, frozenset[str]]) -> bool:
        """Whether a row names one of these, perhaps from another document."""
        announced = self._source.links.preceded_by.values()
        return not (rejected["events"].isdisjoint(announced) and rejected["documents"].isdisjoint(self._duplicates))

    def finish(self, scratch: Scratch) -> Prepared:
        """The tables that wait for the end: those that all documents share, `documents`, the rejected rows."""
        for table in SHARED:
            write_frame(self._shared.accepted[table], self._path(table), arrow_schema(table))
            self._rows[table] = len(self._shared.accepted[table])
        self._write_documents()
        rejected = {table: self._all_rejected(table) for table in TABLES}
        for table, frame in rejected.items():
            write_frame(frame, self._path(f"rejected/{table}"), rejected_schema(table))
        rows = {table: self._rows[table] for table in TABLES}
        return Prepared(scratch, rows, rejected, dict(sorted(self._cut.items())), self._source.settings)

    def _write_documents(self) -> None:
        bad = self.rejected_ids()["documents"]
        good = (document for document in self._source.by_name() if document.document_id not in bad)
        with TableWriter(self._path("documents"), arrow_schema("documents")) as writer:
            while group := list(islice(good, TEXT_GROUP_SIZE)):
                writer.add(without_dangling(DUPLICATES, _documents(group), {(one,) for one in bad}, {}))
            self._rows["documents"] = writer.rows

    def _all_rejected(self, table: str) -> pd.DataFrame:
        """Rows of all batches in one order; files that never became a document among the documents."""
        frames = [frame for frame in self._rejected[table] if len(frame)]
        if table == "documents" and self._source.rejected_files:
            frames.insert(0, rejected_files_frame(self._source.rejected_files))
        return in_order(table, pd.concat(frames, ignore_index=True)) if frames else self._shared.rejected[table]

    def _path(self, table: str) -> Path:
        return self._folder / f"{table}.parquet"


def _documents(documents: list[Document]) -> pd.DataFrame:
    return to_frame("documents", [document_row(one) for one in documents])


def _without_tables(links: Links) -> NoLinks:
    """The links by id alone: entities and tenures are written once, not with every batch."""
    return NoLinks((), (), links.entity_of, links.occasion_of, links.preceded_by, links.signatories_of)


def _with(batch: Records, links: Links) -> Records:
    return Records(batch.documents, (), batch.segments, batch.codings, links)
