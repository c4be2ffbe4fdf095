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
    ruled = (row for row in ROWS if row["table"] == "events" and row["rule"] != OTHERS and not row["rule"].startswith("learned."))
    row = max(ruled, key=lambda row: int(row["support"]))
    assert confidence("events", row["rule"]) == float(row["precision"])


@pytest.mark.parametrize("table", ["events", "agreements"])
def test_the_weights_are_measured_on_texts_they_were_not_learnt_from(table):
    rows = {row["rule"]: row for row in read_tsv("learned_confidence.tsv") if row["table"] == table}
    whole = rows.pop("learned.*")
    assert int(whole["support"]) == sum(int(row["support"]) for row in rows.values()) > 0
    assert all(confidence(table, rule) == float(row["precision"]) for rule, row in rows.items())
    assert confidence(table, "learned.none") == float(whole["precision"])


def test_other_tables_have_none():
    assert confidence("segments", OTHERS) is None
