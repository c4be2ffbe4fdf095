"""Accuracy as an asset: figures of both splits, and a check that warns when they sink."""
import shutil
from collections.abc import Callable
from pathlib import Path

import dagster as dg
import pytest

from pipelines.evaluate.baseline import Change
from pipelines.orchestration import accuracy as module

Run = Callable[..., dg.ExecuteInProcessResult]


@pytest.fixture
def _few(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The coded texts whose number begins with a nought: a tenth of them, of both splits."""
    def others(folder: str, names: list[str]) -> list[str]:
        return [name for name in names if name.endswith(".yaml") and Path(folder).name == "gold" and not name.startswith("0")]

    shutil.copytree(module.CODED, tmp_path / "coded", ignore=others)
    monkeypatch.setattr(module, "CODED", tmp_path / "coded")


@pytest.mark.usefixtures("_few")
def test_it_is_measured_and_written_beside_the_releases(run: Run, tmp_path: Path) -> None:
    result = run("measure_accuracy")
    (event,) = result.get_asset_materialization_events()
    shown = event.materialization.metadata
    assert result.success and (tmp_path / "data/accuracy.json").is_file()
    assert shown["texts_seen"].value > 0 and 0 < shown["f1_held_events"].value <= 1 and "| item starts |" in shown["f1"].value


def test_a_figure_that_sank_warns() -> None:
    warned = module.has_not_sunk([Change("events", 0.8, 0.75, ("a",)), Change("participants", 0.7, 0.71, ())])
    assert not warned.passed and warned.severity == dg.AssetCheckSeverity.WARN
    assert warned.description == "events sank from 0.800 to 0.750"
    assert module.has_not_sunk([Change("events", 0.8, 0.795, ())]).passed


def test_without_the_coded_texts_it_fails_in_one_sentence(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "CODED", tmp_path / "nowhere")
    result = run("measure_accuracy")
    failed = next(event for event in result.all_events if event.is_step_failure)
    assert failed.step_failure_data.user_failure_data is not None
    assert (failed.step_failure_data.user_failure_data.description or "").startswith("the coded texts are not here")
