"""Lists too long to be held, in a JSON file: written item by item, and read item by item or passed over.

What belongs here: the way there and back. What does not: what the items are. A file is read as it was written, with an indent of two; one
that somebody laid out anew is read whole.
"""
import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from itertools import takewhile
from pathlib import Path
from typing import Any

CLOSING = ("  ],\n", "  ]\n")
TEMPORARY = ""  # a database of SQLite's own that begins in memory, goes on in a file without a name, and is gone in the end


class Listing(list[Any]):
    """A list for `json` that is made while it is written, each time anew."""

    def __init__(self, items: Callable[[], Iterator[Any]]) -> None:
        super().__init__()
        self._items = items

    def __iter__(self) -> Iterator[Any]:
        return self._items()

    def __bool__(self) -> bool:
        return next(self._items(), None) is not None


def pieces(told: object) -> Iterator[bytes]:
    """The bytes of a JSON file, a little at a time."""
    encoder = json.JSONEncoder(ensure_ascii=False, indent=2, sort_keys=True)
    yield from (piece.encode() for piece in encoder.iterencode(told))
    yield b"\n"


def read_without(path: Path, name: str) -> dict[str, Any]:
    """The object in a file but for one list of it. Raises OSError, ValueError."""
    with path.open(encoding="utf-8") as file:
        told: dict[str, Any] = json.loads("".join(_outside(file, name)))
    told.pop(name, None)
    return told


def read_list(path: Path, name: str) -> Iterator[Any]:
    """The items of one list of the object in a file. Raises OSError, ValueError."""
    with path.open(encoding="utf-8") as file:
        if not any(line == _head(name) for line in file):
            yield from json.loads(path.read_text("utf-8")).get(name, [])
            return
        item: list[str] = []
        for line in _inside(file):
            item.append(line)
            if line in ("    }\n", "    },\n"):
                yield json.loads("".join(item).rstrip(",\n"))
                item = []


def sorted_on_disk(lines: Iterable[str]) -> Iterator[str]:
    """As `sorted`, of any number of lines."""
    rows = sqlite3.connect(TEMPORARY, isolation_level=None)
    rows.execute("PRAGMA journal_mode = OFF")
    rows.execute("CREATE TABLE line (text TEXT)")
    rows.execute("BEGIN")
    rows.executemany("INSERT INTO line VALUES (?)", ((line,) for line in lines))
    return (text for text, in rows.execute("SELECT text FROM line ORDER BY text"))


def _head(name: str) -> str:
    return f'  "{name}": [\n'


def _outside(lines: Iterator[str], name: str) -> Iterator[str]:
    inside = False
    for line in lines:
        if inside and line in CLOSING:
            inside = False
        if not inside:
            yield line
        inside = inside or line == _head(name)


def _inside(lines: Iterator[str]) -> Iterator[str]:
    return takewhile(lambda line: line not in CLOSING, lines)
