"""The labelled texts: which occasions the sentences of a text report, by the codings and by `tests/accuracy/labels`.

A held coding is never read here.
"""

import json
import re
import tempfile
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from pipelines.coding.learned.told import DONE, PLANNED, RECALLED
from pipelines.evaluate.coded import read_coding, side_of
from pipelines.evaluate.codings import Places, read_codings, rebuilt_texts
from pipelines.evaluate.found import stem_of
from pipelines.evaluate.side import EventRow, Person
from pipelines.ingest import read_folder
from pipelines.model.document import Document

Span = tuple[int, int]
NAMED = re.compile(r"(.+?)\s*\(([A-Z]{2,5})\)")  # `Name (COUNTRY)`
DAY = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?")


@dataclass(frozen=True, slots=True)
class Report:
    """An occasion, or what is done with a document, and the sentences that report it, as offsets.

    `sure`: not a matter of taste. `people`: who took part, by name. `country` and `city`: where, "" if that is not told.
    `roles`: of people by name, where they are labelled. `parent`: number of the report of the text that it belongs to, -1 for none, None if
    nobody said. `days`: the first and the last one, None if that is not told. `nations`: for which country somebody stands, by name.
    `status`: held, planned and so on.
    """

    event_type: str
    news: bool
    sure: bool
    spans: tuple[Span, ...]
    people: tuple[str, ...] = ()
    country: str = ""
    city: str = ""
    roles: tuple[tuple[str, str], ...] = ()
    parent: int | None = None
    days: tuple[date | None, date | None] = (None, None)
    nations: tuple[tuple[str, str], ...] = ()
    status: str = ""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text with its reports. `coded`: from a whole coding, not from labels of sentences. `items`: where its items begin, None if nobody
    said."""

    document: Document
    reports: tuple[Report, ...]
    coded: bool
    items: tuple[int, ...] | None = None

    @property
    def stem(self) -> str:
        return stem_of(self.document.file_name)


def labelled(accuracy: Path, corpora: Path) -> list[Labelled]:
    """Every labelled text that may be learnt from, in order of stem; those of an absent corpus are left out."""
    return sorted([*_coded(accuracy, corpora), *_told(accuracy / "labels", corpora)], key=lambda each: each.stem)


def _coded(accuracy: Path, corpora: Path) -> Iterator[Labelled]:
    seen = {c.stem: c for c in read_codings(Places(accuracy / "gold", accuracy / "texts", corpora)) if c.split == "seen" and c.text}
    for document in documents_of({stem: str(c.text) for stem, c in seen.items()}):
        side = side_of(read_coding(seen[stem_of(document.file_name)].coding), document.text)
        number = {e.id: n for n, e in enumerate(side.events)}
        events = (_event(e, number.get(e.parent or "", -1)) for e in side.events)
        papers = (Report(deed_of(a.status, a.background), True, not a.optional, tuple(a.spans)) for a in side.agreements)
        yield Labelled(document, (*events, *papers), True, tuple(side.starts))


def _event(row: EventRow, parent: int) -> Report:
    roles = tuple((p.name, p.role) for p in row.people if p.name and p.role)
    told = not row.background, not row.optional, tuple(row.spans), names(row.people)
    nations = tuple((p.name, p.country) for p in row.people if p.name and p.country)
    return Report(row.type, *told, row.country or "", row.city or "", roles, parent, (row.start, row.end), nations, row.status)


def _told(labels: Path, corpora: Path) -> Iterator[Labelled]:
    rows = {row["stem"]: row for row in label_rows(labels)}
    own = {path.stem: path.read_text("utf-8") for path in sorted((labels / "texts").glob("*.txt"))}
    for document in documents_of(own | dict(rebuilt_texts(list(rows.values()), corpora))):
        row = rows[stem_of(document.file_name)]
        items = tuple(row["items"]) if "items" in row else None
        yield Labelled(document, (*_reports(row["events"]), *map(_paper, row["agreements"])), False, items)


def label_rows(labels: Path) -> list[dict[str, Any]]:
    """The labels of real texts and of those written for it, as they are stored."""
    lines = (line for name in ("real", "made") for line in (labels / f"{name}.jsonl").read_text("utf-8").splitlines())
    return [json.loads(line) for line in lines]


def _reports(rows: Sequence[dict[str, Any]]) -> Iterator[Report]:
    yield from (_report(row, _parent(row, rows)) for row in rows)


def _report(row: dict[str, Any], parent: int | None) -> Report:
    spans = tuple((a, b) for a, b in row["at"])
    country, _, city = row["place"].strip("-").partition("/")
    roles = tuple((name, role) for name, role in zip(row["people"], row.get("roles", ()), strict=False) if role)
    news, people = row["status"] != "background", tuple(row["people"])
    nations = tuple((named[1], named[2]) for name in people if (named := NAMED.fullmatch(name)))
    return Report(row["type"], news, row["sure"], spans, people, country, city, roles, parent, days_of(row["date"]), nations, row["status"])


def days_of(written: str) -> tuple[date | None, date | None]:
    """First and last day of `2021-05-04`, `2021-05`, `2021` or of two of them with a slash between; of anything else (None, None)."""
    first, _, last = written.partition("/")
    one, other = DAY.fullmatch(first), DAY.fullmatch(last or first)
    if one is None or other is None:
        return None, None
    try:
        end = int(other["year"]), int(other["month"] or 12)
        return (
            date(int(one["year"]), int(one["month"] or 1), int(one["day"] or 1)),
            date(*end, int(other["day"] or monthrange(*end)[1])),
        )
    except ValueError:
        return None, None


def _parent(row: dict[str, Any], rows: Sequence[dict[str, Any]]) -> int | None:
    """ "visit 2": the second visit of the text; "visit": its only one. None where that leaves it open, or where nobody was asked."""
    if not row.get("parent"):
        return -1 if "roles" in row else None
    event_type, _, nth = row["parent"].partition(" ")
    alike = [n for n, other in enumerate(rows) if other["type"] == event_type]
    at = int(nth) if nth else len(alike)  # without a number there must be one only
    return alike[at - 1] if 0 < at <= len(alike) and (nth or at == 1) else None


def names(people: Sequence[Person]) -> tuple[str, ...]:
    return tuple(p.name for p in people if p.name)


def _paper(row: dict[str, Any]) -> Report:
    return Report(deed_of(row["status"], "background" in row["status"]), True, row["sure"], tuple((a, b) for a, b in row["at"]))


def deed_of(status: str, background: bool) -> str:
    """What a sentence does with a document of this status."""
    return RECALLED if background else PLANNED if status == "planned" else DONE


def documents_of(texts: dict[str, str]) -> Iterator[Document]:
    """The texts as `build` reads them."""
    with tempfile.TemporaryDirectory() as folder:
        for stem, text in texts.items():
            (Path(folder) / f"{stem}.txt").write_text(text, "utf-8", newline="")
        yield from (d for d in read_folder(Path(folder)) if isinstance(d, Document))
