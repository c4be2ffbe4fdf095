"""The benchmark still runs and measures what it says. How fast anything is, no test asks."""
import json
import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from random import Random

import pytest

from benchmarks import bench, layers, scale
from benchmarks.baseline import ABSENT, baseline, phrases
from benchmarks.bench import GROUPS, documents_of, machine, main
from benchmarks.corpus import SHAPES, committed, grown, hostile, perturbed
from benchmarks.forge import forge
from benchmarks.fuzz import malformed
from benchmarks.memory import tree
from benchmarks.row import Row
from benchmarks.timing import seconds

TEXT = "On 5 May 2021 the Minister of Defence Ana Petrovic met Janos Kovacs. Petrovic returns in 12 days."


def test_a_perturbed_text_has_other_names_and_days_and_its_length() -> None:
    changed = perturbed(TEXT, frozenset({"Petrovic", "Janos", "Kovacs"}), Random(1))
    assert len(changed) == len(TEXT) and "2021 the Minister of Defence Ana " in changed
    assert not {"Petrovic", "Janos", "Kovacs", "5", "12"} & set(changed.replace(".", "").split())
    names = [word for word in changed.replace(".", "").split() if word.startswith("P")]
    assert len(names) == 2 and len(set(names)) == 1, "one name stays one name"


def test_the_corpus_grows_and_is_the_same_each_time() -> None:
    texts = grown(3)
    assert len(texts) == 3 * len(committed()) and texts == grown(3)
    assert len(set(texts.values())) > 0.98 * len(texts), "copies are new texts"


@pytest.mark.parametrize("shape", SHAPES)
def test_a_hostile_text_has_the_length_asked_for(shape: str) -> None:
    assert len(hostile(shape, 1001)) == 1001


def test_short_texts_are_forged_alike_each_time_and_hardly_two_are_alike(tmp_path: Path) -> None:
    once, again = (forge(30, tmp_path / name, committed()) for name in ("once", "again"))
    lines = [line for path in sorted(once.iterdir()) for line in path.read_text("utf-8").splitlines()]
    assert [path.read_bytes() for path in once.iterdir()] == [path.read_bytes() for path in again.iterdir()]
    assert len(set(lines)) == 30 and all(600 < len(json.loads(line)["text"]) < 1_100 for line in lines)


def test_every_layer_is_measured(seeds: Path) -> None:
    rows = list(layers.layers(seeds, 1))
    assert [row.what for row in rows] == ["ingest", "segment", "recognize", "coding", "link", "whole document"]
    assert {row.size.partition(",")[0] for row in rows} == {f"{len(layers.documents_in(seeds))} texts"}


def test_hostile_texts_are_measured_at_three_sizes(monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(layers.HOSTILE) == 3
    monkeypatch.setattr("benchmarks.layers.HOSTILE", (100, 200, 300))
    assert [row.size for row in layers.adversarial("open brackets", 1)] == ["100 characters", "200 characters", "300 characters"]


def test_the_baseline_gets_all_our_names() -> None:
    known = phrases()
    some = {"Norway": "PLACE", "Norwegians": "PLACE", "Bergen": "PLACE", "NATO": "PLACE", "prime minister": "TITLE"}
    assert some.items() <= known.items()
    assert set(known.values()) == {"PLACE", "ORG", "TITLE"} and len(known) > 40_000


def test_without_spacy_ours_is_told_and_why_nothing_else(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)
    assert [row.what for row in baseline(documents_of({"a": TEXT}), 1)] == ["ours, to events", "ours, sentences and names"]
    assert capsys.readouterr().out == f"{ABSENT}\n"


def test_damaged_files_are_counted() -> None:
    rows = {row.what: row.value for row in malformed(30)}
    assert rows["documents"] > 0 and rows["rejected"] > 0 and rows["without a result"] == 0


def test_measured_groups_replace_their_figures_and_the_others_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out, told = tmp_path / "results.json", iter([1.0, 2.0, 3.0])
    monkeypatch.setattr(bench, "GROUPS", {name: lambda _, name=name: iter([Row(name, "x", "", next(told), "s")]) for name in ("a", "b")})
    assert main(["--out", str(out)]) == 0 and main(["--out", str(out), "--only", "a"]) == 0
    assert [(row["group"], row["value"]) for row in json.loads(out.read_text())["rows"]] == [("a", 3.0), ("b", 2.0)]


def test_the_stored_figures_are_those_of_the_groups() -> None:
    assert {row["group"] for row in json.loads(bench.RESULTS.read_text("utf-8"))["rows"]} <= set(GROUPS)


def test_a_process_and_its_children_are_seen() -> None:
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as child:
        assert {os.getpid(), child.pid} <= set(tree(os.getpid()))
        child.communicate(b"\n")


def test_the_first_run_only_warms_up() -> None:
    times = iter([0, 90, 100, 101, 200, 203, 300, 302])
    assert seconds(lambda: None, 3, lambda: next(times)) == 2


def test_the_machine_is_described_without_its_name() -> None:
    assert set(machine()) == {"cores", "python", "implementation", "system", "architecture"}


def test_reruns_and_engines_are_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("benchmarks.scale.FILES", 3)
    monkeypatch.setattr("os.cpu_count", lambda: 1)
    assert [row.what for row in scale.reruns()] == ["first build", "no change", "one file more", "all from the cache"]
    engines = ["processes:1", "processes:2", *(["dask, 2 workers"] if find_spec("distributed") else [])]
    assert [row.what for row in scale.cores()] == [what for engine in engines for what in (engine, f"{engine}, speed-up")]


def test_memory_is_measured_of_all_processes() -> None:
    rows = {row.what: row for row in scale.growth((2,), committed())}
    assert rows["all processes"].size == "2 short texts" and rows["all processes"].unit == "MiB"
    assert all(rows[what].value > 20 for what in ("all processes", "largest process", "nothing left to code"))


def test_a_build_that_fails_ends_the_benchmark(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="nowhere failed with status 1"):
        scale.build(tmp_path / "nowhere", tmp_path / "data")
