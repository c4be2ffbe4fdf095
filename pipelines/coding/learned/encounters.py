"""One telling of several occasions: whoever is met, or wherever somebody goes, each for itself, by what was learnt.

What does not belong here: what speaks for it (`successive`), and partners whom words of their own keep apart (`coding.partners`).
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipelines.coding.arguments import Argument
from pipelines.coding.candidates import Candidate
from pipelines.coding.clauses import clause_of, clauses
from pipelines.coding.drafting import first_draft
from pipelines.coding.frames import Match
from pipelines.coding.item import Draft, Item
from pipelines.coding.learned.successive import following, row_of, successive
from pipelines.coding.nearest import nearest_date
from pipelines.coding.shares import by_country
from pipelines.coding.sites import by_site
from pipelines.coding.view import Unit
from pipelines.lexicon.weights import weight

ENCOUNTERS = "learned_encounters.tsv.gz"
ENOUGH = 0  # hundredths of log-odds
MANY = frozenset("meeting call credentials visit message aid protest award conference".split())  # types told several at a time

Group = Sequence[Unit]
Core = tuple[int, int, str]
"""Sentence, unit and frame that tell an occasion, or several."""


def apart(item: Item, drafts: Sequence[Draft]) -> list[Draft]:
    """The fresh drafts of an item, and of a core for which rules have no more than one, a draft for each of several occasions."""
    cores = Counter(map(core_of, drafts))
    tours = Counter(d.lead.number for d in drafts if d.event_type == "site_visit" and d.weight > 0)
    found: list[Draft] = []
    for draft in drafts:
        single = cores[core_of(draft)] == 1 and (draft.event_type != "site_visit" or tours[draft.lead.number] == 1)
        found += each(item, draft) if single else [draft]
    return found


def core_of(draft: Draft) -> Core:
    return draft.lead.number, draft.lead.first, draft.lead.frame.rule


def each(item: Item, draft: Draft) -> list[Draft]:
    """A draft for each of the occasions that the sentence of a fresh draft tells; the draft itself where it tells one."""
    if draft.event_type not in MANY or draft.weight <= 0:
        return by_site(item, draft)
    for right in (True, False):
        groups = parted(item, draft, right)
        if len(groups) > 1:
            each_group = (first_draft(item, alone(draft, groups, nth, right)) for nth in range(len(groups)))
            return [one for told in each_group for one in by_country(item, told)]
    return by_country(item, draft)


def parted(item: Item, draft: Draft, right: bool) -> list[list[Unit]]:
    """Those named behind or before its core, as many groups as there are occasions."""
    groups = [row_of(draft.lead, draft.event_type, right)[:1]]
    for pair in following(item, draft.lead, draft.event_type, right):
        if weight(ENCOUNTERS, successive(pair)) >= ENOUGH:
            groups.append([])
        groups[-1].append(pair.other)
    return groups


def alone(draft: Draft, groups: Sequence[Group], nth: int, right: bool) -> Candidate:
    """The core of the draft with the `nth` group alone, and with whoever stands on the core's other side."""
    lead, group = draft.lead, groups[nth]
    if draft.event_type == "visit":
        return bound_for(lead, group[0], nth)
    last = lead.view.sentence.end if right else lead.view.units[lead.first].start
    end = groups[nth + 1][0].start if nth + 1 < len(groups) else last
    others = (groups[0][0].start, group[0].start), (end, last)
    kept = [a for a in lead.arguments if not any(first <= a.unit.start < stop for first, stop in others)]
    return replace(lead, arguments=(*positioned(kept, group, position_of(lead, groups, right)),), ordinal=nth)


def position_of(lead: Candidate, groups: Sequence[Group], right: bool) -> str:
    """That of the first of all groups who is an argument of the core; beside its subject, where the frame gives objects no role."""
    named = {unit.start for group in groups for unit in group}
    found = next((a.position for a in lead.arguments if a.unit.start in named), "obj" if right else "left")
    return found if found in lead.frame.roles or not right else "company"


def positioned(kept: Sequence[Argument], group: Group, position: str) -> Iterator[Argument]:
    """The arguments with the whole group, its first one, and whoever was no argument yet, in the `position`."""
    known = {a.unit.start for a in kept}
    yield from (a if a.unit.start != group[0].start else Argument(a.unit, position) for a in kept)
    yield from (Argument(unit, position) for unit in group if unit.start not in known)


def bound_for(lead: Candidate, place: Unit, nth: int) -> Candidate:
    """The journey to `place`, on the day that stands nearest to it."""
    match, end = Match(lead.frame, lead.first, lead.last), clause_of(clauses(lead.view), lead.last - 1).last
    date = nearest_date(lead.view, match, lead.clause, end, lead.view.units.index(place))
    return replace(lead, destination=place, date=date, ordinal=nth)
