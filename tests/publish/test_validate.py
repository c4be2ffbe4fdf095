"""Which rows are rejected, which stay, and what stops the run."""
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pandas as pd
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from publish_world import MINISTER, records

from pipelines.publish.contract import ContractBroken, check_no_cycle
from pipelines.publish.faults import evidence_faults, tiles
from pipelines.publish.tables import make_tables
from pipelines.publish.validate import validate
from schemas.tables import TABLES

TABLES_OF_WORLD = make_tables(records())
NOBODY = "evt_0000000000000000"
NOTHING = "seg_0000000000000000"
INT64 = pd.ArrowDtype(pa.int64())


def world() -> dict[str, pd.DataFrame]:
    return {table: frame.copy() for table, frame in TABLES_OF_WORLD.items()}


def put(frame: pd.DataFrame, row: int, **values: object) -> pd.DataFrame:
    """The frame with some cells of one row changed, types kept."""
    changed = frame
    for column, value in values.items():
        cells = [None if cell is pd.NA else cell for cell in frame[column].to_list()]
        cells[row] = value
        changed = changed.assign(**{column: pd.Series(cells, dtype=frame[column].dtype)})
    return changed


def row_of(table: str, **equal: object) -> int:
    frame = TABLES_OF_WORLD[table]
    return next(row for row, found in enumerate(frame.to_dict("records")) if all(found[name] == value for name, value in equal.items()))


VISIT, MEETING = row_of("events", event_type="visit", status="held"), row_of("events", event_type="meeting")
SIGNING, PLAN = row_of("events", event_type="signing"), row_of("events", status="planned")
HER_ROW = row_of("participants", event_id=TABLES_OF_WORLD["events"]["event_id"][MEETING])
HELD_PAGE, PLAN_PAGE = row_of("documents", file_name="b.txt"), row_of("documents", file_name="a.txt")


def test_a_sound_world_is_accepted_whole():
    result = validate(world())
    assert all(result.accepted[table].equals(TABLES_OF_WORLD[table]) for table in TABLES)
    assert all(len(frame) == 0 and list(frame.columns)[-1] == "reasons" for frame in result.rejected.values())
    assert result.cut == {}


BAD_ROWS = [
    # table, row, changes -> reason
    ("events", MEETING, {"event_type": "chat"}, "event_type: is not in the vocabulary"),
    ("events", MEETING, {"event_type": None}, "event_type: is null"),
    ("events", MEETING, {"country": "Norway"}, "country: has not its form"),
    ("events", MEETING, {"countries": ["NOR", "Serbia"]}, "countries: each is an ISO 3166 alpha-3 code, once"),
    ("events", MEETING, {"countries": ["NOR", "NOR"]}, "countries: each is an ISO 3166 alpha-3 code, once"),
    ("events", MEETING, {"topics": [None]}, "topics: each is in the vocabulary, once"),
    ("events", MEETING, {"rule": ""}, "rule: is empty"),
    ("events", MEETING, {"confidence": 1.5}, "confidence: less_than_or_equal_to(1.0)"),
    ("events", MEETING, {"start_date": None}, "start_date and end_date are null if date_precision is none, and only then"),
    ("events", MEETING, {"date_basis": "none"}, "date_basis is none if date_precision is none, and only then"),
    ("events", MEETING, {"end_date": date(2021, 5, 2)}, "start_date is not after end_date"),
    ("events", MEETING, {"date_precision": "month"}, "dates of precision month or year are whole months or years"),
    ("events", PLAN, {"date_precision": "year"}, "dates of precision month or year are whole months or years"),
    ("events", MEETING, {"not_before": date(2021, 5, 2), "not_after": date(2021, 5, 1)}, "not_before is not after not_after"),
    ("events", MEETING, {"latitude": None}, "latitude and longitude are both there or both null"),
    ("events", MEETING, {"visit_category": "state"}, "only a visit has visit_category"),
    ("events", MEETING, {"evidence_text": "She met nobody at all"}, "evidence_text is not documents.text[char_start:char_end]"),
    ("events", MEETING, {"evidence_text": "x"}, "evidence_text is as long as char_start to char_end"),
    ("events", MEETING, {"char_end": 10_000}, "evidence_text is not documents.text[char_start:char_end]"),
    ("events", MEETING, {"char_start": 200, "char_end": 205}, "evidence_text is outside its segment"),
    ("participants", HER_ROW, {"role": "hero"}, "role: is not in the vocabulary"),
    ("participants", HER_ROW, {"country": "Serbia and Montenegro"}, "country: has not its form"),
    ("participants", HER_ROW, {"office": None, "country": None}, "a participant has a name, or is a person known by office or country"),
    ("participants", HER_ROW, {"char_start": None}, "char_start: is null"),
    ("documents", PLAN_PAGE, {"published_on": date(2021, 5, 1)}, "published_on is null if published_precision is none, and only then"),
    ("documents", PLAN_PAGE, {"n_chars": 3}, "its segments do not tile the text"),
    ("segments", 0, {"kind": "advert"}, "kind: is not in the vocabulary"),
]


