"""Whose institution a grown name is: the country it belongs to, its kind, and the list after a plural noun.

What does not belong here: the extent of the name (`growth`).
"""
import re
from collections.abc import Sequence
from dataclasses import replace

from pipelines.model.mention import OrganizationMention, PlaceMention
from pipelines.recognize.organizations.growth import Extent, place_end
from pipelines.recognize.organizations.heads import between_states, qualities, stop_words
from pipelines.recognize.organizations.tokens import Word

STATE_KINDS = frozenset({"ministry", "government", "military", "parliament"})
SHARED_GAP = re.compile(r"\s(?:and|&)\s(?:the\s)?")
TAIL = re.compile(r" of (?:the )?[^,]{3,40}$")
LIST_WORDS = frozenset({"and", "of", "the", "as", "well", "or"})
LIST_GAP = re.compile(r"\s?(?:,|and|,\s?and|&|or|as well as)\s(?:of\s)?(?:the\s)?")


def own(text: str, words: Sequence[Word], extent: Extent) -> OrganizationMention | None:
    """The mention of a singular name; None where the noun alone does not make an institution."""
    owners = _owners(words, extent)
    if not _is_institution(words, extent, owners):
        return None
    start, end = words[extent.left].start, words[extent.right - 1].end
    start += 4 if text.startswith(("the ", "The "), start) else 0
    kind, country = _kind_and_country(words, extent, owners)
    return OrganizationMention(start, end, " ".join(text[start:end].split()), kind, country)


def _is_institution(words: Sequence[Word], extent: Extent, owners: list[PlaceMention]) -> bool:
    grown = extent.left < extent.head_left or extent.right > extent.head_right
    capital = words[extent.head_right - 1].capital and words[extent.head_left].capital
    place = words[extent.head_left].place
    if place and place.kind in ("country", "region"):  # `West Bank` is no bank
        return False
    if not capital:
        return bool(owners) and (extent.head.growth == "state" or len(extent.head.words) > 1)
    if owners:
        return extent.head.words[-1] not in qualities() or not _goes_on(words, extent.right)
    if grown:
        return extent.right > extent.head_right or not _goes_on(words, extent.right)
    return extent.head.growth == "state" and (extent.head.place == "host" or len(extent.head.words) > 1 or _definite(words, extent))


def _goes_on(words: Sequence[Word], index: int) -> bool:
    """A further capitalized word: `Debt Service Suspension Initiative` is no service."""
    if index >= len(words) or not words[index].spaced or words[index].place:
        return False
    return words[index].capital and words[index].lower not in stop_words()


def _definite(words: Sequence[Word], extent: Extent) -> bool:
    """`the Government`: something named before."""
    before = words[extent.left - 1] if extent.left else None
    return before is not None and before.lower in ("the", "our", "its", "their", "his", "her", "this") and words[extent.left].spaced


def _owners(words: Sequence[Word], extent: Extent) -> list[PlaceMention]:
    """The countries named in the name, the seat left out, or by a possessive before it."""
    found = [word.place for word in words[extent.left : extent.host] if word.place and word.place.countries]
    if not found and extent.left and words[extent.left].possessed:
        place = words[extent.left - 1].place
        if place and place.countries and place.kind in ("country", "demonym", "body", "region", "capital"):
            found = [place]
    return list(dict.fromkeys(found))


def _kind_and_country(words: Sequence[Word], extent: Extent, owners: list[PlaceMention]) -> tuple[str, str | None]:
    kind = extent.head.kind
    countries = list(dict.fromkeys(place.countries[0] for place in owners))
    if owners and owners[0].kind == "body" and kind != "media":
        return "igo", countries[0]
    modifiers = {word.lower for word in words[extent.left : extent.right]}
    if len(countries) > 1:
        shared = kind in ("government", "body", "parliament") or extent.head.name == "group" or modifiers & between_states()
        return ("body" if shared and kind != "embassy" else kind), (countries[0] if kind == "embassy" else None)
    if kind == "body" and countries:
        return "government", countries[0]
    if owners and owners[0].kind in ("city", "capital") and kind in ("government", "parliament") and extent.head.growth == "named":
        return "subnational", countries[0]
    return kind, countries[0] if countries else None


def listed(text: str, words: Sequence[Word], extent: Extent) -> list[OrganizationMention]:
    """`Embassies of Azerbaijan, Belarus and Ukraine`: one mention for each country, named in full."""
    owners = _owners(words, extent)
    whole = own(text, words, replace(extent, host=extent.right)) if owners else None
    if whole is None:
        return []
    first = replace(whole, name=_singular(text, words, extent, owners[-1], owners[-1]), country=owners[-1].country)
    return [first, *_further(text, words, extent, first, owners[-1])]


def _singular(text: str, words: Sequence[Word], extent: Extent, owner: PlaceMention, place: PlaceMention) -> str:
    """The name with the noun in the singular and `place` instead of `owner`: `Defense Ministry of Serbia`."""
    before = text[words[extent.left].start : words[extent.head_left].start]
    after = text[words[extent.head_right - 1].end : words[extent.right - 1].end]
    title = " ".join(word.capitalize() for word in extent.head.name.split())
    written, other = text[owner.start : owner.end], text[place.start : place.end]
    return " ".join(f"{before}{title}{after}".replace(written, other).split())


def _further(
    text: str, words: Sequence[Word], extent: Extent, first: OrganizationMention, owner: PlaceMention
) -> list[OrganizationMention]:
    found: list[OrganizationMention] = []
    last_end, index = words[extent.right - 1].end, extent.right
    while index < len(words):
        while index < len(words) and words[index].place is None and words[index].lower in LIST_WORDS:
            index += 1
        place = words[index].place if index < len(words) else None
        if place is None or not place.countries or not LIST_GAP.fullmatch(text, last_end, place.start):
            break
        name = _singular(text, words, extent, owner, place)
        found.append(OrganizationMention(place.start, place.end, name, first.kind, place.country))
        index, last_end = place_end(words, index), place.end
    return found


def share_owners(text: str, mentions: list[OrganizationMention]) -> list[OrganizationMention]:
    """`Ministry of Defense and Armed Forces of Peru`: the ministry is Peru's, too."""
    shared = list(mentions)
    for number in range(len(mentions) - 2, -1, -1):
        first, second = shared[number], shared[number + 1]
        tail = TAIL.search(second.name)
        lacking = first.country is None and first.kind in STATE_KINDS
        if lacking and second.country and tail and SHARED_GAP.fullmatch(text, first.end, second.start):
            shared[number] = replace(first, name=first.name + tail.group(), country=second.country)
    return shared
