"""A folder for files on their way, gone when nobody holds it any more.

What belongs here: its life. What does not: what lies in it.
"""
import shutil
import tempfile
import weakref
from contextlib import suppress
from pathlib import Path
from time import time

PREFIX = "preparing-"
LEFT_BEHIND = 86_400.0  # seconds after which such a folder belongs to a run that was killed


class Scratch:
    """A new folder below `home`, or below the system's folder for temporary files; deleted with the last reference to this object."""

    def __init__(self, home: Path | None = None) -> None:
        if home is not None:
            home.mkdir(parents=True, exist_ok=True)
            sweep(home)
        self.folder = Path(tempfile.mkdtemp(prefix=PREFIX, dir=home))
        self._end = weakref.finalize(self, shutil.rmtree, self.folder, ignore_errors=True)


def sweep(home: Path) -> None:
    """Delete what killed runs left in `home`."""
    for folder in home.glob(f"{PREFIX}*"):
        with suppress(OSError):  # its run may end this very moment
            if folder.stat().st_mtime < time() - LEFT_BEHIND:
                shutil.rmtree(folder, ignore_errors=True)
