"""Which drafts are events: a frame without official participants of two countries is none (codebook, "Scope")."""
from datetime import timedelta

from pipelines.coding.item import Draft, Item
from pipelines.coding.sides import bring_company, bring_travellers, complete, first_person, pair_of, sided
from pipelines.coding.status import holds, line_of, phrases
from pipelines.coding.view import ACTORS, Unit

LEG = timedelta(days=10)
STRAYS = frozenset(
    "seekers refugees migrants tourists students travellers travelers passengers workers people families children citizens arrivals "
    "ships vessels boats aircraft flights supplies goods exports products ribbon vehicles shipments".split()
)  # who or what travels on nobody's behalf
WRITTEN = frozenset("letter letters message messages telegram telegrams cable cables note written wrote sent invitation".split())
AUXILIARIES = frozenset("will would shall should has have had is are was were be been to also now soon already then first".split())
GOODS = frozenset(
    "tanks weapons systems missiles ammunition doses vaccines equipment ships vessels boats aircraft flights supplies goods exports "
    "products vehicles shipments shipment cargo aid assistance drones jets".split()
)
HOMEWARD = frozenset(["visit.travel", "visit.left_for", "visit.come", "visit.travel_plain"])
HOUSES = ("of the house", "of the senate", "congress", "senate foreign", "the senate")
TALKS = frozenset(["meeting", "call", "session", "conference"])
JUST_NOW = (" just ", " today ", " earlier today ", " this morning ", " this afternoon ")
RECALLING = (" recalled ", " looked back ", " remembered ", " recalling ", " brought to mind ", " looking back ", " reminded ")
BRINGING = (
    " during ",
    " course of ",
    " part of ",
    " within ",
    " on ",
    " framework of ",
    " end of ",
    " concluded ",
    " ended ",
    " result of ",
    " begin ",
)


def fresh(draft: Draft) -> bool:
    """ "I just met with the President", "It is a pleasure to welcome to Norway …": what a speaker has come from, or does."""
    lead = draft.lead
    if lead.frame.rule.startswith("visit.welcome") and lead.view.units[lead.first].text == "welcome" and draft.status == "held":
        return any(p.role == "guest" for p in draft.parties.values())
    return first_person(draft) and bool(draft.parties) and any(w in line_of(lead.view, lead.first - 3, lead.last + 4) for w in JUST_NOW)


def reportable(item: Item, draft: Draft) -> bool:
    """What somebody says in a meeting is an event only if it is announced, or recalled with a date; a habit is none."""
    lead = draft.lead
    if holds(lead.view.line, phrases("habit")):
        return False
    if item.spoken and not lead.view.sentence.is_heading:
        return draft.dated() or fresh(draft)
    reported = lead.clause.reported
    return not reported or draft.status != "held" or draft.dated() or "pledge" in lead.frame.flags


def redundant(draft: Draft, drafts: list[Draft]) -> bool:
    """An occasion that is only implied gives way to any that is told; a site where flowers are laid is a tribute."""
    if draft.event_type == "site_visit":
        told = {s.number for s in draft.sources}
        return any(d.event_type == "tribute" and any(s.number in told for s in d.sources) for d in drafts)
    if recapitulates(draft, drafts) or carried_out(draft, drafts) or voiced(draft, drafts):
        return True
    if draft.weight >= 2:
        return False
    rivals = ("visit",) if draft.event_type == "visit" else ("meeting", "call", "session", "conference", "commemoration")
    told = (d for d in drafts if d is not draft and d.weight >= 2 and d.event_type in rivals and not d.background)
    return any(not opposite(d, draft) and not elsewhere(d, draft) for d in told)


def opposite(one: Draft, other: Draft) -> bool:
    """Do two visits go opposite ways: "the Minister's visit", at the end of which she invited her host?"""
    guests = [{p.person.country for p in d.parties.values() if p.role == "guest"} for d in (one, other)]
    return one.event_type == other.event_type == "visit" and (one.country in guests[1] or other.country in guests[0])


def elsewhere(gathering: Draft, talks: Draft) -> bool:
    """Is the gathering one of others, of which the talks of two only speak?"""
    apart = not set(talks.countries) <= set(gathering.countries)
    return gathering.event_type == "conference" and talks.event_type == "meeting" and bool(gathering.countries) and apart


def recapitulates(draft: Draft, drafts: list[Draft]) -> bool:
    """ "The two leaders also consulted on …", below the call in which they did: no further occasion."""
    bare = draft.event_type == "meeting" and draft.lead.frame.strength == "nominal" and draft.status == "held"
    if not bare or draft.lead.date is not None or draft.place is not None or draft.lead.view.sentence.is_heading:
        return False
    calls = (d for d in drafts if d.event_type == "call" and d.status == "held" and d.lead.number < draft.lead.number)
    return any(set(draft.parties) <= set(d.parties) for d in calls)


