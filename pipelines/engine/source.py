"""A corpus as linking and publishing want it: its records in a world to link, then everything in batches.

What belongs here: which records are held when. What does not: linking (`link`), tables (`publish`).
"""
import json
import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import closing, suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from time import time

from pipelines.engine.corpus import Corpus
from pipelines.engine.unit import Result
from pipelines.link import Linked, World
from pipelines.link.duplicates import Copies
from pipelines.link.linked import Counts, count, entities_by_name, everything, households, of_documents
from pipelines.model.document import Document, RejectedFile
from pipelines.model.record import Coding
from pipelines.publish.records import Household, Records, place_of

BATCH_DOCUMENTS, BATCH_CHARS = 500, 4_000_000
PREFIX, ENDING = "world-", ".sqlite"
LEFT_BEHIND = 86_400.0  # seconds after which a world belongs to a run that was killed

REJECTED = "CREATE TABLE rejected (number INTEGER PRIMARY KEY, told TEXT)"
BY_ID = "SELECT number, duplicate_of FROM document ORDER BY document_id"
BY_NAME = "SELECT number, duplicate_of FROM document ORDER BY name, document_id"


def gather(corpus: Corpus, world: World) -> None:
    """Go through all results once and fill the world: documents without their texts, codings, near copies, files that are no documents."""
    world.begin()
    world.rows.execute(REJECTED)
    copies = Copies(world)
    for number, result in enumerate(corpus):
        if isinstance(result.read, RejectedFile):
            world.rows.execute("INSERT INTO rejected VALUES (?, ?)", (number, json.dumps(asdict(result.read))))
            continue
        world.add(result.read, place_of(result.read)[0], number, result.coding)
        if result.sketch is not None:
            copies.add(result.sketch)
    copies.mark()
    world.filled()


def rejected_files(world: World) -> list[RejectedFile]:
    """In the order of the folder."""
    told = (json.loads(one) for one, in world.rows.execute("SELECT told FROM rejected ORDER BY number"))
    return [RejectedFile(**{**one, "reasons": tuple(one["reasons"])}) for one in told]


def new_world(corpus: Corpus) -> Path:
    """A place for a world in the cache; those of runs that were killed are deleted."""
    home = corpus.engine.cache
    for path in home.glob(f"{PREFIX}*{ENDING}"):
        with suppress(OSError):
            if path.stat().st_mtime < time() - LEFT_BEHIND:
                path.unlink()
    descriptor, name = tempfile.mkstemp(ENDING, PREFIX, home)
    os.close(descriptor)
    return Path(name)


def once_coded(result: Result, original: str | None) -> Result:
    """The result; of a near copy, marked as one and without a coding: what is told twice in the same words counts once."""
    return result if original is None else replace(result, read=replace(document_of(result), duplicate_of=original), coding=Coding())


@dataclass(frozen=True)
class LinkedCorpus:
    """A `publish.records.Source` over the parts of a corpus and a world that is linked; both are read when they are asked for."""

    corpus: Corpus
    place: Path

    @property
    def there(self) -> bool:
        """Whether the world still is where it was put."""
        return self.place.exists()

    def discard(self) -> None:
        """The world is needed no more."""
        self.place.unlink(missing_ok=True)

    @property
    def settings(self) -> Mapping[str, object]:
        return self.corpus.engine.unusual()

    @property
    def rejected_files(self) -> list[RejectedFile]:
        with self._open() as world:
            return rejected_files(world)

    @property
    def links(self) -> Linked:
        """All links together: for a few texts."""
        with self._open() as world:
            return everything(world)

    def counts(self) -> Counts:
        with self._open() as world:
            return count(world)

    def households(self) -> Iterator[Household]:
        with self._open() as world:
            yield from households(world)

    def entities_by_name(self) -> Iterator[Mapping[str, object]]:
        with self._open() as world:
            yield from entities_by_name(world)

    def batches(self) -> Iterator[Records]:
        with self._open() as world:
            for batch in _batches(self._results(world, BY_ID)):
                first, last = (document_of(one).document_id for one in (batch[0], batch[-1]))
                yield _records(batch, of_documents(world, first, last))

    def by_name(self) -> Iterator[Document]:
        with self._open() as world:
            yield from map(document_of, self._results(world, BY_NAME))

    def _results(self, world: World, statement: str) -> Iterator[Result]:
        for number, original in world.rows.execute(statement):
            yield once_coded(next(self.corpus.at([number])), original)

    def _open(self) -> "closing[World]":
        return closing(World(str(self.place)))


def _batches(results: Iterator[Result]) -> Iterator[list[Result]]:
    batch: list[Result] = []
    chars = 0
    for result in results:
        batch.append(result)
        chars += document_of(result).n_chars
        if len(batch) == BATCH_DOCUMENTS or chars >= BATCH_CHARS:
            yield batch
            batch, chars = [], 0
    if batch:
        yield batch


def document_of(result: Result) -> Document:
    if isinstance(result.read, RejectedFile):
        raise TypeError(f"{result.read.file_name} is no document")
    return result.read


def _records(batch: list[Result], links: Linked) -> Records:
    return Records(
        documents=[document_of(one) for one in batch],
        segments=[segment for one in batch for segment in one.segments],
        codings=[one.coding for one in batch],
        links=links,
    )
