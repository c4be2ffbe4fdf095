"""Rows of bulk files as inputs: which cells mean what, and what is no text.

What belongs here: a row that has been cut into named cells. What does not: cutting files into rows (`rows_text`, `rows_parquet`).
A row's bytes are its cells as JSON, so that the same row is the same document in every format.
"""
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from hashlib import sha256
from itertools import islice
from typing import Any

from pipelines.ingest.files import printable
from pipelines.ingest.inputs import Extracted, Facts, Input, NotText, Source
from pipelines.ingest.kinds import Kind
from pipelines.ingest.terms import Terms
from pipelines.ingest.titled import titled
from pipelines.ingest.told_dates import told_date
from pipelines.lexicon.countries import iso_of
from pipelines.lexicon.loader import read_tsv, split_cell
from pipelines.model.document import RejectedFile

ADDRESS = re.compile(r"[a-z]+://\S+")
LANGUAGE = re.compile(r"([a-z]{2,3})(?:[-_][A-Za-z0-9-]+)?")
ENGLISH = frozenset(["english", "eng"])
MARKUP = re.compile(r"\s{0,99}+<(?:!doctype\s|html|body|div|p|h[1-6]|article|section|span|table)\b[^<>]{0,2000}+>", re.IGNORECASE)
MAX_ID_CHARS = 200
NOT_SAID = frozenset(["", "nan", "none", "null", "n/a", "nat"])


@dataclass(frozen=True, slots=True)
class Row:
    """Named cells and the number of the row, from 1, or the reason why it has none; number 0 speaks for the file."""

    number: int
    cells: Mapping[str, Any]
    reason: str | None = None


def row_inputs(rows: Iterable[Row], name: str, kind: Kind, terms: Terms) -> Iterator[Input | RejectedFile]:
    """One result a row; one for the file where it has none. `name` of a row: `dump.jsonl#17`, or with its id, `dump.jsonl#abc`."""
    found = 0
    for row in islice(rows, terms.limits.max_rows + 1):
        found += 1
        if found > terms.limits.max_rows:
            row = Row(row.number, {}, f"from here on unread: the limit is {terms.limits.max_rows:,} rows")
        yield _result(row, name, kind, terms)
    if not found:
        yield RejectedFile(name, None, ("no rows in it",), kind.media_type)


def _result(row: Row, name: str, kind: Kind, terms: Terms) -> Input | RejectedFile:
    cells = {field: value for field, column in fields_of(tuple(row.cells)).items() if (value := cell_text(row.cells[column])) is not None}
    own = f"{name}#{printable(cells['id'])[:MAX_ID_CHARS] if 'id' in cells else row.number}" if row.number else name
    data = json.dumps(cells, sort_keys=True, separators=(",", ":")).encode("ascii")
    reason = row.reason or _reason(row, cells) or _too_large(data, terms)
    if reason is not None:
        return RejectedFile(own, sha256(data).hexdigest() if cells else None, (reason,), kind.media_type)
    return Input(own, data, "row", kind.media_type, terms.source_of(own))


def _reason(row: Row, cells: Mapping[str, str]) -> str | None:
    if "text" in cells:
        return None
    if "text" not in fields_of(tuple(row.cells)):
        return f"no column with the text: call it text or content; there are {', '.join(printable(str(one)) for one in row.cells)[:200]}"
    return "no text in this row"


def _too_large(data: bytes, terms: Terms) -> str | None:
    return f"too large: {len(data):,} bytes, the limit is {terms.limits.max_bytes:,}" if len(data) > terms.limits.max_bytes else None


def cell_text(value: Any) -> str | None:
    """A cell as a string: None where it holds nothing, or something that is no single value."""
    if isinstance(value, date):  # and datetime, which is one
        return value.isoformat()
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    text = str(value)
    return None if text.strip().lower() in NOT_SAID else text


@lru_cache(maxsize=1_000)
def fields_of(columns: tuple[str, ...]) -> Mapping[str, str]:
    """Field -> the column that holds it, for the fields there are columns for."""
    by_name = {re.sub(r"[\s-]+", "_", column.strip().lower()): column for column in reversed(columns)}
    named = ((row["field"], split_cell(row["names"])) for row in read_tsv("bulk_columns.tsv"))
    return {field: by_name[found[0]] for field, names in named if (found := [name for name in names if name in by_name])}


def read_row(given: Input) -> Extracted:
    """A row's text, its title above it where the text lacks it, and what its cells say. Raises NotText."""
    cells = json.loads(given.data)
    text, title = cells["text"], " ".join(cells.get("title", "").split())
    if not text.strip():
        raise NotText("empty")
    return Extracted(text if is_markup(text) else titled(text, title), "utf-8", facts_of_cells(cells, given.source))


def is_markup(text: str) -> bool:
    """Whether a cell holds a web page or a part of one instead of its text."""
    return MARKUP.match(text) is not None


def facts_of_cells(cells: Mapping[str, str], source: Source) -> Facts:
    """What cells say, by the names of their fields; `source` tells how dates are written."""
    day, precision = told_date(cells.get("date"), source)
    address = cells.get("url", "").strip()
    return Facts(
        title=" ".join(cells.get("title", "").split()) or None, published_on=day, precision=precision, publisher=cells.get("publisher"),
        publisher_country=iso_of(cells["country"]) if "country" in cells else None,
        url=address if ADDRESS.fullmatch(address) else None, language=_language(cells.get("language")),
    )


def _language(written: str | None) -> str | None:
    name = written.strip().lower() if written else ""
    if name in ENGLISH:
        return "en"
    found = LANGUAGE.fullmatch(name)
    return found[1] if found else None
