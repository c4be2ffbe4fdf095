"""Frames as a Parquet file, and back.

The same rows give the same bytes, however they are handed over: fixed row groups, pinned codec, and no pandas metadata, which would
name versions of the libraries. The bytes still depend on the version of pyarrow, which the lock file pins. What does not belong here:
where files go.
"""
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Any

import pandas as pd
import pyarrow
import pyarrow.parquet

ROW_GROUP_SIZE = 16_384
"""Rows per row group."""

TEXT_GROUP_SIZE = 1_024
"""Rows per row group where a row holds a whole text."""

READ_ROWS = 1_024
"""Read at once; a row may hold a whole text."""

COMPRESSION_LEVEL = 3
"""Of zstd."""


class TableWriter:
    """A table that comes in pieces, as one file; holds no more than one row group and one piece.

    The frames have exactly the columns and types of `schema`, whose metadata is stored with them.
    """

    def __init__(self, path: Path, schema: pyarrow.Schema) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self.rows = 0
        self._schema = schema
        self._size = TEXT_GROUP_SIZE if "text" in schema.names else ROW_GROUP_SIZE
        self._waiting = schema.empty_table()
        self._file = pyarrow.parquet.ParquetWriter(
            path, schema, version="2.6", data_page_version="1.0", compression="zstd", compression_level=COMPRESSION_LEVEL
        )

    def __enter__(self) -> "TableWriter":
        return self

    def __exit__(self, fault: type[BaseException] | None, *_: BaseException | TracebackType | None) -> None:
        if fault is None and (self._waiting.num_rows or not self.rows):
            self._write(self._waiting)
        self._file.close()

    def add(self, frame: pd.DataFrame) -> None:
        table = pyarrow.Table.from_pandas(frame, schema=self._schema, preserve_index=False).replace_schema_metadata(self._schema.metadata)
        self._waiting = pyarrow.concat_tables([self._waiting, table])
        self.rows += len(frame)
        while self._waiting.num_rows >= self._size:
            self._write(self._waiting.slice(0, self._size))
            self._waiting = self._waiting.slice(self._size)

    def _write(self, group: pyarrow.Table) -> None:
        self._file.write_table(group.combine_chunks(), row_group_size=self._size)


def write_frame(frame: pd.DataFrame, path: Path, schema: pyarrow.Schema) -> None:
    """A whole table as one file."""
    with TableWriter(path, schema) as writer:
        writer.add(frame)


def read_frame(path: Path, columns: list[str] | None = None) -> pd.DataFrame:
    """The frame of one file, Arrow-backed as `tables.make_tables` makes it, or some of its columns."""
    # One file, not a dataset: the folder's name must not be taken for a partition, and no thread pool is worth starting.
    table: Any = pyarrow.parquet.ParquetFile(path).read(columns=columns, use_threads=False)
    frame: pd.DataFrame = table.to_pandas(types_mapper=pd.ArrowDtype)
    return frame


def read_values(path: Path, *names: str) -> Iterator[tuple[Any, ...]]:
    """The values of some columns of one file, row by row; no more than a few rows are held."""
    with pyarrow.parquet.ParquetFile(path) as file:
        for batch in file.iter_batches(READ_ROWS, columns=list(names), use_threads=False):
            columns = batch.to_pydict()
            yield from zip(*(columns[name] for name in names), strict=True)
