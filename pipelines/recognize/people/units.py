"""A sentence as a row of units with one class letter each: what the grammars of this package read.

What belongs here: choosing the letter of a word from lexicon, places, organizations and its own shape. What does not:
which letters in a row make a noun group (`offices`, `groups`, `assembly`).

    T J L  office noun: singular, singular of a diplomat, plural      C D Y  country or its code, demonym, town or region
    M F k  modifier, former, newly/incoming                           B      organization
    A a    word of a portfolio, with and without capital              U      noun of a body ("committee", "union")
    R H    rank, courtesy word                                        W I P S  name: capitalized word, initial, particle, suffix
    X V v Z  counterpart, group noun, "side", delegation              Q p q  "two", pronoun, "himself"
    o t f n d h &  of, to, for, at/in/from, article, possessive, and  ' , ( ) - :  as written   x  other sign   w  other word
"""
from collections.abc import Sequence
from dataclasses import dataclass, field

from pipelines.model.mention import OrganizationMention, PlaceMention
from pipelines.recognize.people.tokens import APOSTROPHES, Token, tokenize
from pipelines.recognize.people.vocabulary import common_words, longest, particles

PLACE_LETTERS = {"country": "C", "demonym": "D", "body": "C", "government_seat": "B"}
SIGNS = {",": ",", "(": "(", ")": ")", ":": ":", "-": "-", "‑": "-", "&": "&", "–": "x", "—": "x"}
HEADING_SHARE = 0.35  # of the longer words of a heading, at most this share begins with a small letter
SHORTEST_JUDGED = 4


@dataclass(slots=True)
class Unit:
    """One phrase of the sentence. `key`: what its table says; `mention`: the place or organization it is."""

    letter: str
    start: int
    end: int
    text: str
    key: str = ""
    alone: str = "no"
    mention: PlaceMention | OrganizationMention | None = None

    @property
    def capital(self) -> bool:
        return self.text[:1].isupper()


@dataclass(slots=True)
class Line:
    """The units of a sentence and their letters as one string: `letters[i]` belongs to `units[i]`."""

    start: int
    end: int
    units: list[Unit]
    letters: str
    heading: bool
    used: list[bool] = field(default_factory=list)

    def free(self, begin: int, stop: int) -> bool:
        return not any(self.used[begin:stop])

    def take(self, begin: int, stop: int) -> None:
        self.used[begin:stop] = [True] * (stop - begin)


def read_line(text: str, start: int, end: int, places: Sequence[PlaceMention], organizations: Sequence[OrganizationMention]) -> Line:
    """The line of text[start:end]; offsets stay those of `text`."""
    tokens = tokenize(text, start, end)
    heading = is_heading(tokens)
    overlay = _overlay(places, organizations)
    units: list[Unit] = []
    index = 0
    while index < len(tokens):
        index = _read(text, tokens, index, overlay, heading, units)
    _mend(units)
    return Line(start, end, units, "".join(unit.letter for unit in units), heading, [False] * len(units))


def is_heading(tokens: Sequence[Token]) -> bool:
    """Are (nearly) all longer words written with a capital?"""
    longer = [token.text for token in tokens if len(token.text) >= SHORTEST_JUDGED and token.text[0].isalpha()]
    return bool(longer) and sum(word[0].islower() for word in longer) <= HEADING_SHARE * len(longer) and not _is_name_list(tokens)


def _is_name_list(tokens: Sequence[Token]) -> bool:
    return sum(token.text == "," for token in tokens) > len(tokens) / 6


def _overlay(places: Sequence[PlaceMention], organizations: Sequence[OrganizationMention]) -> dict[int, PlaceMention | OrganizationMention]:
    """Start -> the longest mention that begins there."""
    found: dict[int, PlaceMention | OrganizationMention] = {}
    for mention in [*places, *organizations]:
        if mention.start not in found or mention.end >= found[mention.start].end:
            found[mention.start] = mention
    return found


def _read(
    text: str, tokens: list[Token], index: int, overlay: dict[int, PlaceMention | OrganizationMention], heading: bool, units: list[Unit]
) -> int:
    """Appends the unit that begins at tokens[index]; returns the index after it."""
    token = tokens[index]
    phrase = longest(tokens, index)
    mention = overlay.get(token.start)
    if mention and (phrase is None or tokens[phrase[1] - 1].end < mention.end or phrase[0].letter in "aUMW"):
        stop = index + 1
        while stop < len(tokens) and tokens[stop].start < mention.end:
            stop += 1
        units.append(_mentioned(text, mention, tokens[stop - 1].end))
        return stop
    if phrase and not _is_initial(tokens, index):
        return _read_phrase(text, tokens, index, phrase[1], Unit(phrase[0].letter, token.start, 0, "", phrase[0].key, phrase[0].alone), units)
    return _read_word(tokens, index, heading, units)


def _mentioned(text: str, mention: PlaceMention | OrganizationMention, end: int) -> Unit:
    if isinstance(mention, OrganizationMention):
        letter = "C" if mention.kind == "igo" else "B"
    else:
        letter = PLACE_LETTERS.get(mention.kind, "Y")
    return Unit(letter, mention.start, max(mention.end, end), text[mention.start : mention.end], mention=mention)


