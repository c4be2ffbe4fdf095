"""What changed between releases of any size, which releases there are, and which may go."""
import json
import os
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from publish_world import records

from pipelines.publish import compare
from pipelines.publish.compare import compare_releases
from pipelines.publish.diff import diff_tables
from pipelines.publish.facade import publish, read_release, read_tables
from pipelines.publish.history import list_releases, prune
from pipelines.publish.parquet import write_frame
from pipelines.publish.records import NoLinks, Records
from pipelines.publish.release import ReleaseError
from pipelines.publish.tables import make_tables
from schemas.arrow import arrow_schema
from schemas.tables import TABLES


def changed() -> Records:
    """The small world with the visit elsewhere, one participant less and a file more that cannot be read."""
    given = records()
    visit, *rest = given.codings[0].events
    first = replace(given.codings[0], events=(replace(visit, city="Bergen"), *rest), participants=given.codings[0].participants[:1])
    return replace(given, codings=[first, given.codings[1]])


def emptied() -> Records:
    given = records()
    return replace(given, documents=given.documents[1:], segments=given.segments[2:], codings=given.codings[1:], links=NoLinks())


WORLDS = {"first": records, "changed": changed, "emptied": emptied}


def in_order(data: Path, *names: str) -> list[Path]:
    """Releases published one after the other, a minute apart."""
    paths = []
    for minute, name in enumerate(names):
        paths.append(publish(WORLDS[name](), data).path)
        os.utime(paths[-1], (1_700_000_000 + 60 * minute, 1_700_000_000 + 60 * minute))
    return paths


def test_a_release_tells_what_it_changed(tmp_path):
    first, second = in_order(tmp_path, "first", "changed")
    told = json.loads((second / "diff.json").read_text("utf-8"))
    assert (told["from"], told["to"]) == (first.name, second.name)
    visit, one = changed().codings[0].events[0].event_id, records().codings[0].participants[1].participant_id
    assert told["tables"]["events"] == {"added": 0, "removed": 0, "changed": 1, "keys": {"added": [], "removed": [], "changed": [[visit]]}}
    assert told["tables"]["participants"]["keys"]["removed"] == [[one]]


def test_the_first_release_adds_everything(tmp_path):
    (path,) = in_order(tmp_path, "first")
    told = json.loads((path / "diff.json").read_text("utf-8"))
    assert told["from"] is None and {table: one["added"] for table, one in told["tables"].items()} == {
        table: len(frame) for table, frame in read_tables(path).items()}


@pytest.mark.parametrize(("old", "new"), [("first", "changed"), ("changed", "first"), ("first", "emptied"), ("emptied", "first")])
def test_both_ways_of_comparing_agree(tmp_path, old, new):
    before, after = in_order(tmp_path, old, new)
    files = {f"{table}.parquet": after / f"{table}.parquet" for table in TABLES}
    by_frames = diff_tables(read_tables(before), read_tables(after))
    for table, found in compare_releases(before, files).items():
        assert found.counts == by_frames[table].summary()
        assert {tuple(key) for key in found.keys["changed"]} == set(by_frames[table].changed or ())
        assert {tuple(key) for key in found.keys["added"]} == set(by_frames[table].added)


def test_keys_are_listed_up_to_a_limit_and_counted_beyond(tmp_path, monkeypatch):
    monkeypatch.setattr(compare, "LISTED", 2)
    (path,) = in_order(tmp_path, "first")
    events = json.loads((path / "diff.json").read_text("utf-8"))["tables"]["events"]
    assert events["added"] == 4 and len(events["keys"]["added"]) == 2


def test_a_damaged_old_release_keeps_no_new_one_back(tmp_path):
    first = publish(records(), tmp_path).path
    (first / "events.parquet").write_bytes(b"harm")
    second = publish(changed(), tmp_path).path
    assert json.loads((second / "diff.json").read_text("utf-8"))["tables"] == {}


