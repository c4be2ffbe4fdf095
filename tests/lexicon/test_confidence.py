"""The precision of the rules, as measured."""
import pytest

from pipelines.lexicon.confidence import OTHERS, confidence
from pipelines.lexicon.loader import read_tsv

ROWS = read_tsv("confidence.tsv")


def test_every_row_loads():
    assert all(0 <= float(row["precision"]) <= 1 and int(row["support"]) > 0 for row in ROWS)
    assert len({(row["table"], row["rule"]) for row in ROWS}) == len(ROWS)


@pytest.mark.parametrize("table", ["events", "participants", "agreements"])
def test_a_rule_never_seen_is_believed_as_all_rules_of_its_table(table):
    (whole,) = (row for row in ROWS if (row["table"], row["rule"]) == (table, OTHERS))
    assert confidence(table, "no.such_rule") == float(whole["precision"])
    assert int(whole["support"]) == sum(int(row["support"]) for row in ROWS if row["table"] == table and row is not whole)


def test_a_rule_seen_has_its_own():
    row = max((row for row in ROWS if row["table"] == "events" and row["rule"] != OTHERS), key=lambda row: int(row["support"]))
    assert confidence("events", row["rule"]) == float(row["precision"])


def test_other_tables_have_none():
    assert confidence("segments", OTHERS) is None
