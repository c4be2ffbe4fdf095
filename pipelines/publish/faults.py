"""What is wrong with single rows, as data: row number -> reasons.

What belongs here: the checks of the models, of the evidence, of the tiling. What does not: what becomes of a bad row (`validate`), and
faults that stop the run (`contract`).
"""
from collections.abc import Mapping
from typing import Any

import pandas as pd
import pandera.pandas as pa

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
    texts = dict(zip(tables["documents"]["document_id"], tables["documents"]["text"], strict=True))
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
    found: dict[int, set[str]] = {}
    for case in cases.to_dict("records"):
        if pd.isna(case["index"]):
            raise ContractBroken(f"{table}.{case['column']}: {case['check']}")
        found.setdefault(int(case["index"]), set()).add(_reason(case))
    return {row: sorted(reasons) for row, reasons in sorted(found.items())}


def _reason(case: dict[Any, Any]) -> str:
    check = str(case["check"])
    if case["schema_context"] != "Column":
        return check
    return f"{case['column']}: {PLAIN.get(check.partition('(')[0], check)}"


def evidence_faults(frame: pd.DataFrame, texts: Mapping[str, str]) -> Faults:
    """Rows whose evidence is not what the text has between their offsets."""
    columns = (frame[name].to_list() for name in ("document_id", "char_start", "char_end", "evidence_text"))
    return {
        row: ["evidence_text is not documents.text[char_start:char_end]"]
        for row, (document, start, end, words) in enumerate(zip(*columns, strict=True))
        if not _quotes(texts.get(document, ""), start, end, words)
    }


def _quotes(text: Any, start: Any, end: Any, words: Any) -> bool:
    if _missing(text, start, end, words):
        return False
    return bool(0 <= start < end <= len(text) and text[start:end] == words)


def _missing(*values: Any) -> bool:
    """By identity: comparing with a missing value gives a missing value."""
    return any(value is pd.NA for value in values)


def segment_faults(frame: pd.DataFrame, segments: pd.DataFrame) -> Faults:
    """Rows whose evidence leaves the segment they name. Unknown offsets are another check's business."""
    columns = ["segment_id", "char_start", "char_end"]
    spans = {segment: (start, end) for segment, start, end in zip(*(segments[name].to_list() for name in columns), strict=True)}
    rows = enumerate(zip(*(frame[name].to_list() for name in columns), strict=True))
    outside = [row for row, (segment, start, end) in rows if segment in spans and not _inside(start, end, *spans[segment])]
    return {row: ["evidence_text is outside its segment"] for row in outside}


def _inside(start: Any, end: Any, first: Any, last: Any) -> bool:
    return _missing(start, end, first, last) or bool(first <= start and end <= last)


def tiling_faults(documents: pd.DataFrame, segments: pd.DataFrame, bad_segments: Faults) -> Faults:
    """Documents whose segments do not tile the text from 0 to n_chars in order of position, or of which one is bad itself."""
    bad = {segments["document_id"].iloc[row] for row in bad_segments}
    columns = (segments[name].to_list() for name in ("document_id", "char_start", "char_end", "position"))
    spans: dict[str, list[Span]] = {}
    for document, start, end, position in zip(*columns, strict=True):
        spans.setdefault(document, []).append((start, end, position))
    found: Faults = {}
    for row, (document, length) in enumerate(zip(documents["document_id"].to_list(), documents["n_chars"].to_list(), strict=True)):
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
