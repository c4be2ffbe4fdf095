"""What the scoring of one text writes down: tallies by key, and every fault with its sentence.

A key is (group, name): ("table", "events"), ("event type", "visit"), ("event rule", "visit.of"), ("field", "event dates") …
"""
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from pipelines.evaluate.quotes import Span, sentence_around
from pipelines.evaluate.side import Row

Key = tuple[str, str]
LONGEST_SENTENCE = 400  # characters of a sentence that a fault shows


class Tally(NamedTuple):
    """Right, false and missed rows. Fields are never missed: right and wrong values, and precision is their accuracy."""

    right: int = 0
    false: int = 0
    missed: int = 0

    def plus(self, other: "Tally") -> "Tally":
        return Tally(self.right + other.right, self.false + other.false, self.missed + other.missed)

    @property
    def precision(self) -> float:
        return ratio(self.right, self.right + self.false)

    @property
    def recall(self) -> float:
        return ratio(self.right, self.right + self.missed)

    @property
    def f1(self) -> float:
        return ratio(2 * self.right, 2 * self.right + self.false + self.missed)


def ratio(part: float, whole: float) -> float:
    """0 where there is nothing to divide by."""
    return part / whole if whole else 0.0


class Fault(NamedTuple):
    """One error. `kind`: false event, missed person, wrong event dates …; `what`: type of the row; `detail`: found and coded values."""

    stem: str
    kind: str
    what: str
    detail: str
    sentence: str

    def __str__(self) -> str:
        return " | ".join(part for part in self if part)


@dataclass
class Sheet:
    """Filled by `document.score`. `text`: what all spans point into."""

    stem: str
    text: str
    tallies: dict[Key, Tally] = field(default_factory=lambda: defaultdict(Tally))
    faults: list[Fault] = field(default_factory=list)

    def right(self, *keys: Key) -> None:
        self._add(keys, Tally(right=1))

    def false(self, *keys: Key) -> None:
        self._add(keys, Tally(false=1))

    def missed(self, *keys: Key) -> None:
        self._add(keys, Tally(missed=1))

    def _add(self, keys: Sequence[Key], one: Tally) -> None:
        for key in keys:
            self.tallies[key] = self.tallies[key].plus(one)

    def compare(self, name: str, row: Row, found: object, coded: object, same: bool | None = None) -> None:
        """One value of a right row. `same` overrules plain equality; `row` says where in the text a fault is shown."""
        if found == coded if same is None else same:
            self.right(("field", name))
            return
        self.false(("field", name))
        self.fault(f"wrong {name}", row.type, f"{_shown(found)} instead of {_shown(coded)}", row.spans)

    def fault(self, kind: str, what: str, detail: str, spans: Sequence[Span]) -> None:
        self.faults.append(Fault(self.stem, kind, what, detail, self._sentence(spans)))

    def _sentence(self, spans: Sequence[Span]) -> str:
        if not spans:
            return ""
        start, end = sentence_around(self.text, spans[0])
        return " ".join(self.text[start:end].split())[:LONGEST_SENTENCE]


def _shown(value: object) -> str:
    if isinstance(value, frozenset):
        return " ".join(sorted(value)) or "none"
    if isinstance(value, tuple):
        return " to ".join(dict.fromkeys(_shown(part) for part in value))
    return value.isoformat() if isinstance(value, date) else str(value or "none")
