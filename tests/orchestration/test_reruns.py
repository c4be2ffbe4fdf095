"""When the dataset is made anew: the fingerprint, the sensor, the schedule."""
import os
from datetime import datetime, timezone
from pathlib import Path

import dagster as dg
import pytest

from pipelines.definitions import defs
from pipelines.orchestration.fingerprint import fingerprint
from pipelines.orchestration.reruns import daily, seeds_changed
from pipelines.orchestration.resources import Folders


@pytest.fixture(autouse=True)
def settings(seeds: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMMUNIQUE_SEEDS", str(seeds))


def look(cursor: str | None) -> dg.SensorResult | dg.SkipReason:
    result = seeds_changed(dg.build_sensor_context(cursor=cursor, resources={"folders": Folders()}))
    assert isinstance(result, dg.SensorResult | dg.SkipReason)
    return result


def started(cursor: str | None) -> str:
    """The cursor after a look that starts exactly one run, whose key it is."""
    result = look(cursor)
    assert isinstance(result, dg.SensorResult) and result.cursor is not None
    assert [request.run_key for request in result.run_requests or []] == [result.cursor]
    return result.cursor


def test_both_are_off_until_somebody_switches_them_on() -> None:
    assert defs.resolve_schedule_def("daily").default_status == dg.DefaultScheduleStatus.STOPPED
    assert defs.resolve_sensor_def("seeds_changed").default_status == dg.DefaultSensorStatus.STOPPED


def test_the_schedule_starts_one_run_a_day() -> None:
    context = dg.build_schedule_context(scheduled_execution_time=datetime(2026, 1, 2, 5, tzinfo=timezone.utc))  # noqa: UP017
    ticked = daily.evaluate_tick(context)
    assert daily.cron_schedule == "0 5 * * *" and daily.execution_timezone == "UTC"
    assert len(ticked.run_requests or []) == 1 and daily.job_name == "build_dataset"


def test_the_sensor_starts_a_run_for_added_changed_and_removed_files_alone(seeds: Path) -> None:
    first = started(None)
    assert isinstance(look(first), dg.SkipReason)
    os.utime(seeds / "call.txt", (1, 1))
    assert isinstance(look(first), dg.SkipReason)
    (seeds / "third.txt").write_text("one more")
    added = started(first)
    (seeds / "third.txt").write_text("one other")
    changed = started(added)
    (seeds / "third.txt").unlink()
    removed = started(changed)
    assert removed.partition(":")[2] == first.partition(":")[2]
    assert len({first, added, changed, removed}) == 4, "a folder that returns to an earlier state needs a run key of its own"


def test_the_sensor_skips_where_there_is_no_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("COMMUNIQUE_SEEDS", str(tmp_path / "nowhere"))
    skipped = look("1:abc")
    assert isinstance(skipped, dg.SkipReason) and "is not a folder" in (skipped.skip_message or "")


def test_the_fingerprint_is_of_names_and_contents_alone(seeds: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    for name in ("talks.txt", "call.txt"):
        (other / name).write_bytes((seeds / name).read_bytes())
    (other / ".gitkeep").touch()
    assert fingerprint(other) == fingerprint(seeds)
    (other / "call.txt").rename(other / "phone.txt")
    assert fingerprint(other) != fingerprint(seeds)
    (other / "phone.txt").unlink()
    (other / "phone.txt").symlink_to(tmp_path / "nowhere")
    assert fingerprint(other) != fingerprint(seeds)
