"""What a file holds: one text, or the members of an archive, or the rows of a bulk file.

What belongs here: which it is, by its kind. What does not: reading a text (`document`).
"""
from collections.abc import Iterator
from typing import BinaryIO

from pipelines.ingest.inputs import Input
from pipelines.ingest.kinds import HEAD_BYTES, kind_of
from pipelines.ingest.limits import Limits
from pipelines.model.document import RejectedFile


def inputs_in(stream: BinaryIO, name: str, limits: Limits) -> Iterator[Input | RejectedFile]:
    """The inputs in an open file, in its order. `name`: relative to the folder of texts."""
    head = stream.read(HEAD_BYTES)
    kind = kind_of(name, head)
    if kind.reader is None:
        yield RejectedFile(name, None, (kind.needs or "",), kind.media_type)
        return
    data = head + stream.read(max(0, limits.max_bytes + 1 - len(head)))
    if len(data) > limits.max_bytes:
        yield RejectedFile(name, None, (f"too large: more than {limits.max_bytes:,} bytes",), kind.media_type)
    else:
        yield Input(name, data, kind.reader, kind.media_type)
