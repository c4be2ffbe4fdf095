"""Where the texts lie and where the data goes, when nobody says so: the environment, else the folders of the project.

What belongs here: defaults that the command line and Dagster share. What does not: any setting of a rule; the layers from `ingest`
to `publish` take everything as arguments.
"""
import os
from pathlib import Path

SEEDS_VARIABLE = "COMMUNIQUE_SEEDS"
DATA_VARIABLE = "COMMUNIQUE_DATA"
CACHE_VARIABLE = "COMMUNIQUE_CACHE"
ENGINE_VARIABLE = "COMMUNIQUE_ENGINE"


def seeds_folder(given: str | None = None) -> Path:
    """The folder of texts: as given, else from COMMUNIQUE_SEEDS, else `seeds` below the working folder."""
    return Path(given or os.environ.get(SEEDS_VARIABLE) or "seeds")


def data_folder(given: str | None = None) -> Path:
    """The folder releases are written to: as given, else from COMMUNIQUE_DATA, else `data` below the working folder."""
    return Path(given or os.environ.get(DATA_VARIABLE) or "data")


def cache_folder(data: Path, given: str | None = None) -> Path:
    """The folder of what was already read and coded: as given, else from COMMUNIQUE_CACHE, else `.cache` below the data folder."""
    told = given or os.environ.get(CACHE_VARIABLE)
    return Path(told) if told else data / ".cache"


def engine_target(given: str | None = None) -> str:
    """Where files are worked, as `pipelines.engine` reads it: as given, else from COMMUNIQUE_ENGINE, else `auto`."""
    return given or os.environ.get(ENGINE_VARIABLE) or "auto"
