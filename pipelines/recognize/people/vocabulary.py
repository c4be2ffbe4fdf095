"""What the words of people's noun groups mean: phrases of the lexicon and their classes.

What belongs here: reading the tables and finding the longest phrase that begins at a token. What does not: grammar.
The class letters are explained in `units`.
"""
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from pipelines.lexicon.loader import read_text, read_tsv, split_cell
from pipelines.recognize.people.tokens import WORDS, Tokens, tokenize

LONGEST_ABBREVIATION = 5
UNCOUNTED = ".-‑"  # signs that a phrase is found across
ENDINGS = ("s", "es", "ed", "ing")


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
    return tuple(text.rstrip(".") for text in tokenize(form, 0, len(form)).texts if text not in ".-")


def _phrase(form: str, letter: str, key: str = "", alone: str = "no") -> Phrase:
    exact = form.startswith("=")
    words = words_of(form.lstrip("=") if exact else form.lstrip("=").lower().replace("’", "'"))
    return Phrase(words, exact, letter, key, alone)


def _heads() -> Iterator[Phrase]:
    for row in read_tsv("office_heads.tsv"):
        letter = "J" if row["kind"] == "diplomat" else "T"
        for form in split_cell(row["forms"]):
            yield _phrase(form, letter, row["head"], row["alone"])
            if form[-1] != "s" and " of " not in form:
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
        if len(row["class"]) == 1 and not row["class"].isdigit() and row["class"] != "U":
            yield from (_phrase(form, row["class"], form) for form in split_cell(row["words"]))
    for row in read_tsv("portfolios.tsv"):
        yield from (_phrase(form, "a", row["area"]) for form in split_cell(row["words"]))
    yield from (_phrase(form, "U", form) for form in word_list("U"))


@cache
def word_list(letter: str) -> tuple[str, ...]:
    """The words of one class of person_words.tsv."""
    return tuple(form for row in read_tsv("person_words.tsv") if row["class"] == letter for form in split_cell(row["words"]))


@cache
def word_set(kind: str) -> frozenset[str]:
    """The same for look-up: particle, stop, clause, heading, doing."""
    return frozenset(word_list(kind))


@cache
def numbers() -> dict[str, int]:
    """`both` -> 2."""
    return {word: number for number in range(2, 9) for word in word_list(str(number))}


@cache
def common_words() -> frozenset[str]:
    return frozenset(row["word"] for row in read_tsv("common_words.tsv"))


@lru_cache(maxsize=WORDS)
def is_common(word: str) -> bool:
    """Is a word in small letters, or what is left of it without ending, an everyday one?"""
    known = common_words()
    if word in known:
        return True
    return any(word.endswith(ending) and (word[: -len(ending)] in known or word[: -len(ending)] + "e" in known) for ending in ENDINGS)


@cache
def given_names() -> frozenset[str]:
    """First names of many peoples, and family names that come first, as `names.plain` writes them."""
    return frozenset(read_text("given_names.tsv.gz").split())


@cache
def headline_verbs() -> frozenset[str]:
    """The forms of the verbs of headings that an ending shows, in small letters: `announces`, `reviewed`."""
    return frozenset(form for stem in word_set("headline") for form in _forms(stem))


def _forms(stem: str) -> tuple[str, str]:
    if stem.endswith("y") and stem[-2] not in "aeou":
        return stem[:-1] + "ies", stem[:-1] + "ied"
    if stem.endswith("e"):
        return stem + "s", stem + "d"
    hiss = "es" if stem.endswith(("s", "sh", "ch", "x")) else "s"
    return stem + hiss, stem + "ed"


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All phrases, ready for look-up: words as written, words in small letters, and longer phrases by their first two words."""

    written: dict[str, Phrase]
    small: dict[str, Phrase]
    longer: dict[str, dict[str, tuple[Phrase, ...]]]


@cache
def vocabulary() -> Vocabulary:
    """Of two phrases with the same words the first of the table counts."""
    written: dict[str, Phrase] = {}
    small: dict[str, Phrase] = {}
    longer: dict[str, dict[str, dict[tuple[tuple[str, ...], bool], Phrase]]] = {}
    for phrase in _table():
        if len(phrase.words) == 1:
            (written if phrase.exact else small).setdefault(phrase.words[0], phrase)
        elif phrase.words:
            seconds = longer.setdefault(phrase.words[0].lower(), {}).setdefault(phrase.words[1].lower(), {})
            seconds.setdefault((phrase.words, phrase.exact), phrase)
    ordered = {
        first: {second: tuple(sorted(group.values(), key=lambda p: -len(p.words))) for second, group in seconds.items()}
        for first, seconds in longer.items()
    }
    return Vocabulary(written, small, ordered)


def plain(word: str) -> str:
    """A word as the table spells it: small letters, straight apostrophe, no dot at the end."""
    lowered = word.lower()
    return lowered.rstrip(".").replace("’", "'") if not lowered.isalpha() else lowered


Seconds = dict[str, tuple[Phrase, ...]]  # longer phrases by their second word


def begins_longer(text: str) -> bool:
    """May a phrase of several words begin with a token of this text?"""
    return _begun(text)[0] is not None


def may_go_on(text: str, following: str) -> bool:
    """May a phrase of several words begin with a token of this text where one of that text follows, or a sign that does not count?"""
    seconds = _begun(text)[0]
    return seconds is not None and following != "" and (following in UNCOUNTED or plain(following) in seconds)


def single(text: str) -> Phrase | None:
    """The phrase that a token of this text is by itself."""
    return _begun(text)[1]


@lru_cache(maxsize=WORDS)
def _begun(text: str) -> tuple[Seconds | None, Phrase | None]:
    """What begins with a token of this text: longer phrases, and the one that it is by itself."""
    known, word = vocabulary(), plain(text)
    alone = known.written.get(text[:-1] if len(text) > 1 and text[-1] == "." else text) or known.small.get(word)
    return known.longer.get(word), alone


def longest(tokens: Tokens, index: int) -> tuple[Phrase, int] | None:
    """The longest phrase that begins at token `index`, and the index after its last token."""
    seconds, alone = _begun(tokens.texts[index])
    if seconds and (found := _longer(tokens, index, seconds)):
        return found
    return (alone, index + 1) if alone else None


def _longer(tokens: Tokens, index: int, seconds: Seconds) -> tuple[Phrase, int] | None:
    following = _skip(tokens, index + 1)
    if following >= len(tokens.texts):
        return None
    for phrase in seconds.get(plain(tokens.texts[following]), ()):
        stop = _match(tokens, index, phrase)
        if stop:
            return phrase, stop
    return None


def _match(tokens: Tokens, index: int, phrase: Phrase) -> int:
    """Index after the phrase, 0 where it does not stand here."""
    for position, word in enumerate(phrase.words):
        index = _skip(tokens, index) if position else index
        if index >= len(tokens.texts):
            return 0
        text = tokens.texts[index]
        if (text.rstrip(".") if phrase.exact else plain(text)) != word:
            return 0
        index += 1
    return index


def _skip(tokens: Tokens, index: int) -> int:
    """Steps over the dot of an abbreviation and a hyphen between two words: `Lt.-Gen`."""
    for sign in (".", "-‑"):
        if index >= len(tokens.texts) or tokens.texts[index] not in UNCOUNTED or not tokens.glued(index):
            return index
        after_word = sign != "." or len(tokens.texts[index - 1]) <= LONGEST_ABBREVIATION
        if tokens.texts[index] in sign and after_word:
            index += 1
    return index
