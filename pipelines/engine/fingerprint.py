"""What the result of a unit of work depends on besides its file: our code, our lexicon, the libraries beneath, Python itself.

What belongs here: hashing them, once per process. What does not: the file and its settings (`cache.key_of`).
"""
import sys
from functools import cache
from hashlib import blake2b, file_digest
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

PIPELINES = Path(__file__).resolve().parents[1]
SOURCES = (
    "ids.py", "apart.py", "model", "lexicon", "recognize", "ingest", "segment", "coding", "link/likeness.py", "engine/unit.py",
    "engine/deadline.py", "engine/part.py",
)
"""Below `pipelines`: everything between a file's bytes and its part."""
LIBRARIES = (
    "ahocorasick-rs", "chardet", "ftfy", "markdown-it-py", "numpy", "nupunkt", "pyarrow", "pypdfium2", "pyyaml", "rapidfuzz", "scipy",
    "selectolax",
)
"""What these sources import (a test compares)."""


@cache
def fingerprint() -> str:
    """32 hex digits that change when a unit of work might give another result."""
    digest = blake2b(digest_size=16)
    for path in sorted(sources(), key=lambda one: one.as_posix()):
        with path.open("rb") as stream:
            digest.update(f"{path.relative_to(PIPELINES).as_posix()}\0{file_digest(stream, 'sha256').hexdigest()}\0".encode())
    digest.update("\0".join([sys.version, *(f"{name}={_version(name)}" for name in LIBRARIES)]).encode())
    return digest.hexdigest()


def sources() -> list[Path]:
    """The files whose content counts: code and data, no compiled code, no notes."""
    roots = [PIPELINES / name for name in SOURCES]
    found = [path for root in roots for path in ([root] if root.is_file() else root.rglob("*")) if path.is_file()]
    return [path for path in found if path.suffix not in {".pyc", ".md"}]


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return "absent"
