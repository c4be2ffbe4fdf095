"""What the assets before the tables show of the records: taken in one pass, since the records of a corpus are not held.

What belongs here: counting. What does not: assets, records.
"""
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from pipelines.engine import Result
from pipelines.model.document import Document, RejectedFile
from pipelines.orchestration.metadata import bars, inline, markdown

SHOWN = 6  # rows of a preview
LISTED = 200  # rejected files that the check lists
TOP = 10  # bars of a picture


@dataclass
class Census:
    """Counts of everything, and the first documents."""

    files: int = 0
    characters: int = 0
    documents: list[Document] = field(default_factory=list)
    """the first ones only"""
    rejected: list[RejectedFile] = field(default_factory=list)
    kinds: Counter[str] = field(default_factory=Counter)
    types: Counter[str] = field(default_factory=Counter)
    rules: Counter[str] = field(default_factory=Counter)
    rows: Counter[str] = field(default_factory=Counter)

    def add(self, result: Result) -> None:
        self.files += 1
        if isinstance(result.read, RejectedFile):
            self.rejected.append(result.read)
            return
        self.characters += result.read.n_chars
        if len(self.documents) < SHOWN:
            self.documents.append(result.read)
        coding = result.coding
        self.kinds.update(one.kind for one in result.segments)
        self.types.update(event.event_type for event in coding.events)
        self.rules.update(event.rule for event in coding.events)
        self.rows.update(
            participants=len(coding.participants), agreements=len(coding.agreements), texts_without_events=int(not coding.events)
        )

    def of_texts(self) -> dict[str, Any]:
        shown = [(one.file_name, one.published_on, one.n_chars, one.title) for one in self.documents]
        reasons = Counter(reason for file in self.rejected for reason in file.reasons)
        return {
            "dagster/row_count": self.files - len(self.rejected),
            "rejected": len(self.rejected),
            "characters": self.characters,
            "preview": inline(("file", "published", "characters", "title"), shown),
            **({"rejected_by_reason": bars("reason", dict(reasons.most_common()))} if reasons else {}),
        }

    def of_items(self) -> dict[str, Any]:
        return {"dagster/row_count": self.kinds.total(), **self.kinds, "segments_by_kind": bars("kind", dict(self.kinds.most_common()))}

    def of_codings(self) -> dict[str, Any]:
        return {
            "dagster/row_count": self.types.total(),
            **self.rows,
            "events_by_type": bars("type", dict(self.types.most_common(TOP))),
            "events_by_rule": bars("rule", dict(self.rules.most_common(TOP))),
        }

    def rejected_files(self) -> dict[str, Any]:
        """Which files were rejected, and why; nothing where none was."""
        if not self.rejected:
            return {}
        return {"rejected_files": markdown(("file", "why"), [(one.file_name, "; ".join(one.reasons)) for one in self.rejected[:LISTED]])}


def take_census(results: Iterable[Result]) -> Census:
    census = Census()
    for result in results:
        census.add(result)
    return census
