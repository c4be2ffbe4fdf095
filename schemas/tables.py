"""The tables of a release in their order, with their keys and their sort order."""
from typing import NamedTuple

from schemas.agreements import Agreements
from schemas.documents import Documents
from schemas.entities import Entities
from schemas.events import Events
from schemas.participants import Participants
from schemas.rules import Table
from schemas.segments import Segments
from schemas.tenures import Tenures


class Entry(NamedTuple):
    """A table's model, the columns that identify a row, and the columns rows are sorted by (nulls last)."""

    model: type[Table]
    key: tuple[str, ...]
    order: tuple[str, ...]


TENURE_KEY = ("entity_id", "office", "country", "organization", "office_as_written")

TABLES: dict[str, Entry] = {
    "documents": Entry(Documents, ("document_id",), ("file_name", "document_id")),
    "segments": Entry(Segments, ("segment_id",), ("document_id", "char_start", "segment_id")),
    "events": Entry(Events, ("event_id",), ("document_id", "char_start", "char_end", "event_id")),
    "participants": Entry(Participants, ("participant_id",), ("document_id", "event_id", "char_start", "char_end", "participant_id")),
    "agreements": Entry(Agreements, ("agreement_id",), ("document_id", "char_start", "char_end", "agreement_id")),
    "entities": Entry(Entities, ("entity_id",), ("kind", "name", "entity_id")),
    "tenures": Entry(Tenures, TENURE_KEY, (*TENURE_KEY, "first_seen_on")),
}
