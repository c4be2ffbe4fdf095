"""The examples of deploy/: no container engine runs them here, so they are read as one would read them, and their commands are tried."""
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from dagster._core.instance.config import dagster_instance_config

ROOT = Path(__file__).resolve().parents[1]
DEPLOY = ROOT / "deploy"
COMPOSE: dict[str, Any] = yaml.safe_load((DEPLOY / "compose.yaml").read_text("utf-8"))
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
OURS = ("code", "webserver", "daemon")
PINNED = re.compile(r"^[a-z][a-z0-9./-]*:\d+\.\d+\.?\d*-[a-z0-9-]+$")
KNOWN = {
    "image", "build", "command", "environment", "volumes", "ports", "networks", "depends_on", "healthcheck", "restart",
    "cap_drop", "security_opt",
}


def instructions(dockerfile: str) -> list[tuple[str, str]]:
    """(INSTRUCTION, rest), continued lines joined, comments left out."""
    lines = [line for line in dockerfile.replace("\\\n", " ").splitlines() if line.strip() and not line.startswith("#")]
    return [(line.split(maxsplit=1)[0], line.split(maxsplit=1)[1]) for line in lines]


DOCKERFILE = instructions((DEPLOY / "Dockerfile").read_text("utf-8"))


def of(name: str) -> list[str]:
    return [rest for instruction, rest in DOCKERFILE if instruction == name]


def test_the_image_starts_from_a_pinned_one_and_fetches_nothing_unpinned() -> None:
    assert of("FROM") and all(PINNED.match(rest.split()[0]) for rest in of("FROM"))
    assert of("ADD") == [] and not [run for run in of("RUN") if re.search(r"curl|wget|apt-get|git clone", run)]
    installs = [run for run in of("RUN") if "pip install" in run]
    assert installs and all("--no-cache-dir" in run and ("--require-hashes" in run or "--no-deps" in run) for run in installs)


def test_every_file_the_image_copies_is_there_and_not_ignored() -> None:
    copied = [name for rest in of("COPY") if not rest.startswith("--from") for name in rest.split()[:-1]]
    sent = [line.removeprefix("!") for line in (DEPLOY / "Dockerfile.dockerignore").read_text().splitlines() if line.startswith("!")]
    assert copied and [name for name in copied if not (ROOT / name).exists()] == []
    assert [name for name in copied if not any(name == one or name.startswith(f"{one}/") for one in sent)] == []


def test_the_image_runs_as_nobody_in_particular() -> None:
    last = len(DOCKERFILE) - 1 - [instruction for instruction, _ in reversed(DOCKERFILE)].index("FROM")
    final = dict(DOCKERFILE[last:])
    assert final["USER"] not in ("root", "0")
    assert f"useradd --uid 10001 --user-group --no-create-home --shell /usr/sbin/nologin {final['USER']}" in final["RUN"]
    assert final["CMD"].startswith("["), "as a list, so that signals reach the process"


def test_services_use_what_is_declared() -> None:
    assert set(SERVICES) == {"database", *OURS} and set(COMPOSE) == {"name", "x-communique", "services", "networks", "volumes"}
    for name, service in SERVICES.items():
        assert set(service) <= KNOWN, name
        assert set(service["networks"]) <= set(COMPOSE["networks"])
        mounted = {volume.split(":")[0] for volume in service.get("volumes", ()) if not volume.startswith(("$", ".", "/"))}
        assert mounted <= set(COMPOSE["volumes"]) and set(service.get("depends_on", ())) <= set(SERVICES)
        assert all(SERVICES[other].get("healthcheck") for other in service.get("depends_on", ()))


def test_only_the_web_server_can_be_reached_and_only_from_this_host() -> None:
    ports = {name: service["ports"] for name, service in SERVICES.items() if "ports" in service}
    assert ports == {"webserver": ["127.0.0.1:${PORT:-3000}:3000"]}
    assert COMPOSE["networks"]["inside"] == {"internal": True}
    assert [name for name, service in SERVICES.items() if "outside" in service["networks"]] == ["webserver"]


def test_no_secret_is_written_down_and_images_are_pinned() -> None:
    passwords = {value for service in SERVICES.values() for key, value in service["environment"].items() if key.endswith("PASSWORD")}
    assert passwords and all(value.startswith("${DAGSTER_POSTGRES_PASSWORD:?") for value in passwords)
    assert PINNED.match(SERVICES["database"]["image"]) and {SERVICES[name]["image"] for name in OURS} == {"communique"}


def test_every_variable_of_the_example_is_used_and_every_used_one_is_explained() -> None:
    explained = set(re.findall(r"^([A-Z_]+)=", (DEPLOY / "env.example").read_text(), re.MULTILINE))
    assert explained == set(re.findall(r"\$\{([A-Z_]+)", (DEPLOY / "compose.yaml").read_text()))


def test_dagster_finds_its_code_and_its_settings() -> None:
    (server,) = yaml.safe_load((DEPLOY / "workspace.yaml").read_text())["load_from"]
    command = shlex.split(" ".join(re.findall(r'"([^"]+)"', of("CMD")[0])))
    assert server["grpc_server"]["host"] in SERVICES and str(server["grpc_server"]["port"]) == command[command.index("--port") + 1]
    settings, _ = dagster_instance_config(str(DEPLOY))
    assert settings["telemetry"] == {"enabled": False} and settings["storage"]["postgres"]


def test_both_settings_of_dagster_say_the_same_but_for_where_things_are_kept() -> None:
    here = yaml.safe_load((ROOT / "pipelines/orchestration/dagster.yaml").read_text())
    there = yaml.safe_load((DEPLOY / "dagster.yaml").read_text())
    kept = ("storage", "local_artifact_storage", "compute_logs")
    there["run_monitoring"].pop("start_timeout_seconds")
    assert {name: value for name, value in there.items() if name not in kept} == here


@pytest.mark.parametrize("service", OURS)
def test_every_option_of_a_command_exists(service: str) -> None:
    command = SERVICES[service].get("command") or re.findall(r'"([^"]+)"', of("CMD")[0])
    words = [word for word in command if not word.startswith("-")]
    script, words = words[0], [word for word in words[1:] if word in ("code-server", "start", "run")]
    done = subprocess.run([str(Path(sys.executable).parent / script), *words, "--help"], capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert [option for option in command if option.startswith("--") and option not in done.stdout] == []
