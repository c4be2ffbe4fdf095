"""What the frames find in one sentence, as strings for a table, and their cases. One item, no ingestion, no merging."""
from collections.abc import Collection, Mapping
from datetime import date

from pipelines.coding.candidates import candidates
from pipelines.coding.events import read_items
from pipelines.coding.frames import frames
from pipelines.model.document import Document, Segment
from schemas.vocabularies import EVENT_TYPES

DAY = date(2024, 5, 15)
JOURNEYS_AND_HONOURS = frozenset(
    "visit site_visit election_observation tribute award ceremony commemoration cultural_event".split()
)
EVERY = frozenset(EVENT_TYPES) | {"presence", "gathering"}


def told(sentence: str, types: Collection[str] = EVERY, least: int = 1) -> set[str]:
    """`type:status` of every candidate of `types` whose frame weighs at least `least`."""
    document = Document("doc_0", "a.txt", "0", "text/plain", "utf-8", "en", sentence, published_on=DAY, published_precision="day")
    segment = Segment("seg_0", "doc_0", 0, "item", 0, len(sentence), published_on=DAY)
    found = [c for item in read_items(document, [segment]) for number, seen in enumerate(item.views) for c in candidates(seen, number)]
    return {f"{c.event_type}:{c.status}" for c in found if c.frame.weight >= least and c.event_type in types}


def lines(block: str) -> list[str]:
    return [line.strip() for line in block.splitlines() if line.strip()]


def cases(told_by: Mapping[str, str]) -> list[tuple[str, str]]:
    """(what is told, sentence) for every line of every block."""
    return [(want, line) for want, block in told_by.items() for line in lines(block)]


def read_to_the_end(words: str, types: Collection[str] = EVERY, length: int = 100_000) -> None:
    """Let every frame of `types` read a hostile line of `length` characters: gaps are bounded, so it takes linear time."""
    line = words * (length // len(words)) + " "
    for frame in frames():
        if frame.event_type in types:
            assert sum(1 for _ in frame.expression.finditer(line)) <= len(line)
