"""What speaks for and against somebody of the item having taken part in an occasion: the features of a draft and a person.

Of those whom frames or groups have put into it all of that is asked apart, too, and how they came there.

They are strings that `lexicon/learned_presence.tsv.gz` has weights for. No name and no country is among them. What does not belong
here: what is made of it (`attendance`).
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from pipelines.coding.candidates import Candidate
from pipelines.coding.item import Draft, Item, Party
from pipelines.coding.learned.features import stem
from pipelines.coding.learned.steps import SEVERAL, apart, word
from pipelines.coding.view import ACTORS, View
from pipelines.model.cast import Person

Place = tuple[int, int]  # number of a sentence and of a unit in it

BESIDE = 6  # units before and behind a name whose words are looked at
HAD = "had"  # before what is said of those whom the draft has
GAP = 4  # units between name and core that are taken as they are


class Found(NamedTuple):
    """The drafts of an item: by the sentence that tells them, and by who takes part in them as news; `many`: how many there are."""

    telling: dict[int, list[Draft]]
    having: dict[int, list[Draft]]
    many: int


class Pair(NamedTuple):
    """A draft and a person, who is mentioned at `places`; `found`: all of the item; `crowd`: people the item names."""

    item: Item
    found: Found
    draft: Draft
    person: Person
    places: list[Place]
    crowd: int

    @property
    def party(self) -> Party | None:
        """As whom frames have the person in the draft; None: they do not."""
        return self.draft.parties.get(self.person.key)


class Standing(NamedTuple):
    """The mention of the person that is nearest to the draft's sentences: its sentence, its unit, how far it is."""

    number: int
    unit: int
    view: View
    apart: str


def found_in(drafts: list[Draft]) -> Found:
    telling: defaultdict[int, list[Draft]] = defaultdict(list)
    having: defaultdict[int, list[Draft]] = defaultdict(list)
    for draft in drafts:
        for number in {source.number for source in draft.sources}:
            telling[number].append(draft)
        for key in () if draft.background else draft.parties:
            having[key].append(draft)
    return Found(telling, having, len(drafts))


def standing(pair: Pair) -> Standing:
    told = {s.number for s in pair.draft.sources}
    number, index = min(pair.places, key=lambda place: (min(abs(place[0] - n) for n in told), place[0]))
    distance = number - min(told, key=lambda n: (abs(number - n), n))
    return Standing(number, index, pair.item.views[number], apart(distance))


def presence(pair: Pair) -> set[str]:
    """All features of the pair."""
    at = standing(pair)
    found = {*near(pair, at), *words(pair.draft.event_type, at), *core(pair, at), *sides(pair, at), *elsewhere(pair, at)}
    return found | set(had(pair.draft.event_type, pair.party, found)) if pair.party else found


def had(kind: str, party: Party, found: set[str]) -> Iterator[str]:
    """The same of somebody whom the draft has, and as whom and by which mention it has them."""
    yield from (HAD, *(f"{HAD}:{feature}" for feature in found))
    for each in (f"role:{party.role}", f"by:{party.resolution}", f"role:{party.role}:{party.resolution}"):
        yield from (f"{HAD}:{each}", f"{kind}{HAD}:{each}")


def near(pair: Pair, at: Standing) -> Iterator[str]:
    """How far the nearest mention is, and how often the person is named."""
    kind, apart = pair.draft.event_type, at.apart
    often = min(len(pair.places), SEVERAL + 1)
    yield from (f"d{apart}", f"{kind}:d{apart}", f"heading{at.view.sentence.is_heading}:d{apart}")
    yield from (f"often{often}", f"often{often}:d{apart}", f"spoken{pair.item.spoken}d{apart}", f"crowd{min(pair.crowd, 8)}")
    yield f"learned{pair.draft.lead.frame.rule.startswith('learned')}d{apart}"
    yield from (f"rule:{pair.draft.lead.frame.rule}", f"rule:{pair.draft.lead.frame.rule}:d{apart}", f"status{pair.draft.status}")


