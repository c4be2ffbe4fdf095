"""The published tables: one asset per table, made by one step, because a release is all of them or none.

What belongs here: validate, report, write, in this order. What does not: what a valid row is (`schemas`, `pipelines.publish`).
"""
from collections import Counter
from collections.abc import Iterator
from typing import Any

import dagster as dg
import pandas as pd

from pipelines.link import Linked
from pipelines.model.record import Coding
from pipelines.orchestration.failures import data_faults_fail
from pipelines.orchestration.metadata import about, column_schema, markdown, preview
from pipelines.orchestration.resources import Folders
from pipelines.orchestration.texts import OWNERS, Items, Reading
from pipelines.publish.facade import Published, prepare, write
from pipelines.publish.records import Records
from pipelines.publish.release import read_manifest
from schemas.tables import TABLES

UPSTREAM = ("texts", "items", "codings", "links")
CONTRACT = "contract"


def table_spec(table: str) -> dg.AssetSpec:
    return dg.AssetSpec(
        table,
        deps=UPSTREAM,
        description=about(table),
        group_name="dataset",
        owners=OWNERS,
        kinds={"parquet", "pandera"},
        metadata={"dagster/column_schema": column_schema(table)},
    )


def contract_spec(table: str) -> dg.AssetCheckSpec:
    return dg.AssetCheckSpec(CONTRACT, asset=table, description="Every row keeps the schema, its references, its evidence.")


@dg.multi_asset(
    name="dataset",
    specs=[table_spec(table) for table in TABLES],
    check_specs=[contract_spec(table) for table in TABLES],
    ins={name: dg.AssetIn(name) for name in UPSTREAM},
    can_subset=False,
)
def dataset(
    context: dg.AssetExecutionContext, folders: Folders, texts: Reading, items: Items, codings: list[Coding], links: Linked
) -> Iterator[dg.AssetCheckResult | dg.MaterializeResult[Any]]:
    """Validate everything, say what was found, then write one release and lead `curated` to it."""
    segments = [one for own in items.of_document for one in own]
    with data_faults_fail():
        prepared = prepare(Records(texts.documents, texts.rejected, segments, codings, links))
    yield from (contract_result(table, prepared.rejected[table]) for table in TABLES)
    with data_faults_fail():
        published = write(prepared, folders.data_path())
    context.log.info(account(published))
    hashes = {table: about_file["sha256"] for table, about_file in read_manifest(published.path)["tables"].items()}
    yield from (materialization(table, prepared.accepted[table], published, hashes[table]) for table in TABLES)


def contract_result(table: str, rejected: pd.DataFrame) -> dg.AssetCheckResult:
    """Warns where rows were rejected: the rest is published, they are in `rejected/<table>` with their reasons."""
    reasons = Counter(reason for row in rejected["reasons"] for reason in row)
    return dg.AssetCheckResult(
        passed=rejected.empty,
        check_name=CONTRACT,
        asset_key=table,
        severity=dg.AssetCheckSeverity.WARN,
        description=f"{len(rejected)} rows rejected" if len(rejected) else "every row is accepted",
        metadata={"rejected": len(rejected), "reasons": markdown(("reason", "rows"), sorted(reasons.items()))},
    )


def account(published: Published) -> str:
    """One line for the log of the run."""
    counts = ", ".join(f"{rows:,} {table}" for table, rows in published.counts.items())
    return f"Release {published.version} {'written' if published.changed else 'is unchanged'}: {counts}; see {published.path}"


def materialization(table: str, frame: pd.DataFrame, published: Published, sha256: str) -> dg.MaterializeResult[Any]:
    return dg.MaterializeResult(
        asset_key=table,
        data_version=dg.DataVersion(sha256),
        metadata={
            "dagster/row_count": len(frame),
            "release": published.version,
            "changed": published.changed,
            "file": dg.MetadataValue.path(str(published.path / f"{table}.parquet")),
            "preview": preview(table, frame),
        },
    )
