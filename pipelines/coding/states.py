"""Whose representatives took part in an occasion, where its own words leave a state out or name too many.

What does not belong here: the states that its own words name (`parties`), where it took place (`scenes`).
"""

from collections import Counter
from dataclasses import replace

from pipelines.coding.item import Draft, Item
from pipelines.coding.parties import nations, states
from pipelines.lexicon.countries import is_state

HOSTED = frozenset("visit tribute site_visit commemoration ceremony election_observation exercise exhibition cultural_event".split())
BETWEEN = frozenset("visit call message meeting signing award protest".split())  # the issuer and somebody else
TWO_SIDED = BETWEEN | {"session", "press_conference", "credentials"}


def settle_countries(item: Item, drafts: list[Draft]) -> None:
    """Takes out the states of other stops, then adds the state it happened in, the issuer's, and those that other occasions tell of."""
    leave_other_stops(drafts)
    for draft in drafts:
        if draft.event_type in HOSTED and is_state(draft.country or "") and not draft.background:
            draft.add_countries([draft.country])
        if len(nations(draft)) == 1 and (draft.event_type in BETWEEN or nations(draft) == [item.context.seat]):
            draft.add_countries([item.home])
        if draft.event_type in TWO_SIDED and len(nations(draft)) < 2 and not draft.background:
            draft.add_countries(completion(draft, drafts))
        place_hosts(draft)


def place_hosts(draft: Draft) -> None:
    """Whoever receives, and whose country the text leaves out, is at home where it happens."""
    present = {p.person.country for p in draft.parties.values()}
    for party in draft.parties.values():
        if party.person.country is None and party.role == "host" and is_state(draft.country or "") and draft.country not in present:
            party.person = replace(party.person, country=draft.country)
            draft.add_countries([draft.country])


def leave_other_stops(drafts: list[Draft]) -> None:
    """What happens at one stop of a tour is without the states of its other stops, unless somebody represents them."""
    stops = {d.country for d in drafts if d.event_type == "visit" and d.country}
    for draft in drafts:
        trip = draft if draft.event_type == "visit" else draft.parent
        if trip is None or trip.event_type != "visit" or trip.country is None:
            continue
        present = {p.person.country for p in draft.parties.values()} | {trip.country, draft.country}
        draft.countries[:] = [c for c in draft.countries if c not in stops or c in present]


def completion(draft: Draft, drafts: list[Draft]) -> list[str]:
    """The two states that most other occasions of the item have in common, those with the draft's own state before all."""
    own = set(nations(draft))
    told = [states(d) for d in drafts if d is not draft and not d.background and len(states(d)) == 2]
    with_own = [pair for pair in told if own <= set(pair)]
    found = Counter(c for pair in with_own or told for c in pair if c not in own).most_common()
    wanted = 2 - len(own)
    sole = len(found) == wanted or (len(found) > wanted and found[wanted - 1][1] > found[wanted][1])
    return [country for country, _ in found[:wanted]] if sole else []
