"""Where a run reads and writes, and what it works with, as Dagster sees it.

The folders come from the environment (COMMUNIQUE_SEEDS, COMMUNIQUE_DATA), read when a run starts. Whoever launches a run may narrow
them to a folder below, never leave them: the web interface knows no users, so a launch must not read or write wherever it likes.
"""
from pathlib import Path

import dagster as dg
from pydantic import Field

from pipelines.engine import Engine
from pipelines.ingest import Limits
from pipelines.settings import cache_folder, data_folder, engine_target, limits, seeds_folder


class Folders(dg.ConfigurableResource):  # type: ignore[type-arg]
    """The seeds folder and the data folder, or folders below them for a trial."""

    seeds: str = Field(default=".", description="Folder of texts, relative to COMMUNIQUE_SEEDS; `.` is all of it.")
    data: str = Field(default=".", description="Folder of releases, relative to COMMUNIQUE_DATA; `.` is the published one.")

    def seeds_path(self) -> Path:
        return below(seeds_folder(), self.seeds)

    def data_path(self) -> Path:
        return below(data_folder(), self.data)


class EngineChoice(dg.ConfigurableResource):  # type: ignore[type-arg]
    """How the files are worked. A cluster is named by COMMUNIQUE_ENGINE alone: code and texts must not go wherever a launch sends them."""

    target: str = Field(
        default="", pattern=r"^(auto|serial|processes(:[0-9]{1,3})?)?$",
        description="`auto`, `serial`, `processes` or `processes:4`; empty takes COMMUNIQUE_ENGINE, else `auto`.",
    )

    def engine(self, data: Path) -> Engine:
        """The engine with cache and limits; these are set by the environment alone, as for the command line."""
        return Engine(cache_folder(data), engine_target(self.target or None), limits(Limits))


def below(root: Path, relative: str) -> Path:
    """The folder below `root`. Raises dg.Failure where `relative` leads out of it."""
    path = root / relative
    if not path.resolve().is_relative_to(root.resolve()):
        raise dg.Failure(f"{relative!r} leads out of {root}", allow_retries=False)
    return path
