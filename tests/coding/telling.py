"""What the frames of journeys and honours find in one sentence, as strings for a table. One item, no ingestion, no merging."""
from datetime import date

from pipelines.coding.candidates import candidates
from pipelines.coding.events import read_items
from pipelines.model.document import Document, Segment

TYPES = frozenset("visit site_visit election_observation tribute award ceremony commemoration cultural_event".split())
DAY = date(2024, 5, 15)


def told(sentence: str) -> set[str]:
    """`type:status` of every candidate of these families that can make an event."""
    document = Document("doc_0", "a.txt", "0", "text/plain", "utf-8", "en", sentence, published_on=DAY, published_precision="day")
    segment = Segment("seg_0", "doc_0", 0, "item", 0, len(sentence), published_on=DAY)
    return {
        f"{found.event_type}:{found.status}"
        for item in read_items(document, [segment])
        for number, seen in enumerate(item.views)
        for found in candidates(seen, number)
        if found.frame.weight and found.event_type in TYPES
    }
