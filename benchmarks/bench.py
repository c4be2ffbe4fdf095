"""How fast and how large: `python -m benchmarks.bench` prints a table and writes `benchmarks/results.json`.

What belongs here: what is run, how often, and what is made of the times. What does not: limits; no test depends on a clock.
Every time is the median of several runs after one that does not count, garbage collected before each: wall time of the whole command,
processor time of the layers, which are pure and run in one thread, so that a busy machine disturbs them less.
"""
import argparse
import gc
import json
import os
import platform
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict
from functools import partial
from itertools import chain
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from benchmarks.corpus import ROOT, SHAPES, grown, hostile
from benchmarks.row import Row
from benchmarks.scale import LARGE, scale
from benchmarks.scale import build as run_build
from pipelines.coding import code
from pipelines.ingest import read_folder
from pipelines.link import link
from pipelines.model.document import Document, Segment
from pipelines.model.record import Coding
from pipelines.recognize import recognize
from pipelines.segment import segment

SIZES = (1, 2, 4)  # times the committed texts
HOSTILE = (20_000, 40_000)  # characters
RESULTS = ROOT / "benchmarks/results.json"
MEGA = 1_000_000
HEAD = f"{'measured':<18}{'what':<22}{'on':<20}{'median':>10} unit"


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.bench", description="Measure speed and memory.")
    parser.add_argument("--runs", type=int, default=3, metavar="N", help="runs to take the median of (default: 3)")
    parser.add_argument("--out", type=Path, default=RESULTS, metavar="FILE", help="file for the figures (default: benchmarks/results.json)")
    parser.add_argument("--scale", action="store_true", help="measure only reruns, processes and memory, and keep the other figures")
    parser.add_argument("--large", action="store_true", help=f"memory on {LARGE:,} files too")
    options = parser.parse_args(arguments)
    if options.runs < 1:
        parser.error("--runs: at least 1")
    rows = kept(options.out) if options.scale else []
    print(HEAD)
    for row in chain(() if options.scale else measured(options.runs), scale(options.large)):
        rows.append(row)
        print(line_of(row), flush=True)
    report = {"machine": machine(), "runs": options.runs, "rows": [{**asdict(row), "value": round(row.value, 4)} for row in rows]}
    if options.out.exists():  # what the fuzzer counted stays
        report = {**json.loads(options.out.read_text("utf-8")), **report}
    options.out.write_text(json.dumps(report, indent=1) + "\n", "utf-8")
    print(f"wrote {options.out}")
    return 0


def kept(file: Path) -> list[Row]:
    """The figures in a file but for those that `scale` makes."""
    rows = [Row(**row) for row in json.loads(file.read_text("utf-8"))["rows"]]
    return [row for row in rows if row.group not in ("rerun", "processes", "memory")]


def line_of(row: Row) -> str:
    return f"{row.group:<18}{row.what:<22}{row.size:<20}{row.value:>10.3f} {row.unit}"


def machine() -> dict[str, object]:
    """What the figures depend on, without saying whose machine it is."""
    return {
        "cores": os.cpu_count(),
        "python": platform.python_version(),
        "implementation": platform.python_implementation(),
        "system": platform.system(),
        "architecture": platform.machine(),
    }


def measured(runs: int) -> Iterator[Row]:
    with TemporaryDirectory() as scratch:
        yield from builds(Path(scratch), runs)
        for copies in SIZES:
            yield from layers(write(grown(copies), Path(scratch) / f"corpus-{copies}"), runs)
    for shape in SHAPES:
        yield from adversarial(shape, runs)


def seconds(action: Callable[[], object], runs: int, clock: Callable[[], float]) -> float:
    """Median time of `action` after a run that warms up."""
    times = []
    for _ in range(runs + 1):
        gc.collect()
        started = clock()
        action()
        times.append(clock() - started)
    return median(times[1:])


def write(texts: Mapping[str, str], folder: Path) -> Path:
    folder.mkdir()
    for name, text in texts.items():
        (folder / name).write_text(text, "utf-8")
    return folder


# The command, as a person runs it.


def builds(scratch: Path, runs: int) -> Iterator[Row]:
    """`communique build` in a process of its own: on the two seeds, and on the smallest and the largest corpus."""
    corpora = {"seeds, 2 files": ROOT / "seeds"}
    for copies in (SIZES[0], SIZES[-1]):
        texts = grown(copies)
        corpora[f"{len(texts)} files"] = write(texts, scratch / f"build-{copies}")
    for size, folder in corpora.items():
        peaks: list[float] = []
        took = seconds(partial(build, folder, scratch, peaks), runs, perf_counter)
        yield Row("communique build", "wall time", size, took, "s")
        yield Row("communique build", "peak memory", size, median(peaks), "MiB")


def build(seeds: Path, scratch: Path, peaks: list[float]) -> None:
    """One build that has everything to do; its peak memory in MiB goes to `peaks`."""
    with TemporaryDirectory(dir=scratch) as data:
        peaks.append(run_build(seeds, Path(data)).peak)


# The layers, on a corpus that grows.

Segmented = list[tuple[Document, tuple[Segment, ...]]]


def layers(folder: Path, runs: int) -> Iterator[Row]:
    """MB of UTF-8 that each layer takes in a second of the processor; the same at every size where time grows with the size alone."""
    documents = documents_in(folder)
    cut: Segmented = [(document, segment(document)) for document in documents]
    codings = [code(document, segments) for document, segments in cut]
    steps: dict[str, Callable[[], object]] = {
        "ingest": partial(documents_in, folder),
        "segment": lambda: [segment(document) for document in documents],
        "recognize": partial(recognize_all, cut),
        "coding": lambda: [code(document, segments) for document, segments in cut],
        "link": partial(link, documents, codings),
        "whole document": partial(code_folder, folder),
    }
    megabytes = sum(len(document.text.encode()) for document in documents) / MEGA
    size = f"{len(documents)} texts, {megabytes:.2f} MB"
    took = {step: seconds(action, runs, process_time) for step, action in steps.items()}
    took["coding"] -= took["recognize"]  # coding recognizes the items first
    for step, spent in took.items():
        yield Row("layers", step, size, megabytes / spent, "MB/s")


def documents_in(folder: Path) -> list[Document]:
    return [one for one in read_folder(folder) if isinstance(one, Document)]


def recognize_all(cut: Segmented) -> None:
    for document, segments in cut:
        for part in segments:
            if part.kind == "item":
                recognize(document, part)


def code_folder(folder: Path) -> list[Coding]:
    return [code_one(document) for document in documents_in(folder)]


def code_one(document: Document) -> Coding:
    return code(document, segment(document))


# Texts that nobody writes.


def adversarial(shape: str, runs: int) -> Iterator[Row]:
    """Microseconds for each character, from segments to records; about the same at both sizes where time is linear."""
    for characters in HOSTILE:
        document = Document("doc_0", "hostile.txt", "0" * 64, "text/plain", "utf-8", "en", hostile(shape, characters))
        took = seconds(partial(code_one, document), runs, process_time)
        yield Row("hostile text", shape, f"{characters:,} characters", took / characters * MEGA, "µs/character")


if __name__ == "__main__":
    sys.exit(main())
