"""Documents that bind: which have a row, and what it says."""
import pytest
from coded import HANSEN, SATO, bug, coded, coding_of, papers


@pytest.mark.parametrize(("text", "expected"), [
    (f"{HANSEN} and {SATO} signed an agreement on fisheries.", ["agreement signed 2021-05-05 JPN+NOR"]),
    (f"{HANSEN} and {SATO} signed a memorandum of understanding on education and a protocol on tourism.",
     ["memorandum signed 2021-05-05 JPN+NOR", "protocol signed 2021-05-05 JPN+NOR"]),
    (f"{HANSEN} and {SATO} signed an agreement on fisheries. The agreement opens the sea.", ["agreement signed 2021-05-05 JPN+NOR"]),
    (f"{HANSEN} and {SATO} adopted a joint statement on the Arctic.", ["joint_statement signed 2021-05-05 JPN+NOR"]),
    (f"{HANSEN} and {SATO} signed a letter of intent on defence cooperation.", ["letter signed 2021-05-05 JPN+NOR"]),
    (f"{HANSEN} and {SATO} will sign an agreement on fisheries.", ["agreement planned - JPN+NOR"]),
    (f"{HANSEN} and {SATO} discussed a draft agreement on fisheries.", ["agreement planned - JPN+NOR"]),
    ("Norway and Japan are negotiating an agreement on fisheries.", ["agreement planned - JPN+NOR"]),
    (f"{HANSEN} recalled that Norway and Japan had signed an agreement on fisheries on 3 March 2015.",
     ["agreement signed* 2015-03-03 JPN+NOR"]),
    (f"{HANSEN} and {SATO} met. During the meeting, an agreement on fisheries was signed.", ["agreement signed 2021-05-05 JPN+NOR"]),
    ("The Agreement on Fisheries between Norway and Japan entered into force on 4 May 2021.", ["agreement in_force 2021-05-04 JPN+NOR"]),
    ("The Parliament of Norway ratified the Agreement on Fisheries with Japan on 4 May 2021.", ["agreement ratified 2021-05-04 JPN+NOR"]),
    bug(f"{HANSEN} and {SATO} exchanged notes on visas.", ["notes signed 2021-05-05 JPN+NOR"], why="'exchanged notes' names no document"),
])
def test_rows(text: str, expected: list[str]) -> None:
    assert papers(text, day="2021-05-05") == expected


@pytest.mark.parametrize("text", [
    f"{HANSEN} recalled the agreement on fisheries.",
    "Norway acts under the Vienna Convention on Diplomatic Relations.",
    f"{HANSEN} met {SATO} in Oslo. They spoke about the agreement.",
    f"{HANSEN} and {SATO} signed the guest book.",
])
def test_what_is_only_mentioned_has_no_row(text: str) -> None:
    assert papers(text, day="2021-05-05") == []


@pytest.mark.parametrize(("text", "expected"), [
    (f"Two memorandums of understanding were signed by {HANSEN} and {SATO}.", ["memorandum 2"]),
    (f"Three documents were signed by {HANSEN} and {SATO}.", ["other 3"]),
    (f"Two documents were signed by {HANSEN} and {SATO}: an agreement on fisheries and a protocol on tourism.",
     ["agreement 1", "protocol 1"]),
])
def test_counted_documents(text: str, expected: list[str]) -> None:
    assert papers(text, "type count", day="2021-05-05") == expected


@pytest.mark.xfail(strict=True, reason="a document of a list takes the status 'ratified' from a signing")
def test_what_is_signed_is_not_ratified() -> None:
    text = f"Two documents were signed by {HANSEN} and {SATO}. " \
           "The Agreement on Fisheries and the Protocol on Tourism were signed in the presence of the King."
    assert papers(text, "type status", day="2021-05-05") == ["agreement signed", "protocol signed"]


def test_signatories_are_those_who_signed() -> None:
    signed = f"{HANSEN} and {SATO} signed an agreement on fisheries."
    assert papers(signed, "signatories title subjects") == ["Kari Hansen, Taro Sato agreement on fisheries agriculture"]
    assert papers(signed.replace("signed", "will sign"), "signatories") == ["-"]


def test_a_signing_in_the_passive_has_the_heads_of_the_sides() -> None:
    text = f"{HANSEN} and {SATO} met in Oslo. During the meeting, an agreement on fisheries was signed."
    assert coded(text, "type people", day="2021-05-05")[1] == "signing Kari Hansen:participant, Taro Sato:participant"


def test_the_signing_and_its_document_know_each_other() -> None:
    coding = coding_of(f"{HANSEN} and {SATO} signed an agreement on fisheries in Oslo on 4 May 2021.", "2021-05-05")
    event, paper = coding.events[0], coding.agreements[0]
    assert (paper.event_id, paper.country, paper.city, paper.start_date) == (event.event_id, event.country, event.city, event.start_date)
