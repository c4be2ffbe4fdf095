"""Runs a reader of foreign files in a process of its own, so that a file made to hang, crash or eat memory costs one row.

What belongs here: starting the process, asking it, and ending it when it takes too long. What does not: what is read (the module
that the process runs). One helper process for each process that asks, started when first asked and kept.
"""
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from multiprocessing.connection import Connection, Pipe
from threading import Lock
from typing import Any

START_SECONDS = 60.0  # until a helper that was just started says that it is there; machines under load are slow


class Unanswered(Exception):
    """No answer came; the message says why, to follow the name of the file."""


@dataclass
class Helper:
    process: subprocess.Popen[bytes]
    pipe: Connection
    owner: int  # process id: a forked process must not share it

    def end(self) -> None:
        self.pipe.close()
        if self.owner == os.getpid():
            self.process.kill()
            self.process.wait()


class Apart:
    """Asks `module`, run as a program, to turn a request and bytes into an answer. Safe to use from several threads."""

    def __init__(self, module: str) -> None:
        self.module = module
        self.helper: Helper | None = None
        self.lock = Lock()

    def ask(self, request: dict[str, Any], data: bytes, seconds: float) -> dict[str, Any]:
        """The answer of the helper. Raises Unanswered where there is none within `seconds`, or the helper died of the data."""
        with self.lock:
            helper = self._running()
            try:
                return _answer(helper.pipe, request, data, seconds)
            except (EOFError, OSError) as gone:
                self._end()
                raise Unanswered("makes its reader crash, or need more memory than it may have") from gone
            except BaseException:  # also an interruption: the answer would be taken for that to the next request
                self._end()
                raise

    def _running(self) -> Helper:
        if self.helper is not None and (self.helper.owner != os.getpid() or self.helper.process.poll() is not None):
            self._end()
        if self.helper is None:
            self.helper = _start(self.module)
        return self.helper

    def _end(self) -> None:
        if self.helper is not None:
            self.helper.end()
            self.helper = None


def _answer(pipe: Connection, request: dict[str, Any], data: bytes, seconds: float) -> dict[str, Any]:
    pipe.send_bytes(json.dumps(request).encode())
    pipe.send_bytes(data)
    if not pipe.poll(seconds):
        raise Unanswered(f"takes longer than {seconds:g} seconds to read")
    answer: dict[str, Any] = json.loads(pipe.recv_bytes())
    return answer


def _start(module: str) -> Helper:
    ours, theirs = Pipe()
    with theirs:
        process = subprocess.Popen(
            [sys.executable, "-m", module, str(theirs.fileno())], pass_fds=[theirs.fileno()], stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path), "OMP_NUM_THREADS": "1"},
        )
    helper = Helper(process, ours, os.getpid())
    try:
        if ours.poll(START_SECONDS) and ours.recv_bytes() == b"ready":
            return helper
    except (EOFError, OSError):
        pass
    helper.end()
    raise RuntimeError(f"{module} cannot be started")
