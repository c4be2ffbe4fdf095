"""Which language a text is in, as far as needed to keep what is not English out.

What belongs here: shares of function words (`lexicon/function_words.tsv`), scripts and their letters (`lexicon/script_letters.tsv`).
What does not: dialects, or the language of a single quotation.
"""
import re
import unicodedata
from collections import Counter
from functools import cache

from pipelines.lexicon.loader import read_tsv

WORD = re.compile(r"[^\W\d_]++")
SAMPLE_WORDS = 1_500
ENOUGH_WORDS = 12  # a shorter text is taken as English: it says too little either way
MIN_ENGLISH_SHARE = 0.08  # English prose has 0.35 to 0.5, lists of names and headings 0.15
CLEARLY_MORE = 1.6
MIN_LETTER_SHARE = 0.05  # of the words: a name may hold a foreign letter
ONE_SCRIPT = {"HIRAGANA": "CJK", "KATAKANA": "CJK"}
SCRIPT_LANGUAGE = {"CYRILLIC": "ru", "ARABIC": "ar", "CJK": "zh", "HANGUL": "ko", "GREEK": "el",
                   "HEBREW": "he", "ARMENIAN": "hy", "GEORGIAN": "ka", "DEVANAGARI": "hi", "THAI": "th", "BENGALI": "bn"}


def detect_language(text: str) -> str:
    """ISO 639-1 code, `und` for words of no language known here. A script is its commonest language, unless its letters say another."""
    words = [match.group().lower() for match, _ in zip(WORD.finditer(text), range(SAMPLE_WORDS), strict=False)]
    if (foreign := _foreign_script(words)) is not None:
        return foreign
    if len(words) < ENOUGH_WORDS:
        return "en"
    shares = _shares(words)
    best = max(shares, key=lambda language: (shares[language], language))
    if shares["en"] >= MIN_ENGLISH_SHARE and shares[best] < CLEARLY_MORE * shares["en"]:
        return "en"
    return best if shares[best] >= MIN_ENGLISH_SHARE else "und"


def _shares(words: list[str]) -> dict[str, float]:
    counts = Counter(words)
    return {language: sum(counts[word] for word in known) / len(words) for language, known in _function_words().items()}


def _foreign_script(words: list[str]) -> str | None:
    """The language of the script that more than half of the words are written in, None for Latin letters."""
    if all(map(str.isascii, words)):
        return None
    scripts = Counter(map(_script, words))
    if not scripts or scripts["LATIN"] * 2 >= len(words):
        return None
    top = min(scripts, key=lambda script: (-scripts[script], script))
    return _by_letters(words, top) or SCRIPT_LANGUAGE.get(top, "und")


def _script(word: str) -> str:
    name = unicodedata.name(word[0], "UNKNOWN").split()[0].split("-")[0]
    return ONE_SCRIPT.get(name, name)


def _by_letters(words: list[str], script: str) -> str | None:
    """Of the languages of a script the one whose own letters stand in most words; None: hardly any do."""
    counts = {language: sum(not letters.isdisjoint(word) for word in words) for language, letters in _letters(script)}
    best = max(counts, key=lambda language: counts[language], default=None)
    return best if best is not None and counts[best] >= MIN_LETTER_SHARE * len(words) else None


@cache
def _letters(script: str) -> tuple[tuple[str, frozenset[str]], ...]:
    return tuple((row["language"], frozenset(row["letters"])) for row in read_tsv("script_letters.tsv") if row["script"] == script)


@cache
def _function_words() -> dict[str, frozenset[str]]:
    return {row["language"]: frozenset(row["words"].split()) for row in read_tsv("function_words.tsv")}
