"""Words, numbers and signs of a stretch of text, with what was glued together taken apart.

What belongs here: where a token begins and ends. What does not: what it means (`vocabulary`, `units`).
"""
import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from pipelines.lexicon.loader import read_tsv, split_cell

APOSTROPHES = "'’`´ʻʼ‘"
TOKEN = re.compile(
    rf"(?:[^\W\d_]\.){{2,6}}"  # U.S. H.E. G.M.V.
    rf"|[^\W\d_][^\W\d_\u0300-\u036f]{{0,40}}+(?:[{APOSTROPHES}][^\W\d_]{{1,40}}+){{0,3}}+"  # O'Neill, N'Djamena
    r"|\d[\d.,:/]{0,20}|[^\w\s]|\d|_+|\w"
)
POSSESSIVE = re.compile(rf"[{APOSTROPHES}][sS]$")
CAMEL = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-ZČŠŽĆĐ])")
WORDS = 1 << 16  # words of which is remembered what they are: a text has few, many times
GLUED_PREFIXES = ("Mc", "Mac", "De", "Di", "Du", "La", "Le", "Fitz", "Van", "Von", "Al", "El", "Mc", "Ó", "Da", "Mb")


class Token(NamedTuple):
    """A token at [start, end) of the text; `glued`: nothing stands between it and the token before."""

    text: str
    start: int
    end: int
    glued: bool


@cache
def small_glue() -> frozenset[str]:
    """Small words that lose their space before a capital ("withMaria")."""
    return frozenset(word for row in read_tsv("person_words.tsv") if row["class"] in "&otfinrde" for word in split_cell(row["words"]))


def tokenize(text: str, start: int, end: int) -> list[Token]:
    """The tokens of text[start:end]; possessive endings and glued words are tokens of their own."""
    tokens: list[Token] = []
    last, new = -1, tuple.__new__  # quicker than Token(…), which is called for every word
    for match in TOKEN.finditer(text, start, end):
        begin, stop = match.span()
        word = match[0]
        if begin + 2 < stop and (pieces := _pieces(word)):
            tokens.extend(_parts(pieces, begin, begin == last))
        else:
            tokens.append(new(Token, (word, begin, stop, begin == last)))
        last = stop
    return tokens


def _is_compound(word: str) -> bool:
    """May the word have to be taken apart: a possessive, or a capital inside."""
    if word.isalpha() and (word[1:].islower() or word.isupper()):
        return False
    return (word[-1] in "sS" and POSSESSIVE.search(word) is not None) or not (word[1:].islower() or word.isupper())


@lru_cache(maxsize=WORDS)
def _pieces(word: str) -> tuple[str, ...]:
    """`Biden’s` -> Biden, ’s; `withMariaNovak` -> with, Maria, Novak; nothing for a word that stays whole."""
    if not _is_compound(word):
        return ()
    owner = POSSESSIVE.search(word)
    cut = owner.start() if owner else len(word)
    pieces = tuple(piece for piece in (*_uncamel(word[:cut]), word[cut:]) if piece)
    return pieces if len(pieces) > 1 else ()


def _parts(pieces: tuple[str, ...], start: int, glued: bool) -> Iterator[Token]:
    for piece in pieces:
        yield Token(piece, start, start + len(piece), glued)
        start, glued = start + len(piece), True


def _uncamel(word: str) -> list[str]:
    pieces = CAMEL.split(word)
    if len(pieces) == 1 or "." in word or pieces[-1] in ("Us", "As"):  # "MoUs", "LoAs"
        return [word]
    joined = [pieces[0]]
    for piece in pieces[1:]:
        if joined[-1] in GLUED_PREFIXES or joined[-1][-1:] in APOSTROPHES or len(piece) < 2:
            joined[-1] += piece
        else:
            joined.append(piece)
    return joined
