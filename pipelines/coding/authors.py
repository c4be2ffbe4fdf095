"""Who makes a statement: the giver of what the statement gives, and the accuser of whom it condemns.

"Statement from President X Announcing New Support to Y" names the giver in its headline only; the text below says "the United
States". A spokesperson speaks for others and gives nothing.
"""

from pipelines.coding.item import Draft, Item, Party
from pipelines.coding.view import View
from pipelines.lexicon.countries import is_state
from pipelines.model.mention import PersonMention

LEADERS = frozenset("head_of_state head_of_government deputy_head_of_government minister_foreign minister_defense minister".split())
STATEMENTS = frozenset(["statement", "remarks", "announcement"])
GIVEN = frozenset(["aid", "protest"])
TOP = 3  # sentences that can be the headline


def author_in(view: View) -> PersonMention | None:
    """The person after "Statement by" at the beginning of a headline."""
    words = [u.text for u in view.units[:3]]
    if len(words) < 3 or words[0] not in STATEMENTS or words[1] not in ("by", "from", "of") or view.units[2].symbol != "N":
        return None
    mention = view.units[2].mention
    return mention if isinstance(mention, PersonMention) else None


def author(item: Item) -> Party | None:
    """The leader who makes the statement that the item is."""
    for view in item.views[:TOP]:
        mention = author_in(view) if view.sentence.is_heading else None
        if mention is not None:
            reference = item.cast.of(mention)
            named = (p for p in reference.people if p.name and p.country and p.office in LEADERS and not p.former)
            return next((Party(p, "giver", mention, reference.resolution) for p in named), None)
    return None


def give(item: Item, drafts: list[Draft]) -> None:
    """Name the author as the giver of what his country gives in the statement."""
    party = author(item)
    if party is None:
        return
    for draft in drafts:
        now = draft.when is None or draft.when.start_date in (None, item.anchor)
        own = draft.event_type in GIVEN and draft.status == "held" and not draft.background and now
        if own and party.person.country in draft.countries and not any(p.role == "giver" for p in draft.parties.values()):
            draft.parties[party.person.key] = party


def accused(item: Item) -> list[str]:
    """The one other state that the headline names: "Statement on the Arrests in Y"."""
    headings = (v for v in item.views[:TOP] if v.sentence.is_heading)
    named = {u.mention.country for v in headings for u in v.units if u.symbol in ("C", "A")}
    states = [c for c in named if c and c != item.home and is_state(c)]
    return states if len(states) == 1 else []


def by_own(item: Item, view: View) -> bool:
    """Does the headline of a joint statement name ministers of the issuer's own country alone? Then no two states state it."""
    people = [p.country for u in view.units if u.symbol in ("N", "F", "G") for p in item.cast.of(u.mention).people]
    foreign = any(u.symbol in ("C", "S") and u.mention.country != item.home for u in view.units)
    return item.home is not None and len(people) > 1 and not foreign and set(people) <= {item.home, None}
