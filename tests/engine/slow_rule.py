"""A rule that never ends on some texts; run as a program, the process that threads ask, with this rule in it."""
import sys
from collections.abc import Sequence
from contextlib import suppress
from multiprocessing.connection import Connection

from pipelines.engine import elsewhere, unit
from pipelines.model.document import Document, Segment
from pipelines.segment import segment


def slow(document: Document) -> Sequence[Segment]:
    """Also takes every exception for its own fault."""
    while "ENDLESS" in document.text:
        with suppress(Exception):
            sum(range(1_000))
    return segment(document)


if __name__ == "__main__":
    import pipelines.engine.warm  # noqa: F401

    unit.segment = slow  # type: ignore[assignment]
    elsewhere.serve(Connection(int(sys.argv[1])))
