"""Participants of all documents as `entities` clusters them: one appearance per name, country and office.

What belongs here: flattening codings and putting them into an order that no file order changes. What does not: deciding
who is who.
"""
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from pipelines.model.record import Coding, Event, Participant

Key = tuple[str, str, str | None, str | None]


@dataclass(frozen=True, slots=True)
class Appearance:
    """All participants of one kind, name, country and office, earliest first."""

    kind: str
    name: str
    country: str | None
    office: str | None
    participants: tuple[Participant, ...]
    first_day: date | None
    last_day: date | None

    @property
    def offices(self) -> frozenset[str]:
        return frozenset({self.office} - {None, "unknown"})  # type: ignore[arg-type]


def events_by_id(codings: Sequence[Coding]) -> dict[str, Event]:
    return {event.event_id: event for coding in codings for event in coding.events}


def earliest(participants: Iterable[Participant], events: dict[str, Event]) -> list[Participant]:
    """Participants by the day of their event (undated last), then by document and place in it: the same in any file order."""
    def order(one: Participant) -> tuple[date, str, int, str]:
        event = events.get(one.event_id)
        return (event.start_date if event and event.start_date else date.max, one.document_id, one.char_start, one.participant_id)

    return sorted(participants, key=order)


def appearances(codings: Sequence[Coding], kind: str, events: dict[str, Event]) -> list[Appearance]:
    """Appearances of a kind in a fixed order: those that say most first, so that the rest can lean on them."""
    groups: dict[Key, list[Participant]] = {}
    for coding in codings:
        for one in coding.participants:
            if one.kind == kind and one.name:
                groups.setdefault((kind, one.name, one.country, one.office), []).append(one)
    made = [_appearance(key, earliest(members, events), events) for key, members in groups.items()]
    return sorted(made, key=lambda a: (a.country is None, a.office is None, a.name, a.country or "", a.office or ""))


def _appearance(key: Key, members: list[Participant], events: dict[str, Event]) -> Appearance:
    dated = [event for event in (events.get(one.event_id) for one in members) if event and event.start_date]
    first = min((event.start_date for event in dated if event.start_date), default=None)
    last = max((event.end_date or event.start_date for event in dated if event.start_date), default=None)
    return Appearance(*key, tuple(members), first, last)
