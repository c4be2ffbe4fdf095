"""A frame as the bytes of a Parquet file, and back.

The same rows give the same bytes: one chunk, fixed row groups, pinned codec, and no pandas metadata, which would name versions of the
libraries. The bytes still depend on the version of pyarrow, which the lock file pins. What does not belong here: where files go.
"""
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow
import pyarrow.parquet

ROW_GROUP_SIZE = 65_536
"""Rows per row group."""

COMPRESSION_LEVEL = 3
"""Of zstd."""


def to_bytes(frame: pd.DataFrame, schema: pyarrow.Schema) -> bytes:
    """The file's content. `frame` has exactly the columns and types of `schema`, whose metadata is stored with it."""
    table = pyarrow.Table.from_pandas(frame, schema=schema, preserve_index=False).replace_schema_metadata(schema.metadata).combine_chunks()
    sink = pyarrow.BufferOutputStream()
    pyarrow.parquet.write_table(
        table,
        sink,
        version="2.6",
        data_page_version="1.0",
        compression="zstd",
        compression_level=COMPRESSION_LEVEL,
        row_group_size=ROW_GROUP_SIZE,
    )
    content: bytes = sink.getvalue().to_pybytes()
    return content


def read_frame(path: Path) -> pd.DataFrame:
    """The frame of one file, Arrow-backed as `tables.make_tables` makes it."""
    # One file, not a dataset: the folder's name must not be taken for a partition, and no thread pool is worth starting.
    table: Any = pyarrow.parquet.ParquetFile(path).read(use_threads=False)
    frame: pd.DataFrame = table.to_pandas(types_mapper=pd.ArrowDtype)
    return frame
