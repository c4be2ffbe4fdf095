"""The benchmark still runs and measures what it says. How fast anything is, no test asks."""
from pathlib import Path
from random import Random

import pytest

from benchmarks.bench import adversarial, documents_in, layers, machine, seconds
from benchmarks.corpus import SHAPES, committed, grown, hostile, perturbed
from benchmarks.scale import build, scale

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


def test_every_layer_is_measured(seeds: Path) -> None:
    rows = list(layers(seeds, 1))
    assert [row.what for row in rows] == ["ingest", "segment", "recognize", "coding", "link", "whole document"]
    assert {row.size.partition(",")[0] for row in rows} == {f"{len(documents_in(seeds))} texts"}


def test_hostile_texts_are_measured_at_two_sizes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("benchmarks.bench.HOSTILE", (100, 200))
    assert [row.size for row in adversarial("open brackets", 1)] == ["100 characters", "200 characters"]


def test_the_first_run_only_warms_up() -> None:
    times = iter([0, 90, 100, 101, 200, 203, 300, 302])
    assert seconds(lambda: None, 3, lambda: next(times)) == 2


def test_the_machine_is_described_without_its_name() -> None:
    assert set(machine()) == {"cores", "python", "implementation", "system", "architecture"}


def test_reruns_processes_and_memory_are_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("benchmarks.scale.FILES", 3)
    monkeypatch.setattr("benchmarks.scale.GROWTH", (2,))
    monkeypatch.setattr("os.cpu_count", lambda: 1)
    rows = list(scale(large=False))
    assert [(row.group, row.what) for row in rows] == [
        ("rerun", "first build"), ("rerun", "no change"), ("rerun", "one file more"), ("rerun", "all from the cache"),
        ("processes", "processes:1"), ("processes", "processes:2"), ("memory", "peak of a process")]
    assert rows[-1].unit == "MiB" and rows[-1].value > 20


def test_a_build_that_fails_ends_the_benchmark(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="status 1"):
        build(tmp_path / "nowhere", tmp_path / "data")
