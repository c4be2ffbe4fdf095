"""A small text through recognition and coding, and its rows as strings that fit into a table of expectations.

One document, one item segment over all of it; no ingestion. A line without a full stop is a headline.

>>> coded("On 5 May 2021 Foreign Minister Kari Hansen of Norway met Foreign Minister Taro Sato of Japan in Oslo.")
['meeting held 2021-05-05 NOR Kari Hansen:host, Taro Sato:guest']
"""
from datetime import date

import pytest

from pipelines.coding import code
from pipelines.model.document import Document, Segment
from pipelines.model.record import Agreement, Coding, Event

COLUMNS = "type status when country people"
HANSEN = "Foreign Minister Kari Hansen of Norway"
SATO = "Foreign Minister Taro Sato of Japan"
NOIR = "Foreign Minister Luc Noir of France"


def bug(*case: object, why: str) -> object:
    """A case that shows what is wrong today; the test fails as soon as it is right."""
    return pytest.param(*case, marks=pytest.mark.xfail(strict=True, reason=why))


def coding_of(text: str, day: str | None = None, publisher: str | None = None, cut: str | None = None) -> Coding:
    """The records of `text`, published on `day` by an office of the country `publisher`; `cut` separates items."""
    published = date.fromisoformat(day) if day else None
    document = Document("doc_0", "a.txt", "0", "text/plain", "utf-8", "en", text, publisher_country=publisher,
                        published_on=published, published_precision="day" if day else "none")
    return code(document, segments_of(text, published, cut))


def segments_of(text: str, published: date | None = None, cut: str | None = None) -> tuple[Segment, ...]:
    """The segments between the lines `cut`, one for the whole text where there are none."""
    starts = [0]
    while cut and (found := text.find(cut, starts[-1] + 1)) >= 0:
        starts.append(found + len(cut))
    bounds = zip(starts, [*starts[1:], len(text)], strict=True)
    return tuple(Segment(f"seg_{n}", "doc_0", n, "item", start, end, published_on=published) for n, (start, end) in enumerate(bounds))


def when(row: Event | Agreement) -> str:
    """The dates of a row, as long as they are precise: 2021-05-05, 2021-05-05/07, 2021-05, 2021, - where there is none."""
    if row.start_date is None or row.end_date is None:
        return "-"
    length = {"day": 10, "month": 7, "year": 4}[row.date_precision]
    first, last = row.start_date.isoformat()[:length], row.end_date.isoformat()[:length]
    return first if first == last else f"{first}/{last[8:] if first[:7] == last[:7] else last}"


def people(coding: Coding, event: Event) -> str:
    """`Kari Hansen:host, …` in alphabetical order; delegations and organizations are left out."""
    own = [p for p in coding.participants if p.event_id == event.event_id and p.kind == "person"]
    return ", ".join(sorted(f"{p.name}:{p.role}" for p in own))


def bodies(coding: Coding, event: Event) -> str:
    own = [p for p in coding.participants if p.event_id == event.event_id and p.kind != "person"]
    return ", ".join(sorted(f"{p.kind}={p.name}:{p.role}" for p in own))


def cells(coding: Coding, event: Event) -> dict[str, str]:
    """What a row can be shown by."""
    parent = next((e.event_type for e in coding.events if e.event_id == event.parent_event_id), "-")
    return {
        "type": event.event_type, "status": event.status + "*" * event.is_background, "when": when(event), "rule": event.rule,
        "basis": event.date_basis, "country": event.country or "-", "city": event.city or "-",
        "countries": "+".join(sorted(event.countries)), "parent": parent,
        "people": people(coding, event), "bodies": bodies(coding, event), "body": event.body_name or "-",
        "number": str(event.session_number or "-"), "visit": event.visit_category or "-",
        "bounds": f"{event.not_before or ''}..{event.not_after or ''}",
    }


def coded(text: str, columns: str = COLUMNS, day: str | None = None, publisher: str | None = None, cut: str | None = None) -> list[str]:
    """One string per event, in the order of the text: the named columns, a background status marked with `*`."""
    coding = coding_of(text, day, publisher, cut)
    return [" ".join(cells(coding, event)[c] for c in columns.split()).strip() for event in coding.events]


def papers(text: str, columns: str = "type status when parties", day: str | None = None) -> list[str]:
    """One string per agreement."""
    coding = coding_of(text, day)
    shown = []
    for row in coding.agreements:
        event = next((e.event_type for e in coding.events if e.event_id == row.event_id), "-")
        cell = {
            "type": row.agreement_type, "status": row.status + "*" * row.is_background, "when": when(row), "title": row.title,
            "parties": "+".join(sorted(row.parties)) or "-", "signatories": ", ".join(row.signatories) or "-", "event": event,
            "subjects": "+".join(row.subjects), "count": str(row.document_count), "force": str(row.in_force_on or "-"),
        }
        shown.append(" ".join(cell[c] for c in columns.split()))
    return shown
