"""Coded and found rows in one form, so that scoring need not know which is which.

Rows compare by identity: two rows may say the same and still be two.
"""
from dataclasses import dataclass
from datetime import date

from pipelines.evaluate.quotes import Span


@dataclass(frozen=True, slots=True)
class Person:
    """A named participant. `resolution` only where found: named, pronoun, office or group."""

    name: str | None
    country: str | None
    office: str | None
    role: str | None
    resolution: str | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """What events and agreements share. `spans`: sentences that tell it (coded) or the evidence (found).

    `optional`: sensible coders differ; neither asked for nor punished. `rule`: what made it, only where found.
    """

    id: str
    type: str
    status: str
    background: bool
    start: date | None
    end: date | None
    spans: tuple[Span, ...]
    optional: bool = False
    rule: str | None = None

    @property
    def asked(self) -> bool:
        """Whether the row counts: news, and no matter of taste."""
        return not (self.background or self.optional)


@dataclass(frozen=True, slots=True, eq=False)
class EventRow(Row):
    country: str | None = None
    city: str | None = None
    countries: frozenset[str] = frozenset()
    parent: str | None = None
    people: tuple[Person, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class AgreementRow(Row):
    parties: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Side:
    """All rows of one text; `starts`: where its items begin."""

    events: tuple[EventRow, ...] = ()
    agreements: tuple[AgreementRow, ...] = ()
    starts: tuple[int, ...] = ()
