"""JSON Lines and CSV to rows, streamed: a line at a time, never the file.

What belongs here: lines, encodings, quoting. What does not: what a cell means (`rows`).
"""
import csv
import io
import json
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from pipelines.ingest.decode import decode
from pipelines.ingest.inputs import NotText
from pipelines.ingest.limits import Limits
from pipelines.ingest.rows import Row, fields_of

SAMPLE_BYTES = 65_536
DELIMITERS = "\t,;|"


class TooLong(Exception):
    """A line or an array is longer than it may be; the message says so."""


def json_lines(stream: io.BufferedReader, limits: Limits) -> Iterator[Row]:
    """A row for each line that is not blank, under its number; of a file that is one array or object, a row for each object."""
    lines = enumerate(_lines(stream, limits.max_bytes), start=1)
    number, first = next(((number, line) for number, line in lines if line is None or line.strip()), (1, ""))
    if first is not None and _is_one_value(first):
        yield from _of_one_value(chain([first], (line for _, line in lines)), limits.max_bytes)
        return
    for at, line in chain([(number, first)], lines):
        if line is None:
            yield Row(at, {}, f"a line of more than {limits.max_bytes:,} characters")
        elif line.strip():
            yield _json_row(at, line)


def _is_one_value(first: str) -> bool:
    """An array, or an object that goes on in the next line."""
    text = first.strip()
    return text.startswith("[") or text == "{"


def _joined(lines: Iterable[str | None], most: int) -> str:
    parts, length = [], 0
    for line in lines:
        length += most + 1 if line is None else len(line)
        if length > most:
            raise TooLong(f"a JSON array of more than {most:,} characters: write one object a line (JSON Lines), as many as you have")
        parts.append(line or "")
    return "".join(parts)


def _of_one_value(lines: Iterable[str | None], most: int) -> Iterator[Row]:
    try:
        value = json.loads(_mended(_joined(lines, most)))
    except (NotText, TooLong) as why:
        yield Row(0, {}, str(why))
        return
    except (ValueError, RecursionError) as error:
        yield Row(0, {}, f"not JSON: {str(error)[:100]}")
        return
    for number, one in enumerate(value if isinstance(value, list) else [value], start=1):
        yield _of_object(number, one)


def _json_row(number: int, line: str) -> Row:
    try:
        return _of_object(number, json.loads(_mended(line)))
    except NotText as why:
        return Row(number, {}, str(why))
    except (ValueError, RecursionError) as error:
        return Row(number, {}, f"not JSON: {str(error)[:100]}")


def _of_object(number: int, value: Any) -> Row:
    return Row(number, value) if isinstance(value, dict) else Row(number, {}, "not a JSON object: nothing says which part is the text")


def csv_rows(stream: io.BufferedReader, limits: Limits) -> Iterator[Row]:
    """A row for each record below the header. What stands between cells is read off the header: tab, comma, semicolon or bar."""
    csv.field_size_limit(max(csv.field_size_limit(), limits.max_bytes))
    lines = _whole_lines(stream, limits.max_bytes)
    number = 0
    try:
        header = next(lines, "")
        cells = csv.reader(chain([header], lines), delimiter=max(DELIMITERS, key=header.count))
        columns = next(cells, [])
        if columns and "text" not in fields_of(tuple(columns)):
            yield Row(0, dict.fromkeys(columns))
            return
        for number, values in enumerate(cells, start=1):
            if values:
                yield _csv_row(number, columns, values)
    except (csv.Error, TooLong) as error:
        yield Row(number + 1, {}, f"cannot be read from here on: {error}")


def _csv_row(number: int, columns: list[str], values: list[str]) -> Row:
    if len(values) > len(columns):
        return Row(number, {}, f"{len(values)} cells, but {len(columns)} columns: is a text with commas without quotes?")
    try:
        return Row(number, {column: _mended(value) for column, value in reversed(list(zip(columns, values, strict=False)))})
    except NotText as why:
        return Row(number, {}, str(why))


def _whole_lines(stream: io.BufferedReader, most: int) -> Iterator[str]:
    for line in _lines(stream, most):
        if line is None:
            raise TooLong(f"a line of more than {most:,} characters")
        yield line


def _lines(stream: io.BufferedReader, most: int) -> Iterator[str | None]:
    """The lines with their ends, None for one that is too long. Bytes that do not fit the encoding come as surrogates, see `_mended`."""
    encoding = _encoding(stream.peek(SAMPLE_BYTES))
    errors = "surrogateescape" if encoding == "utf-8" else "replace"  # UTF-16 knows no such escape
    text = io.TextIOWrapper(stream, encoding, errors=errors, newline="")
    try:
        while line := text.readline(most + 1):
            if len(line) > most:
                _skip_line(text, most)
                yield None
            else:
                yield line.lstrip("\ufeff")
    finally:
        text.detach()  # else the file would be closed with its wrapper


def _skip_line(text: io.TextIOWrapper, most: int) -> None:
    while (rest := text.readline(most)) and not rest.endswith(("\n", "\r")):
        pass


def _encoding(sample: bytes) -> str:
    """UTF-16 where the file begins like that, else UTF-8; what is not UTF-8 is mended row by row."""
    try:
        encoding = decode(sample[: min(len(sample), SAMPLE_BYTES) // 4 * 4])[1]
    except NotText:
        return "utf-8"
    return encoding if encoding.startswith("utf-") else "utf-8"


def _mended(text: str) -> str:
    """The text; where it has bytes that are no UTF-8, read anew in the encoding they fit. Raises NotText."""
    if text.isascii() or not any("\udc80" <= one <= "\udcff" for one in text):
        return text
    return decode(text.encode("utf-8", "surrogateescape"))[0]