def test_the_manifest_tells_what_a_release_was_made_from(tmp_path):
    first, second = in_order(tmp_path, "first", "emptied")
    made = [json.loads((path / "manifest.json").read_text("utf-8"))["made_from"] for path in (first, second)]
    assert made[0]["texts"] != made[1]["texts"]
    assert all(len(made[0][name]) == 64 and made[0][name] == made[1][name] for name in ("lexicon", "code"))
    strict = publish(replace(emptied(), settings={"max_chars": 9}, rejected_files=()), tmp_path / "strict").path
    assert json.loads((strict / "manifest.json").read_text("utf-8"))["made_from"]["settings"] == {"max_chars": 9}


def test_old_releases_are_listed_and_can_be_read(tmp_path):
    first, second = in_order(tmp_path, "first", "changed")
    assert [(one.version, one.current, one.changes) for one in list_releases(tmp_path)] == [
        (second.name, True, (0, 0, 1)), (first.name, False, (4, 0, 0))]
    cities = [set(read_release(tmp_path, "events", release=name)["city"].dropna()) for name in (first.name, second.name[:8], "previous")]
    assert cities[0] == cities[2] == {"Oslo"} and "Bergen" in cities[1]


def test_a_release_without_manifest_or_difference_is_still_listed(tmp_path):
    (path,) = in_order(tmp_path, "first")
    (path / "manifest.json").unlink()
    (path / "diff.json").unlink()
    (one,) = list_releases(tmp_path)
    assert one.manifest == {} and one.changes is None


@pytest.mark.parametrize(("keep", "left"), [(1, ["first"]), (2, ["first", "changed"]), (3, ["first", "changed", "emptied"]), (9, None)])
def test_pruning_keeps_the_current_release_and_the_last_written(tmp_path, keep, left):
    paths = dict(zip(("first", "emptied", "changed"), in_order(tmp_path, "first", "emptied", "changed"), strict=True))
    publish(records(), tmp_path)  # the oldest is current again
    gone = prune(tmp_path, keep)
    kept = [paths[name].name for name in left or paths]
    assert sorted(one.version for one in list_releases(tmp_path)) == sorted(kept)
    assert set(gone) == {path.name for path in paths.values()} - set(kept)
    assert read_release(tmp_path, "events")["city"].dropna().unique().tolist() == ["Oslo"]
    assert not list((tmp_path / "releases").glob(".*"))


def test_a_pruned_release_is_missed_in_one_sentence(tmp_path):
    first, _ = in_order(tmp_path, "first", "changed")
    prune(tmp_path, 1)
    for name in ("previous", first.name):
        with pytest.raises(ReleaseError, match=f"no release begins with '{first.name}'"):
            read_release(tmp_path, release=name)


def test_nothing_keeps_nothing_is_refused(tmp_path):
    with pytest.raises(ValueError, match="at least"):
        prune(tmp_path, 0)


@given(st.sets(st.integers(0, 9)), st.sets(st.integers(0, 9)), st.sets(st.integers(0, 9)))
@settings(max_examples=25, deadline=None)
def test_counts_add_up(tmp_path_factory, before, after, renamed):
    """Entities alone, since they need nothing else."""
    folder = tmp_path_factory.mktemp("two")
    for side, own, name in (("old", before, lambda _: "A"), ("new", after, lambda one: "B" if one in renamed else "A")):
        tables = make_tables(Records(links=NoLinks(entities=[entity(one, name) for one in sorted(own)])))
        for table, frame in tables.items():
            write_frame(frame, folder / side / f"{table}.parquet", arrow_schema(table))
    counts = compare_releases(folder / "old", {path.name: path for path in (folder / "new").iterdir()})["entities"].counts
    assert counts == {"added": len(after - before), "removed": len(before - after), "changed": len(after & before & renamed)}


def entity(number, name):
    return {"entity_id": f"ent_{number:016x}", "kind": "person", "name": name(number), "aliases": [], "country": "SRB",
            "first_seen_on": None, "last_seen_on": None, "n_events": 1}
