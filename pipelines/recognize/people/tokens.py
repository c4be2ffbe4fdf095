"""Words, numbers and signs of a stretch of text, with what was glued together taken apart.

What belongs here: where a token begins and ends. What does not: what it means (`vocabulary`, `units`).
"""
import re
from dataclasses import dataclass
from functools import cache, lru_cache

from pipelines.lexicon.loader import read_tsv, split_cell

APOSTROPHES = "'’`´ʻʼ‘"
TOKEN = re.compile(
    rf"(?:[^\W\d_]\.){{2,6}}"  # U.S. H.E. G.M.V.
    rf"|[^\W\d_][^\W\d_\u0300-\u036f]{{0,40}}+(?:[{APOSTROPHES}][^\W\d_]{{1,40}}+){{0,3}}+"  # O'Neill, N'Djamena
    r"|\d[\d.,:/]{0,20}|[^\w\s]|\d|_+|\w"
)
POSSESSIVE = re.compile(rf"[{APOSTROPHES}][sS]$")
CAMEL = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-ZČŠŽĆĐ])")
SHORTEST_COMPOUND = 3  # characters
WORDS = 1 << 16  # words of which is remembered what they are: a text has few, many times
GLUED_PREFIXES = ("Mc", "Mac", "De", "Di", "Du", "La", "Le", "Fitz", "Van", "Von", "Al", "El", "Mc", "Ó", "Da", "Mb")


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a stretch of text: `texts[i]` begins at `starts[i]`. Two lists, for most tokens are never looked at one by one."""

    texts: list[str]
    starts: list[int]

    def __len__(self) -> int:
        return len(self.texts)

    def end(self, index: int) -> int:
        return self.starts[index] + len(self.texts[index])

    def glued(self, index: int) -> bool:
        """Does nothing stand between the token and the one before?"""
        return index > 0 and self.starts[index] == self.end(index - 1)


@cache
def small_glue() -> frozenset[str]:
    """Small words that lose their space before a capital ("withMaria")."""
    return frozenset(word for row in read_tsv("person_words.tsv") if row["class"] in "&otfinrde" for word in split_cell(row["words"]))


def tokenize(text: str, start: int, end: int) -> Tokens:
    """The tokens of text[start:end]; possessive endings and glued words are tokens of their own."""
    matches = list(TOKEN.finditer(text, start, end))
    texts = [match[0] for match in matches]
    tokens = Tokens(texts, [match.start() for match in matches])
    return _apart(tokens) if any(map(_pieces, texts)) else tokens


def _apart(tokens: Tokens) -> Tokens:
    apart = Tokens([], [])
    for word, start in zip(tokens.texts, tokens.starts, strict=True):
        for piece in _pieces(word) or (word,):
            apart.texts.append(piece)
            apart.starts.append(start)
            start += len(piece)
    return apart


def _is_compound(word: str) -> bool:
    """May the word have to be taken apart: a possessive, or a capital inside."""
    if len(word) < SHORTEST_COMPOUND or (word.isalpha() and (word[1:].islower() or word.isupper())):
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
