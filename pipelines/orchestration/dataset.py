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
from pipelines.engine import Corpus
from pipelines.link import Linked
from pipelines.model.document import Document, RejectedFile
from pipelines.orchestration.about import about
from pipelines.orchestration.checks import SPECS, broken, row_checks, stop_if_failed
from pipelines.orchestration.code_links import code_links
from pipelines.orchestration.counts import Bounds, count_rows
from pipelines.orchestration.failures import data_faults_fail, passing_faults_retry
from pipelines.orchestration.insights import insights
from pipelines.orchestration.lineage import column_lineage, upstream_of
from pipelines.orchestration.metadata import column_schema, preview, sample
from pipelines.orchestration.resources import Folders
from pipelines.orchestration.texts import OWNERS
from pipelines.publish.cells import cells
from pipelines.publish.contract import ContractBroken
from pipelines.publish.facade import Prepared, Published, prepare, write
from pipelines.publish.records import Records
from pipelines.publish.release import current, read_manifest
from schemas.tables import TABLES

VALUES = ("codings", "links")
"""The assets whose values are handed over; the records of texts and items are part of what `codings` leads to."""
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
    context: dg.AssetExecutionContext, folders: Folders, bounds: Bounds, codings: Corpus, links: Linked
) -> Iterator[dg.AssetCheckResult | dg.MaterializeResult[Any]]:
    """Validate everything, say what was found, then write one release and lead `curated` to it."""
    with passing_faults_retry(context), data_faults_fail():
        try:
            prepared = prepare(records_of(codings, links))
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
    ins={name: dg.AssetIn(name) for name in VALUES},
    can_subset=False,
)(dataset_step)


def records_of(corpus: Corpus, links: Linked) -> Records:
    results = list(corpus)
    coded = [result for result in results if isinstance(result.read, Document)]
    return Records(
        documents=[result.read for result in coded if isinstance(result.read, Document)],
        rejected_files=[result.read for result in results if isinstance(result.read, RejectedFile)],
        segments=[segment for result in coded for segment in result.segments],
        codings=[result.coding for result in coded],
        links=links,
    )


def judge(prepared: Prepared, data: Path, bounds: Bounds) -> list[dg.AssetCheckResult]:
    """Every verdict on the tables, held against the release that is current."""
    files = [digest for frame in (prepared.accepted, prepared.rejected) for digest in cells(frame["documents"]["sha256"])]
    return [*row_checks(prepared, bounds, count_rows(prepared.accepted, files, current(data)))]


def account(published: Published) -> str:
    """One line for the log of the run."""
    counts = ", ".join(f"{rows:,} {table}" for table, rows in published.counts.items())
    return f"Release {published.version} {'written' if published.changed else 'is unchanged'}: {counts}; see {published.path}"


def materializations(prepared: Prepared, published: Published) -> Iterator[dg.MaterializeResult[Any]]:
    hashes = {table: about_file["sha256"] for table, about_file in read_manifest(published.path)["tables"].items()}
    for table in TABLES:
        yield materialization(table, prepared, published, hashes[table])


def materialization(table: str, prepared: Prepared, published: Published, sha256: str) -> dg.MaterializeResult[Any]:
    frame, file = prepared.accepted[table], published.path / f"{table}.parquet"
    return dg.MaterializeResult(
        asset_key=table,
        data_version=dg.DataVersion(sha256),
        metadata={
            "dagster/row_count": len(frame),
            "dagster/size_bytes": file.stat().st_size,
            "dagster/column_lineage": column_lineage(table),
            "preview": preview(table, frame),
            **insights(table, frame, prepared.rejected[table]),
            "sample": sample(frame),
            "release": published.version,
            "changed": published.changed,
            "file": dg.MetadataValue.path(str(file)),
        },
    )
