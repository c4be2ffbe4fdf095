"""The rules do not get worse unnoticed: figures of the texts in the repository, held against those last accepted."""
from pathlib import Path

import pytest

from pipelines.evaluate import evaluate
from pipelines.evaluate.baseline import TOLERANCE, compare, kept, read_baseline
from pipelines.evaluate.codings import Places
from pipelines.evaluate.figures import TABLES

HERE = Path(__file__).parent
ACCEPT = "look at `communique evaluate --errors`; if the change is meant, accept it with `communique evaluate --save-baseline`"


@pytest.fixture(scope="module")
def sheets():
    """Of the texts in the repository only, so that the outcome is the same wherever the corpora lie."""
    return evaluate(Places(HERE / "gold", HERE / "texts", HERE / "nowhere")).of("all")


def test_the_baseline_knows_every_text(sheets):
    assert {sheet.stem for sheet in sheets} <= set(read_baseline(HERE / "baseline.json")), ACCEPT


@pytest.mark.parametrize("table", TABLES)
def test_no_table_sinks(sheets, table):
    change = next(one for one in compare(read_baseline(HERE / "baseline.json"), kept(sheets)) if one.name == table)
    assert change.new >= change.old - TOLERANCE, f"{table}: F1 {change.old:.3f} -> {change.new:.3f}; {ACCEPT}"
