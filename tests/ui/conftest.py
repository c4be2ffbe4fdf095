"""A Dagster of our own for the browser: started as `make ui` starts it, on the texts of `seeds/`, writing into a temporary folder."""
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from pipelines.orchestration.ui import HOST

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
SECONDS = 180  # that a busy machine may need to open Dagster or to run the job


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--images", help="folder for the pictures; without it they go to a temporary one")


@dataclass(frozen=True)
class Served:
    """A Dagster that answers, and how long that took. `data`: where its runs publish."""

    url: str
    seconds: float
    data: Path

    def graphql(self, query: str) -> Any:
        body = json.dumps({"query": query}).encode()
        request = urllib.request.Request(f"{self.url}/graphql", body, {"content-type": "application/json"})
        with urllib.request.urlopen(request) as answer:
            return json.load(answer)["data"]


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Served]]:
    """Starts Dagster, read-only on demand; all of them share one home, and end with the module."""
    folder = tmp_path_factory.mktemp("dagster")
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    surroundings = os.environ | {"COMMUNIQUE_SEEDS": str(folder / "seeds"), "COMMUNIQUE_DATA": str(folder / "data")}
    started: list[subprocess.Popen[bytes]] = []

    def serve(*options: str) -> Served:
        port = free_port()
        command = [sys.executable, "-m", "pipelines.orchestration.ui", "--home", str(folder / "home"), "--port", str(port), *options]
        began = time.monotonic()
        started.append(subprocess.Popen(command, cwd=ROOT, env=surroundings))
        wait_until_it_answers(f"http://{HOST}:{port}/server_info")
        return Served(f"http://{HOST}:{port}", time.monotonic() - began, folder / "data")

    yield serve
    for process in started:
        process.send_signal(signal.SIGINT)
    for process in started:
        process.wait(timeout=60)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
        return port


def wait_until_it_answers(url: str) -> None:
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        try:
            urllib.request.urlopen(url).close()
            return
        except OSError:
            time.sleep(0.1)
    pytest.fail(f"{url} did not answer within {SECONDS} seconds")


@pytest.fixture(scope="module")
def dagster(start: Callable[..., Served]) -> Served:
    served = start()
    print(f"\nDagster answered after {served.seconds:.1f} s")
    return served


@pytest.fixture(scope="module")
def browser() -> "Iterator[Browser]":
    if CHROMIUM is None:
        pytest.fail("no Chromium found: install chromium, or name one with CHROMIUM=/path/to/it")
    from playwright.sync_api import sync_playwright  # only where the browser tests run is it installed

    with sync_playwright() as playwright:
        # Without a sandbox of its own, since root in a container has none to give; it opens nothing but this machine's own pages.
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def images(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    chosen = request.config.getoption("--images")
    folder = Path(chosen) if chosen else tmp_path_factory.mktemp("images")
    folder.mkdir(parents=True, exist_ok=True)
    return folder
