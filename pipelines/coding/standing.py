"""On which side somebody stands: left or right of a core, of the mission that invites, beside somebody senior, on a trip or at a post.

What does not belong here: the roles that follow from it (`roles`).
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from pipelines.coding.candidates import Candidate
from pipelines.coding.cast.dealings import ENVOYS
from pipelines.coding.item import Draft, Party
from pipelines.coding.view import ACTORS
from pipelines.model.mention import OrganizationMention, PersonMention

SUBJECT = frozenset(["left", "author"])
INVITING = frozenset(["left", "by"])  # positions of a mission that gives a reception
NATIONAL = "commemoration"
LANDS = frozenset("CAO")
GAP = r"(?:(?!by |letter |message |call |copy |copies |credentials |from )[^ .;]++ ){0,14}?"
RECEIVES = re.compile(
    rf" [NFGTR]\d++ {GAP}(?P<verb>received|receives|receive|hosted|hosts|welcomed|welcomes|gave an audience|granted an audience) "
    rf"(?:(?P<by>(?:[a-z]++ ){{0,4}}?by) )?{GAP}[NFGTR]\d++ "
)
NO_OFFICE = (None, "unknown", "civil_society")


class Seats(NamedTuple):
    """Of talks: mention (its id) -> "left" or "right" of the core; mention -> host or guest, where the words say who receives whom."""

    sides: dict[int, str]
    receiving: dict[int, str]


def seats_of(draft: Draft) -> Seats:
    """Where the words that tell the talks put everybody; read once for all who take part."""
    sides: dict[int, str] = {}
    received: dict[int, str] = {}
    for source in draft.sources:
        for argument in source.arguments:
            sides.setdefault(id(argument.unit.mention), "left" if argument.position in SUBJECT else "right")
        for mention, role in receiving(source):
            received.setdefault(mention, role)
    return Seats(sides, received)


def receiving(source: Candidate) -> Iterator[tuple[int, str]]:
    """Host or guest, where the core of the talks, or a clause of which no frame made talks, says that somebody receives somebody."""
    clause = f" {' '.join([u.text for u in source.view.units[source.clause.first : source.clause.last]])} "
    found = RECEIVES.search(clause)
    verb = source.clause.first + clause.count(" ", 0, found.start("verb")) - 1 if found else 0
    if found and (source.frame.rule.startswith("learned.") or source.first <= verb < source.last):
        for number, unit in enumerate(source.view.units):
            if unit.symbol in ACTORS:
                yield id(unit.mention), "host" if (number < verb) != bool(found["by"]) else "guest"


def opposite(draft: Draft, party: Party, seats: Seats) -> str:
    """The role of somebody whose country is not told: guest opposite those at home, host opposite those from abroad.

    An official whose country a text leaves out is that of the place, but not where many meet on third ground.
    """
    own = seats.sides.get(id(party.mention))
    placed = (p for p in draft.parties.values() if p.person.country is not None)
    at_home = {p.person.country == draft.country for p in placed if seats.sides.get(id(p.mention)) not in (None, own)}
    if own is None or len(at_home) != 1:
        return "participant"
    if at_home == {True}:
        return "guest"
    gathered = draft.parent is not None and draft.parent.event_type == "conference"
    return "participant" if gathered or party.person.office in NO_OFFICE else "host"


def told(draft: Draft, party: Party, seats: Seats) -> str | None:
    """Host or guest by the words themselves: of who receives whom, or of others of the same country or of the other side."""
    said = seats.receiving.get(id(party.mention)) if party.resolution != "group" else None  # "the two ministers" are on both sides
    return said or beside_told(draft, party)


def beside_told(draft: Draft, party: Party) -> str | None:
    """The role that the words give to others: the same beside a host or guest of one's country, the other one opposite them."""
    known = {p.person.country: p.role for p in draft.parties.values() if p.role in ("host", "guest")}
    strangers = {known.pop(None, None)}
    country = party.person.country
    if country in known or country is None:
        return known.get(country)
    if (set(known.values()) or strangers) == {"host"}:
        return "guest"
    return "host" if set(known.values()) == {"guest"} and draft.country in (None, country) else None


def travels(draft: Draft, party: Party) -> bool:
    """Is the occasion part of a journey on which the person goes?"""
    trip = draft.parent if draft.parent is not None and draft.parent.event_type == "visit" else None
    return trip is not None and party.person.key in trip.parties


def resident(draft: Draft, party: Party) -> bool:
    """Is it an envoy at a post abroad, who is on no trip?"""
    person = party.person
    return person.office in ENVOYS and person.country not in (None, draft.country) and not travels(draft, party)


def comes_along(draft: Draft, party: Party) -> bool:
    """Does an envoy merely sit in on the talks of somebody senior of his country?"""
    if draft.event_type != "meeting" or not resident(draft, party):
        return False
    seniors = (p.person for p in draft.parties.values() if p.person.office not in (*ENVOYS, None, "unknown"))
    return any(senior.country == party.person.country for senior in seniors)


def hosting(draft: Draft) -> str | None:
    """The country whose mission or envoy marks a day abroad: of the mission that invites, of a receiving envoy, of whose day it is."""
    missions = (b for b in draft.bodies if getattr(b.mention, "kind", "") == "embassy")
    inviting = (b.country for b in missions if invites(draft, b.mention) and b.country != draft.country)
    envoys = [p for p in draft.parties.values() if p.person.office in ENVOYS and p.person.country not in (None, draft.country)]
    receiving = (p.person.country for p in envoys if p.role == "host")
    national = envoys if draft.event_type == NATIONAL else []
    own = (p.person.country for p in national if p.role != "guest" or named(draft, p.person.country))
    return next((c for c in (*inviting, *receiving, *own) if c is not None), None)


def invites(draft: Draft, mission: OrganizationMention | PersonMention) -> bool:
    return any(a.unit.mention is mission and a.position in INVITING for s in draft.sources for a in s.arguments)


def named(draft: Draft, country: str | None) -> bool:
    """Do the words that tell it name the country itself, not only its people: "the independence of Peru", "the Peruvian Embassy"?"""
    return any(u.symbol in LANDS and u.mention.country == country for s in draft.sources for u in s.view.units)
