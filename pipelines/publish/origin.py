"""What a release was made with: hashes over the code and over the lexicon of this installation.

What belongs here: hashing them, once per process. What does not: texts (`manifest`).
"""
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

PACKAGES = Path(__file__).resolve().parents[2]
SOURCE_SUFFIXES = frozenset({".py", ".tsv", ".yaml", ".csv", ".json", ".gz", ".txt"})
LIBRARIES = ("numpy", "pandas", "pandera", "pyarrow")
"""What decides the bytes of a table besides our code."""
LEXICON = PACKAGES / "pipelines/lexicon"


@cache
def code_version() -> str:
    """The project's version and 12 hexadecimal digits over all its sources and data files, as `0.1.0+5d41402abc4b`."""
    return f"{_project_version()}+{_hash(_sources())[:12]}"


@cache
def hash_of_code() -> str:
    """64 hexadecimal digits over the Python sources."""
    return _hash(path for path in _sources() if path.suffix == ".py")


@cache
def hash_of_lexicon() -> str:
    """64 hexadecimal digits over what the rules know."""
    return _hash(path for path in _sources() if path.is_relative_to(LEXICON) and path.suffix != ".py")


@cache
def libraries() -> str:
    """Names and versions of the libraries that write tables."""
    return " ".join(f"{name} {version(name)}" for name in LIBRARIES)


def _hash(paths: Iterable[Path]) -> str:
    digest = sha256()
    for path in sorted(paths, key=lambda one: one.relative_to(PACKAGES).as_posix()):
        digest.update(path.relative_to(PACKAGES).as_posix().encode())
        digest.update(sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _sources() -> list[Path]:
    return [path for package in ("pipelines", "schemas") for path in (PACKAGES / package).rglob("*") if path.suffix in SOURCE_SUFFIXES]


def _project_version() -> str:
    try:
        return version("communique")
    except PackageNotFoundError:
        return "0"
