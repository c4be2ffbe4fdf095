"""The features of a sentence that the weights know: words beside each other, and which words stand near whom.

Mentions count as their symbol ("N met with N"), digits as #, words also as their stem. Every feature carries the unit at which it
ends, so that a decision can be traced to the words that made it. What does not belong here: what any of it means
(`lexicon/learned_weights.tsv.gz`).
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from pipelines.coding.learned.surroundings import Surroundings
from pipelines.coding.view import Unit, View

STEM = 6  # letters
NEAR = 5  # units between a word and the people or countries beside it
SIDES = frozenset("NFGTCASO")  # symbols of who can be a side
SEVERAL = 3  # from which number on it makes no difference how many
DIGIT = re.compile(r"\d")
NOWHERE = -1  # the unit of a feature of the whole sentence

Feature = tuple[str, int]


def token(unit: Unit) -> str:
    return unit.symbol or plain(unit.text)


@lru_cache(maxsize=1 << 16)
def plain(word: str) -> str:
    return DIGIT.sub("#", word)


def stem(token: str) -> str:
    return token[:STEM] if len(token) > STEM else token


def features(view: View, around: Surroundings) -> Iterator[Feature]:
    """All features of `view` and of what stands around it."""
    tokens = [token(unit) for unit in view.units]
    stems = [stem(t) for t in tokens]
    opening = "<h>" if view.sentence.is_heading else "<s>"
    yield from sequences([opening, *tokens, "</s>"])
    yield from stem_sequences([opening, *stems])
    yield from marked(stems, ("h~" if view.sentence.is_heading else "") + ("s~" if around.spoken else ""))
    yield from neighbourhoods(stems)
    yield from totals(view, tokens)
    yield from ((each, NOWHERE) for each in around.names())


def sequences(tokens: list[str]) -> Iterator[Feature]:
    """One to three tokens in a row. The first token is the mark of the beginning, so a token's unit is one before its place."""
    for n, last in enumerate(tokens):
        yield last, n - 1
        if n:
            yield f"{tokens[n - 1]}_{last}", n - 1
        if n > 1:
            yield f"{tokens[n - 2]}_{tokens[n - 1]}_{last}", n - 1


def stem_sequences(stems: list[str]) -> Iterator[Feature]:
    """Stems alone, in pairs, and in pairs with any one between."""
    for n, last in enumerate(stems):
        yield f"~{last}", n - 1
        if n:
            yield f"~{stems[n - 1]}_{last}", n - 1
        if n > 1:
            yield f"~{stems[n - 2]}_*_{last}", n - 1


def marked(stems: list[str], mark: str) -> Iterator[Feature]:
    """The stems of headings and transcripts, which say other things than those of running text."""
    if mark:
        for n, each in enumerate(stems):
            yield mark + each, n


def neighbourhoods(stems: list[str]) -> Iterator[Feature]:
    """Which words have whom within reach, before or behind them."""
    sides = [n for n, each in enumerate(stems) if each in SIDES]
    for side in sides:
        for n in range(max(0, side - NEAR), min(len(stems), side + NEAR + 1)):
            if stems[n] not in SIDES:
                yield (f"{stems[n]}|{stems[side]}>" if n < side else f"<{stems[side]}|{stems[n]}"), n


def totals(view: View, tokens: list[str]) -> Iterator[Feature]:
    """How many people and countries the sentence names, and how long it is."""
    people = sum(t in ("N", "F", "G", "T") for t in tokens)
    countries = {u.mention.country for u in view.units if u.symbol in ("C", "A", "S")}
    yield f"people:{min(people, SEVERAL)}", NOWHERE
    yield f"countries:{min(len(countries), SEVERAL)}", NOWHERE
    yield f"length:{min(len(tokens) // 10, 6)}", NOWHERE
