"""Which delegations are one: of one country in one segment, or at one occasion. A later trip has a new delegation.

What does not belong here: who its members are.
"""
from collections.abc import Mapping, Sequence

from pipelines.link.appearances import earliest
from pipelines.link.organizations import key_of
from pipelines.model.record import Coding, Event, Participant


def cluster_delegations(codings: Sequence[Coding], events: dict[str, Event], occasion_of: Mapping[str, str]) -> list[list[Participant]]:
    """Groups of participants, each earliest first."""
    found = earliest((one for coding in codings for one in coding.participants if one.kind == "delegation" and one.name), events)
    parent: dict[tuple[object, ...], tuple[object, ...]] = {}

    def root(key: tuple[object, ...]) -> tuple[object, ...]:
        while parent.setdefault(key, key) != key:
            parent[key] = parent[parent[key]]
            key = parent[key]
        return key

    for one in found:
        who = one.country or key_of(one.name or "")
        segment = events[one.event_id].segment_id if one.event_id in events else one.document_id
        here, there = root(("segment", segment, who)), root(("occasion", occasion_of.get(one.event_id, one.event_id), who))
        parent[max(here, there, key=str)] = min(here, there, key=str)
    groups: dict[tuple[object, ...], list[Participant]] = {}
    for one in found:
        who = one.country or key_of(one.name or "")
        groups.setdefault(root(("occasion", occasion_of.get(one.event_id, one.event_id), who)), []).append(one)
    return list(groups.values())
