"""The unit of work: one file's bytes to its records. Pure, so that it may run anywhere and its result may be kept.

What belongs here: the order of the layers for one file. What does not: files, caches, processes; other files (a copy of another file is
found in `corpus`).
"""
from dataclasses import dataclass, field

from pipelines.coding import code
from pipelines.ingest.document import read_bytes
from pipelines.ingest.limits import Limits
from pipelines.model.document import Document, RejectedFile, Segment
from pipelines.model.record import Coding
from pipelines.segment import segment


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one text: a document with its segments and its coding, or a rejected file with neither."""

    read: Document | RejectedFile
    segments: tuple[Segment, ...] = ()
    coding: Coding = field(default_factory=Coding)


def work(file_name: str, data: bytes, limits: Limits) -> Result:
    """The result of one file. Whatever goes wrong with it names the file: a bug in a rule shows in one text of thousands."""
    try:
        return _coded(read_bytes(file_name, data, limits))
    except Exception as fault:
        fault.add_note(f"in {file_name}")
        raise


def _coded(read: Document | RejectedFile) -> Result:
    if isinstance(read, RejectedFile):
        return Result(read)
    segments = segment(read)
    return Result(read, segments, code(read, segments))
