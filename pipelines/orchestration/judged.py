"""What the checks look at: tables about to be published, or the release that stands because nothing changed.

What belongs here: the one form of both. What does not: verdicts (`checks`).
"""
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, Protocol

import pandas as pd

from pipelines.publish.parquet import read_frame
from pipelines.publish.release import read_manifest
from schemas.tables import TABLES


class Judged(Protocol):
    """Accepted rows by count and by column, rejected ones whole. `cut`: `table.column` -> references that were cut."""

    @property
    def rows(self) -> Mapping[str, int]: ...

    @property
    def rejected(self) -> Mapping[str, pd.DataFrame]: ...

    @property
    def cut(self) -> Mapping[str, int]: ...

    def columns(self, table: str, *names: str) -> pd.DataFrame: ...


class Standing:
    """A published release."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._manifest: dict[str, Any] = read_manifest(folder)

    @property
    def rows(self) -> Mapping[str, int]:
        return {table: about["rows"] for table, about in self._manifest["tables"].items()}

    @cached_property
    def rejected(self) -> Mapping[str, pd.DataFrame]:
        return {table: read_frame(self.folder / f"rejected/{table}.parquet") for table in TABLES}

    @property
    def cut(self) -> Mapping[str, int]:
        cut: Mapping[str, int] = self._manifest["references_cut"]
        return cut

    def columns(self, table: str, *names: str) -> pd.DataFrame:
        return read_frame(self.folder / f"{table}.parquet", list(names))
