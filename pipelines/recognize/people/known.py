"""Names without a title of people whom the segment introduces elsewhere: "Hasanov", "Novak and Petrov".

What belongs here: collecting the introduced names and finding them again. What does not: which of two Hasanovs is meant
(`coding.cast`).
"""
from collections.abc import Iterable

from pipelines.model.mention import PersonMention
from pipelines.recognize.names import POSSIBLE, similarity
from pipelines.recognize.people.chunks import Row
from pipelines.recognize.people.mentions import first_unit
from pipelines.recognize.people.offices import country_of
from pipelines.recognize.people.units import Unit
from pipelines.recognize.people.vocabulary import word_set

PREFIX = 3  # letters in which two spellings of a name agree
MOST_CANDIDATES = 30  # names that share them
SHORTEST_MISSPELT = 5  # letters; shorter names must be written alike
MOST_LETTERS_APART = 2


class Introduced:
    """The names of a segment, looked up by their words and, for other spellings, by the first letters of their words."""

    def __init__(self, mentions: Iterable[PersonMention]) -> None:
        self.words: set[str] = set()
        self.similar: dict[str, list[str]] = {}
        for name in sorted({mention.name for mention in mentions if mention.name}):
            for word in dict.fromkeys((*name.split(), *name.replace("-", " ").split())):  # "Al-Novak" and "Novak"
                if len(word) > 1 and word.lower() not in word_set("particle") and not word.endswith("."):
                    self._add(word.casefold().strip(".,"), name)

    def _add(self, word: str, name: str) -> None:
        self.words.add(word)
        names = self.similar.setdefault(word[:PREFIX], [])
        if len(names) < MOST_CANDIDATES and name not in names:
            names.append(name)

    def knows(self, words: tuple[str, ...]) -> bool:
        """Is this run of words the name, or a part of the name, of somebody introduced?"""
        folded = [word.casefold() for word in words]
        if len(words) == 1 and folded[0] in self.words:
            return True
        candidates = dict.fromkeys(name for word in folded for name in self.similar.get(word[:PREFIX], ()))
        if len(words) == 1:
            return len(folded[0]) >= SHORTEST_MISSPELT and any(_is_spelling(words[0], name) for name in candidates)
        return any(similarity(" ".join(words), name) >= POSSIBLE for name in candidates)


def _is_spelling(word: str, name: str) -> bool:
    """`Shahverdiyev` for `Shaverdiyev`."""
    surname = name.replace("-", " ").split()[-1]
    return abs(len(surname) - len(word)) <= MOST_LETTERS_APART and similarity(word, surname) >= POSSIBLE


def find_known(row: Row, taken: list[tuple[int, int]], introduced: Introduced) -> list[PersonMention]:
    """The names of a line outside the chunks that are taken, as far as they are known."""
    if "N" not in row.letters:
        return []
    covered = {index for begin, stop in taken for index in range(begin, stop)}
    return [
        mention
        for index, letter in enumerate(row.letters)
        if letter == "N" and index not in covered and not _names_a_body(row, index)
        for mention in _known(row, index, introduced)
    ]


def _names_a_body(row: Row, index: int) -> bool:
    """`the Biden Administration`, `Heydar Novak Foundation`."""
    following = row.line.units[row.chunks[index + 1].begin] if index + 1 < len(row.chunks) else None
    return bool(following and (following.letter == "U" or (following.capital and following.text.lower() in word_set("stop"))))


def _known(row: Row, index: int, introduced: Introduced) -> list[PersonMention]:
    chunk = row.chunks[index]
    if row.line.heading and len(chunk.words) == 1 and row.line.units[chunk.begin].key == "common":
        return []
    if not introduced.knows(chunk.words):
        return []
    owner = _owner(row, index)
    start = owner.start if owner else chunk.start
    country = country_of(owner) if owner else None
    return [PersonMention(start, chunk.end, "named", name=chunk.name, name_start=chunk.start, name_end=chunk.end, country=country)]


def _owner(row: Row, index: int) -> Unit | None:
    """The country in `Norway's Berg`."""
    return first_unit(row, index - 2) if row.letters[max(0, index - 2) : index] == "C'" else None
