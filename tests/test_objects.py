"""A data folder in an object store: delivered whole, pointer last, fetched where it is not yet."""
from pathlib import Path

import fsspec
import pytest

from pipelines.build import build
from pipelines.cli import main
from pipelines.objects import StoreFault, deliver, working_copy
from pipelines.publish.facade import read_release

URL = "memory://bucket/data"


@pytest.fixture
def store() -> fsspec.AbstractFileSystem:
    memory = fsspec.filesystem("memory")
    memory.rm("/", recursive=True) if memory.ls("/") else None
    return memory


def texts(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_a_release_is_delivered_and_fetched_by_another_machine(store: fsspec.AbstractFileSystem, seeds: Path, tmp_path: Path) -> None:
    here = working_copy(URL, tmp_path / "here")
    made = build(seeds, here).published
    assert store.cat_file("/bucket/data/curated") == f"releases/{made.version}\n".encode()
    there = working_copy(URL, tmp_path / "there")
    assert texts(there / "curated") == texts(made.path)
    assert len(read_release(there, "events")) == made.counts["events"]
    assert not build(seeds, there).published.changed


def test_what_stands_in_the_store_is_not_delivered_again(store: fsspec.AbstractFileSystem, seeds: Path, tmp_path: Path) -> None:
    here = working_copy(URL, tmp_path)
    version = build(seeds, here).published.version
    assert not deliver(here, version)
    store.rm("/bucket/data/curated")
    assert deliver(here, version)
    assert not deliver(tmp_path, version), "a folder that stands for no store"


def test_a_killed_delivery_leaves_the_release_before(
    store: fsspec.AbstractFileSystem, seeds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = working_copy(URL, tmp_path)
    first = build(seeds, here).published.version
    (seeds / "talks.txt").unlink()
    put = type(store).put_file

    def breaks(self: object, source: str, target: str, **more: object) -> None:
        if source.endswith("manifest.json"):
            raise ConnectionResetError("gone")
        put(self, source, target, **more)

    monkeypatch.setattr(type(store), "put_file", breaks)
    with pytest.raises(StoreFault, match="gone"):
        build(seeds, here)
    assert store.cat_file("/bucket/data/curated") == f"releases/{first}\n".encode()
    monkeypatch.undo()
    second = build(seeds, here).published.version
    assert second != first
    assert store.cat_file("/bucket/data/curated") == f"releases/{second}\n".encode()


def test_a_store_without_its_package_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COMMUNIQUE_COPIES", str(tmp_path))
    assert main(["check", "--data", "abfs://bucket/data"]) == 1
    assert "pip install adlfs" in capsys.readouterr().err
