"""Who and what stands around the core of a frame, and in which position.

Left of the core stands the subject; right of it everything is labelled with the word that governs it (with, by, to, …).
Positions become roles through the frame's `roles`. What does not belong here: who a mention means (`cast`).
"""

from dataclasses import dataclass

from pipelines.coding.clauses import Clause
from pipelines.coding.view import ACTORS, Unit, View

JOINING = frozenset(
    ["and", "&", ",", "with", "between", "together", "also", "including", "both", "as", "well", "or", "alongside", "plus", "/", "-"]
)
GOVERNORS = frozenset(
    [
        "by",
        "to",
        "from",
        "for",
        "of",
        "on",
        "upon",
        "at",
        "in",
        "about",
        "regarding",
        "against",
        "during",
        "after",
        "before",
        "over",
        "under",
        "towards",
        "toward",
        "since",
        "into",
        "through",
        "concerning",
        "despite",
        "without",
        "on-behalf",
        "within",
        "following",
        "per",
        "than",
        "like",
        "via",
    ]
)
COMPANY = frozenset(["accompanied", "joined"])
NATIONS = frozenset(["people", "peoples", "nation", "citizens", "children"])  # "the people of Chile" are Chile
ABOUT = frozenset(["respect", "regard", "relation", "due", "owing", "prior"])  # "with respect to": a topic, no addressee
ADDRESSED = frozenset(["obj", "left", "by", "of", "author"])  # positions of actors; behind "in" and "to" a place may count
ATTENDING = frozenset(["attended", "witnessed", "addressed", "watched", "opened"])
LEADING = frozenset(["led", "headed", "chaired", "represented", "hosted"])
AUTHORED = frozenset(
    "statement remarks speech address announcement release readout transcript report message interview prepared written".split()
)
DETERMINERS = frozenset(["the", "a", "an", "his", "her", "their", "its", "our", "my", "this", "that", "these", "those", "both", "all"])
ACTOR_SYMBOLS = ACTORS | frozenset("CSOLA")


@dataclass(frozen=True, slots=True)
class Argument:
    """A unit that takes part in a match. `position` is left, obj, by, to, from, for, of, on, at or company."""

    unit: Unit
    position: str


def starts_infinitive(view: View, index: int) -> bool:
    """Does "to" at `index` open a purpose ("to discuss …")? What follows is a topic, not a party."""
    following = view.units[index + 1] if index + 1 < len(view.units) else None
    return (
        following is not None
        and not following.symbol
        and following.text.isalpha()
        and following.text not in DETERMINERS
        and not following.capital
    )


SUBJECTS = frozenset(["he", "she", "they", "i", "we"])  # never governed by a preposition
SENDERS = frozenset(
    "officials representatives delegations teams leaders ministers experts delegates diplomats officers envoys members people "
    "team delegation group mission".split()
)


def governed(view: View, index: int, now: str) -> str:
    """The position that the plain word at `index` gives to what follows it."""
    word = view.units[index].text
    previous = view.units[index - 1].text if index else ""
    if word == "by" and previous in AUTHORED:
        return "author"
    if word == "to" and previous in ABOUT:
        return "about"
    if word == "by":
        return "company" if previous in COMPANY else "obj" if previous in LEADING else "by"
    if word == "of":
        return {"invitation": "invitation", "behalf": "behalf", "chairmanship": "obj", "leadership": "obj", "participation": "obj"}.get(
            previous, "of"
        )
    if word == "from" and previous in AUTHORED:
        return "author"
    if word == "from" and previous in SENDERS:
        return now
    if word in JOINING:
        return "obj" if word in ("with", "between", "including") else now
    return word if word in GOVERNORS else now


def new_phrase(view: View, index: int) -> bool:
    """Does a noun group of its own begin at `index`, after "On June 14" or "At the beginning"?"""
    if index == 0:
        return True
    before, unit = view.units[index - 1], view.units[index]
    if before.symbol:
        return before.symbol == "D"
    plain = before.text.isalpha() and before.text not in GOVERNORS | JOINING | DETERMINERS
    opens = unit.symbol in ACTORS and str(unit.mention_text).split(" ")[0].lower() in DETERMINERS
    return plain and opens


def begins(view: View, index: int, first: int, position: str) -> bool:
    """Is the unit a subject, whatever governed what stands before it? Whoever made a statement is that of none."""
    nearest = index == first - 1 and position != "author"
    return nearest or new_phrase(view, index) or view.units[index].mention_text.lower() in SUBJECTS


def belongs(view: View, index: int) -> bool:
    """Does the unit say whom the group before it stands for: "the diplomats of the Embassy"?"""
    if view.units[index].symbol not in ACTOR_SYMBOLS:
        return False
    back = index - 1
    while back > 0 and view.units[back].text in DETERMINERS:
        back -= 1
    return back > 0 and view.units[back].text in ("of", "from") and view.units[back - 1].symbol in ("G", "T", "F")


