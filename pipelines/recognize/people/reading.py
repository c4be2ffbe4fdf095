"""From text to a line: every word gets its letter from lexicon, places, organizations and its own shape.

What belongs here: one word at a time. What does not: what neighbours say about a word (`neighbours`), and grammar.
"""
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from pipelines.model.mention import OrganizationMention, PlaceMention
from pipelines.recognize.people.neighbours import mend_all
from pipelines.recognize.people.tokens import APOSTROPHES, Tokens, small_glue, tokenize
from pipelines.recognize.people.units import Line, Named, Unit, Units
from pipelines.recognize.people.vocabulary import Phrase, common_words, is_common, longest, plain, single, word_set
from pipelines.recognize.people.words import DOTTED, LONGEST_ABBREVIATION, SIGNS, UNSURE, alone, letter_of, mark, mark_before

PLACE_LETTERS = {"country": "C", "demonym": "D", "body": "C", "government_seat": "B"}
OKINA = frozenset("'‘ʻʼ’`")  # a consonant of Polynesian and Sotho names
LONGEST_QUOTE = 6  # words of a nickname between apostrophes
SHORTEST_ELISION = 3  # letters of "d'O"
NO_INITIALS = {"No", "St", "Nr"}


def read_line(text: str, start: int, end: int, places: Sequence[PlaceMention], organizations: Sequence[OrganizationMention]) -> Line:
    """The line of text[start:end]; offsets stay those of `text`."""
    tokens = tokenize(text, start, end)
    reader = _Reader(text, tokens, _overlay([*places, *organizations]), is_heading(tokens))
    units = reader.read_all()
    return Line(units, mend_all(units, reader.heading), reader.heading, text[start:end].isupper())


def is_heading(tokens: Tokens) -> bool:
    """Are all words but the small ones written with a capital?"""
    words = 0
    for word in tokens.texts:
        if _is_long(word):
            if word[0].islower() and word not in word_set("heading") and word not in small_glue():
                return False
            words += 1
    return words > 1 and (tokens.texts[-1] != "." or all(word.isupper() for word in tokens.texts if _is_long(word)))


