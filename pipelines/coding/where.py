"""Where an occasion took place. The dateline's city is not the place unless the text agrees.

In order: the place its own words tie to it; the host's country; the occasion it belongs to; the scene, that is where
the item's other occasions of that day took place; an embassy's seat. What does not belong here: finding places in text.
"""

from dataclasses import replace

from pipelines.coding.candidates import Candidate
from pipelines.coding.cast.dealings import ENVOYS
from pipelines.coding.ground import at_dateline, ground
from pipelines.coding.item import Draft, Item
from pipelines.coding.stage import stage
from pipelines.coding.towns import town
from pipelines.coding.view import CITIES, Unit
from pipelines.coding.when import overlap
from pipelines.lexicon.countries import capital_of, is_state
from pipelines.model.mention import PlaceMention

AT = frozenset("in at near".split())
NO_PLACE = frozenset(["call", "message"])
HOSTED = frozenset("visit tribute site_visit commemoration ceremony election_observation exercise exhibition cultural_event".split())
WALKED_TO = frozenset(["tribute", "site_visit"])
ON_ARRIVAL = frozenset("meeting session conference signing tribute site_visit ceremony commemoration press_conference".split())
OF_STATE = frozenset(["state", "official"])
GATHERINGS = frozenset(["conference", "session"])
NAME_NEAR = 3  # units from "attended the" to the gathering's name
LEGS = frozenset(["programme", "program", "leg", "stop", "talks", "schedule", "itinerary", "hosts", "hosted", "host"])
NEXT_BREATH = 2  # sentences
ADDRESS = 8  # units of an address
OPENING = 2  # units: "In Lima, …"
OTHER_CLAUSE = 20
NEAR, FAR = 6, 9  # units behind the clause: ", which was to be held in Windhoek"
IN_NAMES = frozenset("of the and for ( )".split())
BETWEEN = frozenset("visit call message meeting signing award protest".split())  # the issuer and somebody else
CITY_STATES = {"SGP": "Singapore", "MCO": "Monaco", "VAT": "Vatican City", "SMR": "San Marino"}


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


def host_country(draft: Draft) -> str | None:
    """The country of whoever receives: the host, the recipient of credentials, the state an envoy is accredited to."""
    people = [(p.role, p.person) for p in draft.parties.values()]
    hosts = [person.country for role, person in people if role == "host" and is_state(person.country or "")]
    if hosts:
        return hosts[0]
    if draft.event_type == "meeting":
        envoys = {person.country for _, person in people if person.office in ENVOYS}
        others = {person.country for _, person in people if person.office not in ENVOYS} - envoys
        return next((c for c in others if is_state(c or "")), None) if len(envoys) == 1 and len(others) == 1 else None
    return None


def settle_hosts(drafts: list[Draft]) -> None:
    """The country of whoever receives, where the place itself is not named."""
    for draft in drafts:
        if draft.event_type not in NO_PLACE and draft.country is None:
            draft.country = host_country(draft)


def settle_children(drafts: list[Draft]) -> None:
    """Country, and within one day the city, of the occasion that a draft belongs to."""
    for draft in drafts:
        parent = draft.parent
        if parent is None or draft.event_type in NO_PLACE:
            continue
        draft.country = draft.country or parent.country
        if draft.place is None and draft.country == parent.country and one_day(parent):
            draft.place = parent.place


def settle_scene(item: Item, drafts: list[Draft]) -> None:
    """Where everything else of that day happened; on an embassy's page its host country; "here" is the dateline's city."""
    city, country = stage(item)
    scene = next((d for d in drafts if d.country and d.status == "held" and not d.background and d.event_type not in NO_PLACE), None)
    for draft in drafts:
        if draft.event_type in NO_PLACE or draft.background:
            continue
        if draft.event_type == "aid":
            draft.country = draft.country or ground(item, draft)
        if draft.country is None and draft.status == "held" and country:
            draft.country, draft.place = country, draft.place or city
        if draft.country is None and scene is not None and draft.status == "held" and overlap(draft.when, scene.when):
            draft.country = scene.country
        if draft.country is None and draft.event_type == "award":
            givers = (p.person for p in draft.parties.values() if p.role == "giver")
            draft.country = next((g.host_country if g.office in ENVOYS else g.country for g in givers), None)
        draft.country = draft.country or ground(item, draft)
        if draft.country is None and draft.status == "held":
            draft.country = item.context.seat or at_dateline(item, draft)
        if draft.place is None and draft.country:
            draft.place = only_city(item, draft) or city_state(draft) or where_all_happened(draft, drafts)
        if draft.event_type in HOSTED and is_state(draft.country or ""):
            draft.add_countries([draft.country])


def settle_neighbours(drafts: list[Draft]) -> None:
    """The city of what the text tells of the same day in the next breath, where all of that is in one city."""
    for draft in drafts:
        if draft.place is not None or draft.country is None or draft.event_type in NO_PLACE or draft.status != "held":
            continue
        others = [d for d in drafts if d.place is not None and d.country == draft.country]
        near = [d for d in others if same_day(d, draft) and adjacent(d, draft) and not both_walked_to(d, draft)]
        if len({d.place.name for d in near if d.place}) == 1:
            draft.place = near[0].place


def both_walked_to(one: Draft, other: Draft) -> bool:
    """Two monuments are two places."""
    return one.event_type in WALKED_TO and other.event_type in WALKED_TO


def adjacent(one: Draft, other: Draft) -> bool:
    return any(abs(a.number - b.number) <= NEXT_BREATH for a in one.sources for b in other.sources)


def only_city(item: Item, draft: Draft) -> PlaceMention | None:
    """The one city of the draft's country that the item has named by the time it tells the draft."""
    until = max(s.view.sentence.end for s in draft.sources)
    told = (p for s in item.sentences if s.start < until for p in s.places)
    named = {p.name: p for p in told if p.kind in CITIES and p.countries[:1] == (draft.country,)}
    return next(iter(named.values())) if len(named) == 1 else None


def city_state(draft: Draft) -> PlaceMention | None:
    """A state that is a city."""
    core = draft.lead.view.units[draft.lead.first]
    name = CITY_STATES.get(draft.country or "")
    return PlaceMention(core.start, core.end, "capital", name, (draft.country or "",)) if name else None


def where_all_happened(visit: Draft, drafts: list[Draft]) -> PlaceMention | None:
    """The one city in which everything done on a visit was done."""
    inside = {d.place.name: d.place for d in drafts if d.parent is visit and d.place is not None and d.country == visit.country}
    return next(iter(inside.values())) if visit.event_type == "visit" and len(inside) == 1 else None


def one_day(draft: Draft) -> bool:
    return draft.when is None or draft.when.start_date == draft.when.end_date


def same_day(one: Draft, other: Draft) -> bool:
    """Did both happen on the same days, as far as the text dates them?"""
    if one.when is None or other.when is None:
        return True
    return (one.when.start_date, one.when.end_date) == (other.when.start_date, other.when.end_date)


def settle_countries(item: Item, drafts: list[Draft]) -> None:
    """Whoever receives, and whose country the text leaves out, is at home where it happens; the issuer is the side that goes unnamed."""
    for draft in drafts:
        if draft.event_type in BETWEEN and len([c for c in draft.countries if c]) == 1:
            draft.add_countries([item.home])
        present = {p.person.country for p in draft.parties.values()}
        for party in draft.parties.values():
            if party.person.country is None and party.role == "host" and is_state(draft.country or "") and draft.country not in present:
                party.person = replace(party.person, country=draft.country)
                draft.add_countries([draft.country])
