"""One telling of several occasions, each with another country: "met separately with his peers from A and B" tells two meetings.

What does not belong here: partners who are named one by one, each with a word of his own (`partners`).
"""

from dataclasses import replace

from pipelines.coding.item import Draft
from pipelines.coding.view import ACTORS

TALKS = frozenset(["call", "meeting", "credentials"])
APART = frozenset("separate separately individual individually respectively each bilaterally".split())
IN_TURN = (" in turn ", " one after another ", " one after the other ", " one by one ")
SEVERAL = 2


def separately(draft: Draft) -> list[Draft]:
    """A draft for each country on the other side, where the sentence keeps them apart; else the draft itself."""
    own = own_side(draft)
    partners = [c for c in draft.countries if c not in own]
    if not own or len(partners) < SEVERAL or not kept_apart(draft):
        return [draft]
    return [with_one(draft, own, partner) for partner in partners]


def own_side(draft: Draft) -> set[str | None]:
    """The one country of whoever acts; empty where that is not one."""
    acting = {a.unit.mention.start for a in draft.lead.arguments if a.position == "left" and a.unit.symbol in ACTORS}
    people = {p.person.country for p in draft.parties.values() if p.mention.start in acting}
    return people if len(people) == 1 and None not in people else set()


def kept_apart(draft: Draft) -> bool:
    words = {u.text for u in draft.lead.view.units[draft.lead.clause.first : draft.lead.clause.last]}
    return draft.event_type in TALKS and (not APART.isdisjoint(words) or any(said in draft.lead.view.line for said in IN_TURN))


def with_one(draft: Draft, own: set[str | None], partner: str) -> Draft:
    """The draft's occasion with `partner` alone."""
    sides = own | {partner}
    return replace(
        draft,
        sources=[*draft.sources],
        parties={k: p for k, p in draft.parties.items() if p.person.country in sides},
        unnamed={k: p for k, p in draft.unnamed.items() if p.country in sides},
        bodies=[b for b in draft.bodies if b.country in sides],
        countries=[c for c in draft.countries if c in sides],
    )
