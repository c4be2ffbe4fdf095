"""Quotes and names of codings."""
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.evaluate.names import name_tokens, same_name
from pipelines.evaluate.quotes import find, overlap, sentence_around, sentences_of

TEXT = "A heading\nThe ministers met in Oslo. They talked\nfor an hour, said Mr. Berg. They met."


@pytest.mark.parametrize(
    ("quote", "places"),
    [("met", ["met", "met"]), ("talked for", ["talked\nfor"]), ("in  Oslo", ["in Oslo"]), ("Oslo.*", []), ("MET", [])],
)
def test_find(quote, places):
    assert [TEXT[start:end] for start, end in find(TEXT, quote)] == places


@pytest.mark.parametrize(
    ("quote", "sentence"),
    [
        ("heading", "A heading"),
        ("met in", "The ministers met in Oslo."),
        ("in Oslo", "The ministers met in Oslo. They talked"),  # a stop right behind the quote does not end the sentence
        ("talked", "They talked"),
        ("an hour", "for an hour, said Mr. Berg."),
        ("They met", "They met."),
    ],
)
def test_sentence_around(quote, sentence):
    start, end = sentence_around(TEXT, find(TEXT, quote)[0])
    assert TEXT[start:end] == sentence


def test_a_quote_that_is_everywhere_anchors_the_first_three_places():
    assert len(sentences_of("met\n" * 9, ["met"])) == 3


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [([(0, 5)], [(4, 9)], True), ([(0, 5)], [(5, 9)], False), ([(0, 5)], [], False), ([(0, 1), (8, 9)], [(3, 9)], True)],
)
def test_overlap(left, right, expected):
    assert overlap(left, right) is overlap(right, left) is expected


SAME = [
    ("Anna Berg", "Anna Berg", True),
    ("Berg Anna", "Anna Berg", True),
    ("Berg", "Anna Berg", True),
    ("Mr. Berg", "Anna Berg", True),
    ("A. Berg", "Anna Berg", True),
    ("A.M. Berg", "Anna Maria Berg", True),
    ("Anna Maria Berg", "Anna Berg", True),
    ("Şükrü Günay", "Sukru Gunay", True),
    ("N. Berg", "Anna Berg", False),
    ("Anna Lund", "Anna Berg", False),
    ("A. B.", "Anna Berg", False),
    ("Li", "Li Wei", False),  # one word of two letters says too little
    ("", "Anna Berg", False),
    (None, "Anna Berg", False),
    (None, None, False),
    ("Mr.", "Mr.", False),
]


@pytest.mark.parametrize(("one", "other", "expected"), SAME)
def test_same_name(one, other, expected):
    assert same_name(one, other) is same_name(other, one) is expected


@given(st.text(max_size=40))
def test_a_name_is_the_same_as_itself_unless_it_has_no_words(name):
    assert same_name(name, name) is bool(name_tokens(name))
