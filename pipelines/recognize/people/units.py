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
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import overload

from pipelines.model.mention import OrganizationMention, PlaceMention
from pipelines.recognize.people.tokens import Tokens

Named = PlaceMention | OrganizationMention
Meaning = tuple[str, str, str]  # letter, key, `alone` of a unit


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


class Units(Sequence[Unit]):
    """The units of a sentence. Those that are one plain word are made when first asked for: nobody looks at most of them."""

    def __init__(self, tokens: Tokens, meaning: Callable[[str], Meaning]) -> None:
        """`meaning` of a token that is a unit by itself."""
        self._tokens, self._meaning = tokens, meaning
        self._units: list[Unit | int] = []  # or the index of such a token
        self._letters: list[str] = []

    def append(self, unit: Unit) -> None:
        self._units.append(unit)
        self._letters.append(unit.letter)

    def take(self, first: int, stop: int, letters: str) -> None:
        """Appends tokens [first, stop), each a unit by itself."""
        self._units.extend(range(first, stop))
        self._letters.append(letters)

    @property
    def letters(self) -> str:
        """The letters of all units, as they were appended."""
        return "".join(self._letters)

    def __len__(self) -> int:
        return len(self._units)

    def __iter__(self) -> Iterator[Unit]:
        return map(self._made, range(len(self._units)))

    @overload
    def __getitem__(self, index: int) -> Unit: ...
    @overload
    def __getitem__(self, index: slice) -> list[Unit]: ...
    def __getitem__(self, index: int | slice) -> Unit | list[Unit]:
        found = self._units[index]
        if isinstance(found, Unit):
            return found
        return self._made(index) if isinstance(index, int) else [self._made(n) for n in range(*index.indices(len(self._units)))]

    def key(self, index: int) -> str:
        """The key of a unit, which need not be made for that."""
        found = self._units[index]
        return self._meaning(self._tokens.texts[found])[1] if isinstance(found, int) else found.key

    def text(self, index: int) -> str:
        found = self._units[index]
        return self._tokens.texts[found] if isinstance(found, int) else found.text

    def _made(self, index: int) -> Unit:
        unit = self._units[index]
        if isinstance(unit, int):
            text, start = self._tokens.texts[unit], self._tokens.starts[unit]
            letter, key, alone = self._meaning(text)
            self._units[index] = unit = Unit(letter, start, start + len(text), text, key, alone)
        return unit


@dataclass(slots=True)
class Line:
    """The units of a sentence and their letters as one string: `letters[i]` belongs to `units[i]`."""

    units: Units
    letters: str
    heading: bool  # all but the small words have a capital
    capitals: bool  # all letters are capitals


def outside_brackets(units: list[Unit]) -> Iterator[Unit]:
    """`Joint Secretary (Europe East)`: what stands in brackets changes no office."""
    inside = False
    for unit in units:
        inside = unit.letter == "(" or (inside and unit.letter != ")")
        if not inside and unit.letter != ")":
            yield unit
