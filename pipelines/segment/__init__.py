"""One document to its segments: items, background, boilerplate. Pure; the segments tile the document."""
from pipelines.segment.segmenter import segment

__all__ = ["segment"]
