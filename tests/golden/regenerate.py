"""What the rules make of some whole texts, written down: a change of the rules shows here as a difference to read.

A golden file says what comes out, not what is right (that is `tests/accuracy`). `python tests/golden/regenerate.py` writes all of
them anew; read the difference before it is committed.
"""
import json
import sys
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory

from pipelines.coding import code
from pipelines.ingest import read_folder
from pipelines.model.document import Document
from pipelines.model.record import Agreement, Coding, Event, Participant
from pipelines.segment import segment

HERE = Path(__file__).parent
TEXTS = HERE.parent / "accuracy" / "texts"
STEMS = (
    "000_9a62fdc984b81555", "004_869ba9dcf2f5a2c7", "005", "017", "045", "049", "068", "071",
    "sa02", "sa03", "sa05", "sa08", "sa09", "sb08",
)
"""The two seeds, and of the texts that the rules were developed on those that hold most types of event."""


def coding_of(stem: str) -> Coding:
    """The records of one text, read, cut and coded as in a run."""
    with TemporaryDirectory() as folder:
        copyfile(TEXTS / f"{stem}.txt", Path(folder) / f"{stem}.txt")
        document, = read_folder(Path(folder))
    assert isinstance(document, Document), document
    return code(document, segment(document))


def known(**cells: object) -> dict[str, object]:
    """The cells that hold something."""
    return {name: value for name, value in cells.items() if value not in (None, "", (), [], False)}


def dates(row: Event | Agreement) -> dict[str, object]:
    start, end = (day and day.isoformat() for day in (row.start_date, row.end_date))
    return known(start=start, end=end, precision=row.date_precision, basis=row.date_basis)


def person(row: Participant) -> str:
    return ":".join(part or "-" for part in (row.kind, row.name, row.country, row.office, row.role))


def event(row: Event, coding: Coding) -> dict[str, object]:
    parent = next((f"{e.event_type}@{e.char_start}" for e in coding.events if e.event_id == row.parent_event_id), None)
    return {
        "type": row.event_type, "at": row.char_start, "status": row.status, **known(background=row.is_background), **dates(row),
        **known(country=row.country, city=row.city, countries=row.countries, parent=parent, body=row.body_name, number=row.session_number),
        **known(people=sorted(person(p) for p in coding.participants if p.event_id == row.event_id)),
    }


def agreement(row: Agreement) -> dict[str, object]:
    return {
        "type": row.agreement_type, "at": row.char_start, "title": row.title, "status": row.status, **known(background=row.is_background),
        **dates(row), **known(parties=row.parties, signatories=row.signatories, subjects=row.subjects, count=row.document_count),
    }


def compact(coding: Coding) -> dict[str, list[dict[str, object]]]:
    """The events and agreements of a coding in the order of the text, without ids, offsets of ends and rules."""
    return {
        "events": [event(row, coding) for row in sorted(coding.events, key=lambda e: (e.char_start, e.event_type, e.event_id))],
        "agreements": [agreement(row) for row in sorted(coding.agreements, key=lambda a: (a.char_start, a.title))],
    }


def written(rows: dict[str, list[dict[str, object]]]) -> str:
    """JSON with one line a row, so that a difference shows the rows that changed."""
    tables = (f'"{name}": [\n' + ",\n".join(json.dumps(row, ensure_ascii=False) for row in own) + "\n]" for name, own in rows.items())
    return "{" + ",\n".join(tables) + "}\n"


def golden(stem: str) -> Path:
    return HERE / f"{stem}.json"


if __name__ == "__main__":
    for stem in sys.argv[1:] or STEMS:
        golden(stem).write_text(written(compact(coding_of(stem))), encoding="utf-8")
