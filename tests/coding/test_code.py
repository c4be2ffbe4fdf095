"""What holds for the coding of any text, sensible or not."""
import sys
from collections.abc import Iterable

import pytest
from coded import HANSEN, NOIR, SATO, coding_of, segments_of
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipelines.coding import code
from pipelines.model.document import Document, Segment
from pipelines.model.record import Coding
from schemas.vocabularies import (
    AGREEMENT_STATUSES,
    AGREEMENT_TYPES,
    DATE_BASES,
    DATE_PRECISIONS,
    EVENT_STATUSES,
    EVENT_TYPES,
    OFFICES,
    ROLES,
)

WORDS = [HANSEN, SATO, NOIR, "\n", "\n\n", "\t", "\u200b", *""",|,|.|.|.|;|:|“|”|(|)|É|’s|5|-|Norway|Japan|Tokyo|Oslo|she|they
    the two ministers|the Ambassador|a delegation led by|the delegation|the Ministry of Foreign Affairs of Norway|and|of|by|to|in
    met|met with|will visit|visited|arrived in|held talks with|signed|said that|invited|denied|was cancelled|spoke by telephone with
    an agreement on fisheries|a joint statement|two documents|laid a wreath at the monument|presented credentials to
    the NATO Summit|the 3rd session of the Joint Commission
    on the margins of|during the visit|on 4 May 2021|on Monday|next week|in 2019|last year""".replace("\n    ", "|").split("|")]
texts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=45).map(" ".join)


def parents_of(coding: Coding, event_id: str | None) -> Iterable[str]:
    """The event and what it belongs to, outward; stops at the first that comes again."""
    parents, seen = {e.event_id: e.parent_event_id for e in coding.events}, []
    while event_id is not None and event_id not in seen:
        seen.append(event_id)
        event_id = parents[event_id]
    return [*seen, event_id] if event_id is not None else seen


def unique(values: Iterable[object]) -> bool:
    known = list(values)
    return len(known) == len(set(known))


def check(text: str, segments: tuple[Segment, ...], coding: Coding) -> None:
    """Everything that must hold between the rows of a coding, its segments and its text."""
    spans = {s.segment_id: (s.char_start, s.char_end) for s in segments}
    events = {e.event_id: e for e in coding.events}
    assert unique(e.event_id for e in coding.events)
    assert unique(p.participant_id for p in coding.participants)
    assert unique(a.agreement_id for a in coding.agreements)
    for row in (*coding.events, *coding.agreements):
        start, end = spans[row.segment_id]
        assert start <= row.char_start < row.char_end <= end
        assert (row.start_date is None) == (row.end_date is None) == (row.date_precision == "none")
        assert row.start_date is None or row.end_date is None or row.start_date <= row.end_date
        assert row.date_precision in DATE_PRECISIONS and row.date_basis in DATE_BASES
    for event in coding.events:
        assert event.event_type in EVENT_TYPES and event.status in EVENT_STATUSES
        assert event.parent_event_id is None or events[event.parent_event_id].segment_id == event.segment_id
        assert unique(parents_of(coding, event.event_id)), "an event is its own ancestor"
        assert unique(event.countries)
    for person in coding.participants:
        assert person.role in ROLES and person.event_id in events
        assert person.kind != "person" or person.office in OFFICES
        assert 0 <= person.char_start < person.char_end <= len(text)
    for paper in coding.agreements:
        assert paper.agreement_type in AGREEMENT_TYPES and paper.status in AGREEMENT_STATUSES
        assert paper.event_id is None or paper.event_id in events
        assert paper.document_count >= 1


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(texts, st.sampled_from([None, "2021-05-05"]), st.sampled_from([None, "NOR"]))
def test_any_text_is_coded_consistently_and_twice_alike(text: str, day: str | None, publisher: str | None) -> None:
    coding = coding_of(text, day, publisher)
    check(text, segments_of(text), coding)
    assert coding_of(text, day, publisher) == coding


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(texts, min_size=2, max_size=4))
def test_items_of_one_page(items: list[str]) -> None:
    text = "\n---\n".join(items)
    check(text, segments_of(text, cut="\n---\n"), coding_of(text, "2021-05-05", cut="\n---\n"))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=120))
def test_noise_is_coded_without_error(text: str) -> None:
    check(text, segments_of(text), coding_of(text, "2021-05-05"))


@pytest.mark.parametrize("behind", ["the 3rd session of the Joint Commission of Norway and Japan", "the Helsinki Final Act", "4 May 2021"])
def test_a_group_may_be_of_anything(behind: str) -> None:
    for word in ("of", "from"):
        coding_of(f"The two sides {word} {behind} met {SATO}. {SATO} met the two sides {word} {behind}.")


def test_only_items_are_coded() -> None:
    text = f"{HANSEN} met {SATO} in Oslo on 4 May 2021."
    document = Document("doc_0", "a.txt", "0", "text/plain", "utf-8", "en", text)
    whole = {kind: Segment("seg", "doc_0", 0, kind, 0, len(text)) for kind in ("item", "background", "boilerplate")}
    assert {kind: len(code(document, [one]).events) for kind, one in whole.items()} == {"item": 1, "background": 0, "boilerplate": 0}
    assert code(document, []) == Coding()


def test_rows_do_not_depend_on_where_the_document_lies_or_on_its_name() -> None:
    text = f"{HANSEN} met {SATO} in Oslo on 4 May 2021."
    segment = Segment("seg", "doc_0", 0, "item", 0, len(text))
    one, other = (Document("doc_0", name, "0", "text/plain", "utf-8", "en", text) for name in ("a.txt", "b/c.txt"))
    assert code(one, [segment]) == code(other, [segment])


LINEAR = [
    "“", "” ", "(", "met with ", "A. ", "of the ", "a", "\n", "Joint Commission ", "ministers' ", "said ",
    "Minister of Norway met Minister of Japan. ",
]
DEGENERATE = [*LINEAR, "Minister ", "Mr. ", "and ", "4 May 2021 ", "agreement "]
ONE_SENTENCE = [
    "she ", "him ", "Norway, ", "the Minister met the ", "Kari Hansen met Taro Sato, ", "They signed three agreements, on trade, on gas, ",
    "Senators Anne Lund and Ole Dahl, as well as the French ambassador in Oslo, ",
    "Minister Hansen will visit Japan from 4 May until 9 May, ",
]


@pytest.mark.parametrize("unit", DEGENERATE + ONE_SENTENCE, ids=repr)
def test_hostile_text_comes_to_an_end(unit: str) -> None:
    text = unit * (4_000 // len(unit))
    check(text, segments_of(text), coding_of(text, "2021-05-05"))


def effort(text: str) -> int:
    """How many functions run while `text` is coded: a measure of time that no other work on the machine disturbs."""
    calls = 0

    def count(frame: object, event: str, argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        coding_of(text, "2021-05-05")
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.parametrize("unit", [*LINEAR, *ONE_SENTENCE], ids=repr)
def test_effort_grows_with_the_length_of_the_text(unit: str) -> None:
    short, long = (unit * (n // len(unit)) for n in (3_000, 9_000))
    coding_of(short)  # lexicons are loaded
    assert effort(long) < 4.5 * effort(short)
