"""The assets before the published tables: the folder, its texts, their items, what each text says, what links the texts.

What belongs here: thin assets over what `pipelines.build` calls. What does not: any rule, and what is shown of the records (`census`).
`texts`, `items` and `codings` are one step, since the engine reads, cuts and codes a file in one go and keeps what it yields. What is
passed on is the `Corpus`, a list of names and keys; the records are read from the engine's cache when they are asked for.
"""
from collections import Counter
from collections.abc import Iterator
from pathlib import PurePath
from typing import Any

import dagster as dg

import pipelines.coding.frames
import pipelines.ingest.document
import pipelines.ingest.folder
import pipelines.link.occasions
import pipelines.link.people
from pipelines.build import linked, require_texts, unchanged
from pipelines.coding import code
from pipelines.engine import Corpus, work_through
from pipelines.engine.source import LinkedCorpus
from pipelines.ingest import list_files
from pipelines.link import link_world
from pipelines.orchestration.about import about
from pipelines.orchestration.census import SHOWN, Census, take_census
from pipelines.orchestration.code_links import code_links
from pipelines.orchestration.failures import data_faults_fail, passing_faults_retry
from pipelines.orchestration.fingerprint import fingerprint
from pipelines.orchestration.lineage import links_schema, record_schema
from pipelines.orchestration.metadata import bars, inline
from pipelines.orchestration.progress import logging_progress
from pipelines.orchestration.resources import EngineChoice, Folders
from pipelines.segment import segment

OWNERS = ["team:communique"]
READABLE = "every_file_is_a_text"


@dg.asset(
    description=about("seeds"), group_name="sources", owners=OWNERS, kinds={"file"},
    metadata=code_links(list_files, fingerprint),
)
def seeds(context: dg.AssetExecutionContext, folders: Folders) -> dg.MaterializeResult[None]:
    with passing_faults_retry(context), data_faults_fail():
        folder = folders.seeds_path()
        version = fingerprint(folder)
        files = [(file.relative_to(folder).as_posix(), file.stat().st_size if file.is_file() else None) for file in list_files(folder)]
    kinds = Counter(PurePath(name).suffix or "none" for name, _ in files)
    return dg.MaterializeResult(
        data_version=dg.DataVersion(version),
        metadata={
            "files": len(files),
            "dagster/size_bytes": sum(size or 0 for _, size in files),
            "files_by_ending": bars("ending", dict(kinds.most_common())),
            "preview": inline(("file", "bytes"), files[:SHOWN]),
            "folder": dg.MetadataValue.path(str(folder)),
        },
    )


def _out(asset: str, kind: Any, *code_of: Any) -> dg.AssetOut:
    """An output whose value is of this kind; `dg.Nothing` for those that nobody asks for."""
    return dg.AssetOut(
        description=about(asset),
        group_name="records" if asset == "codings" else "texts",
        owners=OWNERS,
        kinds={"python"},
        dagster_type=kind,
        metadata={"dagster/column_schema": record_schema(asset), **code_links(*code_of)},
    )


@dg.multi_asset(
    name="reading",
    deps=[seeds],
    outs={
        "texts": _out("texts", dg.Nothing, pipelines.ingest.folder, pipelines.ingest.document),
        "items": _out("items", dg.Nothing, segment),
        "codings": _out("codings", Corpus, code, pipelines.coding.frames, work_through),
    },
    internal_asset_deps={
        "texts": {dg.AssetKey("seeds")}, "items": {dg.AssetKey("texts")}, "codings": {dg.AssetKey("texts"), dg.AssetKey("items")},
    },
    check_specs=[dg.AssetCheckSpec(READABLE, asset="texts", description="No file of the seeds folder had to be rejected.")],
    can_subset=False,
)
def reading(
    context: dg.AssetExecutionContext, folders: Folders, engine: EngineChoice
) -> Iterator[dg.MaterializeResult[Any] | dg.AssetCheckResult]:
    """Work every file that is new or changed, take the others from the cache, and tell what all of them hold."""
    with passing_faults_retry(context), data_faults_fail():
        corpus = work_through(folders.seeds_path(), engine.engine(folders.data_path()), logging_progress(context.log))
        told = take_census(corpus)
        require_texts(corpus.folder, len(told.documents), told.rejected)
    context.log.info(f"{corpus.worked:,} files coded, {corpus.reused:,} taken from the cache")
    yield dg.MaterializeResult(asset_key="texts", metadata=told.of_texts())
    yield every_file_is_a_text(told)
    yield dg.MaterializeResult(asset_key="items", metadata=told.of_items())
    work: dict[str, Any] = {"coded": corpus.worked, "from_cache": corpus.reused, "engine": corpus.engine.target}
    yield dg.MaterializeResult(asset_key="codings", value=corpus, metadata={**work, **told.of_codings()})


def every_file_is_a_text(told: Census) -> dg.AssetCheckResult:
    """Warns where files were rejected; the run goes on, and they are in `rejected/documents` of the release."""
    return dg.AssetCheckResult(
        passed=not told.rejected,
        asset_key="texts",
        check_name=READABLE,
        severity=dg.AssetCheckSeverity.WARN,
        description=f"{len(told.rejected)} of {told.files} files rejected",
        metadata={"rejected": len(told.rejected), **told.rejected_files()},
    )


@dg.asset(
    description=about("links"), group_name="records", owners=OWNERS, kinds={"python"}, deps=["texts"],
    metadata={"dagster/column_schema": links_schema(), **code_links(link_world, pipelines.link.people, pipelines.link.occasions)},
)
def links(context: dg.AssetExecutionContext, folders: Folders, codings: Corpus) -> dg.MaterializeResult[LinkedCorpus | None]:
    with passing_faults_retry(context), data_faults_fail():
        stands = unchanged(codings, folders.data_path())
    if stands:
        context.log.info(f"Neither texts nor code changed since release {stands.version}: nothing is linked again")
        rows = {table: stands.counts[table] for table in ("entities", "tenures")}
        return dg.MaterializeResult(value=None, metadata={**rows, "linked_again": False})
    with data_faults_fail():
        source = linked(codings)
    return dg.MaterializeResult(value=source, metadata=of_links(source))


def of_links(source: LinkedCorpus) -> dict[str, Any]:
    found = source.counts()
    return {
        "entities": found.entities,
        "tenures": found.tenures,
        "linked_again": True,
        "announcements_found": found.announcements,
        "occasions_by_reports": bars("told so often", {str(times): n for times, n in found.occasions.items()}),
    }
