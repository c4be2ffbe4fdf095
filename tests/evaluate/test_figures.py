"""Figures and their intervals; the baseline; the precision of rules; all of it as text and JSON."""
import json

import pytest

from pipelines.evaluate.baseline import compare, kept, read_baseline, write_baseline
from pipelines.evaluate.confidence import confidence_table, smoothed
from pipelines.evaluate.figures import TABLES, as_json, figures
from pipelines.evaluate.sheet import Sheet, Tally


def sheet(stem, **tallies):
    """`events=(1, 0, 2)`: the tally of a table; names of fields begin with `field_`, of event rules with `rule_`."""
    groups = {"field": "field", "rule": "event rule"}
    keys = {name: (groups[name.split("_")[0]], name.split("_")[1]) if "_" in name else ("table", name) for name in tallies}
    return Sheet(stem, "", {keys[name]: Tally(*tally) for name, tally in tallies.items()})


@pytest.mark.parametrize(
    ("tally", "precision", "recall", "f1"),
    [((8, 2, 8), 0.8, 0.5, 8 / 13), ((0, 0, 0), 0, 0, 0), ((0, 3, 0), 0, 0, 0), ((5, 0, 0), 1, 1, 1), ((0, 0, 4), 0, 0, 0)],
)
def test_measures(tally, precision, recall, f1):
    tally = Tally(*tally)
    assert (tally.precision, tally.recall, tally.f1) == pytest.approx((precision, recall, f1))


def test_figures_sum_over_texts_and_lie_within_their_bounds():
    (one,) = figures([sheet("a", events=(9, 1, 0)), sheet("b", events=(3, 2, 6)), sheet("c", events=(5, 0, 1))], "table", ["events"])
    assert one.tally == (17, 3, 7)
    for value, (low, high) in ((one.tally.precision, one.precision), (one.tally.recall, one.recall), (one.tally.f1, one.f1)):
        assert low < value < high


def test_one_text_has_no_spread_and_the_same_sheets_give_the_same_bounds():
    (alone,) = figures([sheet("a", events=(9, 1, 3))], "table", ["events"])
    assert alone.precision == (0.9, 0.9)
    texts = [sheet(str(n), events=(n, 1, 2)) for n in range(9)]
    assert figures(texts, "table") == figures(texts, "table")


def test_more_texts_give_narrower_bounds():
    few = [sheet(str(n), events=(n % 5, 2, 2)) for n in range(10)]
    (wide,), (narrow,) = figures(few, "table", ["events"]), figures(few * 20, "table", ["events"])
    assert narrow.f1[1] - narrow.f1[0] < (wide.f1[1] - wide.f1[0]) / 2


def test_json_holds_every_table_even_without_rows():
    told = as_json([sheet("a", events=(3, 1, 0), field_status=(2, 1))])
    assert list(told["tables"]) == list(TABLES)
    assert told["tables"]["agreements"]["f1_95"] == [0.0, 0.0]
    assert told["fields"] == {"status": {"accuracy": 0.667, "accuracy_95": [0.667, 0.667], "right": 2, "wrong": 1}}
    assert json.loads(json.dumps(told)) == told


BASE = [sheet("a", events=(90, 10, 10), field_status=(9, 1)), sheet("b", events=(5, 5, 5))]
CHANGES = [
    ("nothing changed", BASE, {}, []),
    ("a hair below", [sheet("a", events=(89, 10, 11), field_status=(9, 1)), BASE[1]], {"events": -0.005}, []),
    ("sunk", [sheet("a", events=(80, 10, 20), field_status=(9, 1)), BASE[1]], {"events": -0.054}, ["events"]),
    ("risen", [BASE[0], sheet("b", events=(9, 1, 1))], {"events": 0.035}, []),
    ("a field sunk", [sheet("a", events=(90, 10, 10), field_status=(7, 3)), BASE[1]], {"status": -0.2}, ["status"]),
    ("a text the baseline lacks is left out", [*BASE, sheet("c", events=(0, 50, 50))], {}, []),
    ("only texts at hand are compared", [sheet("b", events=(5, 5, 5))], {}, []),
]


@pytest.mark.parametrize(("now", "changed", "sunk"), [case[1:] for case in CHANGES], ids=[case[0] for case in CHANGES])
def test_compare(tmp_path, now, changed, sunk):
    write_baseline(tmp_path / "baseline.json", BASE)
    found = compare(read_baseline(tmp_path / "baseline.json"), kept(now))
    assert {one.name: pytest.approx(one.difference, abs=0.004) for one in found if one.difference} == changed
    assert [one.name for one in found if one.sank] == sunk
    assert all(("a" in one.worse) is (one.difference < 0) for one in found)


def test_the_baseline_is_the_same_bytes_whatever_the_order(tmp_path):
    for name, sheets in (("one", BASE), ("other", BASE[::-1])):
        write_baseline(tmp_path / name, sheets)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "other").read_bytes()


@pytest.mark.parametrize(("tally", "expected"), [((0, 0), 0.8), ((1, 0), 0.84), ((0, 1), 0.64), ((96, 0), 0.992), ((0, 96), 0.032)])
def test_smoothed(tally, expected):
    assert smoothed(Tally(*tally), 0.8) == pytest.approx(expected)


def test_the_table_of_rules():
    table = confidence_table([sheet("a", events=(3, 1, 9), rule_met=(3, 0, 0)), sheet("b", rule_went=(0, 1, 0))])
    rows = [line.split("\t") for line in table.splitlines() if line.startswith("events")]
    assert rows == [["events", "*", "4", "0.750"], ["events", "met", "3", "0.857"], ["events", "went", "1", "0.600"]]
