"""Who takes part in a segment: people behind mentions, kept apart by item (two Hasanovs are two people)."""
from dataclasses import dataclass, field

from pipelines.model.mention import PersonMention


@dataclass(frozen=True, slots=True)
class Person:
    """One person of one segment, with what all mentions together say. `name` is the fullest form in the segment."""

    key: int
    name: str | None  # None: somebody known by office alone ("the Serbian Defense Minister", never named)
    country: str | None = None
    office: str | None = None
    office_as_written: str | None = None
    military_rank: str | None = None
    organization: str | None = None
    host_country: str | None = None
    former: bool = False
    mentions: tuple[PersonMention, ...] = ()


@dataclass(frozen=True, slots=True)
class Reference:
    """Whom a mention means: nobody known (empty), one person, or several ("the two ministers")."""

    people: tuple[Person, ...] = ()
    resolution: str = "named"  # named | pronoun | office | group


@dataclass(frozen=True, slots=True)
class Cast:
    """Everybody in a segment, in order of first mention; `references` maps a mention's (start, end) to whom it means."""

    people: tuple[Person, ...] = ()
    references: dict[tuple[int, int], Reference] = field(default_factory=dict)

    def of(self, mention: PersonMention) -> Reference:
        return self.references.get((mention.start, mention.end), Reference())
