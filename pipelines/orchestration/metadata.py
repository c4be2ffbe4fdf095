"""Tables as Dagster's interface shows them: column schemas, previews, counts, pictures.

What belongs here: the way from a schema or rows to metadata values. What does not: assets, and which numbers to show (`insights`).
"""
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import dagster as dg
import pandas as pd
import pyarrow
from pyarrow.parquet import ParquetFile

from pipelines.orchestration.charts import data_uri, text_bars
from pipelines.publish.cells import rows
from pipelines.publish.contract import REFERENCES
from schemas.arrow import describe
from schemas.tables import TABLES

CELL = 44  # characters of a value shown in a preview
SAMPLE = 5  # rows of a preview or a sample; a sample shows every column
INLINE = 1000  # Markdown shorter than this stands on the asset's page; the interface hides longer Markdown behind a link

PREVIEW = {
    "documents": ("file_name", "published_on", "title"),
    "segments": ("position", "kind", "published_on", "heading"),
    "events": ("start_date", "event_type", "countries", "city"),
    "participants": ("name", "country", "office"),
    "agreements": ("start_date", "agreement_type", "parties"),
    "entities": ("name", "country", "n_events"),
    "tenures": ("country", "office", "first_seen_on"),
}
"""The columns that let a reader see the point of a table at a glance."""


def column_schema(table: str) -> dg.TableSchema:
    """The contract of a table, for the Columns view: types, meanings, what may be null, closed vocabularies, what a column points to."""
    key = TABLES[table].key
    targets = pointed_to(table)
    return dg.TableSchema(columns=[_column(column, key == (column["name"],), targets.get(column["name"])) for column in describe(table)])


def pointed_to(table: str) -> dict[str, str]:
    """Column -> the `table.column` its values name."""
    own = [reference for reference in REFERENCES if reference.table == table]
    pointers = [(reference.columns[0], f"{reference.target}.{reference.target_columns[0]}") for reference in own]
    return dict(reversed(pointers))  # the first one named counts


def _column(column: Mapping[str, Any], unique: bool, target: str | None) -> dg.TableColumn:
    values = column["values"]
    unit = f" [{column['unit']}]" if column["unit"] else ""
    return dg.TableColumn(
        name=column["name"],
        type=column["type"].replace("[pyarrow]", "").replace("item: ", ""),
        description=f"{column['description']}{unit}, e.g. {column['example']}",
        constraints=dg.TableColumnConstraints(
            nullable=column["nullable"],
            unique=unique,
            other=[*([f"in {target}"] if target else []), *([f"one of {', '.join(values)}"] if values else [])],
        ),
    )


def first_rows(file: Path) -> pd.DataFrame:
    """The first rows of a Parquet file, however many it holds."""
    with ParquetFile(file) as stored:
        table: Any = pyarrow.Table.from_batches(islice(stored.iter_batches(SAMPLE), 1), stored.schema_arrow)
    frame: pd.DataFrame = table.to_pandas(types_mapper=pd.ArrowDtype)
    return frame


def preview(table: str, frame: pd.DataFrame) -> dg.MetadataValue[Any]:
    """The first rows of a table in its most telling columns."""
    columns = PREVIEW[table]
    return inline(columns, rows(frame.head(SAMPLE), *columns))


def sample(frame: pd.DataFrame) -> dg.MetadataValue[Any]:
    """A few rows in all their columns, a line for each column, so that a wide table fits into a window."""
    names = [str(name) for name in frame.columns]
    records = list(rows(frame.head(SAMPLE), *names))
    turned = zip(names, *records, strict=True)
    return markdown(("column", *(f"row {number}" for number in range(1, len(records) + 1))), turned)


def picture(svg: str) -> dg.MetadataValue[Any]:
    """A picture, behind the link that the interface makes of long Markdown."""
    return dg.MetadataValue.md(f"![]({data_uri(svg)})")


def bars(name: str, counts: Mapping[str, int]) -> dg.MetadataValue[Any]:
    """Counts as bars of text, in the order given."""
    return inline((name, "count", ""), text_bars(counts.items()))


def inline(columns: Sequence[str], table: Iterable[Sequence[Any]]) -> dg.MetadataValue[Any]:
    """A table in Markdown with as many of the rows as stand on the page without a click."""
    lines: list[str] = []
    for line in _lines(columns, table):
        if sum(map(_length, lines)) + _length(line) + len(lines) >= INLINE:
            break
        lines.append(line)
    return dg.MetadataValue.md("\n".join(lines))


def markdown(columns: Sequence[str], table: Iterable[Sequence[Any]]) -> dg.MetadataValue[Any]:
    """A table in Markdown, long values cut, nothing in them taken for markup."""
    return dg.MetadataValue.md("\n".join(_lines(columns, table)))


def _lines(columns: Sequence[str], table: Iterable[Sequence[Any]]) -> Iterator[str]:
    yield _line(columns)
    yield _line(["---"] * len(columns))
    yield from (_line([_cell(value) for value in row]) for row in table)


def _length(line: str) -> int:
    """As the interface counts: in units of UTF-16."""
    return len(line.encode("utf-16-le", "surrogatepass")) // 2


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(value: Any) -> str:
    cut = _cut(_words(value), CELL)
    return "".join(f"\\{character}" if character in "|\\`*_<>[]#" else character for character in cut)


def _words(value: Any) -> str:
    if isinstance(value, list | tuple) or hasattr(value, "tolist"):
        value = ", ".join(map(str, value))
    return "" if value is None or value is pd.NA else " ".join(str(value).split())


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"
