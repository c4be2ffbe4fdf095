"""The assets before the published tables: texts, their segments, what each text says, what links the texts.

What belongs here: one thin asset per layer, calling what `pipelines.build` calls. What does not: any rule.
Values between assets are pickled by Dagster's own IO manager below DAGSTER_HOME; nothing published depends on them.
"""
from collections import Counter
from pathlib import PurePath
from typing import NamedTuple

import dagster as dg

import pipelines.coding.frames
import pipelines.ingest.document
import pipelines.ingest.folder
import pipelines.link.occasions
import pipelines.link.people
from pipelines.build import blaming, require_texts
from pipelines.coding import code
from pipelines.ingest import list_files, read_folder
from pipelines.link import Linked, link
from pipelines.model.document import Document, RejectedFile, Segment
from pipelines.model.record import Coding
from pipelines.orchestration.about import about
from pipelines.orchestration.code_links import code_links
from pipelines.orchestration.failures import data_faults_fail, passing_faults_retry
from pipelines.orchestration.fingerprint import fingerprint
from pipelines.orchestration.lineage import links_schema, record_schema
from pipelines.orchestration.metadata import bars, inline, markdown
from pipelines.orchestration.resources import Folders
from pipelines.segment import segment

OWNERS = ["team:communique"]
SHOWN = 6  # rows of a preview
LISTED = 200  # rejected files that the check lists


class Reading(NamedTuple):
    """Every file of the seeds folder, as one or the other."""

    documents: list[Document]
    rejected: list[RejectedFile]


class Items(NamedTuple):
    """The segments of every document, in the order of the documents."""

    of_document: list[tuple[Segment, ...]]


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


@dg.asset(
    deps=[seeds], description=about("texts"), group_name="texts", owners=OWNERS, kinds={"python"},
    metadata={"dagster/column_schema": record_schema("texts"), **code_links(pipelines.ingest.folder, pipelines.ingest.document)},
)
def texts(context: dg.AssetExecutionContext, folders: Folders) -> dg.MaterializeResult[Reading]:
    with passing_faults_retry(context), data_faults_fail():
        folder = folders.seeds_path()
        results = list(read_folder(folder))
        reading = Reading([r for r in results if isinstance(r, Document)], [r for r in results if isinstance(r, RejectedFile)])
        require_texts(folder, *reading)
    shown = [(d.file_name, d.published_on, d.n_chars, d.title) for d in reading.documents[:SHOWN]]
    reasons = Counter(reason for file in reading.rejected for reason in file.reasons)
    return dg.MaterializeResult(
        value=reading,
        metadata={
            "dagster/row_count": len(reading.documents),
            "rejected": len(reading.rejected),
            "characters": sum(document.n_chars for document in reading.documents),
            "preview": inline(("file", "published", "characters", "title"), shown),
            **({"rejected_by_reason": bars("reason", dict(reasons.most_common()))} if reasons else {}),
        },
    )


@dg.asset_check(asset=texts, description="No file of the seeds folder had to be rejected.")
def every_file_is_a_text(texts: Reading) -> dg.AssetCheckResult:
    """Warns where files were rejected; the run goes on, and they are in `rejected/documents` of the release."""
    listed = {"rejected_files": markdown(("file", "why"), [(f.file_name, "; ".join(f.reasons)) for f in texts.rejected[:LISTED]])}
    return dg.AssetCheckResult(
        passed=not texts.rejected,
        severity=dg.AssetCheckSeverity.WARN,
        description=f"{len(texts.rejected)} of {len(texts.documents) + len(texts.rejected)} files rejected",
        metadata={"rejected": len(texts.rejected), **(listed if texts.rejected else {})},
    )


@dg.asset(
    description=about("items"), group_name="texts", owners=OWNERS, kinds={"python"},
    metadata={"dagster/column_schema": record_schema("items"), **code_links(segment)},
)
def items(texts: Reading) -> dg.MaterializeResult[Items]:
    cut = Items([segmented(document) for document in texts.documents])
    kinds = Counter(one.kind for own in cut.of_document for one in own)
    return dg.MaterializeResult(
        value=cut, metadata={"dagster/row_count": kinds.total(), **kinds, "segments_by_kind": bars("kind", dict(kinds.most_common()))}
    )


@dg.asset(
    description=about("codings"), group_name="records", owners=OWNERS, kinds={"python"},
    metadata={"dagster/column_schema": record_schema("codings"), **code_links(code, pipelines.coding.frames)},
)
def codings(texts: Reading, items: Items) -> dg.MaterializeResult[list[Coding]]:
    coded = [coding_of(document, own) for document, own in zip(texts.documents, items.of_document, strict=True)]
    types = Counter(event.event_type for coding in coded for event in coding.events)
    rules = Counter(event.rule for coding in coded for event in coding.events)
    silent = sum(not coding.events for coding in coded)
    return dg.MaterializeResult(
        value=coded,
        metadata={
            "dagster/row_count": types.total(),
            "participants": sum(len(coding.participants) for coding in coded),
            "agreements": sum(len(coding.agreements) for coding in coded),
            "texts_without_events": silent,
            "events_by_type": bars("type", dict(types.most_common())),
            "events_by_rule": bars("rule", dict(rules.most_common())),
        },
    )


@dg.asset(
    description=about("links"), group_name="records", owners=OWNERS, kinds={"python"},
    metadata={"dagster/column_schema": links_schema(), **code_links(link, pipelines.link.people, pipelines.link.occasions)},
)
def links(texts: Reading, codings: list[Coding]) -> dg.MaterializeResult[Linked]:
    linked = link(texts.documents, codings)
    reports = Counter(Counter(linked.occasion_of.values()).values())
    return dg.MaterializeResult(
        value=linked,
        metadata={
            "entities": len(linked.entities),
            "tenures": len(linked.tenures),
            "announcements_found": len(linked.preceded_by),
            "occasions_by_reports": bars("told so often", {str(times): n for times, n in sorted(reports.items())}),
        },
    )


def segmented(document: Document) -> tuple[Segment, ...]:
    with blaming(document):
        return segment(document)


def coding_of(document: Document, own: tuple[Segment, ...]) -> Coding:
    with blaming(document):
        return code(document, own)
