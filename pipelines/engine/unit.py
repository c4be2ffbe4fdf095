"""The unit of work: one input to its records. Pure, so that it may run anywhere and its result may be kept.

What belongs here: the order of the layers for one input. What does not: files, caches, processes; other inputs (a copy of another is
found in `corpus`, a near copy in `source`).
"""
from dataclasses import dataclass, field

from pipelines.coding import code
from pipelines.ingest import Input, Limits, read_input
from pipelines.link.likeness import Likeness, likeness
from pipelines.model.document import Document, RejectedFile, Segment
from pipelines.model.record import Coding
from pipelines.segment import segment


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one text: a document with its segments, its coding and its sketch, or a rejected file with none of them."""

    read: Document | RejectedFile
    segments: tuple[Segment, ...] = ()
    coding: Coding = field(default_factory=Coding)
    sketch: Likeness | None = None


def work(given: Input, limits: Limits) -> Result:
    """The result of one input. Whatever goes wrong with it names the file: a bug in a rule shows in one text of thousands."""
    try:
        return _coded(read_input(given, limits))
    except Exception as fault:
        fault.add_note(f"in {given.file_name}")
        raise


def _coded(read: Document | RejectedFile) -> Result:
    if isinstance(read, RejectedFile):
        return Result(read)
    segments = segment(read)
    return Result(read, segments, code(read, segments), likeness(read.document_id, read.text, read.published_on))
