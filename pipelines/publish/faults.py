"""What is wrong with single rows, as data: row number -> reasons.

What belongs here: the checks of the models, of the evidence, of the tiling. What does not: what becomes of a bad row (`validate`), and
faults that stop the run (`contract`).
"""
from collections.abc import Mapping

import pandas as pd
import pandera.pandas as pa

from pipelines.publish.cells import rows
from pipelines.publish.contract import ContractBroken
from schemas.tables import TABLES

Faults = dict[int, list[str]]

Span = tuple[int, int, int]
"""char_start, char_end, position"""

PLAIN = {"not_nullable": "is null", "isin": "is not in the vocabulary", "str_matches": "has not its form", "str_length": "is empty"}
"""What the names of pandera's checks mean to a reader of `rejected/`."""


def find_faults(tables: Mapping[str, pd.DataFrame]) -> dict[str, Faults]:
    """Faults of every table's rows, each seen on its own or against the text; reasons sorted, each once."""
    found = {table: model_faults(table, frame) for table, frame in tables.items()}
    texts = dict(rows(tables["documents"], "document_id", "text"))
    for table in ("events", "participants", "agreements"):
        _add(found[table], evidence_faults(tables[table], texts))
    for table in ("events", "agreements"):
        _add(found[table], segment_faults(tables[table], tables["segments"]))
    _add(found["documents"], tiling_faults(tables["documents"], tables["segments"], found["segments"]))
    return found


def model_faults(table: str, frame: pd.DataFrame) -> Faults:
    """What the table's model says. A failure that belongs to no row is a broken contract."""
    if frame.empty:
        return {}
    try:
        TABLES[table].model.to_schema().validate(frame, lazy=True)
    except pa.errors.SchemaErrors as errors:
        return _by_row(table, errors.failure_cases)
    return {}


def _by_row(table: str, cases: pd.DataFrame) -> Faults:
    """Failures of a whole-row check come once per column: one reason is enough."""
    columns = cases["column"].where(cases["schema_context"] == "Column", "")
    unique = cases.assign(column=columns)[["index", "column", "check"]].drop_duplicates()
    found: dict[int, set[str]] = {}
    for row, column, check in unique.itertuples(index=False, name=None):
        if pd.isna(row):
            raise ContractBroken(f"{table}.{column}: {check}")
        found.setdefault(int(row), set()).add(_reason(column, str(check)))
    return {row: sorted(reasons) for row, reasons in sorted(found.items())}


def _reason(column: str, check: str) -> str:
    return f"{column}: {PLAIN.get(check.partition('(')[0], check)}" if column else check


def evidence_faults(frame: pd.DataFrame, texts: Mapping[str, str]) -> Faults:
    """Rows whose evidence is not what the text has between their offsets."""
    return {
        row: ["evidence_text is not documents.text[char_start:char_end]"]
        for row, (document, start, end, words) in enumerate(rows(frame, "document_id", "char_start", "char_end", "evidence_text"))
        if not _quotes(texts.get(document), start, end, words)
    }


def _quotes(text: str | None, start: int | None, end: int | None, words: str | None) -> bool:
    if text is None or start is None or end is None:
        return False
    return 0 <= start < end <= len(text) and text[start:end] == words


def segment_faults(frame: pd.DataFrame, segments: pd.DataFrame) -> Faults:
    """Rows whose evidence leaves the segment they name. Unknown offsets are another check's business."""
    spans = {segment: span for segment, *span in rows(segments, "segment_id", "char_start", "char_end")}
    named = enumerate(rows(frame, "segment_id", "char_start", "char_end"))
    outside = [row for row, (segment, start, end) in named if segment in spans and not _inside(start, end, *spans[segment])]
    return {row: ["evidence_text is outside its segment"] for row in outside}


def _inside(start: int | None, end: int | None, first: int | None, last: int | None) -> bool:
    if start is None or end is None or first is None or last is None:
        return True
    return first <= start and end <= last


def tiling_faults(documents: pd.DataFrame, segments: pd.DataFrame, bad_segments: Faults) -> Faults:
    """Documents whose segments do not tile the text from 0 to n_chars in order of position, or of which one is bad itself."""
    bad = {segments["document_id"].iloc[row] for row in bad_segments}
    spans: dict[str, list[Span]] = {}
    for document, start, end, position in rows(segments, "document_id", "char_start", "char_end", "position"):
        spans.setdefault(document, []).append((start, end, position))
    found: Faults = {}
    for row, (document, length) in enumerate(rows(documents, "document_id", "n_chars")):
        if document in bad:
            found[row] = ["one of its segments is rejected"]
        elif not tiles(spans.get(document, []), length):
            found[row] = ["its segments do not tile the text"]
    return found


def tiles(spans: list[Span], length: int) -> bool:
    """Whether spans cover 0..length without gap or overlap, positions rising."""
    reached, last = 0, -1
    for start, end, position in sorted(spans):
        if start != reached or end <= start or position <= last:
            return False
        reached, last = end, position
    return reached == length


def _add(found: Faults, more: Faults) -> None:
    for row, reasons in more.items():
        found[row] = sorted({*found.get(row, []), *reasons})
