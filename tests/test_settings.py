"""What may be set, and that all of it is written down."""
import re
from dataclasses import dataclass, fields
from pathlib import Path

import pytest

from pipelines import settings
from pipelines.cli import main
from pipelines.ingest import Limits
from pipelines.settings import (
    SettingFault,
    cache_folder,
    code_url,
    copies_folder,
    data_folder,
    engine_target,
    limits,
    seeds_folder,
    variable_of,
)

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = dict(re.findall(r"^#?(COMMUNIQUE_[A-Z_]+)=(.*)$", (ROOT / ".env.example").read_text("utf-8"), re.MULTILINE))
LIMITS = {variable_of(one.name): str(one.default) for one in fields(Limits)}


@dataclass(frozen=True)
class Some:
    max_things: int = 3
    max_seconds: float = 1.5


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in EXAMPLE:
        monkeypatch.delenv(name, raising=False)


def test_every_variable_of_the_code_is_in_the_example_and_none_else() -> None:
    code = "\n".join(path.read_text("utf-8") for path in [*(ROOT / "pipelines").rglob("*.py"), ROOT / "Makefile"])
    named = {name for name in re.findall(r"COMMUNIQUE_[A-Z_]*[A-Z]", code)}
    assert named | LIMITS.keys() == EXAMPLE.keys()


def test_the_example_tells_the_defaults() -> None:
    told = {"COMMUNIQUE_SEEDS": str(seeds_folder()), "COMMUNIQUE_DATA": str(data_folder()), "COMMUNIQUE_ENGINE": engine_target(),
            "COMMUNIQUE_COPIES": str(copies_folder()), "COMMUNIQUE_CACHE": str(cache_folder(data_folder())), "COMMUNIQUE_TRACEBACK": "1",
            "COMMUNIQUE_CODE_URL": code_url() or "", **LIMITS}
    assert told == EXAMPLE


@pytest.mark.parametrize(("name", "read"), [
    ("COMMUNIQUE_SEEDS", seeds_folder), ("COMMUNIQUE_DATA", data_folder), ("COMMUNIQUE_CACHE", lambda: cache_folder(Path("data"))),
])
def test_folders_from_the_environment(monkeypatch: pytest.MonkeyPatch, name: str, read: settings.Any) -> None:
    monkeypatch.setenv(name, "elsewhere")
    assert read() == Path("elsewhere")


def test_limits_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    assert limits(Some) == Some()
    monkeypatch.setenv("COMMUNIQUE_MAX_THINGS", "1_000")
    monkeypatch.setenv("COMMUNIQUE_MAX_SECONDS", "0.5")
    assert limits(Some) == Some(1000, 0.5)


@pytest.mark.parametrize("told", ["many", "0", "-3", "1.5", "1e999"])
def test_a_limit_that_is_no_number_is_named(monkeypatch: pytest.MonkeyPatch, told: str) -> None:
    monkeypatch.setenv("COMMUNIQUE_MAX_THINGS", told)
    with pytest.raises(SettingFault, match=f"COMMUNIQUE_MAX_THINGS: '{told}' is not a number above 0"):
        limits(Some)


@pytest.mark.parametrize("arguments", [
    ["build", "--cache", "s3://bucket"], ["build", "--seeds", "gs://bucket"],
])
def test_an_object_store_holds_releases_alone(arguments: list[str], seeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    extra = [] if "--seeds" in arguments else ["--seeds", str(seeds)]
    assert main([*arguments, *extra, "--data", str(seeds.parent / "data")]) == 2
    assert capsys.readouterr().err.splitlines()[-1].startswith(f"communique: {arguments[2]}: only the data folder may be")


def test_limits_reach_a_build(monkeypatch: pytest.MonkeyPatch, seeds: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("COMMUNIQUE_MAX_CHARS", "9")
    assert main(["build", "--seeds", str(seeds), "--data", str(tmp_path / "data")]) == 1
    assert "characters, the limit is 9" in capsys.readouterr().err
