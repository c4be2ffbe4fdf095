"""What a rerun costs, what more processes give, how memory grows with the corpus: whole builds, each in a process of its own.

What belongs here: builds on corpora of several sizes. What does not: single layers (`bench`), making texts (`corpus`).
"""
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from benchmarks.corpus import ROOT, committed, grown
from benchmarks.row import Row

FILES = 1_000  # of the corpus that reruns and processes are measured on
GROWTH = (500, 2_000)  # files
LARGE = 20_000  # files, measured only when asked for: a quarter of an hour
KIBI = 1024
NEW = "On 3 March 2022 the Foreign Minister of Norway, Kari Hansen, met with the Foreign Minister of Japan, Taro Sato, in Oslo.\n"


@dataclass(frozen=True)
class Run:
    """One build: seconds of wall time, and the peak memory of its largest process in MiB."""

    seconds: float
    peak: float


def scale(large: bool) -> Iterator[Row]:
    """Rows of all three questions. Each build is run once: they are long, and their differences large."""
    with TemporaryDirectory() as scratch:
        folder = files(FILES, Path(scratch) / "corpus")
        yield from reruns(folder, Path(scratch))
        yield from cores(folder, Path(scratch))
        for number in (*GROWTH, *([LARGE] if large else [])):
            yield from growth(number, Path(scratch))


def files(number: int, folder: Path) -> Path:
    """A folder with so many files: the committed texts and perturbed copies."""
    folder.mkdir()
    texts = grown(number // len(committed()) + 1)
    for name in list(texts)[:number]:
        (folder / name).write_text(texts[name], "utf-8")
    return folder


def reruns(folder: Path, scratch: Path) -> Iterator[Row]:
    """A first build, one without changes, one with a file more, one after the release was deleted but not the cache."""
    data, size = scratch / "reruns", f"{FILES:,} files"
    yield Row("rerun", "first build", size, build(folder, data).seconds, "s")
    yield Row("rerun", "no change", size, build(folder, data).seconds, "s")
    (folder / "new.txt").write_text(NEW, "utf-8")
    yield Row("rerun", "one file more", size, build(folder, data).seconds, "s")
    (folder / "new.txt").unlink()
    yield Row("rerun", "all from the cache", size, build(folder, scratch / "again", cache=data / ".cache").seconds, "s")


def cores(folder: Path, scratch: Path) -> Iterator[Row]:
    for workers in sorted({1, 2, os.cpu_count() or 1}):
        took = build(folder, scratch / f"cores-{workers}", engine=f"processes:{workers}").seconds
        yield Row("processes", f"processes:{workers}", f"{FILES:,} files", took, "s")


def growth(number: int, scratch: Path) -> Iterator[Row]:
    run = build(files(number, scratch / f"corpus-{number}"), scratch / f"growth-{number}")
    yield Row("memory", "peak of a process", f"{number:,} files", run.peak, "MiB")


def build(seeds: Path, data: Path, engine: str = "auto", cache: Path | None = None) -> Run:
    """`communique build`. Raises SystemExit where it fails."""
    command = [sys.executable, "-m", "pipelines.cli", "build", "--seeds", str(seeds), "--data", str(data), "--engine", engine]
    started = perf_counter()
    process = subprocess.Popen(
        [*command, *(["--cache", str(cache)] if cache else [])], cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"communique build failed on {seeds.name} with status {process.returncode}")
    return Run(perf_counter() - started, used.ru_maxrss / (KIBI * KIBI if sys.platform == "darwin" else KIBI))  # bytes on macOS
