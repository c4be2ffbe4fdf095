"""A data folder in an object store: a working copy on this machine, the releases there, the pointer written last.

    <url>/releases/<version>/   the files of one release, never changed once its manifest is there
    <url>/curated               the text `releases/<version>`: which release is current

A release is made in the working copy as in any data folder, then delivered: its files, the manifest last of them, then the pointer. So
a reader who follows the pointer finds a whole release, whatever kills the writer. Two machines that deliver at once leave both releases
and the pointer of the later one. What does not belong here: making releases (`publish`), which stores there are (fsspec).
"""
import errno
import hashlib
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

MARK = ".store"  # file of a working copy that names its store
POINTER = "curated"
RELEASES = "releases"
MANIFEST = "manifest.json"
FETCHING = ".fetching"
EXTRAS = {"s3": "s3fs", "gs": "gcsfs", "gcs": "gcsfs", "abfs": "adlfs", "az": "adlfs"}


class StoreFault(OSError):
    """The store cannot be reached or written. It may pass, so its errno is that of a fault of the machine."""

    def __init__(self, message: str) -> None:
        super().__init__(errno.EIO, message)

    def __str__(self) -> str:
        return str(self.strerror)


def is_store(told: str) -> bool:
    return "://" in told


def working_copy(url: str, home: Path) -> Path:
    """The folder below `home` that stands for the store, with its current release. Raises StoreFault."""
    name = re.sub(r"[^A-Za-z0-9.]+", "-", url).strip("-.") or "store"
    folder = home / f"{name[:60]}-{hashlib.sha256(url.encode()).hexdigest()[:8]}"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / MARK).write_text(url, "utf-8")
    with blaming(url):
        fetch(folder, *filesystem(url))
    return folder


def fetch(folder: Path, store: Any, root: str) -> None:
    """Bring the release that the store's pointer names, unless it is here."""
    named = pointer(store, root)
    if named is None or not re.fullmatch(rf"{RELEASES}/\w+", named):
        return
    target = folder / named
    if not (target / MANIFEST).is_file():
        staging = folder / FETCHING
        shutil.rmtree(staging, ignore_errors=True)
        for path in store.find(f"{root}/{named}"):
            local = staging / path.split(f"{named}/", 1)[1]
            local.parent.mkdir(parents=True, exist_ok=True)
            store.get_file(path, str(local))
        target.parent.mkdir(exist_ok=True)
        staging.rename(target)
    lead(folder, named)


def lead(folder: Path, named: str) -> None:
    """Let the working copy's own pointer name the release."""
    link, fresh = folder / POINTER, folder / f"{POINTER}.next"
    if link.is_symlink() and str(link.readlink()) == named:
        return
    fresh.unlink(missing_ok=True)
    fresh.symlink_to(named, target_is_directory=True)
    fresh.replace(link)


def deliver(folder: Path, version: str) -> bool:
    """Bring a release of a working copy to its store, unless it is current there; elsewhere do nothing. Raises StoreFault."""
    mark = folder / MARK
    if not mark.is_file():
        return False
    url = mark.read_text("utf-8")
    with blaming(url):
        store, root = filesystem(url)
        if pointer(store, root) == f"{RELEASES}/{version}":
            return False
        put(folder / RELEASES / version, store, f"{root}/{RELEASES}/{version}")
        store.pipe_file(f"{root}/{POINTER}", f"{RELEASES}/{version}\n".encode())
    return True


def put(release: Path, store: Any, target: str) -> None:
    """The files of a release, its manifest last."""
    files = sorted((path for path in release.rglob("*") if path.is_file()), key=lambda path: (path.name == MANIFEST, path))
    for path in files:
        there = f"{target}/{path.relative_to(release).as_posix()}"
        store.makedirs(there.rpartition("/")[0], exist_ok=True)
        store.put_file(str(path), there)


def pointer(store: Any, root: str) -> str | None:
    try:
        told: bytes = store.cat_file(f"{root}/{POINTER}")
    except FileNotFoundError:
        return None
    return told.decode("utf-8", "replace").strip()


def filesystem(url: str) -> tuple[Any, str]:
    """The fsspec filesystem of a URL, and the path in it."""
    from fsspec.core import url_to_fs

    try:
        store, root = url_to_fs(url)
    except ImportError:
        scheme = url.partition("://")[0]
        raise StoreFault(f"{url}: {scheme}:// needs a package beside communique: pip install {EXTRAS.get(scheme, scheme)}") from None
    store.invalidate_cache()
    return store, root.rstrip("/")


@contextmanager
def blaming(url: str) -> Iterator[None]:
    """Stores raise what they like; say which store it was."""
    try:
        yield
    except StoreFault:
        raise
    except Exception as fault:
        raise StoreFault(f"{url}: {type(fault).__name__}: {fault}") from fault
