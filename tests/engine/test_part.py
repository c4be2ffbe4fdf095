"""A part gives back what was put in, to the character, and nothing else is taken for it."""
from dataclasses import fields
from datetime import date
from types import UnionType
from typing import Any, get_args, get_origin

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.engine.part import MAGIC, BadPart, from_part, to_part
from pipelines.engine.unit import Result
from pipelines.link.likeness import Likeness
from pipelines.model.document import Document, RejectedFile, Segment
from pipelines.model.record import Agreement, Coding, Event, Participant

ANY_TEXT = st.text(st.characters())  # lone surrogates too
PLAIN: dict[Any, st.SearchStrategy[Any]] = {
    str: ANY_TEXT, int: st.integers(), float: st.floats(allow_nan=False), bool: st.booleans(), bytes: st.binary(), date: st.dates(),
    type(None): st.none(),
}


def values(kind: Any) -> st.SearchStrategy[Any]:
    if get_origin(kind) is tuple:
        return st.lists(values(get_args(kind)[0]), max_size=3).map(tuple)
    return st.one_of([values(one) for one in get_args(kind)]) if get_origin(kind) is UnionType else PLAIN[kind]


def records(of: type) -> st.SearchStrategy[Any]:
    return st.builds(of, **{field.name: values(field.type) for field in fields(of)})


def rows(of: type) -> st.SearchStrategy[Any]:
    return st.lists(records(of), max_size=2).map(tuple)


RESULTS = st.builds(Result, records(RejectedFile)) | st.builds(
    Result, records(Document), rows(Segment), st.builds(Coding, rows(Event), rows(Participant), rows(Agreement)), records(Likeness)
)
PART = to_part("key", Result(RejectedFile("a.txt", None, ("empty",))))


@given(RESULTS)
@settings(max_examples=60, deadline=None)
def test_there_and_back(result: Result) -> None:
    assert from_part("key", to_part("key", result)) == result


def test_two_lone_surrogates_stay_two_characters() -> None:
    result = Result(RejectedFile("\ud83d\ude00", None, ()))
    assert from_part("key", to_part("key", result)) == result


@given(st.integers(0, len(PART) - 1), st.integers(1, 255))
def test_a_part_with_any_byte_changed_is_none(place: int, change: int) -> None:
    damaged = PART[:place] + bytes([PART[place] ^ change]) + PART[place + 1 :]
    with pytest.raises(BadPart):
        from_part("key", damaged)


@pytest.mark.parametrize("part", [b"", MAGIC, PART[:-1], PART + b" ", b"\x80\x04K\x01.", b'[["a.txt"]]'])
def test_what_is_cut_or_something_else_is_none(part: bytes) -> None:
    with pytest.raises(BadPart):
        from_part("key", part)


def test_a_part_of_another_key_is_none() -> None:
    with pytest.raises(BadPart):
        from_part("other", PART)
