"""What a file is: by its first bytes, else by the suffix of its name. What does not belong here: reading it.

An extractor for a kind (HTML, PDF, DOCX) takes its place here: its row in `lexicon/file_kinds.tsv` then needs nothing.
"""
import re
from dataclasses import dataclass
from functools import cache
from pathlib import PurePosixPath

from pipelines.lexicon.loader import read_tsv

HTML_START = re.compile(
    rb"(?:\xef\xbb\xbf)?\s{0,200}+(?:<!--.{0,200}?-->\s{0,50}+)?<(?:!doctype\s++html|html[\s>])", re.IGNORECASE | re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Kind:
    """`needs` says what such a file is and what to do about it, the reason for rejecting it; None: it is read as plain text."""

    media_type: str
    needs: str | None


PLAIN = Kind("text/plain", None)
ZIP = b"PK\x03\x04"


def kind_of(file_name: str, data: bytes) -> Kind:
    """Bytes count for more than the name: a PDF called .txt is a PDF."""
    by_suffix, by_signature = _tables()
    for signature, kind in by_signature:
        if data.startswith(signature):
            named = by_suffix.get(_suffix(file_name), PLAIN)
            return named if signature == ZIP and named.needs else kind  # a DOCX is a ZIP archive too
    if HTML_START.match(data):
        return by_suffix[".html"]
    return by_suffix.get(_suffix(file_name), PLAIN)


def _suffix(file_name: str) -> str:
    return PurePosixPath(file_name).suffix.lower()


@cache
def _tables() -> tuple[dict[str, Kind], tuple[tuple[bytes, Kind], ...]]:
    kinds = [(row, Kind(row["media_type"], row["needs"] or None)) for row in read_tsv("file_kinds.tsv")]
    by_suffix = {row["suffix"]: kind for row, kind in kinds if row["suffix"]}
    return by_suffix, tuple((bytes.fromhex(row["signature"]), kind) for row, kind in kinds if row["signature"])
