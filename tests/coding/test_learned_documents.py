"""Which documents have rows, by what was learnt."""

from datetime import date

import pytest
from coded import HANSEN, SATO, papers, segments_of

from pipelines.coding.agreements import mentioned
from pipelines.coding.events import code_item, read_items
from pipelines.coding.learned import documents
from pipelines.coding.learned.commitments import commitment
from pipelines.model.document import Document

SIGNED = f"{HANSEN} and {SATO} signed an Agreement on Fisheries in Oslo on 4 May 2021."
TWO = f"{SIGNED} They also signed a Memorandum of Understanding on tourism."


def features_of(text: str, day: date | None = None) -> list[set[str]]:
    item, = read_items(Document("doc_0", "a.txt", "0", "text/plain", "utf-8", "en", text), list(segments_of(text, day)))
    return [commitment(told) for told in mentioned(item, code_item(item))]


def weighing(monkeypatch: pytest.MonkeyPatch, against: str) -> None:
    monkeypatch.setattr(documents, "weight", lambda _, features: -100 if against in features else 100)


@pytest.mark.parametrize(("against", "expected"), [
    ("nothing", ["agreement", "memorandum"]),
    ("kind:agreement", ["memorandum"]),
    ("before1alike0definiteFalse", ["agreement"]),
    ("says:signed", []),
])
def test_what_speaks_against_a_document_takes_its_row(monkeypatch: pytest.MonkeyPatch, against: str, expected: list[str]) -> None:
    weighing(monkeypatch, against)
    assert papers(TWO, "type", day="2021-05-05") == expected


def test_what_is_looked_at() -> None:
    first, second = features_of(TWO)
    assert first >= {"kind:agreement", "status:signed", "before0alike0definiteFalse", "left:signed", "bound0parties2"}
    assert second >= {"kind:memorandum", "before1alike0definiteFalse", "nearest+1", "head:tourism", "signing.signed|kind:memorandum"}


@pytest.mark.parametrize(("text", "expected"), [
    (SIGNED, {"date:2day:behind", "since:unknown", "deed:2day"}),
    (f"{HANSEN} and {SATO} recalled the 1998 Agreement on Fisheries.", {"date:none", "since3"}),
    (f"On 12 March 2016 {HANSEN} and {SATO} signed an Agreement on Fisheries in Oslo.", {"date:8day:before", "deed:8day"}),
])
def test_how_long_ago_it_was_is_looked_at(text: str, expected: set[str]) -> None:
    assert features_of(text, date(2021, 5, 5))[0] >= expected


def test_no_name_is_looked_at() -> None:
    seen = set[str]().union(*features_of(TWO))
    assert not {name for name in ("hansen", "sato", "norwa", "japan", "oslo") if any(name in feature.lower() for feature in seen)}


@pytest.mark.parametrize(("text", "expected"), [
    (SIGNED, ["agreement"]),
    (TWO, ["agreement", "memorandum"]),
    (f"{HANSEN} met {SATO} in Oslo on 4 May 2021. They spoke of the agreements that bind both countries.", []),
])
def test_what_was_learnt_keeps_plain_documents(text: str, expected: list[str]) -> None:
    assert papers(text, "type", day="2021-05-05") == expected
