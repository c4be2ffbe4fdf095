"""Does a stretch of text hold any of some words at all? Asked before it is cut into words: most hold none.

What belongs here: a test that may be true in vain, but is never false in vain. What does not: where the words stand.
"""
from collections.abc import Iterable

import ahocorasick_rs


class Gate:
    """Words in small letters, looked for anywhere, inside other words too."""

    def __init__(self, words: Iterable[str]) -> None:
        self._automaton = ahocorasick_rs.AhoCorasick(sorted(words))

    def opens(self, text: str, start: int, end: int) -> bool:
        return bool(self._automaton.find_matches_as_indexes(text[start:end].lower()))
