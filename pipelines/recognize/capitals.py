"""Capitals that are described: `the Vietnamese capital`, `the capital of Peru`, `Kenya's capital`.

What does not belong here: capitals that are named (`places`), and "the capital" alone, which may be any.
"""

import re

from pipelines.lexicon.countries import capital_of, is_state
from pipelines.model.mention import PlaceMention
from pipelines.recognize.gazetteer import gazetteer

BEHIND = re.compile(r"(?:['’]s)?[ \n](?:[Cc]apital)\b(?:[ \n]city\b)?")
BEFORE = re.compile(r"[Cc]apital(?:[ \n]city)?[ \n]of[ \n](?:the[ \n])?$")
ENDS = re.compile(  # what follows a place, not a noun: "the Chinese capital market"
    r"\s*+(?:[^\w\s'’-]|$|(?:on|in|at|to|for|from|by|with|where|which|when|and|or|as|is|was|has|had|will|after|before|during|late|early"
    r"|today|yesterday|tomorrow|this|last|next|earlier|later|ahead|between|over|under|within|since|until|who|that|the|a|[A-Z]\w++)\b)"
)
NEAR = 24  # characters of "capital city of the "


def with_capitals(text: str, start: int, end: int, places: list[PlaceMention]) -> list[PlaceMention]:
    """The places of text[start:end], where a country or its people stand for the capital that is described."""
    if "apital" not in text[start:end]:
        return places
    return [described(text, start, end, place) or place for place in places]


def described(text: str, start: int, end: int, place: PlaceMention) -> PlaceMention | None:
    if place.kind not in ("country", "demonym") or len(place.countries) != 1 or not is_state(place.countries[0]):
        return None
    before = BEFORE.search(text, max(start, place.start - NEAR), place.start)
    behind = BEHIND.match(text, place.end, end)
    if before is not None and place.kind == "country":
        return capital(place, before.start(), place.end)
    genitive = place.kind == "country" and text[place.end : place.end + 1] in ("'", "’")
    if behind is None or not (genitive or place.kind == "demonym") or not ENDS.match(text, behind.end(), end):
        return None
    return capital(place, place.start, behind.end())


def capital(place: PlaceMention, start: int, end: int) -> PlaceMention | None:
    """The capital of the place's country, at `start` … `end`."""
    name = capital_of(place.countries[0])
    known = next((e for e in gazetteer().lookup(name or "") if e.kind == "capital" and e.countries == place.countries), None)
    if known is None:
        return None
    return PlaceMention(start, end, "capital", known.name, known.countries, known.latitude, known.longitude, known.geonames_id)
