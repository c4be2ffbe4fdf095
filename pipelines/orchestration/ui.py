"""Opens Dagster's web interface on this machine alone: `python -m pipelines.orchestration.ui --home .dagster --port 3000`.

With `--read-only` nothing can be started, changed or deleted through it, so that it may be shown to others; schedules and sensors need
another one that is not. Both may be open on one home, on different ports.

What belongs here: a home for Dagster's own records (settings, run history), tidied before each start, and the start itself. What does
not: assets. Published data does not depend on anything in that home; it can be deleted at any time.
"""
import argparse
import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from filelock import FileLock, Timeout

HOST = "127.0.0.1"
SECONDS_TO_CLOSE = 10.0
DEFAULT_SETTINGS = Path(__file__).with_name("dagster.yaml")


def main() -> int:
    options = _parser().parse_args()
    home = Path(options.home).resolve()
    target = "ui-read-only" if options.read_only else "ui"
    if not port_is_free(options.port):
        return _complain(f"port {options.port} is taken: choose another one, as in make {target} PORT={options.port + 1}")
    prepare_home(home)
    return show(options.port) if options.read_only else serve(home, options.port)


def serve(home: Path, port: int) -> int:
    """Start the interface with the daemon, which runs schedules, sensors and the queue, and wait until it is closed."""
    try:
        with FileLock(home / ".ui.lock", timeout=0):
            close_dead_runs()
            print(f"Opening Dagster on http://{HOST}:{port} (Ctrl-C closes it) …", flush=True)
            # The supersession notice of `dagster dev` speaks to developers of Dagster projects, not to those who use this one.
            return run_until_closed([sys.executable, "-W", "ignore", "-m", "dagster", "dev", *listening(port), "--log-level", "warning"])
    except Timeout:
        return _complain(f"Dagster is already open on {home}: close it first")


def show(port: int) -> int:
    """Start the interface alone, which then refuses every change, and wait until it is closed."""
    print(f"Showing Dagster on http://{HOST}:{port}, read-only (Ctrl-C closes it) …", flush=True)
    return run_until_closed([sys.executable, "-m", "dagster_webserver", "--read-only", *listening(port), "--log-level", "warning"])


def listening(port: int) -> list[str]:
    return ["--host", HOST, "--port", str(port), "--module-name", "pipelines.definitions"]


def run_until_closed(command: Sequence[str]) -> int:
    """Run a command that closes processes of its own when told to stop: pass the word on, then wait for it."""
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell may start us in the background deaf to it, and so our children
    child = subprocess.Popen(command)
    signal.signal(signal.SIGTERM, lambda *_: child.terminate())
    try:
        return child.wait()
    except KeyboardInterrupt:
        return _wait_for_end(child)


def _wait_for_end(child: "subprocess.Popen[bytes]") -> int:
    """A terminal tells the child too, and a second word would cut its own tidying short; so it is repeated only if nothing happens."""
    try:
        return child.wait(timeout=SECONDS_TO_CLOSE)
    except subprocess.TimeoutExpired:
        child.terminate()
        return child.wait()


def prepare_home(home: Path) -> None:
    """Make `home` the folder of Dagster's own records, with our settings unless somebody has put others there."""
    home.mkdir(parents=True, exist_ok=True)
    if not (home / "dagster.yaml").exists():
        shutil.copyfile(DEFAULT_SETTINGS, home / "dagster.yaml")
    os.environ["DAGSTER_HOME"] = str(home)


def close_dead_runs() -> int:
    """Mark runs as failed that were under way when Dagster was last killed, or they would block the queue for ever. Returns how many.

    Called only while no interface is open on this home (see the lock in `main`), so nothing that is alive is marked.
    """
    import dagster as dg

    under_way = dg.RunsFilter(statuses=[dg.DagsterRunStatus.STARTING, dg.DagsterRunStatus.STARTED, dg.DagsterRunStatus.CANCELING])
    with dg.DagsterInstance.get() as instance:
        runs = instance.get_runs(under_way)
        for run in runs:
            instance.report_run_failed(run, "Dagster was closed or killed while this run was under way.")
    return len(runs)


def port_is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m pipelines.orchestration.ui", description="Open Dagster on this machine.")
    parser.add_argument("--home", default=".dagster", help="folder of Dagster's own records (default: .dagster)")
    parser.add_argument("--read-only", action="store_true", help="show everything, let nothing be started or changed")
    parser.add_argument("--port", type=int, default=3000, help="port on 127.0.0.1 (default: 3000)")
    return parser


def _complain(message: str) -> int:
    print(f"communique: {message}", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
