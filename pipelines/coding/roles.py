"""Host, guest or participant: settled once the place of an occasion is known (codebook, "Participants").

What belongs here: the roles that the type of an occasion, its place and the other people settle. What does not: roles that the words
of a sentence give (`lexicon/frames`), and on which side of a core or a mission somebody stands (`standing`).
"""

from pipelines.coding.cast.dealings import ENVOYS
from pipelines.coding.item import Draft, Party
from pipelines.coding.standing import Seats, comes_along, hosting, opposite, resident, seats_of, told

PARTY = {
    "session": "participant",
    "call": "participant",
    "exercise": "participant",
    "ratification": "participant",
    "relations": "participant",
    "signing": "signatory",
    "election_observation": "observer",
}
PRINTED = "signing.printed"  # a joint statement that the text prints: who issues it puts no name under it
OPEN = ("party", "participant")  # roles that leave it open in which capacity somebody takes part
BY_PLACE = frozenset(["ceremony", "visit", "conference"])  # whose participants are hosts or guests where that is known
TRAVEL = frozenset(["tribute", "site_visit", "meeting", "ceremony"])
AT_EMBASSIES = frozenset(["commemoration", "cultural_event"])  # where an ambassador is host abroad
ON_TRIP = frozenset(["ceremony", "tribute", "site_visit", "cultural_event", "exhibition", "commemoration"])
OWN_ROLES = frozenset(["chair", "speaker", "signatory", "giver", "recipient", "observer"])  # more specific than any other


def outranks(new: str, old: str) -> bool:
    """Is `new` the more specific of two roles that a text gives somebody? A host who speaks stays the host."""
    return (old == "party" != new) or (old in ("participant", "guest") and new in OWN_ROLES)


def seat_chairs(draft: Draft) -> None:
    """The heads of the sides of a session chair it: the first of each country that has none, if the text gives an office."""
    seen = {p.person.country for p in draft.parties.values() if p.role == "chair"}
    for party in draft.parties.values():
        office = party.person.office not in (None, "unknown")
        if party.role in ("party", "host", "guest") and party.person.country not in seen and office:
            party.role = "chair"
        seen.add(party.person.country)


def seat_both(draft: Draft) -> None:
    """Of two people at a session of whom one chairs it the other heads the other side, whatever country the text seems to give."""
    chairs = [p for p in draft.parties.values() if p.role == "chair"]
    other = next((p for p in draft.parties.values() if p.role != "chair"), None)
    if len(draft.parties) == 2 and len(chairs) == 1 and other is not None and not aide(other, chairs[0]):
        other.role = "chair"


def aide(party: Party, chair: Party) -> bool:
    """Is it an envoy, where the chair is none?"""
    return party.person.office in ENVOYS and chair.person.office not in ENVOYS


def turn_envoys(draft: Draft) -> None:
    """ "The outgoing Ambassador bade the Minister farewell": the envoy comes or goes, whoever says goodbye."""
    envoys = [p for p in draft.parties.values() if p.person.office in ENVOYS]
    others = [p for p in draft.parties.values() if p.person.office not in ENVOYS]
    if envoys and others and all(p.role == "recipient" for p in envoys) and all(p.role == "giver" for p in others):
        for party in draft.parties.values():
            party.role = "giver" if party in envoys else "recipient"


def settle_envoys(draft: Draft) -> None:
    """The envoy gives the credentials, or takes leave, whoever the words make the subject (codebook, "Settled cases")."""
    envoys = [p for p in draft.parties.values() if p.person.office in ENVOYS and p.role in ("giver", "recipient", "party")]
    if draft.event_type != "credentials" or len(envoys) != 1 or len(draft.parties) < 2:
        return
    for party in draft.parties.values():
        if party.role in ("giver", "recipient", "party"):
            party.role = "giver" if party is envoys[0] else "recipient"


def settle_roles(draft: Draft) -> None:
    """Turn every provisional "party" into a role; guests at home and hosts abroad change places."""
    settle_envoys(draft)
    if draft.event_type == "session" and draft.status == "held":
        seat_chairs(draft)
    if draft.event_type == "session":
        seat_both(draft)
    if draft.event_type == "credentials":
        turn_envoys(draft)
    celebrate(draft)
    seats = seats_of(draft) if draft.event_type == "meeting" else Seats({}, {})
    for key, party in draft.parties.items():
        party.role = settled(draft, party, seats)
        travels = draft.parent is not None and draft.parent.event_type == "visit" and key in draft.parent.parties
        if travels and party.role == "participant" and draft.event_type in ON_TRIP:
            party.role = draft.parent.parties[key].role if draft.parent else "guest"
    for body in draft.bodies:
        if body.role == "party":
            body.role = PARTY.get(draft.event_type) or by_country(draft, body.country)


