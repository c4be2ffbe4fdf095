"""What speaks for somebody whom a sentence names behind another being met on an occasion of its own, or for a place being a visit's own.

They are strings that `lexicon/learned_encounters.tsv.gz` has weights for. No name and no country is among them. What does not belong
here: what becomes of it (`encounters`).
"""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from pipelines.coding.candidates import Candidate
from pipelines.coding.goals import origin, shares_country
from pipelines.coding.item import Item
from pipelines.coding.learned.steps import SEVERAL, word
from pipelines.coding.learned.told import SEVERAL_OF
from pipelines.coding.view import ACTORS, Unit, View
from pipelines.model.cast import Person

STEPS = (0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.7)
APART = frozenset("separate separately individual individually respectively respective each bilaterally turn one-on-one".split())
MEETING = frozenset("met received called spoke held visited talked saw".split())
GOVERNING = frozenset(["with", "by", "to", "on", "from", "of", "and", ","])
POSSESSING = frozenset(["the", "his", "her"])
MET, PLACES = frozenset("NFT"), frozenset("CLS")
MOST = 12  # that are looked at in a sentence
FAR, SHORT, EDGE, TENS, CROWD = 12, 4, 3, 10, 6


class Following(NamedTuple):
    """Two that a candidate's sentence names one after the other, behind (`right`) or before its core; the `nth` two of `many`."""

    item: Item
    lead: Candidate
    event_type: str
    right: bool
    one: Unit
    other: Unit
    nth: int
    many: int

    def chance(self, kind: str) -> float:
        return self.item.chances[self.lead.number].get(kind, 0.0) if self.item.chances else 0.0


def following(item: Item, lead: Candidate, event_type: str, right: bool) -> list[Following]:
    """Every two that follow each other."""
    row = row_of(lead, event_type, right)
    return [Following(item, lead, event_type, right, one, other, n, len(row)) for n, (one, other) in enumerate(pairwise(row))]


def row_of(lead: Candidate, event_type: str, right: bool) -> list[Unit]:
    """Those whom the sentence names behind or before the core, one after the other; of a visit, where it goes."""
    if event_type == "visit":
        return places_of(lead.view, lead.last)[:MOST] if right else []
    units = lead.view.units[lead.last :] if right else lead.view.units[: lead.first]
    return [u for u in units if u.symbol in MET and not u.mention.former][:MOST]


def places_of(view: View, start: int) -> list[Unit]:
    """The places behind the core, a city and its country being one, without those that a traveller comes from."""
    found: list[Unit] = []
    for index in range(start, len(view.units)):
        unit = view.units[index]
        if unit.symbol in PLACES and not origin(view, index) and not any(shares_country(place, unit) for place in found):
            found.append(unit)
    return found


def successive(pair: Following) -> set[str]:
    """All features of the pair: alone, by its type, and by how likely the sentence tells of several."""
    strong = {*likely(pair), *between(pair), *(where(pair) if pair.event_type == "visit" else who(pair)), *around(pair)}
    several = f"{bisect_right(STEPS, pair.chance(SEVERAL_OF + pair.event_type))}{pair.event_type == 'visit'}"
    return {"next", *strong, *(f"{pair.event_type}|{each}" for each in strong), *(f"{several}|{each}" for each in strong)}


def likely(pair: Following) -> Iterator[str]:
    """What the sentence likely tells, by which frame, and where in the row both stand."""
    yield f"several{bisect_right(STEPS, pair.chance(SEVERAL_OF + pair.event_type))}"
    yield f"own{bisect_right(STEPS, pair.chance(pair.event_type))}"
    yield f"right{pair.right}nth{min(pair.nth, SEVERAL)}of{min(pair.many, CROWD)}"
    yield f"frame:{pair.lead.frame.rule}"
    yield f"heading{pair.lead.view.sentence.is_heading}spoken{pair.item.spoken}"


def between(pair: Following) -> Iterator[str]:
    """The words between both, and whether what governs the one stands before the other again."""
    units = pair.lead.view.units
    one, other = units.index(pair.one), units.index(pair.other)
    inner = units[one + 1 : other]
    said = [word(unit) for unit in inner]
    yield from (f"all:{'_'.join(said) if len(said) <= SHORT else 'long'}", f"far{min(len(said), FAR)}")
    yield from (f"in:{each}" for each in said[:EDGE] + said[-EDGE:])
    yield from (f"first:{'_'.join(said[:2])}", f"last:{'_'.join(said[-2:])}")
    governs = next((u.text for u in reversed(units[max(0, one - 2) : one]) if u.text not in POSSESSING), "")
    again = next((each for each in reversed(said) if each not in POSSESSING and each != "also"), "")
    yield from (f"before:{governs}", f"again{again != '' and again == governs}:{again if again in GOVERNING else 'x'}")
    yield f"date{'D' in said}place{not {'L', 'C', 'O'}.isdisjoint(said)}comma{',' in said}and{'and' in said}semi{';' in said}"
    yield f"clause{not pair.lead.clause.first <= other < pair.lead.clause.last}"


def where(pair: Following) -> Iterator[str]:
    """What kinds of places both are."""
    one, other, home = pair.one.mention, pair.other.mention, pair.item.home
    yield from (f"kinds:{one.kind}{other.kind}", f"home{home in one.countries}{home in other.countries}")


def who(pair: Following) -> Iterator[str]:
    """How both lie to each other and to whoever acts: country, office, kind of naming."""
    one, other = person(pair, pair.one), person(pair, pair.other)
    lands, offices = [p.country if p else None for p in (one, other)], [p.office if p else None for p in (one, other)]
    same = "lands:" + ("unknown" if None in lands else "same" if lands[0] == lands[1] else "other")
    yield from (same, "home" + "".join(str(land is not None and land == pair.item.home) for land in lands))
    yield from (f"offices:{offices[0]}:{offices[1]}", f"office2:{offices[1]}", f"sameoffice{offices[0] == offices[1]}{same}")
    yield f"kinds:{pair.one.symbol}{pair.other.symbol}plural{pair.one.mention.plural}{pair.other.mention.plural}"
    yield f"named{bool(one and one.name)}{bool(other and other.name)}{same}"
    acting = acting_in(pair)
    keys, own = {p.key for p in acting}, {p.country for p in acting}
    yield f"acts{bool(acting)}one{bool(one and one.key in keys)}other{bool(other and other.key in keys)}"
    yield "side" + "".join(str(bool(land) and land in own) for land in lands) + same


def acting_in(pair: Following) -> list[Person]:
    subjects = (a.unit for a in pair.lead.arguments if a.position == "left" and a.unit.symbol in ACTORS)
    return [p for unit in subjects for p in pair.item.cast.of(unit.mention).people]


def person(pair: Following, unit: Unit) -> Person | None:
    return next(iter(pair.item.cast.of(unit.mention).people), None)


def around(pair: Following) -> Iterator[str]:
    """What core and sentence say of one or many."""
    units = pair.lead.view.units
    core = [u.text for u in units[pair.lead.first : pair.lead.last] if not u.symbol]
    yield from (f"core:{core[-1] if core else ''}", f"plural{any(each.endswith('s') for each in core)}")
    yield from (f"apart{not APART.isdisjoint(u.text for u in units)}", f"long{min(len(units) // TENS, CROWD)}")
    yield f"verbs{min(sum(u.text in MEETING for u in units), SEVERAL)}"
