"""The release as an asset: what it tells, and the checks that can be run at any time."""
import gzip
import json
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import dagster as dg

from pipelines.definitions import defs

Run = Callable[..., dg.ExecuteInProcessResult]


def told(result: dg.ExecuteInProcessResult) -> dict[str, dg.AssetCheckEvaluation]:
    return {one.check_name: one for one in result.get_asset_check_evaluations() if one.asset_key == dg.AssetKey("release")}


def test_the_release_tells_what_it_holds(run: Run, seeds: Path) -> None:
    (seeds / "void.txt").touch()
    (event,) = [one for one in run().get_asset_materialization_events() if one.asset_key == dg.AssetKey("release")]
    shown = event.materialization.metadata
    assert (shown["files_read"].value, shown["files_rejected"].value) == (3, 1)
    assert "| events | 3 | 0 | 0 |" in shown["changes"].value
    assert "| events | 3 | 0 |" in shown["tables"].value and "call" in shown["events_by_type"].value


def test_its_checks_can_be_run_alone_and_see_what_changed_since(run: Run, seeds: Path, tmp_path: Path) -> None:
    run()
    sound = told(run("check_release"))
    assert {name: one.passed for name, one in sound.items()} == {"is_intact": True, "holds_the_seeds": True}
    (seeds / "third.txt").write_text("one more")
    (seeds / "call.txt").write_text("another call")
    (seeds / "talks.txt").unlink()
    (tmp_path / "data/curated/events.parquet").write_bytes(b"damaged")
    changed = told(run("check_release"))
    assert changed["holds_the_seeds"].description == "third.txt was added, and 2 more"
    assert changed["holds_the_seeds"].severity == dg.AssetCheckSeverity.WARN
    assert changed["is_intact"].description == "events.parquet is not the file the manifest names"
    assert not changed["is_intact"].passed


def test_archives_and_files_of_rows_are_files_of_the_folder(run: Run, seeds: Path) -> None:
    call = (seeds / "call.txt").read_text()
    with ZipFile(seeds / "pages.zip", "w") as archive:
        archive.writestr("a.txt", call.replace("Norway", "Sweden"))
        archive.writestr("deep/b.txt", call.replace("Norway", "Denmark"))
    (seeds / "dump.jsonl").write_text("".join(json.dumps({"text": call.replace("Norway", name)}) + "\n" for name in ("Spain", "Italy")))
    (seeds / "one.txt.gz").write_bytes(gzip.compress(call.replace("Norway", "Poland").encode()))
    (seeds / "page #2.txt").write_text(call.replace("Norway", "Estonia"))
    assert told(run())["holds_the_seeds"].passed
    (seeds / "pages.zip").unlink()
    assert told(run("check_release"))["holds_the_seeds"].description == "pages.zip was removed"


def test_before_the_first_release_the_checks_say_so(run: Run, tmp_path: Path) -> None:
    said = {one.description for one in told(run("check_release")).values()}
    assert said == {f"no release in {tmp_path / 'data'}; build one first"}


def test_what_a_run_has_just_validated_is_not_read_again_in_it() -> None:
    keys = {key.to_user_string() for key in defs.resolve_job_def("build_dataset").asset_layer.asset_graph.asset_check_keys}
    assert "release:holds_the_seeds" in keys and "release:is_intact" not in keys
