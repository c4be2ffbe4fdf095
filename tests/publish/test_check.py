"""A published release, read critically."""
import json

import pyarrow.parquet as pq
import pytest
from publish_world import records

from pipelines.publish.check import check_release
from pipelines.publish.facade import publish


@pytest.fixture
def path(tmp_path):
    return publish(records(), tmp_path).path


def forge(path, **columns) -> None:
    """Change columns of the events and write a manifest that agrees with the forgery."""
    from hashlib import sha256

    file = path / "events.parquet"
    events = pq.ParquetFile(file).read()
    for name, values in columns.items():
        place = events.schema.get_field_index(name)
        events = events.set_column(place, events.schema.field(name), [values])
    pq.write_table(events, file)
    manifest = json.loads((path / "manifest.json").read_text("utf-8"))
    manifest["tables"]["events"]["sha256"] = sha256(file.read_bytes()).hexdigest()
    (path / "manifest.json").write_text(json.dumps(manifest), "utf-8")


def test_a_sound_release(path):
    assert check_release(path) == []


@pytest.mark.parametrize("name", ["events.parquet", "rejected/events.parquet"])
def test_files_missing_or_changed(path, name):
    (path / name).write_bytes(b"PAR1 nonsense")
    assert check_release(path) == [f"{name} is not the file the manifest names"]
    (path / name).unlink()
    assert check_release(path) == [f"{name} is missing"]


def test_no_manifest(path):
    (path / "manifest.json").unlink()
    assert len(check_release(path)) == 1


def test_another_schema(path):
    manifest = json.loads((path / "manifest.json").read_text("utf-8"))
    (path / "manifest.json").write_text(json.dumps({**manifest, "schema_version": "0.1"}), "utf-8")
    assert check_release(path) == ["written under schema 0.1, this program knows 1.0.0"]


def test_a_row_that_would_not_be_published_again(path):
    forge(path, city=["Oslo", "Oslo", "", "Oslo"])
    event, participant = check_release(path)
    assert event.startswith("events evt_") and event.endswith(": city: is empty")
    assert participant.endswith(": event_id: the row it names is rejected")


def test_a_broken_contract(path):
    forge(path, event_id=["evt_0000000000000000"] * 4)
    assert check_release(path) == ["events: 3 keys are not unique, first evt_0000000000000000"]
