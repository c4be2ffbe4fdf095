"""What the item around a sentence adds to its words: which occasions frames find beside it, and how many sides its people are of."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from pipelines.coding.item import Draft, Item
from pipelines.coding.view import ACTORS, View

SIDES = 3  # from which number on it makes no difference how many
BEGINNING = 3  # sentences told apart by their place in the item

Kinds = dict[int, set[str]]  # number of a sentence -> event types


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Event types that frames find in the sentence (`kinds`), in the one before and in headings (`title`); `spoken`: a transcript."""

    kinds: Collection[str]
    before: Collection[str]
    title: Collection[str]
    sides: int
    place: int
    spoken: bool

    def names(self) -> Iterator[str]:
        """The features that all this amounts to."""
        yield from (f"cand:{kind}" for kind in sorted(self.kinds) or ("none",))
        yield from (f"before:{kind}" for kind in sorted(self.before))
        yield from (f"title:{kind}" for kind in sorted(self.title))
        yield f"sides:{min(self.sides, SIDES)}"
        yield f"place:{min(self.place, BEGINNING)}"
        if self.spoken:
            yield "spoken"


def kinds_of(drafts: list[Draft]) -> Kinds:
    """The event types that frames find in each sentence."""
    found: Kinds = {}
    for draft in drafts:
        found.setdefault(draft.lead.number, set()).add(draft.lead.event_type)
    return found


def surroundings(item: Item, kinds: Kinds) -> Iterator[Surroundings]:
    """Those of every sentence of the item, in order."""
    title = {kind for n, view in enumerate(item.views) if view.sentence.is_heading for kind in kinds.get(n, ())}
    for n, view in enumerate(item.views):
        yield Surroundings(kinds.get(n, ()), kinds.get(n - 1, ()), title, sides(item, view), n, item.spoken)


def sides(item: Item, view: View) -> int:
    """How many countries the people and states of the sentence are of, pronouns included."""
    people = {p.country for u in view.units if u.symbol in ACTORS for p in item.cast.of(u.mention).people}
    states = {u.mention.country for u in view.units if u.symbol in ("C", "S")}
    return len((people | states) - {None})
