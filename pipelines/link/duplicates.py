"""Which documents are near copies of another: the same release on three sites, with another headline, menu line or quotation mark.

What belongs here: finding candidates, deciding, choosing the original. What does not: sketches (`likeness`).
Linear in the number of documents, and independent of their order: they are taken by day and id. Sketches and what they are looked up by
are tables of the world.
"""
from collections.abc import Iterable, Iterator
from functools import lru_cache

from pipelines.link.likeness import NAMES_KEPT, RUNS_KEPT, Likeness, hashes, overlap
from pipelines.link.world import LATER, World, day_of

ALIKE_RUNS = 0.6
SHARED_PER_EXCHANGED = 40  # names and numbers in both texts for one that each has instead of the other's
FEWEST_RUNS = 16  # a shorter text says too little
DAYS_APART = 31  # greetings come back every year in the same words
KEYS = 16  # smallest hashes of a sketch under which it is looked up
CROWD = 64  # documents under one hash: more share a formula, not a text
SLOTS = 1 << 22  # bytes, in which hashes are counted before anything is looked up
HELD = 1_024  # sketches that are compared again and again

SCHEMA = """
CREATE TABLE sketch (number INTEGER PRIMARY KEY, document_id TEXT, day INTEGER, runs BLOB, names BLOB);
CREATE TABLE place (key INTEGER, number INTEGER, day INTEGER, PRIMARY KEY (key, number)) WITHOUT ROWID;
"""
BY_DAY = f"SELECT number, document_id, day, runs, names FROM sketch ORDER BY coalesce(day, {LATER}), document_id"
AT = f"SELECT count(*), group_concat(iif(coalesce(abs(day - ?) <= {DAYS_APART}, 1), number, NULL)) FROM place WHERE key = ?"


class Copies:
    """The near copies in a world. `add` every sketch, then `mark` the documents."""

    def __init__(self, world: World) -> None:
        self._rows = world.rows
        world.run(SCHEMA)
        self._counted = bytearray(SLOTS)
        self._sketch = lru_cache(HELD)(self._read)

    def add(self, one: Likeness) -> None:
        self._rows.execute("INSERT INTO sketch VALUES (NULL, ?, ?, ?, ?)", (one.document_id, _day(one), one.runs, one.names))
        for key in _keys(one):
            self._counted[key % SLOTS] = min(self._counted[key % SLOTS] + 1, 2)

    def mark(self) -> None:
        """Tell every copy its original."""
        self._rows.executemany("UPDATE document SET duplicate_of = ? WHERE document_id = ?", ((to, one) for one, to in self.found()))
        self._rows.execute("DROP TABLE place")
        self._rows.execute("DROP TABLE sketch")

    def found(self) -> Iterator[tuple[str, str]]:
        """document_id of a copy and document_id of its original, which is the earliest, and no copy itself."""
        for number, *told in self._rows.execute(BY_DAY):
            one, day = _likeness(*told), told[1]
            places = {key: self._at(key, day) for key in _keys(one) if self._counted[key % SLOTS] > 1}  # most have it alone
            original = self._original(one, {other for _, near in places.values() for other in near})
            if original is not None:
                yield one.document_id, original.document_id
                continue
            room = [(key, number, day) for key, (crowd, _) in places.items() if crowd < CROWD]
            self._rows.executemany("INSERT INTO place VALUES (?, ?, ?)", room)

    def _at(self, key: int, day: int | None) -> tuple[int, list[int]]:
        """How many documents are under a key, and which of them may be of the time of this day."""
        crowd, near = self._rows.execute(AT, (day, key)).fetchone()
        return crowd, [int(number) for number in near.split(",")] if near else []

    def _read(self, number: int) -> tuple[Likeness, frozenset[int]]:
        found = self._rows.execute("SELECT document_id, day, runs, names FROM sketch WHERE number = ?", (number,)).fetchone()
        return _likeness(*found), frozenset(hashes(found[2]))

    def _original(self, one: Likeness, near: set[int]) -> Likeness | None:
        """The document most like this one among those before it that share a key with it."""
        if len(one.runs) < 4 * FEWEST_RUNS:
            return None
        runs = frozenset(hashes(one.runs))
        likely = (other for other, its_runs in map(self._sketch, near) if may_be_alike(runs, its_runs))
        alike = [(overlap(one.runs, other.runs, RUNS_KEPT).jaccard, other) for other in likely if is_copy(one, other)]
        return max(alike, key=lambda pair: (pair[0], _by_day(pair[1])), default=(0.0, None))[1]


def find_duplicates(sketches: Iterable[Likeness]) -> dict[str, str]:
    """As `Copies`, of a few sketches in memory."""
    copies = Copies(World())
    for one in sketches:
        copies.add(one)
    return dict(copies.found())


def _keys(one: Likeness) -> list[int]:
    return list(hashes(one.runs)[:KEYS])


def _likeness(document_id: str, day: int | None, runs: bytes, names: bytes) -> Likeness:
    return Likeness(document_id, day_of(day), runs, names)


def _day(one: Likeness) -> int | None:
    return one.published_on.toordinal() if one.published_on else None


def _apart(day: int | None, other: int | None) -> bool:
    return day is not None and other is not None and abs(day - other) > DAYS_APART


def _by_day(one: Likeness) -> tuple[int, str]:
    return _day(one) or LATER, one.document_id


def may_be_alike(runs: frozenset[int], others: frozenset[int]) -> bool:
    """Whether two samples share so much that the union of the sets might be shared enough: told fast, and never wrongly denied."""
    return len(runs & others) >= ALIKE_RUNS * min(RUNS_KEPT, max(len(runs), len(others)))


def is_copy(one: Likeness, other: Likeness) -> bool:
    """Whether two texts tell the same in the same words, around the same time, and neither names what the other leaves out for it."""
    if _apart(_day(one), _day(other)):
        return False
    names = overlap(one.names, other.names, NAMES_KEPT)
    exchanged = min(names.first, names.second)
    return exchanged <= names.both // SHARED_PER_EXCHANGED and overlap(one.runs, other.runs, RUNS_KEPT).jaccard >= ALIKE_RUNS
