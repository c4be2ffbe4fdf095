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
from pipelines.build import linked, made_of, require_all, unchanged
from pipelines.engine import Corpus
from pipelines.engine.cache import Cache
from pipelines.engine.source import LinkedCorpus
from pipelines.objects import deliver
from pipelines.orchestration.about import about
from pipelines.orchestration.checks import SPECS, broken, row_checks, stop_if_failed
from pipelines.orchestration.code_links import code_links
from pipelines.orchestration.counts import OF_TEXTS, Bounds, count_rows
from pipelines.orchestration.failures import data_faults_fail, passing_faults_retry
from pipelines.orchestration.insights import insights
from pipelines.orchestration.judged import Judged, Standing
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
    context: dg.AssetExecutionContext, folders: Folders, bounds: Bounds, codings: Corpus, links: LinkedCorpus | None
) -> Iterator[dg.AssetCheckResult | dg.MaterializeResult[Any]]:
    """Validate everything, say what was found, then write one release and lead `curated` to it. Where neither texts nor code changed, the
    release that stands is told of again."""
    data = folders.data_path()
    with passing_faults_retry(context), data_faults_fail():
        stands = unchanged(codings, data)
        try:
            judged = Standing(stands.path) if stands else prepared(codings, links)
        except ContractBroken as fault:
            yield from broken(fault)
            raise
        verdicts = judge(judged, data, bounds)
        yield from verdicts
        stop_if_failed(verdicts)
        published = write_noting(judged, codings, data) if isinstance(judged, Prepared) else stands
        if published:
            deliver(data, published.version)
    if published:
        context.log.info(account(published))
        yield from materializations(judged, published)


def prepared(corpus: Corpus, links: LinkedCorpus | None) -> Prepared:
    """The validated tables. What links the texts may be gone by now, and is then made anew. Raises ContractBroken."""
    source = links if links is not None and links.there else linked(corpus)
    try:
        tables = prepare(source, home=corpus.engine.cache)
        require_all(corpus, tables)
        return tables
    finally:
        source.discard()


def write_noting(prepared: Prepared, corpus: Corpus, data: Path) -> Published:
    """Publish, and remember what the release came of, so that a rerun without changes ends early."""
    published = write(prepared, data)
    Cache(corpus.engine.cache).note_release(made_of(corpus), published.version)
    return published


dataset = dg.multi_asset(
    name="dataset",
    specs=[table_spec(table) for table in TABLES],
    check_specs=SPECS,
    ins={name: dg.AssetIn(name) for name in ("codings", "links")},
    can_subset=False,
)(dataset_step)


def judge(judged: Judged, data: Path, bounds: Bounds) -> list[dg.AssetCheckResult]:
    """Every verdict on the tables, held against the release that is current."""
    read = [*cells(judged.columns("documents", "sha256")["sha256"]), *cells(judged.rejected["documents"]["sha256"])]
    ids = {table: cells(judged.columns(table, "document_id")["document_id"]) for table in OF_TEXTS}
    return [*row_checks(judged, bounds, count_rows(ids, read, current(data)))]


def account(published: Published) -> str:
    """One line for the log of the run."""
    counts = ", ".join(f"{rows:,} {table}" for table, rows in published.counts.items())
    return f"Release {published.version} {'written' if published.changed else 'is unchanged'}: {counts}; see {published.path}"


def materializations(judged: Judged, published: Published) -> Iterator[dg.MaterializeResult[Any]]:
    hashes = {table: about_file["sha256"] for table, about_file in read_manifest(published.path)["tables"].items()}
    for table in TABLES:
        yield materialization(table, judged, published, hashes[table])


def materialization(table: str, judged: Judged, published: Published, sha256: str) -> dg.MaterializeResult[Any]:
    file = published.path / f"{table}.parquet"
    return dg.MaterializeResult(
        asset_key=table,
        data_version=dg.DataVersion(sha256),
        metadata={
            "dagster/row_count": judged.rows[table],
            "dagster/size_bytes": file.stat().st_size,
            "dagster/column_lineage": column_lineage(table),
            "preview": preview(table, first_rows(file)),
            **insights(table, file, judged.rejected[table]),
            "sample": sample(first_rows(file)),
            "release": published.version,
            "changed": published.changed,
            "file": dg.MetadataValue.path(str(file)),
        },
    )
