"""Lists of members under a line such as "Members of the delegation:", one person a line.

Everybody listed goes where the delegation goes. What does not belong here: lists inside a sentence (`arguments`).
"""

from collections.abc import Iterator
from dataclasses import replace

from pipelines.coding.item import Draft, Item, Party
from pipelines.coding.view import View

OPENERS = frozenset(["delegation", "members", "participants", "accompanied", "following", "composition"])
JOURNEYS = frozenset(["visit", "ceremony", "conference", "commemoration"])
COMPOSING = frozenset(["included", "includes", "comprised", "comprises", "consisted", "consists", "composed"])
LEADING_VERBS = frozenset(["lead", "leads", "led", "head", "heads"])
LEADING = 2  # units before the name: "The", a bullet, a number


def opens_list(view: View, text: str) -> bool:
    """Does the line announce a list of people?"""
    if not text[view.sentence.start : view.sentence.end].rstrip().endswith(":"):
        return False
    words = {u.text for u in view.units} | {w.lower() for u in view.units for w in u.mention_text.split()}
    return bool(words & OPENERS)


def member(view: View) -> int | None:
    """Index of the person with whom a line of the list opens."""
    return next((n for n, u in enumerate(view.units[: LEADING + 1]) if u.symbol == "N"), None)


def leads(view: View) -> bool:
    """ "The Vice President will lead the delegation." """
    return any(u.symbol == "T" for u in view.units) and any(u.text in LEADING_VERBS for u in view.units)


def composes(view: View) -> bool:
    """ "The delegation included the Admiral, the Director and …"."""
    at = next((n for n, u in enumerate(view.units[:8]) if u.symbol == "T"), None)
    return at is not None and any(u.text in COMPOSING for u in view.units[at : at + 8])


def parties(item: Item, view: View, at: int) -> Iterator[Party]:
    mention = view.units[at].mention
    reference = item.cast.of(mention)
    yield from (Party(p, "guest", mention, reference.resolution) for p in reference.people if p.name)


def members(item: Item) -> Iterator[Party]:
    """Everybody listed in the item, as guests."""
    inside = False
    for view in item.views:
        at = member(view)
        if leads(view) and at is not None and not inside:
            yield from parties(item, view, at)
        if composes(view):
            yield from (p for n, u in enumerate(view.units) if u.symbol == "N" for p in parties(item, view, n))
        if inside and at is None:
            inside = False
        elif inside and at is not None:
            yield from parties(item, view, at)
        inside = inside or opens_list(view, item.text)


def may_list(draft: Draft) -> bool:
    """Is it what a delegation travels to or does?"""
    delegated = draft.event_type == "meeting" and any(b.kind == "delegation" for b in draft.bodies)
    return (draft.event_type in JOURNEYS or delegated) and not draft.background and draft.weight > 0


def send_members(item: Item, drafts: list[Draft]) -> None:
    """Put the listed members into every journey of the delegation and what it travels to."""
    if not any(may_list(draft) for draft in drafts):
        return
    listed = list(members(item))
    if len(listed) < 2:
        return
    for draft in drafts:
        if may_list(draft):
            going = [p for p in listed if not stays(draft, p)]
            for party in going:
                draft.parties.setdefault(party.person.key, replace(party))
            draft.add_countries(p.person.country for p in going)


def stays(draft: Draft, party: Party) -> bool:
    """Is it a visit to the member's own country, by somebody else?"""
    return draft.event_type == "visit" and party.person.country is not None and party.person.country == draft.country
