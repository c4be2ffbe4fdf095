"""Which faults are tried again: those of the machine that pass, and no others."""
import errno
from collections.abc import Callable
from pathlib import Path

import dagster as dg
import pytest

from pipelines.orchestration import failures
from pipelines.orchestration.dataset import write

Run = Callable[..., dg.ExecuteInProcessResult]


def failing(monkeypatch: pytest.MonkeyPatch, fault: Exception, times: int) -> list[int]:
    """Lets publishing fail some times; returns the list that grows with every try."""
    tries: list[int] = []

    def flaky(*arguments: object) -> object:
        tries.append(1)
        if len(tries) <= times:
            raise fault
        return write(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(failures, "FIRST_WAIT", 0.0)
    monkeypatch.setattr("pipelines.orchestration.dataset.write", flaky)
    return tries


@pytest.mark.parametrize(("fault", "times", "tries", "success"), [
    (OSError(errno.EIO, "Input/output error"), 2, 3, True),
    (TimeoutError("the share hangs"), 1, 2, True),
    (OSError(errno.ESTALE, "Stale file handle"), 9, 4, False),
    (OSError(errno.ENOSPC, "No space left on device"), 9, 1, False),
    (PermissionError(errno.EACCES, "Permission denied"), 9, 1, False),
    (ValueError("a bug"), 9, 1, False),
], ids=lambda value: type(value).__name__ if isinstance(value, Exception) else str(value))
def test_what_may_pass_is_tried_again_three_times_at_most(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: Exception, times: int, tries: int, success: bool
) -> None:
    tried = failing(monkeypatch, fault, times)
    assert run().success == success
    assert len(tried) == tries and (tmp_path / "data/curated/events.parquet").exists() == success


def test_waits_grow() -> None:
    assert [failures.FIRST_WAIT * 2**n for n in range(failures.TRIES)] == [5, 10, 20]
