"""On whose ground an occasion of a certain type takes place, where the text names no place.

Aid reaches the country that receives it, an envoy acts where he is accredited, and whoever is summoned comes to the ministry that
summons. What does not belong here: places that the text names, and those of neighbouring occasions (`where`).
"""
from collections.abc import Iterator

from pipelines.coding.candidates import Candidate
from pipelines.coding.cast.dealings import ENVOYS
from pipelines.coding.item import Draft, Item
from pipelines.coding.parties import role_of
from pipelines.lexicon.countries import is_state

BY_ENVOYS = frozenset("signing ceremony aid cultural_event exhibition commemoration award".split())
LEAD = 4  # sentences in which the place of the date line stands
AT_DATELINE = frozenset("signing ceremony credentials protest cultural_event exhibition commemoration session".split())


def ground(item: Item, draft: Draft) -> str | None:
    """ISO code of the state on whose ground the draft happens by its type; None where its type does not tell."""
    if draft.event_type == "aid":
        return receiving(item, draft)
    if draft.event_type == "protest":
        return summoning(item, draft)
    if draft.event_type == "credentials":
        return presented_to(item, draft)
    return accredited(draft) if draft.event_type in BY_ENVOYS else None


def receiving(item: Item, draft: Draft) -> str | None:
    """The one country that receives, or the only one besides those that give."""
    givers = states_in(item, draft, "giver") or ([item.home] if item.home else [])
    receivers = [c for c in states_in(item, draft, "recipient") if c not in givers]
    others = receivers or ([c for c in draft.countries if c not in givers and is_state(c)] if givers else [])
    return others[0] if len(others) == 1 else None


def summoning(item: Item, draft: Draft) -> str | None:
    """Where an envoy is called in or given a note, the country that does so."""
    envoys = [p.person for p in draft.parties.values() if p.role == "recipient" and p.person.office in ENVOYS]
    embassies = [b for b in draft.bodies if b.role == "recipient" and getattr(b.mention, "kind", "") == "embassy"]
    givers = [c for c in states_in(item, draft, "giver") if c not in {e.country for e in envoys}]
    host = next((e.host_country for e in envoys if e.host_country), None)
    return (host or (givers[0] if len(givers) == 1 else None) or item.home) if envoys or embassies else None


def presented_to(item: Item, draft: Draft) -> str | None:
    """The country that is not the envoy's."""
    sending = {p.person.country for p in draft.parties.values() if p.person.office in ENVOYS}
    others = [c for c in dict.fromkeys((*draft.countries, item.home)) if c and is_state(c) and c not in sending]
    return others[0] if len(sending) == 1 and None not in sending and len(others) == 1 else None


def accredited(draft: Draft) -> str | None:
    """The other country, where all of one side are its envoys."""
    people = [p.person for p in draft.parties.values() if p.person.country]
    sending = {p.country for p in people if p.office in ENVOYS}
    others = {c for c in draft.countries if is_state(c)} - sending
    bare = all(p.office in ENVOYS for p in people if p.country in sending)
    return others.pop() if len(sending) == 1 and len(others) == 1 and bare else None


def at_dateline(item: Item, draft: Draft) -> str | None:
    """The country from whose city an agency tells what was held, if it takes part."""
    if draft.event_type not in AT_DATELINE or draft.status != "held" or draft.background:
        return None
    country = dateline_country(item)
    return country if country in draft.countries else None


def dateline_country(item: Item) -> str | None:
    """The country of the city from which the text is dated."""
    if not item.segment.dateline_place:
        return None
    city, start = item.segment.dateline_place.casefold(), item.segment.char_start
    opening = (p for s in item.sentences[:LEAD] for p in s.places if p.start >= start and item.text[p.start : p.end].casefold() in city)
    return next((p.country for p in opening if p.country), None)


def states_in(item: Item, draft: Draft, role: str) -> list[str]:
    """The states of everybody who stands in a role, the words for states included."""
    told = (c for source in draft.sources for c in argued(item, source, role))
    people = (p.person.country for p in draft.parties.values() if p.role == role)
    return list(dict.fromkeys(c for c in (*told, *people) if c and is_state(c)))


def argued(item: Item, source: Candidate, role: str) -> Iterator[str | None]:
    for argument in source.arguments:
        if role_of(source, argument) == role:
            mention = argument.unit.mention
            people = item.cast.of(mention).people if argument.unit.symbol in "NFGTR" else ()
            yield from (person.country for person in people)
            yield getattr(mention, "country", None)
