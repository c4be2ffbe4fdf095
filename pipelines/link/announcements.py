"""Which planned event a held one was: the same act, countries and people, told before it, for a day that fits.

What does not belong here: two reports of one occasion (`occasions`).
"""
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from pipelines.link.occasions import Members, family, overlap, same_company, same_countries, same_place
from pipelines.model.record import Event

_UNDATED = timedelta(days=183)  # how long an announcement without a date is waited for
_SLIP = timedelta(days=3)  # by how much an announced day may be missed


def _in_time(planned: Event, held: Event, told: date | None) -> bool:
    if held.start_date is None or (told is not None and told > (held.end_date or held.start_date)):
        return False
    if planned.start_date is None:
        return told is not None and held.start_date - told <= _UNDATED
    end = planned.end_date or planned.start_date
    return overlap(planned, held) or timedelta(0) <= held.start_date - end <= _SLIP


def _score(planned: Event, held: Event, people: Members, told: date | None) -> float:
    if planned.segment_id == held.segment_id or not (same_countries(planned, held) and same_place(planned, held)):
        return 0.0
    if not _in_time(planned, held, told):
        return 0.0
    shared = same_company(people.get(planned.event_id, frozenset()), people.get(held.event_id, frozenset()))
    return shared and shared + overlap(planned, held) + 0.5 * (planned.start_date == held.start_date is not None)


def find_announcements(events: Sequence[Event], people: Members, told_on: Mapping[str, date | None]) -> dict[str, str]:
    """event_id of a held event -> event_id of its announcement. `told_on`: document_id -> day of publication.

    Of several announcements the surest, then the latest told before the event.
    """
    planned: dict[tuple[str, str], list[Event]] = defaultdict(list)
    for event in sorted(events, key=lambda e: e.event_id):
        if event.status == "planned" and not event.is_background:
            for person in people.get(event.event_id, frozenset()):
                planned[(family(event), person)].append(event)
    found = {}
    for held in (e for e in events if e.status == "held"):
        candidates = {p.event_id: p for person in sorted(people.get(held.event_id, ())) for p in planned.get((family(held), person), ())}
        ranked = sorted(
            ((_score(p, held, people, told_on.get(p.document_id)), told_on.get(p.document_id) or date.min, p.event_id)
             for p in candidates.values()), reverse=True)
        if ranked and ranked[0][0]:
            found[held.event_id] = ranked[0][2]
    return found
