"""What a worker runs: a batch of inputs to their parts.

What does not belong here: anything that a worker can do without; it must start fast.
"""
from typing import NamedTuple

from pipelines.engine.deadline import interruptible
from pipelines.engine.elsewhere import part_from_elsewhere
from pipelines.engine.fingerprint import fingerprint
from pipelines.engine.part import to_part
from pipelines.engine.unit import work
from pipelines.ingest import Input, Limits


class Task(NamedTuple):
    """An input to work, and the key of its part."""

    key: str
    given: Input


class OtherCode(RuntimeError):
    """A worker runs other code than whoever sent the work: its results would be kept under a key they do not belong to."""


def work_batch(tasks: tuple[Task, ...], limits: Limits, code: str) -> list[bytes]:
    """The part of each task. Raises OtherCode where `code` is not the fingerprint of the code here."""
    if code != fingerprint():
        raise OtherCode(
            "a worker has another version of communique, its lexicon or its libraries: install the same everywhere, "
            "and start again what was running while the code changed"
        )
    if interruptible():
        return [to_part(task.key, work(task.given, limits)) for task in tasks]
    return [part_from_elsewhere(task.key, task.given, limits) for task in tasks]
