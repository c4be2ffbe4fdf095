"""Releases on disk: one switch, nothing half, whatever kills the writer. Files are plain bytes here: no pandas, no Arrow."""
import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from pipelines.publish import release
from pipelines.publish.release import Bundle, ReleaseError, current, current_version, find_release, read_manifest, store

NAMES = ("documents.parquet", "events.parquet", "rejected/events.parquet")

ENDLESS_PUBLISHER = """
import sys
from pathlib import Path
from pipelines.publish.release import Bundle, store
names, data = sys.argv[2].split(","), Path(sys.argv[1])
words = ("aaaaaaaa", "bbbbbbbb", "cccccccc")
bundles = [Bundle(word, {name: word.encode() * 20000 for name in names}, {"version": word}) for word in words]
print("ready", flush=True)
while True:
    for bundle in bundles:
        store(bundle, data)
        for old in (data / "releases").glob("[!.]*"):
            if old.name != bundle.version:
                old.rename(data / "releases" / f".staging-old-{old.name}")
"""


def bundle(word: str) -> Bundle:
    """A release all of whose files say the same word."""
    return Bundle(word, {name: word.encode() * 100 for name in NAMES}, {"version": word})


def words(folder: Path) -> set[str]:
    """What the files of a release say; one word if it is consistent. Raises if a file is missing."""
    return {(folder / name).read_bytes()[:8].decode() for name in NAMES} | {read_manifest(folder)["version"]}


def test_layout(tmp_path):
    path, changed = store(bundle("aaaaaaaa"), tmp_path)
    assert changed and path == tmp_path / "releases" / "aaaaaaaa" == current(tmp_path)
    assert (tmp_path / "curated").readlink() == Path("releases/aaaaaaaa"), "relative: the folder can be moved"
    found = {file.relative_to(path).as_posix() for file in path.rglob("*") if file.is_file()}
    assert found == {*NAMES, "manifest.json"}
    assert {file.name for file in tmp_path.iterdir()} == {"releases", "curated", ".lock"}


def test_the_same_release_is_not_written_again(tmp_path):
    store(bundle("aaaaaaaa"), tmp_path)
    before = {file: file.stat().st_mtime_ns for file in tmp_path.rglob("*") if file.name != ".lock"}
    assert store(bundle("aaaaaaaa"), tmp_path) == (tmp_path / "releases" / "aaaaaaaa", False)
    assert {file: file.stat().st_mtime_ns for file in tmp_path.rglob("*") if file.name != ".lock"} == before


def test_each_release_names_the_one_before(tmp_path):
    for word in ("aaaaaaaa", "bbbbbbbb", "cccccccc"):
        store(bundle(word), tmp_path)
    assert [read_manifest(find_release(tmp_path, name))["previous"] for name in ("a", "b", "c")] == [None, "aaaaaaaa", "bbbbbbbb"]
    assert find_release(tmp_path, "previous").name == "bbbbbbbb" and find_release(tmp_path, "latest").name == "cccccccc"


def test_an_old_release_can_become_current_again(tmp_path):
    for word in ("aaaaaaaa", "bbbbbbbb", "aaaaaaaa"):
        store(bundle(word), tmp_path)
    assert current_version(tmp_path) == "aaaaaaaa" and words(current(tmp_path)) == {"aaaaaaaa"}


@pytest.mark.parametrize("name", ["", "z", "a", "previous"])
def test_a_release_that_is_not_there_or_not_one(tmp_path, name):
    store(bundle("aaaaaaaa"), tmp_path)
    (tmp_path / "releases" / "aaab").mkdir()
    with pytest.raises(ReleaseError):
        find_release(tmp_path, name)


def test_before_the_first_release(tmp_path):
    assert current(tmp_path) is None and current_version(tmp_path / "nowhere") is None
    with pytest.raises(ReleaseError, match="build one first"):
        release.current_release(tmp_path)


def test_leftovers_are_swept(tmp_path):
    (tmp_path / "releases" / ".staging-dead" / "rejected").mkdir(parents=True)
    (tmp_path / ".curated-next").symlink_to("releases/dead")
    store(bundle("aaaaaaaa"), tmp_path)
    assert {file.name for file in (tmp_path / "releases").iterdir()} == {"aaaaaaaa"} and not os.path.lexists(tmp_path / ".curated-next")


@pytest.mark.parametrize("harm", [Path.unlink, lambda file: file.write_bytes(b"harm")])
@pytest.mark.parametrize("name", [*NAMES, "manifest.json"])
def test_a_damaged_release_is_mended(tmp_path, name, harm):
    path, _ = store(bundle("aaaaaaaa"), tmp_path)
    harm(path / name)
    assert store(bundle("aaaaaaaa"), tmp_path) == (path, True)
    assert words(path) == {"aaaaaaaa"} and store(bundle("aaaaaaaa"), tmp_path)[1] is False


