"""What speaks for two rows of one type telling one occasion: the features of two drafts with everybody who took part.

They are strings that `lexicon/learned_retellings.tsv.gz` has weights for. No name and no country is among them. What does not belong
here: what becomes of two that do (`folding`), and what rules put together before anybody is known (`coding.same`).
"""

from collections.abc import Iterator, Set
from typing import NamedTuple

from pipelines.coding.item import Draft, Item
from pipelines.coding.learned.calendar import days
from pipelines.coding.learned.dating import relation
from pipelines.coding.learned.occasions import chance_of
from pipelines.coding.learned.steps import SEVERAL, agrees, apart
from pipelines.coding.learned.told import SEVERAL_OF

TENTHS = 5  # steps of a probability or a share
CROWD = 6  # from which number of rows of a type on it makes no difference how many
FIRST = 3  # sources whose words are looked at
LONG = 4  # letters of a word that says something
MORE = frozenset("then later afterward afterwards also another separately separate earlier next second subsequently".split())


class Pair(NamedTuple):
    """Two drafts of one type, `one` told first; `crowd`: how many of the type the item has."""

    item: Item
    one: Draft
    other: Draft
    crowd: int


def retelling(pair: Pair) -> set[str]:
    """All features of the pair, alone and by its type."""
    strong = {*occasion(pair), *people(pair)}
    kind = pair.one.event_type
    both = ":".join(sorted(each for each in strong if each.startswith(("dates", "who", "land"))))
    return {"pair", kind, both, *strong, *(f"{kind}|{each}" for each in strong), *telling(pair)}


def occasion(pair: Pair) -> Iterator[str]:
    """How day, place, status and parent lie to each other."""
    one, other = pair.one, pair.other
    dated = one.dated() + other.dated()
    yield "dates:" + (relation(days(one.when), days(other.when)) if dated == 2 else f"known{dated}")
    yield "land:" + (agrees(one.country, other.country) if one.country and other.country else "unknown")
    yield "city:" + (agrees(one.place.name, other.place.name) if one.place and other.place else "unknown")
    yield f"status:{one.status}:{other.status}"
    yield f"parent:{parents_of(one, other)}"


def parents_of(one: Draft, other: Draft) -> str:
    if one.parent is other.parent:
        return "none" if one.parent is None else "same"
    return "one" if None in (one.parent, other.parent) else "other"


def people(pair: Pair) -> Iterator[str]:
    """Who is in both, in one alone, and whether a country sends one person here and another there."""
    one, other = pair.one.parties.keys(), pair.other.parties.keys()
    shared = one & other
    yield f"who:{overlapping({*one}, {*other})}"
    yield f"shared{min(len(shared), SEVERAL)}"
    yield f"alone{min(len(one - shared), SEVERAL)}{min(len(other - shared), SEVERAL)}"
    yield f"clash{clashing(pair.one, pair.other)}"
    lands, others = set(pair.one.countries), set(pair.other.countries)
    yield f"sides:{overlapping(lands, others)}"


def overlapping(some: Set[object], others: Set[object]) -> str:
    if not some or not others:
        return "none"
    if some <= others or others <= some:
        return "same" if some == others else "part"
    return "over" if some & others else "apart"


def clashing(one: Draft, other: Draft) -> bool:
    sides: dict[str | None, set[int]] = {}
    for key, party in one.parties.items():
        sides.setdefault(party.person.country, set()).add(key)
    theirs = {country for key, party in other.parties.items() if (country := party.person.country) in sides and key not in sides[country]}
    kept = {party.person.country for key, party in other.parties.items() if key in sides.get(party.person.country, ())}
    return bool(theirs - kept)


def telling(pair: Pair) -> Iterator[str]:
    """How far apart they are told, by which rules, how surely, and in how many of the same words."""
    one, other = pair.one, pair.other
    numbers, others = ({s.number for s in d.sources} for d in (one, other))
    crowd = f"crowd{min(pair.crowd, CROWD)}"
    nearest = f"apart{apart(other.lead.number - one.lead.number)}"
    yield from (crowd, nearest, f"{crowd}{nearest}", f"{one.event_type}|{nearest}")
    yield from (f"spoken{pair.item.spoken}", f"inboth{bool(numbers & others)}")
    yield f"headings{one.lead.view.sentence.is_heading}{other.lead.view.sentence.is_heading}"
    yield f"learned{sum(d.lead.frame.rule.startswith('learned') for d in (one, other))}"
    yield f"rule{one.lead.frame.rule == other.lead.frame.rule}"
    yield f"sure{step(min(chance_of(pair.item, d, d.event_type) for d in (one, other)))}"
    yield f"several{step(max(chance_of(pair.item, d, SEVERAL_OF + d.event_type) for d in (one, other)))}"
    yield f"more{not MORE.isdisjoint(u.text for u in other.lead.view.units)}"
    words, theirs = words_of(one), words_of(other)
    yield f"words{step(len(words & theirs) / max(1, min(len(words), len(theirs))))}"


def step(share: float) -> int:
    return min(int(share * TENTHS), TENTHS - 1)


def words_of(draft: Draft) -> set[str]:
    return {u.text for s in draft.sources[:FIRST] for u in s.view.units if not u.symbol and len(u.text) >= LONG}
