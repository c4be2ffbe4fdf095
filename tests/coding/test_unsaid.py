"""What a reader fills in: several talks under one verb, clauses put in, unknown towns, the other side, whose page it is."""
import pytest
from coded import HANSEN, NOIR, SATO, coded

from pipelines.coding.letterhead import embassy_of

ALBU = "Prime Minister Ion Albu of Moldova"


@pytest.mark.parametrize(("text", "talks"), [
    (f"{HANSEN} held separate meetings with {SATO} and {ALBU}.", 2),
    (f"{HANSEN} held talks with {SATO} and with {ALBU}.", 2),
    (f"{HANSEN} had telephone conversations with {SATO} and {ALBU}.", 2),
    (f"{HANSEN} held a meeting with {SATO} and his ambassador Ken Ito.", 1),
    (f"A meeting of {HANSEN} with {SATO} took place.", 1),
    (f"{HANSEN} held talks with {SATO}.", 1),
])
def test_separate_talks_are_told_apart(text: str, talks: int) -> None:
    rows = coded(text, "type", day="2021-05-05")
    assert sum(row in ("meeting", "call") for row in rows) == talks


@pytest.mark.parametrize(("text", "row"), [
    (f"{HANSEN} met {SATO}. After that she met {NOIR}.", 2),
    (f"{HANSEN} met {SATO}. Earlier in the day she held talks with {NOIR}.", 2),
    (f"{HANSEN} met {SATO}. The two ministers then discussed trade.", 1),
    (f"{HANSEN} met {SATO} and {NOIR}. Later Hansen and Sato discussed trade.", 1),
])
def test_what_came_after_is_no_retelling(text: str, row: int) -> None:
    assert sum(kind in ("meeting", "conference") for kind in coded(text, "type", day="2021-05-05")) == row


@pytest.mark.parametrize(("text", "row"), [
    ("On 1 July the Association Agreement between Georgia and the EU, signed on 27 June 2014, entered into force.", "ratification"),
    ('The agreement on trade between Norway and Japan (the so-called "Oslo Accord") was signed by the ministers.', "signing"),
])
def test_what_is_put_in_does_not_hide_the_verb(text: str, row: str) -> None:
    assert row in coded(text, "type", day="2016-07-05")


def test_a_date_in_a_clause_put_in_is_not_that_of_the_verb() -> None:
    text = f"{HANSEN}, who had visited Kyoto on 3 May 2020, met {SATO} in Oslo."
    assert "meeting 2021-05-05" in coded(text, "type when", day="2021-05-05")


@pytest.mark.parametrize(("text", "city"), [
    (f"{HANSEN} met {SATO} at Skjoldheim on Wednesday.", "Skjoldheim"),
    (f"{HANSEN} met {SATO} in Parliament on Wednesday.", "-"),
    (f"{HANSEN} met {SATO} and talked about the works in Skjoldheim.", "-"),
])
def test_towns_that_no_gazetteer_has(text: str, city: str) -> None:
    assert coded(text, "type city", day="2021-05-05") == [f"meeting {city}"]


@pytest.mark.parametrize(("text", "events"), [
    (f"Last to be received was {SATO}. Relations with Norway were discussed.", ["meeting"]),
    (f"Last to be received was {SATO}.", []),
])
def test_the_other_side_may_go_without_saying(text: str, events: list[str]) -> None:
    assert coded(text, "type", day="2021-05-05") == events


@pytest.mark.parametrize(("text", "row"), [
    ("The joint commission of Norway and Japan will hold its next session in Oslo in May 2022.", "session"),
    ("The working group of Norway and Japan on fisheries held its second meeting in Oslo.", "session"),
    ("The ministers of Norway and Japan held their second meeting in Oslo.", "meeting"),
])
def test_a_standing_body_holds_sessions(text: str, row: str) -> None:
    assert coded(text, "type", day="2021-05-05") == [row]


@pytest.mark.parametrize(("headline", "row"), [
    ("Japanese Foreign Minister Taro Sato in Oslo", True),
    ("Japanese Foreign Minister Taro Sato in Tokyo", False),
])
def test_a_headline_without_a_verb_tells_of_a_journey(headline: str, row: bool) -> None:
    rows = coded(f"{headline}\nThe talks were about trade with Norway.", "type country", day="2021-05-05")
    assert ("visit NOR" in rows) is row


def test_whom_travellers_meet_is_of_the_state_they_travel_to() -> None:
    text = "President Aigul Sarsen is on a visit to Laos.\nShe had separate meetings with Prime Minister Boun Kham and Speaker Thong Vilay."
    assert coded(text, "type people", day="2021-05-05", publisher="KAZ")[1:] == [
        "meeting Aigul Sarsen:guest, Boun Kham:host", "meeting Aigul Sarsen:guest, Thong Vilay:host",
    ]


@pytest.mark.parametrize(("line", "states"), [
    ("EMBASSY OF GEORGIA TO THE CZECH REPUBLIC", ("GEO", "CZE")),
    ("Embassy of the Republic of Korea in the Republic of Ghana", ("KOR", "GHA")),
    ("EMBASSY OF SRI LANKA, BEIJING", ("LKA", "CHN")),
    ("The Embassy of Japan in Norway thanks all guests.", None),
    ("Embassy of Georgia", None),
])
def test_letterheads(line: str, states: tuple[str, str] | None) -> None:
    assert embassy_of(f"{line}\nNewsletter\n\nOn 5 May …") == states


@pytest.mark.parametrize(("headline", "rows"), [
    ("JOINT STATEMENT BY THE PRIME MINISTER, AIGUL SARSEN, AND THE MINISTER OF TRADE, DANA OSPAN", []),
    ("JOINT STATEMENT BY PRIME MINISTER AIGUL SARSEN AND PRIME MINISTER TARO SATO OF JAPAN", ["signing"]),
])
def test_a_statement_of_ones_own_ministers_is_not_between_states(headline: str, rows: list[str]) -> None:
    assert coded(f"{headline}\n\nWe welcome the new bridge.", "type", day="2021-05-05", publisher="KAZ") == rows


def test_a_surname_that_another_item_of_the_page_introduces() -> None:
    page = f"President Aigul Sarsen of Kazakhstan met {SATO}.\n-----\nOn Monday Sarsen had a telephone conversation with {NOIR}."
    assert coded(page, "type people countries", day="2021-05-05", cut="-----\n")[1:] == [
        "call Aigul Sarsen:participant, Luc Noir:participant FRA+KAZ",
    ]


@pytest.mark.parametrize(("text", "rows"), [
    (f"{HANSEN} will visit Tokyo on 9 May 2021. Following the talks, the signing of an agreement on trade with Japan is planned.",
     ["visit planned", "signing planned"]),
    (f"{HANSEN} visited Tokyo on 4 May 2021. During the talks an agreement with Japan was signed.", ["visit held", "signing held"]),
])
def test_a_signing_that_is_planned(text: str, rows: list[str]) -> None:
    assert coded(text, "type status", day="2021-05-05") == rows
