"""What is not looked for where a cheap question says that it cannot be: the answer must be the one that looking gives."""
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.lexicon.loader import read_tsv
from pipelines.recognize import gatherings, instrument_words, instruments
from pipelines.recognize.dates import grammar, lexer
from pipelines.recognize.gate import Gate
from pipelines.recognize.people.neighbours import mend, mend_all
from pipelines.recognize.people.reading import read_line
from pipelines.recognize.people.units import Line
from pipelines.recognize.people.words import UNSURE
from pipelines.recognize.places import find_places

COMMON = "The Minister of Norway met with his Novak in Oslo , and - signed ( a the of Serbian Ambassador van President To U.S. said".split()
CALENDAR = [*lexer.vocabulary(), "ago", "time", "days", "months", "5", "2014", "May2014", "ſunday", "frİday", "ſix", "MONDAY"]
PAPERS = [row["surface"] for row in read_tsv("instruments.tsv")] + [row["head"] for row in read_tsv("gatherings.tsv")]


def glued(words: list[str]) -> st.SearchStrategy[str]:
    """Texts of words that stand in texts, and those that matter."""
    word = st.one_of(st.sampled_from(COMMON), st.sampled_from(words), st.sampled_from(words).map(str.title))
    between = st.sampled_from([" ", " ", " ", "", "-", ", ", "\n"])
    return st.lists(st.tuples(word, between), max_size=12).map(lambda pairs: "".join(one + other for one, other in pairs))


@settings(max_examples=300)
@given(glued(CALENDAR))
def test_dates_stand_only_where_they_may(text: str) -> None:
    found = [date for run in grammar.runs(text, lexer.tokens(text, 0, len(text))) for date in grammar.dates_of(run, text)]
    assert grammar.find_dates(text, 0, len(text)) == found


@pytest.mark.parametrize(("text", "may"), [
    ("He came on Monday.", True), ("two weeks ago", True), ("this weekend", True), ("in 3", True),
    ("the first of the last", False), ("mondays", False), ("", False),
])
def test_dates_may_stand(text: str, may: bool) -> None:
    assert lexer.may_date(text, 0, len(text)) is may


@settings(max_examples=300)
@given(glued(PAPERS))
def test_documents_and_gatherings_stand_only_where_they_may(text: str) -> None:
    end = len(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Gate, "opens", lambda *_: True)
        found = instruments.find_instruments(text, 0, end, []), gatherings.find_gatherings(text, 0, end, [])
    assert (instruments.find_instruments(text, 0, end, []), gatherings.find_gatherings(text, 0, end, [])) == found


def test_a_gate_is_open_for_words_inside_others_and_shut_else() -> None:
    assert instrument_words.gate().opens("Pre-Agreements", 0, 14)
    assert not instrument_words.gate().opens("agreement: they met", 11, 19)


@settings(max_examples=300)
@given(glued([*COMMON, "sultan", "al", "bin", "Franco", "Bishop", "deputy", "assistant", "Turk", "Lincoln", "PM"]), st.booleans())
def test_only_what_neighbours_may_change_is_mended(text: str, heading: bool) -> None:
    one, other = unmended(text), unmended(text)
    letters = mend_all(one.units, heading)
    for index, unit in enumerate(other.units):
        if unit.letter != "w" or unit.key or unit.text in ("al", "bin", "van"):
            mend(other.units, index, heading)
    assert [*letters] == [unit.letter for unit in one.units] == [unit.letter for unit in other.units]


@settings(max_examples=300, deadline=None)
@given(glued([*COMMON, "Prime", "Lt.", "Gen", "in", "charge", "the", "Honorable", "&", "'s", "I", "A.", "McNovak", "withMaria", "Biden’s"]))
def test_letters_looked_up_at_once_are_those_of_a_closer_look(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("pipelines.recognize.people.reading.mark", lambda _: UNSURE)
        patch.setattr("pipelines.recognize.people.reading.mark_before", lambda *_: UNSURE)
        closely = read_line(text, 0, len(text), (), ())
    line = read_line(text, 0, len(text), (), ())
    assert line.letters == closely.letters
    assert [*line.units] == [*closely.units]


@settings(max_examples=200, deadline=None)
@given(glued(["city of Rome", "Town of Oslo", "the Kingdom", "Kingdom of Norway", "The Sultanate", "Sultanate of Oman", "village of Uma"]))
def test_framed_places_stand_only_where_they_may(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("pipelines.recognize.place_frames._holds", lambda *_: True)
        found = find_places(text, 0, len(text))
    assert find_places(text, 0, len(text)) == found


def unmended(text: str) -> Line:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("pipelines.recognize.people.reading.mend_all", lambda units, _: units.letters)
        return read_line(text, 0, len(text), (), ())
