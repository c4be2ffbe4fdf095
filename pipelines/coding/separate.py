"""One telling of several occasions, each with another country: "met separately with his peers from A and B" tells two meetings.

What does not belong here: partners who are named one by one, each with a word of his own (`partners`).
"""

from dataclasses import replace

from pipelines.coding.item import Draft, Item
from pipelines.coding.learned.told import SEVERAL_OF
from pipelines.coding.view import ACTORS

TALKS = frozenset(["call", "meeting", "credentials"])
APART = frozenset("separate separately individual individually respectively each bilaterally".split())
IN_TURN = (" in turn ", " one after another ", " one after the other ", " one by one ")
SEVERAL = 2
LIKELY = 0.3  # from which on a sentence tells of several


def separately(item: Item, draft: Draft) -> list[Draft]:
    """A draft for each country on the other side, or each person where all are of one, if the sentence keeps them apart; else the draft."""
    own = own_side(draft)
    likely = chance_of_several(item, draft) >= LIKELY
    if not own or draft.event_type not in TALKS or not (likely or kept_apart(draft)):
        return [draft]
    partners = [c for c in draft.countries if c not in own]
    if len(partners) >= SEVERAL:
        return [with_one(draft, own, partner) for partner in partners]
    met = [k for k, p in draft.parties.items() if p.person.country not in own and p.person.name]
    return [with_person(draft, key, set(met)) for key in met] if likely and len(met) >= SEVERAL else [draft]


def chance_of_several(item: Item, draft: Draft) -> float:
    """How likely the sentence tells of several occasions of the type, by what is learnt."""
    number = draft.lead.number
    return item.chances[number].get(SEVERAL_OF + draft.event_type, 0.0) if item.chances else 0.0


def own_side(draft: Draft) -> set[str | None]:
    """The one country of whoever acts; empty where that is not one."""
    acting = {a.unit.mention.start for a in draft.lead.arguments if a.position == "left" and a.unit.symbol in ACTORS}
    people = {p.person.country for p in draft.parties.values() if p.mention.start in acting}
    return people if len(people) == 1 and None not in people else set()


def kept_apart(draft: Draft) -> bool:
    words = {u.text for u in draft.lead.view.units[draft.lead.clause.first : draft.lead.clause.last]}
    return not APART.isdisjoint(words) or any(said in draft.lead.view.line for said in IN_TURN)


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


def with_person(draft: Draft, key: int, met: set[int]) -> Draft:
    """The draft's occasion with one of those `met` alone."""
    parties = {k: p for k, p in draft.parties.items() if k == key or k not in met}
    return replace(draft, sources=[*draft.sources], parties=parties, unnamed={})
