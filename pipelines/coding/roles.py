"""Host, guest or participant: settled once the place of an occasion is known (codebook, "Participants")."""

from pipelines.coding.cast.dealings import ENVOYS
from pipelines.coding.item import Draft

PARTY = {
    "session": "participant",
    "call": "participant",
    "exercise": "participant",
    "ratification": "participant",
    "relations": "participant",
    "signing": "signatory",
}
TRAVEL = frozenset(["tribute", "site_visit", "meeting", "ceremony"])
AT_EMBASSIES = frozenset(["commemoration", "cultural_event"])  # where an ambassador is host abroad
ON_TRIP = frozenset(["ceremony", "tribute", "site_visit", "cultural_event", "exhibition", "commemoration"])


def seat_chairs(draft: Draft) -> None:
    """The heads of the sides of a session chair it: the first of each country."""
    seen: set[str | None] = set()
    for party in draft.parties.values():
        if party.role in ("party", "host", "guest") and party.person.country not in seen and party.person.office not in (None, "unknown"):
            party.role = "chair"
        seen.add(party.person.country)


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
    if draft.event_type == "credentials":
        turn_envoys(draft)
    for key, party in draft.parties.items():
        if party.role in provisional(draft):
            party.role = PARTY.get(draft.event_type) or by_country(draft, party.person.country)
        elif party.role == "host" and draft.event_type not in AT_EMBASSIES and abroad(draft, party.person.country):
            party.role = "guest" if draft.event_type != "visit" else "participant"
        elif party.role == "guest" and draft.event_type in TRAVEL and party.person.country == draft.country:
            party.role = "host" if len(draft.parties) > 1 else "participant"
        travels = draft.parent is not None and draft.parent.event_type == "visit" and key in draft.parent.parties
        if travels and party.role == "participant" and draft.event_type in ON_TRIP:
            party.role = draft.parent.parties[key].role if draft.parent else "guest"
    for body in draft.bodies:
        if body.role == "party":
            body.role = PARTY.get(draft.event_type) or by_country(draft, body.country)


def provisional(draft: Draft) -> tuple[str, ...]:
    """The roles that place and country still decide; who takes part in a ceremony is its host or its guest."""
    return ("party", "participant") if draft.event_type == "ceremony" and draft.country is not None else ("party",)


def by_country(draft: Draft, country: str | None) -> str:
    """Host at home, guest in the other's country, participant on third ground or where the place is unknown."""
    if draft.country is None or country is None or draft.country not in draft.countries:
        return "participant"
    present = {p.person.country for p in draft.parties.values()}
    if country == draft.country:
        return "host"
    return "guest" if draft.country in present or len(present) == 1 else "participant"


def abroad(draft: Draft, country: str | None) -> bool:
    """Is a supposed host on foreign ground, though somebody of that country takes part?"""
    present = {p.person.country for p in draft.parties.values()}
    return None not in (draft.country, country) and draft.country != country and draft.country in present
