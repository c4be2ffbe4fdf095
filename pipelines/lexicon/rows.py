"""Reads the tables of this package. What belongs here: the file format. What does not: what a column means.

A table is tab-separated UTF-8: comment lines start with `#`, the first other line names the columns, short rows are
filled with empty strings. A row that has more cells than columns is a mistake and raises ValueError with its line.
"""
from functools import cache
from importlib.resources import files


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """All rows of `name`.tsv, in file order, as column -> stripped cell."""
    lines = files("pipelines.lexicon").joinpath(f"{name}.tsv").read_text("utf-8").splitlines()
    numbered = [(number, line) for number, line in enumerate(lines, 1) if line.strip() and not line.startswith("#")]
    columns = [cell.strip() for cell in numbered[0][1].split("\t")]
    return tuple(_row(name, number, columns, line) for number, line in numbered[1:])


def _row(name: str, number: int, columns: list[str], line: str) -> dict[str, str]:
    cells = [cell.strip() for cell in line.split("\t")]
    if len(cells) > len(columns):
        raise ValueError(f"{name}.tsv line {number}: {len(cells)} cells for {len(columns)} columns")
    return dict(zip(columns, cells + [""] * (len(columns) - len(cells)), strict=True))
