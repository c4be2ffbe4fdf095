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

from pipelines.engine import Corpus, Engine, work_through
from pipelines.engine.corpus import Progress, silent
from pipelines.engine.source import LinkedCorpus, gather
from pipelines.link import link
from pipelines.model.document import Document, RejectedFile
from pipelines.publish.facade import Prepared, Published, prepare, write

CACHE = ".cache"
"""Folder below the data folder where the cache lies if nobody says otherwise."""


class NothingToPublish(Exception):
    """The folder holds no file, or none that is a text. Nothing is written: an emptied folder must not empty the dataset."""


@dataclass(frozen=True)
class Summary:
    """The account of one run. `files` = documents + rejected files."""

    seeds: Path
    published: Published
    files: int
    worked: int
    """files that were read and coded in this run"""
    reused: int
    """files whose records came from the cache; what is neither could not be opened"""
    rejected_files: tuple[RejectedFile, ...]
    segments: Mapping[str, int]
    """kind of segment -> how many"""
    rejected_rows: Mapping[str, Mapping[str, int]]
    """table -> reason -> how many rows, tables without rejected rows left out"""
    seconds: float
    example_id: str | None
    """an event to look at, None where there is none"""


def build(seeds: Path, data: Path, progress: Progress = silent, engine: Engine | None = None) -> Summary:
    """Read the texts below `seeds`, make the records, publish them below `data`. Without `engine`, the cache lies below `data`.

    Raises NotADirectoryError or NothingToPublish where there is nothing to read, ContractBroken where the tables are not what the
    contract says; the last release then stays as it is.
    """
    started = perf_counter()
    data.mkdir(parents=True, exist_ok=True)
    corpus = work_through(seeds, engine or Engine(data / CACHE), progress)
    source = linked(corpus, progress)
    progress("validate")
    prepared = prepare(source, home=corpus.engine.cache)
    progress("publish")
    published = write(prepared, data)
    return summarize(corpus, source.rejected_files, prepared, published, perf_counter() - started)


def linked(corpus: Corpus, progress: Progress = silent) -> LinkedCorpus:
    """The corpus with everything linked, ready to be published. Raises NothingToPublish where not a single file is a text."""
    gathered = gather(corpus)
    require_texts(corpus.folder, gathered.documents, gathered.rejected)
    progress("link")
    return LinkedCorpus(corpus, gathered.places, gathered.rejected, link(gathered.documents, gathered.codings))


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


def summarize(
    corpus: Corpus, rejected_files: Sequence[RejectedFile], prepared: Prepared, published: Published, seconds: float
) -> Summary:
    return Summary(
        seeds=corpus.folder,
        published=published,
        files=corpus.files,
        worked=corpus.worked,
        reused=corpus.reused,
        rejected_files=tuple(rejected_files),
        segments=prepared.segments,
        rejected_rows=rejected_rows(prepared),
        seconds=seconds,
        example_id=prepared.first("events", "event_id"),
    )


def rejected_rows(prepared: Prepared) -> dict[str, dict[str, int]]:
    """How many rows of each table broke which rule. Files that never became a document have no id and are accounted for by name."""
    rows = {**prepared.rejected, "documents": prepared.rejected["documents"].dropna(subset=["document_id"])}
    reasons = {table: Counter(reason for row in frame["reasons"] for reason in row) for table, frame in rows.items()}
    return {table: dict(sorted(counted.items())) for table, counted in reasons.items() if counted}
