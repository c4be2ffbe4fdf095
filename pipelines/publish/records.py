"""What publishing is given: the records of all documents and what linking says about them.

What belongs here: the shape of the input. What does not: tables.
"""
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from pipelines.model.document import Document, RejectedFile, Segment
from pipelines.model.record import Coding

Row = Mapping[str, object]

ENTITY_ORDER = ("kind", "name", "entity_id")

Household = tuple[Sequence[Row], Sequence[Row]]
"""Rows of `entities`, and those of `tenures` that belong to them."""


class Links(Protocol):
    """What linking adds, by id. An id that a mapping does not hold has no link: the column is null, the list empty."""

    @property
    def entities(self) -> Sequence[Row]:
        """Rows of the table `entities`."""

    @property
    def tenures(self) -> Sequence[Row]:
        """Rows of the table `tenures`."""

    @property
    def entity_of(self) -> Mapping[str, str]:
        """participant_id -> entity_id."""

    @property
    def occasion_of(self) -> Mapping[str, str]:
        """event_id -> occasion_id."""

    @property
    def preceded_by(self) -> Mapping[str, str]:
        """event_id -> event_id of the announcement."""

    @property
    def signatories_of(self) -> Mapping[str, Sequence[str]]:
        """agreement_id -> entity_ids."""


@dataclass(frozen=True)
class NoLinks:
    """Nothing is linked."""

    entities: Sequence[Row] = ()
    tenures: Sequence[Row] = ()
    entity_of: Mapping[str, str] = field(default_factory=dict)
    occasion_of: Mapping[str, str] = field(default_factory=dict)
    preceded_by: Mapping[str, str] = field(default_factory=dict)
    signatories_of: Mapping[str, Sequence[str]] = field(default_factory=dict)


class Source(Protocol):
    """The records of all documents, given in pieces so that they need not be in memory together."""

    @property
    def rejected_files(self) -> Sequence[RejectedFile]:
        """Files that could not become documents."""

    @property
    def settings(self) -> Mapping[str, object]:
        """Settings that shaped the records and are not the defaults."""

    def households(self) -> Iterator[Household]:
        """Every entity with its tenures, in one batch; the ids of a batch come after those of the batch before."""

    def entities_by_name(self) -> Iterator[Row]:
        """Every entity, by kind, name and id."""

    def batches(self) -> Iterator["Records"]:
        """Every document with its segments, its coding and the links of that, in one batch; the ids of a batch come after those of the
        batch before."""

    def by_name(self) -> Iterator[Document]:
        """Every document, by file name as it is stored, then by id."""


@dataclass(frozen=True)
class Records:
    """Everything one run made of its files. documents + rejected_files = files. As a `Source` it is a single batch."""

    documents: Sequence[Document] = ()
    rejected_files: Sequence[RejectedFile] = ()
    segments: Sequence[Segment] = ()
    codings: Sequence[Coding] = ()
    links: Links = field(default_factory=NoLinks)
    settings: Mapping[str, object] = field(default_factory=dict)

    def households(self) -> Iterator[Household]:
        yield self.links.entities, self.links.tenures

    def entities_by_name(self) -> Iterator[Row]:
        yield from sorted(self.links.entities, key=lambda row: [(row[name] is None, row[name] or "") for name in ENTITY_ORDER])

    def batches(self) -> Iterator["Records"]:
        yield self

    def by_name(self) -> Iterator[Document]:
        yield from sorted(self.documents, key=place_of)


def place_of(document: Document) -> tuple[str, str]:
    """What documents are sorted by."""
    return storable(document.file_name), document.document_id


def storable(text: str) -> str:
    """A string that UTF-8 can hold: every lone surrogate becomes one U+FFFD, so that offsets stay."""
    if text.isascii():
        return text
    return "".join("\ufffd" if "\ud800" <= character <= "\udfff" else character for character in text) if _broken(text) else text


def _broken(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return True
    return False
