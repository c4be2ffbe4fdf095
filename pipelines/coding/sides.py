"""The sides of an occasion: completing them from the item, the ground and the issuer, and saying whether there are two."""
from dataclasses import replace

from pipelines.coding.authors import accused
from pipelines.coding.context import embassies
from pipelines.coding.item import Draft, Item, Party
from pipelines.coding.parties import nations
from pipelines.coding.stage import stage
from pipelines.coding.status import line_of
from pipelines.coding.view import ACTORS
from pipelines.lexicon.countries import is_state

INHERITS = frozenset(
    [
        "signing",
        "session",
        "ceremony",
        "tribute",
        "exercise",
        "commemoration",
        "site_visit",
        "exhibition",
        "cultural_event",
        "award",
        "relations",
        "ratification",
        "conference",
        "aid",
        "press_conference",
        "credentials",
    ]
)
GROUNDED = frozenset(
    "tribute site_visit commemoration ceremony election_observation exercise exhibition cultural_event protest credentials "
    "award".split()
)
AT_HOME = frozenset(["aid", "tribute", "ceremony", "message"])  # what a foreigner does on a page of the country itself is done there
BY_ISSUER = frozenset("meeting visit call message aid credentials protest press_conference".split())
NOMINAL = 2  # the weight of a frame that makes an event if its words name two sides
ALONE = frozenset(["conference"])  # a named gathering is one even where its members are not listed
COMING = (" upcoming ", " forthcoming ", " next ", " will ", " annual ", " later this ")
AFTERWARDS = (" followed ", " following ", " after ", " afterwards ", " then ", " subsequent ", " ensued ", " ensuing ", " thereafter ")
OCCASIONS = frozenset("credentials ceremony award signing tribute".split())
SOON = 4  # sentences
BILATERAL = frozenset("meeting call visit credentials message award signing".split())
TOLD_ALONE = BILATERAL | {"tribute"}


def pair_of(item: Item, drafts: list[Draft]) -> list[str]:
    """The countries of the item: those of its first draft that names two, on an embassy's page its own and its host's."""
    told = next((d.countries for d in drafts if len(nations(d)) >= 2 and d.weight >= 2 and not d.background), None)
    return told or item.context.pair or of_embassy(item)


def of_embassy(item: Item) -> list[str]:
    """The two countries of the one embassy that the item names with its host: "the Embassy of Japan in Mongolia"."""
    named = embassies(item.sentences)
    return list(next(iter(named))) if len(named) == 1 else []


def takes_pair(draft: Draft, pair: list[str]) -> bool:
    """May the draft take the item's countries: its type allows it, or somebody in it is only "the guests"?"""
    known = set(draft.countries)
    if first_person(draft) and not known & set(pair):
        return False
    if draft.event_type == "visit":
        return draft.lead.destination is not None and known < set(pair) and len(pair) == 2
    groups = any(a.unit.symbol in ("G", "T") for a in draft.lead.arguments)
    if draft.event_type == "meeting" and groups:
        return known <= set(pair)
    return draft.event_type in INHERITS and draft.weight >= 2 and known <= set(pair)


def complete(item: Item, draft: Draft, pair: list[str]) -> None:
    """Let a draft whose own words name fewer than two sides take what the place, the item or the issuer adds."""
    if draft.event_type in GROUNDED and draft.countries and draft.country and is_state(draft.country):
        draft.add_countries([draft.country])
    if len(nations(draft)) >= 2:
        return
    if hosted_abroad(item, draft):
        draft.add_countries([item.home, draft.country or stage(item)[1]])
    elif takes_pair(draft, pair):
        draft.add_countries(pair)
    elif draft.event_type == "visit" and draft.lead.destination is None and set(draft.countries) < set(pair) and len(pair) == 2:
        draft.country = next(c for c in pair if c not in draft.countries)
        draft.add_countries([draft.country])
    elif draft.lead.frame.rule.startswith("protest.condemns") or gives(draft, item.home):
        draft.add_countries(helped(item, draft) or accused(item))
    elif item.home and (own_award(draft) or (draft.weight >= 2 and faces_home(item, draft))):
        draft.add_countries([item.home])


def gives(draft: Draft, home: str | None) -> bool:
    """Does the sentence say that one country, the issuer's own where it is known, gives something, but not to whom?"""
    giver = nations(draft)
    return draft.event_type == "aid" and draft.weight >= 2 and (giver == [home] if home else len(giver) == 1)


def hosted_abroad(item: Item, draft: Draft) -> bool:
    """ "Speech at the official lunch, Nicosia": the speaker of a headline that names a foreign place is somebody's guest there."""
    rule = draft.lead.frame.rule
    spoken_there = rule == "meeting.speech_at_meal_there" and any(s.view.sentence.is_heading for s in draft.sources)
    country = draft.country or stage(item)[1]
    return spoken_there and item.home not in (None, country) and is_state(country or "")


def helped(item: Item, draft: Draft) -> list[str]:
    """The one other state that the sentence of a gift names: "announced a package … to help Kiribati rebuild"."""
    named = {u.mention.country for u in draft.lead.view.units if draft.event_type == "aid" and u.symbol == "C"}
    others = [c for c in named if c and c not in (item.home, *draft.countries) and is_state(c)]
    return others if len(others) == 1 else []


def own_award(draft: Draft) -> bool:
    """Does the text leave out the country of whoever gets a foreign award, because it is its own?"""
    return draft.event_type == "award" and any(p.person.country is None for p in draft.parties.values())


