"""How fast and how large: `python -m benchmarks.bench` prints a table and writes `benchmarks/results.json`.

What belongs here: which groups of figures there are, the table, the file. What does not: measuring (`layers`, `baseline`, `scale`, `fuzz`),
nor limits; no test depends on a clock. `runs` times are taken after one that does not count; the median is told, of the baseline the best.
"""
import argparse
import json
import os
import platform
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks import layers, scale
from benchmarks.baseline import baseline
from benchmarks.corpus import ROOT, committed
from benchmarks.forge import texts_of
from benchmarks.fuzz import malformed
from benchmarks.repeats import all_repeats
from benchmarks.row import Row
from pipelines.model.document import Document

RESULTS = ROOT / "benchmarks/results.json"
HEAD = f"{'measured':<18}{'what':<32}{'on':<26}{'value':>10} unit"
DAMAGED = 2_000  # files


@dataclass(frozen=True)
class Settings:
    """`texts`: a folder of texts to hold against the baseline too, and to make the large corpora of."""

    runs: int = 3
    texts: Path | None = None
    documents: tuple[int, ...] = scale.GROWTH
    files: int = DAMAGED


GROUPS: dict[str, Callable[[Settings], Iterator[Row]]] = {
    "start": lambda told: layers.starts(told.runs),
    "communique build": lambda told: layers.builds(told.runs),
    "layers": lambda told: layers.all_layers(told.runs),
    # before spaCy is loaded: a process starts with the peak of the one that started it
    "memory": lambda told: scale.growth(told.documents, texts_of(told.texts)),
    "baseline": lambda told: against_baseline(told),
    "hostile text": lambda told: layers.all_hostile(told.runs),
    "repeated sentences": lambda _: all_repeats(),
    "malformed files": lambda told: malformed(told.files),
    "rerun": lambda told: scale.reruns(),
    "engine": lambda told: scale.cores(),
}


def main(arguments: Sequence[str] | None = None) -> int:
    options = parser().parse_args(arguments)
    settings = Settings(options.runs, options.texts, tuple(options.documents), options.files)
    wanted = options.only or list(GROUPS)
    print(HEAD)
    rows = []
    for group in wanted:
        for row in GROUPS[group](settings):
            rows.append(row)
            print(line_of(row), flush=True)
    keep([*kept(options.out, wanted), *rows], options.out, options.runs)
    print(f"wrote {options.out}")
    return int(any(row.what == "without a result" and row.value for row in rows))


def parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(prog="python -m benchmarks.bench", description="Measure speed and memory.")
    made.add_argument("--runs", type=positive, default=3, metavar="N", help="runs to take the median of (default: 3)")
    made.add_argument("--only", action="append", choices=GROUPS, help="measure this group, keep the other figures; may be given again")
    made.add_argument("--texts", type=Path, metavar="FOLDER", help="texts for the baseline besides the committed, and for large corpora")
    made.add_argument("--documents", type=positive, nargs="+", default=list(scale.GROWTH), metavar="N", help="sizes to measure memory at")
    made.add_argument("--files", type=positive, default=DAMAGED, metavar="N", help=f"damaged files to try (default: {DAMAGED:,})")
    made.add_argument("--out", type=Path, default=RESULTS, metavar="FILE", help="file for the figures (default: benchmarks/results.json)")
    return made


def positive(told: str) -> int:
    if (number := int(told)) < 1:
        raise argparse.ArgumentTypeError("at least 1")
    return number


def against_baseline(settings: Settings) -> Iterator[Row]:
    """The committed texts, and a sample of those of a folder."""
    yield from baseline(documents_of(committed()), settings.runs)
    if settings.texts is not None:
        yield from baseline(documents_of(texts_of(settings.texts))[:: layers.EVERY], settings.runs)


def documents_of(texts: dict[str, str]) -> list[Document]:
    return [Document(f"doc_{n}", name, "0" * 64, "text/plain", "utf-8", "en", text) for n, (name, text) in enumerate(texts.items())]


def line_of(row: Row) -> str:
    return f"{row.group:<18}{row.what:<32}{row.size:<26}{row.value:>10.3f} {row.unit}"


def kept(file: Path, renewed: Sequence[str]) -> list[Row]:
    """The figures in a file but for those that are measured anew."""
    rows = [Row(**row) for row in json.loads(file.read_text("utf-8"))["rows"]] if file.exists() else []
    return [row for row in rows if row.group in GROUPS and row.group not in renewed]


def keep(rows: list[Row], file: Path, runs: int) -> None:
    """Write the figures, in the order of the groups."""
    order = list(GROUPS)
    told = [{**asdict(row), "value": round(row.value, 4)} for row in sorted(rows, key=lambda row: order.index(row.group))]
    file.write_text(json.dumps({"machine": machine(), "runs": runs, "rows": told}, indent=1, ensure_ascii=False) + "\n", "utf-8")


def machine() -> dict[str, object]:
    """What the figures depend on, without saying whose machine it is."""
    return {
        "cores": os.cpu_count(),
        "python": platform.python_version(),
        "implementation": platform.python_implementation(),
        "system": platform.system(),
        "architecture": platform.machine(),
    }


if __name__ == "__main__":
    sys.exit(main())
