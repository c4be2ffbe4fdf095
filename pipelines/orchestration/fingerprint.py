"""One value that changes when, and only when, the content of the seeds folder changes.

What belongs here: hashing names and bytes. What does not: which files there are (`pipelines.ingest`).
"""
import hashlib
from pathlib import Path

from pipelines.ingest import list_files, settings_files


def fingerprint(folder: Path) -> str:
    """16 hex digits over all file names and contents. Touching a file, or another order on disk, changes nothing.

    Raises NotADirectoryError where there is no such folder. A file that cannot be read counts by its name alone.
    """
    if not folder.is_dir():
        raise NotADirectoryError(f"{folder} is not a folder")
    total = hashlib.blake2b(digest_size=8)
    for path in (*list_files(folder), *settings_files(folder)):
        total.update(f"{path.relative_to(folder).as_posix()}\0{_content(path)}\0".encode("utf-8", "surrogateescape"))
    return total.hexdigest()


def _content(path: Path) -> str:
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return "unreadable"
