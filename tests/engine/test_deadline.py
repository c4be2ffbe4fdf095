"""A text on which a rule takes too long, or that exhausts stack or memory, is one rejected row, wherever it is coded."""
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest
from conftest import CALL, TALKS
from slow_rule import slow

import pipelines.engine.warm  # noqa: F401  (loading the rules is no part of what is bounded here)
from pipelines.apart import Apart
from pipelines.engine import Engine, elsewhere, executors, unit, work_through
from pipelines.engine.deadline import TimeUp, processor_seconds
from pipelines.engine.executors import Target
from pipelines.engine.fingerprint import fingerprint
from pipelines.engine.flow import parts_of
from pipelines.engine.part import from_part
from pipelines.engine.unit import seconds_for, work
from pipelines.engine.worker import Task, work_batch
from pipelines.ingest import Input, Limits
from pipelines.model.document import Document, RejectedFile, Segment

SOON = Limits(max_coding_seconds=1.5)  # a sound text takes a hundredth of it once the rules are loaded, a slow rule for ever
WHY = "takes longer than 1.5 seconds of the processor to code"
TASKS = [Task(f"{n:032}", Input(f"{n}.txt", text.encode(), "text", "text/plain"))
         for n, text in enumerate([TALKS, "ENDLESS " + CALL, CALL, "ENDLESS " + TALKS])]


def deep(document: Document) -> Sequence[Segment]:
    return deep(document)


def hungry(document: Document) -> Sequence[Segment]:
    raise MemoryError


def broken(document: Document) -> Sequence[Segment]:
    raise TypeError("a bug")


def in_a_thread(tasks: Sequence[Task]) -> list[bytes]:
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(work_batch, tuple(tasks), SOON, fingerprint()).result()


def in_processes(tasks: Sequence[Task]) -> list[bytes]:
    return [part for _, part in parts_of(tasks, SOON, Target("processes", 2))]


def here(tasks: Sequence[Task]) -> list[bytes]:
    return [part for _, part in parts_of(tasks, SOON, Target("serial"))]


@pytest.fixture
def slow_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    """Here, in processes that are forked from here, and in those that are started by threads."""
    monkeypatch.setattr(unit, "segment", slow)
    monkeypatch.setattr(executors, "get_context", lambda _: get_context("fork"))
    monkeypatch.setattr(elsewhere, "MODULE", "slow_rule")


@pytest.mark.parametrize("way", [here, in_processes, in_a_thread])
def test_a_slow_rule_costs_one_row_wherever_it_runs(slow_rule: None, way: Callable[[Sequence[Task]], list[bytes]]) -> None:
    results = [from_part(task.key, part) for task, part in zip(TASKS, way(TASKS), strict=True)]
    assert [len(one.coding.events) > 0 for one in results] == [True, False, True, False]
    assert [one.read.reasons for one in results if isinstance(one.read, RejectedFile)] == [(WHY,), (WHY,)]


def test_it_is_accounted_for_and_a_rerun_gives_the_same(slow_rule: None, seeds: Path, tmp_path: Path) -> None:
    (seeds / "endless.txt").write_text("ENDLESS " + TALKS)
    runs = [work_through(seeds, Engine(tmp_path / "cache", "serial", SOON)) for _ in range(2)]
    first, second = (list(run) for run in runs)
    assert first == second and [run.worked for run in runs] == [3, 0]
    assert [one.read.file_name for one in first if isinstance(one.read, RejectedFile)] == ["endless.txt"]


@pytest.mark.parametrize(("rule", "why"), [(deep, "too much to code: RecursionError"), (hungry, "too much to code: MemoryError")])
def test_what_exhausts_stack_or_memory_is_rejected(monkeypatch: pytest.MonkeyPatch, rule: Callable[..., object], why: str) -> None:
    monkeypatch.setattr(unit, "segment", rule)
    read = work(TASKS[0].given, SOON).read
    assert isinstance(read, RejectedFile) and (read.reasons, read.encoding, read.language) == ((why,), "ascii", "en")


def test_reading_is_bounded_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unit, "read_input", lambda given, limits: slow(Document("", "", "", "", "", "", "ENDLESS")))
    read = work(TASKS[0].given, SOON).read
    assert isinstance(read, RejectedFile) and read.reasons == (WHY.replace("to code", "to read"),) and read.sha256


def test_a_bug_is_a_bug_in_every_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unit, "segment", broken)
    monkeypatch.setattr(elsewhere, "_process", Here)
    with pytest.raises(TypeError, match="a bug"):
        here(TASKS)
    with pytest.raises(RuntimeError, match=r"in 0\.txt"):
        in_a_thread(TASKS)


class Here:
    """Answers as the other process would."""

    def ask(self, request: dict[str, object], data: bytes, seconds: float) -> dict[str, str]:
        return elsewhere.respond(request, data)


def test_long_texts_get_more_time() -> None:
    limits = Limits(max_coding_seconds=60)
    assert [seconds_for(size, limits) for size in (10, 500_000, 4_000_000)] == [60, 60, 480]


def test_what_was_set_before_is_set_again() -> None:
    before = signal.getsignal(signal.SIGPROF)
    with pytest.raises(TimeUp), processor_seconds(0.01):
        while True:
            sum(range(1_000))
    assert (signal.getsignal(signal.SIGPROF), signal.getitimer(signal.ITIMER_PROF)) == (before, (0, 0))


def test_a_regular_expression_that_backtracks_is_interrupted() -> None:
    """In C, without giving up the lock of the interpreter: no other thread could stop it."""
    script = (
        "import re\nfrom pipelines.engine.deadline import TimeUp, processor_seconds\n"
        "try:\n    with processor_seconds(0.2):\n        re.match('(a|a)*b', 'a' * 60)\nexcept TimeUp:\n    print('interrupted')\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, cwd=Path(__file__).parents[2], timeout=60)
    assert done.stdout == "interrupted\n"


def test_an_interrupted_question_leaves_no_answer_behind() -> None:
    apart = Apart("pipelines.ingest.helper")
    apart.ask({"reader": "html", "limits": {}}, b"<p>first</p>", 30)
    with pytest.raises(TimeUp), processor_seconds(0.01):
        while True:
            apart.ask({"reader": "html", "limits": {}}, b"<p>" + b"interrupted " * 20_000 + b"</p>", 30)
    assert apart.ask({"reader": "html", "limits": {}}, b"<p>second</p>", 30)["text"] == "second"
