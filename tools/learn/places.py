"""Where found occasions took place, after the labels: the questions from which countries and cities are learnt."""

from collections.abc import Iterator, Sequence
from itertools import chain

from pipelines.coding.events import placed_drafts
from pipelines.coding.item import Draft
from pipelines.coding.learned.cities import Town, no_town, town_features, towns
from pipelines.coding.learned.grounds import ground_features, nowhere
from pipelines.coding.learned.placing import CITIES, GROUNDS, grounds, move
from pipelines.coding.learned.scenery import Scenery, scenery
from pipelines.coding.where import NO_PLACE
from pipelines.evaluate.names import name_tokens
from pipelines.lexicon.countries import is_state
from tools.learn.choice import Question
from tools.learn.examples import items_of
from tools.learn.labels import Labelled, Report
from tools.learn.people import match


def place_questions(text: Labelled) -> Iterator[tuple[str, Question]]:
    """In which country, and once that is known in which city, found occasions took place; each with the weights it is asked for."""
    found = list(placed(text))
    yield from ((GROUNDS, of_country(scene, draft, report)) for scene, draft, report in found)
    cities = (of_city(scene, draft, report) for scene, draft, report in found)
    yield from ((CITIES, question) for question in cities if question is not None)


def placed(text: Labelled) -> Iterator[tuple[Scenery, Draft, Report]]:
    """The drafts of the text that are labelled occasions with a place."""
    for item in items_of(text):
        drafts = placed_drafts(item)
        scene, matched = scenery(item, drafts), match(text, drafts)
        yield from ((scene, d, matched[id(d)]) for d in drafts if id(d) in matched and d.event_type not in NO_PLACE)


def of_country(scene: Scenery, draft: Draft, report: Report) -> Question:
    """The country, or "not told"; what is none of the asked is not told either."""
    asked = grounds(scene, draft)
    codes = ["", *(ground.country for ground in asked)]
    features = chain([nowhere(draft, len(asked))], map(ground_features, asked))
    right = codes.index(report.country) if report.country in codes else 0
    return Question(tuple(frozenset(each) for each in features), right)


def of_city(scene: Scenery, draft: Draft, report: Report) -> Question | None:
    """The city, once the country is right; None where that is not told, or where the item does not name the city."""
    if not is_state(report.country):
        return None
    move(draft, report.country)
    asked = towns(scene, draft)
    right = number_of(asked, report.city)
    features = chain([no_town(draft, len(asked))], map(town_features, asked))
    return None if right is None else Question(tuple(frozenset(each) for each in features), right)


def number_of(asked: Sequence[Town], city: str) -> int | None:
    """0 for no city, n for the nth of `asked`, None where it is none of them."""
    if not city:
        return 0
    return next((n for n, town in enumerate(asked, 1) if name_tokens(town.place.name) == name_tokens(city)), None)
