"""Whom two tellings of talks name, and whether each names an official whom the other leaves out: then they are two talks.

"The Minister met with Y. In the afternoon he was received by the President." Officials without a name count, too.
"""

from pipelines.coding.item import Draft
from pipelines.coding.view import Unit
from pipelines.model.cast import Person

TALKS = frozenset(["meeting", "call"])
MET = frozenset(["obj", "by", "with", "to", "on"])  # positions of those who are met
TOLD = 2  # weight of a frame that tells of talks by itself
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


def other_objects(one: Draft, other: Draft) -> bool:
    """ "talked with A and paid a call on B": does each of two verbs of a sentence have somebody whom the other's does not name?"""
    first, then = sorted((one, other), key=lambda d: d.lead.first)
    if one.event_type not in TALKS or first.lead.view is not then.lead.view or first.lead.last > then.lead.first:
        return False
    if min(one.weight, other.weight) < TOLD:
        return False
    a, b = objects(first, then.lead.first), objects(then, len(then.lead.view.units))
    return bool(a and b) and not any(alike(p, q) for p in b for q in [*individuals(first), *a])


def objects(draft: Draft, stop: int) -> list[Person]:
    """Every single official behind its core and before the unit `stop`."""
    lead = draft.lead
    behind = {u.start for u in lead.view.units[lead.last - 1 : stop] if u.symbol in ("N", "F") and not u.mention.plural}
    return [person_of(draft, a.unit) for a in lead.arguments if a.unit.start in behind and a.position in MET]


def person_of(draft: Draft, unit: Unit) -> Person:
    """Whom the unit means; somebody new, where the item knows nobody."""
    known = [*(p.person for p in draft.parties.values() if p.mention.start == unit.start), *draft.unnamed.values()]
    found = (p for p in known if any(m.start == unit.start for m in p.mentions) or p.name == unit.mention.name is not None)
    return next(found, None) or Person(-unit.start, unit.mention.name, unit.mention.country, unit.mention.office)
