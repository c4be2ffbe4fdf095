"""Opening Dagster on this machine: its home, runs that a kill left behind, the port."""
import os
import socket
import subprocess
import sys
from pathlib import Path

import dagster as dg
import pytest
import yaml

from pipelines.orchestration import ui


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DAGSTER_HOME", "overwritten below")
    ui.prepare_home(tmp_path / "home")
    return tmp_path / "home"


def test_the_home_is_absolute_and_keeps_what_somebody_changed(home: Path) -> None:
    assert os.environ["DAGSTER_HOME"] == str(home) and home.is_absolute()
    settings = yaml.safe_load((home / "dagster.yaml").read_text())
    assert settings["telemetry"] == {"enabled": False} and settings["nux"] == {"enabled": False}
    (home / "dagster.yaml").write_text("telemetry: {enabled: false}\n")
    ui.prepare_home(home)
    assert (home / "dagster.yaml").read_text() == "telemetry: {enabled: false}\n"


def test_runs_that_a_kill_left_behind_are_closed_and_no_others(home: Path) -> None:
    assert home.exists()
    with dg.DagsterInstance.get() as instance:
        for status in (dg.DagsterRunStatus.STARTED, dg.DagsterRunStatus.SUCCESS):
            instance.add_run(dg.DagsterRun(job_name="build_dataset", status=status))
    assert ui.close_dead_runs() == 1
    with dg.DagsterInstance.get() as instance:
        assert {run.status for run in instance.get_runs()} == {dg.DagsterRunStatus.FAILURE, dg.DagsterRunStatus.SUCCESS}


def test_a_taken_port_is_one_line(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind((ui.HOST, 0))
        taken.listen()
        port = taken.getsockname()[1]
        command = [sys.executable, "-m", "pipelines.orchestration.ui", "--home", str(tmp_path), "--port", str(port)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr == f"communique: port {port} is taken: choose another one, as in make ui PORT={port + 1}\n"
