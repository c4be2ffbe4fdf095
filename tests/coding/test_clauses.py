"""Clauses: where they end, and which of them only report what somebody says."""
import pytest
from coded import HANSEN, SATO, coded
from hypothesis import given
from hypothesis import strategies as st
from marked import marked

from pipelines.coding.clauses import clause_of, clauses
from pipelines.coding.view import view
from pipelines.model.mention import Sentence

HILL, NOIR = "{named: Minister *Ann Hill*}", "{named: Minister *Luc Noir*}"


def split(markup: str) -> list[str]:
    """The clauses of a sentence; reported ones in angle brackets."""
    text, sentences = marked(markup)
    seen = view(text, sentences[0])
    shown = [" ".join(u.text for u in seen.units[c.first:c.last]) for c in clauses(seen)]
    return [f"<{words}>" if c.reported else words for words, c in zip(shown, clauses(seen), strict=True)]


@pytest.mark.parametrize(("markup", "expected"), [
    (f"{HILL} met {NOIR} today.", ["N0 met N1 today ."]),
    (f"{HILL} met {NOIR} ; they signed .", ["N0 met N1 ;", "they signed ."]),
    (f"{HILL} met {NOIR} , who left .", ["N0 met N1 ,", "who left ."]),
    (f"When {HILL} came , {NOIR} left .", ["when N0 came , N1 left ."]),
    (f"{HILL} said that {NOIR} left .", ["N0 said", "<that N1 left .>"]),
    (f"{HILL} said so ; {NOIR} left .", ["N0 said", "<so ;>", "N1 left ."]),
    (f"The ministry said that {HILL} met {NOIR} .", ["the ministry said that N0 met N1 ."]),
    (f"The ministry said that it met {NOIR} .", ["the ministry said that it met N0 ."]),
    (f"{HILL} welcomed {NOIR} .", ["N0 welcomed N1 ."]),
    (f"{HILL} met {NOIR} , {{pronoun: she}} said .", ["<N0 met N1 , R0 said>", "<.>"]),
])
def test_clauses(markup: str, expected: list[str]) -> None:
    assert split(markup) == expected


WORDS = [HILL, NOIR, "said", "who", ";", ":", "“", "”", '"', ",", ".", "met", "if", "that"]


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=25))
def test_clauses_hold_every_unit_once(words: list[str]) -> None:
    text, sentences = marked(" ".join(words))
    seen = view(text, sentences[0])
    found = clauses(seen)
    assert [n for c in found for n in range(c.first, c.last)] == list(range(len(seen.units)))
    assert all(clause_of(found, n).first <= n < clause_of(found, n).last for n in range(len(seen.units)))


def test_a_sentence_without_words_has_no_clauses() -> None:
    assert clauses(view("", Sentence(0, 0, 0))) == []


@pytest.mark.parametrize(("text", "told"), [
    (f"{HANSEN} met {SATO} in Oslo.", 1),
    (f"The ministry reported that {HANSEN} met {SATO} in Oslo.", 1),
    (f"The ministry said that {HANSEN} met {SATO} in Oslo.", 1),
    (f"According to the ministry, {HANSEN} met {SATO} in Oslo.", 1),
    (f"{HANSEN}, who met {SATO} in Oslo, praised the ties.", 1),
    (f"{HANSEN} stressed the importance of fish; later she met {SATO} in Oslo.", 1),
    (f"{HANSEN} met {SATO} at the “Grand Hotel” in Oslo.", 1),
    (f"{HANSEN} met {SATO}, the head of the delegation, in Oslo.", 1),
    (f"{HANSEN} said that she had met {SATO} in Oslo.", 0),
    (f"“I met {SATO} in Oslo and we spoke at length about fish,” said {HANSEN}.", 0),
    (f"{HANSEN} said: “I met {SATO} in Oslo and we had a very good discussion on trade.”", 0),
    (f"{HANSEN} thanked {SATO} for the talks in Oslo.", 0),
    (f"{HANSEN} said that she would meet {SATO} in Oslo on 7 May 2021.", 1),
    (f"{HANSEN} recalled that she had met {SATO} in Oslo on 3 March 2020.", 1),
])
def test_what_somebody_says_is_told_only_if_it_is_planned_or_dated(text: str, told: int) -> None:
    assert len(coded(text, "type", day="2021-05-05")) == told
