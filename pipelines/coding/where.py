"""Where an occasion took place. The dateline's city is not the place unless the text agrees."""
from pipelines.coding.candidates import Candidate
from pipelines.coding.item import Draft
from pipelines.coding.view import Unit
from pipelines.lexicon.countries import is_state
from pipelines.model.mention import PlaceMention

AT = frozenset(["in", "at", "from", "near"])
NO_PLACE = frozenset(["call", "message"])
HOSTED = frozenset("visit tribute site_visit commemoration ceremony election_observation exercise exhibition cultural_event".split())
CITY_KINDS = frozenset(["city", "capital"])


def located(candidate: Candidate) -> list[Unit]:
    """Places that a preposition of rest ties to the candidate's clause, nearest to the core first."""
    units = candidate.view.units
    found = []
    for index, unit in enumerate(units):
        if unit.symbol not in ("C", "L") or index == 0:
            continue
        before = units[index - 1]
        ruled = before.text in AT or (before.text == "the" and index > 1 and units[index - 2].text in AT) or joined(units, index)
        if ruled and candidate.clause.first <= index < candidate.clause.last + 6:
            found.append((abs(index - candidate.last) + 3 * (index < candidate.first), index, unit))
    return [unit for _, _, unit in sorted(found, key=lambda f: f[:2])]


def joined(units: tuple[Unit, ...], index: int) -> bool:
    """ "in Sofia , Bulgaria": the country after a city that is itself a place."""
    return index > 2 and units[index - 1].text == "," and units[index - 2].symbol in ("L", "C") and units[index - 3].text in AT


def place_of(candidate: Candidate) -> tuple[PlaceMention | None, str | None]:
    """City or venue, and country, of a candidate by its own sentence."""
    if candidate.destination is not None:
        mention = candidate.destination.mention
        if mention.kind in CITY_KINDS:
            return mention, mention.country
        city = next((u.mention for u in located(candidate) if u.mention.kind in CITY_KINDS and u.mention.country == mention.country), None)
        return city, mention.country
    places = located(candidate)
    city = next((u.mention for u in places if u.mention.kind in CITY_KINDS), None)
    if city is not None:
        stated = next((u.mention.country for u in places if u.symbol == "C" and u.mention.country in city.countries), None)
        return city, stated or city.country
    return None, next((u.mention.country for u in places if is_state(u.mention.country or "")), None)


def place_draft(draft: Draft) -> None:
    """Place and country from the draft's sources, best evidence first."""
    if draft.event_type in NO_PLACE:
        return
    for source in draft.sources:
        city, country = place_of(source)
        if draft.country and country and country != draft.country:
            continue
        draft.place = draft.place or city
        draft.country = draft.country or country


def place_all(drafts: list[Draft]) -> None:
    """Fill what the drafts' own words leave open from the host and from the occasion they belong to."""
    for draft in drafts:
        if draft.event_type in NO_PLACE:
            continue
        if draft.country is None:
            draft.country = host_country(draft)
        if draft.event_type in HOSTED and is_state(draft.country or "") and not draft.background:
            draft.add_countries([draft.country])
    for draft in drafts:
        parent = draft.parent
        if parent is None or draft.event_type in NO_PLACE:
            continue
        if draft.country is None:
            draft.country = parent.country
        if draft.place is None and draft.country == parent.country and one_day(parent):
            draft.place = parent.place


def one_day(draft: Draft) -> bool:
    return draft.when is None or draft.when.start_date == draft.when.end_date


def host_country(draft: Draft) -> str | None:
    """The country of whoever receives, where the frame says who that is."""
    hosts = [p.person.country for p in draft.parties.values() if p.role == "host" and is_state(p.person.country or "")]
    if hosts:
        return hosts[0]
    if draft.event_type == "credentials":
        return next((p.person.country for p in draft.parties.values() if p.role == "recipient" and is_state(p.person.country or "")), None)
    return None
