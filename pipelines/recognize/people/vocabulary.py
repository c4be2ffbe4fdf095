"""What the words of people's noun groups mean: phrases of the lexicon and their classes.

What belongs here: reading the tables and finding the longest phrase that begins at a token. What does not: grammar.
The class letters are explained in `units`.
"""
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from pipelines.lexicon.loader import read_tsv, split_cell
from pipelines.recognize.people.tokens import Token, tokenize

LONGEST_ABBREVIATION = 5


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase of the lexicon: its words as compared, its class letter, and the key of its table."""

    words: tuple[str, ...]
    exact: bool
    letter: str
    key: str = ""
    alone: str = "no"  # of an office noun: may it stand without a name


def words_of(form: str) -> tuple[str, ...]:
    """`Lt. Col` -> Lt, Col: what is compared; dots and hyphens do not count."""
    return tuple(token.text.rstrip(".") for token in tokenize(form, 0, len(form)) if token.text not in ".-")


def _phrase(form: str, letter: str, key: str = "", alone: str = "no") -> Phrase:
    exact = form.startswith("=")
    words = words_of(form.lstrip("=") if exact else form.lstrip("=").lower().replace("’", "'"))
    return Phrase(words, exact, letter, key, alone)


def _heads() -> Iterator[Phrase]:
    for row in read_tsv("office_heads.tsv"):
        letter = "J" if row["kind"] == "diplomat" else "T"
        for form in split_cell(row["forms"]):
            yield _phrase(form, letter, row["head"], row["alone"])
            if form[-1] != "s" and not form.endswith((" state", " government", " parliament")):
                yield _phrase(form + "s", "L", row["head"], row["alone"])
        for form in split_cell(row["plurals"]):
            yield _phrase(form, "L", row["head"], row["alone"])


def _modifiers() -> Iterator[Phrase]:
    for row in read_tsv("office_modifiers.tsv"):
        letter = {"former": "F", "new": "k"}.get(row["modifier"], "M")
        for form in split_cell(row["forms"]):
            yield _phrase(form, letter, row["modifier"])


def _table() -> Iterator[Phrase]:
    """All phrases, the table that wins where two know the same words first."""
    yield from (_phrase(form, "V", form) for form in word_list("V"))
    yield from _heads()
    yield from (_phrase(row["rank"], "R", row["rank"].lstrip("=")) for row in read_tsv("ranks.tsv"))
    yield from (_phrase(row["honorific"], "H", row["sure"]) for row in read_tsv("honorifics.tsv"))
    yield from _modifiers()
    for row in read_tsv("person_words.tsv"):
        if row["class"] not in "PUx":
            yield from (_phrase(form, row["class"], form) for form in split_cell(row["words"]))
    for row in read_tsv("portfolios.tsv"):
        yield from (_phrase(form, "a", row["area"]) for form in split_cell(row["words"]))
    yield from (_phrase(form, "U", form) for form in word_list("U"))


@cache
def word_list(letter: str) -> tuple[str, ...]:
    """The words of one class of person_words.tsv."""
    return tuple(form for row in read_tsv("person_words.tsv") if row["class"] == letter for form in split_cell(row["words"]))


@cache
def particles() -> frozenset[str]:
    return frozenset(word_list("P"))


@cache
def stop_words() -> frozenset[str]:
    """Words that show that a title before them names no person ("Prime Minister’s Office")."""
    return frozenset(word_list("x"))


@cache
def common_words() -> frozenset[str]:
    return frozenset(row["word"] for row in read_tsv("common_words.tsv"))


@cache
def phrases() -> dict[str, tuple[Phrase, ...]]:
    """First word in small letters -> phrases, the longest first; of two with the same words the first of the table."""
    found: dict[str, dict[tuple[tuple[str, ...], bool], Phrase]] = {}
    for phrase in _table():
        if phrase.words:
            found.setdefault(phrase.words[0].lower(), {}).setdefault((phrase.words, phrase.exact), phrase)
    return {word: tuple(sorted(group.values(), key=lambda p: -len(p.words))) for word, group in found.items()}


def longest(tokens: Sequence[Token], index: int) -> tuple[Phrase, int] | None:
    """The longest phrase that begins at tokens[index], and the index after its last token."""
    token = tokens[index].text
    for phrase in phrases().get(token.rstrip(".").lower().replace("’", "'"), ()):
        stop = _match(tokens, index, phrase)
        if stop:
            return phrase, stop
    return None


def _match(tokens: Sequence[Token], index: int, phrase: Phrase) -> int:
    """Index after the phrase, 0 where it does not stand here."""
    for position, word in enumerate(phrase.words):
        index = _skip(tokens, index) if position else index
        if index >= len(tokens):
            return 0
        text = tokens[index].text.rstrip(".") or "."
        if (text if phrase.exact else text.lower().replace("’", "'")) != word:
            return 0
        index += 1
    return index


def _skip(tokens: Sequence[Token], index: int) -> int:
    """Steps over the dot of an abbreviation or a hyphen between two words."""
    if index < len(tokens) and tokens[index].glued:
        text = tokens[index].text
        if text in "-‑" or (text == "." and len(tokens[index - 1].text) <= LONGEST_ABBREVIATION):
            return index + 1
    return index