def settled(draft: Draft, party: Party, seats: Seats) -> str:
    """The role of somebody at an occasion, given what its frame says."""
    country = party.person.country
    if resident(draft, party) and (draft.event_type == "tribute" or (draft.event_type == "ceremony" and party.role in OPEN)):
        return "participant"
    if party.role in provisional(draft):
        apart = comes_along(draft, party) or draft.lead.frame.rule == PRINTED
        return "participant" if apart else PARTY.get(draft.event_type) or by_place(draft, party, seats)
    if party.role == "host" and draft.event_type not in AT_EMBASSIES and abroad(draft, country):
        return "guest"
    if party.role == "guest" and draft.event_type in TRAVEL and country is not None and country == draft.country:
        return "host" if len(draft.parties) > 1 else "participant"
    if party.role == "guest" and draft.event_type == "visit" and receives(draft, party):
        return "host"
    return party.role


def provisional(draft: Draft) -> tuple[str, ...]:
    """The roles that place and country still decide."""
    if draft.event_type == "conference":
        return OPEN if draft.country in {p.person.country for p in draft.parties.values()} - {None} else ("party",)
    known = draft.event_type in BY_PLACE and draft.country is not None
    return OPEN if known or draft.event_type == "election_observation" else ("party",)


def by_place(draft: Draft, party: Party, seats: Seats) -> str:
    """Whoever goes on a visit is its guest; otherwise whose ground it is decides, or opposite whom somebody stands."""
    country = party.person.country
    if draft.event_type == "visit":
        return "host" if receives(draft, party) else "guest"
    if draft.event_type == "aid":
        return helps(draft, country)
    return at_talks(draft, party, seats) if draft.event_type == "meeting" else by_country(draft, country)


def at_talks(draft: Draft, party: Party, seats: Seats) -> str:
    """Host or guest of talks: as the words place somebody, or whose ground it is."""
    country = party.person.country
    said = told(draft, party, seats)
    if said is not None or draft.country is None:
        return said or "participant"
    if country is None:
        return opposite(draft, party, seats)
    strangers = (p for p in draft.parties.values() if p.person.country is None)
    local = country != draft.country and any(opposite(draft, p, seats) == "host" for p in strangers)
    return "guest" if local else by_country(draft, country)


def helps(draft: Draft, country: str | None) -> str:
    """Giver or recipient, as the others of the country; else those at home receive aid, and foreigners give it."""
    roles = {p.role for p in draft.parties.values() if p.person.country == country}
    if country is None or draft.country is None:
        return "participant"
    return next((r for r in ("giver", "recipient") if r in roles), "recipient" if country == draft.country else "giver")


def receives(draft: Draft, party: Party) -> bool:
    """Is it somebody of the visited country, to which others travel?"""
    strangers = any(p.person.country != draft.country for p in draft.parties.values())
    return party.person.country is not None and party.person.country == draft.country and strangers


def by_country(draft: Draft, country: str | None) -> str:
    """Host at home, guest in the other's country, participant on third ground or where the place is unknown."""
    if draft.country is None or country is None or draft.country not in draft.countries:
        return "participant"
    present = {p.person.country for p in draft.parties.values()} - {None}
    if country == draft.country:
        return "host"
    return "guest" if draft.country in present or len(present) == 1 else "participant"


def abroad(draft: Draft, country: str | None) -> bool:
    """Is a supposed host on foreign ground, though somebody of that country takes part?"""
    present = {p.person.country for p in draft.parties.values()}
    return None not in (draft.country, country) and draft.country != country and draft.country in present


def celebrate(draft: Draft) -> None:
    """A mission that marks its own day abroad is the host, and everybody else its guest, also those of the country."""
    own = hosting(draft) if draft.event_type in AT_EMBASSIES else None
    for party in draft.parties.values() if own is not None else ():
        envoy = party.person.office in ENVOYS and party.person.country == own
        if party.role in OPEN or (party.role == "guest" and envoy):
            party.role = "host" if party.person.country == own else "guest"
