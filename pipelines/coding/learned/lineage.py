"""What speaks for and against an occasion having taken place during another of its item: the features of a child and a parent.

They are strings that `lexicon/learned_parents.tsv.gz` has weights for. What does not belong here: what rules say (`parents`).
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipelines.coding.item import Draft
from pipelines.coding.learned.calendar import days
from pipelines.coding.learned.dating import relation
from pipelines.coding.learned.steps import SEVERAL, agrees, apart

PARENTS = frozenset(["visit", "session", "conference", "exhibition", "exercise", "cultural_event", "commemoration"])
WITHIN = frozenset(
    "during within while part there course framework margins sidelines fringes occasion visiting visit end".split()
)  # words that may say so
NEAREST = 8  # possible parents that are asked about


class Kin(NamedTuple):
    """A draft and another that it may belong to; `nth`: how many of that type stand before, `crowd`: how many there are."""

    child: Draft
    parent: Draft
    nth: int
    crowd: int
    total: int


def parents_among(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts that others may belong to, in order."""
    return sorted((d for d in drafts if d.event_type in PARENTS and not d.background), key=lambda d: d.lead.number)


def possible(parents: Sequence[Draft], child: Draft) -> list[Kin]:
    """Those of `parents` that the child may belong to: the one that rules chose, and the nearest."""
    at = bisect_left(parents, child.lead.number, key=lambda d: d.lead.number)
    near = [d for d in parents[max(0, at - NEAREST) : at + NEAREST] if d is not child and d is not child.parent]
    near = sorted(near, key=lambda d: abs(d.lead.number - child.lead.number))[:NEAREST]
    near = [child.parent, *near] if child.parent is not None else near
    return [Kin(child, d, sum(o.lead.number < d.lead.number for o in alike(near, d)), len(alike(near, d)), len(near)) for d in near]


def alike(drafts: Sequence[Draft], draft: Draft) -> list[Draft]:
    return [d for d in drafts if d.event_type == draft.event_type]


def kin_features(kin: Kin) -> set[str]:
    """All features of child and parent, alone and by their types."""
    types = f"{kin.child.event_type}<{kin.parent.event_type}"
    clues = set(clues_of(kin))
    return {types, *clues, *(f"{types}|{clue}" for clue in clues), *(f"<{kin.parent.event_type}|{clue}" for clue in clues)}


def orphan(child: Draft, crowd: int) -> set[str]:
    """The features of a draft that belongs to no other."""
    kind, ruled = child.event_type, child.parent is not None
    of_kind = {f"alone:{kind}", f"alone:{kind}:{ruled}", f"alone:{kind}:{child.status}", f"alone:{kind}crowd{min(crowd, SEVERAL)}"}
    return {"alone", f"alone:{ruled}", f"alone:crowd{min(crowd, SEVERAL)}", f"alone:{child.status}", *of_kind}


def clues_of(kin: Kin) -> Iterator[str]:
    child, parent = kin.child, kin.parent
    ruled = "same" if child.parent is parent else "none" if child.parent is None else "other"
    yield from (f"ruled:{ruled}", f"status:{child.status}:{parent.status}", f"country:{agrees(child.country, parent.country or '')}")
    yield f"city:{agrees(child.place.name if child.place else None, parent.place.name if parent.place else '')}"
    dates = relation(days(child.when), days(parent.when))
    basis = child.when.basis if child.when else "none"
    yield from (f"dates:{dates}", f"dates:{dates}:{basis}")
    far = apart(child.lead.number - min((s.number for s in parent.sources[:SEVERAL]), key=lambda n: abs(child.lead.number - n)))
    yield from (f"apart{far}", f"heading{parent.lead.view.sentence.is_heading}{child.lead.view.sentence.is_heading}")
    crowd = f"crowd{min(kin.crowd, SEVERAL)}"
    yield from (crowd, f"{crowd}nth{min(kin.nth, SEVERAL)}", f"of{min(kin.total, SEVERAL)}")
    yield from company(kin)
    line = {u.text for s in child.sources[:2] for u in s.view.units}
    yield from (f"says:{each}" for each in WITHIN & line)
    yield f"grand{parent.parent is not None}"


def company(kin: Kin) -> Iterator[str]:
    """Who takes part in both."""
    child, parent = kin.child, kin.parent
    shared = f"shared{min(len(child.parties.keys() & parent.parties.keys()), 2)}"
    alone = not child.parties or not parent.parties
    travellers = {p.person.country for p in parent.parties.values() if p.role != "host"} - {None}
    brought = bool(travellers & {*child.countries, *(p.person.country for p in child.parties.values())})
    yield from (shared, f"{shared}alone{alone}", f"travellers{brought}", f"travellers{brought}{shared}")
    own, theirs = set(child.countries), set(parent.countries)
    yield f"sides:{'same' if own == theirs else 'within' if own <= theirs else 'other'}"
