"""How fast the command and each layer are, on a corpus that grows; and how long texts that nobody writes take.

What belongs here: builds of a folder, MB/s of the layers, time per character. What does not: reruns, processes, memory (`scale`).
Wall time of whole commands; processor time of the layers, which are pure and run in one thread, so that a busy machine disturbs them less.
"""
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from benchmarks.corpus import ROOT, SHAPES, grown, hostile
from benchmarks.memory import run
from benchmarks.row import Row
from benchmarks.scale import build
from benchmarks.timing import seconds
from pipelines.coding import code
from pipelines.engine.unit import work
from pipelines.ingest import Input, Limits, read_folder
from pipelines.ingest.inputs import Source
from pipelines.link import link
from pipelines.model.document import Document, Segment
from pipelines.model.record import Coding
from pipelines.recognize import recognize
from pipelines.segment import segment

SIZES = (1, 3)  # times the committed texts
HOSTILE = (20_000, 40_000, 80_000)  # characters
HOSTILE_RUNS = 2
EVERY = 8  # of the texts of a folder, one is held against the baseline
MEGA = 1_000_000
STARTS = {
    "communique --help": [sys.executable, "-m", "pipelines.cli", "--help"],
    "a worker": [sys.executable, "-c", "import pipelines.engine.warm"],  # with all rules loaded
}

Segmented = list[tuple[Document, tuple[Segment, ...]]]


def write(texts: Mapping[str, str], folder: Path) -> Path:
    folder.mkdir()
    for name, text in texts.items():
        (folder / name).write_text(text, "utf-8")
    return folder


def starts(runs: int) -> Iterator[Row]:
    """Seconds until a command is there."""
    for what, command in STARTS.items():
        yield Row("start", what, "", seconds(partial(run, command, what), runs, perf_counter), "s")


def builds(runs: int) -> Iterator[Row]:
    """`communique build` in a process of its own: on the two seeds, and on the smallest and the largest corpus."""
    with TemporaryDirectory() as scratch:
        corpora = {"seeds, 2 files": ROOT / "seeds"}
        for copies in (SIZES[0], SIZES[-1]):
            texts = grown(copies)
            corpora[f"{len(texts)} files"] = write(texts, Path(scratch) / f"corpus-{copies}")
        for size, folder in corpora.items():
            peaks: list[float] = []
            took = seconds(partial(_fresh, folder, Path(scratch), peaks), runs, perf_counter)
            yield Row("communique build", "wall time", size, took, "s")
            yield Row("communique build", "peak memory", size, median(peaks), "MiB")


def _fresh(seeds: Path, scratch: Path, peaks: list[float]) -> None:
    """One build that has everything to do; its peak memory in MiB goes to `peaks`."""
    with TemporaryDirectory(dir=scratch) as data:
        peaks.append(build(seeds, Path(data)).peak)


def all_layers(runs: int) -> Iterator[Row]:
    with TemporaryDirectory() as scratch:
        for copies in SIZES:
            yield from layers(write(grown(copies), Path(scratch) / f"corpus-{copies}"), runs)


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


def recognize_all(cut: Sequence[tuple[Document, Sequence[Segment]]]) -> None:
    for document, segments in cut:
        for part in segments:
            if part.kind == "item":
                recognize(document, part)


def code_folder(folder: Path) -> list[Coding]:
    return [code(document, segment(document)) for document in documents_in(folder)]


# Texts that nobody writes.


def all_hostile(runs: int) -> Iterator[Row]:
    for shape in SHAPES:
        yield from adversarial(shape, min(runs, HOSTILE_RUNS))


def adversarial(shape: str, runs: int) -> Iterator[Row]:
    """Microseconds for each character from the bytes of a file to records; about the same at all sizes where time is linear."""
    for characters in HOSTILE:
        given = Input("hostile.txt", hostile(shape, characters).encode(), "text", "text/plain", Source(language="en"))
        took = seconds(partial(work, given, Limits()), runs, process_time)
        yield Row("hostile text", shape, f"{characters:,} characters", took / characters * MEGA, "µs/character")
