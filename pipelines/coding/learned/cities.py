"""What speaks for and against an occasion having taken place in a city of its country: features as those of `grounds`."""

from collections.abc import Iterator
from typing import NamedTuple

from pipelines.coding.item import Draft
from pipelines.coding.learned.grounds import Ground, lately, named, own_words
from pipelines.coding.learned.scenery import Scenery, Spot, unit_of
from pipelines.coding.learned.steps import SEVERAL, agrees
from pipelines.coding.view import CITIES
from pipelines.coding.where import city_of
from pipelines.model.mention import PlaceMention

MOST = 8  # cities that are asked about, the first named


class Town(NamedTuple):
    """A draft and a city of its country, with the mentions of it."""

    scenery: Scenery
    draft: Draft
    place: PlaceMention
    spots: list[Spot]
    crowd: int


def towns(scene: Scenery, draft: Draft) -> list[Town]:
    """Every city of the draft's country that may be where it took place."""
    found: dict[str, list[Spot]] = {}
    for spot in scene.spots.get(draft.country or "", []):
        city = city_named(spot)
        if city is not None:
            found.setdefault(city.name, []).append(spot)
    if draft.place is not None:
        found.setdefault(draft.place.name, [*told_at(draft, draft.place)])
    asked = list(found.items())[:MOST]
    return [Town(scene, draft, place_of(draft, name, spots), spots, len(asked)) for name, spots in asked]


def told_at(draft: Draft, place: PlaceMention) -> Iterator[Spot]:
    """Where the draft's own sentences name a town that no gazetteer has."""
    for source in draft.telling:
        if source.view.sentence.start <= place.start < source.view.sentence.end:
            yield Spot(source.number, unit_of(source.view, place), source.view, place)
            return


def city_named(spot: Spot) -> PlaceMention | None:
    """The city that is named; a seat of government stands for the capital."""
    if spot.mention.kind in CITIES:
        return spot.mention
    unit = spot.view.units[spot.unit]
    return city_of(unit) if unit.symbol == "S" and unit.mention is spot.mention else None


def place_of(draft: Draft, name: str, spots: list[Spot]) -> PlaceMention:
    """The mention that stands for the city: the one that rules chose, else the one nearest to where the draft is told."""
    if draft.place is not None and draft.place.name == name:
        return draft.place
    nearest = min(spots, key=lambda s: (abs(s.number - draft.lead.number), s.number))
    return city_named(nearest) or nearest.mention


def town_features(town: Town) -> set[str]:
    """All features of the town; those of the words are the ones of a ground with its mentions alone."""
    ground = Ground(town.scenery, town.draft, town.draft.country or "", town.spots, town.crowd)
    return {*known(town), *named(ground), *own_words(ground), *lately_in(town, ground)}


def known(town: Town) -> Iterator[str]:
    """What rules say, and what else is known of the city."""
    draft, kind, name = town.draft, town.draft.event_type, town.place.name
    rule, crowd = agrees(draft.place.name if draft.place else None, name), f"crowd{min(town.crowd, SEVERAL)}"
    yield from (f"rule:{rule}", f"{kind}rule:{rule}", crowd, f"{crowd}rule:{rule}", f"{town.place.kind}:{crowd}", kind + crowd)
    line = town.scenery.item.segment.dateline_place
    in_line = "none" if not line else name.casefold() in line.casefold()
    yield from (f"dateline:{in_line}", f"{kind}dateline:{in_line}", f"dateline:{in_line}{crowd}", f"kind{town.place.kind}{in_line}")
    parent = draft.parent.place.name if draft.parent is not None and draft.parent.place is not None else None
    yield from (f"parent:{agrees(parent, name)}", f"status:{draft.status}{kind}", f"home{town.scenery.item.home == draft.country}")


def lately_in(town: Town, ground: Ground) -> Iterator[str]:
    """Is it among the places that the text named last?"""
    places = {(s.number, s.unit) for s in town.spots}
    latest = [place[:2] in places for place in latest_places(ground)]
    yield f"latest{latest.index(True) if True in latest else 'not'}"
    yield from lately(ground)


def latest_places(ground: Ground) -> list[tuple[int, int, str]]:
    until = ground.draft.lead.number
    return [place for place in ground.scenery.resting if place[0] <= until and place[2] == ground.country][-SEVERAL:][::-1]


def no_town(draft: Draft, crowd: int) -> set[str]:
    """The features of a draft whose city the text does not tell."""
    kind, rule = draft.event_type, draft.place is not None
    return {"nowhere", f"nowhere:{kind}", f"nowhere:rule{rule}", f"nowhere:crowd{min(crowd, 6)}", f"nowhere:{kind}:rule{rule}"}

