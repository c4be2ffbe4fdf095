"""What a core is directed at, where it may be several: the countries of a journey, the monuments of a tribute."""

from itertools import pairwise

from pipelines.coding.frames import Match
from pipelines.coding.view import Unit, View

MONUMENTS = frozenset("statues monuments busts memorials".split())
JOINS = frozenset([",", "and", "&", "then", "on", "from", "the", "to", "also", "in", "of", "later", "-"])


def objects(view: View, match: Match) -> int:
    """How many monuments one core honours: "statues of X, Y and Z" are three, graves in one place are one."""
    if match.frame.event_type != "tribute":
        return 1
    words = [u.text for u in view.units[match.first : match.last + 24]]
    plural = next((n for n, w in enumerate(words) if w in MONUMENTS), None)
    if plural is None or plural + 1 >= len(words) or words[plural + 1] not in ("of", "to"):
        return 1
    listed = words[plural + 2 :]
    end = next((n for n, w in enumerate(listed) if w in ("in", "at", ";", ".", "which", "during", "died", "who")), len(listed))
    return (
        1
        + sum(w in (",", "and") for w in listed[:end])
        - sum(a == "," and b in ("and", "died", "who") for a, b in pairwise(listed[: end + 1]))
    )


def shares_country(one: Unit, other: Unit) -> bool:
    return bool(set(one.mention.countries) & set(other.mention.countries))


def origin(view: View, index: int) -> bool:
    """Is the place at `index` the one that a traveller comes from: "will arrive in Lima from Chile"?"""
    if view.units[index].symbol not in ("C", "L", "S"):
        return False
    before = [u.text for u in view.units[max(0, index - 2) : index] if u.text != "the"]
    return before[-1:] == ["from"]


def destinations(view: View, match: Match, stop: int) -> list[Unit]:
    """The places right of the core, a city and its country being one: "to Saudi Arabia and Israel" are two."""
    places: list[Unit] = []
    for index in range(match.first, min(stop, match.last + 24)):
        unit = view.units[index]
        if index >= match.last and origin(view, index):
            if places:
                break
            continue
        if unit.symbol in ("C", "L", "S"):
            if any(shares_country(place, unit) for place in places):
                continue
            places.append(unit)
        elif (
            (places and unit.symbol not in ("D", ""))
            or (places and not unit.symbol and unit.text not in JOINS)
            or (not places and index > match.last + 8)
        ):
            break
    return places
