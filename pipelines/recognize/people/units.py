"""A sentence as a row of units with one class letter each: what the grammars of this package read.

What belongs here: choosing the letter of a word from lexicon, places, organizations and its own shape. What does not:
which letters in a row make a noun group (`offices`, `assembly`, `groups`).

    T J L  office noun: singular, singular of a diplomat, plural      C D Y  country or its code, demonym, town or region
    M F k  modifier, former, newly/incoming                           B      organization
    A a    word of a portfolio, with and without capital              U      noun of a body ("committee", "union")
    R H    rank, courtesy word                                        W I P S  name: capitalized word, initial, particle, suffix
    X V v Z  counterpart, group noun, "side", delegation              Q p q  "two", pronoun, "himself"
    o t f n i r d h &  of, to, for, at/from, in, on, article, possessive, and
    ' , ( ) - :  as written   x  other sign   w  other word
"""
from collections.abc import Sequence
from dataclasses import dataclass

from pipelines.model.mention import OrganizationMention, PlaceMention
from pipelines.recognize.people.tokens import APOSTROPHES, Token, small_glue, tokenize
from pipelines.recognize.people.vocabulary import Phrase, common_words, longest, plain, word_set

Named = PlaceMention | OrganizationMention
PLACE_LETTERS = {"country": "C", "demonym": "D", "body": "C", "government_seat": "B"}
SIGNS = {",": ",", "(": "(", ")": ")", ":": ":", "-": "-", "‑": "-", "&": "&"}
HEADING_SHARE = 0.1  # of the words of a heading, at most this share begins with a small letter
LONGEST_ABBREVIATION = 5
NO_INITIALS = {"No", "St", "Nr"}
BEFORE_NAME = "TJRHLWIPX"
VERB_ENDINGS = ("ed", "ing", "ion", "ment", "s")


@dataclass(slots=True)
class Unit:
    """One phrase of the sentence. `key`: what its table says; `mention`: the place or organization it is."""

    letter: str
    start: int
    end: int
    text: str
    key: str = ""
    alone: str = "no"
    mention: Named | None = None

    @property
    def capital(self) -> bool:
        return self.text[:1].isupper()


@dataclass(slots=True)
class Line:
    """The units of a sentence and their letters as one string: `letters[i]` belongs to `units[i]`."""

    units: list[Unit]
    letters: str
    heading: bool  # all but the small words have a capital
    capitals: bool  # all letters are capitals


def read_line(text: str, start: int, end: int, places: Sequence[PlaceMention], organizations: Sequence[OrganizationMention]) -> Line:
    """The line of text[start:end]; offsets stay those of `text`."""
    tokens = tokenize(text, start, end)
    reader = _Reader(text, tokens, _overlay([*places, *organizations]), is_heading(tokens))
    index = 0
    while index < len(tokens):
        index = reader.read(index)
    for index in range(len(reader.units)):
        _mend(reader.units, index)
    return Line(reader.units, "".join(unit.letter for unit in reader.units), reader.heading, text[start:end].isupper())


def is_heading(tokens: Sequence[Token]) -> bool:
    """Are all words but the small ones written with a capital?"""
    words = [token.text for token in tokens if len(token.text) > 2 and token.text[0].isalpha()]
    small = sum(word[0].islower() and word not in word_set("heading") and word not in small_glue() for word in words)
    return len(words) > 1 and small <= HEADING_SHARE * len(words)


def _overlay(mentions: Sequence[Named]) -> dict[int, Named]:
    """Start -> the longest mention that begins there."""
    found: dict[int, Named] = {}
    for mention in mentions:
        if mention.start not in found or mention.end >= found[mention.start].end:
            found[mention.start] = mention
    return found


