"""A release on disk: written beside the others, then switched to in one step.

    data/releases/<version>/   the files of one release; never changed once it is there
    data/curated               -> releases/<version>, a symlink (where symlinks fail: a text file that holds this path)
    data/.lock                 held while publishing and pruning; the kernel frees it when the process dies

A reader resolves `curated` once and then reads one folder: it sees the old release or the new one, never both. Whatever kills the writer,
`curated` names a whole release; what it left in `releases/.staging-*` goes with the next publication. What does not belong here:
pandas, Arrow, what the files mean.
"""
import filecmp
import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from pipelines.publish.listing import pieces, read_list, read_without

RELEASES = "releases"
CURRENT = "curated"
LOCK = ".lock"
MANIFEST = "manifest.json"
DIFF = "diff.json"
SOURCES = "sources"
STAGING = ".staging-"
NEXT = ".curated-next"
LOCK_SECONDS = 600.0
COPY_BYTES = 1 << 20


Pieces = Callable[[], Iterator[bytes]]
"""Makes the bytes of a file a little at a time."""

Content = bytes | Path | Pieces


class ReleaseError(RuntimeError):
    """A release cannot be written or found. The message says what to do."""


@dataclass(frozen=True)
class Bundle:
    """A release before it is written: path in the release -> content or the file that holds it, and the manifest but for `previous`.

    `beside` makes further files of the folder of the release before, None for the first; they are no part of what is checked and mended.
    """

    version: str
    files: Mapping[str, Content]
    manifest: Mapping[str, Any]
    beside: Callable[[Path | None], Mapping[str, bytes]] = lambda _: {}


Step = Callable[[str], None]


def silent(_: str) -> None:
    """Nobody listens to the steps."""


@contextmanager
def locked(data: Path) -> Iterator[None]:
    """Nobody else publishes or prunes below `data` while this lasts. Raises `ReleaseError` after ten minutes of waiting."""
    try:
        with FileLock(data / LOCK, timeout=LOCK_SECONDS):
            yield
    except Timeout:
        raise ReleaseError(f"another publication holds {data / LOCK} for more than {LOCK_SECONDS:.0f} seconds") from None


def store(bundle: Bundle, data: Path, step: Step = silent) -> tuple[Path, bool]:
    """Write the release, switch `curated` to it, and return its folder and whether anything was written.

    A release that is current and whole is left alone. `step` is told the name of every step after it is done (for tests that stop here).
    Raises `ReleaseError` where the folder is not fit or another publication holds the lock for ten minutes; `OSError` as it comes.
    """
    data.mkdir(parents=True, exist_ok=True)
    with locked(data):
        return _store(bundle, data, step)


def _store(bundle: Bundle, data: Path, step: Step) -> tuple[Path, bool]:
    before = _checked_current(data)
    _sweep(data)
    step("swept")
    target = data / RELEASES / bundle.version
    manifest = _manifest(bundle, before)
    if target.is_dir():
        changed = _mend(target, {**bundle.files, MANIFEST: manifest}, step)
    else:
        _write_new(target, {**bundle.files, **bundle.beside(current(data)), MANIFEST: manifest}, step)
        changed = True
    if before == bundle.version:
        return target, changed
    _switch(data, bundle.version, step)
    return target, True


def _checked_current(data: Path) -> str | None:
    pointer = data / CURRENT
    if pointer.is_dir() and not pointer.is_symlink():
        raise ReleaseError(f"{pointer} is a folder that no release made; move it away")
    return current_version(data)


def _manifest(bundle: Bundle, before: str | None) -> Pieces:
    """The manifest with `previous`: the release that was current when this one was first written."""
    previous = before if before != bundle.version else None
    return lambda: pieces({**bundle.manifest, "previous": previous})


def _sweep(data: Path) -> None:
    """Remove what a killed publication left. Under the lock nobody else is staging."""
    releases = data / RELEASES
    releases.mkdir(exist_ok=True)
    for leftover in sorted(releases.glob(f"{STAGING}*")):
        shutil.rmtree(leftover)
    (data / NEXT).unlink(missing_ok=True)


