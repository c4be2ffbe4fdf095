"""Which documents are near copies of another: the same release on three sites, with another headline, menu line or quotation mark.

What belongs here: finding candidates, deciding, choosing the original. What does not: sketches (`likeness`).
Linear in the number of documents, and independent of their order: they are taken by day and id.
"""
from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from pipelines.link.likeness import NAMES_KEPT, RUNS_KEPT, Likeness, hashes, overlap

ALIKE_RUNS = 0.6
SHARED_PER_EXCHANGED = 40  # names and numbers in both texts for one that each has instead of the other's
FEWEST_RUNS = 16  # a shorter text says too little
DAYS_APART = 31  # greetings come back every year in the same words
KEYS = 16  # smallest hashes of a sketch under which it is looked up
CROWD = 64  # documents under one hash: more share a formula, not a text
SLOTS = 1 << 24  # bytes, in which hashes are counted before the index is made


def find_duplicates(sketches: Iterable[Likeness]) -> dict[str, str]:
    """document_id of a copy -> document_id of its original, which is the earliest, and no copy itself."""
    places: dict[int, list[Likeness]] = defaultdict(list)
    found: dict[str, str] = {}
    ordered = sorted(sketches, key=_by_day)
    counted = _counted(ordered)
    for one in ordered:
        original = _original(one, places)
        if original is not None:
            found[one.document_id] = original.document_id
            continue
        for key in hashes(one.runs)[:KEYS]:
            if counted[key % SLOTS] > 1 and len(places[key]) < CROWD:
                places[key].append(one)
    return found


def _counted(sketches: Iterable[Likeness]) -> bytearray:
    """How many documents are looked up under a hash; 2: more. Most are the only one, and an index of those would be most of the memory."""
    counted = bytearray(SLOTS)
    for one in sketches:
        for key in hashes(one.runs)[:KEYS]:
            counted[key % SLOTS] = min(counted[key % SLOTS] + 1, 2)
    return counted


def _by_day(one: Likeness) -> tuple[date, str]:
    return one.published_on or date.max, one.document_id


def _original(one: Likeness, places: dict[int, list[Likeness]]) -> Likeness | None:
    """The document most like this one among those before it that share a key with it."""
    if len(one.runs) < 4 * FEWEST_RUNS:
        return None
    near = {other.document_id: other for key in hashes(one.runs)[:KEYS] for other in places.get(key, ())}
    alike = ((overlap(one.runs, other.runs, RUNS_KEPT).jaccard, other) for other in near.values() if is_copy(one, other))
    return max(alike, key=lambda pair: (pair[0], _by_day(pair[1])), default=(0.0, None))[1]


def is_copy(one: Likeness, other: Likeness) -> bool:
    """Whether two texts tell the same in the same words, around the same time, and neither names what the other leaves out for it."""
    if one.published_on and other.published_on and abs((one.published_on - other.published_on).days) > DAYS_APART:
        return False
    names = overlap(one.names, other.names, NAMES_KEPT)
    exchanged = min(names.first, names.second)
    return exchanged <= names.both // SHARED_PER_EXCHANGED and overlap(one.runs, other.runs, RUNS_KEPT).jaccard >= ALIKE_RUNS
