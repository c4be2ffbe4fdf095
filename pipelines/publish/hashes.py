"""Hashes of any number of rows, in a file.

What belongs here: keeping them, and giving them back in shares that fit into memory. What does not: what they are hashes of.
"""
import tempfile
from array import array
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np

Numbers = np.ndarray[Any, np.dtype[np.int64]]

WAITING = 8_192  # hashes that wait for their way to the file
SHARE = 1 << 18  # hashes of a share, about
READ = 1 << 16  # hashes that are read at once


class Hashes:
    """Of 64 bits each, in the order they came."""

    def __init__(self, home: Path | None = None) -> None:
        self._file = tempfile.TemporaryFile(dir=home)  # noqa: SIM115  (lives as long as this object)
        self._waiting = array("q")
        self._written = 0

    def __len__(self) -> int:
        return self._written + len(self._waiting)

    def extend(self, hashes: Iterable[int]) -> None:
        self._waiting.extend(hashes)
        if len(self._waiting) >= WAITING:
            self._flush()

    def share(self, number: int, shares: int) -> Numbers:
        """Those that leave this remainder when divided by the number of shares, in the order they came."""
        return np.concatenate([np.empty(0, np.int64), *(found[found % shares == number] for found in self._read())])

    def places(self, number: int, shares: int) -> Numbers:
        """The places, from 0, of those in a share."""
        found: list[Numbers] = [np.empty(0, np.int64)]
        first = 0
        for some in self._read():
            found.append(first + np.flatnonzero(some % shares == number))
            first += len(some)
        return np.concatenate(found)

    def at(self, places: Numbers) -> Numbers:
        """Those at these places, which rise."""
        found: list[Numbers] = [np.empty(0, np.int64)]
        first = 0
        for some in self._read():
            inside = places[np.searchsorted(places, first) : np.searchsorted(places, first + len(some))]
            found.append(some[inside - first])
            first += len(some)
        return np.concatenate(found)

    def _read(self) -> Iterator[Numbers]:
        self._flush()
        self._file.seek(0)
        while data := self._file.read(READ * 8):
            yield np.frombuffer(data, np.int64)
        self._file.seek(0, 2)

    def _flush(self) -> None:
        self._file.write(self._waiting.tobytes())
        self._written += len(self._waiting)
        self._waiting = array("q")


def shares_of(*hashes: Hashes) -> int:
    """Into how many shares to divide these."""
    return max(map(len, hashes), default=0) // SHARE + 1
