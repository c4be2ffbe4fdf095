"""ZIP and gzip, streamed and bounded: what is unpacked is counted, never written to disk, and never an archive again.

What belongs here: members and their limits. What does not: what a member holds (`unpack`).
"""
import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from gzip import GzipFile

from pipelines.ingest.files import Unreadable, printable
from pipelines.ingest.limits import Limits

GRACE_BYTES = 10_000_000  # so much may come out of however little: a ratio says something of large files only
ENCRYPTED = 0x1


@dataclass
class Budget:
    """What may still be unpacked of a file."""

    left: int
    limits: Limits

    @classmethod
    def of(cls, packed_bytes: int, limits: Limits) -> "Budget":
        return cls(min(limits.max_unpacked_bytes, max(GRACE_BYTES, packed_bytes * limits.max_ratio)), limits)

    def spend(self, count: int) -> None:
        self.left -= count
        if self.left < 0:
            raise Unreadable(f"unpacks to more than {self.limits.max_ratio} times its size or {self.limits.max_unpacked_bytes:,} bytes")


class Counted(io.RawIOBase):
    """A stream that takes what is read from it off a budget. Raises Unreadable when that is used up."""

    def __init__(self, inner: zipfile.ZipExtFile | GzipFile, budget: Budget) -> None:
        self.inner, self.budget = inner, budget

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "memoryview") -> int:  # type: ignore[override]
        data = self.inner.read1(len(buffer))
        self.budget.spend(len(data))
        buffer[: len(data)] = data
        return len(data)


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive: its name there, and its bytes to be read once, or the reason why they cannot be."""

    name: str
    stream: io.BufferedReader | None
    reason: str | None = None


def gunzipped(stream: io.BufferedReader, limits: Limits) -> io.BufferedReader:
    """The unpacked bytes of a gzip file, counted."""
    return io.BufferedReader(Counted(GzipFile(fileobj=stream), Budget.of(_size(stream), limits)), 1 << 16)


def zip_members(stream: io.BufferedReader, limits: Limits) -> Iterator[Member]:
    """The members of a ZIP archive in its order; folders and names that begin with a dot are left out. Raises Unreadable."""
    budget = Budget.of(_size(stream), limits)
    try:
        archive = zipfile.ZipFile(stream)
    except (zipfile.BadZipFile, ValueError, EOFError, NotImplementedError) as error:
        raise Unreadable("a damaged ZIP archive") from error
    infos = [info for info in archive.infolist() if not info.is_dir() and not _is_hidden(info.filename)]
    if len(infos) > limits.max_members:
        raise Unreadable(f"{len(infos):,} members, the limit is {limits.max_members:,}")
    for info in infos:
        yield _member(archive, info, budget)


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, budget: Budget) -> Member:
    name = printable(info.filename)
    if info.flag_bits & ENCRYPTED:
        return Member(name, None, "encrypted: unpack it with its password and put in what it holds")
    try:
        return Member(name, io.BufferedReader(Counted(_opened(archive, info), budget), 1 << 16))
    except (zipfile.BadZipFile, NotImplementedError, ValueError, EOFError, RuntimeError) as error:
        return Member(name, None, f"a damaged or unknown member of a ZIP archive: {printable(str(error))[:100]}")


def _opened(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> zipfile.ZipExtFile:
    member = archive.open(info)
    assert isinstance(member, zipfile.ZipExtFile)  # as every member opened for reading is
    return member


def _is_hidden(name: str) -> bool:
    return any(part.startswith(".") or part == "__MACOSX" for part in name.replace("\\", "/").split("/"))


def _size(stream: io.BufferedReader) -> int:
    here = stream.tell()
    size = stream.seek(0, io.SEEK_END)
    stream.seek(here)
    return size
