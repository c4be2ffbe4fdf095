"""Records of all documents become one world: who is the same, what was told twice, what had been announced.

`link` is the whole layer: pure, over the records of all documents, independent of their order. It adds ids and never
changes a record. What does not belong here: anything that reads text, and tables (`publish`).
"""
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from pipelines import ids
from pipelines.link.announcements import find_announcements
from pipelines.link.appearances import appearances, events_by_id
from pipelines.link.delegations import cluster_delegations
from pipelines.link.entities import Row, entity_row, participants_of, tenure_rows
from pipelines.link.occasions import find_occasions
from pipelines.link.organizations import cluster_organizations
from pipelines.link.people import cluster_people
from pipelines.link.signatories import find_signatories
from pipelines.model.document import Document
from pipelines.model.record import Coding, Event, Participant

__all__ = ["Linked", "link"]


@dataclass(frozen=True)
class Linked:
    """What linking adds, by id; the `Links` that `publish` takes."""

    entities: Sequence[Row] = ()
    tenures: Sequence[Row] = ()
    entity_of: Mapping[str, str] = field(default_factory=dict)  # participant_id -> entity_id
    occasion_of: Mapping[str, str] = field(default_factory=dict)  # event_id -> occasion_id
    preceded_by: Mapping[str, str] = field(default_factory=dict)  # event_id -> event_id of the announcement
    signatories_of: Mapping[str, Sequence[str]] = field(default_factory=dict)  # agreement_id -> entity_ids


def link(documents: Sequence[Document], codings: Sequence[Coding]) -> Linked:
    """Link the codings of all `documents`. Neither needs an order."""
    events = events_by_id(codings)
    told_on = {document.document_id: document.published_on for document in documents}
    people = [participants_of(cluster, events) for cluster in cluster_people(appearances(codings, "person", events))]
    bodies = [participants_of(cluster, events) for cluster in cluster_organizations(appearances(codings, "organization", events))]
    persons_at, bodies_at = _members(people), _members(bodies)
    occasion_of = _occasion_ids(find_occasions(list(events.values()), persons_at, bodies_at))
    delegations = cluster_delegations(codings, events, occasion_of)
    everybody = [*people, *bodies, *delegations]
    entity_of = {one.participant_id: ids.entity_id(members[0].participant_id) for members in everybody for one in members}
    tenures = [row for members in people for row in tenure_rows(entity_of[members[0].participant_id], members, events, told_on)]
    return Linked(
        entities=[entity_row(members, events) for members in everybody], tenures=tenures, entity_of=entity_of, occasion_of=occasion_of,
        preceded_by=find_announcements(list(events.values()), persons_at, told_on), signatories_of=find_signatories(codings, entity_of),
    )


def _members(clusters: list[list[Participant]]) -> dict[str, frozenset[str]]:
    """event_id -> the entities at it."""
    found: dict[str, set[str]] = {}
    for members in clusters:
        entity = ids.entity_id(members[0].participant_id)
        for one in members:
            found.setdefault(one.event_id, set()).add(entity)
    return {event: frozenset(entities) for event, entities in found.items()}


def _occasion_ids(occasions: list[list[Event]]) -> dict[str, str]:
    """The first report gives the id: by day, then by id."""
    found: dict[str, str] = {}
    for reports in occasions:
        first = min(reports, key=lambda e: (e.start_date is None, e.start_date, e.event_id))
        found.update((event.event_id, ids.occasion_id(first.event_id)) for event in reports)
    return dict(sorted(found.items()))
