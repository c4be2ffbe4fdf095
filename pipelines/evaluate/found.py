"""What the rules made of a text, into rows: straight from the records of a text just coded, or from the tables of a release."""
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from pipelines.evaluate.side import AgreementRow, EventRow, Person, Side

Cells = Mapping[str, Any]
TABLES = ("documents", "segments", "events", "participants", "agreements")


@dataclass(frozen=True, slots=True)
class Found:
    """One text as the rules read it: `text` is what every offset points into."""

    text: str
    side: Side


class NoTable(Exception):
    """A folder that should hold a release lacks one of its tables."""


def code_folder(folder: Path) -> dict[str, Found]:
    """Every readable file of a folder through the layers that `build` uses: stem -> what was found."""
    from pipelines.coding import code
    from pipelines.ingest import read_folder
    from pipelines.model.document import Document
    from pipelines.segment import segment

    found = {}
    for document in read_folder(folder):
        if not isinstance(document, Document):
            continue
        segments = segment(document)
        coding = code(document, segments)
        rows = {"segments": [asdict(one) for one in segments]} | {name: list(table) for name, table in asdict(coding).items()}
        found[stem_of(document.file_name)] = Found(document.text, side_of(rows))
    return found


def read_data(data: Path) -> dict[str, Found]:
    """Every text of a data folder, a release, or any folder with the five tables below it. Raises NoTable."""
    tables = {name: _read_table(data, name) for name in TABLES}
    by_document: dict[str, dict[str, list[Cells]]] = defaultdict(lambda: {name: [] for name in TABLES})
    for name, rows in tables.items():
        for row in rows:
            by_document[row["document_id"]][name].append(row)
    return {stem_of(row["file_name"]): Found(row["text"], side_of(by_document[row["document_id"]])) for row in tables["documents"]}


def stem_of(file_name: str) -> str:
    return PurePosixPath(file_name).stem


def _read_table(data: Path, name: str) -> list[Cells]:
    """Rows with plain values; a missing value is None, however it was written."""
    import pyarrow.parquet as pq

    file = f"{name}.parquet"
    for path in (data / "curated" / file, data / file, *sorted(data.rglob(file))):
        if path.is_file():
            return [{column: plain(value) for column, value in row.items()} for row in pq.ParquetFile(path).read().to_pylist()]
    raise NoTable(f"{file} is not below {data}")


def plain(value: Any) -> Any:
    """None for everything that equals not even itself (NaN, NaT); a day for a timestamp."""
    if value is None or value != value:
        return None
    return value.date() if hasattr(value, "date") else value


def side_of(rows: Mapping[str, Iterable[Cells]]) -> Side:
    """Rows of the tables of one document; delegations and organizations are not scored."""
    people: dict[str, list[Person]] = defaultdict(list)
    for row in rows["participants"]:
        if row["kind"] == "person":
            people[row["event_id"]].append(Person(row["name"], row["country"], row["office"], row["role"], row.get("resolution")))
    return Side(
        events=tuple(_event(row, tuple(people[row["event_id"]])) for row in rows["events"]),
        agreements=tuple(_agreement(row) for row in rows["agreements"]),
        starts=tuple(sorted(int(row["char_start"]) for row in rows["segments"] if row["kind"] == "item")),
    )


def _shared(row: Cells, table: str) -> dict[str, Any]:
    return {
        "id": row[f"{table}_id"],
        "type": row[f"{table}_type"],
        "status": row["status"],
        "background": bool(row["is_background"]),
        "start": row["start_date"],
        "end": row["end_date"],
        "spans": ((int(row["char_start"]), int(row["char_end"])),),
        "rule": row.get("rule"),
    }


def _event(row: Cells, people: tuple[Person, ...]) -> EventRow:
    return EventRow(
        **_shared(row, "event"),
        country=row["country"] or None,
        city=row["city"] or None,
        countries=frozenset(row["countries"] or ()),
        parent=row["parent_event_id"],
        people=people,
    )


def _agreement(row: Cells) -> AgreementRow:
    return AgreementRow(**_shared(row, "agreement"), parties=frozenset(row["parties"] or ()))
