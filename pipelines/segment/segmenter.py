"""Puts the cuts together: boilerplate at the top and the end, items between them."""
from collections.abc import Iterable

from pipelines import ids
from pipelines.ingest.lines import lines_of
from pipelines.ingest.page import find_top
from pipelines.model.document import Document, Segment
from pipelines.segment.tail import tail_start


def segment(document: Document) -> tuple[Segment, ...]:
    """The segments of a document, in order; white space between two of them belongs to the first. No text: no segment."""
    text = document.text
    if not text:
        return ()
    top = find_top(text)
    cuts = [(0, "boilerplate"), (top.story, "item"), (tail_start([line for line in lines_of(text) if line.start >= top.story], text), "boilerplate")]
    heading = top.title.of(text) if top.title else None
    return tuple(_segments(document, cuts, heading))


def _segments(document: Document, cuts: list[tuple[int, str]], heading: str | None) -> Iterable[Segment]:
    end = document.n_chars
    spans = [(start, stop, kind) for (start, kind), (stop, _) in zip(cuts, [*cuts[1:], (end, "")], strict=True) if start < stop]
    for position, (start, stop, kind) in enumerate(spans):
        yield Segment(
            segment_id=ids.segment_id(document.document_id, start, kind), document_id=document.document_id, position=position, kind=kind,
            char_start=start, char_end=stop, heading=heading if kind == "item" else None,
            published_on=document.published_on if kind == "item" else None,
        )
