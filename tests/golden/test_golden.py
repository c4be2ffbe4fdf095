"""Whole texts come out as written down. Rules changed on purpose: `python tests/golden/regenerate.py`, then read the difference."""
import json

import pytest
import yaml
from regenerate import HERE, STEMS, TEXTS, coding_of, compact, golden, written

AGAIN = "if the change is meant: python tests/golden/regenerate.py, then read the difference"


@pytest.mark.parametrize("stem", STEMS)
def test_a_text_comes_out_as_written_down(stem: str) -> None:
    lines = written(compact(coding_of(stem))).splitlines()
    kept = golden(stem).read_text(encoding="utf-8").splitlines()
    changed = {"new": [row for row in lines if row not in kept], "gone": [row for row in kept if row not in lines]}
    assert changed == {"new": [], "gone": []}, AGAIN
    assert lines == kept, AGAIN


def test_there_is_a_file_for_every_text_and_none_else() -> None:
    assert {path.stem for path in HERE.glob("*.json")} == set(STEMS), AGAIN


def test_no_text_is_one_that_the_rules_must_not_see() -> None:
    lists = yaml.safe_load((TEXTS.parent / "split.yaml").read_text("utf-8"))
    assert set(STEMS) <= set(lists["seen"])


def test_together_they_hold_most_of_the_codebook() -> None:
    rows = [json.loads(golden(stem).read_text(encoding="utf-8")) for stem in STEMS]
    assert len({e["type"] for one in rows for e in one["events"]}) >= 12
    assert {a["status"] for one in rows for a in one["agreements"]} >= {"signed", "planned"}
