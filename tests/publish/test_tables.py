"""Records to frames."""
from dataclasses import replace
from datetime import date, datetime

import pandas as pd
import pytest
from publish_world import ANNOUNCED, HELD, MINISTER, document, records

from pipelines.publish.contract import ContractBroken
from pipelines.publish.records import NoLinks, Records, storable
from pipelines.publish.tables import make_tables, rejected_files_frame


def row(table: str, **equal: object) -> dict[str, object]:
    frame = make_tables(records())[table]
    for column, value in equal.items():
        frame = frame[frame[column] == value]
    return frame.iloc[0].to_dict()


def test_numbers_of_rows():
    counts = {table: len(frame) for table, frame in make_tables(records()).items()}
    assert counts == {"documents": 2, "segments": 3, "events": 4, "participants": 3, "agreements": 1, "entities": 1, "tenures": 1}


def test_derived_columns():
    assert row("documents", file_name="b.txt")["n_chars"] == len(HELD)
    signing = row("events", event_type="signing")
    assert signing["evidence_text"] == "They signed an agreement on trade"
    assert [signing[name] for name in ("plover_type", "cameo_code", "goldstein")] == ["SUPPORT", "057", 8.0]
    assert signing["plover_contexts"] == ["economic"]
    planned = row("events", status="planned")
    assert [planned[name] for name in ("plover_type", "cameo_code", "plover_contexts")] == ["AGREE", "036", ["diplomatic", "future"]]


def test_links_become_columns():
    visit, planned = row("events", event_type="visit", status="held"), row("events", status="planned")
    assert visit["preceded_by_event_id"] == planned["event_id"] and visit["occasion_id"] == planned["occasion_id"]
    assert pd.isna(row("events", event_type="meeting")["occasion_id"])
    assert row("agreements")["signatories"] == [MINISTER], "entities, never the names that coding gives"
    assert set(make_tables(records())["participants"]["entity_id"]) == {MINISTER}


def test_rows_are_sorted_whatever_order_they_come_in():
    given = records()
    turned = replace(given, documents=given.documents[::-1], segments=given.segments[::-1], codings=given.codings[::-1])
    there, back = make_tables(given), make_tables(turned)
    assert all(there[table].equals(back[table]) for table in there)
    assert list(there["documents"]["file_name"]) == ["a.txt", "b.txt"]


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"start_date": "3 May 2021"}, "events.start_date"),
        ({"session_number": 2.5}, "events.session_number"),
        ({"geonames_id": 2**70}, "events.geonames_id"),
        ({"countries": "SRB"}, "events.countries"),
        ({"countries": ("SRB", 4)}, "events.countries"),
        ({"city": 7}, "events.city"),
        ({"is_background": 0}, "events.is_background"),
        ({"latitude": True}, "events.latitude"),
        ({"start_date": datetime(2021, 5, 3, 12)}, "events.start_date"),
    ],
)
def test_a_value_of_another_type_breaks_the_contract(changes, message):
    given = records()
    event = replace(given.codings[1].events[0], **changes)
    with pytest.raises(ContractBroken, match=message):
        make_tables(replace(given, codings=[replace(given.codings[1], events=(event,))]))


@pytest.mark.parametrize("entity", [{"entity_id": MINISTER}, {**records().links.entities[0], "nickname": "x"}])
def test_columns_too_few_or_too_many_break_the_contract(entity):
    with pytest.raises(ContractBroken, match="entities: columns missing or not foreseen"):
        make_tables(Records(links=NoLinks(entities=[entity])))


def test_no_records_still_give_typed_tables():
    empty, full = make_tables(Records()), make_tables(records())
    assert all(len(frame) == 0 for frame in empty.values())
    assert all(list(empty[table].dtypes) == list(full[table].dtypes) for table in full)


@pytest.mark.parametrize(
    ("given", "stored"), [("plain", "plain"), ("Gašić", "Gašić"), ("a\udcffb", "a\ufffdb"), ("é\ud800\udc00", "é\ufffd\ufffd")]
)
def test_lone_surrogates_are_replaced_one_to_one(given, stored):
    assert storable(given) == stored


def test_an_empty_string_is_null_where_null_is_allowed():
    page = replace(document("a.txt", ANNOUNCED), title="", publisher="X", published_on=date(2021, 5, 1))
    frame = make_tables(Records([page]))["documents"]
    assert (frame["title"][0] is pd.NA, frame["publisher"][0]) == (True, "X")


def test_rejected_files_keep_what_is_known():
    frame = rejected_files_frame(records().rejected_files)
    assert frame.iloc[0].dropna().to_dict() == {"file_name": "c.pdf", "reasons": ["is encrypted"]}
