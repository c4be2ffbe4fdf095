"""What a single word or sign means, whatever stands beside it: asked of every word of a text, and remembered.

What belongs here: the letter of one token, or that its neighbours have a say. What does not: what they say (`reading`, `neighbours`).
"""
from functools import lru_cache

from pipelines.recognize.people.tokens import APOSTROPHES, WORDS
from pipelines.recognize.people.units import Meaning
from pipelines.recognize.people.vocabulary import Phrase, begins_longer, is_common, may_go_on, single

SIGNS = {",": ",", "(": "(", ")": ")", ":": ":", "-": "-", "‑": "-", "&": "&", "/": "&", "–": "~", "—": "~"}
LONGEST_ABBREVIATION = 5
LONGEST_INITIAL = 2
DOTTED = "RHTJS"  # letters of what may be an abbreviation
ELIDING = frozenset(APOSTROPHES)
UNSURE = " "  # stands for the letter of a token on which its neighbours or a place have a say
NEIGHBOURS_MATTER: Meaning = (UNSURE, "", "no")


@lru_cache(maxsize=WORDS)
def alone(text: str) -> Meaning:
    """What a token means where no longer phrase begins with it; `UNSURE` where its neighbours matter all the same."""
    phrase = single(text)
    if len(text) == 1 and text.isupper():
        return NEIGHBOURS_MATTER
    if phrase is None:
        return _unknown(text)
    if phrase.letter in DOTTED and len(text) <= LONGEST_ABBREVIATION:
        return NEIGHBOURS_MATTER
    return letter_of(phrase, text), phrase.key, phrase.alone


def _unknown(text: str) -> Meaning:
    """The same of a word or sign that no table knows: a capital that is no everyday word is part of a name wherever it stands."""
    letter = "w" if text[0].isalnum() else SIGNS.get(text, "x")
    if text[0].isupper():
        named = len(text) > LONGEST_INITIAL and text[-1] != "." and not is_common(text.lower())
        return ("W", "", "no") if named else NEIGHBOURS_MATTER
    elided = text[1:2] in ELIDING and text[2:3].isupper()  # "d'Almeida"
    return NEIGHBOURS_MATTER if letter == "-" or text[0] in APOSTROPHES or elided else (letter, "", "no")


def letter_of(phrase: Phrase, written: str) -> str:
    """The class letter of a phrase as it is written here."""
    if phrase.letter == "a" and written[0].isupper():
        return "A"
    return "w" if phrase.letter == "p" and written in ("i", "US") else phrase.letter


@lru_cache(maxsize=WORDS)
def mark(text: str) -> str:
    """The letter of a token whose neighbours cannot matter, else `UNSURE`."""
    return UNSURE if begins_longer(text) else alone(text)[0]


@lru_cache(maxsize=WORDS)
def mark_before(text: str, following: str) -> str:
    """The letter of a token before the given one: most often "the" and "in" begin no "the Honorable" or "in charge of"."""
    return UNSURE if may_go_on(text, following) else alone(text)[0]
