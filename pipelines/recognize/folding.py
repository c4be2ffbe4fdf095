"""Folding of text for look-ups, one character for one, so that offsets stay what they were."""
import unicodedata
from functools import lru_cache

SPECIAL_LETTERS = {"ı": "i", "İ": "i", "ø": "o", "Ø": "o", "đ": "d", "Đ": "d", "ð": "d", "ł": "l", "Ł": "l", "ß": "s", "ə": "a", "Ə": "a"}


class _Folding(dict[int, str]):
    """Code point -> the one character it folds to; filled as characters are met."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _fold_character(chr(code))
        return folded


def _fold_character(character: str) -> str:
    if character in SPECIAL_LETTERS:
        return SPECIAL_LETTERS[character]
    if not character.isalnum():
        return " "
    base = unicodedata.normalize("NFKD", character)[0].lower()
    return base if len(base) == 1 else character


_FOLDING = _Folding()


@lru_cache(maxsize=8)  # one sentence is folded for places, and again for organizations
def fold(text: str) -> str:
    """`text` without accents, in small letters, with a space for all that is neither letter nor digit; same length."""
    return text.translate(_FOLDING)
