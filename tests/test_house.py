"""The plan of the house in the README: every package is in it, imports only what stands above it, and is pure where it must be."""
import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text("utf-8")
HOUSE = re.findall(r"^\| `(schemas|pipelines/[a-z_]+)(?:\.py)?` \|", README, re.MULTILINE)
PURE = HOUSE[HOUSE.index("pipelines/lexicon") : HOUSE.index("pipelines/publish")]
IMPURE = {"pandas", "pyarrow", "pandera", "dagster", "duckdb", "random", "socket", "time", "urllib", "requests", "subprocess"}
FORMATS = {ROOT / "pipelines/ingest/rows_parquet.py"}  # reads a format that is a library's own
TOOLS = ROOT / "pipelines/lexicon/build"  # derives lexicon files; nothing imports it


def sources(package: str) -> list[Path]:
    own = ROOT / package
    return [path for path in (own.rglob("*.py") if own.is_dir() else [own.with_suffix(".py")]) if TOOLS not in path.parents]


def imported(path: Path) -> set[str]:
    """Dotted names of all modules a file imports, wherever in it."""
    nodes = list(ast.walk(ast.parse(path.read_text("utf-8"))))
    whole = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    return whole | {f"{node.module}.{alias.name}" for node in nodes if isinstance(node, ast.ImportFrom) for alias in node.names}


def package_of(module: str) -> str:
    return "/".join(module.split(".")[: 1 if module.startswith("schemas") else 2])


def test_every_package_is_in_the_list() -> None:
    inside = [path for path in (ROOT / "pipelines").iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()]
    assert {f"pipelines/{path.stem}" for path in inside} - {"pipelines/__init__"} | {"schemas"} == set(HOUSE)


@pytest.mark.parametrize("package", HOUSE)
def test_a_package_imports_only_packages_above_it(package: str) -> None:
    allowed = set(HOUSE[: HOUSE.index(package) + 1])
    ours = {module for path in sources(package) for module in imported(path) if module.split(".")[0] in ("pipelines", "schemas")}
    assert {module for module in ours if package_of(module) not in allowed} == set()


@pytest.mark.parametrize("package", PURE)
def test_the_layers_up_to_link_are_pure(package: str) -> None:
    modules = {module.split(".")[0] for path in sources(package) if path not in FORMATS for module in imported(path)}
    assert modules & IMPURE == set()
    assert not [path.name for path in sources(package) if re.search(r"os\.(environ|getenv)|\.today\(|\.now\(", path.read_text("utf-8"))]
