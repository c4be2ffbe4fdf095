"""How much two stretches of one page have in common: the rare words that both use (after Hearst, TextTiling, 1997).

What belongs here: word statistics of one page. What does not: cues and layout.
"""
import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

from pipelines.lexicon.loader import read_tsv

WORD = re.compile(r"[^\W\d_]{4,40}+")
STEM = 6  # letters: "visited" and "visit" are one word, "Serbia" and "Serbian" too
RARE_SHARE = 0.12  # a word in more than so many of the paragraphs is what the whole page is about
RARE_LEAST = 2


class Cohesion:
    """Word statistics of the paragraphs of one page. `paragraphs` are their texts, in order."""

    def __init__(self, paragraphs: Iterable[str]) -> None:
        self.stems = [stems_of(paragraph) for paragraph in paragraphs]
        counts = Counter(stem for stems in self.stems for stem in stems)
        most = max(RARE_LEAST, RARE_SHARE * len(self.stems))
        self.rare = frozenset(stem for stem, count in counts.items() if count <= most)

    def shared(self, index: int, others: range) -> int:
        """How many rare words paragraph `index` shares with any of `others`."""
        return len(self.stems[index] & self.rare & frozenset().union(*(self.stems[other] for other in others)))

    def share(self, index: int, others: range) -> float:
        """The same as a share of the rare words of the paragraph, from 0 to 1."""
        return self.shared(index, others) / max(1, len(self.stems[index] & self.rare))


@cache
def _common_stems() -> frozenset[str]:
    return frozenset(word[:STEM] for word in _common_words())


def stems_of(paragraph: str) -> frozenset[str]:
    return frozenset(word[:STEM] for word in map(str.lower, WORD.findall(paragraph)) if word[:STEM] not in _common_stems())


@cache
def _common_words() -> frozenset[str]:
    """Words that any two texts of diplomacy share."""
    english = next(row["words"] for row in read_tsv("function_words.tsv") if row["language"] == "en")
    return frozenset(english.split()) | frozenset(word for row in read_tsv("shared_words.tsv") for word in row["words"].split())
