"""The README: what it prints runs, what it shows of the data is what the seeds give, what it names exists."""
import ast
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from pipelines.cli.arguments import parser

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text("utf-8")
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
RUN = re.findall(r"^```(sh|python) run\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
FENCED = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!https?://|#)([^)#\s]+)")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with seeds and data, as `make data` leaves it."""
    from pipelines.build import build

    folder = tmp_path_factory.mktemp("reader")
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    build(folder / "seeds", folder / "data")
    return folder


def run(command: list[str], folder: Path) -> "subprocess.CompletedProcess[str]":
    surroundings = {name: value for name, value in os.environ.items() if not name.startswith("COMMUNIQUE_")}
    surroundings["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(command, cwd=folder, env=surroundings, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(("language", "script"), RUN, ids=[script.split("\n")[0] for _, script in RUN])
def test_what_is_printed_runs(built: Path, language: str, script: str) -> None:
    done = run(["sh", "-euc", script] if language == "sh" else [sys.executable, "-c", script], built)
    assert done.returncode == 0, done.stderr


def test_a_reader_finds_the_ways_in(built: Path) -> None:
    scripts = "\n".join(script for _, script in RUN)
    assert all(wanted in scripts for wanted in ("read_parquet(", "duckdb.sql(", "communique build", "communique show "))
    assert README.index("make data") < README.index("read_parquet(") < README.index("duckdb.sql(") < README.index("<!-- excerpt:begin")


def test_what_is_shown_of_the_data_is_what_the_seeds_give(built: Path) -> None:
    done = run([sys.executable, "-m", "tools.readme", "--check", "--data", str(built / "data")], ROOT)
    assert (done.returncode, done.stdout) == (0, ""), done.stdout + done.stderr


def test_every_make_target_that_a_page_names_exists() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    named = {name for page in PAGES for name in re.findall(r"(?:`|^|&& )make ([a-z]+)", page.read_text("utf-8"), re.MULTILINE)}
    assert {"data", "test", "ui"} <= named <= targets


def test_every_command_is_named_and_every_named_command_exists() -> None:
    listed = set(re.findall(r"^    ([a-z]+) ", parser().format_help(), re.MULTILINE))
    assert set(re.findall(r"^\| `communique ([a-z]+)", README, re.MULTILINE)) == listed
    for option in re.findall(r"`(--[a-z-]+)[ `]", README):
        assert any(option in run([sys.executable, "-m", "pipelines.cli", name, "--help"], ROOT).stdout for name in ("evaluate", "build"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_to_a_file_leads_somewhere(page: Path) -> None:
    broken = [link for link in LINK.findall(FENCED.sub("", page.read_text("utf-8"))) if not (page.parent / link).exists()]
    assert broken == []


HOUSE = re.findall(r"^\| `(schemas|pipelines/[a-z_]+)(?:\.py)?` \|", README, re.MULTILINE)
PURE = HOUSE[HOUSE.index("pipelines/lexicon") : HOUSE.index("pipelines/publish")]
IMPURE = {"pandas", "pyarrow", "pandera", "dagster", "duckdb", "random", "socket", "time", "urllib", "requests", "subprocess"}
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
    modules = {module.split(".")[0] for path in sources(package) for module in imported(path)}
    assert modules & IMPURE == set()
    assert not [path.name for path in sources(package) if re.search(r"os\.(environ|getenv)|\.today\(|\.now\(", path.read_text("utf-8"))]
