"""When the name of a people stands for its state: "Slovak observers", "the Armenian-Georgian commission".

Elsewhere it only describes ("a Slovak novel"). What does not belong here: what the frames do with the country (`parties`).
"""

from functools import cache

from pipelines.coding.patterns import word_classes
from pipelines.coding.view import View
from pipelines.lexicon.loader import read_tsv

HYPHENS = frozenset("-–")
JOINTS = frozenset(["and", ",", "&", "the"])


@cache
def words_of(name: str) -> frozenset[str]:
    return frozenset(word.replace("\\", "") for word in word_classes()[name].split("|"))


@cache
def flags() -> dict[str, str]:
    """Prefix of a warship's name in lower case -> the state whose flag she flies."""
    return {row["prefix"]: row["country"] for row in read_tsv("ship_prefixes.tsv")}


def flag(word: str) -> str | None:
    """The state of a ship named "INS …": its prefix is written in capitals."""
    return flags().get(word.lower()) if word.isupper() else None


def stands_for_state(view: View, at: int) -> bool:
    """Does the people at `at` stand before those who serve its state, or share a noun or a hyphen with another country?"""
    after = view.units[at + 1 :][:3]
    return any(unit.text in words_of("cod_servants") for unit in after if not unit.symbol) or paired(view, at) or listed(view, at)


def paired(view: View, at: int) -> bool:
    """Is it one half of "the Armenian-Georgian commission"?"""
    near = ((at - 1, at - 2), (at + 1, at + 2))
    inside = ((hyphen, other) for hyphen, other in near if other >= 0 and max(hyphen, other) < len(view.units))
    return any(view.units[hyphen].text in HYPHENS and view.units[other].symbol in ("A", "C") for hyphen, other in inside)


def listed(view: View, at: int) -> bool:
    """Does the next people stand behind "and", with what both share: "the Italian and Tunisian ministries"?"""
    rest = view.units[at + 1 :][:4]
    beyond = next((n for n, unit in enumerate(rest) if unit.text not in JOINTS), 0)
    if not beyond or rest[beyond].symbol not in ("A", "G", "O", "T"):
        return False
    return rest[beyond].symbol != "A" or stands_for_state(view, at + 1 + beyond)


def people_of(view: View, at: int) -> bool:
    """Are "Uzbek scholars" meant, not "the Uzbek Order" or "an Uzbek state award"?"""
    following = view.units[at + 1 : at + 2]
    return bool(following) and following[0].text.isalpha() and not following[0].capital and following[0].text not in words_of("cod_honours")