def _is_long(word: str) -> bool:
    return len(word) > 2 and word[0].isalpha()


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
    tokens: Tokens
    overlay: dict[int, Named]
    heading: bool
    units: Units = field(init=False)
    ends: frozenset[int] = field(init=False)  # of the names of places

    def __post_init__(self) -> None:
        self.units = Units(self.tokens, alone)
        self.ends = frozenset(mention.end for mention in self.overlay.values() if isinstance(mention, PlaceMention))

    def read_all(self) -> Units:
        """The units of all tokens."""
        marks, index = self._marks(), 0
        while (unsure := marks.find(UNSURE, index)) >= 0:
            self.units.take(index, unsure, marks[index:unsure])
            index = self.read(unsure)
        self.units.take(index, len(marks), marks[index:])
        return self.units

    def _marks(self) -> str:
        """A letter for each token, or `UNSURE`."""
        texts, starts = self.tokens.texts, self.tokens.starts
        marks = list(map(mark, texts))
        for index in [index for index, letter in enumerate(marks) if letter == UNSURE]:
            marks[index] = mark_before(texts[index], texts[index + 1] if index + 1 < len(texts) else "")
        for start in self.overlay:
            index = bisect_left(starts, start)
            if index < len(starts) and starts[index] == start:
                marks[index] = UNSURE
        return "".join(marks)

    def read(self, index: int) -> int:
        """Appends the unit that begins at token `index`; returns the index after it."""
        mention = self.overlay.get(self.tokens.starts[index])
        phrase = self._longest(index)
        if mention and (phrase is None or self.tokens.end(phrase[1] - 1) < mention.end or phrase[0].letter not in "TJLRHXVZ"):
            return self._mention(index, mention)
        if phrase and (phrase[1] > index + 1 or not self._is_initial(index)):
            return self._phrase(index, phrase[1], phrase[0])
        return self._word(index)

    def _longest(self, index: int) -> tuple[Phrase, int] | None:
        """The phrase that begins here; of "Head of the State Security Service" it is "Head"."""
        phrase = longest(self.tokens, index)
        if phrase is None or phrase[0].key != "head of state":
            return phrase
        begun = self.overlay.get(self.tokens.starts[phrase[1] - 1])
        word = single(self.tokens.texts[index])
        return (word, index + 1) if word and begun and begun.end > self.tokens.end(phrase[1] - 1) else phrase

    def _mention(self, index: int, mention: Named) -> int:
        stop = index + 1
        while stop < len(self.tokens) and self.tokens.starts[stop] < mention.end:
            stop += 1
        if isinstance(mention, OrganizationMention) and self._under_title():
            stop = self._without_name(index, stop)
        kind = mention.kind
        letter = PLACE_LETTERS.get(kind, "Y") if isinstance(mention, PlaceMention) else ("C" if kind == "igo" else "B")
        end = self.tokens.end(stop - 1)
        self.units.append(Unit(letter, mention.start, end, self.text[mention.start : end], mention=mention))
        return stop

    def _under_title(self) -> bool:
        """Does `Chairman of the` stand before the next unit?"""
        letters = "".join(unit.letter for unit in self.units[-3:])
        return letters.rstrip("d").endswith(("To", "Jo", "Lo", "Tn", "Jn", "An"))

    def _without_name(self, index: int, stop: int) -> int:
        """The end of an institution's name before the name of a person that runs on from it: `National Congress Li Ming`."""
        cut = stop
        while cut > index + 1 and self._is_name(cut - 1):
            cut -= 1
        before = longest(self.tokens, cut - 1)
        word = self._text(cut - 1)
        goes_on = self._text(stop)[:1].isupper() and self._is_name(stop)
        noun = (before is not None and before[0].letter in "aU") or (word[:1].isupper() and is_common(word.lower()))
        noun = noun or self.tokens.end(cut - 1) in self.ends  # "University of Tartu", "Court of Viet Nam"
        return cut if noun and cut < stop and (stop - cut > 1 or goes_on) else stop

    def _is_name(self, index: int) -> bool:
        """A word with a capital that nothing explains."""
        word = self.tokens.texts[index]
        known = self.tokens.starts[index] in self.overlay or longest(self.tokens, index) or is_common(plain(word))
        return word[:1].isupper() and word.isalpha() and not known

    def _phrase(self, index: int, stop: int, phrase: Phrase) -> int:
        stop = self._with_dot(stop) if phrase.letter in DOTTED else stop
        start, end = self.tokens.starts[index], self.tokens.end(stop - 1)
        written = self.text[start:end]
        letter = "w" if phrase.letter == "p" and written == "I" and self._is_numeral(stop) else letter_of(phrase, written)
        self.units.append(Unit(letter, start, end, written, phrase.key, phrase.alone))
        return stop

    def _is_numeral(self, stop: int) -> bool:
        """`I.`, and `Al Noor-I`: no pronoun."""
        return self._text(stop) == "." or bool(self.units and self.units[-1].letter == "-")

    def _text(self, index: int) -> str:
        return self.tokens.texts[index] if index < len(self.tokens) else ""

    def _has_dot(self, index: int) -> bool:
        """Does a dot follow token `index` without space?"""
        return self._text(index + 1) == "." and self.tokens.glued(index + 1)

    def _with_dot(self, stop: int) -> int:
        """An abbreviation owns its dot where a name follows; the dot of `Jr.` ends a sentence only at the end of a line."""
        last = self._text(stop - 1)
        if not self._has_dot(stop - 1) or len(last) > LONGEST_ABBREVIATION:
            return stop
        following = self._text(stop + 1)
        named = following[:1].isupper() or (following in OKINA and self._text(stop + 2)[:1].isupper())
        return stop + 1 if named or (last in ("Jr", "Sr") and following) else stop

    def _is_initial(self, index: int) -> bool:
        """`V.` in `V. Novak` is no Roman numeral, `A.` no article."""
        text = self._text(index)
        return len(text) == 1 and text.isupper() and self._has_dot(index)

    def _word(self, index: int) -> int:
        word = self.tokens.texts[index]
        if word[0].isupper():
            return self._capital(index)
        if stop := self._apostrophe(index):
            self.units.append(Unit("W", self.tokens.starts[index], self.tokens.end(stop - 1), "".join(self.tokens.texts[index:stop])))
            return stop
        letter = "w" if word[0].isalnum() else SIGNS.get(word, "x")
        glued = self.tokens.glued(index)
        if letter == "-" and not (glued and index + 1 < len(self.tokens) and self.tokens.glued(index + 1)):
            letter = "~"
        if word[0] in APOSTROPHES and glued and (len(word) == 2 or self._text(index - 1)[-1:] in ("s", "S")):
            letter = "'"
        self.units.append(Unit(letter, self.tokens.starts[index], self.tokens.end(index), word))
        return index + 1

    def _apostrophe(self, index: int) -> int:
        """The index after `'Aho'eitu` or `d'Almeida` behind a title or within a name, 0 elsewhere."""
        word = self.tokens.texts[index]
        if not self.units or self.units[-1].letter not in "TJRHW" or self.tokens.glued(index):
            return 0
        if word[0] in "dl" and len(word) > SHORTEST_ELISION and word[1] in APOSTROPHES and word[2].isupper():
            return index + 1
        name = self._text(index + 1)
        quoted = any(text[-1] in APOSTROPHES for text in self.tokens.texts[index + 2 : index + 2 + LONGEST_QUOTE])
        return index + 2 if word in OKINA and name[:1].isupper() and self.tokens.glued(index + 1) and not quoted else 0

    def _capital(self, index: int) -> int:
        """An initial, or a word that may be part of a name."""
        word, start = self.tokens.texts[index], self.tokens.starts[index]
        if word == "St" and self._has_dot(index) and self.units and self.units[-1].letter == "W" and not self.heading:
            self.units.append(Unit("I", start, self.tokens.end(index + 1), "St."))
            return index + 2
        short = len(word) == 1 or (len(word) == 2 and self._text(index + 2)[:1].isupper() and word not in NO_INITIALS)
        if word[-1] == "." or (short and self._has_dot(index)):
            stop = index + 1 if word[-1] == "." else index + 2
            self.units.append(Unit("I", start, self.tokens.end(stop - 1), word.rstrip(".") + "."))
            return stop
        common = self._is_common(word.lower())
        letter = "w" if common and (self.heading or self._opens() or self.text[start - 1 : start] == "\n") else "W"
        if word in ("Q", "A") and index == 0:
            letter = "x"  # question and answer
        elif len(word) == 1:
            letter = "I"
        self.units.append(Unit(letter, start, self.tokens.end(index), word, "common" if common else ""))
        return index + 1

    def _is_common(self, word: str) -> bool:
        """An everyday word; in headings, where verbs have capitals, with any ending."""
        if len(word) == 2:
            return word in word_set("clause")
        return is_common(word) if self.heading else word in common_words()

    def _opens(self) -> bool:
        """Does the next word begin a sentence or a quotation?"""
        return not self.units or (self.units[-1].letter in "x:~" and self.units[-1].text not in "./")
