"""The same parts in the same order wherever the work is done, and whatever happens to the workers."""
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor, Executor, Future
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from conftest import TALKS

from pipelines.engine import flow
from pipelines.engine.cache import key_of
from pipelines.engine.executors import EngineFault, Opened, Serial, Target, parse_target
from pipelines.engine.fingerprint import fingerprint
from pipelines.engine.flow import BATCH_BYTES, BATCH_FILES, DEATHS, FEW, WorkersDied, batches, parts_of
from pipelines.engine.worker import OtherCode, Task, work_batch
from pipelines.ingest import Input, Limits

LIMITS = Limits()
GIVEN = [Input(f"{day:03}.txt", TALKS.replace("5 May", f"{day % 28 + 1} May").encode(), "text", "text/plain") for day in range(100)]
TASKS = [Task(key_of(one, LIMITS), one) for one in GIVEN]

TOLD = [
    ("auto", Target("auto")), ("serial", Target("serial")), ("processes:3", Target("processes", 3)),
    ("dask://head:8786", Target("dask", address="tcp://head:8786")), ("processes", Target("processes", os.cpu_count() or 1)),
]


@pytest.mark.parametrize(("told", "target"), TOLD)
def test_engines(told: str, target: Target) -> None:
    assert parse_target(told) == target


@pytest.mark.parametrize("told", ["", "seriell", "processes:0", "processes:x", "serial:2", "spark://head"])
def test_an_engine_that_is_none_is_named(told: str) -> None:
    with pytest.raises(EngineFault, match=f"no engine '{told}'"):
        parse_target(told)


def test_batches_are_bounded_by_files_and_by_bytes() -> None:
    large = [Task("", Input("", b"x" * BATCH_BYTES, "text", "text/plain"))]
    assert [len(batch) for batch in batches([*TASKS[: BATCH_FILES + 2], *large, *large])] == [BATCH_FILES, 3, 1]


def test_processes_give_the_parts_of_one_process_in_their_order() -> None:
    alone, together = list(parts_of(TASKS, LIMITS, Target("serial"))), list(parts_of(TASKS, LIMITS, Target("processes", 2)))
    assert together == alone and [task for task, _ in alone] == TASKS


def test_few_files_are_worked_here_and_many_in_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    chosen: list[str] = []

    @contextmanager
    def watched(target: Target) -> Iterator[Opened]:
        chosen.append(target.kind)
        yield Opened(Serial(), 1)

    monkeypatch.setattr(flow, "opened", watched)
    for tasks in ([], TASKS[: BATCH_FILES * (FEW - 1)], TASKS):
        assert len(list(parts_of(tasks, LIMITS, Target("auto")))) == len(tasks)
    assert chosen == ["serial", "processes"], "and nothing is opened for nothing"


def test_no_more_is_read_than_is_under_way(monkeypatch: pytest.MonkeyPatch) -> None:
    read = count()
    flowing = parts_of(((next(read) and task) or task for task in TASKS * 9), LIMITS, Target("serial"))
    next(flowing)
    assert next(read) <= BATCH_FILES * (FEW + 1)


@pytest.mark.parametrize("kind", ["serial", "processes:2"])
def test_a_bug_names_the_file(kind: str) -> None:
    with pytest.raises(TypeError) as raised:
        list(parts_of(TASKS, Limits(max_chars="many"), parse_target(kind)))  # type: ignore[arg-type]
    assert raised.value.__notes__ == ["in 000.txt"]


def test_a_worker_with_other_code_refuses() -> None:
    with pytest.raises(OtherCode, match="another version"):
        work_batch((), LIMITS, "other")


class Dying(Executor):
    """Dies when its third batch is asked for."""

    def __init__(self, batches_left: "Iterator[int]") -> None:
        self._left = batches_left

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> "Future[Any]":
        future: Future[Any] = Future()
        if next(self._left) % 3 == 2:
            future.set_exception(BrokenExecutor("a child was killed"))
        else:
            future.set_result(fn(*args, **kwargs))
        return future


def dying(each: int) -> Any:
    calls = count(each)

    @contextmanager
    def opened(target: Target) -> Iterator[Opened]:
        yield Opened(Dying(calls), 2)

    return opened


def test_the_batches_of_dead_workers_are_done_again(monkeypatch: pytest.MonkeyPatch) -> None:
    alone = list(parts_of(TASKS, LIMITS, Target("serial")))
    monkeypatch.setattr(flow, "opened", dying(0))
    assert list(parts_of(TASKS, LIMITS, Target("processes", 2))) == alone


def test_workers_that_die_over_the_same_files_end_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Target] = []

    @contextmanager
    def broken(target: Target) -> Iterator[Opened]:
        opened.append(target)
        yield Opened(Dying(iter([2])), 1)

    monkeypatch.setattr(flow, "opened", broken)
    with pytest.raises(WorkersDied, match=r"3 times .* 000\.txt, 001\.txt"):
        list(parts_of(TASKS, LIMITS, Target("processes", 2)))
    assert len(opened) == DEATHS


def children(pid: int) -> list[int]:
    """The process that workers of `pid` are forked from, then the workers."""
    listed = subprocess.run(["ps", "-ewwo", "pid=,ppid=,args="], capture_output=True, text=True, check=True).stdout.splitlines()
    processes = [line.split(maxsplit=2) for line in listed]
    own = [int(child) for child, parent, what in processes if int(parent) == pid and "forkserver" in what]
    return own + [grandchild for child in own for grandchild in children(child)]


@pytest.mark.skipif(shutil.which("ps") is None, reason="needs ps")
def test_a_killed_process_of_the_pool_loses_nothing() -> None:
    alone = list(parts_of(TASKS, LIMITS, Target("serial")))
    flowing = parts_of(TASKS, LIMITS, Target("processes", 2))
    found = [next(flowing)]
    os.kill(max(children(os.getpid())), signal.SIGKILL)
    assert found + list(flowing) == alone


ENDLESS = """
import sys
from test_flow import LIMITS, TASKS
from pipelines.engine.executors import Target
from pipelines.engine.flow import parts_of
if __name__ == "__main__":
    for number, _ in enumerate(parts_of(iter(lambda: TASKS[0], None), LIMITS, Target("processes", 2))):
        if number == 0:
            print("ready", flush=True)
"""


@pytest.mark.skipif(shutil.which("ps") is None, reason="needs ps")
def test_workers_do_not_outlive_a_killed_run(tmp_path: Path) -> None:
    script = tmp_path / "endless.py"
    script.write_text(ENDLESS)
    paths = os.pathsep.join(map(str, (Path(__file__).parent, Path(__file__).parents[1], Path(__file__).parents[2])))
    run = subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE, env={**os.environ, "PYTHONPATH": paths})
    assert run.stdout is not None and run.stdout.readline() == b"ready\n"
    workers = children(run.pid)
    run.kill()
    run.wait()
    run.stdout.close()
    deadline = time.monotonic() + 30
    while alive(workers) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert len(workers) >= 3 and alive(workers) == []


def alive(pids: list[int]) -> list[int]:
    listed = subprocess.run(["ps", "-eo", "pid=,stat="], capture_output=True, text=True, check=True).stdout.splitlines()
    states = {int(line.split()[0]): line.split()[1] for line in listed}
    return [pid for pid in pids if pid in states and not states[pid].startswith("Z")]


def test_the_fingerprint_is_made_once() -> None:
    assert fingerprint() is fingerprint()


def test_without_the_extra_its_name_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(EngineFault, match=r"pip install 'communique\[dask\]'"):
        list(parts_of(TASKS[:1], LIMITS, Target("dask", address="tcp://127.0.0.1:9")))
