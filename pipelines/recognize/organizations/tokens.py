"""Words of a sentence with the places among them: what names of institutions are grown over."""
import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from pipelines.model.mention import PlaceMention

OWN_S = r"['’`]s(?=\s(?:Assembly|Congress|Office|Council|Bank|Army|Liberation|Republic|Fund))"  # People's Bank: no possessor
WORD = re.compile(rf"(?:[A-Z]\.){{2,5}}|(?<!\w['’`´])[^\W_]+(?:['’`](?!s\b)[^\W_]+|{OWN_S})*")
POSSESSIVE = re.compile(r"['’`´]\s?s?\s{1,2}")
SPACE = re.compile(r"\s{1,3}")
HYPHEN = re.compile(r"\s?[-–—/‑]\s?")


class Word(NamedTuple):
    """`gap`: what stands between the word before and this one. `place`: the place mention it belongs to."""

    start: int
    end: int
    text: str
    lower: str
    gap: str
    place: PlaceMention | None

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()

    @property
    def spaced(self) -> bool:
        return SPACE.fullmatch(self.gap) is not None

    @property
    def possessed(self) -> bool:
        """The word before ends in 's."""
        return POSSESSIVE.fullmatch(self.gap) is not None

    @property
    def compounded(self) -> bool:
        """One word with the word before: `Inter-Parliamentary`."""
        return self.gap in ("-", "–", "‑", "/")

    @property
    def hyphened(self) -> bool:
        return HYPHEN.fullmatch(self.gap) is not None


def read_words(text: str, start: int, end: int, places: Sequence[PlaceMention]) -> list[Word]:
    """The words of text[start:end]. Linear in its length."""
    starts = [place.start for place in places]
    words: list[Word] = []
    last = start
    for match in WORD.finditer(text, start, end):
        first, stop = match.span()
        number = bisect_right(starts, first) - 1
        place = places[number] if number >= 0 and first < places[number].end else None
        written = match[0]
        words.append(Word(first, stop, written, written.lower().replace("’", "'"), text[last:first], place))
        last = stop
    return words
