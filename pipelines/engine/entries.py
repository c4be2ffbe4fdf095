"""The inputs of a corpus, in some fifty bytes for each: there may be millions.

What belongs here: holding them. What does not: what becomes of an input (`corpus`).
"""
from array import array
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from pipelines.model.document import RejectedFile

KEY = 16  # bytes of a part's key


class Entry(NamedTuple):
    """An input of the folder: its name in the tables, the place of its file, and the key of its part, or why it was not opened."""

    file_name: str
    place: str
    key: str
    unopened: RejectedFile | None = None


class Entries:
    """Entries by number, in the order in which they were added. Names as UTF-8 in one piece, keys as bytes in another."""

    def __init__(self) -> None:
        self._names, self._ends = bytearray(), array("Q", [0])
        self._keys = bytearray()
        self._places: list[str] = []  # of several inputs of one file, once
        self._place_of = array("I")
        self._unopened: dict[int, RejectedFile] = {}

    def __len__(self) -> int:
        return len(self._place_of)

    def __iter__(self) -> Iterator[Entry]:
        return (self._at(number, start, end) for number, (start, end) in enumerate(pairwise(self._ends)))

    def __getitem__(self, number: int) -> Entry:
        return self._at(number, self._ends[number], self._ends[number + 1])

    def append(self, entry: Entry) -> None:
        if entry.unopened is not None:
            self._unopened[len(self)] = entry.unopened
        self._names += entry.file_name.encode("utf-8", "surrogatepass")
        self._ends.append(len(self._names))
        self._keys += bytes.fromhex(entry.key).rjust(KEY, b"\0")
        if not self._places or self._places[-1] != entry.place:
            self._places.append(entry.place)
        self._place_of.append(len(self._places) - 1)

    @property
    def unopened(self) -> int:
        """How many could not be opened."""
        return len(self._unopened)

    def _at(self, number: int, start: int, end: int) -> Entry:
        name = self._names[start:end].decode("utf-8", "surrogatepass")
        unopened = self._unopened.get(number)
        key = "" if unopened else self._keys[number * KEY : (number + 1) * KEY].hex()
        return Entry(name, self._places[self._place_of[number]], key, unopened)
