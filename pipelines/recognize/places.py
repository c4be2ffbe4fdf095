"""Places in a stretch of text: countries and their people, cities, regions, seats of government, bodies of states.

What belongs here: which meaning a name has in its sentence, and whether it means a place at all. What does not: the
names (lexicon), the look-up (`gazetteer`), institutions built around a place (`organizations`).
"""
import re
from functools import cache

from pipelines.lexicon.loader import read_tsv
from pipelines.model.mention import PlaceMention
from pipelines.recognize.gazetteer import Entry, Hit, gazetteer

WORD_BEFORE = re.compile(r"([^\W\d_][\w'’`.-]{0,30})[ \t,]{0,2}$")
WORD_AFTER = re.compile(r"[ \t]{1,2}([^\W\d_][\w'’-]{0,30})")
GLUED = re.compile(r"(?<=[a-z])[A-Z][a-z]{3,20}(?![\w])")
CONTEXT = 40


@cache
def words(kind: str) -> frozenset[str]:
    return frozenset(row["word"] for row in read_tsv("place_context.tsv") if row["class"] == kind)


def find_places(text: str, start: int, end: int) -> list[PlaceMention]:
    """The places named in text[start:end], sorted by start, without overlap."""
    hits = gazetteer().find(text, start, end)
    mentions = [mention for hit in hits if (mention := _judge(text, start, end, hit))]
    glued = _glued(text, start, end)
    return sorted([*mentions, *glued], key=lambda mention: mention.start) if glued else mentions


def _judge(text: str, start: int, end: int, hit: Hit) -> PlaceMention | None:
    entry = hit.entries[0]
    if entry.kind == "none" or (entry.personal and _is_person(text, start, hit)) or (entry.weak and not _is_placed(text, start, hit)):
        return None
    return _mention(hit.start, _with_dot(text, hit, end), entry)


def _mention(start: int, end: int, entry: Entry) -> PlaceMention:
    return PlaceMention(start, end, entry.kind, entry.name, entry.countries, entry.latitude, entry.longitude, entry.geonames_id)


def _with_dot(text: str, hit: Hit, end: int) -> int:
    """An acronym with dots owns its last dot."""
    has_dots = "." in text[hit.start : hit.end] and hit.entries[0].exact
    return hit.end + 1 if has_dots and text[hit.end : hit.end + 1] == "." and hit.end < end else hit.end


def _is_person(text: str, start: int, hit: Hit) -> bool:
    """`Chad Smith`, `Mr. Jordan`: a title before it, or a further name after it."""
    if word_before(text, start, hit.start).rstrip(".").lower() in words("title"):
        return True
    after = word_after(text, hit.end)
    return after[:1].isupper() and not after.isupper() and after.lower() not in words("follower") and not gazetteer().lookup(after)


def _is_placed(text: str, start: int, hit: Hit) -> bool:
    """A preposition of place before the name and no further name after it."""
    after = word_after(text, hit.end)
    return word_before(text, start, hit.start) in words("before") and not after[:1].isupper()


def word_before(text: str, start: int, position: int) -> str:
    """The word that ends just before `position`, not looking back beyond `start`."""
    match = WORD_BEFORE.search(text[max(start, position - CONTEXT) : position])
    return match.group(1) if match else ""


def word_after(text: str, position: int) -> str:
    """The word that begins just after `position`."""
    match = WORD_AFTER.match(text, position, position + CONTEXT)
    return match.group(1) if match else ""


def _glued(text: str, start: int, end: int) -> list[PlaceMention]:
    """`toSerbia`: the name of a country or capital that lost the space before it."""
    found = []
    for match in GLUED.finditer(text, start, end):
        entries = gazetteer().lookup(match.group())
        if entries and entries[0].kind in ("country", "demonym", "capital") and not entries[0].exact:
            found.append(_mention(match.start(), match.end(), entries[0]))
    return found
