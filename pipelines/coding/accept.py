"""Which drafts are events: a frame without official participants of two countries is none (codebook, "Scope")."""

from pipelines.coding.authors import by_own
from pipelines.coding.cast.dealings import ENVOYS
from pipelines.coding.item import Draft, Item
from pipelines.coding.journeys import goes_on, no_journey, opposite
from pipelines.coding.nearest import opens
from pipelines.coding.parties import nations
from pipelines.coding.same import statement
from pipelines.coding.sides import abroad, bring_company, bring_travellers, complete, first_person, pair_of, sided
from pipelines.coding.status import holds, line_of, phrases

WRITTEN = frozenset("letter letters message messages telegram telegrams cable cables note written wrote sent invitation".split())
HOUSES = ("of the house", "of the senate", "congress", "senate foreign", "the senate")
TALKS = frozenset(["meeting", "call", "session", "conference"])
JUST_NOW = (" just ", " today ", " earlier today ", " this morning ", " this afternoon ")
EXAMPLES = (" including ", " such as ", " like ")
EARLIER = (" previous ", " past ")
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
    return first_person(draft) and bool(draft.parties) and holds(line_of(lead.view, lead.first - 3, lead.last + 4), JUST_NOW)


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
    others = (d for d in drafts if d is not draft and d.weight >= 2 and d.event_type in rivals and not d.background)
    return any(not opposite(d, draft) and not elsewhere(d, draft) for d in others)


def elsewhere(gathering: Draft, talks: Draft) -> bool:
    """Is the gathering one of others, of which the talks of two only speak?"""
    apart = not set(talks.countries) <= set(gathering.countries)
    return gathering.event_type == "conference" and talks.event_type == "meeting" and bool(gathering.countries and talks.parties) and apart


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
    return any(set(draft.parties) <= set(d.parties) and bool(set(draft.countries) & set(d.countries)) for d in talks)


def looked_forward_to(draft: Draft, drafts: list[Draft]) -> bool:
    """ "I look forward to welcoming the Premier to Australia from 22 March": his visit, no meeting beside it."""
    if draft.lead.frame.rule != "meeting.welcoming" or draft.status != "planned":
        return False
    return any(d.event_type == "visit" and d.status == "planned" and set(draft.parties) & set(d.parties) for d in drafts)


def carried_out(draft: Draft, drafts: list[Draft]) -> bool:
    """ "will help coordinate the delivery of this aid", below the pledge: the same gift."""
    if draft.event_type != "aid" or draft.status != "planned" or draft.dated() or draft.lead.frame.strength != "nominal":
        return False
    return any(d is not draft and d.event_type == "aid" and d.status == "held" and not d.background for d in drafts)


def headed(draft: Draft) -> bool:
    """Is it told by a headline alone?"""
    return all(s.view.sentence.is_heading for s in draft.sources if s.frame.weight)


def retold(draft: Draft, drafts: list[Draft]) -> bool:
    """Does a headline call talks by another name ("meeting") than the text below it ("spoke by video")?"""
    if draft.event_type not in TALKS or not headed(draft):
        return False
    told = (d for d in drafts if d is not draft and d.event_type in TALKS and d.weight >= 2 and not d.background)
    rivals = (d for d in told if d.status == draft.status and d.event_type != draft.event_type and not headed(d) and not looked_back(d))
    return any(set(draft.countries) <= set(d.countries) for d in rivals)


def looked_back(draft: Draft) -> bool:
    """Is it only what a sentence starts from: "Building on their talks in August, …"?"""
    return opens(draft.lead.view, draft.lead.clause, draft.lead.last)


def listed(draft: Draft) -> bool:
    """ "in regional forums, including the East Asia Summit": an example, no occasion."""
    lead = draft.lead
    before = line_of(lead.view, lead.first - 4, lead.first + 1)
    return lead.frame.rule == "gathering.event" and not draft.dated() and any(words in before for words in EXAMPLES)


def aside(draft: Draft) -> bool:
    """A visit named only in passing, late in the text and without a date, is recalled."""
    lead = draft.lead
    if not draft.dated() and holds(line_of(lead.view, lead.first - 7, lead.first), RECALLING):
        return True
    earlier = any(words in line_of(lead.view, lead.first - 3, lead.first) for words in EARLIER)
    if earlier and lead.date is None and draft.event_type in TALKS:
        return True
    if listed(draft):
        return True
    if draft.event_type != "visit" or lead.frame.weight != 2 or draft.dated() or draft.status != "held" or lead.view.sentence.is_heading:
        return False
    return lead.number > 2 and not holds(line_of(lead.view, lead.first - 4, lead.first + 1), BRINGING)


def domestic(item: Item, draft: Draft) -> bool:
    """Does the author write to his own parliament, consult it, or only voice a welcome to somebody who is to come?"""
    lead = draft.lead
    if statement(draft) and by_own(item, lead.view):
        return True
    if lead.frame.rule == "meeting.welcoming" and draft.status == "held":
        return first_person(draft) or lead.view.units[max(0, lead.first - 1)].text == "in"
    addressed = [a.unit for a in lead.arguments if a.position in ("obj", "to") and a.unit.mention.country in (None, item.home)]
    houses = any(house in unit.mention_text.lower() for unit in addressed for house in HOUSES)
    return houses and (draft.event_type == "message" or (draft.event_type == "meeting" and set(draft.countries) == {item.home}))


def barred(item: Item, draft: Draft) -> bool:
    """Is it no news of an occasion, whoever takes part: a habit, said in a meeting, recalled, domestic? In a transcript all is said."""
    said = not item.spoken and not reportable(item, draft)
    return said or holds(draft.lead.view.line, phrases("habit")) or aside(draft) or no_journey(item, draft) or domestic(item, draft)


def of_two_states(item: Item, draft: Draft) -> bool:
    """Can it be between states: by those it names, or as the item deals with another one? Not where officials of one state meet."""
    known = nations(draft)
    if len(known) == 1 and len(draft.parties) > 1:
        return False
    return len(known) > 1 or any(abroad(item, country) for country in known or [item.home or ""])


def former(item: Item, draft: Draft) -> bool:
    """Does nobody act but those who were in office once?"""
    acting = [p for a in draft.lead.arguments if a.unit.symbol in ("N", "F") for p in item.cast.of(a.unit.mention).people]
    return bool(acting) and all(p.former for p in acting)


def of_one_state(draft: Draft) -> bool:
    """Do several officials take part who all serve one state, none of them as its envoy?"""
    serving = [p.person for p in draft.parties.values()]
    at_home = all(p.country and p.office not in ENVOYS for p in serving)
    return at_home and len(serving) > 1 and len({p.country for p in serving}) == 1


def accepted(item: Item, drafts: list[Draft]) -> list[Draft]:
    """The drafts that are events."""
    bring_travellers([d for d in drafts if d.weight > 0])
    told = [d for d in drafts if d.weight > 0 and reportable(item, d) and not aside(d) and not no_journey(item, d)]
    bring_company(told)
    for _ in range(2):  # a visit that the issuer completes may tell the pair for the rest
        pair = pair_of(item, told)
        for draft in told:
            complete(item, draft, pair)
    sure = [d for d in told if sided(item, d)]
    sure = [d for d in sure if not domestic(item, d)]
    return [d for d in sure if not redundant(d, sure) and not retold(d, sure) and not goes_on(d, sure)]
