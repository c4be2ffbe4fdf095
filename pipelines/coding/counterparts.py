"""Whom two tellings of talks name, and whether each names an official whom the other leaves out: then they are two talks.

"The Minister met with Y. In the afternoon he was received by the President." Officials without a name count, too.
"""

from pipelines.coding.item import Draft
from pipelines.model.cast import Person

TALKS = frozenset(["meeting", "call"])
PAIR = 2  # people without whom nobody has met
VAGUE = frozenset([None, "unknown", "official", "minister", "other"])  # offices that may be any other one in fewer words


def individuals(draft: Draft) -> list[Person]:
    """Everybody in the draft, by name or by office alone."""
    return [*(party.person for party in draft.parties.values()), *draft.unnamed.values()]


def alike(one: Person, other: Person) -> bool:
    """Can both be the same person? Two names are two people; an office without a name is whoever may hold it."""
    if one.key == other.key:
        return True
    if one.name and other.name:
        return False
    if one.country and other.country and one.country != other.country:
        return False
    return one.office == other.office or one.office in VAGUE or other.office in VAGUE


def others_met(one: Draft, other: Draft) -> bool:
    """Does each tell of somebody whom the other does not, with people enough for talks of its own?"""
    if one.event_type not in TALKS or any(d.weight == 0 or d.lead.view.sentence.is_heading for d in (one, other)):
        return False
    a, b = individuals(one), individuals(other)
    if min(len(a), len(b)) < PAIR:
        return False
    return any(not any(alike(p, q) for q in a) for p in b) and any(not any(alike(p, q) for p in b) for q in a)
