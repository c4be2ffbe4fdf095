"""Documents and their segments, as `ingest` and `segment` hand them on."""
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Document:
    """One text. Every offset in the dataset counts Python characters of `text`."""

    document_id: str
    file_name: str
    sha256: str
    media_type: str
    encoding: str
    language: str
    text: str
    title: str | None = None
    publisher: str | None = None
    publisher_country: str | None = None
    url: str | None = None
    published_on: date | None = None
    published_precision: str = "none"
    duplicate_of: str | None = None
    date_order: str | None = None
    """dmy or mdy: how the text writes dates in numbers, where whoever gave it says so. No column of `documents`."""

    @property
    def n_chars(self) -> int:
        return len(self.text)


@dataclass(frozen=True, slots=True)
class RejectedFile:
    """A file that could not become a document, with every reason found."""

    file_name: str
    sha256: str | None
    reasons: tuple[str, ...]
    media_type: str | None = None
    encoding: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a document. The segments of a document tile it: no gap, no overlap."""

    segment_id: str
    document_id: str
    position: int
    kind: str  # item | background | boilerplate
    char_start: int
    char_end: int
    heading: str | None = None
    dateline_place: str | None = None
    published_on: date | None = None
    not_before: date | None = None
    not_after: date | None = None
