"""How a draft lies to the others of its item: those of its type that are likelier, and those that its own sentences tell.

They are features for `testimony`, strings without a name or a country.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from pipelines.coding.item import Draft, Item
from pipelines.coding.learned.occasions import ALIKE, chance_of
from pipelines.coding.learned.retelling import MORE
from pipelines.coding.learned.steps import SEVERAL, apart
from pipelines.coding.same import same_occasion

NEAREST = 6  # likelier ones of the type that are held against it
PAIR = 2  # from which on it makes no difference how many
LIKELIER = (-0.5, -0.3, -0.1, 0.0, 0.1, 0.3, 0.5)  # of a probability


def beside(item: Item, draft: Draft, others: Sequence[Draft], main: set[int]) -> Iterator[str]:
    """All features of the draft among `others`."""
    alike = [d for d in others if d.event_type == draft.event_type and not d.background]
    own = rank(item, draft)
    better = sorted((d for d in alike if rank(item, d) > own), key=lambda d: abs(d.lead.number - draft.lead.number))
    yield f"better{min(len(better), SEVERAL)}of{min(len(alike), SEVERAL)}"
    if better:
        yield from nearest(draft, better, main)
    yield from here(item, draft, others)


def rank(item: Item, draft: Draft) -> tuple[float, int, int]:
    return chance_of(item, draft, draft.event_type), -draft.lead.number, -draft.lead.first


def nearest(draft: Draft, better: Sequence[Draft], main: set[int]) -> Iterator[str]:
    """How far the nearest of the likelier ones is, whom both have, and whether rules hold any of them for the same."""
    near = better[0]
    lands, where = len({*near.countries} & {*draft.countries}), apart(draft.lead.number - near.lead.number)
    both, alone = len(near.parties.keys() & draft.parties.keys()), len(draft.parties.keys() - near.parties.keys())
    shared = f"shared{min(both, PAIR)}alone{min(alone, PAIR)}"
    same = next((d for d in better[:NEAREST] if same_occasion(d, draft, main)), None)
    again = f"again{same is not None}"
    yield from (again, f"{again}{shared}", f"again{'none' if same is None else apart(draft.lead.number - same.lead.number)}")
    yield f"more{not MORE.isdisjoint(u.text for u in draft.lead.view.units)}{again}"
    yield from (f"near{where}", f"near{where}{shared}", f"{shared}lands{min(lands, PAIR)}")


def here(item: Item, draft: Draft, others: Sequence[Draft]) -> Iterator[str]:
    """What else its own sentences tell, and whether its core is part of that."""
    numbers = {s.number for s in draft.telling}
    told = [d for d in others if not d.background and any(s.number in numbers for s in d.telling)]
    yield f"here{'+'.join(sorted({d.event_type for d in told})[:2]) or 'none'}"
    lead, rival = draft.lead, rivalry(item, draft, told)
    yield from (f"rival{rival}", f"rival{rival}learned{lead.frame.rule.startswith('learned')}")
    yield f"taken{any(s.first <= lead.first < s.last for d in others for s in d.telling if s.view is lead.view)}"


def rivalry(item: Item, draft: Draft, told: Sequence[Draft]) -> str:
    """How much likelier is one of a type that it is easily mistaken for told there, and do frames tell that? "none": there is none."""
    kind = draft.event_type
    near = {other for group in ALIKE if kind in group for other in group} - {kind}
    rivals = ((chance_of(item, d, d.event_type), not d.lead.frame.rule.startswith("learned")) for d in told if d.event_type in near)
    most, framed = max(rivals, default=(None, False))
    return "none" if most is None else f"{bisect_right(LIKELIER, most - chance_of(item, draft, kind))}framed{framed}"
