"""However the records are handed over, the same tables are made of them, and the same links."""
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from pipelines.build import linked
from pipelines.engine import Engine, source, work_through
from pipelines.engine.source import LinkedCorpus, document_of
from pipelines.link import Linked, link
from pipelines.model.document import Document, RejectedFile
from pipelines.model.record import Coding
from pipelines.publish import parquet
from pipelines.publish.facade import prepare
from pipelines.publish.prepared import Prepared
from pipelines.publish.records import Household, Records, Row

TEXTS = Path(__file__).parents[1] / "accuracy/texts"


@dataclass(frozen=True)
class World:
    """A corpus in both forms."""

    streamed: LinkedCorpus
    whole: Records


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    corpus = work_through(TEXTS, Engine(tmp_path_factory.mktemp("cache")))
    good = [one for one in corpus if not isinstance(one.read, RejectedFile)]
    rejected = [one.read for one in corpus if isinstance(one.read, RejectedFile)]
    codings = [one.coding for one in good]
    documents = [document_of(one) for one in good]
    whole = Records(documents, rejected, [part for one in good for part in one.segments], codings, link(documents, codings))
    return World(linked(corpus), whole)


def contents(prepared: Prepared) -> dict[str, bytes]:
    return {name: path.read_bytes() for name, path in prepared.files().items()}


def test_linking_in_a_file_finds_what_it_finds_in_memory(world: World) -> None:
    assert world.streamed.links == world.whole.links
    assert isinstance(world.whole.links, Linked) and world.whole.links.occasion_of and world.whole.links.signatories_of


@pytest.mark.parametrize(("documents", "chars"), [(30, 10**9), (500, 50_000)])
def test_batches_leave_no_trace(world: World, monkeypatch: pytest.MonkeyPatch, documents: int, chars: int) -> None:
    monkeypatch.setattr(source, "BATCH_DOCUMENTS", documents)
    monkeypatch.setattr(source, "BATCH_CHARS", chars)
    assert len(list(world.streamed.batches())) > 1
    assert contents(prepare(world.streamed)) == contents(prepare(world.whole))


def test_row_groups_are_the_same_however_rows_arrive(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet, "ROW_GROUP_SIZE", 10)
    monkeypatch.setattr(parquet, "TEXT_GROUP_SIZE", 3)
    monkeypatch.setattr(source, "BATCH_DOCUMENTS", 40)
    assert contents(prepare(world.streamed)) == contents(prepare(world.whole))


@dataclass(frozen=True)
class Changed:
    """A source in four batches, some of its documents changed."""

    given: Records
    change: Callable[[Document, Coding], tuple[Document, Coding]]

    @property
    def rejected_files(self) -> list[RejectedFile]:
        return list(self.given.rejected_files)

    @property
    def links(self) -> Linked:
        assert isinstance(self.given.links, Linked)
        return self.given.links

    @property
    def settings(self) -> dict[str, object]:
        return {}

    def whole(self) -> Records:
        pairs = [self.change(*one) for one in zip(self.given.documents, self.given.codings, strict=True)]
        return replace(self.given, documents=[one for one, _ in pairs], codings=[one for _, one in pairs])

    def batches(self) -> Iterator[Records]:
        whole = self.whole()
        pairs = sorted(zip(whole.documents, whole.codings, strict=True), key=lambda pair: pair[0].document_id)
        for first in range(4):
            part = pairs[first * len(pairs) // 4 : (first + 1) * len(pairs) // 4]
            known = {document.document_id for document, _ in part}
            segments = [one for one in whole.segments if one.document_id in known]
            yield Records([document for document, _ in part], (), segments, [coding for _, coding in part], self.links)

    def households(self) -> Iterator[Household]:
        return self.whole().households()

    def entities_by_name(self) -> Iterator[Row]:
        return self.whole().entities_by_name()

    def by_name(self) -> Iterator[Document]:
        return self.whole().by_name()


def bad_announcements(world: World) -> Changed:
    """One event breaks a rule, and events of many documents say that it announced them."""
    links = world.whole.links
    assert isinstance(links, Linked)
    first, *others = sorted((event for coding in world.whole.codings for event in coding.events), key=lambda event: event.event_id)
    told_elsewhere = [event.event_id for event in others if event.document_id != first.document_id][:40]

    def change(document: Document, coding: Coding) -> tuple[Document, Coding]:
        return document, replace(coding, events=tuple(
            replace(event, country="Nowhere") if event is first else event for event in coding.events))

    return Changed(replace(world.whole, links=replace(links, preceded_by=dict.fromkeys(told_elsewhere, first.event_id))), change)


def bad_originals(world: World) -> Changed:
    """Half of the documents are copies of one that breaks a rule."""
    first = sorted(one.document_id for one in world.whole.documents)[-1]

    def change(document: Document, coding: Coding) -> tuple[Document, Coding]:
        if document.document_id == first:
            return replace(document, sha256="?"), coding
        return replace(document, duplicate_of=first if document.document_id < "doc_8" else None), coding

    return Changed(world.whole, change)


@pytest.mark.parametrize(("make", "column"), [
    (bad_announcements, "events.preceded_by_event_id"), (bad_originals, "documents.duplicate_of"),
])
def test_a_reference_to_a_row_rejected_in_another_batch_is_cut(world: World, make: Callable[[World], Changed], column: str) -> None:
    changed = make(world)
    in_batches, at_once = prepare(changed), prepare(changed.whole())
    assert in_batches.cut == at_once.cut and in_batches.cut[column] > 0
    assert contents(in_batches) == contents(at_once)
