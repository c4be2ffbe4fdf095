"""What an item says of places as a whole: where it names them, where its occasions took place, who travels where.

Read once for all drafts of the item. What does not belong here: what any of it means for a draft (`grounds`).
"""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from pipelines.coding.ground import dateline_country
from pipelines.coding.item import Draft, Item
from pipelines.coding.view import View
from pipelines.lexicon.countries import is_state
from pipelines.model.mention import PlaceMention

SPOTS = 60  # mentions of a country that are looked at, the first ones
REST = frozenset("in at to near from into reached arrived visited leaving toured".split())


class Spot(NamedTuple):
    """Where a sentence names a place: the sentence's number, the unit, the mention."""

    number: int
    unit: int
    view: View
    mention: PlaceMention


class Scenery(NamedTuple):
    """`spots`: by country, in order. `resting`: sentence, unit and country of what stands behind "in", "to" or the like, in order.

    `placed`: sentence and country of the drafts that rules place, in order, with how many are in each country; `goals`, `origins`: the
    countries that visits go to and come from; `shared`: in how many drafts a country takes part.
    """

    item: Item
    spots: dict[str, list[Spot]]
    resting: list[tuple[int, int, str]]
    dateline: str | None
    placed: list[tuple[int, str]]
    counted: Counter[str]
    goals: Counter[str]
    origins: frozenset[str]
    shared: Counter[str]
    drafts: int


def scenery(item: Item, drafts: list[Draft]) -> Scenery:
    spots = spots_of(item)
    rest = sorted((s.number, s.unit, country) for country, those in spots.items() for s in those if rests(s))
    news = [d for d in drafts if not d.background]
    placed = sorted((d.lead.number, d.country) for d in news if d.country)
    visits = [d for d in news if d.event_type == "visit"]
    goals = Counter(d.country for d in visits if d.country)
    origins = frozenset(p.person.country for d in visits for p in d.parties.values() if p.role == "guest" and p.person.country)
    counted = Counter(country for _, country in placed)
    return Scenery(item, spots, rest, dateline_country(item), placed, counted, goals, origins, shares(drafts), len(drafts))


def shares(drafts: Iterable[Draft]) -> Counter[str]:
    return Counter(country for d in drafts for country in set(d.countries))


def spots_of(item: Item) -> dict[str, list[Spot]]:
    """Country -> where the item names it or a place in it."""
    found: defaultdict[str, list[Spot]] = defaultdict(list)
    for number, view in enumerate(item.views):
        for place in view.sentence.places:
            country = place.country
            if country and is_state(country) and len(found[country]) < SPOTS:
                found[country].append(Spot(number, unit_of(view, place), view, place))
    return {country: those for country, those in found.items() if those}


def unit_of(view: View, place: PlaceMention) -> int:
    """The index of the unit in which a place stands, be it only part of a longer name."""
    return max(0, bisect_right(view.units, place.start, key=lambda unit: unit.start) - 1)


def rests(spot: Spot) -> bool:
    """Does "in", "to" or the like govern the place, also across "the" or a city and its comma?"""
    before = [u.text for u in spot.view.units[max(0, spot.unit - 2) : spot.unit]][::-1]
    governed = bool(before) and (before[0] in REST or (before[0] in ("the", ",") and before[-1] in REST))
    return governed and spot.mention.kind != "demonym"