def _read_phrase(text: str, tokens: list[Token], index: int, stop: int, unit: Unit, units: list[Unit]) -> int:
    stop = _with_dot(tokens, stop) if unit.letter in "RHTJS" else stop
    unit.end = tokens[stop - 1].end
    unit.text = text[unit.start : unit.end]
    if unit.letter == "a" and unit.capital:
        unit.letter = "A"
    elif unit.letter == "p" and (unit.text == "i" or unit.text == "US" or (unit.text == "I" and stop < len(tokens) and tokens[stop].text == ".")):
        unit.letter = "w"
    units.append(unit)
    return stop


def _with_dot(tokens: list[Token], stop: int) -> int:
    """An abbreviation owns its dot where a name follows; the dot of `Jr.` ends a sentence only at the end of a line."""
    if tokens[stop - 1].text in ("Jr", "Sr") and stop + 1 < len(tokens) and tokens[stop].text == ".":
        return stop + 1
    if stop + 1 < len(tokens) and tokens[stop].text == "." and tokens[stop].glued and len(tokens[stop - 1].text) <= 5 and tokens[stop + 1].text[:1].isupper():
        return stop + 1
    return stop


def _is_initial(tokens: list[Token], index: int) -> bool:
    """`V.` in `V. Petrov`, which is no Roman numeral; `A.` is no article."""
    token = tokens[index]
    return len(token.text) == 1 and token.text.isupper() and index + 1 < len(tokens) and tokens[index + 1].text == "." and tokens[index + 1].glued


def _read_word(tokens: list[Token], index: int, heading: bool, units: list[Unit]) -> int:
    token = tokens[index]
    word = token.text
    if word[0].isalpha() and word[0].isupper():
        return _read_capital(tokens, index, heading, units)
    letter = "w" if word[0].isalnum() else SIGNS.get(word, "x")
    if letter == "-" and not (token.glued and index + 1 < len(tokens) and tokens[index + 1].glued):
        letter = "x"
    if word[0] in APOSTROPHES and token.glued and (len(word) == 2 or index == 0 or tokens[index - 1].text[-1] in "sS"):
        letter = "'"
    units.append(Unit(letter, token.start, token.end, word))
    return index + 1


def _read_capital(tokens: list[Token], index: int, heading: bool, units: list[Unit]) -> int:
    token = tokens[index]
    word = token.text
    dot = index + 1 < len(tokens) and tokens[index + 1].text == "." and tokens[index + 1].glued
    if word[-1] == "." or (dot and len(word) <= 2 and index + 2 < len(tokens) and tokens[index + 2].text[:1].isupper() and word.lower() not in {"no", "st"}):
        stop = index + 1 if word[-1] == "." else index + 2
        units.append(Unit("I", token.start, tokens[stop - 1].end, word))
        return stop
    common = word.lower() in common_words()
    opens = not units or (units[-1].letter in "x:" and units[-1].text not in "./")
    letter = "w" if common and (heading or opens) else "W"
    if len(word) == 1:
        letter = "I"
    units.append(Unit(letter, token.start, token.end, word, "common" if common else ""))
    return index + 1


def _mend(units: list[Unit]) -> None:
    """What a word's neighbours say about it: particles inside names, towns and common words after a title."""
    for index, unit in enumerate(units):
        before = units[index - 1] if index else None
        after = units[index + 1] if index + 1 < len(units) else None
        if unit.key == "deputy" and unit.letter == "T" and after and after.letter in "TJLAaMF":
            unit.letter = "M"
        if before is None:
            continue
        follows_title = before.letter in "TJRHLWIP-" and not (before.letter == "-" and index > 1 and units[index - 2].letter not in "WIP")
        if unit.letter in "wdo" and follows_title and after and after.letter in "WIY-w" and _is_particle(unit, after):
            unit.letter = "P"
        elif (unit.letter == "Y" and follows_title and isinstance(unit.mention, PlaceMention) and unit.mention.kind in ("city", "region")) or (unit.key == "common" and unit.letter == "w" and before.letter in "TJRHI" and not _is_verb(unit)):
            unit.letter = "W"


def _is_particle(unit: Unit, after: Unit) -> bool:
    """`the`, `a` and `of` are no particles; a particle is small and a name follows, with or without hyphen."""
    return unit.text in particles() and unit.text not in {"the", "a", "an", "as", "y", "e", "i", "und", "do", "to"} and (after.capital or after.letter == "-")


def _is_verb(unit: Unit) -> bool:
    """A common word of a heading that is rather a verb or noun than a surname ("Meets", "Visiting", "Arrived")."""
    word = unit.text.lower()
    return word.endswith(("s", "ed", "ing", "ion", "ment")) or word in {"met", "to", "will", "on", "and", "the", "in", "of", "for", "with", "at", "by", "from", "is", "has", "was", "its", "held", "that", "who"}