def address(view: View, index: int) -> bool:
    """Is the unit part of "Lima, Peru", or the city with which a headline ends: where, not who?"""
    if view.units[index].symbol == "L" and view.sentence.is_heading and index == len(view.units) - 1:
        return index > 0 and view.units[index - 1].text in (",", "|", "-", "–")
    return any(
        city.symbol == "L" and land.symbol == "C" and comma.text == "," and land.mention.country in city.mention.countries
        for city, comma, land in (view.units[n : n + 3] for n in (index, index - 2) if 0 <= n < len(view.units) - 2)
    )


def parenthesized(view: View, start: int, stop: int) -> set[int]:
    """The units between parentheses, which are no arguments."""
    depth, found = 0, set()
    for index in range(start, stop):
        text = view.units[index].text
        depth = max(0, depth + (text == "(") - (text == ")"))
        if depth:
            found.add(index)
    return found


FRONTING = frozenset(["at", "during", "in", "after", "following", "before"])
FRONT = 3  # units before a core in "At a joint press conference"


def fronted(view: View, clause: Clause, first: int) -> bool:
    """Does the core stand in a phrase before the subject: "At a press conference in Oslo, X and Y announced"?"""
    return first - clause.first <= FRONT and view.units[clause.first].text in FRONTING


def right_of(view: View, last: int, stop: int, front: bool = False) -> list[Argument]:
    """The arguments from the core's end to `stop`; of a core in `front` of the subject, whom a comma parts from a place is the subject."""
    found: list[Argument] = []
    position = "obj"
    aside = parenthesized(view, last, stop)
    for index in range(last, stop):
        unit = view.units[index]
        if index in aside:
            continue
        if unit.symbol:
            follows = view.units[index + 1].text if index + 1 < len(view.units) else ""
            if front and unit.symbol in ACTORS and position != "obj" and view.units[index - 1].text == ",":
                position, front = "left", False
            if unit.symbol == "D":
                position = "obj"
            elif belongs(view, index) and found:
                found.append(Argument(unit, found[-1].position))
            elif unit.symbol in ACTOR_SYMBOLS and not (follows == "'s" and unit.symbol in ACTORS) and not (
                position in ADDRESSED and address(view, index)
            ):
                found.append(Argument(unit, position))
        elif (unit.text == "to" and starts_infinitive(view, index)) or starts_participle(view, index):
            break
        elif unit.text != "of" or view.units[index - 1].text not in NATIONS:
            position = governed(view, index, position)
    return found


def starts_participle(view: View, index: int) -> bool:
    """Does ", building on the summit between …" begin at `index`? It tells of something else."""
    word = view.units[index].text
    return index > 0 and view.units[index - 1].text == "," and word.endswith("ing") and word not in JOINING


def left_of(view: View, first: int, start: int) -> list[Argument]:
    """The subject: actors between the clause's start and the core that no preposition governs."""
    found: list[Argument] = []
    position = "left"
    aside = parenthesized(view, start, first)
    for index in range(start, first):
        unit = view.units[index]
        if index in aside:
            continue
        if unit.symbol:
            owner = index + 1 < first and view.units[index + 1].text == "'s" and unit.symbol in ACTORS
            if belongs(view, index) and found:
                found.append(Argument(unit, found[-1].position))
            elif unit.symbol in ACTOR_SYMBOLS and not owner:
                position = "left" if begins(view, index, first, position) else position
                found.append(Argument(unit, position))
        elif unit.text == ",":
            position = "left"
        else:
            governs = governed(view, index, position)
            position = "left" if governs == "obj" and unit.text != "with" else governs
    return found


def listed_until(view: View, stop: int) -> int:
    """Past a colon that opens a list of people: "had three guests: X of A, Y of B"."""
    if not 0 < stop < len(view.units) or view.units[stop - 1].text != ":" or view.units[stop].symbol not in ("N", "F"):
        return stop
    while stop < len(view.units) and (view.units[stop].symbol or view.units[stop].text in JOINING):
        stop += 1
    return stop


def by_whom(view: View, start: int, stop: int) -> list[Argument]:
    """The agent of a passive, told after another core: "were signed at the close of the session by X and Y"."""
    other = LEADING | COMPANY | AUTHORED | ATTENDING
    at = next((n for n in range(start, stop) if view.units[n].text == "by" and view.units[n - 1].text not in other), None)
    if at is None or view.units[at - 1].text.endswith("ed"):  # "and was received by": of the other core
        return []
    return [a for a in right_of(view, at, stop) if a.position == "by"]


def arguments(view: View, first: int, last: int, clause: Clause, start: int, stop: int) -> list[Argument]:
    """All arguments of a core in its clause, between `start` (after the last core's objects) and `stop` (the next core).

    `stop` may lie in a later clause than the core's first unit: a core can hold a verb of saying ("discussed X with").
    """
    after = right_of(view, last, listed_until(view, stop), fronted(view, clause, first))
    if not any(a.position == "by" for a in after):
        after += by_whom(view, stop, clause.last)
    inside = [Argument(u, "obj") for u in view.units[first:last] if u.symbol in ACTOR_SYMBOLS and u.symbol]
    return left_of(view, first, max(clause.first, start)) + inside + after
