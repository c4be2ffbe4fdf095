"""Institutions in a stretch of text: ministries, embassies, parliaments, forces, bodies of states, associations, media.

What belongs here: putting together what is found by name and what is grown around a noun, and whose it is. What does
not: delegations and other groups of people (`people`), commissions as occasions (`gatherings`).
"""
from collections.abc import Sequence
from functools import cache

from pipelines.lexicon.loader import read_tsv, split_cell
from pipelines.model.mention import OrganizationMention, PlaceMention
from pipelines.recognize.folding import fold
from pipelines.recognize.gazetteer import Gazetteer
from pipelines.recognize.organizations.growth import Extent, grow, head_at
from pipelines.recognize.organizations.heads import heads, stop_words
from pipelines.recognize.organizations.ownership import listed, own, share_owners
from pipelines.recognize.organizations.tokens import Word, read_words
from pipelines.recognize.place_names import Entry, read_mark

LONGEST_CHAIN = 24  # words from one noun of a name to the last


@cache
def _names() -> Gazetteer:
    named: dict[str, list[tuple[str, Entry]]] = {}
    for row in read_tsv("organization_names.tsv"):
        for value in (row["name"], *split_cell(row["aliases"])):
            spelling, marks = read_mark(value)
            codes = (row["country"],) if row["country"] else ()
            entry = Entry(row["kind"], row["name"], codes, exact=bool(marks["exact"]))
            named.setdefault(fold(spelling).strip(), []).append((spelling, entry))
    return Gazetteer(named, {})


def find_organizations(text: str, start: int, end: int, places: Sequence[PlaceMention]) -> list[OrganizationMention]:
    """The institutions named in text[start:end], sorted by start, without overlap; `places` as found there."""
    found = [*_by_name(text, start, end), *_bodies(places), *_grown(text, start, end, places)]
    return share_owners(text, _longest(found))


def _by_name(text: str, start: int, end: int) -> list[OrganizationMention]:
    return [_named(hit.start, hit.end, hit.entries[0]) for hit in _names().find(text, start, end)]


def _named(start: int, end: int, entry: Entry) -> OrganizationMention:
    return OrganizationMention(start, end, entry.name, entry.kind, entry.countries[0] if entry.countries else None)


def _bodies(places: Sequence[PlaceMention]) -> list[OrganizationMention]:
    return [OrganizationMention(place.start, place.end, place.name, "igo", place.country) for place in places if place.kind == "body"]


def _grown(text: str, start: int, end: int, places: Sequence[PlaceMention]) -> list[OrganizationMention]:
    known = heads()
    if known.keys().isdisjoint(fold(text[start:end]).split()):
        return []
    words = read_words(text, start, end, places)
    found: list[OrganizationMention] = []
    floor = last = 0
    while last < len(words):
        extent = _extent_at(words, last, floor) if words[last].lower in known else None
        mentions = _mentions(text, words, extent) if extent else []
        if extent and mentions:
            found.extend(mentions)
            floor = last = extent.right
        else:
            last += 1
    return found


def _extent_at(words: Sequence[Word], last: int, floor: int) -> Extent | None:
    met = head_at(words, last)
    if met is None or met[1] < floor:
        return None
    last = _last_of_chain(words, last)
    head, first = head_at(words, last) or met
    return grow(words, head, first, last, floor)


def _last_of_chain(words: Sequence[Word], last: int) -> int:
    """The noun that the name is really called after: `Chamber of Commerce`, `Foreign Service Academy`."""
    index, edge = last + 1, last + LONGEST_CHAIN
    while index < min(last + 6, edge, len(words)):
        met = head_at(words, index)
        if met and (met[1] <= last or (words[last].capital and all(word.capital and word.spaced for word in words[last + 1 : index + 1]))):
            last = index
        elif words[index].lower in stop_words() and words[index].lower not in ("of", "and"):
            break
        index += 1
    return last


def _mentions(text: str, words: Sequence[Word], extent: Extent) -> list[OrganizationMention]:
    if extent.head.plural:
        return listed(text, words, extent)
    mention = own(text, words, extent)
    return [mention] if mention else []


def _longest(found: list[OrganizationMention]) -> list[OrganizationMention]:
    """Drops what lies in, or overlaps, a longer name; of two equal ones the earlier in the list."""
    kept: list[OrganizationMention] = []
    for mention in sorted(found, key=lambda mention: (mention.start, -mention.end)):
        if kept and mention.start < kept[-1].end:
            if mention.end - mention.start > kept[-1].end - kept[-1].start:
                kept[-1] = mention
            continue
        kept.append(mention)
    return kept
