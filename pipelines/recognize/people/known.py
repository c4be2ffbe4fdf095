"""Names without a title of people whom the segment introduces elsewhere: "Hasanov", "Novak and Petrov".

What belongs here: collecting the introduced names and finding them again. What does not: which of two Hasanovs is meant
(`coding.cast`).
"""
from collections.abc import Iterable

from pipelines.model.mention import PersonMention
from pipelines.recognize.names import POSSIBLE, SAME, similarity
from pipelines.recognize.people.chunks import Chunk, Row
from pipelines.recognize.people.vocabulary import word_set


class Introduced:
    """The names of a segment, looked up by their words."""

    def __init__(self, mentions: Iterable[PersonMention]) -> None:
        self.names = sorted({mention.name for mention in mentions if mention.name})
        self.words: dict[str, list[str]] = {}
        for name in self.names:
            for word in name.split():
                if len(word) > 1 and word.lower() not in word_set("particle") and not word.endswith("."):
                    self.words.setdefault(_key(word), []).append(name)

    def knows(self, words: tuple[str, ...]) -> bool:
        """Is this run of words the name, or a part of the name, of somebody introduced?"""
        written = " ".join(words)
        candidates = {name for word in words for name in self.words.get(_key(word), ())}
        if len(words) == 1:
            return any(_fits(words[0], name) for name in sorted(candidates))
        return any(similarity(written, name) >= POSSIBLE for name in sorted(candidates))


def _key(word: str) -> str:
    return word.casefold()[:3]


def _fits(word: str, name: str) -> bool:
    """One word of a name as written, or a near spelling of its last word."""
    parts = name.replace("-", " ").split()
    lowered = word.casefold()
    return any(lowered == part.casefold().strip(".,") for part in parts) or similarity(word, parts[-1]) >= SAME


def find_known(row: Row, taken: list[tuple[int, int]], introduced: Introduced) -> list[PersonMention]:
    """The names of a line outside the chunks that are taken, as far as they are known."""
    covered = {index for begin, stop in taken for index in range(begin, stop)}
    return [
        mention
        for index, chunk in enumerate(row.chunks)
        if chunk.letter == "N" and index not in covered and not _names_a_body(row, index)
        for mention in _known(row, chunk, introduced)
    ]


def _names_a_body(row: Row, index: int) -> bool:
    """`the Biden Administration`, `Heydar Novak Foundation`."""
    following = row.line.units[row.chunks[index + 1].begin] if index + 1 < len(row.chunks) else None
    return bool(following and following.capital and (following.letter == "U" or following.text.lower() in word_set("stop")))


def _known(row: Row, chunk: Chunk, introduced: Introduced) -> list[PersonMention]:
    """The chunk, or what is left of it without its first words ("Yesterday Hasanov") or last words ("Biden Administration")."""
    units = row.line.units
    if row.line.heading and len(chunk.words) == 1 and units[chunk.begin].key == "common":
        return []
    if not introduced.knows(chunk.words):
        return []
    start, end = chunk.start, chunk.end
    return [PersonMention(start, end, "named", name=chunk.name, name_start=start, name_end=end)]
