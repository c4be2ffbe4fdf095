"""How alike two texts are, told from a sketch of each: a few hundred bytes that can be kept when the text is gone.

What belongs here: sketches of one text, and comparing two. What does not: which texts are copies of which (`duplicates`).

A sketch is a bottom-k sample (Cohen and Kaplan 2007, after Broder's MinHash): the smallest hashes of a set are a fair sample of it, and
those of the union of two sets can be told from theirs. Two sets are sketched: the runs of five words, and the names and numbers
in the text, for releases made after one pattern differ in nothing else.
"""
import re
import unicodedata
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from zlib import crc32

WORD = re.compile(r"[A-Za-z0-9]++")
RUN = 5  # words
PROSE_WORDS = 8  # of a line; shorter ones are headings, menus, dates
ENDS = (".", "!", "?", ":", '"', ")", ";")  # what is not ASCII is a question mark by then
RUNS_KEPT, NAMES_KEPT = 64, 64
MIX, MASK = 0x9E3779B1, 0xFFFFFFFF  # Knuth's multiplicative hashing: crc32 alone is not even enough in its high bits


@dataclass(frozen=True, slots=True)
class Likeness:
    """What is kept of a document to find its copies. `runs`, `names`: 32-bit hashes, ascending, in four bytes each."""

    document_id: str
    published_on: date | None
    runs: bytes
    names: bytes


def likeness(document_id: str, text: str, published_on: date | None) -> Likeness:
    """Of the prose alone, for what stands around it is the site's; case, punctuation, white space and accents do not count."""
    written = [word for line in _prose(text) for word in WORD.findall(line)]
    lower = [word.lower().encode() for word in written]
    runs = (b" ".join(lower[start : start + RUN]) for start in range(len(lower) - RUN + 1))
    names = (folded for folded, word in zip(lower, written, strict=True) if not word[0].islower())
    return Likeness(document_id, published_on, _sketch(runs, RUNS_KEPT), _sketch(names, NAMES_KEPT))


def _prose(text: str) -> Iterator[str]:
    """Long lines and what goes on from them, but no headline, which stands alone and ends without a stop."""
    lines = _plain(text).split("\n")
    goes_on = False
    for line, after in zip(lines, [*lines[1:], ""], strict=True):
        ended = line.rstrip().endswith(ENDS)
        if (line and goes_on) or (line.count(" ") >= PROSE_WORDS - 1 and (ended or after)):
            yield line
            goes_on = not ended
        else:
            goes_on = False


def _plain(text: str) -> str:
    """Without accents, so that Vučić is Vucic."""
    if text.isascii():
        return text
    bare = "".join(one for one in unicodedata.normalize("NFKD", text) if not unicodedata.combining(one))
    return bare.encode("ascii", "replace").decode("ascii")


def _sketch(parts: Iterable[bytes], kept: int) -> bytes:
    return array("I", sorted({crc32(part) * MIX & MASK for part in parts})[:kept]).tobytes()


def hashes(sketch: bytes) -> "array[int]":
    return array("I", sketch)


@dataclass(frozen=True, slots=True)
class Overlap:
    """How many of a sample of the union of two sets are in both, and in one alone. Exact for small sets."""

    both: int
    first: int
    second: int

    @property
    def jaccard(self) -> float:
        return self.both / (self.both + self.first + self.second) if self.both else 0.0


def overlap(one: bytes, other: bytes, kept: int) -> Overlap:
    """Told from sketches of at most `kept` hashes."""
    first, second = set(hashes(one)), set(hashes(other))
    sample = sorted(first | second)[:kept]
    both = sum(value in first and value in second for value in sample)
    first_alone = sum(value not in second for value in sample)
    return Overlap(both, first_alone, len(sample) - both - first_alone)
