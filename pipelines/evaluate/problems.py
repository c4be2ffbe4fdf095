"""What is wrong in a coding: values outside the codebook, links to nothing, quotes that are not in the text, dates that cannot be.

What belongs here: faults that make a coding useless as a measure. What does not: whether its author read the text rightly.
"""
from collections.abc import Callable, Collection, Iterator
from datetime import date

from pipelines.evaluate.coded import Coding
from schemas.vocabularies import AGREEMENT_STATUSES, AGREEMENT_TYPES, DATE_PRECISIONS, EVENT_STATUSES, EVENT_TYPES, OFFICES, ROLES, SUBJECTS

Quoted = Callable[[str], bool]


def problems(coding: Coding, text: str) -> list[str]:
    """One line for every fault, beginning with the id of the row; empty for a sound coding. `text`: what the quotes are taken from."""
    flat = " ".join(text.split())

    def quoted(quote: str) -> bool:
        return " ".join(quote.split()) in flat

    people = {person["id"] for person in coding.get("people") or []}
    events = {event["id"] for event in coding.get("events") or []}
    return [
        *_people(coding),
        *_segments(coding, quoted),
        *(fault for event in coding.get("events") or [] for fault in _event(event, people, events, quoted)),
        *(fault for agreement in coding.get("agreements") or [] for fault in _agreement(agreement, events, quoted)),
    ]


def _people(coding: Coding) -> Iterator[str]:
    ids = [person["id"] for person in coding.get("people") or []]
    yield from (f"{one}: twice" for one in sorted({one for one in ids if ids.count(one) > 1}))
    for person in coding.get("people") or []:
        yield from _known(person, "office", OFFICES)


def _segments(coding: Coding, quoted: Quoted) -> Iterator[str]:
    if coding.get("events") and not coding.get("segments"):
        yield "segments: none, though there are events"
    yield from (f"segments: not in the text: {quote!r}" for quote in coding.get("segments") or [] if not quoted(quote))


def _event(row: Coding, people: Collection[str], events: Collection[str], quoted: Quoted) -> Iterator[str]:
    yield from _known(row, "type", EVENT_TYPES)
    yield from _known(row, "status", EVENT_STATUSES)
    yield from _known(row, "precision", DATE_PRECISIONS)
    if row.get("parent") is not None and (row["parent"] not in events or row["parent"] == row["id"]):
        yield f"{row['id']}: parent {row['parent']}"
    if (row.get("precision") == "none") != (row.get("start") is None):
        yield f"{row['id']}: precision and start disagree"
    yield from _dates(row)
    yield from _anchors(row, quoted)
    for link in row.get("people") or []:
        if link["p"] not in people:
            yield f"{row['id']}: person {link['p']}"
        if link.get("role") not in ROLES:
            yield f"{row['id']}: role {link.get('role')}"


def _agreement(row: Coding, events: Collection[str], quoted: Quoted) -> Iterator[str]:
    yield from _known(row, "type", AGREEMENT_TYPES)
    yield from _known(row, "status", AGREEMENT_STATUSES)
    if row.get("event") is not None and row["event"] not in events:
        yield f"{row['id']}: event {row['event']}"
    if unknown := sorted(set(row.get("subjects") or []) - set(SUBJECTS)):
        yield f"{row['id']}: subjects {', '.join(unknown)}"
    yield from _dates(row)
    yield from _anchors(row, quoted)


def _known(row: Coding, column: str, values: Collection[str]) -> Iterator[str]:
    if row.get(column) not in values:
        yield f"{row['id']}: {column} {row.get(column)}"


def _dates(row: Coding) -> Iterator[str]:
    start, end = row.get("start"), row.get("end")
    wrong = [name for name, value in (("start", start), ("end", end)) if value is not None and not isinstance(value, date)]
    yield from (f"{row['id']}: {name} is no date" for name in wrong)
    if (start is None) != (end is None):
        yield f"{row['id']}: start and end go together"
    elif start is not None and not wrong and start > end:
        yield f"{row['id']}: ends before it starts"


def _anchors(row: Coding, quoted: Quoted) -> Iterator[str]:
    if not row.get("anchors"):
        yield f"{row['id']}: no anchor"
    yield from (f"{row['id']}: not in the text: {quote!r}" for quote in row.get("anchors") or [] if not quoted(quote))
