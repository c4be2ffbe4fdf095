"""Rows of one type that tell one occasion become one, by what was learnt: what the words kept apart, days, places and people may join.

What does not belong here: what is looked at (`retelling`), and what rules put together before anybody is known (`coding.merge`).
"""

from collections import defaultdict
from collections.abc import Iterator

from pipelines.coding.item import Draft, Item
from pipelines.coding.learned.retelling import Pair, retelling
from pipelines.coding.merge import absorb
from pipelines.coding.same import each_its_own
from pipelines.lexicon.weights import weight

RETELLINGS = "learned_retellings.tsv.gz"
ENOUGH = 45  # hundredths of log-odds; a right row lost weighs more than a wrong one saved
ALONE = frozenset(["credentials", "tribute", "site_visit"])  # which nobody does together with others, or at several sites at once
NEAREST = 6  # rows of its type before it that each is held against


def fold(item: Item, drafts: list[Draft]) -> list[Draft]:
    """One draft per occasion; the likeliest pairs are put together first."""
    found = [(weight(RETELLINGS, retelling(pair)), number, pair) for number, pair in enumerate(alike(item, drafts))]
    into: dict[int, Draft] = {}
    for _, _, pair in sorted((each for each in found if each[0] >= ENOUGH), key=lambda each: (-each[0], each[1])):
        one, other = final(pair.one, into), final(pair.other, into)
        if one is not other:
            join(one, other)
            into[id(other)] = one
    for draft in drafts if into else ():
        draft.parent = None if draft.parent is None else final(draft.parent, into)
    return [d for d in drafts if id(d) not in into]


def join(one: Draft, other: Draft) -> None:
    """Put `other` into `one`. When, where and whether it was held is what the text tells first, below its headline."""
    first, then = (other, one) if one.lead.view.sentence.is_heading and not other.lead.view.sentence.is_heading else (one, other)
    when = first.when if first.dated() or not then.dated() else then.when
    status, place, country = first.status, first.place or then.place, first.country or then.country
    absorb(one, other)
    one.when, one.status, one.place, one.country = when, status, place, country


def final(draft: Draft, into: dict[int, Draft]) -> Draft:
    while id(draft) in into:
        draft = into[id(draft)]
    return draft


def alike(item: Item, drafts: list[Draft]) -> Iterator[Pair]:
    """Every two drafts of one type that are news and not too far from each other."""
    kinds: defaultdict[str, list[Draft]] = defaultdict(list)
    for draft in sorted(drafts, key=lambda d: (d.lead.number, d.lead.first)):
        if not draft.background:
            kinds[draft.event_type].append(draft)
    for those in kinds.values():
        for at, other in enumerate(those):
            near = (one for one in those[max(0, at - NEAREST) : at] if not (one.event_type in ALONE and each_its_own(one, other)))
            yield from (Pair(item, one, other, len(those)) for one in near)
