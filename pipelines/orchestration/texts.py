"""The assets before the published tables: texts, their segments, what each text says, what links the texts.

What belongs here: one thin asset per layer, calling what `pipelines.build` calls. What does not: any rule.
Values between assets are pickled by Dagster's own IO manager below DAGSTER_HOME; nothing published depends on them.
"""
from collections import Counter
from typing import NamedTuple

import dagster as dg

from pipelines.build import blaming, require_texts
from pipelines.coding import code
from pipelines.ingest import list_files, read_folder
from pipelines.link import Linked, link
from pipelines.model.document import Document, RejectedFile, Segment
from pipelines.model.record import Coding
from pipelines.orchestration.failures import data_faults_fail
from pipelines.orchestration.fingerprint import fingerprint
from pipelines.orchestration.metadata import ROWS, markdown
from pipelines.orchestration.resources import Folders
from pipelines.segment import segment

OWNERS = ["team:communique"]


class Reading(NamedTuple):
    """Every file of the seeds folder, as one or the other."""

    documents: list[Document]
    rejected: list[RejectedFile]


class Items(NamedTuple):
    """The segments of every document, in the order of the documents."""

    of_document: list[tuple[Segment, ...]]


@dg.asset(group_name="sources", owners=OWNERS, kinds={"file"})
def seeds(folders: Folders) -> dg.MaterializeResult[None]:
    """The folder of texts as it was given. Its data version changes with its content, not when files are merely touched."""
    with data_faults_fail():
        folder = folders.seeds_path()
        version = fingerprint(folder)
    files = list_files(folder)
    return dg.MaterializeResult(
        data_version=dg.DataVersion(version),
        metadata={
            "folder": dg.MetadataValue.path(str(folder)),
            "files": len(files),
            "preview": markdown(("file",), [(file.relative_to(folder).as_posix(),) for file in files[:ROWS]]),
        },
    )


@dg.asset(deps=[seeds], group_name="texts", owners=OWNERS, kinds={"python", "text"})
def texts(folders: Folders) -> dg.MaterializeResult[Reading]:
    """Every file decoded, repaired and dated; a file that cannot be read is kept with its reasons."""
    folder = folders.seeds_path()
    with data_faults_fail():
        results = list(read_folder(folder))
        reading = Reading([r for r in results if isinstance(r, Document)], [r for r in results if isinstance(r, RejectedFile)])
        require_texts(folder, *reading)
    shown = [(d.file_name, d.title, d.published_on, d.n_chars) for d in reading.documents[:ROWS]]
    return dg.MaterializeResult(
        value=reading,
        metadata={
            "dagster/row_count": len(reading.documents),
            "rejected": len(reading.rejected),
            "preview": markdown(("file", "title", "published", "characters"), shown),
        },
    )


@dg.asset_check(asset=texts, description="No file of the seeds folder had to be rejected.")
def every_file_is_a_text(texts: Reading) -> dg.AssetCheckResult:
    """Warns where files were rejected; the run goes on, and they are in `rejected/documents` of the release."""
    return dg.AssetCheckResult(
        passed=not texts.rejected,
        severity=dg.AssetCheckSeverity.WARN,
        description=f"{len(texts.rejected)} of {len(texts.documents) + len(texts.rejected)} files rejected",
        metadata={"rejected": markdown(("file", "why"), [(f.file_name, "; ".join(f.reasons)) for f in texts.rejected])},
    )


@dg.asset(group_name="texts", owners=OWNERS, kinds={"python"})
def items(texts: Reading) -> dg.MaterializeResult[Items]:
    """Every text cut into its items, its background and its boilerplate, which together tile it."""
    cut = Items([segmented(document) for document in texts.documents])
    kinds = Counter(one.kind for own in cut.of_document for one in own)
    return dg.MaterializeResult(value=cut, metadata={"dagster/row_count": kinds.total(), **kinds})


@dg.asset(group_name="records", owners=OWNERS, kinds={"python"})
def codings(texts: Reading, items: Items) -> dg.MaterializeResult[list[Coding]]:
    """What each text says by the codebook: events, participants, agreements, each with its place in the text."""
    coded = [coding_of(document, own) for document, own in zip(texts.documents, items.of_document, strict=True)]
    types = Counter(event.event_type for coding in coded for event in coding.events)
    return dg.MaterializeResult(
        value=coded,
        metadata={
            "dagster/row_count": types.total(),
            "participants": sum(len(coding.participants) for coding in coded),
            "agreements": sum(len(coding.agreements) for coding in coded),
            "events_by_type": markdown(("type", "events"), types.most_common()),
        },
    )


@dg.asset(group_name="records", owners=OWNERS, kinds={"python"})
def links(texts: Reading, codings: list[Coding]) -> dg.MaterializeResult[Linked]:
    """What belongs together across texts: people and organizations, offices, occasions told twice, announcement and event."""
    linked = link(texts.documents, codings)
    return dg.MaterializeResult(value=linked, metadata={"entities": len(linked.entities), "tenures": len(linked.tenures)})


def segmented(document: Document) -> tuple[Segment, ...]:
    with blaming(document):
        return segment(document)


def coding_of(document: Document, own: tuple[Segment, ...]) -> Coding:
    with blaming(document):
        return code(document, own)
