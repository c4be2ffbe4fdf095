"""The state that a text has somebody travel to."""
import re
from collections.abc import Iterable

from pipelines.lexicon.countries import is_state
from pipelines.model.mention import Sentence

_TO = re.compile(
    r"\b(?:visits?|trip|travel(?:l?ed|s|ling|ing)?|paid|pays?|arriv(?:es?|ed|al|ing)|tour|stay|mission|left|leaves|leave|flew|went)\s+"
    r"(?:(?:an?|the)\s+)?(?:(?:official|state|working|two|three|four|day)[\s-]+){0,3}(?:visit\s+)?"
    r"(?:to|in|of|for)\s+(?:the\s+)?$|\bvisited\s+(?:the\s+)?$", re.I)
_REACH = 60  # characters before a place


def only_goal(text: str, sentences: Iterable[Sentence]) -> str | None:
    """The one state to which the text has somebody travel, as ISO code; None where it is not one."""
    goals = {
        place.countries[0] for sentence in sentences for place in sentence.places
        if len(place.countries) == 1 and is_state(place.countries[0])
        and goes_to(text, sentence.start, place.start)
    }
    return next(iter(goals)) if len(goals) == 1 else None


def goes_to(text: str, start: int, place: int) -> bool:
    """Do the words between `start` and `place` end with a journey there: "arrived in", "on a visit to", "visited"?"""
    return _TO.search(text, max(start, place - _REACH), place) is not None


def headed_goal(text: str, headings: Iterable[Sentence], home: str | None) -> str | None:
    """The one foreign state in whose town a headline sets its people: "X in Warsaw"."""
    places = [place for heading in headings for place in heading.places if len(place.countries) == 1]
    goals = {place.countries[0] for place in places if text[max(0, place.start - 4):place.start].lower() == " in "}
    return next(iter(goals)) if len(goals) == 1 and home not in goals else None
