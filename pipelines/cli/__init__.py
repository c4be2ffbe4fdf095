"""The command `communique`: reads arguments, calls the layers, says what happened.

What belongs here: arguments, messages, exit codes, one module per command, imported only when it runs so that `--help` is instant.
What does not: anything the Dagster assets need too (`pipelines.build`).

Exit codes: 0 done, 1 it went wrong, 2 wrong arguments, 70 a bug of ours, 130 interrupted.
"""
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from io import TextIOWrapper

from pipelines.cli.arguments import read
from pipelines.cli.faults import Fault
from pipelines.settings import SettingFault

TRACEBACK_VARIABLE = "COMMUNIQUE_TRACEBACK"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; every fault is one line on standard error that begins with `communique: `."""
    speak_any_encoding()
    try:
        options = read(arguments)
        status: int = import_module(f"pipelines.cli.{options.command}").run(options)
        sys.stdout.flush()
        return status
    except Fault as fault:
        return complain(str(fault), fault.status)
    except SettingFault as fault:
        return complain(str(fault), 2)
    except KeyboardInterrupt:
        forget_interrupt()
        return complain("interrupted", 130)
    except BrokenPipeError:
        return close_quietly()
    except OSError as fault:
        return complain(reason_of(fault), 1)
    except Exception as fault:
        return unexpected(fault)


def speak_any_encoding() -> None:
    """A terminal that cannot show a letter of somebody's name gets a question mark, not a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def complain(message: str, status: int) -> int:
    print(f"communique: {' '.join(message.split())}", file=sys.stderr)
    return status


def forget_interrupt() -> None:
    """CPython remembers an interrupt that hit an `exec` (a dataclass being made) as not handled, and would end `python -m` by the signal.

    Another `exec` makes it forget.
    """
    exec("")


def reason_of(fault: OSError) -> str:
    """What the system refused, with the file it was about: `Permission denied: data/.lock`."""
    what = fault.strerror or type(fault).__name__
    return f"{what}: {fault.filename}" if fault.filename else str(fault) or what


def close_quietly() -> int:
    """The reader of a pipe went away (`communique docs | head`): no fault. Python must not try to flush again on exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def unexpected(fault: Exception) -> int:
    """A bug: one line for whoever runs the command, the traceback only for whoever asks for it."""
    if os.environ.get(TRACEBACK_VARIABLE):
        raise fault
    where = " ".join(getattr(fault, "__notes__", []))
    return complain(f"unexpected {type(fault).__name__}: {fault} {where} (set {TRACEBACK_VARIABLE}=1 to see where)", 70)