@pytest.mark.parametrize(("table", "row", "changes", "reason"), BAD_ROWS)
def test_a_bad_row_is_rejected_with_its_reason(table, row, changes, reason):
    tables = world()
    tables[table] = put(tables[table], row, **changes)
    result = validate(tables)
    key = TABLES[table].key[0]
    rejected = result.rejected[table].set_index(key)["reasons"]
    assert reason in rejected[TABLES_OF_WORLD[table][key][row]]
    assert all(len(result.accepted[name]) + len(result.rejected[name]) == len(tables[name]) for name in TABLES)


def test_reasons_are_the_same_in_another_thread():
    tables = world()
    tables["events"] = put(tables["events"], MEETING, end_date=date(2021, 5, 2), countries=["Norway"])
    here = validate(tables).rejected["events"]["reasons"].to_list()
    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(validate, tables).result().rejected["events"]["reasons"].to_list() == here


def test_a_reason_stands_once_though_pandera_repeats_it_per_column():
    tables = world()
    tables["events"] = put(tables["events"], MEETING, end_date=date(2021, 5, 2))
    assert validate(tables).rejected["events"]["reasons"][0] == ["start_date is not after end_date"]


def rejected_counts(tables: dict[str, pd.DataFrame]) -> dict[str, int]:
    return {table: len(frame) for table, frame in validate(tables).rejected.items() if len(frame)}


def test_participants_go_with_their_event_but_children_and_agreements_stay():
    tables = world()
    tables["events"] = put(tables["events"], VISIT, event_type="trip")
    result = validate(tables)
    assert rejected_counts(tables) == {"events": 1, "participants": 1}
    assert list(result.rejected["participants"]["reasons"]) == [["event_id: the row it names is rejected"]]
    assert result.cut == {"events.parent_event_id": 2}
    assert result.accepted["events"]["parent_event_id"].isna().all()


def test_an_agreement_outlives_its_signing_and_an_event_its_announcement():
    tables = world()
    tables["events"] = put(put(tables["events"], SIGNING, status="done"), PLAN, status="hoped")
    result = validate(tables)
    assert result.cut == {"events.preceded_by_event_id": 1, "agreements.event_id": 1}
    assert result.accepted["agreements"]["event_id"].isna().all() and rejected_counts(tables) == {"events": 2, "participants": 1}


def test_a_document_that_is_not_tiled_is_rejected_whole():
    tables = world()
    foot = row_of("segments", kind="boilerplate")
    tables["segments"] = put(tables["segments"], foot, char_start=int(TABLES_OF_WORLD["segments"]["char_start"][foot]) + 1)
    assert rejected_counts(tables) == {"documents": 1, "segments": 2, "events": 3, "participants": 2, "agreements": 1}
    assert validate(tables).accepted["events"]["status"].to_list() == ["planned"]


def test_a_rejected_entity_is_cut_out_and_takes_its_tenures_along():
    tables = world()
    other = "ent_00000000000000bb"
    tables["entities"] = pd.concat([tables["entities"], put(tables["entities"], 0, entity_id=other, name=None)], ignore_index=True)
    tables["tenures"] = pd.concat([tables["tenures"], put(tables["tenures"], 0, entity_id=other)], ignore_index=True)
    tables["participants"] = put(tables["participants"], 0, entity_id=other)
    tables["agreements"] = put(tables["agreements"], 0, signatories=[MINISTER, other])
    result = validate(tables)
    assert rejected_counts(tables) == {"entities": 1, "tenures": 1}
    assert result.cut == {"participants.entity_id": 1, "agreements.signatories": 1}
    assert result.accepted["agreements"]["signatories"][0] == [MINISTER]


BROKEN = [
    ("a column is missing", "events", lambda f: f.drop(columns="city"), "events: columns missing or not foreseen: city"),
    ("a column too many", "events", lambda f: f.assign(mood="good"), "events: columns missing or not foreseen: mood"),
    ("columns in another order", "segments", lambda f: f[f.columns[::-1]], "segments: columns in another order"),
    ("a type differs", "segments", lambda f: f.assign(position=f["position"].astype(INT64)), "segments.position: is int64"),
    ("not Arrow-backed", "entities", lambda f: f.assign(name=f["name"].astype(object)), "entities.name: is object, must be string"),
    ("a row twice", "events", lambda f: pd.concat([f, f.tail(1)], ignore_index=True), "events: 1 keys are not unique, first evt_"),
    ("an id twice", "participants", lambda f: put(f, 0, participant_id=f["participant_id"][1]), "participants: 1 keys are not unique"),
    ("a tenure twice", "tenures", lambda f: pd.concat([f, f], ignore_index=True), "tenures: 1 keys are not unique"),
    ("no such event", "participants", lambda f: put(f, 0, event_id=NOBODY), f"participants.event_id: {NOBODY} of doc_"),
    ("no such parent", "events", lambda f: put(f, MEETING, parent_event_id=NOBODY), f"events.parent_event_id: {NOBODY}"),
    ("a parent of another text", "events", lambda f: put(f, MEETING, parent_event_id=f["event_id"][PLAN]), "events.parent_event_id: evt_"),
    ("no such segment", "agreements", lambda f: put(f, 0, segment_id=NOTHING), f"agreements.segment_id: {NOTHING}"),
    ("no such document", "segments", lambda f: put(f, 0, document_id="doc_0000000000000000"), "segments.document_id: doc_0000000000000000"),
    ("no such signatory", "agreements", lambda f: put(f, 0, signatories=["Somebody"]), "agreements.signatories: Somebody is not in"),
    ("parents in a circle", "events", lambda f: put(f, VISIT, parent_event_id=f["event_id"][MEETING]), "evt_.* comes before itself"),
    ("every row bad", "agreements", lambda f: put(f, 0, status="void"), r"agreements: every row is bad \(1\), first: status: is not in"),
]


