"""A sentence as a row of units with one class letter each: what the grammars of this package read.

What belongs here: the units and what their letters mean. What does not: which word gets which letter (`reading`,
`neighbours`), and which letters in a row make a noun group (`offices`, `assembly`, `groups`).

    T J L  office noun: singular, singular of a diplomat, plural      C D Y  country or its code, demonym, town or region
    M F k  modifier, former, newly/incoming                           B      organization
    A a    word of a portfolio, with and without capital              U      noun of a body ("committee", "union")
    R H    rank, courtesy word                                        W I P S  name: capitalized word, initial, particle, suffix
    X V v Z g  counterpart, group noun, "side", delegation, guest or host              Q p q  "two", pronoun, "himself"
    o t f n e i r d h &  of, to, for, at/with, from, in, on, article, possessive, and
    ' , ( ) - :  as written   ~  dash   x  other sign   w  other word
"""
from dataclasses import dataclass

from pipelines.model.mention import OrganizationMention, PlaceMention

Named = PlaceMention | OrganizationMention


@dataclass(slots=True)
class Unit:
    """One phrase of the sentence. `key`: what its table says; `mention`: the place or organization it is."""

    letter: str
    start: int
    end: int
    text: str
    key: str = ""
    alone: str = "no"
    mention: Named | None = None

    @property
    def capital(self) -> bool:
        return self.text[:1].isupper()


@dataclass(slots=True)
class Line:
    """The units of a sentence and their letters as one string: `letters[i]` belongs to `units[i]`."""

    units: list[Unit]
    letters: str
    heading: bool  # all but the small words have a capital
    capitals: bool  # all letters are capitals