def voiced(draft: Draft, drafts: list[Draft]) -> bool:
    """ "She conveyed her condolences", below the call in which she did: what is said in talks is no message."""
    if draft.event_type != "message" or draft.status != "held" or any(u.text in WRITTEN for u in draft.lead.view.units):
        return False
    talks = (d for d in drafts if d.event_type in ("call", "meeting") and d.status == "held" and d.lead.number <= draft.lead.number)
    return bool(draft.parties) and any(set(draft.parties) <= set(d.parties) for d in talks)


def carried_out(draft: Draft, drafts: list[Draft]) -> bool:
    """ "will help coordinate the delivery of this aid", below the pledge: the same gift."""
    if draft.event_type != "aid" or draft.status != "planned" or draft.dated() or draft.lead.frame.strength != "nominal":
        return False
    return any(d is not draft and d.event_type == "aid" and d.status == "held" and not d.background for d in drafts)


def at_home(item: Item, draft: Draft) -> bool:
    """Does an embassy's staff merely travel within its host country?"""
    lead = draft.lead
    if draft.event_type != "visit" or lead.destination is None or draft.parties:
        return False
    embassy = any(a.unit.symbol in ("O", "G") and "mbass" in a.unit.mention_text for a in lead.arguments)
    return embassy and lead.destination.mention.country != item.context.home


def headed(draft: Draft) -> bool:
    """Is it told by a headline alone?"""
    return all(s.view.sentence.is_heading for s in draft.sources if s.frame.weight)


def retold(draft: Draft, drafts: list[Draft]) -> bool:
    """Does a headline call talks by another name ("meeting") than the text below it ("spoke by video")?"""
    if draft.event_type not in TALKS or not headed(draft):
        return False
    rivals = (
        d for d in drafts if d is not draft and d.event_type in TALKS and d.status == draft.status and not headed(d) and not d.background
    )
    return any(set(draft.countries) <= set(d.countries) for d in rivals)


def aside(draft: Draft) -> bool:
    """A visit named only in passing, late in the text and without a date, is recalled."""
    lead = draft.lead
    if any(words in line_of(lead.view, lead.first - 7, lead.first) for words in RECALLING) and not draft.dated():
        return True
    if draft.event_type != "visit" or lead.frame.weight != 2 or draft.dated() or draft.status != "held" or lead.view.sentence.is_heading:
        return False
    return lead.number > 2 and not any(words in line_of(lead.view, lead.first - 4, lead.first + 1) for words in BRINGING)


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


def domestic(item: Item, draft: Draft) -> bool:
    """Does the author write to his own parliament, consult it, or only voice a welcome to somebody who is to come?"""
    lead = draft.lead
    if lead.frame.rule == "meeting.welcoming" and draft.status == "held":
        return first_person(draft) or lead.view.units[max(0, lead.first - 1)].text == "in"
    addressed = [a.unit for a in lead.arguments if a.position in ("obj", "to") and a.unit.mention.country in (None, item.home)]
    houses = any(house in unit.mention_text.lower() for unit in addressed for house in HOUSES)
    return houses and (draft.event_type == "message" or (draft.event_type == "meeting" and set(draft.countries) == {item.home}))


def goes_on(draft: Draft, drafts: list[Draft]) -> bool:
    """Is it a leg of a visit that is under way: "Tomorrow the General goes to the coast"?"""
    if draft.event_type != "visit" or draft.status != "planned" or not draft.parties:
        return False
    under_way = (d for d in drafts if d.event_type == "visit" and d.status == "held" and not d.background and d.country == draft.country)
    return any(set(d.parties) & set(draft.parties) and within(draft, d) for d in under_way)


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


def accepted(item: Item, drafts: list[Draft]) -> list[Draft]:
    """The drafts that are events."""
    bring_travellers([d for d in drafts if d.weight > 0])
    told = [d for d in drafts if d.weight > 0 and reportable(item, d) and not (at_home(item, d) or aside(d) or returns(item, d) or astray(d))]
    bring_company(told)
    for _ in range(2):  # a visit that the issuer completes may tell the pair for the rest
        pair = pair_of(item, told)
        for draft in told:
            complete(item, draft, pair)
    sure = [d for d in told if sided(item, d)]
    sure = [d for d in sure if not domestic(item, d)]
    return [d for d in sure if not redundant(d, sure) and not retold(d, sure) and not goes_on(d, sure)]
