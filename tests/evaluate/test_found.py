"""What was found, from records and from tables on disk: the same rows, and missing values are None however they were written."""
import math
from datetime import date

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.build import build
from pipelines.evaluate.found import NoTable, code_folder, plain, read_data, stem_of

TEXT = (
    "Oslo, 4 May 2021. President of Finland Sauli Niinistö met with Prime Minister of Norway Erna Solberg in Oslo today.\n"
    "The two countries signed an agreement on trade during the visit.\n"
)


@pytest.mark.parametrize("value", [None, math.nan, pd.NaT])
def test_nothing_is_none(value):
    assert plain(value) is None


@pytest.mark.parametrize("value", ["", 0, False, [], "text", date(2020, 5, 4)])
def test_anything_else_is_itself(value):
    assert plain(value) is value


def test_a_timestamp_is_a_day():
    assert plain(pd.Timestamp(2020, 5, 4, 12)) == date(2020, 5, 4)


@given(st.text(alphabet="abc0._-/ ", min_size=1))
def test_the_stem_of_any_name_has_no_folder(name):
    assert "/" not in stem_of(name)


def minimal(folder, **nulls):
    """A release as pandas writes it: one event with one person; `nulls` are the values of its city, country and name."""
    span = {"document_id": "d", "char_start": 0, "char_end": 4}
    dates = {"start_date": pd.Timestamp(2021, 5, 4), "end_date": pd.NaT}
    told = {"status": "held", "is_background": False, "rule": "r", **dates, **span}
    tables = {
        "documents": [{"document_id": "d", "file_name": "sub/17.txt", "text": "Talk"}],
        "segments": [{"kind": "item", **span}],
        "events": [{"event_id": "e", "event_type": "visit", "countries": ["NOR"], "parent_event_id": None, **nulls, **told}],
        "participants": [{"event_id": "e", "kind": "person", "name": None, "country": math.nan, "office": None, "role": "host", **span}],
        "agreements": [{"agreement_id": "a", "agreement_type": "treaty", "parties": None, **told}],
    }
    for name, rows in tables.items():
        pd.DataFrame(rows).to_parquet(folder / f"{name}.parquet")


@pytest.mark.parametrize("null", [None, math.nan, ""])
def test_nulls_are_none(tmp_path, null):
    minimal(tmp_path, city=null, country=null)
    found = read_data(tmp_path)["17"]
    (event,), (agreement,) = found.side.events, found.side.agreements
    assert (event.city, event.country, event.parent, event.end) == (None, None, None, None)
    assert (event.people[0].name, event.people[0].country, event.start) == (None, None, date(2021, 5, 4))
    assert (agreement.parties, agreement.end, found.side.starts) == (frozenset(), None, (0,))


def test_a_table_that_is_not_there(tmp_path):
    minimal(tmp_path, city=None, country=None)
    (tmp_path / "events.parquet").unlink()
    with pytest.raises(NoTable, match=r"events\.parquet"):
        read_data(tmp_path)


def test_a_release_says_what_coding_said(tmp_path):
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "one.txt").write_text(TEXT, "utf-8")
    (seeds / "broken.txt").write_bytes(b"\x00\x01\x02")
    build(seeds, tmp_path / "data")
    coded, published = code_folder(seeds), read_data(tmp_path / "data")
    assert list(coded) == list(published) == ["one"]
    assert coded["one"].side.events, "the example should yield an event"
    assert [shown(found["one"]) for found in (coded, published)] == [shown(coded["one"])] * 2


def shown(found):
    """Rows without their identity, in order of place."""
    events = sorted((row.type, row.spans, row.start, row.country, sorted(row.countries), row.people) for row in found.side.events)
    agreements = sorted((row.type, row.spans, row.start, sorted(row.parties)) for row in found.side.agreements)
    return found.text, events, agreements, found.side.starts
