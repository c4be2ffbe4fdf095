"""Which journeys are visits: not the way home, not that of goods, not a leg of a visit that is told already.

What does not belong here: who travels where (`candidates`, `goals`), and which other drafts are events (`accept`).
"""
from datetime import timedelta

from pipelines.coding.item import Draft, Item
from pipelines.coding.view import ACTORS, Unit
from pipelines.coding.when import overlap

LEG = timedelta(days=10)
STRAYS = frozenset(
    "seekers refugees migrants tourists students travellers travelers passengers workers people families children citizens arrivals "
    "ships vessels boats aircraft flights supplies goods exports products ribbon vehicles shipments".split()
)  # who or what travels on nobody's behalf
AUXILIARIES = frozenset("will would shall should has have had is are was were be been to also now soon already then first".split())
GOODS = frozenset(
    "tanks weapons systems missiles ammunition doses vaccines equipment ships vessels boats aircraft flights supplies goods exports "
    "products vehicles shipments shipment cargo aid assistance drones jets".split()
)
HOMEWARD = frozenset(["visit.travel", "visit.left_for", "visit.come", "visit.travel_plain"])


def no_journey(item: Item, draft: Draft) -> bool:
    """Is it a visit by its words alone: somebody goes home, an embassy travels in its host country, goods arrive?"""
    return at_home(item, draft) or returns(item, draft) or astray(draft)


def opposite(one: Draft, other: Draft) -> bool:
    """Is the visit of a named guest (`other`) not that to another country: "the Minister's visit", at which she invited her host?"""
    guests = {p.person.country for p in other.parties.values() if p.role == "guest" and p.person.country}
    apart = one.country is not None and other.country is not None and one.country != other.country
    named = other.lead.frame.rule.startswith("visit.possessive") and bool(guests)
    return one.event_type == other.event_type == "visit" and named and apart and other.country not in guests


def at_home(item: Item, draft: Draft) -> bool:
    """Does an embassy's staff merely travel within its host country?"""
    lead = draft.lead
    if draft.event_type != "visit" or lead.destination is None or draft.parties:
        return False
    embassy = any(a.unit.symbol in ("O", "G") and "mbass" in a.unit.mention_text for a in lead.arguments)
    return embassy and lead.destination.mention.country != item.context.home


def returns(item: Item, draft: Draft) -> bool:
    """Does the traveller merely go home?"""
    travellers = {p.person.country for p in draft.parties.values() if p.role == "guest"} or unnamed(item, draft)
    goal = draft.lead.destination
    return draft.event_type == "visit" and goal is not None and bool(travellers) and travellers == {goal.mention.country}


def astray(draft: Draft) -> bool:
    """Does somebody arrive or travel who is no official: "asylum seekers arriving by sea in Australia"?"""
    lead = draft.lead
    if draft.event_type != "visit":
        return False
    if subject_word(draft) in GOODS:
        return True
    if any(a.unit.symbol in ACTORS for a in lead.arguments):
        return False
    before = lead.view.units[max(0, lead.clause.first - 3) : lead.first]
    return any(u.text in STRAYS or (u.symbol == "A" and u.mention_text.endswith("s")) for u in before)


def subject_word(draft: Draft) -> str:
    """The plain word right before the core, but for auxiliaries: "tanks" in "She said that tanks will arrive in …"."""
    units = draft.lead.view.units[draft.lead.clause.first : draft.lead.first]
    word = next((u for u in reversed(units) if u.text not in AUXILIARIES), None)
    return "" if word is None or word.symbol else word.text


def goes_on(draft: Draft, drafts: list[Draft]) -> bool:
    """Is it a leg of a visit that is under way: "Tomorrow the General goes to the coast"?"""
    if draft.event_type != "visit" or draft.status != "planned":
        return False
    under_way = (d for d in drafts if d.event_type == "visit" and d.status == "held" and not d.background and d.country == draft.country)
    return any(same_travellers(draft, d) and within(draft, d) for d in under_way)


def same_travellers(leg: Draft, visit: Draft) -> bool:
    """Do people of the visit go on the leg, or is it left open who goes while the visit lasts?"""
    if leg.parties:
        return bool(set(leg.parties) & set(visit.parties))
    return leg.dated() and set(leg.countries) <= set(visit.countries) and overlap(leg.when, visit.when)


def within(leg: Draft, visit: Draft) -> bool:
    """Does the leg begin within days of the visit, as far as both are dated?"""
    if leg.when is None or visit.when is None or leg.when.start_date is None or visit.when.start_date is None:
        return leg.when is None
    return abs(leg.when.start_date - visit.when.start_date) <= LEG


def unnamed(item: Item, draft: Draft) -> set[str | None]:
    """The countries of travellers who go without a name: "The Prime Minister will leave for Australia", "I return to …"."""
    subjects = [a.unit for a in draft.lead.arguments if a.position == "left" and a.unit.symbol in ("F", "R")]
    if not subjects or draft.lead.frame.rule not in HOMEWARD:
        return set()
    return {item.home if u.mention_text.lower() in ("i", "we") else countries_of(item, u) for u in subjects}


def countries_of(item: Item, unit: Unit) -> str | None:
    people = item.cast.of(unit.mention).people
    return people[0].country if people else unit.mention.country
