"""Records without what linking does not look at, so that those of a whole corpus may be held together.

What belongs here: leaving out. What does not: linking. A test links both and compares.
"""
from collections.abc import Iterable
from dataclasses import replace
from sys import intern
from typing import Any, TypeVar

from pipelines.model.document import Document
from pipelines.model.record import Agreement, Coding, Event, Participant

Record = TypeVar("Record", Event, Participant, Agreement)


def outline(coding: Coding) -> Coding:
    """The coding with the fields that `link` reads; the others are empty. Equal strings become one."""
    return Coding(
        tuple(map(_event, coding.events)), tuple(map(_participant, coding.participants)), tuple(map(_agreement, coding.agreements))
    )


def textless(document: Document) -> Document:
    """What linking and marking copies need: the id and the day."""
    return replace(document, file_name="", sha256="", media_type="", encoding="", text="", title=None, publisher=None, url=None)


def _event(event: Event) -> Event:
    return _shared(replace(
        event, parent_event_id=None, date_precision="", date_basis="", date_as_written=None, date_edtf=None, not_before=None,
        not_after=None, venue=None, latitude=None, longitude=None, geonames_id=None, visit_category=None, body_name=None, topics=(),
        rule="", confidence=None, countries=tuple(map(intern, event.countries)),
    ), ("event_id", "document_id", "segment_id", "event_type", "status", "country", "city"))


def _participant(one: Participant) -> Participant:
    names = ("name", "name_as_written", "country", "office", "office_as_written", "organization")
    return _shared(
        replace(one, military_rank=None, role="", represents=None, confidence=None),
        ("event_id", "document_id", "kind", "resolution", *names),
    )


def _agreement(one: Agreement) -> Agreement:
    return _shared(replace(
        one, title="", start_date=None, end_date=None, date_precision="", date_basis="", city=None, country=None, parties=(), subjects=(),
        in_force_on=None, rule="", confidence=None,
    ), ("event_id", "document_id", "segment_id", "agreement_type", "status"))


def _shared(record: Record, names: Iterable[str]) -> Record:
    told: dict[str, Any] = {name: getattr(record, name) for name in names}
    one: dict[str, Any] = {name: intern(value) for name, value in told.items() if type(value) is str}
    return replace(record, **one)
