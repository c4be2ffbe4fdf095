"""On which terms the files of a folder are read: the limits, and what `sources.yml` says of which name."""
from collections.abc import Callable
from dataclasses import dataclass, field

from pipelines.ingest.inputs import UNTOLD, Source
from pipelines.ingest.limits import Limits


def _untold(name: str) -> Source:
    return UNTOLD


@dataclass(frozen=True, slots=True)
class Terms:
    """`source_of`: what is said of an input of that name (`mfa/a.html`, `pages.zip!/a.html`)."""

    limits: Limits = field(default_factory=Limits)
    source_of: Callable[[str], Source] = _untold
