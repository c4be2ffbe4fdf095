"""What a rerun costs, what more processes and a cluster give, how memory grows with the corpus: whole builds in processes of their own.

What belongs here: builds on corpora of several sizes. What does not: single layers (`layers`), making texts (`corpus`, `forge`).
"""
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.cluster import cluster
from benchmarks.corpus import committed, grown
from benchmarks.forge import forge
from benchmarks.memory import Run, run
from benchmarks.row import Row

FILES = 1_000  # of the corpus that reruns, processes and the cluster are measured on
WORKERS = 2  # of the cluster
GROWTH = (500, 2_000)  # short texts
NEW = "On 3 March 2022 the Foreign Minister of Norway, Kari Hansen, met with the Foreign Minister of Japan, Taro Sato, in Oslo.\n"


def files(number: int, folder: Path) -> Path:
    """A folder with so many files: the committed texts and perturbed copies."""
    folder.mkdir()
    texts = grown(number // len(committed()) + 1)
    for name in list(texts)[:number]:
        (folder / name).write_text(texts[name], "utf-8")
    return folder


def reruns() -> Iterator[Row]:
    """A first build, one without changes, one with a file more, one after the release was deleted but not the cache."""
    with TemporaryDirectory() as scratch:
        folder, data, size = files(FILES, Path(scratch) / "corpus"), Path(scratch) / "data", f"{FILES:,} files"
        yield Row("rerun", "first build", size, build(folder, data).seconds, "s")
        yield Row("rerun", "no change", size, build(folder, data).seconds, "s")
        (folder / "new.txt").write_text(NEW, "utf-8")
        yield Row("rerun", "one file more", size, build(folder, data).seconds, "s")
        (folder / "new.txt").unlink()
        yield Row("rerun", "all from the cache", size, build(folder, Path(scratch) / "again", cache=data / ".cache").seconds, "s")


def cores() -> Iterator[Row]:
    """The same build in one process, in several, on a cluster; and how many times as fast as in one."""
    with TemporaryDirectory() as scratch:
        folder, size = files(FILES, Path(scratch) / "corpus"), f"{FILES:,} files"
        alone = 0.0
        for engine, took in _on_engines(folder, Path(scratch)):
            alone = alone or took
            yield Row("engine", engine, size, took, "s")
            yield Row("engine", f"{engine}, speed-up", size, alone / took, "times")


def _on_engines(folder: Path, scratch: Path) -> Iterator[tuple[str, float]]:
    for workers in sorted({1, 2, os.cpu_count() or 1}):
        engine = f"processes:{workers}"
        yield engine, build(folder, scratch / engine, engine).seconds
    with cluster(WORKERS, scratch) as address:
        if address is not None:
            yield f"dask, {WORKERS} workers", build(folder, scratch / "dask", address).seconds


def growth(sizes: tuple[int, ...], texts: dict[str, str]) -> Iterator[Row]:
    """Peak memory of builds on short texts, first with everything to do, then with everything in the cache: that is the main process."""
    for number in sizes:
        with TemporaryDirectory() as scratch:
            folder, data = forge(number, Path(scratch) / "corpus", texts), Path(scratch) / "data"
            first = build(folder, data)
            again = build(folder, Path(scratch) / "again", cache=data / ".cache")
            size = f"{number:,} short texts"
            yield Row("memory", "all processes", size, first.together, "MiB")
            yield Row("memory", "largest process", size, first.peak, "MiB")
            yield Row("memory", "nothing left to code", size, again.peak, "MiB")
            yield Row("memory", "first build", size, first.seconds, "s")


def build(seeds: Path, data: Path, engine: str = "auto", cache: Path | None = None) -> Run:
    """`communique build`. Raises SystemExit where it fails."""
    command = [sys.executable, "-m", "pipelines.cli", "build", "--seeds", str(seeds), "--data", str(data), "--engine", engine]
    return run([*command, *(["--cache", str(cache)] if cache else [])], f"communique build on {seeds.name}")
