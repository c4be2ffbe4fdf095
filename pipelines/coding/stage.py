"""Where a transcript was spoken: the line with the place above it, "Presidential Palace, Warsaw, Poland 6:20 P.M.".

What does not belong here: the places that sentences name (`where`).
"""
import re
from collections.abc import Sequence

from pipelines.coding.item import Item
from pipelines.coding.view import CITIES
from pipelines.lexicon.countries import is_state
from pipelines.model.mention import PlaceMention, Sentence

TIME_OF_DAY = re.compile(r"[\W\d]*+(?:[ap]\.? ?m\b\.?)?[\W\d]*+(?:[a-z]{2,5}|local time)?[\W\d]*+", re.I)
TOP = 6  # lines
LONG_LINE = 160  # characters


def stage(item: Item) -> tuple[PlaceMention | None, str | None]:
    """City and country of the speakers; (None, None) for texts that nobody speaks, or whose top does not say."""
    for sentence in item.sentences[:TOP] if item.spoken else ():
        found = place_at_end(item, sentence)
        if found[1]:
            return found
    return None, None


def place_at_end(item: Item, sentence: Sentence) -> tuple[PlaceMention | None, str | None]:
    """ "…, Warsaw, Poland": a city and its country at the end of a line, but for the time of day."""
    if sentence.end - sentence.start > LONG_LINE or not sentence.places or not (sentence.is_heading or sentence.position < TOP):
        return None, None
    places = sorted(sentence.places, key=lambda p: p.start)
    last = places[-1]
    end = next((d.start for d in sentence.dates if d.start >= last.end), sentence.end)
    if not TIME_OF_DAY.fullmatch(item.text, last.end, end) or not is_state(last.countries[0]) or of_somebody(item, sentence, last):
        return None, None
    return city_before(places, last), last.countries[0] if len(last.countries) == 1 else None


def of_somebody(item: Item, sentence: Sentence, place: PlaceMention) -> bool:
    """Is it the country of a speaker: "Remarks with X, Prime Minister of Fiji", "MR X, PREMIER OF FIJI:"?"""
    return item.text[sentence.end - 1] == ":" or any(p.start <= place.start < p.end for p in sentence.people)


def city_before(places: Sequence[PlaceMention], last: PlaceMention) -> PlaceMention | None:
    """The last place, if it is a city, or the city right before its country."""
    if last.kind in CITIES:
        return last
    before = places[-2] if len(places) > 1 else None
    near = before is not None and before.kind in CITIES and last.start - before.end <= 3 and last.countries[:1] == before.countries[:1]
    return before if near else None

