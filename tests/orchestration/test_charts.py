"""Pictures of counts: well-formed, in proportion, and nothing in a label taken for markup."""
from base64 import b64decode
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.orchestration.charts import data_uri, matrix, nice_ceiling, stacked_columns, text_bars
from pipelines.orchestration.insights import VIEWS, insights, pairs, span_of_months
from pipelines.orchestration.metadata import first_rows
from pipelines.publish.parquet import write_frame
from pipelines.publish.tables import to_frame
from schemas.arrow import arrow_schema
from schemas.tables import TABLES

SVG = "{http://www.w3.org/2000/svg}"


def heights(svg: str) -> dict[str, float]:
    """Height of every block by what it says of itself."""
    boxes = ElementTree.fromstring(svg).iter(f"{SVG}rect")
    return {title.text or "": float(box.attrib["height"]) for box in boxes if (title := box.find(f"{SVG}title")) is not None}


def test_blocks_are_in_proportion() -> None:
    drawn = heights(stacked_columns("Events", ["2020", "2021"], {"visit": [1, 4], "call": [0, 2]}))
    assert [drawn[one] / drawn["2020: 1"] for one in ("2021: 2", "2021: 4")] == pytest.approx([2, 4], rel=0.01)
    assert "2020: 0" not in drawn


def test_a_matrix_shows_each_pair_on_both_sides() -> None:
    shown = [text.text for text in ElementTree.fromstring(matrix("Met", ["A", "B", "C"], {("A", "B"): 7})).iter(f"{SVG}text")]
    assert shown.count("7") == 2 and shown.count("C") == 2


def test_labels_are_no_markup_and_no_data_is_no_fault() -> None:
    assert ElementTree.fromstring(stacked_columns("<b>&", ["<x>"], {"a&b": [1]})) is not None
    assert ElementTree.fromstring(stacked_columns("none", [], {})) is not None
    assert ElementTree.fromstring(matrix("none", [], {})) is not None
    assert b64decode(data_uri("<svg/>").partition(",")[2]) == b"<svg/>"


@given(st.integers(min_value=0, max_value=10**9))
def test_a_scale_reaches_its_value_and_not_much_further(value: int) -> None:
    assert value <= nice_ceiling(value) <= max(2 * value, 1)


def test_every_count_above_zero_has_a_bar() -> None:
    assert [(label, len(bar)) for label, _, bar in text_bars([("a", 1000), ("b", 500), ("c", 1), ("d", 0)])] == [
        ("a", 18), ("b", 9), ("c", 1), ("d", 0),
    ]


def test_months_between_are_not_left_out() -> None:
    assert span_of_months([date(2020, 11, 3), date(2021, 1, 9)]) == ["2020-11", "2020-12", "2021-01"]


def test_reports_of_one_occasion_count_once_and_only_what_was_held() -> None:
    told = [("occ_1", "evt_1", "meeting", "held", ["AZE", "SRB"]), ("occ_1", "evt_2", "visit", "held", ["SRB", "AZE"]),
            (None, "evt_3", "call", "held", ["AZE", "SRB"]), (None, "evt_4", "call", "planned", ["AZE", "HUN"]),
            (None, "evt_5", "message", "held", ["AZE", "TUR"])]
    frame = pd.DataFrame(told, columns=["occasion_id", "event_id", "event_type", "status", "countries"])
    assert pairs(frame) == {("AZE", "SRB"): 2}


@pytest.mark.parametrize("table", TABLES)
def test_an_empty_table_is_shown_too(table: str, tmp_path: Path) -> None:
    write_frame(to_frame(table, []), tmp_path / "empty.parquet", arrow_schema(table))
    assert set(VIEWS) == set(TABLES) and insights(table, tmp_path / "empty.parquet")
    assert first_rows(tmp_path / "empty.parquet").empty
