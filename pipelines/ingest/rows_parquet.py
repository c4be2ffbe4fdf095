"""Parquet to rows, streamed in small batches. The one module of ingest that knows pyarrow: the format is its own."""
from collections.abc import Iterator
from typing import Any, BinaryIO

import pyarrow
from pyarrow import parquet

from pipelines.ingest.limits import Limits
from pipelines.ingest.rows import Row, fields_of

BATCH_ROWS = 64
LARGEST_ROW_GROUP = 1 << 31  # bytes of one column, unpacked


def parquet_rows(stream: BinaryIO, limits: Limits) -> Iterator[Row]:
    """A row for each row, of the columns that mean something; strings stay in dictionaries, so that few bytes cannot become many."""
    number = 0
    try:
        file = parquet.ParquetFile(stream)
        columns = tuple(fields_of(tuple(file.schema_arrow.names)).values())
        if "text" not in fields_of(tuple(file.schema_arrow.names)):
            yield Row(0, dict.fromkeys(file.schema_arrow.names))
            return
        _require_moderate(file)
        strings = [name for name in columns if pyarrow.types.is_string(file.schema_arrow.field(name).type)]
        file = parquet.ParquetFile(stream, read_dictionary=strings)
        for batch in file.iter_batches(batch_size=BATCH_ROWS, columns=list(columns), use_threads=False):
            for index in range(batch.num_rows):
                number += 1
                yield Row(number, {name: _value(batch.column(name)[index]) for name in columns})
    except (pyarrow.ArrowException, OSError, ValueError, TypeError, MemoryError) as error:
        yield Row(number and number + 1, {}, f"cannot be read from here on: {type(error).__name__}")


def _require_moderate(file: parquet.ParquetFile) -> None:
    """Raise ValueError where a column of one row group would not fit into memory."""
    groups = (file.metadata.row_group(index) for index in range(file.metadata.num_row_groups))
    if any(group.column(one).total_uncompressed_size > LARGEST_ROW_GROUP for group in groups for one in range(group.num_columns)):
        raise ValueError("row group too large")


def _value(scalar: Any) -> Any:
    try:
        return scalar.as_py()
    except (ValueError, OverflowError, UnicodeDecodeError):  # a time before the year 1, a string that is no UTF-8
        return None
