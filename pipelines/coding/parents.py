"""Which occasion took place during which: things done on a visit, meetings on the margins, signings at a session; who is at both.

What does not belong here: whether one can have taken place during the other (`during`).
"""

from dataclasses import replace

from pipelines.coding.during import (
    CLOSING,
    GATHERINGS,
    MARGINS,
    NEVER_CHILD,
    beside_last,
    during_gathering,
    during_visit,
    nearness,
    on_margins,
)
from pipelines.coding.item import Draft, Item, Party
from pipelines.coding.parties import role_of
from pipelines.coding.view import ACTORS
from pipelines.coding.when import ahead, overlap

TRAVELLER_ACTS = frozenset("tribute site_visit".split())
DONE = frozenset("meeting tribute site_visit ceremony signing press_conference".split())


def yet_to_come(item: Item, drafts: list[Draft]) -> None:
    """ "flies to Sydney, where she is to meet the Prime Minister on Friday": a journey to what lies ahead lies ahead."""
    for visit in drafts:
        if visit.event_type != "visit" or visit.status != "held" or visit.when is not None:
            continue
        numbers = {s.number for s in visit.sources}
        coming = (d for d in drafts if d.status == "planned" and d.lead.goal is not None and d.lead.goal is visit.lead.destination)
        if any(d.lead.number in numbers and ahead(item, d) for d in coming):
            visit.status = "planned"


def under_way(item: Item, drafts: list[Draft]) -> None:
    """A visit during which something was already held is held, though it goes on: "will be in the country until Friday"."""
    for visit in drafts:
        if visit.event_type != "visit" or visit.status != "planned" or not visit.parties:
            continue
        if visit.when is not None and visit.when.precision != "day" and ahead(item, visit):
            continue  # an invitation for the coming year
        done = (d for d in drafts if d.status == "held" and not d.background and d.event_type in DONE)
        held = (d for d in done if set(d.parties) & set(visit.parties))
        if any(d.country in (None, visit.country) and overlap(d.when, visit.when) and d.country is not None for d in held):
            visit.status = "held"


def at_session(child: Draft, others: list[Draft]) -> Draft | None:
    """The session that one sentence with the signing tells, also during a visit."""
    numbers = {s.number for s in child.sources}
    sessions = (d for d in others if d.event_type == "session" and during_gathering(child, d))
    return next((d for d in sessions if any(s.number in numbers for s in d.sources)), None)


def find_parent(child: Draft, drafts: list[Draft]) -> Draft | None:
    others = [d for d in drafts if d is not child]
    if child.event_type in ("meeting", "signing", "call", "session"):
        margins = next((d for d in others if d.event_type == "conference" and on_margins(child, d)), None)
        if margins:
            return margins
    if (aside := beside_last(child, others, MARGINS)) is not None:
        return aside
    if child.event_type == "signing" and (session := at_session(child, others) or beside_last(child, others, CLOSING)) is not None:
        return session
    visits = [d for d in others if d.event_type == "visit" and during_visit(child, d)]
    if visits:
        return max(visits, key=lambda visit: nearness(child, visit))
    return next((d for d in others if d.event_type in GATHERINGS and during_gathering(child, d)), None)


def adopt(drafts: list[Draft]) -> None:
    """Set the parent of every draft that has none; a parent has none of its own kind, so there are no circles."""
    for child in drafts:
        if child.event_type not in NEVER_CHILD and child.parent is None:
            parent = find_parent(child, drafts)
            child.parent = parent if parent is not None and parent.parent is not child else None


def bring_guests(drafts: list[Draft]) -> None:
    """Whoever is on the visit lays the wreath and tours the plant, also where the sentence is in the passive."""
    for draft in drafts:
        parent = draft.parent
        if parent is not None and parent.event_type == "visit" and draft.event_type in TRAVELLER_ACTS and not draft.parties:
            draft.parties = {k: replace(p, role="guest") for k, p in parent.parties.items() if p.role in ("guest", "party")}
            draft.add_countries(parent.countries)


RECEIVING = frozenset("received receives receive receiving welcomed welcomes welcoming greeted greets hosted hosts hosting".split())
WELCOMES = frozenset(["meeting", "ceremony"])


def bring_hosts(drafts: list[Draft]) -> None:
    """Whoever receives or welcomes the guest first is host of the visit, too (codebook, "Settled cases")."""
    for visit in drafts:
        if visit.event_type != "visit" or visit.country is None or visit.background:
            continue
        meetings = (d for d in drafts if d.event_type in WELCOMES and d.status == visit.status and set(d.parties) & set(visit.parties))
        welcome = min((d for d in meetings if received(d, visit)), key=lambda d: min(s.number for s in d.sources), default=None)
        for key, party in (welcome.parties if welcome else {}).items():
            if party.person.country == visit.country and party.role in ("host", "party"):
                visit.parties.setdefault(key, replace(party, role="host"))


def received(draft: Draft, visit: Draft) -> bool:
    """Is the guest received, in so many words, where the visit is told or in the sentence after?"""
    first, last = (edge(s.number for s in visit.sources) for edge in (min, max))
    return any(first <= s.number <= last + 1 and any(u.text in RECEIVING for u in s.view.units[s.first : s.last]) for s in draft.sources)


def bring_heads(drafts: list[Draft]) -> None:
    """A signing told in the passive: the heads of the two sides take part (codebook, "Settled cases"), or sign, where "by" names them."""
    for draft in drafts:
        if draft.event_type != "signing" or draft.parties or draft.background:
            continue
        around = (d for d in drafts if d.event_type in ("meeting", "session", "visit") and d.status == draft.status)
        talks = (d for d in around if overlap(d.when, draft.when))
        for other in talks:
            heads = first_of_each(other)
            if len(heads) == 2 and {p.person.country for p in heads.values()} <= {*draft.countries, None}:
                role = "signatory" if by_heads(draft) else "participant"
                draft.parties = {k: replace(p, role=role) for k, p in heads.items()}
                break


def by_heads(draft: Draft) -> bool:
    """ "Minutes were signed by the two heads of delegation": do the words say that people sign, though not which?"""
    return any(a.unit.symbol in ACTORS and role_of(s, a) == "signatory" for s in draft.sources for a in s.arguments)


def first_of_each(draft: Draft) -> dict[int, Party]:
    """The first person of every country in a draft."""
    found: dict[str | None, tuple[int, Party]] = {}
    for key, party in draft.parties.items():
        found.setdefault(party.person.country, (key, party))
    return dict(found.values())
