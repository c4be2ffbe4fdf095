"""One row per occasion: what is told again is no second row, what differs is."""
import pytest
from coded import HANSEN, NOIR, SATO, coded, coding_of

MET = f"{HANSEN} met {SATO} in Oslo on 4 May 2021."


@pytest.mark.parametrize("text", [
    f"Kari Hansen meets Taro Sato\n\n{MET}",
    f"Norwegian Foreign Minister received her Japanese counterpart\n\n{MET}",
    f"{MET} At the meeting the ministers discussed fish.",
    f"{MET} During the meeting Hansen praised the relations. Sato thanked for the meeting.",
    f"{MET} Hansen met Sato in Oslo after a press briefing.",
    f"{MET} The talks were held in Oslo.",
    f"{MET}\n\nAlso on 4 May 2021, Taro Sato met with Kari Hansen.",
    f"{HANSEN} met {SATO} on 4 May. The meeting took place in Oslo.",
])
def test_one_meeting_told_twice(text: str) -> None:
    expected = "meeting held 2021-05-04 NOR Kari Hansen:host, Taro Sato:guest"
    assert coded(text, "type status when country people", day="2021-05-05") == [expected]


@pytest.mark.parametrize(("text", "expected"), [
    (f"{MET} On the same day she met {NOIR}.", ["2021-05-04 JPN+NOR", "2021-05-04 FRA+NOR"]),
    (f"{MET} {HANSEN} met {SATO} in Tokyo on 20 April 2021.", ["2021-05-04 JPN+NOR", "2021-04-20 JPN+NOR"]),
    (f"{MET} {HANSEN} will meet {SATO} in Tokyo on 20 June 2021.", ["2021-05-04 JPN+NOR", "2021-06-20 JPN+NOR"]),
    (f"{HANSEN} met the Foreign Minister of Japan on 3 May 2021. She met the Foreign Minister of France on 4 May 2021.",
     ["2021-05-03 JPN+NOR", "2021-05-04 FRA+NOR"]),
    (f"{HANSEN} met {SATO} in Geneva. She also met {NOIR}.", ["2021-05-05 JPN+NOR", "2021-05-05 FRA+NOR"]),
])
def test_meetings_that_differ_in_people_day_or_place(text: str, expected: list[str]) -> None:
    assert coded(text, "when countries", day="2021-05-05") == expected


@pytest.mark.parametrize(("text", "expected"), [
    (f"{HANSEN} visited Japan on 3-4 May 2021. She visited France on 5 May 2021.", ["visit JPN", "visit FRA"]),
    (f"{HANSEN} arrived in Japan on 3 May 2021. The visit to Japan ended on 3 May 2021.", ["visit JPN"]),
    (f"{HANSEN} visits Japan\n\n{HANSEN} visited Tokyo, Japan, on 3 May 2021.", ["visit JPN"]),
    (f"{HANSEN} spoke by telephone with {SATO}. In the telephone conversation the ministers discussed fish.", ["call -"]),
    (f"{HANSEN} and {SATO} signed an agreement on fisheries in Oslo. The agreement was signed on 4 May 2021.", ["signing NOR"]),
    (f"{HANSEN} laid a wreath at the Tomb of the Unknown Soldier in Warsaw. She then laid flowers at the monument to Chopin in Warsaw.",
     ["tribute POL", "tribute POL"]),
    (f"{HANSEN} met {SATO} in Oslo. The ministers signed an agreement on fisheries.", ["meeting NOR", "signing NOR"]),
])
def test_other_types(text: str, expected: list[str]) -> None:
    assert coded(text, "type country", day="2021-05-05") == expected


def test_a_second_item_has_its_own_rows() -> None:
    assert len(coded(f"{MET}\n---\n{MET}", day="2021-05-05", cut="---\n")) == 2


def test_the_running_text_is_the_evidence_not_its_headline() -> None:
    text = f"Kari Hansen meets Taro Sato\n\n{MET}"
    event, = coding_of(text, "2021-05-05").events
    assert text[event.char_start:event.char_end] == MET


@pytest.mark.xfail(strict=True, reason="a list of those met ends at a semicolon")
def test_those_met_one_after_the_other_are_met_in_meetings_of_their_own() -> None:
    text = f"{HANSEN} met with {SATO}; {NOIR}; and Foreign Minister Ana Ruiz of Peru."
    assert coded(text, "type countries", day="2021-05-05")[:2] == ["meeting JPN+NOR", "meeting FRA+NOR"]


def test_talks_of_two_within_a_conference_stay_a_meeting() -> None:
    text = f"{HANSEN}, {SATO} and {NOIR} met in Oslo. The ministers discussed their trade. Earlier in the day, Hansen held talks with Sato."
    assert coded(text, "type countries", day="2021-05-05") == ["conference FRA+JPN+NOR", "meeting JPN+NOR"]
