"""The whole way without Dagster: every file accounted for, the same bytes everywhere, nothing lost when a run fails."""
import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from pipelines.build import NothingToPublish, build
from pipelines.cli import main
from pipelines.link import World
from pipelines.model.record import Coding
from pipelines.publish.contract import ContractBroken

Bytes = Callable[[Path], dict[str, bytes]]
GERMAN = "Die Ministerin traf sich am Dienstag mit dem Botschafter, und sie sprachen über die Zusammenarbeit der beiden Länder. " * 5

OUTCOMES = [
    ("empty.txt", b"", "empty"),
    ("blank.txt", b" \n\t\n", "empty"),
    ("photo.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" * 20, "an image, not a text"),
    ("noise.txt", bytes(range(256)) * 8, "binary"),
    ("german.txt", GERMAN.encode(), "not English"),
    ("page.pdf", b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n", "PDF"),
    ("same.txt", None, "the same bytes as call.txt"),
]
MADE_BELOW = [("large.txt", None, "too large"), ("gone.txt", None, "cannot be read"), ("outside.txt", None, "link out of the folder")]


def test_a_bad_file_is_rejected_with_its_reason_and_the_run_goes_on(seeds: Path, tmp_path: Path) -> None:
    for name, content, _ in OUTCOMES:
        (seeds / name).write_bytes((seeds / "call.txt").read_bytes() if content is None else content)
    with (seeds / "large.txt").open("wb") as file:
        file.truncate(17_000_000)
    (seeds / "gone.txt").symlink_to(seeds / "nowhere.txt")
    (seeds / "outside.txt").symlink_to("/dev/null")

    summary = build(seeds, tmp_path / "data")

    rejected = pd.read_parquet(summary.published.path / "rejected/documents.parquet").set_index("file_name")["reasons"]
    documents = pd.read_parquet(summary.published.path / "documents.parquet")["file_name"]
    for name, _, reason in [*OUTCOMES, *MADE_BELOW]:
        assert reason in "; ".join(rejected[name]), name
    assert list(documents) == ["call.txt", "talks.txt"]
    assert len(documents) + len(rejected) == summary.files == len(list(seeds.iterdir()))
    assert {file.file_name for file in summary.account.rejected_files} == set(rejected.index)
    assert summary.account.rejected_rows == {}


def test_the_account_of_a_run_adds_up_to_its_files(seeds: Path, tmp_path: Path) -> None:
    story = (seeds / "talks.txt").read_text()
    texts = {"same.txt": story, "near.txt": f"Another headline\n\n{story}", "empty.txt": "", "german.txt": GERMAN}
    for name, text in texts.items():
        (seeds / name).write_text(text)
    (seeds / "rows.jsonl").write_text((json.dumps({"id": 1, "text": story}) + "\n") * 2 + json.dumps({"id": 2}) + "\n")
    summary = build(seeds, tmp_path / "data")
    told = summary.account
    assert told.documents + told.copies + told.rejected == summary.files == len(list(seeds.iterdir())) + 2
    assert (told.near_copies, told.copies, told.rejected, told.unread) == (2, 2, 3, 5)


def test_a_run_that_loses_a_text_publishes_nothing(seeds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add = World.add
    monkeypatch.setattr(World, "add", lambda self, document, *rest: document.file_name == "call.txt" or add(self, document, *rest))
    with pytest.raises(ContractBroken, match="1 of 2 files are accounted for"):
        build(seeds, tmp_path / "data")
    assert not (tmp_path / "data/curated").exists()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="whoever may read everything cannot be refused")
def test_a_file_that_may_not_be_read_is_rejected(seeds: Path, tmp_path: Path) -> None:
    (seeds / "call.txt").chmod(0)
    assert [file.reasons for file in build(seeds, tmp_path / "data").account.rejected_files] == [("cannot be read: Permission denied",)]


SURROUNDINGS = [
    {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "4711", "TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8"},
    {"PYTHONHASHSEED": "1", "TZ": "America/Los_Angeles", "LC_ALL": "tr_TR.UTF-8", "PYTHONOPTIMIZE": "1"},
]


def test_the_same_texts_give_the_same_bytes_wherever_they_are_built(seeds: Path, tmp_path: Path, release_bytes: Bytes) -> None:
    texts = {path.name: path.read_bytes() for path in sorted(seeds.iterdir())}
    releases = []
    for number, surroundings in enumerate(SURROUNDINGS):
        here = tmp_path / f"machine {number}"
        (here / "seeds").mkdir(parents=True)
        for name in sorted(texts, reverse=bool(number % 2)):  # created in another order, with other times
            (here / "seeds" / name).write_bytes(texts[name])
            os.utime(here / "seeds" / name, (number, number))
        command = [sys.executable, "-m", "pipelines.cli", "build"]
        subprocess.run(command, cwd=here, env={**os.environ, **surroundings}, check=True, capture_output=True)
        releases.append(((here / "data/curated").readlink(), release_bytes(here / "data/curated")))
    assert releases[0] == releases[1] == releases[2]
    assert len(releases[0][1]) == 16  # seven tables, seven of rejected rows, the manifest, the difference


def test_a_rerun_without_changes_writes_nothing(seeds: Path, tmp_path: Path) -> None:
    first, second = build(seeds, tmp_path / "data"), build(seeds, tmp_path / "data")
    assert (first.published.changed, second.published.changed) == (True, False)
    assert first.published.path == second.published.path


def test_a_rerun_mends_a_damaged_release(seeds: Path, tmp_path: Path) -> None:
    path = build(seeds, tmp_path / "data").published.path
    whole = (path / "events.parquet").read_bytes()
    (path / "events.parquet").write_bytes(b"harm")
    again = build(seeds, tmp_path / "data")
    assert (again.worked, again.published.changed) == (0, True) and (path / "events.parquet").read_bytes() == whole


def test_a_rerun_after_a_change_of_what_publishes_publishes(seeds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    build(seeds, tmp_path / "data")
    monkeypatch.setattr("pipelines.build.code_version", lambda: "another")
    build(seeds, tmp_path / "data", lambda step, *_: told.append(step))
    assert "publish" in told


def test_two_builds_at_once_end_well(seeds: Path, tmp_path: Path, release_bytes: Bytes) -> None:
    """On one data folder, with one cache: whichever comes last is current, and both releases are whole."""
    (tmp_path / "other").mkdir()
    (tmp_path / "other/call.txt").write_bytes((seeds / "call.txt").read_bytes())
    alone = [build(folder, tmp_path / f"alone {folder.name}").published.path for folder in (seeds, tmp_path / "other")]
    command = [sys.executable, "-m", "pipelines.cli", "build", "--data", str(tmp_path / "data"), "--seeds"]
    root = Path(__file__).parents[1]
    running = [subprocess.Popen([*command, str(folder)], cwd=root, stdout=subprocess.DEVNULL) for folder in (seeds, tmp_path / "other")]
    assert [process.wait() for process in running] == [0, 0]
    releases = tmp_path / "data/releases"
    assert {path.name for path in releases.iterdir()} == {path.name for path in alone}
    for path in alone:
        tables = [{name: content for name, content in release_bytes(folder).items() if name.endswith(".parquet")}
                  for folder in (path, releases / path.name)]
        assert tables[0] == tables[1]
    assert (tmp_path / "data/curated").resolve().name in {path.name for path in alone}


def test_removed_files_leave_the_data_and_an_emptied_folder_leaves_the_data_alone(seeds: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    build(seeds, data)
    (seeds / "call.txt").unlink()
    assert build(seeds, data).published.counts["documents"] == 1
    (seeds / "talks.txt").unlink()
    with pytest.raises(NothingToPublish):
        build(seeds, data)
    assert len(pd.read_parquet(data / "curated/documents.parquet")) == 1


def test_a_broken_contract_leaves_the_last_release(
    seeds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, release_bytes: Bytes
) -> None:
    build(seeds, tmp_path / "data")
    before = release_bytes(tmp_path / "data/releases")
    monkeypatch.setattr("pipelines.engine.source.households", lambda _: iter([([{"entity_id": "not a row"}], [])]))
    (seeds / "call.txt").unlink()
    with pytest.raises(ContractBroken, match="entities"):
        build(seeds, tmp_path / "data")
    assert release_bytes(tmp_path / "data/releases") == before
    assert release_bytes(tmp_path / "data/curated") == {name.partition("/")[2]: content for name, content in before.items()}


def test_a_disk_that_is_full_while_texts_are_linked_is_one_line(
    seeds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(world: World) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr("pipelines.build.link_world", full)
    assert main(["build", "--seeds", str(seeds), "--data", str(tmp_path / "data")]) == 1
    assert capsys.readouterr().err.splitlines()[-1].startswith("communique: database or disk is full: ")
    assert not list((tmp_path / "data/.cache").glob("world-*"))


def test_every_file_is_reported_once(seeds: Path, tmp_path: Path) -> None:
    told: list[tuple[str, int, int, str]] = []
    build(seeds, tmp_path / "data", lambda step, done=0, total=0, what="": told.append((step, done, total, what)))
    assert told == [
        ("read and code", 1, 2, "call.txt"),
        ("read and code", 2, 2, "talks.txt"),
        ("link", 0, 0, ""),
        ("validate", 0, 0, ""),
        ("publish", 0, 0, ""),
    ]


def test_a_bug_names_the_file_it_shows_in(seeds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipelines.engine.unit.code", lambda document, _: Coding() if document.file_name != "talks.txt" else 1 / 0)
    with pytest.raises(ZeroDivisionError) as raised:
        build(seeds, tmp_path / "data")
    assert raised.value.__notes__ == ["in talks.txt"]
