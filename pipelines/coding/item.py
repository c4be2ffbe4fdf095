"""An item: one segment with everything the coder knows about it, and the drafts of its events.

A draft is an event in the making. It is mutable on purpose: merging, dating and placing fill it in turn; `emit` freezes it.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from pipelines.coding.candidates import Candidate
from pipelines.coding.context import Context
from pipelines.coding.view import View
from pipelines.model.cast import Cast, Person
from pipelines.model.document import Document, Segment
from pipelines.model.mention import OrganizationMention, PersonMention, PlaceMention, ResolvedDate, Sentence

TELLING = 40  # sources of an event that are asked how strong they are


@dataclass(frozen=True, slots=True)
class Item:
    """One item segment. `anchor`: the day from which dates count; `roughly`: it stands elsewhere on the page and only completes years."""

    document: Document
    segment: Segment
    sentences: tuple[Sentence, ...]
    views: tuple[View, ...]
    cast: Cast
    context: Context
    anchor: date | None
    roughly: bool = False
    spoken: bool = False  # a transcript: somebody speaks, the text itself tells nothing
    chances: list[dict[str, float]] = field(default_factory=list)  # what each sentence likely reports; filled while drafts are made

    @property
    def today(self) -> date | None:
        """The anchor, if it is a day and not just a year."""
        return None if self.roughly else self.anchor

    @property
    def home(self) -> str | None:
        return self.context.home

    @property
    def text(self) -> str:
        return self.document.text


@dataclass(slots=True)
class Party:
    """A person in an event: who, in which role, through which mention."""

    person: Person
    role: str
    mention: PersonMention
    resolution: str


@dataclass(slots=True)
class Body:
    """A delegation or organization in an event."""

    mention: OrganizationMention | PersonMention
    role: str
    kind: str  # delegation | organization
    country: str | None


@dataclass(slots=True)
class Draft:
    """An event in the making; `sources` are the candidates merged into it, the best evidence first."""

    event_type: str
    sources: list[Candidate]
    status: str
    parties: dict[int, Party] = field(default_factory=dict)
    unnamed: dict[int, Person] = field(default_factory=dict)  # officials whom the text never names
    bodies: list[Body] = field(default_factory=list)
    countries: list[str] = field(default_factory=list)
    when: ResolvedDate | None = None
    told_when: ResolvedDate | None = None  # `when`, before other sentences lengthened it
    place: PlaceMention | None = None
    country: str | None = None
    background: bool = False
    parent: "Draft | None" = None
    not_before: date | None = None
    not_after: date | None = None

    @property
    def lead(self) -> Candidate:
        return self.sources[0]

    @property
    def telling(self) -> list[Candidate]:
        """The first of its sources: a page that repeats itself has thousands."""
        return self.sources[:TELLING]

    @property
    def weight(self) -> int:
        """The greatest of its sources."""
        return max(s.frame.weight for s in self.telling)

    def add_countries(self, codes: Iterable[str | None]) -> None:
        self.countries.extend(c for c in dict.fromkeys(codes) if c and c not in self.countries)

    def dated(self) -> bool:
        return self.when is not None and self.when.start_date is not None
