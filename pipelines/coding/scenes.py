"""Where an occasion took place whose own words leave it open. The dateline's city is not the place unless the text agrees.

In order: the host's country; the occasion it belongs to; the scene, that is where the item's other occasions of that day took place;
an embassy's seat. What does not belong here: the place that its own words name (`where`).
"""

from pipelines.coding.cast.dealings import ENVOYS
from pipelines.coding.ground import at_dateline, ground
from pipelines.coding.item import Draft, Item
from pipelines.coding.stage import stage
from pipelines.coding.view import CITIES
from pipelines.coding.when import overlap
from pipelines.coding.where import NO_PLACE, WALKED_TO
from pipelines.lexicon.countries import is_state
from pipelines.model.mention import PlaceMention

NEXT_BREATH = 2  # sentences
CITY_STATES = {"SGP": "Singapore", "MCO": "Monaco", "VAT": "Vatican City", "SMR": "San Marino"}


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
