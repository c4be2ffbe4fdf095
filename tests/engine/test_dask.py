"""The cluster: a scheduler and two workers as processes of their own, one of which is killed in the middle of the work."""
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from test_deadline import SOON, WHY, slow_rule  # noqa: F401  (a fixture)
from test_deadline import TASKS as SLOW_TASKS
from test_flow import LIMITS, TASKS

from pipelines.build import build
from pipelines.engine import Engine, EngineFault, work_through
from pipelines.engine.executors import Target, parse_target
from pipelines.engine.flow import parts_of
from pipelines.engine.part import from_part
from pipelines.model.document import RejectedFile

pytest.importorskip("distributed", reason="the extra dask is not installed")
HERE, ROOT = Path(__file__).parent, Path(__file__).parents[2]
SECONDS = 60

Start = Callable[..., "subprocess.Popen[bytes]"]
Bytes = Callable[[Path], dict[str, bytes]]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Starts modules of distributed, and ends them."""
    running: list[subprocess.Popen[bytes]] = []
    paths = [str(ROOT), str(HERE), *filter(None, [os.environ.get("PYTHONPATH")])]
    surroundings = {**os.environ, "PYTHONPATH": os.pathsep.join(paths)}

    def begin(module: str, *arguments: str) -> "subprocess.Popen[bytes]":
        command = [sys.executable, "-m", f"distributed.cli.{module}", *arguments]
        running.append(subprocess.Popen(command, cwd=tmp_path, env=surroundings, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))
        return running[-1]

    yield begin
    for process in running:
        process.kill()
        process.wait()


@pytest.fixture
def scheduler(start: Start, tmp_path: Path) -> str:
    """The address of a scheduler, as `dask://HOST:PORT`."""
    file = tmp_path / "scheduler.json"
    start("dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", str(file))
    deadline = time.monotonic() + SECONDS
    while not file.exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    return str(json.loads(file.read_text())["address"]).replace("tcp://", "dask://")


def work_for(start: Start, scheduler: str, *options: str) -> "subprocess.Popen[bytes]":
    return start("dask_worker", scheduler.replace("dask://", "tcp://"), "--nthreads", "1", "--no-nanny", "--no-dashboard", *options)


def wait_for_workers(scheduler: str, number: int) -> None:
    from distributed import Client

    with Client(scheduler.replace("dask://", "tcp://"), set_as_default=False) as client:
        client.wait_for_workers(number, timeout=SECONDS)


def test_a_killed_worker_loses_nothing_and_the_parts_are_those_of_one_process(start: Start, scheduler: str) -> None:
    alone = list(parts_of(TASKS * 3, LIMITS, Target("serial")))
    workers = [work_for(start, scheduler) for _ in range(2)]
    wait_for_workers(scheduler, 2)
    flowing = parts_of(TASKS * 3, LIMITS, parse_target(scheduler))
    found = [next(flowing)]
    workers[0].send_signal(signal.SIGKILL)
    assert found + list(flowing) == alone
    assert workers[0].wait() == -signal.SIGKILL and workers[1].poll() is None


@pytest.mark.usefixtures("slow_rule")
def test_a_slow_text_costs_one_row_and_the_rest_is_that_of_one_process(start: Start, scheduler: str) -> None:
    alone = list(parts_of(SLOW_TASKS, SOON, Target("serial")))
    for _ in range(2):
        work_for(start, scheduler, "--preload", str(HERE / "slow_worker.py"))
    wait_for_workers(scheduler, 2)
    found = list(parts_of(SLOW_TASKS, SOON, parse_target(scheduler)))
    rejected = [one.read for task, part in found if isinstance((one := from_part(task.key, part)).read, RejectedFile)]
    assert [(one.file_name, one.reasons) for one in rejected] == [("1.txt", (WHY,)), ("3.txt", (WHY,))]
    assert found == alone


def test_a_folder_is_worked_on_a_cluster(start: Start, scheduler: str, seeds: Path, tmp_path: Path) -> None:
    work_for(start, scheduler)
    wait_for_workers(scheduler, 1)
    there, here = work_through(seeds, Engine(tmp_path / "there", scheduler)), work_through(seeds, Engine(tmp_path / "here"))
    assert list(there) == list(here) and there.worked == 2


def test_a_release_is_the_same_bytes_from_one_process_several_and_a_cluster(
    start: Start, scheduler: str, seeds: Path, tmp_path: Path, release_bytes: Bytes
) -> None:
    (seeds / "copy.txt").write_text(f"Told once more\n\n{(seeds / 'talks.txt').read_text()}")
    (seeds / "void.txt").touch()
    for _ in range(2):
        work_for(start, scheduler)
    wait_for_workers(scheduler, 2)
    engines = {"serial": "serial", "processes": "processes:2", "dask": scheduler}
    for name, engine in engines.items():
        build(seeds, tmp_path / name, engine=Engine(tmp_path / f"cache of {name}", engine))
    one, several, cluster = (release_bytes(tmp_path / name / "curated") for name in engines)
    assert one == several == cluster and len(one) > 14


def test_a_cluster_without_workers_and_one_that_is_not_there_are_told(scheduler: str) -> None:
    with pytest.raises(EngineFault, match="has no worker"):
        list(parts_of(TASKS, LIMITS, parse_target(scheduler)))
    with pytest.raises(EngineFault, match=r"no Dask scheduler answers at tcp://127\.0\.0\.1:9"):
        list(parts_of(TASKS, LIMITS, parse_target("dask://127.0.0.1:9")))
