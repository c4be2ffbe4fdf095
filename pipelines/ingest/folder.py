"""Walks a folder of texts; every file yields exactly one result, a Document or a RejectedFile.

What belongs here: which files there are, reading their bytes, and the order of the checks. What does not: decoding,
repair, language (modules beside this one).

Left out without a word: names that begin with a dot (`.gitkeep`, `.DS_Store`, and folders like `.git`). Everything else
is accounted for: documents + rejected = files.
"""
import os
from collections.abc import Iterator
from pathlib import Path

from pipelines.ingest.document import read_bytes
from pipelines.ingest.limits import Limits
from pipelines.model.document import Document, RejectedFile

MEDIUM = "a device, pipe or socket, not a file"


def read_folder(folder: Path, limits: Limits | None = None) -> Iterator[Document | RejectedFile]:
    """One result per file below `folder`, in byte order of the names relative to it (posix, undecodable bytes escaped).

    Raises NotADirectoryError where there is no such folder; nothing that lies in it raises.
    """
    if not folder.is_dir():
        raise NotADirectoryError(f"{folder} is not a folder")
    limits = limits or Limits()
    first_of: dict[str, str] = {}
    for path in list_files(folder):
        yield once(_read(path, folder, limits), first_of)


def list_files(folder: Path) -> list[Path]:
    """The files that `read_folder` accounts for, in its order."""
    found: list[Path] = []
    for parent, folders, names in os.walk(folder, followlinks=False):
        here = Path(parent)
        linked = [name for name in folders if (here / name).is_symlink()]
        folders[:] = [name for name in folders if not name.startswith(".") and name not in linked]
        found += [here / name for name in (*names, *linked) if not name.startswith(".")]
    return sorted(found, key=lambda path: os.fsencode(path.relative_to(folder).as_posix()))


def _read(path: Path, folder: Path, limits: Limits) -> Document | RejectedFile:
    content = load(path, folder, limits)
    return content if isinstance(content, RejectedFile) else read_bytes(name_of(path, folder), content, limits)


def name_of(path: Path, folder: Path) -> str:
    """What a file is called in the tables: its path in the folder, undecodable bytes escaped."""
    return os.fsencode(path.relative_to(folder).as_posix()).decode("utf-8", "backslashreplace")


def load(path: Path, folder: Path, limits: Limits) -> bytes | RejectedFile:
    """The content of one of the files that `list_files` found, or why it is not read."""
    name = name_of(path, folder)
    try:
        if (reason := _not_to_open(path, folder, limits)) is not None:
            return RejectedFile(name, None, (reason,))
        with path.open("rb") as stream:
            data = stream.read(limits.max_bytes + 1)  # a file may grow after its size was asked for
    except OSError as error:
        return RejectedFile(name, None, (f"cannot be read: {error.strerror or type(error).__name__}",))
    return RejectedFile(name, None, (_too_large(len(data), limits),)) if len(data) > limits.max_bytes else data


def _not_to_open(path: Path, folder: Path, limits: Limits) -> str | None:
    """Why a path is not even opened: a link out of the folder or to a folder, a device, too many bytes."""
    real = path.resolve()
    if path.is_symlink() and not real.is_relative_to(folder.resolve()):
        return "a symbolic link out of the folder"
    if path.is_symlink() and real.is_dir():
        return "a symbolic link to a folder"
    if real.exists() and not real.is_file():
        return MEDIUM
    size = path.stat().st_size
    return _too_large(size, limits) if size > limits.max_bytes else None


def _too_large(size: int, limits: Limits) -> str:
    return f"too large: {size:,} bytes or more, the limit is {limits.max_bytes:,}"


def once(result: Document | RejectedFile, first_of: dict[str, str]) -> Document | RejectedFile:
    """Rejects a document whose bytes came before under another name; `first_of` (hash -> name) remembers those that came."""
    if isinstance(result, RejectedFile):
        return result
    first = first_of.setdefault(result.sha256, result.file_name)
    if first == result.file_name:
        return result
    reason = f"the same bytes as {first}"
    return RejectedFile(result.file_name, result.sha256, (reason,), result.media_type, result.encoding, result.language)
