"""What changed between two releases."""
from dataclasses import replace

import pandas as pd
from publish_world import records

from pipelines.publish.diff import TableDiff, diff_table, diff_tables
from pipelines.publish.facade import prepare


def frame(**columns: list[object]) -> pd.DataFrame:
    return pd.DataFrame(columns).convert_dtypes(dtype_backend="pyarrow")


def test_added_removed_changed():
    old = frame(id=["a", "b", "c"], name=["x", "y", None], items=[["1"], ["2"], ["3"]])
    new = frame(id=["d", "c", "b"], name=["x", "z", "y"], items=[["1"], ["3"], ["2", "4"]])
    assert diff_table(old, new, ("id",)) == TableDiff(added=(("d",),), removed=(("a",),), changed={("b",): ("items",), ("c",): ("name",)})


def test_a_new_column_is_a_change_where_it_is_filled():
    assert diff_table(frame(id=["a", "b"]), frame(id=["a", "b"], name=["x", None]), ("id",)).changed == {("a",): ("name",)}


def test_keys_with_nulls_sort_last():
    found = diff_table(frame(id=["a"], office=["x"]), frame(id=["a", "a"], office=["y", None]), ("id", "office"))
    assert found.added == (("a", "y"), ("a", None)) and found.summary() == {"added": 2, "removed": 1, "changed": 0}


def test_releases():
    given = records()
    old = prepare(given).accepted
    first = given.codings[0]
    visit, *rest = first.events
    moved = replace(first, events=(replace(visit, city="Bergen"), *rest), participants=first.participants[:1])
    found = diff_tables(old, prepare(replace(given, codings=[moved, given.codings[1]])).accepted)
    assert found["events"].changed == {(visit.event_id,): ("city",)}
    assert found["participants"].removed == ((first.participants[1].participant_id,),)
    assert [table for table, one in found.items() if any(one.summary().values())] == ["events", "participants"]
    assert not any(any(one.summary().values()) for one in diff_tables(old, old).values())