@pytest.mark.parametrize(("table", "breaks", "message"), [case[1:] for case in BROKEN], ids=[case[0] for case in BROKEN])
def test_the_run_stops(table, breaks, message):
    tables = world()
    tables[table] = breaks(tables[table])
    with pytest.raises(ContractBroken, match=message):
        validate(tables)


def test_a_table_missing_stops_the_run():
    tables = world()
    del tables["tenures"]
    with pytest.raises(ContractBroken, match="tables missing or not foreseen: tenures"):
        validate(tables)


def test_rows_rejected_along_with_others_do_not_count_as_every_row_bad():
    tables = world()
    tables["documents"] = put(tables["documents"], HELD_PAGE, language="English")
    assert rejected_counts(tables)["agreements"] == len(tables["agreements"])


def test_ten_thousand_ancestors_are_no_cycle_and_no_recursion():
    chain = [f"evt_{number}" for number in range(10_000)]
    check_no_cycle("parent_event_id", dict(zip(chain[1:], chain, strict=False)))


def test_validating_changes_none_of_the_frames_given():
    tables = world()
    tables["events"] = put(tables["events"], VISIT, event_type="trip")
    before = {table: frame.copy() for table, frame in tables.items()}
    validate(tables)
    assert all(tables[table].equals(before[table]) for table in tables)


@given(st.lists(st.integers(1, 5), max_size=6), st.integers(0, 2), st.integers(0, 2), st.integers(0, 5))
def test_tiles_if_and_only_if_every_character_is_covered_once(lengths, cut, grow, which):
    ends = [sum(lengths[: n + 1]) for n in range(len(lengths))]
    spans = [(end - length, end, place) for place, (end, length) in enumerate(zip(ends, lengths, strict=True))]
    if spans:
        start, end, place = spans[which % len(spans)]
        spans[which % len(spans)] = (start + cut, end + grow, place)
    total = sum(lengths)
    covered = sorted(character for start, end, _ in spans for character in range(start, end))
    assert tiles(spans, total) == (covered == list(range(total)) and all(start < end for start, end, _ in spans))


def test_positions_follow_the_text():
    assert tiles([(0, 2, 0), (2, 5, 3)], 5) and not tiles([(0, 2, 1), (2, 5, 0)], 5)


@given(st.text(min_size=1, max_size=30), st.integers(-3, 33), st.integers(-3, 33), st.text(max_size=3))
def test_evidence_is_what_stands_there(text, start, end, other):
    def faults(words: str) -> dict[int, list[str]]:
        frame = pd.DataFrame({"document_id": ["doc"], "char_start": [start], "char_end": [end], "evidence_text": [words]})
        return evidence_faults(frame, {"doc": text})

    sound = 0 <= start < end <= len(text)
    assert bool(faults(text[max(start, 0) : max(end, 0)])) == (not sound)
    assert not sound or bool(faults(other)) == (other != text[start:end])


@settings(max_examples=12, deadline=None)
@given(st.sets(st.sampled_from(range(len(BAD_ROWS)))), st.integers(0, 400))
def test_no_row_is_lost_or_doubled(chosen, days):
    tables = world()
    for number in sorted(chosen):
        table, row, changes, _ = BAD_ROWS[number]
        tables[table] = put(tables[table], row, **changes)
    tables["events"] = put(tables["events"], PLAN, not_before=date(2021, 1, 1) + timedelta(days=days))
    try:
        result = validate(tables)
    except ContractBroken as broken:
        assert "every row is bad" in str(broken)
        return
    for table in TABLES:
        key = list(TABLES[table].key)
        parts = pd.concat([result.accepted[table][key], result.rejected[table][key]])
        assert sorted(map(str, parts.to_numpy().tolist())) == sorted(map(str, tables[table][key].to_numpy().tolist()))
    assert validate(result.accepted).cut == {}, "what is accepted once is accepted again"
