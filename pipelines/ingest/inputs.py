"""What passes from the folder to the readers: one text as it lies there, not yet read, and what is known of it beside its words.

What belongs here: the dataclasses. What does not: where inputs come from (`files`, `archives`, `rows`), reading one (`document`).
"""
from dataclasses import dataclass, field, fields, replace
from datetime import date


class NotText(ValueError):
    """No text can be had from these bytes; the message is the reason to give."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What is said of a text beside its words; None: not said. `precision`: day, month, year or none, as in `documents`."""

    title: str | None = None
    published_on: date | None = None
    precision: str = "none"
    publisher: str | None = None
    publisher_country: str | None = None
    url: str | None = None
    language: str | None = None

    def or_else(self, other: "Facts") -> "Facts":
        """These facts; what they do not say is taken from the other."""
        missing = {one.name: getattr(other, one.name) for one in fields(self) if getattr(self, one.name) is None}
        if "published_on" in missing:
            missing["precision"] = other.precision
        return replace(self, **missing)


NO_FACTS = Facts()


@dataclass(frozen=True, slots=True)
class Source:
    """What `sources.yml` says of a text. `date_order`: dmy or mdy; `date_format`: as of strptime."""

    publisher: str | None = None
    country: str | None = None
    language: str | None = None
    date_order: str | None = None
    date_format: str | None = None


UNTOLD = Source()


@dataclass(frozen=True, slots=True)
class Input:
    """One text to read: a file, a member of an archive (`pages.zip!/a.html`) or a row of a bulk file (`dump.jsonl#17`).

    `file_name` is relative to the folder of texts. `data`: its bytes; of a row, its cells as JSON. `reader` names the reader
    (`lexicon/file_kinds.tsv`). With the limits, this is everything that its reading depends on.
    """

    file_name: str
    data: bytes = field(repr=False)
    reader: str
    media_type: str
    source: Source = UNTOLD


@dataclass(frozen=True, slots=True)
class Extracted:
    """The words of an input before repair, the encoding they were decoded from, and what it says of itself.

    `facts` count for more than what a reader sees in the text (the cells of a row, the subject of a mail), `hints` for less
    (the day on which a web page was put into its system).
    """

    text: str
    encoding: str
    facts: Facts = NO_FACTS
    hints: Facts = NO_FACTS
