"""Characters that every match of a pattern holds."""
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.lexicon.literals import literals, may_match
from pipelines.lexicon.loader import read_tsv


@pytest.mark.parametrize(("pattern", "known"), [
    ("White House", ("White House",)),
    (r"\bU\.S\.|\bUnited States\b", ("U.S.", "United States")),
    ("(?:The )?White House|THE WHITE HOUSE", ("White House", "THE WHITE HOUSE")),
    ("Readout (?:of|from) the", ("Readout ",)),
    (r"\bAustralians?\b", ("Australian",)),
    ("colou?red", ("colo",)),
    ("ab{2}cde", ("cde",)),
    ("loo+king", ("king",)),
    (r"[A-Z)]bc|def", ()),
    (r"[]a|]bcd", ("bcd",)),
    ("abc|", ()),
    ("(?i)abc", ()),
    ("", ()),
])
def test_literals(pattern: str, known: tuple[str, ...]) -> None:
    assert literals(pattern) == known


@pytest.mark.parametrize("pattern", [row["pattern"] for row in read_tsv("issuers.tsv")])
@settings(max_examples=10, deadline=None)
@given(data=st.data())
def test_a_match_holds_its_literals(pattern: str, data: st.DataObject) -> None:
    assert may_match(literals(pattern), data.draw(st.from_regex(re.compile(pattern, re.M))))
