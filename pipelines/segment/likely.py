"""Where items likely begin, by what was learnt of pages whose items are known; what rules say is part of what is weighed.

What belongs here: the decision. What does not: what speaks for it (`features`), or the learning (`tools.learn.items`).
"""

from collections.abc import Iterator, Sequence

from pipelines.lexicon.weights import weight
from pipelines.segment.candidate import Candidate
from pipelines.segment.features import Ruled, View, of_place, of_rules, of_shape, view_of
from pipelines.segment.reading import Reading

ITEMS = "learned_items.tsv.gz"
ENOUGH, ENOUGH_IF_SINGLE = -90, 60  # hundredths; few of the pages learnt from hold several items, so that what is learnt is too timid


def likely(places: Sequence[Candidate], ruled: Ruled, page: Reading) -> list[int]:
    """The numbers of the places after the first where items begin, in order."""
    return list(_likely(view_of(places, ruled, page))) if len(places) > 1 else []


def _likely(view: View) -> Iterator[int]:
    shared = {shape: weight(ITEMS, set(of_shape(shape, view))) for shape in view.groups}
    enough = ENOUGH_IF_SINGLE if view.page.is_single else ENOUGH
    for number in range(1, len(view.places)):
        own = weight(ITEMS, of_place(number, view)) + weight(ITEMS, of_rules(number, view))
        if shared[view.facts[number].shape] + own > enough:
            yield number
