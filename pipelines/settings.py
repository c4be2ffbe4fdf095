"""What whoever runs this may set: folders, engine, limits, from the environment; `.env.example` lists all of it.

What belongs here: reading settings that the command line and Dagster share, and refusing bad ones. What does not: any setting of a rule;
the layers from `ingest` to `publish` take everything as arguments.
"""
import os
from dataclasses import fields
from pathlib import Path
from typing import Any, TypeVar

from pipelines.objects import is_store, working_copy

PREFIX = "COMMUNIQUE_"
SEEDS_VARIABLE = "COMMUNIQUE_SEEDS"
DATA_VARIABLE = "COMMUNIQUE_DATA"
COPIES_VARIABLE = "COMMUNIQUE_COPIES"
CACHE_VARIABLE = "COMMUNIQUE_CACHE"
ENGINE_VARIABLE = "COMMUNIQUE_ENGINE"
CODE_URL_VARIABLE = "COMMUNIQUE_CODE_URL"

Limits = TypeVar("Limits")


class SettingFault(ValueError):
    """A setting that cannot be used. The message names it and says what would do."""


def seeds_folder(given: str | None = None) -> Path:
    """The folder of texts: as given, else from COMMUNIQUE_SEEDS, else `seeds` below the working folder."""
    return _local(given or os.environ.get(SEEDS_VARIABLE) or "seeds")


def data_folder(given: str | None = None) -> Path:
    """The folder releases are written to: as given, else from COMMUNIQUE_DATA, else `data` below the working folder.

    For the URL of an object store its working copy below COMMUNIQUE_COPIES, brought up to date. Raises StoreFault.
    """
    told = given or os.environ.get(DATA_VARIABLE) or "data"
    return working_copy(told, copies_folder()) if is_store(told) else Path(told)


def copies_folder() -> Path:
    """Where working copies of object stores lie: COMMUNIQUE_COPIES, else `.communique` below the working folder."""
    return _local(os.environ.get(COPIES_VARIABLE) or ".communique")


def cache_folder(data: Path, given: str | None = None) -> Path:
    """The folder of what was already read and coded: as given, else from COMMUNIQUE_CACHE, else `.cache` below the data folder."""
    told = given or os.environ.get(CACHE_VARIABLE)
    return _local(told) if told else data / ".cache"


def engine_target(given: str | None = None) -> str:
    """Where files are worked, as `pipelines.engine` reads it: as given, else from COMMUNIQUE_ENGINE, else `auto`."""
    return given or os.environ.get(ENGINE_VARIABLE) or "auto"


def code_url() -> str | None:
    """Where the project's folder can be read on the web, None if it is only here."""
    return os.environ.get(CODE_URL_VARIABLE) or None


def limits(kind: type[Limits]) -> Limits:
    """Limits of a kind (a dataclass of numbers), each as its variable says (`max_bytes`: COMMUNIQUE_MAX_BYTES), else its default."""
    told = {one.name: _number(variable, type(one.default)) for one in fields(kind)  # type: ignore[arg-type]
            if os.environ.get(variable := variable_of(one.name))}
    return kind(**told)


def variable_of(limit: str) -> str:
    return f"{PREFIX}{limit.upper()}"


def _number(variable: str, kind: type[Any]) -> int | float:
    try:
        value: int | float = kind(os.environ[variable].replace("_", ""))
    except ValueError:
        value = 0
    if not 0 < value < float("inf"):
        raise SettingFault(f"{variable}: {os.environ[variable]!r} is not a number above 0")
    return value


def _local(told: str) -> Path:
    """A folder of this machine. A URL would be taken for a strange folder name, and everything be written where nobody looks."""
    if is_store(told):
        raise SettingFault(f"{told}: only the data folder may be in an object store, this must be a folder")
    return Path(told)
