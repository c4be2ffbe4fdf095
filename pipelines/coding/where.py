"""Where an occasion took place, by its own words.

What does not belong here: what they leave open (`scenes`), and finding places in text.
"""

from pipelines.coding.candidates import Candidate
from pipelines.coding.item import Draft, Item
from pipelines.coding.towns import town
from pipelines.coding.view import CITIES, Unit
from pipelines.lexicon.countries import capital_of, is_state
from pipelines.model.mention import PlaceMention

AT = frozenset("in at near".split())
NO_PLACE = frozenset(["call", "message"])
WALKED_TO = frozenset(["tribute", "site_visit"])
ON_ARRIVAL = frozenset("meeting session conference signing tribute site_visit ceremony commemoration press_conference".split())
OF_STATE = frozenset(["state", "official"])
GATHERINGS = frozenset(["conference", "session"])
NAME_NEAR = 3  # units from "attended the" to the gathering's name
LEGS = frozenset(["programme", "program", "leg", "stop", "talks", "schedule", "itinerary", "hosts", "hosted", "host"])
ADDRESS = 8  # units of an address
OPENING = 2  # units: "In Lima, …"
OTHER_CLAUSE = 20
NEAR, FAR = 6, 9  # units behind the clause: ", which was to be held in Windhoek"
IN_NAMES = frozenset("of the and for ( )".split())


def ruled(units: tuple[Unit, ...], index: int, prepositions: frozenset[str]) -> bool:
    """Does a preposition of rest govern the place at `index`, also across "Sofia, " before "Bulgaria"?"""
    before = units[index - 1]
    if before.text in ("the", "city", "of") and index > 1:
        before = units[index - 2] if units[index - 2].text != "city" else units[index - 4]
    if before.text in prepositions:
        return True
    return before.text == "," and addressed(units, index, prepositions)


def addressed(units: tuple[Unit, ...], index: int, prepositions: frozenset[str]) -> bool:
    """ "in Sofia, Bulgaria", "at General Headquarters (GHQ), Rawalpindi": does the place end an address that a preposition opens?"""
    for unit in reversed(units[max(0, index - 1 - ADDRESS) : index - 1]):
        if unit.text in prepositions:
            return True
        if unit.text in (",", ";") or (not unit.symbol and not unit.capital and unit.text not in IN_NAMES):
            return False
    return False


def located(candidate: Candidate) -> list[Unit]:
    """Places that the candidate's clause says it happened at, nearest to the core first."""
    units = candidate.view.units
    prepositions = AT | {"to"} if candidate.event_type in WALKED_TO else AT
    receiving = AT | {"to"}  # "welcome the guest to the White House"
    found = []
    for index, unit in enumerate(units):
        if unit.symbol == "C" and index + 1 < len(units) and units[index + 1].text in OF_STATE:
            continue  # "at the Kenya State Dinner": whom it is given for
        host = unit.symbol in ("L", "S") and hosts(units, index)
        if unit.symbol in ("C", "L", "S") and index and (ruled(units, index, receiving if unit.symbol == "S" else prepositions) or host):
            near = candidate.clause.first <= index < candidate.clause.last + reach(candidate)
            found.append((not near, distance(candidate, index), index, unit))
        elif host:
            found.append((False, 0, index, unit))
    return [unit for far, _, _, unit in sorted(found, key=lambda f: f[:3]) if not far]


def distance(candidate: Candidate, index: int) -> int:
    """How far a place stands from the core; one with which the clause opens is nearer than any of another clause."""
    opens = index <= candidate.clause.first + OPENING
    beyond = OTHER_CLAUSE * (index >= candidate.clause.last)
    return abs(index - candidate.last) + (0 if opens else 3 * (index < candidate.first)) + beyond


def hosts(units: tuple[Unit, ...], index: int) -> bool:
    """ "which Manila will host", "the Rome talks", "passes to Tirana, where the next session will be held"."""
    after = [u.text for u in units[index + 1 : index + 3]]
    return after[:1] != [] and (after[0] in LEGS or (after[0] in ("will", "is", "was") and after[-1] in LEGS) or after == [",", "where"])


def reach(candidate: Candidate) -> int:
    """How far behind its clause a core may have its place: a relative clause right behind the noun tells of it."""
    units, end = candidate.view.units, candidate.clause.last
    relative = end < len(units) and units[end].text in ("which", "that") and end - candidate.last <= 2
    return FAR if relative else NEAR


def city_of(unit: Unit) -> PlaceMention | None:
    """The city a unit names; a seat of government stands for its capital."""
    mention: PlaceMention = unit.mention
    if mention.kind in CITIES:
        return mention
    capital = capital_of(mention.country or "") if unit.symbol == "S" else None
    return PlaceMention(mention.start, mention.end, "capital", capital, mention.countries) if capital else None


def place_of(candidate: Candidate) -> tuple[PlaceMention | None, str | None]:
    """City and country of a candidate by its own sentence."""
    places = located(candidate)
    if candidate.destination is not None:
        goal = candidate.destination
        cities = [c for c in (city_of(u) for u in (goal, *places)) if c is not None and c.country == goal.mention.country]
        return (cities[0] if cities else None), goal.mention.country
    reached = candidate.goal
    if reached is not None and candidate.event_type in ON_ARRIVAL:
        core = candidate.view.units[candidate.first].start
        there = [city_of(u) for u in places if u.mention.country == reached.mention.country and u.start > core]
        return next((c for c in there if c is not None), city_of(reached)), reached.mention.country
    city = next((c for c in map(city_of, places) if c is not None), None) or (None if places else city_in_name(candidate))
    if city is not None:
        stated = next((u.mention.country for u in places if u.symbol == "C" and u.mention.country in city.countries), None)
        return city, stated or city.country
    return None, next((u.mention.country for u in places if is_state(u.mention.country or "")), None)


def city_in_name(candidate: Candidate) -> PlaceMention | None:
    """The city after which a gathering is named: "the Lima Summit"."""
    units = candidate.view.units[candidate.first : candidate.last + NAME_NEAR]
    named = next((u for u in units if u.symbol == "E"), None) if candidate.event_type in GATHERINGS else None
    places = candidate.view.sentence.places if named else ()
    return next((p for p in places if named and p.kind in CITIES and p.start == named.start and p.end < named.end), None)


def opens_with_place(candidate: Candidate) -> bool:
    """Does a place stand before the core, or right behind it?"""
    return any(u.symbol in ("C", "L", "S") for u in candidate.view.units[: candidate.last + 3])


def place_draft(item: Item, draft: Draft) -> None:
    """Place and country from the draft's sources, best evidence first."""
    if draft.event_type in NO_PLACE:
        return
    for source in draft.sources:
        city, country = place_of(source)
        if source.frame.weight < 2 and not opens_with_place(source):
            continue  # "reduce tensions in Israel": a topic, not a place
        if draft.country and country and country != draft.country:
            continue
        draft.place = draft.place or city
        draft.country = draft.country or country
    if draft.place is None and draft.weight >= 2:
        draft.place = town(item.text, draft.lead)
