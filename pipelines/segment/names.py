"""Proper names in a paragraph, read by their capitals alone: who is new on the page and who was there before.

What belongs here: names of people and things that tell one story from another. What does not: who they are (`recognize.people`), and
names of countries, capitals and offices, which stories of one page share.
"""
import re
from dataclasses import dataclass
from functools import cache

from pipelines.lexicon.loader import read_tsv, split_cell

WORD = re.compile(r"[^\W\d_][\w'’-]{0,40}+")
GLUE = re.compile(r"\s{1,3}(?:(?:bin|ibn|bint|al|el|de|da|do|di|del|van|von|der|la|le)\s{1,3})?", re.IGNORECASE)
SENTENCE_START = re.compile(r"(?:^|[^\W\d_]{4}\.|\d\.|[!?:;…*•»\"“”\n-])\W{0,6}$")  # "Mr." ends no sentence
BEFORE = 14  # characters
MIN_LETTERS = 3


@dataclass(frozen=True, slots=True)
class Names:
    """Words of names, in lower case. `full`: those that stand beside another one, as first name and surname do; `lone`: the others."""

    full: frozenset[str]
    lone: frozenset[str]

    @property
    def all(self) -> frozenset[str]:
        return self.full | self.lone


def names_of(paragraph: str) -> Names:
    """Capitalized words that are no common word, country, capital or office; at the start of a sentence only beside another one."""
    words = [word for word in WORD.finditer(paragraph) if _may_be_name(word.group())]
    full: set[str] = set()
    lone: set[str] = set()
    for index, word in enumerate(words):
        if _plain(word.group()) in _places():
            continue
        beside = (words[other] for other in (index - 1, index + 1) if 0 <= other < len(words))
        if any(_touch(min(word, other, key=_start), max(word, other, key=_start), paragraph) for other in beside):
            full.add(_plain(word.group()))
        elif not SENTENCE_START.search(paragraph[max(0, word.start() - BEFORE) : word.start()]):
            lone.add(_plain(word.group()))
    return Names(frozenset(full), frozenset(lone - full))


def _start(word: re.Match[str]) -> int:
    return word.start()


def _touch(one: re.Match[str], after: re.Match[str], paragraph: str) -> bool:
    return GLUE.fullmatch(paragraph, one.end(), after.start()) is not None


def _may_be_name(word: str) -> bool:
    return len(word) >= MIN_LETTERS and word[0].isupper() and not word.isupper() and _plain(word) not in _common()


def _plain(word: str) -> str:
    return word.lower().removesuffix("'s").removesuffix("’s").strip("-'’")


@cache
def _common() -> frozenset[str]:
    """Words that are no names though they may be capitalized."""
    words = {word for row in read_tsv("shared_words.tsv") for word in row["words"].split()}
    words |= {row["word"] for row in read_tsv("common_words.tsv")}
    words |= {word for row in read_tsv("function_words.tsv") if row["language"] == "en" for word in row["words"].split()}
    return frozenset(words | {word + "s" for word in words})


@cache
def _places() -> frozenset[str]:
    """Countries and capitals, which stories of one page share; beside another word they may be a first name."""
    words: set[str] = set()
    for row in read_tsv("countries.tsv"):
        cells = (row["name"], *split_cell(row["aliases"]), *split_cell(row["demonyms"]), *split_cell(row["capitals"]))
        words |= {_plain(word) for cell in cells for word in WORD.findall(cell)}
    words |= {_plain(word) for row in read_tsv("capitals.tsv") for word in WORD.findall(row["name"])}
    return frozenset(words | {word + "s" for word in words})
