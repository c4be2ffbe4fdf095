"""The house: which package may import which, what stays out of the pure layers, and how large a file may be."""
import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PIPELINES = ROOT / "pipelines"
LAYERS = ("ingest", "segment", "recognize", "coding", "link", "publish", "engine", "orchestration")
PURE = ("model", "lexicon", "ingest", "segment", "recognize", "coding")
SHARED = {"pipelines.recognize.dates"}  # the date grammar also reads datelines and the dates of pages
FORMATS = {  # what reads a format that is a library's own, and what reckons with it
    "pyarrow": {"pipelines.ingest.rows_parquet"},
    "numpy": {
        "pipelines.lexicon.loader", "pipelines.coding.learned.network", "pipelines.coding.learned.weights",
        "pipelines.coding.learned.encoder.layers", "pipelines.coding.learned.encoder.reading", "pipelines.coding.learned.encoder.stored",
        "pipelines.coding.learned.encoder.scenes", "pipelines.coding.learned.encoder.attending",
    },
}
MAX_LINES = 300
MODULES = sorted(PIPELINES.rglob("*.py"))


def name_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports(path: Path) -> Iterator[str]:
    """Everything a module imports, anywhere in it, by full name."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def within(package: str, name: str) -> bool:
    return name == package or name.startswith(package + ".")


def modules(*packages: str) -> list[Path]:
    found = [path for path in MODULES for package in packages if within(f"pipelines.{package}", name_of(path))]
    assert found, packages
    return found


def test_every_layer_is_there() -> None:
    assert [layer for layer in LAYERS if not modules(layer)] == []


@pytest.mark.parametrize("layer", LAYERS)
def test_inner_packages_import_no_outer_one(layer: str) -> None:
    shares_account = layer == "orchestration"  # with `build` and `evaluate`, whose accounts it tells in Dagster
    beside = ("cli", "definitions", *([] if shares_account else ["build", "evaluate"]))
    outer = [f"pipelines.{name}" for name in (*LAYERS[LAYERS.index(layer) + 1:], *beside)]
    free = SHARED if layer in ("ingest", "segment") else set()
    assert [(name_of(path), name) for path in modules(layer) for name in imports(path)
            if any(within(package, name) for package in outer) and not any(within(one, name) for one in free)] == []


@pytest.mark.parametrize("package", ["model", "lexicon"])
def test_what_all_layers_share_imports_none_of_them(package: str) -> None:
    own = (f"pipelines.{package}", "pipelines.model")
    read = [path for path in modules(package) if not within("pipelines.lexicon.build", name_of(path))]  # tools that derive lexicon files
    assert [(name_of(path), name) for path in read for name in imports(path)
            if within("pipelines", name) and not any(within(one, name) for one in own)] == []


@pytest.mark.parametrize("library", ["pandas", "pyarrow", "pandera", "dagster", "numpy", "duckdb"])
def test_pure_layers_do_without_tables_and_dagster(library: str) -> None:
    read = [path for path in modules(*PURE) if not within("pipelines.lexicon.build", name_of(path))]
    assert {name_of(path) for path in read for name in imports(path) if within(library, name)} <= FORMATS.get(library, set())


def test_only_orchestration_and_its_entrance_know_dagster() -> None:
    knowing = {name_of(path) for path in MODULES for name in imports(path) if within("dagster", name)}
    assert {name for name in knowing if not within("pipelines.orchestration", name)} <= {"pipelines.definitions"}


IMPURE = {
    ("datetime", "now"), ("datetime", "utcnow"), ("datetime", "today"), ("date", "today"), ("time", "time"), ("time", "monotonic"),
    ("time", "perf_counter"), ("os", "environ"), ("os", "getenv"), ("random", "random"), ("random", "choice"), ("locale", "setlocale"),
}
IMPURE_IMPORTS = ("time", "random", "os.environ", "os.getenv", "socket", "urllib.request", "http", "requests", "subprocess", "threading")


def impurities(path: Path) -> Iterator[str]:
    """What in a module depends on the clock, the environment, chance or the network."""
    yield from (name for name in imports(path) if any(within(one, name) for one in IMPURE_IMPORTS))
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Attribute):
            owner = node.value.id if isinstance(node.value, ast.Name) else node.value.attr if isinstance(node.value, ast.Attribute) else ""
            if (owner, node.attr) in IMPURE:
                yield f"{owner}.{node.attr}"


def test_the_test_for_impurities_sees_them(tmp_path: Path) -> None:
    module = tmp_path / "module.py"
    module.write_text("import os, time\nimport datetime as dt\nfrom random import choice\nos.environ['A']\ntime.time()\ndt.date.today()\n")
    assert set(impurities(module)) == {"time", "random.choice", "os.environ", "time.time", "date.today"}


def test_pure_layers_know_no_clock_and_no_environment() -> None:
    assert {name_of(path): found for path in modules(*PURE) if (found := sorted(impurities(path)))} == {}


@pytest.mark.parametrize("folder", ["benchmarks", "pipelines", "schemas", "tests", "tools"])
def test_files_are_short(folder: str) -> None:
    lines = {path.relative_to(ROOT).as_posix(): len(path.read_text("utf-8").splitlines()) for path in (ROOT / folder).rglob("*.py")}
    assert {name: n for name, n in lines.items() if n > MAX_LINES} == {}


def test_every_module_says_what_belongs_there() -> None:
    silent = [name_of(path) for path in MODULES if path.stat().st_size and not ast.get_docstring(ast.parse(path.read_text("utf-8")))]
    assert silent == []


def test_nothing_is_private_and_used_elsewhere() -> None:
    own = [(name_of(path), name) for path in MODULES for name in imports(path) if within("pipelines", name)]
    assert [pair for pair in own if pair[1].rpartition(".")[2].startswith("_")] == []


@pytest.mark.parametrize(("module", "without"), [
    ("pipelines.cli", ("pandas", "pyarrow", "dagster", "nupunkt")),
    ("pipelines.ingest", ("pandas", "dagster")),
    ("pipelines.coding", ("pandas", "pyarrow", "dagster", "nupunkt")),
    ("pipelines.recognize", ("pandas", "pyarrow", "dagster", "nupunkt")),
])
def test_importing_is_cheap(module: str, without: tuple[str, ...]) -> None:
    """In a fresh interpreter, since the tests themselves import everything."""
    told = f"import sys, {module}; print(*sorted(set({without!r}) & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.split() == []
