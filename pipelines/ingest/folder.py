"""A folder of files to documents: every input is accounted for, documents + rejected = inputs.

What belongs here: the order, and copies. What does not: opening files (`files`), what is in them (`unpack`), reading (`document`).

Most files are one input. An archive or a bulk file is several (`pages.zip!/a.html`, `dump.jsonl#17`). Left out without a word:
names that begin with a dot (`.gitkeep`, `.DS_Store`, and folders like `.git`), and `sources.yml`, which is about the texts.
"""
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Protocol

from pipelines.ingest.document import read_input
from pipelines.ingest.files import Unreadable, list_files, name_in, opened
from pipelines.ingest.inputs import Input
from pipelines.ingest.limits import Limits
from pipelines.ingest.sources import source_of
from pipelines.ingest.terms import Terms
from pipelines.ingest.unpack import inputs_in
from pipelines.model.document import Document, RejectedFile

COPY = "the same bytes as "
"""How the reason of an exact copy begins; the name of the first follows."""


def read_folder(folder: Path, limits: Limits | None = None) -> Iterator[Document | RejectedFile]:
    """One result per input below `folder`, in byte order of the file names (posix, undecodable bytes escaped), then of place in the file.

    Raises NotADirectoryError where there is no such folder, BadSources where its `sources.yml` cannot be meant so; nothing else in it
    raises.
    """
    if not folder.is_dir():
        raise NotADirectoryError(f"{folder} is not a folder")
    terms = terms_of(folder, limits or Limits())
    inputs = (one for path in list_files(folder) for one in inputs_of(path, folder, terms))
    return stored_once(one if isinstance(one, RejectedFile) else read_input(one, terms.limits) for one in inputs)


def terms_of(folder: Path, limits: Limits) -> Terms:
    """The limits, and what `sources.yml` in the folder says. Raises BadSources."""
    return Terms(limits, source_of(folder))


def inputs_of(path: Path, folder: Path, terms: Terms) -> Iterator[Input | RejectedFile]:
    """The inputs that one file below the folder holds, streamed; what cannot be had of it is a RejectedFile. Never raises OSError."""
    name = name_in(folder, path)
    held: Input | RejectedFile | None = None  # back until the next is there: whether a file changed is known at its end
    try:
        with opened(path, folder) as stream:
            for one in inputs_in(stream, name, terms):
                if held is not None:
                    yield held
                held = one
    except Unreadable as why:
        if held is not None and held.file_name != name:
            yield held
        held = RejectedFile(name, None, (str(why),))
    if held is not None:
        yield held


def stored_once(results: Iterable[Document | RejectedFile]) -> Iterator[Document | RejectedFile]:
    """Rejects every document whose bytes came before."""
    seen = InMemory()
    return (once(result, seen) for result in results)


class Seen(Protocol):
    """The hashes that came, and under which name."""

    def before(self, sha256: str, name: str) -> str | None:
        """The name under which this hash came before; None: it is new, and remembered under this name."""


class InMemory:
    """A `Seen` for as many texts as memory holds."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}

    def before(self, sha256: str, name: str) -> str | None:
        if sha256 in self._names:
            return self._names[sha256]
        self._names[sha256] = name
        return None


def once(result: Document | RejectedFile, seen: Seen) -> Document | RejectedFile:
    """The result; rejected where its bytes came before, be it as another row of the same name."""
    if isinstance(result, RejectedFile):
        return result
    first = seen.before(result.sha256, result.file_name)
    if first is None:
        return result
    return RejectedFile(result.file_name, result.sha256, (f"{COPY}{first}",), result.media_type, result.encoding, result.language)
