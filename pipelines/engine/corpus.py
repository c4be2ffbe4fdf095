"""A folder of texts as the parts of its files, in a fixed order, to be gone through as often as needed.

What belongs here: which files need work, what is counted, copies of files. What does not: doing the work (`unit`, `executors`), keeping it
(`cache`).
"""
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields
from hashlib import blake2b
from pathlib import Path
from typing import Protocol

from pipelines.engine.cache import Cache, key_of
from pipelines.engine.entries import Entries, Entry
from pipelines.engine.executors import AUTO, parse_target
from pipelines.engine.fingerprint import fingerprint
from pipelines.engine.flow import parts_of
from pipelines.engine.part import BadPart, from_part, payload_of
from pipelines.engine.seen import OnDisk
from pipelines.engine.unit import Result, work
from pipelines.engine.worker import Task
from pipelines.ingest import Input, Limits, Terms, inputs_of, list_files, terms_of
from pipelines.ingest.folder import once
from pipelines.model.document import RejectedFile


class Progress(Protocol):
    """Told of every step, and within a step of every file: how many are done, of how many, and which one it was."""

    def __call__(self, step: str, done: int = 0, total: int = 0, what: str = "") -> None: ...


def silent(step: str, done: int = 0, total: int = 0, what: str = "") -> None:
    """Tell nobody."""


@dataclass(frozen=True)
class Engine:
    """Where the work is done and kept."""

    cache: Path
    target: str = AUTO
    """auto, serial, processes, processes:4, dask://HOST:PORT"""
    limits: Limits = field(default_factory=Limits)

    def unusual(self) -> dict[str, object]:
        """The settings that shape the records and are not the defaults: limits, not where or how the work is done."""
        default = Limits()
        own = {one.name: getattr(self.limits, one.name) for one in fields(Limits)}
        return {name: value for name, value in own.items() if value != getattr(default, name)}


class PartLost(RuntimeError):
    """A part was deleted while a run used it, and its file is not what it was. Running again mends it."""


@dataclass(frozen=True)
class Corpus:
    """What became of every input of a folder; iterating gives the results in byte order of the file names, each time the same.

    Small enough to be passed on and pickled: it holds names and keys, the records stay in the cache until they are asked for.
    `worked` inputs were read and coded in this run, `reused` ones came from the cache; the rest could not be opened.
    """

    folder: Path
    engine: Engine
    entries: Entries
    worked: int
    reused: int

    @property
    def files(self) -> int:
        """Inputs: files, members of archives, rows of bulk files."""
        return len(self.entries)

    def digest(self) -> str:
        """32 hex digits over everything the results depend on: names, contents, limits, code."""
        digest = blake2b(fingerprint().encode(), digest_size=16)
        for entry in self.entries:
            digest.update(f"{entry.key} {entry.unopened!r} {entry.file_name}\0".encode("utf-8", "surrogatepass"))
        return digest.hexdigest()

    def __iter__(self) -> Iterator[Result]:
        """Raises PartLost where the cache was emptied meanwhile and a file changed since."""
        seen = OnDisk()
        for result in self.at(range(len(self.entries))):
            read = once(result.read, seen)
            yield result if read is result.read else Result(read)

    def at(self, numbers: Iterable[int]) -> Iterator[Result]:
        """The results of some entries by their number, in the order asked for; copies of a file are not told apart here."""
        cache = Cache(self.engine.cache)
        return (self._result(self.entries[number], cache) for number in numbers)

    def _result(self, entry: Entry, cache: Cache) -> Result:
        if entry.unopened is not None:
            return Result(entry.unopened)
        try:
            return from_part(entry.key, cache.read(entry.key) or b"")
        except BadPart:
            return self._again(entry)

    def _again(self, entry: Entry) -> Result:
        limits = self.engine.limits
        inputs = inputs_of(self.folder / entry.place, self.folder, terms_of(self.folder, limits))
        for given in inputs:
            if isinstance(given, Input) and given.file_name == entry.file_name and key_of(given, limits) == entry.key:
                return work(given, limits)
        raise PartLost(f"{entry.file_name} changed and the cache was emptied during the run; run again")


def work_through(folder: Path, engine: Engine, progress: Progress = silent) -> Corpus:
    """Work every input below `folder` that the cache has no part for, tell `progress` of each, and return all of them.

    Raises NotADirectoryError where there is no such folder, BadSources where its `sources.yml` cannot be meant so, EngineFault where the
    engine cannot be used. No file makes it raise; a bug in a rule does, with the file's name as a note.
    """
    if not folder.is_dir():
        raise NotADirectoryError(f"{folder} is not a folder")
    cache = Cache(engine.cache)
    survey = _Survey(folder, engine, cache, progress)
    cache.begin_run()
    for task, part in parts_of(survey.missing(), engine.limits, parse_target(engine.target)):
        cache.put(task.key, part)
        survey.tell(task.given.file_name)
    cache.prune()
    return survey.corpus()


class _Survey:
    """One look at every file of a folder, while those that need work are worked."""

    def __init__(self, folder: Path, engine: Engine, cache: Cache, progress: Progress) -> None:
        self._folder, self._engine, self._cache, self._progress = folder, engine, cache, progress
        self._paths = list_files(folder)
        self._terms: Terms = terms_of(folder, engine.limits)
        self._entries = Entries()
        self._told = self._worked = 0

    def missing(self) -> Iterator[Task]:
        """The inputs that no part answers. What is read here is what is worked: a file may change at any moment."""
        for path in self._paths:
            place = path.relative_to(self._folder).as_posix()
            for given in inputs_of(path, self._folder, self._terms):
                if isinstance(given, RejectedFile):
                    self._note(Entry(given.file_name, place, "", given))
                    continue
                key = key_of(given, self._engine.limits)
                if self._has(key):
                    self._note(Entry(given.file_name, place, key))
                else:
                    self._entries.append(Entry(given.file_name, place, key))
                    self._worked += 1
                    yield Task(key, given)

    def _has(self, key: str) -> bool:
        try:
            return bool(payload_of(key, self._cache.use(key) or b""))
        except BadPart:
            return False

    def _note(self, entry: Entry) -> None:
        self._entries.append(entry)
        self.tell(entry.file_name)

    def tell(self, file_name: str) -> None:
        self._told += 1
        self._progress("read and code", self._told, max(self._told, len(self._paths)), file_name)  # a file may hold several

    def corpus(self) -> Corpus:
        reused = len(self._entries) - self._worked - self._entries.unopened
        return Corpus(self._folder, self._engine, self._entries, self._worked, reused)
