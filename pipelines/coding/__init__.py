"""Mentions become records: the codebook as rules.

`code` is the whole layer: one document with its segments in, its events, participants and agreements out. Pure functions
only. What does not belong here: recognizing (that is done), and other documents (`link`).
"""
from collections.abc import Iterable

from pipelines.model.document import Document, Segment
from pipelines.model.record import Coding


def code(document: Document, segments: Iterable[Segment]) -> Coding:
    """Code every item of `document`. Segments of other kinds yield nothing."""
    from pipelines.coding.emit import records
    from pipelines.coding.events import code_item, read_items
    from pipelines.recognize.dates import date_order

    with date_order(document.date_order):
        items = read_items(document, [segment for segment in segments if segment.kind == "item"])
        found = [records(item, code_item(item)) for item in items]
    return Coding(
        tuple(row for one in found for row in one.events),
        tuple(row for one in found for row in one.participants),
        tuple(row for one in found for row in one.agreements),
    )
