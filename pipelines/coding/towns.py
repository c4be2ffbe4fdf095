"""Towns that no gazetteer has: a capitalized word at the place where an occasion's own clause says where it was.

What does not belong here: recognized places (`where`); unknown towns whose country stands beside them (`recognize.place_frames`).
"""
from pipelines.coding.candidates import Candidate
from pipelines.coding.skeleton import is_verb
from pipelines.coding.view import Unit
from pipelines.model.mention import PlaceMention
from pipelines.recognize.place_frames import is_town_name
from pipelines.recognize.places import words as place_words

BESIDE = frozenset(["in", "at", "near"])
AFTER = frozenset(", . ; ) on for to where from this last by as with during after in today yesterday tomorrow".split())
PLACES = frozenset("CLSA")  # symbols
REACH = 14  # units behind the core
LONGEST = 3  # words of a name
SHORTEST = 4  # letters


def town(text: str, candidate: Candidate) -> PlaceMention | None:
    """ "was opened on Wednesday at Cherat": the nearest such name behind the core, without country."""
    units = candidate.view.units
    for index in range(candidate.last, min(len(units), candidate.last + REACH)):
        if units[index].symbol in PLACES or is_verb(units[index]):
            return None  # what follows is said of another place, or of another act
        if units[index].text in BESIDE and (words := name_at(units, index + 1)):
            start, end = words[0].start, words[-1].end
            return PlaceMention(start, end, "city", " ".join(text[start:end].split()))
    return None


def name_at(units: tuple[Unit, ...], first: int) -> list[Unit]:
    """The capitalized words from `first` on, if they can be a town's name and the place ends with them."""
    last = first
    while last < len(units) and not units[last].symbol and units[last].capital and units[last].text.isalpha():
        last += 1
    words = list(units[first:last])
    closed = last == len(units) or units[last].text in AFTER or units[last].symbol == "D"
    fits = 0 < len(words) <= LONGEST and all(len(w.text) >= SHORTEST and is_town_name(w.text) for w in words)
    fits = fits and place_words("venue").isdisjoint(w.text for w in words)  # "at Tašmajdan Park"
    return words if closed and fits else []
