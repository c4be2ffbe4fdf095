"""From text to a line: every word gets its letter from lexicon, places, organizations and its own shape.

What belongs here: one word at a time. What does not: what neighbours say about a word (`neighbours`), and grammar.
"""
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from pipelines.model.mention import OrganizationMention, PlaceMention
from pipelines.recognize.people.neighbours import mend_all
from pipelines.recognize.people.tokens import APOSTROPHES, WORDS, Token, small_glue, tokenize
from pipelines.recognize.people.units import Line, Named, Unit
from pipelines.recognize.people.vocabulary import Phrase, begins_longer, common_words, is_common, longest, plain, single, word_set

PLACE_LETTERS = {"country": "C", "demonym": "D", "body": "C", "government_seat": "B"}
SIGNS = {",": ",", "(": "(", ")": ")", ":": ":", "-": "-", "‑": "-", "&": "&", "/": "&", "–": "~", "—": "~"}
LONGEST_ABBREVIATION = 5
DOTTED = "RHTJS"  # letters of what may be an abbreviation
NO_INITIALS = {"No", "St", "Nr"}


def read_line(text: str, start: int, end: int, places: Sequence[PlaceMention], organizations: Sequence[OrganizationMention]) -> Line:
    """The line of text[start:end]; offsets stay those of `text`."""
    tokens = tokenize(text, start, end)
    reader = _Reader(text, tokens, _overlay([*places, *organizations]), is_heading(tokens))
    units = reader.read_all()
    mend_all(units, reader.heading)
    return Line(units, "".join([unit.letter for unit in units]), reader.heading, text[start:end].isupper())


def is_heading(tokens: Sequence[Token]) -> bool:
    """Are all words but the small ones written with a capital?"""
    words = 0
    for token in tokens:
        word = token.text
        if _is_long(word):
            if word[0].islower() and word not in word_set("heading") and word not in small_glue():
                return False
            words += 1
    return words > 1 and (tokens[-1].text != "." or all(token.text.isupper() for token in tokens if _is_long(token.text)))


def _is_long(word: str) -> bool:
    return len(word) > 2 and word[0].isalpha()


def _overlay(mentions: Sequence[Named]) -> dict[int, Named]:
    """Start -> the longest mention that begins there."""
    found: dict[int, Named] = {}
    for mention in mentions:
        if mention.start not in found or mention.end >= found[mention.start].end:
            found[mention.start] = mention
    return found


@lru_cache(maxsize=WORDS)
def _by_itself(text: str) -> tuple[str, str, str] | None:
    """Letter, key and `alone` of a token whose neighbours cannot matter: most of a text. None where they may."""
    if begins_longer(text) or (len(text) == 1 and text.isupper()):
        return None
    phrase = single(text)
    if phrase is None:
        letter = "w" if text[0].isalnum() else SIGNS.get(text, "x")
        return None if text[0].isupper() or letter == "-" or text[0] in APOSTROPHES else (letter, "", "no")
    if phrase.letter in DOTTED and len(text) <= LONGEST_ABBREVIATION:
        return None
    return _letter(phrase, text), phrase.key, phrase.alone


def _letter(phrase: Phrase, written: str) -> str:
    if phrase.letter == "a" and written[0].isupper():
        return "A"
    return "w" if phrase.letter == "p" and written in ("i", "US") else phrase.letter


