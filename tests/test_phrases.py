"""Phrases that were written after the codebook by people who had not seen the rules: how many are read as they say."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipelines.coding import code
from pipelines.coding.events import code_item, read_items
from pipelines.coding.item import Draft, Item
from pipelines.ingest import read_folder
from pipelines.model.document import Document
from pipelines.model.record import Agreement
from pipelines.segment import segment

PHRASES = Path(__file__).parent / "phrases"
AROUND = "Foreign Ministry\n\n5 May 2021\n\n{}\n\nTrade and education are among the fields in which the two countries cooperate.\n"
RIGHT = {"offices": 198, "events": 153, "dates": 129, "agreements": 95}  # at least so many are right; tests/phrases/README.md


def cases(kind: str) -> list[list[str]]:
    return [line.split(" | ") for line in (PHRASES / f"{kind}.txt").read_text("utf-8").splitlines() if line]


def documents_of(texts: list[str], folder: Path) -> Iterator[Document]:
    """The texts as documents, in order."""
    for number, text in enumerate(texts):
        (folder / f"{number:04}.txt").write_text(AROUND.format(text.replace(" // ", "\n\n")), "utf-8")
    for document in read_folder(folder):
        assert isinstance(document, Document)
        yield document


def items_of(texts: list[str], folder: Path) -> Iterator[list[Item]]:
    """The items of each text, in order."""
    for document in documents_of(texts, folder):
        yield read_items(document, [part for part in segment(document) if part.kind == "item"])


def right_office(case: list[str], items: list[Item]) -> bool:
    office, _, country = case[0].partition(" ")
    people = [p for item in items for p in item.cast.people if p.name and (p.name in case[2] or case[2].strip() in p.name)]
    return any((p.office or "unknown") == office and (not country or p.country == country) for p in people)


def right_event(case: list[str], items: list[Item]) -> bool:
    event_type, status, _ = case[0].split(" ")
    return any((d.event_type, d.status) == (event_type, status) for d in drafts(items))


def right_days(case: list[str], items: list[Item]) -> bool:
    event_type, first, last = case[0].split(" ")
    return any(days(d) == (first, last) for d in drafts(items) if d.event_type == event_type)


def drafts(items: list[Item]) -> list[Draft]:
    return [draft for item in items for draft in code_item(item)]


def days(draft: Draft) -> tuple[str, str]:
    when = draft.when
    return (str(when.start_date), str(when.end_date)) if when is not None and when.start_date else ("none", "none")


@pytest.mark.parametrize(("kind", "is_right"), [("offices", right_office), ("events", right_event), ("dates", right_days)])
def test_as_many_as_before_are_right(kind: str, is_right, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    asked = cases(kind)
    found = items_of([case[1] for case in asked], tmp_path)
    wrong = [case for case, items in zip(asked, found, strict=True) if not is_right(case, items)]
    assert len(asked) - len(wrong) >= RIGHT[kind], "\n".join(" | ".join(case) for case in wrong)


ROW = re.compile(r'(?P<type>\w+) (?P<status>\w+) (?P<parties>\S+) (?:x(?P<count>\d+) )?"(?P<title>[^"]+)"')


def as_written(row: str, found: Agreement) -> bool:
    """Is `found` the row: `-` leaves the parties open, a title may be longer?"""
    want = ROW.fullmatch(row)
    assert want is not None, row
    same = (found.agreement_type, found.status, found.document_count) == (want["type"], want["status"], int(want["count"] or 1))
    bound = want["parties"] == "-" or {*want["parties"].split(",")} == {*found.parties}
    return same and bound and want["title"].lower() in found.title.lower()


def right_rows(case: list[str], document: Document) -> bool:
    """Are there just the rows that the case tells, joined by " + ", or none?"""
    rows = [] if case[0] == "none" else case[0].split(" + ")
    found = list(code(document, segment(document)).agreements)
    return len(rows) == len(found) and all(any(as_written(row, one) for one in found) for row in rows)


def test_as_many_agreements_as_before_are_right(tmp_path: Path) -> None:
    asked = cases("agreements")
    found = documents_of([case[1] for case in asked], tmp_path)
    wrong = [case for case, document in zip(asked, found, strict=True) if not right_rows(case, document)]
    assert len(asked) - len(wrong) >= RIGHT["agreements"], "\n".join(" | ".join(case) for case in wrong)
