"""The unit of work: one input to its records. It needs nothing but what it is given, so that it may run anywhere and its result be kept.

What belongs here: the order of the layers for one input, and what is done with one that is too much for them. What does not: files,
caches, processes; other inputs (a copy of another is found in `corpus`, a near copy in `source`).
"""
from dataclasses import dataclass, field
from hashlib import sha256

from pipelines.coding import code
from pipelines.engine.deadline import TimeUp, processor_seconds
from pipelines.ingest import Input, Limits, read_input
from pipelines.link.likeness import Likeness, likeness
from pipelines.model.document import Document, RejectedFile, Segment
from pipelines.model.record import Coding
from pipelines.segment import segment

USUAL_SIZE = 500_000  # characters or bytes; what is longer gets more time in proportion


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
        return _coded(_read(given, limits), limits)
    except Exception as fault:
        fault.add_note(f"in {given.file_name}")
        raise


def seconds_for(size: int, limits: Limits) -> float:
    """Of the processor, for a text of so many characters."""
    return limits.max_coding_seconds * max(1.0, size / USUAL_SIZE)


def refused(given: Input, reason: str) -> RejectedFile:
    return RejectedFile(given.file_name, sha256(given.data).hexdigest(), (reason,), given.media_type)


def _read(given: Input, limits: Limits) -> Document | RejectedFile:
    most = seconds_for(len(given.data), limits)
    try:
        with processor_seconds(most):
            return read_input(given, limits)
    except (TimeUp, MemoryError, RecursionError) as fault:
        return refused(given, _too_much(fault, "read", most))


def _coded(read: Document | RejectedFile, limits: Limits) -> Result:
    if isinstance(read, RejectedFile):
        return Result(read)
    most = seconds_for(read.n_chars, limits)
    try:
        with processor_seconds(most):
            segments = segment(read)
            return Result(read, segments, code(read, segments), likeness(read.document_id, read.text, read.published_on))
    except (TimeUp, MemoryError, RecursionError) as fault:
        reason = _too_much(fault, "code", most)
        return Result(RejectedFile(read.file_name, read.sha256, (reason,), read.media_type, read.encoding, read.language))


def _too_much(fault: BaseException, task: str, most: float) -> str:
    """Why a text was given up. What exhausts time, memory or stack is the text's fault; every other exception is a rule's."""
    if isinstance(fault, TimeUp):
        return f"takes longer than {most:g} seconds of the processor to {task}"
    return f"too much to {task}: {type(fault).__name__}"
