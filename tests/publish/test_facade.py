"""From records to a release: what is written, when nothing is, and that the same records give the same bytes."""
import json
import os
import subprocess
import sys
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pandas as pd
import pyarrow.parquet as pq
import pytest
from publish_world import records

from pipelines.publish.contract import ContractBroken
from pipelines.publish.facade import prepare, publish, read_release, write
from pipelines.publish.origin import code_version
from pipelines.publish.records import NoLinks, Records
from schemas.arrow import arrow_schema, rejected_schema
from schemas.tables import TABLES

HERE = Path(__file__).parent
PRINT_VERSION = """
from publish_world import records
from pipelines.publish.facade import bundle_of, prepare
print(bundle_of(prepare(records())).version)
"""


def contents(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def with_events(change) -> Records:
    """The small world, its first coding's events changed."""
    given = records()
    first = given.codings[0]
    return replace(given, codings=[replace(first, events=tuple(change(first.events))), given.codings[1]])


def test_a_release_holds_every_table_and_every_rejected_table(tmp_path):
    published = publish(records(), tmp_path)
    expected = {f"{table}.parquet" for table in TABLES} | {f"rejected/{table}.parquet" for table in TABLES} | {"manifest.json", "diff.json"}
    assert set(contents(published.path)) == expected
    assert published.counts["events"] == 4 and published.rejected == {**dict.fromkeys(TABLES, 0), "documents": 1}
    for table in TABLES:
        assert pq.read_schema(published.path / f"{table}.parquet").equals(arrow_schema(table), check_metadata=True)
        assert pq.read_schema(published.path / f"rejected/{table}.parquet").equals(rejected_schema(table), check_metadata=True)


def test_plain_pandas_reads_it(tmp_path):
    publish(records(), tmp_path)
    events = pd.read_parquet(tmp_path / "curated" / "events.parquet")
    assert sorted(events["evidence_text"])[-2:] == ["visited Oslo on 3 May 2021", "will visit Oslo in May 2021"]


def test_what_is_read_is_what_was_prepared(tmp_path):
    prepared = prepare(records())
    write(prepared, tmp_path)
    tables = read_release(tmp_path)
    assert all(tables[table].equals(prepared.accepted[table]) for table in TABLES)
    assert read_release(tmp_path, "rejected/documents").equals(prepared.rejected["documents"])


def test_the_same_records_in_another_order_give_the_same_bytes(tmp_path):
    given = records()
    turned = replace(given, documents=given.documents[::-1], segments=given.segments[::-1], codings=given.codings[::-1])
    assert contents(publish(given, tmp_path / "a").path) == contents(publish(turned, tmp_path / "b").path)


@pytest.mark.parametrize("settings", [{"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo", "LC_ALL": "C"}])
def test_the_same_bytes_whatever_the_machine_says(tmp_path, settings):
    paths = os.pathsep.join([str(HERE), str(HERE.parents[1])])
    command = [sys.executable, "-c", PRINT_VERSION]
    there = subprocess.run(command, env={**os.environ, **settings, "PYTHONPATH": paths}, capture_output=True, text=True, check=True)
    assert there.stdout.strip() == publish(records(), tmp_path).version


def test_publishing_twice_changes_nothing(tmp_path):
    first, second = publish(records(), tmp_path), publish(records(), tmp_path)
    assert (first.changed, second.changed, second.version) == (True, False, first.version)


def test_a_bad_row_is_rejected_and_the_rest_published(tmp_path):
    published = publish(with_events(lambda events: [replace(events[0], city="x", country="Norway"), *events[1:]]), tmp_path)
    assert (published.counts["events"], published.rejected["events"], published.rejected["participants"]) == (3, 1, 1)
    rejected = read_release(tmp_path, "rejected/events")
    assert rejected["country"][0] == "Norway" and rejected["reasons"][0] == ["country: has not its form"]


def test_files_are_accounted_for(tmp_path):
    given = records()
    bad = replace(given.documents[1], language="Klingon")
    published = publish(replace(given, documents=[given.documents[0], bad]), tmp_path)
    rejected = read_release(tmp_path, "rejected/documents")
    assert published.counts["documents"] + len(rejected) == len(given.documents) + len(given.rejected_files)
    assert list(zip(rejected["file_name"], rejected["reasons"], strict=True)) == [
        ("a.txt", ["language: has not its form"]),
        ("c.pdf", ["is encrypted"]),
    ]


BROKEN = {
    "wrong type": lambda: with_events(lambda events: [replace(events[0], session_number="5th"), *events[1:]]),
    "key twice": lambda: with_events(lambda events: [*events, events[0]]),
    "broken reference": lambda: with_events(lambda events: [replace(events[0], segment_id="seg_0000000000000000"), *events[1:]]),
    "every row bad": lambda: replace(records(), documents=[replace(one, sha256="?") for one in records().documents]),
    "unforeseen column": lambda: replace(records(), links=NoLinks(entities=[{"entity_id": "x", "nickname": "y"}])),
}


@pytest.mark.parametrize("broken", BROKEN)
def test_a_broken_contract_writes_nothing_and_the_last_release_stays(tmp_path, broken):
    publish(records(), tmp_path)
    before = contents(tmp_path)
    with pytest.raises(ContractBroken):
        publish(BROKEN[broken](), tmp_path)
    assert contents(tmp_path) == before


def test_no_texts_give_empty_tables_and_only_rejected_files(tmp_path):
    published = publish(Records(rejected_files=records().rejected_files), tmp_path)
    assert set(published.counts.values()) == {0} and published.rejected["documents"] == 1


def test_manifest(tmp_path):
    path = publish(with_events(lambda events: [replace(events[0], status="over"), *events[1:]]), tmp_path).path
    manifest = json.loads((path / "manifest.json").read_text("utf-8"))
    assert manifest["version"] == path.name and manifest["code_version"] == code_version()
    assert {name: entry["rows"] for name, entry in manifest["tables"].items()}["events"] == 3
    assert manifest["tables"]["events"]["sha256"] == sha256((path / "events.parquet").read_bytes()).hexdigest()
    assert manifest["rejected"]["events"]["reasons"] == {"status: is not in the vocabulary": 1}
    assert manifest["references_cut"] == {"events.parent_event_id": 2}
    assert [(one["file_name"], one["outcome"]) for one in manifest["sources"]] == [
        ("a.txt", "documents"), ("b.txt", "documents"), ("c.pdf", "rejected/documents"),
    ]


def test_parquet_names_no_pandas_and_is_compressed(tmp_path):
    file = pq.ParquetFile(publish(records(), tmp_path).path / "events.parquet")
    assert b"pandas" not in (file.schema_arrow.metadata or {})
    assert {file.metadata.row_group(0).column(place).compression for place in range(file.metadata.num_columns)} == {"ZSTD"}
