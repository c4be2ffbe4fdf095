"""Places in a stretch of text: countries and their people, cities, regions, seats of government, bodies of states.

What belongs here: which meaning a name has in its sentence, and whether it means a place at all. What does not: the
names (`place_names`), the look-up (`gazetteer`), institutions built around a place (`organizations`).
"""
import re
from functools import cache

from pipelines.lexicon.loader import read_tsv
from pipelines.model.mention import PlaceMention
from pipelines.recognize.capitals import with_capitals
from pipelines.recognize.gazetteer import Hit, gazetteer
from pipelines.recognize.place_frames import find_framed
from pipelines.recognize.place_names import Entry

WORD_BEFORE = re.compile(r"([^\W\d_][\w'’`-]{0,30})\.?[ \t\n]{1,2}$")
WORD_AFTER = re.compile(r"[ \t\n]{1,2}([^\W\d_][\w'’-]{0,30})")
LISTED = re.compile(r"\s?(?:,|/|-|–|&|and|or|, and)\s?")
PART_OF = re.compile(r",\s|\s\(|\s?/\s?|\s|,\s(?:the|in)\s")
DATELINE = re.compile(r"[,.]?\s{0,2}(?:[–—(-]|\d{1,2}\s|[A-Z][a-z]{2,8}\.?\s\d)")
ARTICLE_BEFORE = re.compile(r"[AaEe]l-$")  # `Al-Sabah` is a family
CURRENCIES = ("$", "€", "£", "¥")  # "NZ$15 million"
CONTEXT = 40
LONGEST_OFFICE = 110  # characters of an office before a country's name
NAMESAKE = 4  # a city this many times smaller is not meant by the bare name
OFFICE_OF = re.compile(  # "the Minister of Defence of Georgia X": somebody's country, not a first name
    r"\b(?:Minister|President|Ambassador|Speaker|Chairman|Chairwoman|Chief|Head|Secretary|Consul|Parliament|Government|Republic|Member)\b"
    r"(?:[^.;,\n]{0,50}|[ ](?:of|for)(?:(?:,|[ ]and)?[ ][A-Z][a-z]{1,20}){1,7}[ ])\b(?:of|to)\s$")


@cache
def words(kind: str) -> frozenset[str]:
    return frozenset(row["word"] for row in read_tsv("place_context.tsv") if row["class"] == kind)


def find_places(text: str, start: int, end: int) -> list[PlaceMention]:
    """The places named in text[start:end], sorted by start, without overlap."""
    hits = gazetteer().find(text, start, end)
    mentions: list[PlaceMention] = []
    for position, hit in enumerate(hits):
        following = hits[position + 1] if position + 1 < len(hits) else None
        mention = _judge(text, start, end, hit, following, mentions[-1] if mentions else None)
        if mention:
            mentions.append(mention)
    mentions = _prefer_named_countries(mentions, hits)
    mentions = with_capitals(text, start, end, mentions)
    framed = find_framed(text, start, end, mentions)
    return sorted([*mentions, *framed], key=lambda mention: mention.start) if framed else mentions


def _prefer_named_countries(mentions: list[PlaceMention], hits: list[Hit]) -> list[PlaceMention]:
    """Of several towns of one name, the one whose country the sentence names."""
    named = {mention.country for mention in mentions if mention.kind in ("country", "demonym", "capital")}
    if not named:
        return mentions
    by_start = {hit.start: hit.entries for hit in hits}
    return [_nearer(mention, by_start.get(mention.start, ()), named) if mention.kind == "city" else mention for mention in mentions]


def _nearer(mention: PlaceMention, entries: tuple[Entry, ...], named: set[str | None]) -> PlaceMention:
    if mention.country in named or any(entry.trust == "strong" for entry in entries):
        return mention
    entry = next((entry for entry in entries if entry.kind == "city" and entry.countries[0] in named), None)
    return _mention(mention.start, mention.end, entry, entry.countries) if entry else mention


def _judge(text: str, start: int, end: int, hit: Hit, following: Hit | None, previous: PlaceMention | None) -> PlaceMention | None:
    if text[hit.end : hit.end + 1] in CURRENCIES:
        return None
    agreeing = _agreeing(text, hit, following)
    if not agreeing and following and _lies_elsewhere(text, hit, following):
        return None  # an unknown town of a known name: left to place_frames
    entries = agreeing or hit.entries
    entry = entries[0]
    if entry.kind == "none" or not (agreeing or _is_place(text, start, hit, entry, following, previous)):
        return None
    if previous and entry.kind in ("country", "region") and _belongs(text, previous, hit, entry):
        entry = _second_meaning(entry, previous)
    elif previous and _is_listed(text, hit, entry, previous):
        entry = next((other for other in entries if other.countries == previous.countries[:1]), entry)
    return _mention(hit.start, _with_dot(text, hit, end), entry, _countries(entry, entries))


