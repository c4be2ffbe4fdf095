"""The process in which foreign formats are read: `python -m pipelines.ingest.helper FILE_DESCRIPTOR`, started by `pipelines.apart`.

What belongs here: the loop over requests, and the bound on memory. What does not: reading (`extract`).
"""
import json
import sys
from multiprocessing.connection import Connection
from typing import Any

from pipelines.ingest import answers
from pipelines.ingest.extract import extract_here
from pipelines.ingest.inputs import NotText


def serve(pipe: Connection) -> None:
    """Answer until the other side is gone."""
    pipe.send_bytes(b"ready")
    while True:
        try:
            message, data = json.loads(pipe.recv_bytes()), pipe.recv_bytes()
        except (EOFError, OSError):
            return
        pipe.send_bytes(json.dumps(respond(message, data)).encode())


def respond(message: dict[str, Any], data: bytes) -> dict[str, Any]:
    """The answer to one request; whatever a parser raises is a reason, for its input is foreign."""
    reader, limits = answers.requested(message)
    _bound_memory(limits.max_memory_bytes)
    try:
        return answers.answer(extract_here(reader, data, limits))
    except NotText as why:
        return answers.refusal(str(why))
    except Exception as fault:
        return answers.refusal(f"cannot be read as {reader}: {type(fault).__name__}")


def _bound_memory(most: int) -> None:
    """Where the system offers it (not on Windows; macOS takes no notice)."""
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (most, resource.getrlimit(resource.RLIMIT_AS)[1]))
    except (ImportError, ValueError, OSError):
        return


if __name__ == "__main__":
    serve(Connection(int(sys.argv[1])))
