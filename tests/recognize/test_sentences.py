"""Sentences: cases with `|` where a new sentence begins; invariants by Hypothesis."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.lexicon.loader import read_tsv
from pipelines.recognize.sentences import LONGEST, split

CASES = [
    "He met Lt. Gen. Adams in Bern. |They talked.",
    "U.S. Secretary of State A. B. Carter came on Nov. 20. |The talks were long.",
    "The talks in Washington, D.C. ended. |Sh. Aliev and Mr. Baker signed.",
    "A ceremony in the U.S. |The minister left.",
    "Both ministers agreed.|They will meet again.",
    "“We agree.” |The session was chaired by Amb. Doe of Kenya.",
    "It goes on……. and on.",
    "Oslo. |9 October. |The King arrived.",
    "Press note No. 12 of the Ministry",
    # lines
    "Minister visits Rome\n|14 June 2024 17:10\n|On June 14 the Minister arrived in Rome.\n",
    "The Minister will travel to Rome and Paris for talks on\nsecurity. |He will be accompanied by the Chief of Staff,\n"
    "General Doe, and by members of the\nForeign Affairs Committee.\n|LONDON, 2nd July, 1965.",
    "Today the Secretary telephoned the Ministers of Canada and\n\n the United Kingdom about the matter.\n\n|It was short.",
    "The Minister met the head of\nthe agency for trade and the director of\nthe bank in the capital of\nthe country. |"
    "The talks of the Chiefs of Staff\n"
    "(CoS) were led by Cmde A. Doe, Director\nGeneral of Plans.",
    "Members of the delegation:\n|1. Ann Doe\n|2. John Roe",
    "Press Releases\n\n|Ambassador of Kenya Calls on the Minister\n\n|July 29, 2014\n\n|The Ambassador came.",
    "PRIME MINISTER: I am glad to be here.\n|QUESTION: When will you\nsign the agreement?",
]


@pytest.mark.parametrize("marked", CASES)
def test_split(marked: str) -> None:
    text = marked.replace("|", "")
    assert [text[start:end] for start, end in split(text, 0, len(text))] == [part.strip() for part in marked.split("|")]


@given(st.text(alphabet=st.sampled_from(list("aB. \n,“”1A-:…!")), max_size=120))
def test_every_character_is_in_exactly_one_sentence(text: str) -> None:
    spans = split(text, 0, len(text))
    covered = [i for start, end in spans for i in range(start, end)]
    assert len(covered) == len(set(covered)) and covered == sorted(covered)
    assert {i for i, c in enumerate(text) if not c.isspace()} <= set(covered)
    assert all(text[start:end] == text[start:end].strip() and start < end for start, end in spans)


def test_offsets_are_absolute() -> None:
    text = "Ignored. He came. He left."
    assert [text[s:e] for s, e in split(text, 9, len(text))] == ["He came.", "He left."]


@pytest.mark.usefixtures("ends")
@pytest.mark.parametrize("unit", ["a", ".", "A. ", "\n", " \n", "a\n", ",\n", "Mr. ", "“", "1. ", "a.B", "…"])
def test_hostile_text_comes_to_an_end(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    split(text, 0, len(text))


def test_every_abbreviation_loads() -> None:
    rows = read_tsv("abbreviations.tsv")
    assert {row["class"] for row in rows} == {"title", "open"}
    assert len({row["abbreviation"] for row in rows}) == len(rows)
    assert all(row["abbreviation"] == row["abbreviation"].lower().rstrip(".") for row in rows)


@pytest.mark.parametrize(("unit", "last"), [("and he met A B, ", ","), ("word ", "d"), ("x", "x"), ("; ", ";")])
def test_no_sentence_is_longer_than_anybody_writes(unit: str, last: str) -> None:
    text = unit * (4 * LONGEST // len(unit))
    spans = split(text, 0, len(text))
    assert len(spans) > 3 and all(0 < end - start <= LONGEST and text[end - 1] == last for start, end in spans)
    assert "".join(text[start:end] for start, end in spans).replace(" ", "") == text.replace(" ", "")
