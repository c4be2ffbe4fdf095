"""A corpus as linking and publishing want it: first everything at once but little of it, then everything but in batches.

What belongs here: which records are held when. What does not: linking (`link`), tables (`publish`).
"""
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from pipelines.engine.corpus import Corpus
from pipelines.engine.unit import Result
from pipelines.link.outline import outline, textless
from pipelines.model.document import Document, RejectedFile
from pipelines.model.record import Coding
from pipelines.publish.records import Links, Records, place_of

BATCH_DOCUMENTS, BATCH_CHARS = 500, 4_000_000


class Place(NamedTuple):
    """Where a document stands: its id, what it is sorted by in its own table, its number in the corpus."""

    document_id: str
    by_name: tuple[str, str]
    number: int


@dataclass
class Gathered:
    """What must be known of all documents together: where they are, what linking looks at, and which files are none."""

    documents: list[Document] = field(default_factory=list)
    codings: list[Coding] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    rejected: list[RejectedFile] = field(default_factory=list)


def gather(corpus: Corpus) -> Gathered:
    """Go through all results once. Documents come without their texts, codings as outlines."""
    found = Gathered()
    for number, result in enumerate(corpus):
        if isinstance(result.read, RejectedFile):
            found.rejected.append(result.read)
            continue
        found.documents.append(textless(result.read))
        found.codings.append(outline(result.coding))
        found.places.append(Place(result.read.document_id, place_of(result.read), number))
    return found


@dataclass(frozen=True)
class LinkedCorpus:
    """A `publish.records.Source` over the parts of a corpus; holds names and links, reads the records when they are asked for."""

    corpus: Corpus
    places: list[Place]
    rejected_files: list[RejectedFile]
    links: Links

    @property
    def settings(self) -> Mapping[str, object]:
        return self.corpus.engine.unusual()

    def batches(self) -> Iterator[Records]:
        batch: list[Result] = []
        chars = 0
        for result in self.corpus.at(place.number for place in sorted(self.places)):
            batch.append(result)
            chars += document_of(result).n_chars
            if len(batch) == BATCH_DOCUMENTS or chars >= BATCH_CHARS:
                yield _records(batch)
                batch, chars = [], 0
        if batch:
            yield _records(batch)

    def by_name(self) -> Iterator[Document]:
        ordered = sorted(self.places, key=lambda place: place.by_name)
        return (document_of(result) for result in self.corpus.at(place.number for place in ordered))


def document_of(result: Result) -> Document:
    if isinstance(result.read, RejectedFile):
        raise TypeError(f"{result.read.file_name} is no document")
    return result.read


def _records(batch: list[Result]) -> Records:
    return Records(
        documents=[document_of(one) for one in batch],
        segments=[segment for one in batch for segment in one.segments],
        codings=[one.coding for one in batch],
    )
