"""From a folder of texts to a release, without Dagster: the layers called one after the other.

What belongs here: the order of the layers and the account of a run. What does not: how a layer works, what a person is shown
(`pipelines.cli`), and how Dagster runs the same functions (`pipelines.orchestration`).
"""
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from pipelines.engine import Corpus, Engine, work_through
from pipelines.engine.cache import Cache
from pipelines.engine.corpus import Progress, silent
from pipelines.engine.source import LinkedCorpus, gather, new_world, rejected_files
from pipelines.link import World, link_world
from pipelines.model.document import RejectedFile
from pipelines.objects import deliver
from pipelines.publish.account import Account, account_of
from pipelines.publish.contract import ContractBroken
from pipelines.publish.facade import Prepared, Published, prepare, standing, write
from pipelines.publish.origin import code_version, libraries

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
    account: Account
    seconds: float


def build(seeds: Path, data: Path, progress: Progress = silent, engine: Engine | None = None) -> Summary:
    """Read the texts below `seeds`, make the records, publish them below `data`. Without `engine`, the cache lies below `data`.

    Raises NotADirectoryError or NothingToPublish where there is nothing to read, ContractBroken where the tables are not what the
    contract says; the last release then stays as it is.
    """
    started = perf_counter()
    data.mkdir(parents=True, exist_ok=True)
    corpus = work_through(seeds, engine or Engine(data / CACHE), progress)
    published = unchanged(corpus, data) or publish_corpus(corpus, data, progress)
    deliver(data, published.version)
    took = perf_counter() - started
    return Summary(seeds, published, corpus.files, corpus.worked, corpus.reused, account_of(published.path), took)


def unchanged(corpus: Corpus, data: Path) -> Published | None:
    """The current release, if the same texts and the same code gave it the last time and it is whole; None: publish."""
    version = Cache(corpus.engine.cache).release_of(made_of(corpus))
    return standing(data, version) if version else None


def made_of(corpus: Corpus) -> str:
    """Texts, code and libraries as one word: what a release follows from."""
    return "/".join((corpus.digest(), code_version(), libraries())).replace(" ", "-")


def publish_corpus(corpus: Corpus, data: Path, progress: Progress = silent) -> Published:
    """Link, validate and publish. Raises as `build` does."""
    source = linked(corpus, progress)
    try:
        progress("validate")
        prepared = prepare(source, home=corpus.engine.cache)
        require_all(corpus, prepared)
    finally:
        source.discard()
    progress("publish")
    published = write(prepared, data)
    Cache(corpus.engine.cache).note_release(made_of(corpus), published.version)
    return published


def require_all(corpus: Corpus, prepared: Prepared) -> None:
    """Raise ContractBroken where the tables do not account for every file: documents + rejected = files."""
    told = prepared.rows["documents"] + len(prepared.rejected["documents"])
    if told != corpus.files:
        raise ContractBroken(f"documents: {told:,} of {corpus.files:,} files are accounted for")


def linked(corpus: Corpus, progress: Progress = silent) -> LinkedCorpus:
    """The corpus with everything linked, ready to be published. Raises NothingToPublish where not a single file is a text."""
    source = LinkedCorpus(corpus, new_world(corpus))
    try:
        with closing(World(str(source.place))) as world:
            gather(corpus, world)
            require_texts(corpus.folder, world.documents, [] if world.documents else rejected_files(world))
            progress("link")
            link_world(world)
        return source
    except BaseException as fault:
        source.discard()
        if isinstance(fault, sqlite3.OperationalError) and "user-defined" not in str(fault):  # the disk is full, as a rule
            raise OSError(f"{fault}: {source.place}") from fault
        raise


def require_texts(seeds: Path, documents: int, rejected: Sequence[RejectedFile]) -> None:
    """Raise NothingToPublish where not a single file is a text."""
    if documents:
        return
    if not rejected:
        raise NothingToPublish(f"no files in {seeds}: put texts there first")
    first = rejected[0]
    which = f"the only file in {seeds} cannot" if len(rejected) == 1 else f"none of the {len(rejected)} files in {seeds} can"
    raise NothingToPublish(f"{which} be read as text; {first.file_name}: {'; '.join(first.reasons)}")
