"""What tests of assets share: a run of the job on two texts, with its own records in memory."""
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import dagster as dg
import pytest

from pipelines.definitions import defs


@pytest.fixture
def run(seeds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., dg.ExecuteInProcessResult]]:
    """Runs a job (else build_dataset) with settings of its resources, publishing below tmp_path/data."""
    monkeypatch.setenv("COMMUNIQUE_SEEDS", str(seeds))
    monkeypatch.setenv("COMMUNIQUE_DATA", str(tmp_path / "data"))
    with dg.DagsterInstance.ephemeral(tempdir=str(tmp_path / "home")) as instance:

        def execute(job: str = "build_dataset", **resources: dict[str, Any]) -> dg.ExecuteInProcessResult:
            settings = {"resources": {name: {"config": config} for name, config in resources.items()}}
            return defs.resolve_job_def(job).execute_in_process(run_config=settings, instance=instance, raise_on_error=False)

        yield execute