def _is_place(text: str, start: int, hit: Hit, entry: Entry, following: Hit | None, previous: PlaceMention | None) -> bool:
    if entry.kind in ("capital", "city", "region") and ARTICLE_BEFORE.search(text[max(start, hit.start - 3) : hit.start]):
        return False
    if entry.personal or entry.kind in ("capital", "city"):
        titled = word_before(text, start, hit.start).lower() in words("title")
        named = entry.personal and not _is_hyphened(text, hit) and _goes_on(text, hit)
        if titled or (named and not OFFICE_OF.search(text, max(start, hit.start - LONGEST_OFFICE), hit.start)):
            return False
    if entry.trust == "strong":
        return True
    return _is_placed(text, start, hit, entry, following) or _is_listed(text, hit, entry, previous) or _is_dateline(text, start, hit, entry)


def _is_hyphened(text: str, hit: Hit) -> bool:
    """One of a pair: `U.S.-Israel Strategic Group`."""
    return text[hit.start - 1 : hit.start] in ("-", "–", "/") and hit.start > 0


def _is_placed(text: str, start: int, hit: Hit, entry: Entry, following: Hit | None) -> bool:
    """A word of place before the name and no further name after it."""
    before = word_before(text, start, hit.start).lower()
    adjacent = following is not None and following.start - hit.end <= 1
    return before in words("inside" if entry.trust == "strict" else "before") and (adjacent or not _goes_on(text, hit))


def _is_listed(text: str, hit: Hit, entry: Entry, previous: PlaceMention | None) -> bool:
    """One of a list of cities: `Osaka, Kobe and Nara`."""
    towns = ("city", "capital")
    if previous is None or previous.kind not in towns or entry.kind not in towns or _goes_on(text, hit):
        return False
    if entry.trust == "strict" and all(other.countries != previous.countries[:1] for other in hit.entries):
        return False
    return LISTED.fullmatch(text, previous.end, hit.start) is not None


def _is_dateline(text: str, start: int, hit: Hit, entry: Entry) -> bool:
    return entry.trust == "plain" and not text[start : hit.start].strip() and DATELINE.match(text, hit.end) is not None


def _goes_on(text: str, hit: Hit) -> bool:
    """Another capitalized word follows that makes a longer name of it: `Chad Smith`, `Osaka Metro`."""
    after = word_after(text, hit.end)
    return after[:1].isupper() and not after.isupper() and after.lower() not in words("follower") and not gazetteer().lookup(after)


def _agreeing(text: str, hit: Hit, following: Hit | None) -> tuple[Entry, ...]:
    """The cities called so in the country or region named right after: `Cordoba, Argentina`."""
    if following is None or hit.entries[0].kind in ("country", "demonym", "none", "body"):
        return ()
    if not PART_OF.fullmatch(text, hit.end, following.start) or following.entries[0].kind not in ("country", "region"):
        return ()
    within = set(following.entries[0].countries)
    return tuple(entry for entry in hit.entries if entry.kind in ("capital", "city") and within.intersection(entry.countries))


def _lies_elsewhere(text: str, hit: Hit, following: Hit) -> bool:
    """`in Balboa, Panama` where no Balboa of Panama is known."""
    towns_only = all(entry.kind == "city" and entry.trust != "strong" for entry in hit.entries)
    return towns_only and following.entries[0].kind == "country" and PART_OF.fullmatch(text, hit.end, following.start) is not None


def _belongs(text: str, previous: PlaceMention, hit: Hit, entry: Entry) -> bool:
    return len(entry.countries) > 1 and previous.kind in ("city", "region") and PART_OF.fullmatch(text, previous.end, hit.start) is not None


def _second_meaning(entry: Entry, previous: PlaceMention) -> Entry:
    """`Atlanta, Georgia`: the meaning that the city before it has."""
    if previous.country == entry.countries[0] or previous.country not in entry.countries:
        return entry
    return Entry("region", entry.name, (str(previous.country),))


def _countries(entry: Entry, entries: tuple[Entry, ...]) -> tuple[str, ...]:
    """The countries of the best meaning, then those of its namesakes of like size."""
    towns = (other for other in entries if other.kind in ("city", "capital") and other.population * NAMESAKE >= entry.population)
    namesakes = (code for other in towns for code in other.countries)
    return entry.countries if entry.kind not in ("city", "capital") else tuple(dict.fromkeys((*entry.countries, *namesakes)))


def _mention(start: int, end: int, entry: Entry, countries: tuple[str, ...]) -> PlaceMention:
    return PlaceMention(start, end, entry.kind, entry.name, countries, entry.latitude, entry.longitude, entry.geonames_id)


def _with_dot(text: str, hit: Hit, end: int) -> int:
    """An acronym with dots owns its last dot."""
    has_dots = "." in text[hit.start : hit.end] and text[hit.end - 2 : hit.end - 1] == "."
    if has_dots and text[hit.end : hit.end + 1] == "." and hit.end < end:
        return hit.end + 1
    opened = "(" in text[hit.start : hit.end] and text[hit.end : hit.end + 1] == ")" and hit.end < end  # "Republic of China (Taiwan)"
    return hit.end + 1 if opened and ")" not in text[hit.start : hit.end] else hit.end


def word_before(text: str, start: int, position: int) -> str:
    """The word that ends just before `position`, not looking back beyond `start`."""
    match = WORD_BEFORE.search(text[max(start, position - CONTEXT) : position])
    return match.group(1) if match else ""


def word_after(text: str, position: int) -> str:
    """The word that begins just after `position`."""
    match = WORD_AFTER.match(text, position, position + CONTEXT)
    return match.group(1) if match else ""
