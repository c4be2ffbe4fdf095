"""The release as a whole: what is published now, how it differs from the one before, and whether it still stands.

What belongs here: an asset that reads what publishing wrote, and checks that can be run at any time, without a run of the dataset. What
does not: publishing (`dataset`), and how releases are compared or checked (`pipelines.publish`).
"""
import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from hashlib import file_digest
from pathlib import Path
from typing import Any

import dagster as dg

import pipelines.publish.check
import pipelines.publish.diff
from pipelines.ingest import list_files
from pipelines.orchestration.about import about
from pipelines.orchestration.code_links import code_links
from pipelines.orchestration.failures import passing_faults_retry
from pipelines.orchestration.insights import insights
from pipelines.orchestration.metadata import bars, inline, markdown
from pipelines.orchestration.resources import Folders
from pipelines.orchestration.texts import OWNERS
from pipelines.publish.check import check_release
from pipelines.publish.release import DIFF, ReleaseError, current_release, read_manifest, read_sources
from schemas.tables import TABLES

SHOWN = 50  # problems that a check lists


@dg.asset(
    deps=list(TABLES),
    description=about("release"),
    group_name="release",
    owners=OWNERS,
    kinds={"json"},
    metadata=code_links(pipelines.publish.release, pipelines.publish.diff, pipelines.publish.check),
)
def release(context: dg.AssetExecutionContext, folders: Folders) -> dg.MaterializeResult[None]:
    with passing_faults_retry(context):
        folder = current_release(folders.data_path())
        manifest = read_manifest(folder)
    return dg.MaterializeResult(data_version=dg.DataVersion(manifest["version"]), metadata=told_of(manifest, folder))


def changes(folder: Path) -> dict[str, Any]:
    """What the release changed against the one before it, as `diff.json` beside it says."""
    try:
        told = json.loads((folder / DIFF).read_text("utf-8"))
        rows = [(table, one["added"], one["removed"], one["changed"]) for table, one in told["tables"].items()]
    except (OSError, ValueError, KeyError):
        return {}
    return {"changes": inline(("table", "added", "removed", "changed"), rows)}


def at_a_glance(folder: Path) -> dict[str, Any]:
    """The dataset on one page: its events, which everything else belongs to."""
    return {name: told for name, told in insights("events", folder / "events.parquet").items() if name != "undated_share"}


def told_of(manifest: Mapping[str, Any], folder: Path) -> dict[str, Any]:
    """What the manifest says, for the page of the asset."""
    rejected = {table: about_table["rows"] for table, about_table in manifest["rejected"].items()}
    reasons = {reason: n for about_table in manifest["rejected"].values() for reason, n in about_table["reasons"].items()}
    return {
        **at_a_glance(folder),
        **changes(folder),
        "release": manifest["version"],
        "previous": manifest["previous"] or "none",
        "tables": inline(("table", "rows", "rejected"), [(t, told["rows"], rejected[t]) for t, told in manifest["tables"].items()]),
        **({"rejected_by_reason": bars("reason", reasons)} if reasons else {}),
        "files_read": manifest["tables"]["documents"]["rows"] + rejected["documents"],
        "files_rejected": rejected["documents"],
        "code_version": manifest["code_version"],
        "schema_version": manifest["schema_version"],
        "folder": dg.MetadataValue.path(str(folder)),
    }


@dg.asset_check(
    asset=release,
    description="The files on disk are those the manifest names, and every row still keeps the contract: what `communique check` says.",
)
def is_intact(folders: Folders) -> dg.AssetCheckResult:
    problems = on_release(folders, lambda folder: check_release(folder))
    return verdict(problems, "every file and every row is as it was published", dg.AssetCheckSeverity.ERROR)


@dg.asset_check(
    asset=release,
    description="The release was made from the texts that are in the folder now. If not: materialize all.",
)
def holds_the_seeds(folders: Folders) -> dg.AssetCheckResult:
    problems = on_release(folders, lambda folder: list(outdated(read_sources(folder), folders.seeds_path())))
    return verdict(problems, "the release holds the folder as it is", dg.AssetCheckSeverity.WARN)


def on_release(folders: Folders, look: "Any") -> list[str]:
    """What a look at the current release finds wrong; that there is none is wrong too."""
    try:
        found: list[str] = look(current_release(folders.data_path()))
    except (ReleaseError, OSError) as fault:
        return [str(fault)]
    return found


def outdated(sources: Iterable[Mapping[str, Any]], seeds: Path) -> Iterator[str]:
    """How the folder differs from what the release was made of, one sentence each.

    Of an archive or a file of rows the release knows the inputs (`pages.zip!/a.html`), not the file: whether it is there can be told,
    whether it changed cannot.
    """
    before = {source["file_name"]: source["sha256"] for source in sources}
    now = {path.relative_to(seeds).as_posix(): path for path in list_files(seeds)} if seeds.is_dir() else {}
    files = {file_of(name, now.keys()) for name in before}
    yield from (f"{name} was added" for name in sorted(now.keys() - files))
    yield from (f"{name} was removed" for name in sorted(files - now.keys()))
    # A file that could not be read then has no hash, and need not have one now; one in a .gz has that of what is in it.
    whole = [name for name in sorted(now.keys() & before.keys()) if before[name] and not name.endswith(".gz")]
    yield from (f"{name} was changed" for name in whole if sha256_of(now[name]) != before[name])


def file_of(name: str, files: Collection[str]) -> str:
    """The file that an input is from: itself, or what stands before its place in an archive or among rows."""
    if name in files:
        return name
    return name.partition("!/")[0] if "!/" in name else name.rpartition("#")[0] or name


def sha256_of(path: Path) -> str | None:
    try:
        with path.open("rb") as stream:
            return file_digest(stream, "sha256").hexdigest()
    except OSError:
        return None


def verdict(problems: list[str], good: str, severity: dg.AssetCheckSeverity) -> dg.AssetCheckResult:
    told = problems[0] + (f", and {len(problems) - 1} more" if len(problems) > 1 else "") if problems else good
    listed = {"found": markdown(("what",), [(one,) for one in problems[:SHOWN]])} if problems else {}
    return dg.AssetCheckResult(passed=not problems, severity=severity, description=told, metadata={"problems": len(problems), **listed})
