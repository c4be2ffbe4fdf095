"""Clusters to rows of `entities` and `tenures`, and the maps from participants to them.

What does not belong here: deciding who is who (`people`, `organizations`).
"""
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date

from pipelines import ids
from pipelines.link.appearances import Appearance, earliest
from pipelines.model.record import Event, Participant
from pipelines.recognize.names import POSSIBLE, fullest, similarity

Row = dict[str, object]


def participants_of(cluster: Iterable[Appearance], events: dict[str, Event]) -> list[Participant]:
    return earliest((one for appearance in cluster for one in appearance.participants), events)


def commonest(values: Iterable[str | None]) -> str | None:
    """The value said most often, of equals the first in the alphabet; nothing counts for nothing."""
    counts = Counter(value for value in values if value)
    return min(counts, key=lambda value: (-counts[value], value), default=None)


def span(events: Iterable[Event]) -> tuple[date | None, date | None]:
    """First and last day of the dated events."""
    dated = [event for event in events if event.start_date]
    first = min((event.start_date for event in dated if event.start_date), default=None)
    return first, max((event.end_date or event.start_date for event in dated if event.start_date), default=None)


def entity_row(members: list[Participant], events: dict[str, Event]) -> Row:
    """One row of `entities`; `members` earliest first."""
    names = sorted({one.name for one in members if one.name})
    written = {
        one.name_as_written for one in members
        if one.name_as_written and one.resolution == "named" and similarity(one.name_as_written, one.name or "") >= POSSIBLE
    }
    name = fullest(names) if members[0].kind == "person" else commonest(one.name for one in members) or names[0]
    theirs = {one.event_id: events[one.event_id] for one in members if one.event_id in events}
    first, last = span(theirs.values())
    return {
        "entity_id": ids.entity_id(members[0].participant_id), "kind": members[0].kind, "name": name,
        "aliases": sorted({*names, *written} - {name}), "country": commonest(one.country for one in members),
        "first_seen_on": first, "last_seen_on": last, "n_events": len({one.event_id for one in members}),
    }


def tenure_rows(entity: str, members: list[Participant], events: dict[str, Event], told_on: Mapping[str, date | None]) -> list[Row]:
    """One row per office and country. An office is the one at the time of the text: a planned or recalled event shows it
    on the day the text was published, not on its own."""
    groups: dict[tuple[str, str], list[Participant]] = {}
    for one in members:
        if one.office and one.office != "unknown":
            groups.setdefault((one.office, one.country or ""), []).append(one)
    return [_tenure(entity, office, country or None, group, events, told_on) for (office, country), group in sorted(groups.items())]


def _tenure(
    entity: str, office: str, country: str | None, group: list[Participant], events: dict[str, Event], told_on: Mapping[str, date | None],
) -> Row:
    days: list[date] = []
    for one in group:
        event = events.get(one.event_id)
        if event and event.status == "held" and not event.is_background:
            days.extend(day for day in (event.start_date, event.end_date) if day)
        else:
            days.extend(day for day in (told_on.get(one.document_id),) if day)
    return {
        "entity_id": entity, "office": office, "office_as_written": commonest(one.office_as_written for one in group),
        "organization": commonest(one.organization for one in group), "country": country,
        "first_seen_on": min(days, default=None), "last_seen_on": max(days, default=None),
    }
