"""Words, numbers and signs of a stretch of text, with what was glued together taken apart.

What belongs here: where a token begins and ends. What does not: what it means (`vocabulary`, `units`).
"""
import re
from functools import cache
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
    last = -1
    for match in TOKEN.finditer(text, start, end):
        begin, stop = match.span()
        word = match.group()
        if _is_compound(word):
            tokens.extend(_parts(word, begin, begin == last))
        else:
            tokens.append(Token(word, begin, stop, begin == last))
        last = stop
    return tokens


def _is_compound(word: str) -> bool:
    """May the word have to be taken apart: a possessive, or a capital inside."""
    if len(word) < 3 or (word.isalpha() and (word[1:].islower() or word.isupper())):
        return False
    return (word[-1] in "sS" and POSSESSIVE.search(word) is not None) or not (word[1:].islower() or word.isupper())


def _parts(word: str, start: int, glued: bool) -> list[Token]:
    """`Biden’s` -> Biden, ’s; `withMariaNovak` -> with, Maria, Novak."""
    owner = POSSESSIVE.search(word)
    cut = owner.start() if owner else len(word)
    pieces = _uncamel(word[:cut])
    tokens: list[Token] = []
    position = start
    for piece in [*pieces, word[cut:]]:
        if piece:
            tokens.append(Token(piece, position, position + len(piece), glued if not tokens else True))
            position += len(piece)
    return tokens


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
