"""The published tables: one asset per table, made by one step, because a release is all of them or none.

What belongs here: validate, report, write, in this order. What does not: what a valid row is (`schemas`, `pipelines.publish`), and which
checks there are (`checks`).
"""
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import dagster as dg

import pipelines.publish.validate
from pipelines.engine.source import LinkedCorpus
from pipelines.orchestration.about import about
from pipelines.orchestration.checks import SPECS, broken, row_checks, stop_if_failed
from pipelines.orchestration.code_links import code_links
from pipelines.orchestration.counts import OF_TEXTS, Bounds, count_rows
from pipelines.orchestration.failures import data_faults_fail, passing_faults_retry
from pipelines.orchestration.insights import insights
from pipelines.orchestration.lineage import column_lineage, upstream_of
from pipelines.orchestration.metadata import column_schema, first_rows, preview, sample
from pipelines.orchestration.resources import Folders
from pipelines.orchestration.texts import OWNERS
from pipelines.publish.cells import cells
from pipelines.publish.contract import ContractBroken
from pipelines.publish.facade import Prepared, Published, prepare, write
from pipelines.publish.release import current, read_manifest
from schemas.tables import TABLES

FRESH = dg.FreshnessPolicy.time_window(warn_window=timedelta(hours=36), fail_window=timedelta(days=8))
"""A day and a half: the daily run failed once. Eight days: nobody has looked for a week."""


def table_spec(table: str) -> dg.AssetSpec:
    return dg.AssetSpec(
        table,
        deps=upstream_of(table),
        description=about(table),
        group_name="dataset",
        owners=OWNERS,
        kinds={"parquet", "pandera"},
        freshness_policy=FRESH,
        metadata={
            "dagster/column_schema": column_schema(table),
            **code_links(TABLES[table].model, dataset_step, pipelines.publish.validate),
        },
    )


def dataset_step(
    context: dg.AssetExecutionContext, folders: Folders, bounds: Bounds, links: LinkedCorpus
) -> Iterator[dg.AssetCheckResult | dg.MaterializeResult[Any]]:
    """Validate everything, say what was found, then write one release and lead `curated` to it."""
    with passing_faults_retry(context), data_faults_fail():
        try:
            prepared = prepare(links, home=links.corpus.engine.cache)
        except ContractBroken as fault:
            yield from broken(fault)
            raise
        verdicts = judge(prepared, folders.data_path(), bounds)
        yield from verdicts
        stop_if_failed(verdicts)
        published = write(prepared, folders.data_path())
    context.log.info(account(published))
    yield from materializations(prepared, published)


dataset = dg.multi_asset(
    name="dataset",
    specs=[table_spec(table) for table in TABLES],
    check_specs=SPECS,
    ins={"links": dg.AssetIn("links")},
    can_subset=False,
)(dataset_step)


def judge(prepared: Prepared, data: Path, bounds: Bounds) -> list[dg.AssetCheckResult]:
    """Every verdict on the tables, held against the release that is current."""
    read = [*cells(prepared.columns("documents", "sha256")["sha256"]), *cells(prepared.rejected["documents"]["sha256"])]
    ids = {table: cells(prepared.columns(table, "document_id")["document_id"]) for table in OF_TEXTS}
    return [*row_checks(prepared, bounds, count_rows(ids, read, current(data)))]


def account(published: Published) -> str:
    """One line for the log of the run."""
    counts = ", ".join(f"{rows:,} {table}" for table, rows in published.counts.items())
    return f"Release {published.version} {'written' if published.changed else 'is unchanged'}: {counts}; see {published.path}"


def materializations(prepared: Prepared, published: Published) -> Iterator[dg.MaterializeResult[Any]]:
    hashes = {table: about_file["sha256"] for table, about_file in read_manifest(published.path)["tables"].items()}
    for table in TABLES:
        yield materialization(table, prepared, published, hashes[table])


def materialization(table: str, prepared: Prepared, published: Published, sha256: str) -> dg.MaterializeResult[Any]:
    file = published.path / f"{table}.parquet"
    return dg.MaterializeResult(
        asset_key=table,
        data_version=dg.DataVersion(sha256),
        metadata={
            "dagster/row_count": prepared.rows[table],
            "dagster/size_bytes": file.stat().st_size,
            "dagster/column_lineage": column_lineage(table),
            "preview": preview(table, first_rows(file)),
            **insights(table, file, prepared.rejected[table]),
            "sample": sample(first_rows(file)),
            "release": published.version,
            "changed": published.changed,
            "file": dg.MetadataValue.path(str(file)),
        },
    )
