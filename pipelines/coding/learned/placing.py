"""In which country and city an occasion took place: of all that come into question the likeliest by what was learnt, or none."""

from bisect import bisect_left
from collections.abc import Iterator

from pipelines.coding.item import Draft, Item
from pipelines.coding.learned.cities import Town, no_town, town_features, towns
from pipelines.coding.learned.grounds import Ground, ground_features, nowhere
from pipelines.coding.learned.scenery import Scenery, Spot, scenery
from pipelines.coding.where import NO_PLACE
from pipelines.lexicon.countries import is_state
from pipelines.lexicon.weights import weight
from pipelines.model.mention import PlaceMention

GROUNDS, CITIES = "learned_grounds.tsv.gz", "learned_cities.tsv.gz"
NEAREST = 10  # countries named beside an occasion that are asked about
RELUCTANCE = 50  # hundredths by which "not told" has to be likelier than the likeliest place; chosen on the labelled texts kept back


def settle_places(item: Item, drafts: list[Draft]) -> None:
    """Country and city of every occasion that is news; all are judged by what rules say before any is changed."""
    scene = scenery(item, drafts)
    news = [d for d in drafts if not d.background and d.event_type not in NO_PLACE]
    for draft, country in [(d, likeliest_country(d, grounds(scene, d))) for d in news]:
        move(draft, country)
    for draft, place in [(d, likeliest_city(d, towns(scene, d))) for d in news if d.country]:
        draft.place = place


def move(draft: Draft, country: str | None) -> None:
    """Put the draft there; its city stays if it lies there, or if nobody knows where it lies."""
    draft.country = country
    if draft.place is not None and draft.place.countries and country not in draft.place.countries:
        draft.place = None


def likeliest_country(draft: Draft, asked: list[Ground]) -> str | None:
    ranked = max(((weight(GROUNDS, ground_features(g)), g.country) for g in asked), default=None)
    nothing = weight(GROUNDS, nowhere(draft, len(asked))) - RELUCTANCE
    return ranked[1] if ranked is not None and ranked[0] > nothing else None


def likeliest_city(draft: Draft, asked: list[Town]) -> PlaceMention | None:
    ranked = [weight(CITIES, town_features(town)) for town in asked]
    if not ranked or max(ranked) <= weight(CITIES, no_town(draft, len(asked))) - RELUCTANCE:
        return None
    return asked[ranked.index(max(ranked))].place


def grounds(scene: Scenery, draft: Draft) -> list[Ground]:
    """The draft with every country that may be where it took place."""
    asked = [c for c in dict.fromkeys(countries_of(scene, draft)) if c and is_state(c)]
    return [Ground(scene, draft, country, scene.spots.get(country, []), len(asked)) for country in asked]


def countries_of(scene: Scenery, draft: Draft) -> Iterator[str | None]:
    yield from (draft.country, scene.item.home, scene.item.context.seat, scene.dateline, *draft.countries)
    yield from (country for p in draft.parties.values() for country in (p.person.country, p.person.host_country))
    yield from scene.goals
    yield from sorted(scene.spots, key=lambda country: (distance(scene.spots[country], draft.lead.number), country))[:NEAREST]


def distance(spots: list[Spot], number: int) -> int:
    """Sentences to the nearest spot."""
    at = bisect_left(spots, number, key=lambda spot: spot.number)
    return min(abs(spot.number - number) for spot in spots[max(0, at - 1) : at + 1])
