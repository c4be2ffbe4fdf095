"""Text as the numbers of its word pieces: the longest known beginning of a word, then of what is left of it.

The list of pieces is that of `lexicon/wordpieces.npz`. What does not belong here: what a piece means (`layers`).
"""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from pipelines.lexicon.loader import read_arrays

WORD = re.compile(r"[^\W_]+|[^\w\s]|_")
INNER = "##"  # before a piece that does not begin its word
OPENING, BREAK, UNKNOWN = "[CLS]", "[SEP]", "[UNK]"
LONGEST_WORD = 40  # characters; what is longer is no word


@cache
def vocabulary() -> dict[str, int]:
    """Piece -> number; read once."""
    return {piece: n for n, piece in enumerate(str(read_arrays("wordpieces.npz")["pieces"]).split("\n"))}


class Piece(NamedTuple):
    """A piece and the word that it is of, as offsets."""

    number: int
    start: int
    end: int


def pieces_of(text: str, most: int) -> list[int]:
    """The numbers of the first `most` pieces of the text."""
    return [piece.number for piece in placed(text, 0, len(text), most)]


def placed(text: str, start: int, end: int, most: int) -> list[Piece]:
    """The first `most` pieces of a part of the text."""
    found: list[Piece] = []
    for match in WORD.finditer(text, start, end):
        found += [Piece(number, *match.span()) for number in numbers(match[0][: LONGEST_WORD + 1])]
        if len(found) >= most:
            break
    return found[:most]


@lru_cache(maxsize=1 << 16)
def numbers(word: str) -> tuple[int, ...]:
    return tuple(of_word(word, vocabulary()))


def of_word(word: str, known: Mapping[str, int]) -> list[int]:
    left, found = plain(word), list[int]()
    if len(left) > LONGEST_WORD:
        return [known[UNKNOWN]]
    while left:
        beginning = INNER if found else ""
        size = next((n for n in range(len(left), 0, -1) if beginning + left[:n] in known), 0)
        if not size:
            return [known[UNKNOWN]]
        found.append(known[beginning + left[:size]])
        left = left[size:]
    return found


def plain(word: str) -> str:
    """In small letters, without accents."""
    return "".join(c for c in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(c) != "Mn")
