"""Links from an asset to the code that makes it.

What belongs here: finding file and line of functions, classes and modules. What does not: which ones an asset names.
The files are those of the machine that serves the code. Where that is not the reader's own, COMMUNIQUE_CODE_URL names the folder of the
project in a repository on the web (such as https://github.com/OWNER/communique/blob/main), and the links lead there instead.
"""
import inspect
import warnings
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

import dagster as dg

from pipelines.settings import code_url

ROOT = Path(__file__).resolve().parents[2]

Place = Any
"""A function, a class or a module."""


def code_links(*places: Place) -> Mapping[str, dg.CodeReferencesMetadataValue]:
    """The links as metadata of an asset's definition, under Dagster's own key."""
    url = code_url()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", dg.BetaWarning)  # Dagster is pinned to a minor version, and a test reads the links
        return {"dagster/code_references": dg.CodeReferencesMetadataValue(code_references=[_link(place, url) for place in places])}


def _link(place: Place, url: str | None) -> dg.LocalFileCodeReference | dg.UrlCodeReference:
    path = Path(inspect.getsourcefile(place) or "").resolve()
    line = 1 if isinstance(place, ModuleType) else inspect.getsourcelines(place)[1]
    inside = path.relative_to(ROOT).as_posix()
    if url:
        return dg.UrlCodeReference(url=f"{url.rstrip('/')}/{inside}#L{line}", label=path.name)
    return dg.LocalFileCodeReference(file_path=str(path), line_number=line, label=path.name)