def test_a_real_folder_in_the_place_of_the_pointer_is_not_touched(tmp_path):
    (tmp_path / "curated").mkdir()
    (tmp_path / "curated" / "mine.txt").write_text("mine")
    with pytest.raises(ReleaseError, match="move it away"):
        store(bundle("aaaaaaaa"), tmp_path)
    assert (tmp_path / "curated" / "mine.txt").read_text() == "mine" and not (tmp_path / "releases").exists()


def test_where_symlinks_fail_a_file_points(tmp_path, monkeypatch):
    def refuse(*_: object, **__: object) -> None:
        raise OSError("no symlinks here")

    store(bundle("aaaaaaaa"), tmp_path)
    monkeypatch.setattr(Path, "symlink_to", refuse)
    store(bundle("bbbbbbbb"), tmp_path)
    assert (tmp_path / "curated").read_text() == "releases/bbbbbbbb\n" and current(tmp_path).name == "bbbbbbbb"
    monkeypatch.undo()
    store(bundle("cccccccc"), tmp_path)
    assert (tmp_path / "curated").is_symlink() and words(current(tmp_path)) == {"cccccccc"}


def test_a_second_publication_waits_for_the_lock(tmp_path, monkeypatch):
    monkeypatch.setattr(release, "LOCK_SECONDS", 0.05)
    inside, leave = threading.Event(), threading.Event()

    def hold(_: str) -> None:
        inside.set()
        leave.wait(10)

    first = threading.Thread(target=store, args=(bundle("aaaaaaaa"), tmp_path, hold))
    first.start()
    inside.wait(10)
    with pytest.raises(ReleaseError, match="another publication"):
        store(bundle("bbbbbbbb"), tmp_path)
    leave.set()
    first.join()
    assert store(bundle("bbbbbbbb"), tmp_path)[1]


def steps() -> list[str]:
    """Every step of a publication, in order."""
    files = [f"wrote {name}" for name in sorted([*NAMES, "manifest.json"])]
    return ["swept", *files, "flushed", "renamed", "pointed", "switched"]


def test_steps_are_told_in_order(tmp_path):
    told: list[str] = []
    store(bundle("aaaaaaaa"), tmp_path, told.append)
    assert told == steps()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.parametrize("last", steps())
def test_killed_after_any_step(tmp_path, last):
    store(bundle("aaaaaaaa"), tmp_path)
    child = os.fork()
    if child == 0:
        store(bundle("bbbbbbbb"), tmp_path, lambda step: os.kill(os.getpid(), signal.SIGKILL) if step == last else None)
        os._exit(1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
    assert words(current(tmp_path)) == {"bbbbbbbb" if last == "switched" else "aaaaaaaa"}
    assert store(bundle("bbbbbbbb"), tmp_path)[0] == current(tmp_path) and words(current(tmp_path)) == {"bbbbbbbb"}
    assert {file.name for file in (tmp_path / "releases").iterdir()} == {"aaaaaaaa", "bbbbbbbb"}


@pytest.fixture
def publisher(tmp_path):
    """A process that publishes three releases in turn, for ever."""
    command = [sys.executable, "-c", ENDLESS_PUBLISHER, str(tmp_path), ",".join(NAMES)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, cwd=Path(release.__file__).parents[2])
    assert process.stdout is not None and process.stdout.readline() == b"ready\n"
    yield process
    process.kill()
    process.wait()
    process.stdout.close()


def wait_for_release(data: Path) -> None:
    deadline = time.monotonic() + 30
    while current(data) is None and time.monotonic() < deadline:
        time.sleep(0.01)


@pytest.mark.parametrize("seed", range(3))
def test_killed_at_any_moment(tmp_path, publisher, seed):
    wait_for_release(tmp_path)
    time.sleep(random.Random(seed).uniform(0, 0.1))
    publisher.send_signal(signal.SIGKILL)
    publisher.wait()
    assert len(words(current(tmp_path))) == 1
    assert store(bundle("dddddddd"), tmp_path)[1] and words(current(tmp_path)) == {"dddddddd"}


def test_a_reader_sees_one_release_or_none(tmp_path, publisher):
    """The publisher takes old releases away at once, so a slow reader may find files gone, but never two releases mixed."""
    wait_for_release(tmp_path)
    seen, until = [], time.monotonic() + 1.0
    while time.monotonic() < until:
        folder = current(tmp_path)
        if folder is None:
            continue
        try:
            seen.append(frozenset(words(folder)))
        except FileNotFoundError:
            continue
    assert seen and all(len(each) == 1 for each in seen)
    assert len(set(seen)) > 1, "the writer did switch while we read"


def test_the_manifest_is_stable_json(tmp_path):
    path, _ = store(Bundle("aaaaaaaa", {}, {"version": "aaaaaaaa", "z": 1, "a": "ć"}), tmp_path)
    assert (path / "manifest.json").read_text("utf-8") == json.dumps(
        {"a": "ć", "previous": None, "version": "aaaaaaaa", "z": 1}, indent=2, ensure_ascii=False
    ) + "\n"