@dataclass(slots=True)
class _Reader:
    """Turns tokens into units, one phrase after the other."""

    text: str
    tokens: list[Token]
    overlay: dict[int, Named]
    heading: bool
    units: list[Unit] = field(default_factory=list)

    def read_all(self) -> list[Unit]:
        """The units of all tokens."""
        tokens, overlay, units = self.tokens, self.overlay, self.units
        index, stop = 0, len(tokens)
        while index < stop:
            text, start, end, _ = tokens[index]
            known = None if start in overlay else _by_itself(text)
            if known is None:
                index = self.read(index)
            else:
                units.append(Unit(known[0], start, end, text, known[1], known[2]))
                index += 1
        return units

    def read(self, index: int) -> int:
        """Appends the unit that begins at tokens[index]; returns the index after it."""
        token = self.tokens[index]
        mention = self.overlay.get(token.start)
        phrase = longest(self.tokens, index)
        if mention and (phrase is None or self.tokens[phrase[1] - 1].end < mention.end or phrase[0].letter not in "TJLRHXVZ"):
            return self._mention(index, mention)
        if phrase and (phrase[1] > index + 1 or not self._is_initial(index)):
            return self._phrase(index, phrase[1], phrase[0])
        return self._word(index)

    def _mention(self, index: int, mention: Named) -> int:
        stop = index + 1
        while stop < len(self.tokens) and self.tokens[stop].start < mention.end:
            stop += 1
        if isinstance(mention, OrganizationMention) and self._under_title():
            stop = self._without_name(index, stop)
        kind = mention.kind
        letter = PLACE_LETTERS.get(kind, "Y") if isinstance(mention, PlaceMention) else ("C" if kind == "igo" else "B")
        end = self.tokens[stop - 1].end
        self.units.append(Unit(letter, mention.start, end, self.text[mention.start : end], mention=mention))
        return stop

    def _under_title(self) -> bool:
        """Does `Chairman of the` stand before the next unit?"""
        letters = "".join(unit.letter for unit in self.units[-3:])
        return letters.rstrip("d").endswith(("To", "Jo", "Lo", "Tn", "Jn"))

    def _without_name(self, index: int, stop: int) -> int:
        """The end of an institution's name before the name of a person that runs on from it: `National Congress Li Ming`."""
        cut = stop
        while cut > index + 1 and self._is_name(cut - 1):
            cut -= 1
        before = longest(self.tokens, cut - 1)
        goes_on = self._text(stop)[:1].isupper() and self._is_name(stop)
        noun = before is not None and before[0].letter in "aU"
        return cut if noun and cut < stop and (stop - cut > 1 or goes_on) else stop

    def _is_name(self, index: int) -> bool:
        """A word with a capital that nothing explains."""
        token = self.tokens[index]
        known = token.start in self.overlay or longest(self.tokens, index) or is_common(plain(token.text))
        return token.text[:1].isupper() and token.text.isalpha() and not known

    def _phrase(self, index: int, stop: int, phrase: Phrase) -> int:
        stop = self._with_dot(stop) if phrase.letter in DOTTED else stop
        start, end = self.tokens[index].start, self.tokens[stop - 1].end
        written = self.text[start:end]
        letter = "w" if phrase.letter == "p" and written == "I" and self._is_numeral(stop) else _letter(phrase, written)
        self.units.append(Unit(letter, start, end, written, phrase.key, phrase.alone))
        return stop

    def _is_numeral(self, stop: int) -> bool:
        """`I.`, and `Al Noor-I`: no pronoun."""
        return self._text(stop) == "." or bool(self.units and self.units[-1].letter == "-")

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
            letter = "~"
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
        common = self._is_common(word.lower())
        letter = "w" if common and (self.heading or self._opens() or self.text[token.start - 1 : token.start] == "\n") else "W"
        if word in ("Q", "A") and index == 0:
            letter = "x"  # question and answer
        elif len(word) == 1:
            letter = "I"
        self.units.append(Unit(letter, token.start, token.end, word, "common" if common else ""))
        return index + 1

    def _is_common(self, word: str) -> bool:
        """An everyday word; in headings, where verbs have capitals, with any ending."""
        if len(word) == 2:
            return word in word_set("clause")
        return is_common(word) if self.heading else word in common_words()

    def _opens(self) -> bool:
        """Does the next word begin a sentence or a quotation?"""
        return not self.units or (self.units[-1].letter in "x:~" and self.units[-1].text not in "./")
