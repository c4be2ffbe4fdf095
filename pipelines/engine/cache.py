"""Parts on disk, by content and code: `parts/<2 hex digits>/<30 more>`.

May be deleted at any time, never changes a result, and holds only what the last `RUNS` runs used: the rest goes at the end of a run.
A part is written beside its place and renamed, so a reader sees a whole one or none, and two runs may share a cache. What does not belong
here: what a part means (`part`).
"""
import os
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from time import time

from pipelines.engine.fingerprint import fingerprint
from pipelines.ingest import Input, Limits

PARTS, STARTS, RELEASE = "parts", "runs", "release"
RUNS = 3
"""Parts that none of so many runs used are deleted."""


def key_of(given: Input, limits: Limits) -> str:
    """32 hex digits over everything that the results of an input depend on: it, what `sources.yml` says of it, limits and code."""
    about = repr((fingerprint(), limits, given))  # without its data, which no repr of it shows
    return blake2b(about.encode("utf-8", "surrogatepass") + blake2b(given.data).digest(), digest_size=16).hexdigest()


@dataclass(frozen=True)
class Cache:
    """Parts below a folder, which is made when the first one is put there."""

    folder: Path

    def read(self, key: str) -> bytes | None:
        """The part; None where there is none or it cannot be read."""
        with suppress(OSError):
            return self._path(key).read_bytes()
        return None

    def use(self, key: str) -> bytes | None:
        """The part, noted as used."""
        with suppress(OSError):
            os.utime(self._path(key))
        return self.read(key)

    def put(self, key: str, part: bytes) -> None:
        path = self._path(key)
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = path.with_name(f".{path.name}.{os.getpid()}")
        try:
            fresh.write_bytes(part)
            fresh.replace(path)
        except OSError:
            fresh.unlink(missing_ok=True)
            raise

    def begin_run(self) -> None:
        """Note that a run begins: what it uses is used from now on."""
        self.folder.mkdir(parents=True, exist_ok=True)
        starts = [*self._starts()[-RUNS + 1 :], time()]
        (self.folder / STARTS).write_text("".join(f"{start!r}\n" for start in starts), "utf-8")

    def prune(self) -> int:
        """Delete what none of the last runs used, and return how many parts. Before so many runs were made nothing is deleted."""
        starts = self._starts()
        if len(starts) < RUNS:
            return 0
        return sum(_delete_older(path, starts[-RUNS]) for path in (self.folder / PARTS).glob("*/*"))

    def note_release(self, made_of: str, version: str) -> None:
        """Remember which release came of some texts under some code."""
        (self.folder / RELEASE).write_text(f"{made_of} {version}\n", "utf-8")

    def release_of(self, made_of: str) -> str | None:
        """The release that came of the same texts under the same code the last time, None if it was another."""
        try:
            noted, version = (self.folder / RELEASE).read_text("utf-8").split()
        except (OSError, ValueError):
            return None
        return version if noted == made_of else None

    def _starts(self) -> list[float]:
        try:
            return [float(line) for line in (self.folder / STARTS).read_text("utf-8").split()]
        except (OSError, ValueError):
            return []

    def _path(self, key: str) -> Path:
        return self.folder / PARTS / key[:2] / key[2:]


def _delete_older(path: Path, moment: float) -> bool:
    # Another run may delete it first, or use it this very moment; then it stays or is worked again.
    with suppress(OSError):
        if path.stat().st_mtime < moment:
            path.unlink()
            return True
    return False
