"""What `coding` makes of a segment: records, one per row of a table, before linking across texts."""
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Participant:
    """One row of `participants`."""

    participant_id: str
    event_id: str
    document_id: str
    kind: str  # person | delegation | organization
    name: str | None
    name_as_written: str | None
    country: str | None
    office: str | None
    office_as_written: str | None
    military_rank: str | None
    organization: str | None
    role: str
    represents: str | None  # whom a person stands for where that is not `country`: an organization or a person
    resolution: str  # named | pronoun | office | group
    confidence: float | None
    char_start: int
    char_end: int


@dataclass(frozen=True, slots=True)
class Event:
    """One row of `events`: one occasion as one document tells it."""

    event_id: str
    document_id: str
    segment_id: str
    parent_event_id: str | None
    event_type: str
    status: str
    is_background: bool
    start_date: date | None
    end_date: date | None
    date_precision: str
    date_basis: str
    date_as_written: str | None
    date_edtf: str | None
    not_before: date | None
    not_after: date | None
    country: str | None
    city: str | None
    venue: str | None
    latitude: float | None
    longitude: float | None
    geonames_id: int | None
    countries: tuple[str, ...]
    visit_category: str | None
    body_name: str | None
    session_number: int | None
    topics: tuple[str, ...]
    rule: str
    confidence: float | None
    char_start: int
    char_end: int


@dataclass(frozen=True, slots=True)
class Agreement:
    """One row of `agreements`."""

    agreement_id: str
    event_id: str | None
    document_id: str
    segment_id: str
    agreement_type: str
    title: str
    status: str
    is_background: bool
    start_date: date | None
    end_date: date | None
    date_precision: str
    date_basis: str
    city: str | None
    country: str | None
    parties: tuple[str, ...]
    signatories: tuple[str, ...]  # names as in participants; `link` turns them into entity_ids
    subjects: tuple[str, ...]
    document_count: int
    in_force_on: date | None
    rule: str
    confidence: float | None
    char_start: int
    char_end: int


@dataclass(frozen=True, slots=True)
class Coding:
    """Everything one document yields; an immutable, picklable unit of work."""

    events: tuple[Event, ...] = ()
    participants: tuple[Participant, ...] = ()
    agreements: tuple[Agreement, ...] = ()
