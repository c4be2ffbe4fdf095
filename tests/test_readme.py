"""The README: what it prints runs, what it shows of the data is what the seeds give, what it names exists."""
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from pipelines.cli.arguments import parser
from schemas import vocabularies
from schemas.plover import HELD, Code

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
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    named = {name for page in PAGES for name in re.findall(r"(?:`|^|&& )make ([a-z-]+)", page.read_text("utf-8"), re.MULTILINE)}
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


def test_the_codebook_knows_every_value_a_column_may_hold() -> None:
    page = (ROOT / "docs/codebook.md").read_text("utf-8")
    values = {value for name, values in vars(vocabularies).items() if name.isupper() for value in values}
    assert {value for value in values if f"`{value}`" not in page} == set()


def test_the_codebook_gives_the_codes_of_the_schemas() -> None:
    page = (ROOT / "docs/codebook.md").read_text("utf-8")
    rows = re.findall(r"^\| `([a-z_]+)` \| .* \| ([A-Z]+)(?: \(([a-z]+)\))? \| (\d{3}) \|$", page, re.MULTILINE)
    assert {event_type: Code(plover, mode or None, cameo) for event_type, plover, mode, cameo in rows} == HELD
