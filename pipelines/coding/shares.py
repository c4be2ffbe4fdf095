"""Officials of several countries named as one: "his British and Turkish counterparts", "the ministers of Fiji, of Tonga and of Samoa".

Ministers, who deal with each other by twos, deal with them one by one, unless something is said of a meal, a gathering or one talk with
all. What does not belong here: people whom a sentence names each for himself (`learned.encounters`).
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipelines.coding.candidates import Candidate
from pipelines.coding.drafting import first_draft
from pipelines.coding.item import Draft, Item
from pipelines.coding.peoples import stands_for_state
from pipelines.coding.view import Unit
from pipelines.lexicon.countries import is_state

DEALT = frozenset(["meeting", "call", "message"])
JOINTS = frozenset([",", "and", "&", "of", "from", "the", "as", "well", "those"])
LISTED = frozenset("CAGT")
FAR = 12  # units behind the core where the list may begin
OFFICE = 3  # units before "from" or "of", among which a word says that officials are meant
ONE = frozenset("meeting call lunch luncheon dinner breakfast conversation reception talk gathering".split())  # with all of them
ALL = frozenset("trilateral tripartite quadrilateral jointly joint together format quad quint between among".split())
SERVANTS = frozenset(
    "officials representatives delegations leaders ministers presidents envoys ambassadors delegates heads chiefs".split()
)
MOST = 3  # countries dealt with one by one; more are met, or told the same, together
BY_ORDER = 100  # from one share to the next, so that no ordinal comes twice


def by_country(item: Item, draft: Draft) -> list[Draft]:
    """A draft for each country with whose officials the core deals; the draft itself where they are of one, or dealt with together."""
    found = shares(draft.lead)
    if draft.event_type not in DEALT or len(found) < 2 or at_once(item, draft, found):
        return [draft]
    return [share_of(item, draft, found, nth) for nth in range(len(found))]


def share_of(item: Item, draft: Draft, found: Sequence[str], nth: int) -> Draft:
    """The draft with whomever it names besides, and with those of the `nth` country alone."""
    others = {*found} - {found[nth]}
    one = first_draft(item, replace(draft.lead, ordinal=draft.lead.ordinal + BY_ORDER * nth))
    one.countries = [country for country in one.countries if country not in others]
    one.add_countries([found[nth]])
    one.parties = {key: party for key, party in one.parties.items() if party.person.country not in others}
    one.unnamed = {key: person for key, person in one.unnamed.items() if person.country not in others}
    return one


def at_once(item: Item, draft: Draft, found: Sequence[str]) -> bool:
    """Does it deal with all of them at one time?"""
    lead = draft.lead
    said = {u.text for u in lead.view.units[lead.first : lead.last + FAR] if not u.symbol}
    core = {u.text for u in lead.view.units[lead.first : lead.last]}
    chances = item.chances[lead.number] if item.chances else {}
    gathering = chances.get("conference", 0.0) > chances.get(draft.event_type, 0.0)
    return gathering or len(found) > MOST or not ONE.isdisjoint(core) or not ALL.isdisjoint(said) or not own(lead).isdisjoint(found)


def own(lead: Candidate) -> set[str]:
    """The countries of those who act."""
    return {country for a in lead.arguments if a.position == "left" for country in countries(a.unit)}


def shares(lead: Candidate) -> list[str]:
    """The countries of the officials whom the core names behind it, in their order."""
    return [*dict.fromkeys(country for unit in listed(lead) for country in countries(unit) if is_state(country))]


def countries(unit: Unit) -> Iterator[str]:
    one = getattr(unit.mention, "country", None)
    yield from (*getattr(unit.mention, "countries", ()), *([one] if one else []))


def listed(lead: Candidate) -> list[Unit]:
    """The units of the first list of countries behind the core."""
    units, acting = lead.view.units, {a.unit.start for a in lead.arguments if a.position == "left"}
    reach = range(lead.first + 1, min(len(units), lead.last + FAR))
    start = next((n for n in reach if units[n].start not in acting and opens(lead, n)), len(units))
    run: list[Unit] = []
    for at in range(start, len(units)):
        if units[at].symbol in LISTED and (units[at].symbol != "A" or run or stands_for_state(lead.view, at)):
            run.append(units[at])
        elif units[at].text not in JOINTS:
            break
    return run


def opens(lead: Candidate, at: int) -> bool:
    """Does a group of officials stand there, or the first of the countries that some are from?"""
    units = lead.view.units
    if units[at].symbol in ("G", "T") and units[at].mention.plural and [*countries(units[at])]:
        return bool(units[at].symbol == "T" or units[at].mention.office or units[at].mention.relation)
    before = units[max(0, at - OFFICE) : at]
    governed = any(u.text in ("from", "of") for u in before[-2:])
    return units[at].symbol == "C" and governed and any(u.text in SERVANTS or u.symbol == "G" for u in before)
