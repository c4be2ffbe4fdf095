"""The releases of a data folder: which there are, and which may go.

What belongs here: listing and pruning. What does not: writing a release (`release`), comparing two (`compare`, `diff`).
"""
import json
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipelines.publish.release import DIFF, RELEASES, STAGING, current_version, locked, read_manifest


@dataclass(frozen=True)
class Listed:
    """A release as a list shows it. `written`: seconds since 1970, as the file system has it. `changes`: added, removed, changed events
    against the release before, None where nobody noted them. `manifest`: empty where it cannot be read."""

    folder: Path
    written: float
    current: bool
    manifest: Mapping[str, Any]
    changes: tuple[int, int, int] | None

    @property
    def version(self) -> str:
        return self.folder.name


def list_releases(data: Path) -> list[Listed]:
    """The releases below `data`, the one written last first."""
    now = current_version(data)
    folders = [folder for folder in (data / RELEASES).glob("[!.]*") if folder.is_dir()]
    found = [Listed(one, one.stat().st_mtime, one.name == now, _manifest(one), _changes(one)) for one in folders]
    return sorted(found, key=lambda one: (-one.written, one.version))


def prune(data: Path, keep: int) -> list[str]:
    """Delete all releases but the current one and the last written, `keep` in all, and return what went. `keep` is at least 1.

    A release leaves its place in one step, so nobody finds half of one. Raises `ReleaseError` where a publication holds the lock.
    """
    if keep < 1:
        raise ValueError("at least the current release is kept")
    with locked(data):
        found = sorted(list_releases(data), key=lambda one: not one.current)
        for one in found[keep:]:
            gone = one.folder.rename(data / RELEASES / f"{STAGING}{one.version}")
            shutil.rmtree(gone)
        return [one.version for one in found[keep:]]


def _manifest(folder: Path) -> dict[str, Any]:
    try:
        return read_manifest(folder)
    except (OSError, ValueError):
        return {}


def _changes(folder: Path) -> tuple[int, int, int] | None:
    try:
        events = json.loads((folder / DIFF).read_text("utf-8"))["tables"]["events"]
        return events["added"], events["removed"], events["changed"]
    except (OSError, ValueError, KeyError):
        return None


def files_of(manifest: Mapping[str, Any]) -> int:
    """How many files a release was made of: documents + rejected."""
    return sum(int(manifest[part]["documents"]["rows"]) for part in ("tables", "rejected"))
