"""Tasks in, parts out, in their order: batches of bounded size, a bounded number of them under way, none lost when workers die.

What belongs here: the flow. What does not: where the work is done (`executors`).
"""
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import BrokenExecutor, Future
from itertools import chain, islice

from pipelines.engine.executors import AUTO, PROCESSES, SERIAL, Opened, Target, opened, parse_target
from pipelines.engine.fingerprint import fingerprint
from pipelines.engine.worker import Task, work_batch
from pipelines.ingest.limits import Limits

BATCH_FILES, BATCH_BYTES = 32, 128_000  # about a second of work: little overhead, and little lost with a worker
FEW = 3
"""With fewer batches than these, processes take longer to start than they save."""
DEATHS = 3
"""So often in a row workers may die, with nothing finished in between, before a run gives up."""

Batch = tuple[Task, ...]
Parts = list[bytes]


class WorkersDied(RuntimeError):
    """Workers died again and again over the same files."""


def parts_of(tasks: Iterable[Task], limits: Limits, target: Target) -> Iterator[tuple[Task, bytes]]:
    """Each task with its part, in order. `tasks` is read no further ahead than the work needs. Raises EngineFault, WorkersDied, and
    whatever a unit of work raises."""
    todo = batches(tasks)
    first = list(islice(todo, FEW))
    if target.kind == AUTO:
        target = parse_target(PROCESSES if len(first) == FEW else SERIAL)
    if first:
        for batch, parts in _Flow(chain(first, todo), limits).through(target):
            yield from zip(batch, parts, strict=True)


def batches(tasks: Iterable[Task]) -> Iterator[Batch]:
    """Tasks in groups that are closed as soon as they hold enough files or bytes."""
    batch: list[Task] = []
    size = 0
    for task in tasks:
        batch.append(task)
        size += len(task.given.data)
        if len(batch) == BATCH_FILES or size >= BATCH_BYTES:
            yield tuple(batch)
            batch, size = [], 0
    if batch:
        yield tuple(batch)


class _Flow:
    """The batches that were begun and not yet handed on, kept until they are: workers that die take none with them."""

    def __init__(self, todo: Iterator[Batch], limits: Limits) -> None:
        self._todo = todo
        self._limits = limits
        self._begun: deque[Batch] = deque()
        self._finished = 0

    def through(self, target: Target) -> Iterator[tuple[Batch, Parts]]:
        deaths, finished = 0, 0
        while True:
            try:
                with opened(target) as place:
                    yield from self._on(place)
                return
            except BrokenExecutor as fault:
                deaths = 1 if self._finished > finished else deaths + 1
                finished = self._finished
                if deaths == DEATHS:
                    raise WorkersDied(f"workers died {deaths} times over one of these files: {self._suspects()}") from fault

    def _on(self, place: Opened) -> Iterator[tuple[Batch, Parts]]:
        futures = deque(self._submit(batch, place) for batch in self._begun)
        while self._fill(futures, place):
            parts = futures[0].result()
            futures.popleft()
            self._finished += 1
            yield self._begun.popleft(), parts

    def _fill(self, futures: "deque[Future[Parts]]", place: Opened) -> bool:
        """Begin as many batches as may be under way; false when none is."""
        for batch in islice(self._todo, max(place.ahead - len(futures), 0)):
            self._begun.append(batch)
            futures.append(self._submit(batch, place))
        return bool(futures)

    def _submit(self, batch: Batch, place: Opened) -> "Future[Parts]":
        return place.executor.submit(work_batch, batch, self._limits, fingerprint())

    def _suspects(self) -> str:
        """The files in work. Where none was ever finished, the fault may be that of a script that every worker runs anew."""
        names = ", ".join(task.given.file_name for batch in self._begun for task in batch)[:500]
        return names if self._finished else f"{names} (a script that builds needs `if __name__ == '__main__':` around it)"
