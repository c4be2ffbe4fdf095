"""The lock files: complete, hashed, and silent about where packages come from."""
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
LOCKS = ("requirements.lock", "requirements-dev.lock")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
RUNTIME = PROJECT["project"]["dependencies"]
DEVELOPMENT = [*RUNTIME, *PROJECT["project"]["optional-dependencies"]["dev"]]
PINNED = re.compile(r"^([a-z0-9._-]+)(?:\[[a-z,]+\])?==\S+(?: ; .+)? \\$")
HASH = re.compile(r"^    --hash=sha256:[0-9a-f]{64}(?: \\)?$")


def names(requirements: list[str]) -> set[str]:
    return {re.split(r"[^A-Za-z0-9._-]", one)[0].lower().replace("_", "-") for one in requirements}


@pytest.mark.parametrize(("lock", "requirements"), [*zip(LOCKS, (RUNTIME, DEVELOPMENT), strict=True)])
def test_a_lock_pins_everything_by_hash_and_names_no_host(lock: str, requirements: list[str]) -> None:
    lines = (ROOT / lock).read_text().splitlines()
    pinned = {match[1] for line in lines if (match := PINNED.match(line))}
    assert [line for line in lines if not PINNED.match(line) and not HASH.match(line)] == []
    assert names(requirements) | {"setuptools"} <= pinned


@pytest.mark.parametrize(("extra", "lock", "base"), [
    ("browser", "requirements-browser.lock", "requirements-dev.lock"), ("deploy", "deploy/requirements.lock", "requirements.lock"),
    ("bench", "requirements-bench.lock", "requirements.lock"),
])
def test_the_lock_of_an_extra_holds_what_the_one_beside_it_lacks(extra: str, lock: str, base: str) -> None:
    lines, beside = ((ROOT / one).read_text().splitlines() for one in (lock, base))
    pinned = {match[1] for line in lines if (match := PINNED.match(line))}
    already = {match[1] for line in beside if (match := PINNED.match(line)) and " ; " not in line}  # on every platform
    assert [line for line in lines if not PINNED.match(line) and not HASH.match(line)] == []
    assert names(PROJECT["project"]["optional-dependencies"][extra]) <= pinned and not pinned & already


def test_the_development_lock_holds_the_runtime_lock() -> None:
    runtime, development = ({line for line in (ROOT / lock).read_text().splitlines() if PINNED.match(line)} for lock in LOCKS)
    assert runtime <= development
