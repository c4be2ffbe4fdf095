"""Reads the tables of the lexicon.

What belongs here: opening a file that lies beside this module and cutting it into rows and cells. What does not: what a
row means (that is the reader's business) and anything that guesses.
"""
import csv
import gzip
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from io import StringIO
from typing import Any

Row = dict[str, str]


def read_text(name: str) -> str:
    """The text of a lexicon file; `.gz` is unpacked."""
    data = files("pipelines.lexicon").joinpath(name).read_bytes()
    return (gzip.decompress(data) if name.endswith(".gz") else data).decode("utf-8")


def read_arrays(name: str) -> dict[str, Any]:
    """The arrays of a lexicon file of numbers (`.npz`), by name."""
    import numpy as np

    with files("pipelines.lexicon").joinpath(name).open("rb") as stream, np.load(stream, allow_pickle=False) as arrays:
        return dict(arrays)


@cache
def read_tsv(name: str) -> tuple[Row, ...]:
    """The rows of a tab-separated file with a header; lines that start with `#` are comments.

    Raises ValueError, naming file and line, where a row has not as many cells as the header.
    """
    return tuple(_rows(name, read_text(name)))


def _rows(name: str, text: str) -> Iterator[Row]:
    lines = [line for line in StringIO(text) if line.strip() and not line.startswith("#")]
    reader = csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    header = next(reader)
    for cells in reader:
        if len(cells) != len(header):
            raise ValueError(f"{name}: {len(cells)} cells instead of {len(header)}: {cells[:2]}")
        yield dict(zip(header, (cell.strip() for cell in cells), strict=True))


def split_cell(cell: str) -> tuple[str, ...]:
    """The values of a cell that holds several, written `a; b; c`."""
    return tuple(part.strip() for part in cell.split(";") if part.strip())
