"""Places that are known by the words around them, not by the gazetteer: `in Ramstein, Germany`, `the town of Khojaly`,
`toSerbia`, `the Kingdom` after a kingdom was named.

What does not belong here: names that the gazetteer has and whether they mean a place (`places`).
"""
import re
from collections.abc import Sequence
from functools import cache

from pipelines.lexicon.loader import read_tsv
from pipelines.model.mention import PlaceMention
from pipelines.recognize.gazetteer import gazetteer
from pipelines.recognize.place_names import Entry

NAME = r"[A-Z][^\W\d_]{2,20}(?:[ -](?:[A-Z][^\W\d_]{1,20}|el|al|de|la|am|upon|sur)){0,3}"
TOWN = re.compile(rf"\b(?:[Cc]ity|[Tt]own|[Vv]illage|[Mm]unicipality) of ({NAME})")
IN_COUNTRY = re.compile(rf"\b(?:[Ii]n|[Aa]t|[Nn]ear) ({NAME})(?:, (?:the )?| \()$")
CLOSED = re.compile(r"[,.;:)\n]|\s(?:on|for|to|in|at|where|from|after|during|this|last|by|as|with)\b|\s*$")
GLUED = re.compile(r"(?<=[a-z])[A-Z][a-z]{3,20}(?!\w)")
KINGDOM = re.compile(r"\b[Tt]he (Kingdom|Sultanate|Emirate)\b(?! of\b)")
TOWN_PARTS = ("ity of ", "own of ", "illage of ", "unicipality of ")  # what every match of TOWN holds, and of KINGDOM
KINGDOM_PARTS = ("he Kingdom", "he Sultanate", "he Emirate")
KINGDOM_BACK = 4000  # characters in which the kingdom was named in full
LOOK_BACK = 90


@cache
def _not_towns() -> frozenset[str]:
    """Capitalized words that no name of a town holds: months, offices, portfolios."""
    stops = [row["words"] for row in read_tsv("organization_words.tsv") if row["class"] == "stop"]
    heads = [row["head"] for row in read_tsv("organization_heads.tsv")]
    portfolios = [row["words"] for row in read_tsv("portfolios.tsv")]
    return frozenset(re.findall(r"[\w'-]+", " ".join([*stops, *heads, *portfolios])))


def find_framed(text: str, start: int, end: int, known: Sequence[PlaceMention]) -> list[PlaceMention]:
    """Such places in text[start:end] that do not overlap `known`."""
    found = [*_towns(text, start, end), *_in_countries(text, start, known), *_glued(text, start, end), *_kingdoms(text, start, end)]
    return [mention for mention in found if not any(mention.start < other.end and other.start < mention.end for other in known)]


def is_town_name(name: str) -> bool:
    """Can the words be a town's name: none of them an office, an institution, a month?"""
    return not any(word.lower() in _not_towns() for word in re.findall(r"\w+", name))


def _holds(text: str, start: int, end: int, parts: tuple[str, ...]) -> bool:
    """Does text[start:end] hold one of them? A plain search finds out faster than an expression that there is nothing to find."""
    return any(text.find(part, start, end) >= 0 for part in parts)


def _towns(text: str, start: int, end: int) -> list[PlaceMention]:
    if not _holds(text, start, end, TOWN_PARTS):
        return []
    return [
        PlaceMention(match.start(1), match.end(1), "city", match.group(1))
        for match in TOWN.finditer(text, start, end)
        if is_town_name(match.group(1)) and not gazetteer().lookup(match.group(1))
    ]


def _in_countries(text: str, start: int, known: Sequence[PlaceMention]) -> list[PlaceMention]:
    found = []
    for country in known:
        if country.kind not in ("country", "region") or not CLOSED.match(text, country.end):
            continue
        left = max(start, country.start - LOOK_BACK)
        match = IN_COUNTRY.search(text[left : country.start])
        if match and is_town_name(match.group(1)):
            found.append(PlaceMention(left + match.start(1), left + match.end(1), "city", match.group(1), country.countries))
    return found


def _glued(text: str, start: int, end: int) -> list[PlaceMention]:
    found = []
    for match in GLUED.finditer(text, start, end):
        entries = gazetteer().lookup(match.group())
        if entries and entries[0].kind in ("country", "demonym", "capital") and not entries[0].exact:
            found.append(_mention(match.start(), match.end(), entries[0]))
    return found


def _kingdoms(text: str, start: int, end: int) -> list[PlaceMention]:
    found: list[PlaceMention] = []
    if not _holds(text, start, end, KINGDOM_PARTS):
        return found
    for match in KINGDOM.finditer(text, start, end):
        title = match.group(1)
        before = text.rfind(f"{title} of ", max(0, match.start() - KINGDOM_BACK), match.start())
        named = gazetteer().find(text, before, min(before + 60, match.start())) if before >= 0 else []
        if named and named[0].start == before and named[0].entries[0].kind == "country":
            found.append(_mention(match.start(1), match.end(1), named[0].entries[0]))
    return found


def _mention(start: int, end: int, entry: Entry) -> PlaceMention:
    return PlaceMention(start, end, entry.kind, entry.name, entry.countries, entry.latitude, entry.longitude, entry.geonames_id)