def words(kind: str, at: Standing) -> Iterator[str]:
    """What stands right beside the mention, and which words its sentence has."""
    units, n = at.view.units, at.unit
    before = ["<s>", "<s>", *map(word, units[max(0, n - 2) : n])][-2:]
    behind = [*map(word, units[n + 1 : n + 3]), "</s>", "</s>"][:2]
    where = "in" if at.apart == "0" else "out"
    yield where + ("first" if not n else "later")
    beside = (f"b:{before[1]}", f"bb:{'_'.join(before)}", f"a:{behind[0]}", f"aa:{'_'.join(behind)}", f"ba:{before[1]}_{behind[0]}")
    for each in (*beside, f"symbol:{units[n].symbol}"):
        yield from (where + each, kind + where + each)
    for name, part in (("w", units), ("wb", units[max(0, n - BESIDE) : n]), ("wa", units[n + 1 : n + 1 + BESIDE])):
        yield from (f"{where}{name}:{stem(unit.text)}" for unit in part if not unit.symbol and unit.text.isalpha())


def core(pair: Pair, at: Standing) -> Iterator[str]:
    """Where the mention stands beside the core that tells the occasion, if it is in that sentence."""
    source = next((s for s in pair.draft.sources if s.number == at.number), None)
    if source is None:
        return
    kind, n = pair.draft.event_type, at.unit
    side = "left" if n < source.first else "right" if n >= source.last else "within"
    between = [word(u) for u in (at.view.units[n + 1 : source.first] if side == "left" else at.view.units[source.last : n])]
    others = min(sum(each in ACTORS for each in between), SEVERAL)
    place = position(source, at)
    for each in (side, f"{side}{others}", f"{side}gap{min(len(between) // 3, 5)}", f"argument:{place}"):
        yield from (each, kind + each)
    yield "gap:" + ("_".join(between) if len(between) < GAP else "long")
    yield from (f"clause{source.clause.first <= n < source.clause.last}{side}", f"{source.frame.rule}|argument:{place}")


def position(source: Candidate, at: Standing) -> str:
    return next((a.position for a in source.arguments if a.unit is at.view.units[at.unit]), "none")


def sides(pair: Pair, at: Standing) -> Iterator[str]:
    """Which side the person would be of, among those whom the draft has."""
    draft, person, kind, apart = pair.draft, pair.person, pair.draft.event_type, at.apart
    others = [p.person.country for key, p in draft.parties.items() if key != person.key]
    same = min(sum(country == person.country is not None for country in others), 2)
    side = "unknown" if person.country is None else "in" if person.country in draft.countries else "out"
    count = min(len(others), SEVERAL)
    yield from (f"side:{side}", f"side:{side}:d{apart}", f"{kind}side:{side}", f"same{same}")
    yield from (f"count{count}", f"count{count}same{same}d{apart}", f"{kind}count{count}")
    yield from (f"home{pair.item.home == person.country is not None}", f"there{draft.country == person.country is not None}")
    yield from (f"office:{person.office}", f"{kind}office:{person.office}", f"office:{person.office}d{apart}", f"former{person.former}")


def elsewhere(pair: Pair, at: Standing) -> Iterator[str]:
    """In which other occasions of the item the person takes part, and what the sentence of the mention tells."""
    draft, kind, apart, key = pair.draft, pair.draft.event_type, at.apart, pair.person.key
    having = [d for d in pair.found.having.get(key, ()) if d is not draft]
    tie = tied(draft, having)
    many = min(pair.found.many, SEVERAL + 1)
    yield from (f"tie:{tie}", f"tie:{tie}d{apart}", f"{kind}tie:{tie}", f"drafts{many}", f"drafts{many}tie:{tie}")
    yield from (f"{kind}<{d.event_type}" for d in having[:SEVERAL])
    told = {d.event_type for d in pair.found.telling.get(at.number, ()) if d is not draft}
    yield f"told:{'same' if kind in told else 'other' if told else 'none'}{apart}"
    if draft.parent is not None:
        within = f"within:{draft.parent.event_type}:{key in draft.parent.parties}"
        yield from (within, kind + within)


def tied(draft: Draft, having: list[Draft]) -> str:
    """How the draft hangs together with those in which the person takes part."""
    if any(d is draft.parent for d in having):
        return "parent"
    if any(d.parent is draft for d in having):
        return "child"
    if draft.parent is not None and any(d.parent is draft.parent for d in having):
        return "sibling"
    return "type" if any(d.event_type == draft.event_type for d in having) else "other" if having else "none"