def _write_new(target: Path, files: Mapping[str, Content], step: Step) -> None:
    """All files into a staging folder, flushed to disk, then one rename."""
    staging = target.parent / f"{STAGING}{target.name}"
    folders = sorted({(staging / name).parent for name in files}, reverse=True)
    for folder in folders:
        folder.mkdir(parents=True, exist_ok=True)
    for name in sorted(files):
        _write(staging / name, files[name])
        step(f"wrote {name}")
    for folder in folders:
        _flush_folder(folder)
    step("flushed")
    staging.rename(target)
    _flush_folder(target.parent)
    step("renamed")


def _mend(target: Path, files: Mapping[str, Content], step: Step) -> bool:
    """Put back the files of a release that are missing or damaged, one by one. The manifest it has stays if it can be read."""
    damaged = [name for name in sorted(files) if not _sound(target / name, files[name])]
    for name in damaged:
        fresh = target / f"{name}.next"
        fresh.parent.mkdir(parents=True, exist_ok=True)
        _write(fresh, files[name])
        fresh.replace(target / name)
        _flush_folder(fresh.parent)
        step(f"mended {name}")
    return bool(damaged)


def _sound(path: Path, content: Content) -> bool:
    try:
        if path.name == MANIFEST:
            return bool(read_manifest(path.parent)["version"] == path.parent.name)
        return filecmp.cmp(path, content, shallow=False) if isinstance(content, Path) else path.read_bytes() == b"".join(_read(content))
    except (OSError, ValueError, KeyError, TypeError):
        return False


def _switch(data: Path, version: str, step: Step) -> None:
    """Let `curated` name the release: a symlink made beside and moved over; where symlinks fail, a file with the path."""
    fresh = data / NEXT
    path = f"{RELEASES}/{version}"
    try:
        fresh.symlink_to(path, target_is_directory=True)
    except (OSError, NotImplementedError):
        _write(fresh, f"{path}\n".encode())
    step("pointed")
    fresh.replace(data / CURRENT)
    _flush_folder(data)
    step("switched")


def _write(path: Path, content: Content) -> None:
    with path.open("wb") as file:
        for piece in _read(content):
            file.write(piece)
        file.flush()
        os.fsync(file.fileno())


def _read(content: Content) -> Iterator[bytes]:
    if isinstance(content, bytes):
        yield content
    elif isinstance(content, Path):
        with content.open("rb") as source:
            yield from iter(partial(source.read, COPY_BYTES), b"")
    else:
        yield from content()


def _flush_folder(folder: Path) -> None:
    """Make names durable. Windows has no way to open a folder, and needs none."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def current_version(data: Path) -> str | None:
    """Version of the release `curated` names, null before the first one."""
    pointer = data / CURRENT
    if pointer.is_symlink():
        return pointer.readlink().name
    return Path(pointer.read_text("utf-8").strip()).name if pointer.is_file() else None


def current(data: Path) -> Path | None:
    """Folder of the current release, `curated` resolved once; None before the first one."""
    version = current_version(data)
    return data / RELEASES / version if version and (data / RELEASES / version).is_dir() else None


def current_release(data: Path) -> Path:
    """As `current`, but `ReleaseError` where there is none."""
    release = current(data)
    if release is None:
        raise ReleaseError(f"no release in {data}; build one first")
    return release


def find_release(data: Path, name: str) -> Path:
    """Folder of a release by its version, an unambiguous beginning of it, `latest`, or `previous` (the one before the latest)."""
    if name == "latest":
        return current_release(data)
    if name == "previous":
        before = read_manifest(current_release(data))["previous"]
        if before is None:
            raise ReleaseError("the latest release has none before it")
        return find_release(data, str(before))
    found = [path for path in sorted((data / RELEASES).glob("[!.]*")) if name and path.name.startswith(name) and path.is_dir()]
    if len(found) != 1:
        told = f"{len(found)} releases begin" if found else "no release begins"
        raise ReleaseError(f"{told} with {name!r} in {data}; latest and previous are understood as well")
    return found[0]


def read_manifest(release: Path) -> dict[str, Any]:
    """The manifest but for its list of files. Raises OSError, ValueError."""
    return read_without(release / MANIFEST, SOURCES)


def read_sources(release: Path) -> Iterator[dict[str, Any]]:
    """The files that the manifest lists, one by one. Raises OSError, ValueError."""
    return read_list(release / MANIFEST, SOURCES)
