"""A sentence folded into tokens and symbols: what frames see."""
import pytest
from hypothesis import given
from hypothesis import strategies as st
from marked import marked

from pipelines.coding.view import view
from pipelines.model.mention import (
    DateMention,
    GatheringMention,
    InstrumentMention,
    OrganizationMention,
    PersonMention,
    PlaceMention,
    Sentence,
)


@pytest.mark.parametrize(("markup", "line"), [
    ("{named: Minister *Ann Hill*} held talks with {named: *Luc Noir*} in {capital c=BLR: Minsk}.", " N0 held talks with N1 in L0 . "),
    ("{office: The Minister} met {group: both sides}, {pronoun: he} and {delegation: a delegation}.", " F0 met G0 , R0 and T0 . "),
    ("{country c=PER: Peru} and {demonym c=PER: Peruvian} and {government_seat c=PER: the Palace}", " C0 and A0 and S0 "),
    ("{office: The Minister}'s visit", " F0 's visit "),
    ("{office: The Minister}’s visit", " F0 's visit "),
    ("The guest's visit", " the guest's visit "),
    ("Co-operation in mid-May, at 10:30 a.m.", " co-operation in mid-may , at 10 : 30 a.m . "),
    ("", " "),
])
def test_line(markup: str, line: str) -> None:
    text, sentences = marked(markup)
    assert view(text, sentences[0] if sentences else Sentence(0, 0, 0)).line == line


@pytest.mark.parametrize(("kinds", "symbols"), [
    ({"people": PersonMention(0, 20, kind="named"), "places": PlaceMention(5, 9, kind="country", name="x")}, "N"),
    ({"people": PersonMention(0, 4, kind="named"), "gatherings": GatheringMention(0, 30, "conference", "x")}, "E"),
    ({"people": PersonMention(6, 12, kind="named", office="ambassador"), "gatherings": GatheringMention(0, 30, "meeting", "x")}, "N"),
    ({"people": PersonMention(0, 10, kind="named"), "gatherings": GatheringMention(5, 30, "conference", "x")}, "N"),
    ({"instruments": InstrumentMention(0, 12, "treaty", "x"), "organizations": OrganizationMention(8, 20, "x", "igo")}, "I"),
    ({"organizations": OrganizationMention(0, 30, "x", "ministry"), "gatherings": GatheringMention(5, 12, "session", "x")}, "O"),
    ({"dates": DateMention(0, 4), "places": PlaceMention(5, 9, kind="city", name="x")}, "DL"),
])
def test_of_overlapping_mentions_one_stands(kinds: dict[str, object], symbols: str) -> None:
    text = "Four score and seven years ago our fathers"
    sentence = Sentence(0, len(text), 0, **{kind: (mention,) for kind, mention in kinds.items()})
    assert "".join(u.symbol for u in view(text, sentence).units) == symbols


def test_positions_of_the_line_lead_back_to_units_and_to_the_text() -> None:
    text, sentences = marked("{named: Minister *Ann Hill*} met {named: *Luc Noir*} today.")
    seen = view(text, sentences[0])
    assert [seen.unit_at(seen.line.index(token)) for token in ("N0", "met", "N1", "today")] == [0, 1, 2, 3]
    assert [text[u.start:u.end] for u in seen.units] == ["Minister Ann Hill", "met", "Luc Noir", "today", "."]


@given(st.text(max_size=80))
def test_units_are_the_text_without_its_white_space(text: str) -> None:
    seen = view(text, Sentence(0, len(text), 0))
    assert "".join(text[u.start:u.end] for u in seen.units) == "".join(text.split())
    assert seen.line == "".join(f" {u.text}" for u in seen.units) + " "
    assert [seen.unit_at(start) for start in seen.starts] == list(range(len(seen.units)))
