"""What a file is: by its first bytes, else by the suffix of its name. What does not belong here: reading it.

Kinds are rows of `lexicon/file_kinds.tsv`; a new reader takes its place there.
"""
import re
from dataclasses import dataclass
from functools import cache
from pathlib import PurePosixPath

from pipelines.lexicon.loader import read_tsv

HEAD_BYTES = 4_096  # enough of a file to know its kind
HTML_START = re.compile(
    rb"(?:\xef\xbb\xbf)?\s{0,200}+(?:<\?xml[^>]{0,200}+>\s{0,50}+)?(?:<!--.{0,200}?-->\s{0,50}+)?<(?:!doctype\s++html|html[\s>])",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Kind:
    """`reader` reads it; None: `needs` says what such a file is and what to do about it, the reason for rejecting it."""

    media_type: str
    reader: str | None
    needs: str | None = None


PLAIN = Kind("text/plain", "text")
ZIP = b"PK\x03\x04"


def kind_of(file_name: str, head: bytes) -> Kind:
    """Bytes count for more than the name: a PDF called .txt is a PDF. `head`: the first HEAD_BYTES of the file, or all of it."""
    by_suffix, by_signature = _tables()
    named = by_suffix.get(_suffix(file_name), PLAIN)
    for signature, kind in by_signature:
        if head.startswith(signature):
            return named if signature == ZIP and named.reader != "text" else kind  # a DOCX is a ZIP archive too
    if HTML_START.match(head):
        return by_suffix[".html"]
    return named


def _suffix(file_name: str) -> str:
    return PurePosixPath(file_name).suffix.lower()


@cache
def _tables() -> tuple[dict[str, Kind], tuple[tuple[bytes, Kind], ...]]:
    kinds = [(row, Kind(row["media_type"], row["reader"] or None, row["needs"] or None)) for row in read_tsv("file_kinds.tsv")]
    by_suffix = {row["suffix"]: kind for row, kind in kinds if row["suffix"]}
    return by_suffix, tuple((bytes.fromhex(row["signature"]), kind) for row, kind in kinds if row["signature"])