@dataclass(slots=True)
class _Reader:
    """Turns tokens into units, one phrase after the other."""

    text: str
    tokens: list[Token]
    overlay: dict[int, Named]
    heading: bool
    units: list[Unit]

    def __init__(self, text: str, tokens: list[Token], overlay: dict[int, Named], heading: bool) -> None:
        self.text, self.tokens, self.overlay, self.heading, self.units = text, tokens, overlay, heading, []

    def read(self, index: int) -> int:
        """Appends the unit that begins at tokens[index]; returns the index after it."""
        token = self.tokens[index]
        word = plain(token.text)
        mention = self.overlay.get(token.start)
        phrase = longest(self.tokens, index, word)
        if mention and (phrase is None or self.tokens[phrase[1] - 1].end < mention.end or phrase[0].letter in "aUMw"):
            return self._mention(index, mention)
        if phrase and not self._is_initial(index):
            return self._phrase(index, phrase[1], phrase[0])
        if word == token.text and word.isalpha():
            self.units.append(Unit("w", token.start, token.end, word))
            return index + 1
        return self._word(index)

    def _mention(self, index: int, mention: Named) -> int:
        stop = index + 1
        while stop < len(self.tokens) and self.tokens[stop].start < mention.end:
            stop += 1
        kind = mention.kind
        letter = PLACE_LETTERS.get(kind, "Y") if isinstance(mention, PlaceMention) else ("C" if kind == "igo" else "B")
        end = max(mention.end, self.tokens[stop - 1].end)
        self.units.append(Unit(letter, mention.start, end, self.text[mention.start : mention.end], mention=mention))
        return stop

    def _phrase(self, index: int, stop: int, phrase: Phrase) -> int:
        stop = self._with_dot(stop) if phrase.letter in "RHTJS" else stop
        start, end = self.tokens[index].start, self.tokens[stop - 1].end
        written = self.text[start:end]
        letter = phrase.letter
        if letter == "a" and written[0].isupper():
            letter = "A"
        elif letter == "p" and (written in ("i", "US") or (written == "I" and self._text(stop) == ".")):
            letter = "w"
        self.units.append(Unit(letter, start, end, written, phrase.key, phrase.alone))
        return stop

    def _text(self, index: int) -> str:
        return self.tokens[index].text if index < len(self.tokens) else ""

    def _has_dot(self, index: int) -> bool:
        """Does a dot follow tokens[index] without space?"""
        return self._text(index + 1) == "." and self.tokens[index + 1].glued

    def _with_dot(self, stop: int) -> int:
        """An abbreviation owns its dot where a name follows; the dot of `Jr.` ends a sentence only at the end of a line."""
        last = self._text(stop - 1)
        if not self._has_dot(stop - 1) or len(last) > LONGEST_ABBREVIATION:
            return stop
        following = self._text(stop + 1)
        return stop + 1 if following[:1].isupper() or (last in ("Jr", "Sr") and following) else stop

    def _is_initial(self, index: int) -> bool:
        """`V.` in `V. Novak` is no Roman numeral, `A.` no article."""
        text = self._text(index)
        return len(text) == 1 and text.isupper() and self._has_dot(index)

    def _word(self, index: int) -> int:
        token = self.tokens[index]
        if token.text[0].isupper():
            return self._capital(index)
        letter = "w" if token.text[0].isalnum() else SIGNS.get(token.text, "x")
        if letter == "-" and not (token.glued and index + 1 < len(self.tokens) and self.tokens[index + 1].glued):
            letter = "x"
        if token.text[0] in APOSTROPHES and token.glued and (len(token.text) == 2 or self._text(index - 1)[-1:] in ("s", "S")):
            letter = "'"
        self.units.append(Unit(letter, token.start, token.end, token.text))
        return index + 1

    def _capital(self, index: int) -> int:
        """An initial, or a word that may be part of a name."""
        token = self.tokens[index]
        word = token.text
        short = len(word) == 1 or (len(word) == 2 and self._text(index + 2)[:1].isupper() and word not in NO_INITIALS)
        if word[-1] == "." or (short and self._has_dot(index)):
            stop = index + 1 if word[-1] == "." else index + 2
            self.units.append(Unit("I", token.start, self.tokens[stop - 1].end, word.rstrip(".") + "."))
            return stop
        common = word.lower() in common_words() or (len(word) == 2 and word.lower() in word_set("clause"))
        letter = "w" if common and (self.heading or self._opens()) else "W"
        self.units.append(Unit("I" if len(word) == 1 else letter, token.start, token.end, word, "common" if common else ""))
        return index + 1

    def _opens(self) -> bool:
        """Does the next word begin a sentence or a quotation?"""
        return not self.units or (self.units[-1].letter in "x:" and self.units[-1].text not in "./")


def _mend(units: list[Unit], index: int) -> None:
    """What a word's neighbours say about it: deputies, particles inside names, towns and common words after a title."""
    unit = units[index]
    before = units[index - 1].letter if index else ""
    after = units[index + 1] if index + 1 < len(units) else None
    if unit.key == "deputy" and unit.letter == "T" and after and after.letter in "TJLAaMF":
        unit.letter = "M"
    elif unit.letter == "D" and unit.text[-1:] == "o" and (after is None or after.letter != "-"):
        unit.letter = "W"  # "Franco" is a demonym only in "Franco-German"
    elif not before or not _follows_name(units, index, before):
        return
    elif unit.letter in "wdo" and after and _is_particle(unit, after):
        unit.letter = "P"
    elif (isinstance(unit.mention, PlaceMention) and _may_be_surname(unit.mention, before)) or _is_common_surname(unit, before):
        unit.letter = "W"


def _follows_name(units: list[Unit], index: int, before: str) -> bool:
    """Does a title or a part of a name stand before units[index]?"""
    return before in BEFORE_NAME or (before == "-" and index > 1 and units[index - 2].letter in "WIP")


def _may_be_surname(mention: PlaceMention, before: str) -> bool:
    return mention.kind in ("city", "region") or (mention.kind == "capital" and before == "P")


def _is_particle(unit: Unit, after: Unit) -> bool:
    """A particle is small and a name follows, with or without hyphen."""
    particles = word_set("particle")
    return unit.text in particles and (after.capital or after.letter == "-" or after.text in particles)


def _is_common_surname(unit: Unit, before: str) -> bool:
    """A common word of a heading after a title that is no verb or noun of the heading ("President Bush", not "President Meets")."""
    word = unit.text.lower()
    return unit.key == "common" and before in "TJRHIX" and not word.endswith(VERB_ENDINGS) and word not in word_set("clause")
