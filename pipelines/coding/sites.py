"""Several sites that one core names: "toured the shipyard and the naval academy", "laid wreaths at the cenotaph and at the tomb of …".

Each of them is toured or honoured on an occasion of its own. What does not belong here: "statues of X and Y" (`goals`).
"""

from dataclasses import replace
from functools import cache

from pipelines.coding.drafting import first_draft
from pipelines.coding.item import Draft, Item
from pipelines.coding.patterns import word_classes
from pipelines.coding.view import ACTORS, Unit

HEADS = {"site_visit": ("trv_site",), "tribute": ("hon_memorial",)}
JOINTS = frozenset([",", "and", "&", "also", "then", "well", "as", "later"])
ENDS = frozenset([".", ";", ":", "where", "which", "who", "with", "for", "before", "after"])
OPENERS = frozenset(["the", "a", "an", "at", "to", "of"])  # not "its workshops", which are of the site
LAST = frozenset(["and", "&", "then", "well"])  # before the last of them; behind a comma alone stands what explains the first
ABSTRACT = frozenset(["igo", "media", "ministry", "government"])  # kinds of organizations that are no sites
GENERAL = frozenset("equipment weaponry weapons companies company units unit sights landmarks range border quarter quarters".split())
LONG = 7  # units of a site's name up to its head
REST = 8  # units behind a head that still belong to it
MOST = 6


def by_site(item: Item, draft: Draft) -> list[Draft]:
    """A draft for each of the sites; the draft itself where there is one."""
    count = sites(draft) if draft.event_type in HEADS and draft.weight > 0 else 1
    return [draft] if count < 2 else [first_draft(item, replace(draft.lead, ordinal=nth)) for nth in range(count)]


def sites(draft: Draft) -> int:
    """How many there are behind the core, or in it."""
    lead, units = draft.lead, draft.lead.view.units
    at = head(draft.event_type, units, lead.first, lead.last + LONG)
    count, told = int(at is not None), 1
    while at is not None and count < MOST:
        first = next((n for n in range(at + 1, min(at + 1 + REST, len(units))) if units[n].text in JOINTS or ends(units[n])), len(units))
        after = next((n for n in range(first, len(units)) if units[n].text not in JOINTS), len(units))
        named = first < after < len(units) and (units[after].text in OPENERS or units[after].symbol == "O")
        at = head(draft.event_type, units, after, after + LONG) if named else None
        count += at is not None
        if at is not None and any(u.text in LAST for u in units[first:after]):
            told = count
    return told


def ends(unit: Unit) -> bool:
    """Does the name of a site end there, and what follows is no further one?"""
    return (unit.symbol != "" and unit.symbol in ACTORS) or unit.text in ENDS


def head(event_type: str, units: tuple[Unit, ...], first: int, stop: int) -> int | None:
    """The noun of the first site between."""
    for at in range(first, min(stop, len(units))):
        if ends(units[at]):
            return None
        organized = event_type == "site_visit" and units[at].symbol == "O" and units[at].mention.kind not in ABSTRACT
        if organized or units[at].text in nouns(event_type):
            return at
        if at > first and units[at].text in JOINTS:
            return None
    return None


@cache
def nouns(event_type: str) -> frozenset[str]:
    return frozenset(word for name in HEADS[event_type] for word in word_classes()[name].replace("\\", "").split("|")) - GENERAL
