"""Works one input in a process of its own: for threads that nothing can interrupt, such as those of a Dask worker.

What belongs here: the messages, and the process (`python -m pipelines.engine.elsewhere FILE_DESCRIPTOR`, started by `pipelines.apart`).
What does not: working (`unit`). One process for each thread that asks, started when first asked and kept.
"""
import json
import sys
from base64 import b64decode, b64encode
from dataclasses import asdict
from multiprocessing.connection import Connection
from threading import local
from traceback import format_exc
from typing import Any

from pipelines.apart import Apart, Unanswered
from pipelines.engine.part import to_part
from pipelines.engine.unit import Result, refused, seconds_for, work
from pipelines.ingest import Input, Limits
from pipelines.ingest.inputs import Source

MODULE = "pipelines.engine.elsewhere"
PATIENCE = 100.0  # seconds of the clock for each of the processor: only what sleeps takes so long

_own = local()


def part_from_elsewhere(key: str, given: Input, limits: Limits) -> bytes:
    """The part of an input. A bug in a rule raises RuntimeError with its traceback; an input that ends the process is rejected."""
    request = {"key": key, "limits": asdict(limits), "given": {**asdict(given), "data": None}}
    try:
        answer = _process().ask(request, given.data, PATIENCE * seconds_for(len(given.data), limits))
    except Unanswered as why:
        return to_part(key, Result(refused(given, str(why))))
    if "bug" in answer:
        raise RuntimeError(answer["bug"])
    return b64decode(answer["part"])


def _process() -> Apart:
    if not hasattr(_own, "process"):
        _own.process = Apart(MODULE)
    process: Apart = _own.process
    return process


def serve(pipe: Connection) -> None:
    """Answer until the other side is gone."""
    pipe.send_bytes(b"ready")
    while True:
        try:
            message, data = json.loads(pipe.recv_bytes()), pipe.recv_bytes()
            pipe.send_bytes(json.dumps(respond(message, data)).encode())
        except (EOFError, OSError):
            return


def respond(message: dict[str, Any], data: bytes) -> dict[str, str]:
    told = message["given"]
    given = Input(**{**told, "data": data, "source": Source(**told["source"])})
    try:
        part = to_part(message["key"], work(given, Limits(**message["limits"])))
    except Exception:
        return {"bug": format_exc()}
    return {"part": b64encode(part).decode()}


if __name__ == "__main__":
    serve(Connection(int(sys.argv[1])))
