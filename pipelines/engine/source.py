"""A corpus as linking and publishing want it: first everything at once but little of it, then everything but in batches.

What belongs here: which records are held when. What does not: linking (`link`), tables (`publish`).
"""
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from pipelines.engine.corpus import Corpus
from pipelines.engine.unit import Result
from pipelines.link.duplicates import find_duplicates
from pipelines.link.likeness import Likeness
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
    copies: dict[str, str] = field(default_factory=dict)
    """document_id of a near copy -> document_id of its original"""


def gather(corpus: Corpus) -> Gathered:
    """Go through all results once. Documents come without their texts, codings as outlines; near copies without any coding."""
    found = Gathered()
    sketches: list[Likeness] = []
    for number, result in enumerate(corpus):
        if isinstance(result.read, RejectedFile):
            found.rejected.append(result.read)
            continue
        found.documents.append(textless(result.read))
        found.codings.append(outline(result.coding))
        found.places.append(Place(result.read.document_id, place_of(result.read), number))
        sketches += [result.sketch] if result.sketch is not None else []
    found.copies = find_duplicates(sketches)
    for number, document in enumerate(found.documents):
        if document.document_id in found.copies:
            found.documents[number] = replace(document, duplicate_of=found.copies[document.document_id])
            found.codings[number] = Coding()
    return found


def once_coded(result: Result, copies: Mapping[str, str]) -> Result:
    """The result; of a near copy, marked as one and without a coding: what is told twice in the same words counts once."""
    document = document_of(result)
    original = copies.get(document.document_id)
    return result if original is None else replace(result, read=replace(document, duplicate_of=original), coding=Coding())


@dataclass(frozen=True)
class LinkedCorpus:
    """A `publish.records.Source` over the parts of a corpus; holds names and links, reads the records when they are asked for."""

    corpus: Corpus
    places: list[Place]
    rejected_files: list[RejectedFile]
    links: Links
    copies: Mapping[str, str] = field(default_factory=dict)

    @property
    def settings(self) -> Mapping[str, object]:
        return self.corpus.engine.unusual()

    def batches(self) -> Iterator[Records]:
        batch: list[Result] = []
        chars = 0
        for result in self.corpus.at(place.number for place in sorted(self.places)):
            batch.append(once_coded(result, self.copies))
            chars += document_of(result).n_chars
            if len(batch) == BATCH_DOCUMENTS or chars >= BATCH_CHARS:
                yield _records(batch)
                batch, chars = [], 0
        if batch:
            yield _records(batch)

    def by_name(self) -> Iterator[Document]:
        ordered = sorted(self.places, key=lambda place: place.by_name)
        return (document_of(once_coded(result, self.copies)) for result in self.corpus.at(place.number for place in ordered))


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
