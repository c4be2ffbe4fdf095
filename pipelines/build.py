"""From a folder of texts to a release, without Dagster: the layers called one after the other.

What belongs here: the order of the layers and the account of a run. What does not: how a layer works, what a person is shown
(`pipelines.cli`), and how Dagster runs the same functions (`pipelines.orchestration`).
"""
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Protocol

from pipelines.coding import code
from pipelines.ingest import list_files, read_folder
from pipelines.link import link
from pipelines.model.document import Document, RejectedFile, Segment
from pipelines.model.record import Coding
from pipelines.publish.facade import Prepared, Published, prepare, write
from pipelines.publish.records import Records
from pipelines.segment import segment


class Progress(Protocol):
    """Told of every step, and within a step of every file: how many are done, of how many, and which one it was."""

    def __call__(self, step: str, done: int = 0, total: int = 0, what: str = "") -> None: ...


class NothingToPublish(Exception):
    """The folder holds no file, or none that is a text. Nothing is written: an emptied folder must not empty the dataset."""


@dataclass(frozen=True)
class Summary:
    """The account of one run. `files` = documents + rejected files."""

    seeds: Path
    published: Published
    files: int
    rejected_files: tuple[RejectedFile, ...]
    segments: Mapping[str, int]
    """kind of segment -> how many"""
    rejected_rows: Mapping[str, Mapping[str, int]]
    """table -> reason -> how many rows, tables without rejected rows left out"""
    seconds: float
    example_id: str | None
    """an event to look at, None where there is none"""


def silent(step: str, done: int = 0, total: int = 0, what: str = "") -> None:
    """Tell nobody."""


def build(seeds: Path, data: Path, progress: Progress = silent) -> Summary:
    """Read the texts below `seeds`, make the records, publish them below `data`.

    Raises NotADirectoryError or NothingToPublish where there is nothing to read, ContractBroken where the tables are not what the
    contract says; the last release then stays as it is.
    """
    started = perf_counter()
    records = make_records(seeds, progress)
    progress("validate")
    prepared = prepare(records)
    progress("publish")
    published = write(prepared, data)
    return summarize(seeds, records, prepared, published, perf_counter() - started)


def make_records(seeds: Path, progress: Progress = silent) -> Records:
    """Every file of a folder read, segmented and coded, one at a time; then everything linked."""
    documents: list[Document] = []
    rejected: list[RejectedFile] = []
    segments: list[Segment] = []
    codings: list[Coding] = []
    total = len(list_files(seeds))
    for done, result in enumerate(read_folder(seeds), start=1):
        progress("read and code", done, total, result.file_name)
        if isinstance(result, RejectedFile):
            rejected.append(result)
            continue
        with blaming(result):
            own = segment(result)
            documents.append(result)
            segments.extend(own)
            codings.append(code(result, own))
    require_texts(seeds, documents, rejected)
    progress("link")
    return Records(documents, rejected, segments, codings, link(documents, codings))


@contextmanager
def blaming(document: Document) -> Iterator[None]:
    """Let whatever goes wrong with a document name its file: a bug in a rule shows in one text of thousands."""
    try:
        yield
    except Exception as fault:
        fault.add_note(f"in {document.file_name}")
        raise


def require_texts(seeds: Path, documents: Sequence[Document], rejected: Sequence[RejectedFile]) -> None:
    """Raise NothingToPublish where not a single file is a text."""
    if documents:
        return
    if not rejected:
        raise NothingToPublish(f"no files in {seeds}: put texts there first")
    first = rejected[0]
    which = f"the only file in {seeds} cannot" if len(rejected) == 1 else f"none of the {len(rejected)} files in {seeds} can"
    raise NothingToPublish(f"{which} be read as text; {first.file_name}: {'; '.join(first.reasons)}")


def summarize(seeds: Path, records: Records, prepared: Prepared, published: Published, seconds: float) -> Summary:
    return Summary(
        seeds=seeds,
        published=published,
        files=len(records.documents) + len(records.rejected_files),
        rejected_files=tuple(records.rejected_files),
        segments=Counter(one.kind for one in records.segments),
        rejected_rows=rejected_rows(prepared),
        seconds=seconds,
        example_id=next(iter(prepared.accepted["events"]["event_id"]), None),
    )


def rejected_rows(prepared: Prepared) -> dict[str, dict[str, int]]:
    """How many rows of each table broke which rule. Files that never became a document have no id and are accounted for by name."""
    rows = {**prepared.rejected, "documents": prepared.rejected["documents"].dropna(subset=["document_id"])}
    reasons = {table: Counter(reason for row in frame["reasons"] for reason in row) for table, frame in rows.items()}
    return {table: dict(sorted(counted.items())) for table, counted in reasons.items() if counted}
