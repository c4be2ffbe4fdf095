"""What a part is kept under, and how long."""
import os
import re
import shutil
import sys
from dataclasses import replace
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import Any

import pytest

from pipelines.engine import fingerprint as module
from pipelines.engine.cache import RUNS, Cache, key_of
from pipelines.engine.fingerprint import LIBRARIES, PIPELINES, SOURCES, fingerprint, sources
from pipelines.ingest.inputs import Input, Source
from pipelines.ingest.limits import Limits

KEY = "0123456789abcdef0123456789abcdef"
HOURS = 3600.0


GIVEN = Input("a.txt", b"text", "text", "text/plain")


@pytest.mark.parametrize(("change", "limits"), [
    ({"file_name": "b.txt"}, Limits()), ({"data": b"other"}, Limits()), ({}, Limits(max_chars=3)), ({"reader": "html"}, Limits()),
    ({"file_name": "a", "data": b".txttext"}, Limits()), ({"source": Source(publisher="MFA")}, Limits()),
])
def test_a_key_changes_with_everything_that_is_given(change: dict[str, Any], limits: Limits) -> None:
    assert key_of(GIVEN, Limits()) == key_of(replace(GIVEN), Limits()) != key_of(replace(GIVEN, **change), limits)


def test_a_key_changes_with_the_code(monkeypatch: pytest.MonkeyPatch) -> None:
    before = key_of(GIVEN, Limits())
    monkeypatch.setattr("pipelines.engine.cache.fingerprint", lambda: "other code")
    assert key_of(GIVEN, Limits()) != before


@pytest.mark.parametrize("changed", ["coding/when.py", "lexicon/ranks.tsv", "lexicon/cities.tsv.gz", "ids.py", "engine/unit.py"])
def test_the_fingerprint_changes_with_code_and_lexicon(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, changed: str) -> None:
    copy = shutil.copytree(PIPELINES, tmp_path / "pipelines", ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(module, "PIPELINES", copy)
    assert fingerprint.__wrapped__() == fingerprint()
    with (copy / changed).open("ab") as file:
        file.write(b"\n")
    assert fingerprint.__wrapped__() != fingerprint()


def test_the_fingerprint_knows_every_library_that_the_sources_import() -> None:
    code = [path.read_text("utf-8") for path in sources() if path.suffix == ".py" and "build" not in path.parts]
    modules = {name for text in code for name in re.findall(r"^\s*(?:from|import) (\w+)", text, re.MULTILINE)}
    foreign = modules - sys.stdlib_module_names - {"pipelines", "schemas"}
    known = packages_distributions()
    assert {known[name][0].lower().replace("_", "-") for name in foreign} <= set(LIBRARIES)
    assert all((PIPELINES / source).exists() for source in SOURCES)


def test_a_part_is_found_again_and_absent_ones_are_none(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    assert cache.read(KEY) is None
    cache.put(KEY, b"part")
    assert cache.read(KEY) == b"part" and [path.name for path in (tmp_path / "cache/parts/01").iterdir()] == [KEY[2:]]


def aged(cache: Cache, key: str, hours: float) -> Path:
    """A part that was last used so long ago."""
    cache.put(key, b"part")
    (path,) = cache.folder.glob(f"parts/{key[:2]}/{key[2:]}")
    moment = path.stat().st_mtime - hours * HOURS
    os.utime(path, (moment, moment))
    return path


def test_what_none_of_the_last_runs_used_goes(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    unused, used = aged(cache, "aa" + KEY[2:], 5), aged(cache, "bb" + KEY[2:], 5)
    for _ in range(RUNS - 1):
        cache.begin_run()
        assert cache.prune() == 0, "the runs before may have used it"
    cache.use("bb" + KEY[2:])
    cache.begin_run()
    assert cache.prune() == 1 and used.exists() and not unused.exists()


def test_a_leftover_of_a_killed_run_goes_too(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    leftover = aged(cache, KEY, 5).rename(tmp_path / "parts/01/.part.4711")
    for _ in range(RUNS):
        cache.begin_run()
    assert cache.prune() == 1 and not leftover.exists()


def test_a_damaged_list_of_runs_deletes_nothing(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    part = aged(cache, KEY, 5)
    (tmp_path / "runs").write_text("yesterday\n")
    cache.begin_run()
    assert cache.prune() == 0 and part.exists()