def faces_home(item: Item, draft: Draft) -> bool:
    """Is the side that is not named the issuer's: nobody acts, or a foreigner gives, opens or pays homage "here"?"""
    if draft.event_type in BY_ISSUER and not any(a.position == "left" for a in draft.lead.arguments):
        return True
    return draft.event_type in AT_HOME and draft.country in (None, item.home) and bool(nations(draft)) and item.home not in draft.countries


def gathers(draft: Draft) -> bool:
    """Is there more to a named gathering than its name: who goes, when, or that it is to come?"""
    lead = draft.lead
    if draft.dated() or draft.parties or len(draft.countries) >= 2 or (draft.country is not None and lead.frame.strength == "strong"):
        return True
    return draft.status == "planned" or any(w in line_of(lead.view, lead.first - 4, lead.last + 4) for w in COMING)


def unplaced(draft: Draft) -> bool:
    """Does an official take part whose country the text does not give, beside a country that it does?

    A ministry's own people go without a country on its page; that they meet a foreigner is beyond doubt.
    """
    strangers = [
        p for p in draft.parties.values() if p.person.country is None and p.person.office not in (None, "unknown", "civil_society")
    ]
    return len(nations(draft)) == 1 and draft.event_type in BILATERAL and (bool(strangers) or first_person(draft))


def spoken(draft: Draft) -> bool:
    """Does a headline "Remarks at the meeting with …" or "Speech at the luncheon for …" leave out the other side, who speaks?"""
    return bool(draft.countries) and any("spoken" in s.frame.flags and s.view.sentence.is_heading for s in draft.sources)


def first_person(draft: Draft) -> bool:
    """Does "I" or "we" act, whose country the text does not give; is it "my visit"?"""
    if any(s.first and s.view.units[s.first - 1].text in ("my", "our") for s in draft.sources):
        return True
    return any(a.unit.symbol == "R" and a.unit.mention_text.lower() in ("i", "we") for s in draft.sources for a in s.arguments)


def sided(item: Item, draft: Draft) -> bool:
    known = len(nations(draft)) >= 2 or unplaced(draft) or spoken(draft) or (draft.event_type in ALONE and gathers(draft))
    return known or left_open(item, draft)


def left_open(item: Item, draft: Draft) -> bool:
    """Does the text name one side's officials, and neither say nor show by its issuer who the other side is?

    Only where the text deals with foreigners at all, and nobody of the same country stands on both sides.
    """
    if item.home or draft.weight < NOMINAL or draft.event_type not in TOLD_ALONE or len(nations(draft)) != 1:
        return False
    officials = [p for p in draft.parties.values() if p.person.office not in (None, "unknown", "civil_society")]
    roles = {p.role for p in officials}
    return len(roles) == 1 and abroad(item, nations(draft)[0])


def abroad(item: Item, country: str) -> bool:
    """Does the item name officials of another country, or another country?"""
    people = (p.country for p in item.cast.people)
    places = (p.country for s in item.sentences for p in s.places)
    return any(c not in (None, country) and is_state(c or "") for c in (*people, *places))


def one_sided(draft: Draft) -> bool:
    """Talks of which the sentence names the other side only: "In Algiers, talks with the minister are planned"."""
    sides = {p.person.country for p in draft.parties.values()}
    return draft.event_type in ("meeting", "signing") and len(sides) == 1 and not any(
        a.position == "left" and a.unit.symbol in ACTORS for s in draft.sources for a in s.arguments
    )


def lead_actors(drafts: list[Draft]) -> dict[int, Party]:
    """Who acts in the first sentence of running text that a frame reads: the item's own side, where one country."""
    first = min((s.number for d in drafts for s in d.sources if not s.view.sentence.is_heading), default=None)
    actors = {k: p for d in drafts for k, p in d.parties.items() if any(s.number == first for s in d.sources)}
    subjects = {k: p for k, p in actors.items() if p.role in ("guest", "party", "host", "giver", "participant")}
    return subjects if len({p.person.country for p in subjects.values()}) == 1 else {}


def bring_travellers(drafts: list[Draft]) -> None:
    """Whoever travels, or of whom the item tells, meets those whom the text names without a subject."""
    actors = lead_actors(drafts)
    for draft in drafts:
        if not one_sided(draft):
            continue
        (side,) = {p.person.country for p in draft.parties.values()}
        visits = (d for d in drafts if d.event_type == "visit" and d.country in (side, None))
        sides = [{k: p for k, p in v.parties.items() if p.role == "guest"} for v in visits] + [actors]
        other = next((o for o in sides if o and all(p.person.country not in (side, None) for p in o.values())), None)
        if other and side is not None:
            draft.parties.update({k: replace(p, role="party") for k, p in other.items()})
            draft.add_countries(p.person.country for p in other.values())


def bring_company(drafts: list[Draft]) -> None:
    """ "In the audience that followed, trade was discussed": talks without anybody are of those who came together just before."""
    for draft in drafts:
        lead = draft.lead
        if draft.event_type != "meeting" or draft.weight < NOMINAL or any(a.unit.symbol in ACTORS for a in lead.arguments):
            continue
        if len(nations(draft)) >= 2 or not any(words in lead.view.line for words in AFTERWARDS):
            continue
        near = (d for d in drafts if d.event_type in OCCASIONS and 0 <= lead.number - d.lead.number <= SOON)
        before = next((d for d in near if len(nations(d)) >= 2), None)
        if before is not None:
            draft.parties = {**{k: replace(p, role="party") for k, p in before.parties.items()}, **draft.parties}
            draft.add_countries(before.countries)
