"""Opening what lies in a folder that anybody may have put things into.

What belongs here: links, devices, files that vanish or change, names that are no Unicode. What does not: what a file holds.
"""
import io
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SOURCES = "sources.yml"
MEDIUM = "a device, pipe or socket, not a file"
CHANGED = "it changed while it was read: run again when nobody writes to it"


class Unreadable(Exception):
    """A file that cannot or must not be read; the message is the reason to give."""


def list_files(folder: Path) -> list[Path]:
    """The files below a folder in byte order of their names relative to it; names that begin with a dot are left out, and `sources.yml`.

    A folder in it that cannot be looked into stands for what it holds: `opened` tells why.
    """
    found: list[Path] = []
    closed: list[str] = []
    for parent, folders, names in os.walk(folder, followlinks=False, onerror=lambda error: closed.append(error.filename)):
        here = Path(parent)
        linked = [name for name in folders if (here / name).is_symlink()]
        folders[:] = [name for name in folders if not name.startswith(".") and name not in linked]
        found += [here / name for name in (*names, *linked) if not name.startswith(".")]
    wanted = {*found, *map(Path, closed)} - {folder, folder / SOURCES}
    return sorted(wanted, key=lambda path: os.fsencode(path.relative_to(folder).as_posix()))


def settings_files(folder: Path) -> list[Path]:
    """The files in a folder of texts that are about the texts: a change of them is a change of the data."""
    return [path for path in [folder / SOURCES] if path.exists()]


def name_in(folder: Path, path: Path) -> str:
    """The name of a file relative to the folder, with /, on one line; what is no Unicode or cannot be seen is escaped."""
    return printable(os.fsencode(path.relative_to(folder).as_posix()).decode("utf-8", "backslashreplace"))


def printable(name: str) -> str:
    """Control, invisible and direction characters as escapes: a name must not forge a line of a report."""
    return "".join(one if one.isprintable() else one.encode("unicode_escape").decode("ascii") for one in name)


@contextmanager
def opened(path: Path, folder: Path) -> Iterator[io.BufferedReader]:
    """A file below the folder, to read from. Raises Unreadable, also at the end where the file changed meanwhile."""
    try:
        with _open(path, folder) as stream:
            before = os.fstat(stream.fileno())
            yield stream
            after = os.fstat(stream.fileno())
    except OSError as error:
        raise Unreadable(f"cannot be read: {error.strerror or type(error).__name__}") from error
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        raise Unreadable(CHANGED)


def _open(path: Path, folder: Path) -> io.BufferedReader:
    real = path.resolve()
    if path.is_symlink() and not real.is_relative_to(folder.resolve()):
        raise Unreadable("a symbolic link out of the folder")
    if path.is_symlink() and real.is_dir():
        raise Unreadable("a symbolic link to a folder")
    # No link is followed and no pipe waited for, should one have taken the file's place since.
    descriptor = os.open(real, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    stream = os.fdopen(descriptor, "rb")
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        stream.close()
        raise Unreadable(MEDIUM)
    return stream
