"""What publishing is given: the records of all documents and what linking says about them.

What belongs here: the shape of the input. What does not: tables.
"""
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from pipelines.model.document import Document, RejectedFile, Segment
from pipelines.model.record import Coding


class Links(Protocol):
    """What linking adds, by id. An id that a mapping does not hold has no link: the column is null, the list empty."""

    @property
    def entities(self) -> Sequence[Mapping[str, object]]:
        """Rows of the table `entities`."""

    @property
    def tenures(self) -> Sequence[Mapping[str, object]]:
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

    entities: Sequence[Mapping[str, object]] = ()
    tenures: Sequence[Mapping[str, object]] = ()
    entity_of: Mapping[str, str] = field(default_factory=dict)
    occasion_of: Mapping[str, str] = field(default_factory=dict)
    preceded_by: Mapping[str, str] = field(default_factory=dict)
    signatories_of: Mapping[str, Sequence[str]] = field(default_factory=dict)


@dataclass(frozen=True)
class Records:
    """Everything one run made of its files. documents + rejected_files = files."""

    documents: Sequence[Document] = ()
    rejected_files: Sequence[RejectedFile] = ()
    segments: Sequence[Segment] = ()
    codings: Sequence[Coding] = ()
    links: Links = field(default_factory=NoLinks)
