"""What make says before anything is installed."""
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
pytestmark = pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed")


def make(folder: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(["make", "--no-print-directory", *arguments], cwd=folder, capture_output=True, text=True, check=False)


@pytest.fixture
def fresh(tmp_path: Path) -> Path:
    """A folder as a clone leaves it: nothing is set up."""
    for name in ("Makefile", "requirements.lock", "requirements-dev.lock", "pyproject.toml"):
        shutil.copyfile(ROOT / name, tmp_path / name)
    return tmp_path


def test_plain_make_lists_the_commands_and_sets_nothing_up(fresh: Path) -> None:
    listed = make(fresh).stdout
    assert all(f"  make {command} " in listed for command in ("data", "test", "ui", "check", "help"))
    assert not (fresh / ".venv").exists()


@pytest.mark.parametrize("command", ["data", "test", "ui"])
def test_an_old_or_missing_python_is_one_clear_line(fresh: Path, command: str) -> None:
    for python in ("false", "no-such-python"):
        done = make(fresh, command, f"PYTHON={python}")
        assert done.returncode != 0
        assert done.stderr.splitlines()[0].startswith(f"communique: needs Python 3.11 or newer as '{python}'")
        assert not (fresh / ".venv").exists()


def test_settings_are_read_from_a_file(fresh: Path) -> None:
    (fresh / ".env").write_text("# a note\nCOMMUNIQUE_SEEDS=my texts\nCOMMUNIQUE_ENGINE=serial\n")
    (fresh / "probe.mk").write_text("include Makefile\nprobe:\n\t@echo '$(SEEDS)' $$COMMUNIQUE_ENGINE $(DATA)\n")
    assert make(fresh, "-f", "probe.mk", "probe").stdout == "my texts serial data\n"
