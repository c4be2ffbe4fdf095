"""Documents that bind: which have a row, and what it says."""
import pytest
from coded import HANSEN, SATO, coded, coding_of, papers


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
    (f"{HANSEN} and {SATO} exchanged notes on visas.", ["notes signed 2021-05-05 JPN+NOR"]),
    (f"{HANSEN} and {SATO} signed a defence cooperation arrangement.", ["letter signed 2021-05-05 JPN+NOR"]),
    (f"{HANSEN} and {SATO} signed a programme of cultural exchanges.", ["plan signed 2021-05-05 JPN+NOR"]),
    (f"{HANSEN} and {SATO} opened a programme of cultural exchanges.", []),
    (f"{HANSEN} and {SATO} signed two agreements, one on fish and the other on visas.", ["agreement signed 2021-05-05 JPN+NOR"] * 2),
    (f"{HANSEN} and {SATO} signed a Defence Cooperation Arrangement.", ["letter signed 2021-05-05 JPN+NOR"]),
    (f"{HANSEN} and {SATO} renewed and expanded the Memorandum of Understanding on whales.", ["memorandum signed 2021-05-05 JPN+NOR"]),
    (f"{HANSEN} and {SATO} signed a status of forces agreement.", ["agreement signed 2021-05-05 JPN+NOR"]),
    (f"{HANSEN} and {SATO} signed an agreement on fisheries on the sidelines of the G7 summit.", ["agreement signed 2021-05-05 JPN+NOR"]),
    ("Norway and Japan reached an agreement in principle on fisheries.", ["agreement planned - JPN+NOR"]),
    ("Norway and Japan have yet to sign the agreement on fisheries.", ["agreement planned - JPN+NOR"]),
    ("Norway terminated the Agreement on Fisheries with Japan.", ["agreement terminated - JPN+NOR"]),
    ("Relations rest on the Treaty of Friendship which Norway and Japan signed in 1957.", ["treaty signed* 1957 JPN+NOR"]),
    ("Norway and Japan work together under the 1957 Agreement on Fisheries.", ["agreement signed* 1957 JPN+NOR"]),
    ("Norway and Japan work together under the Treaty of Friendship of 3 March 1957.", ["treaty signed* 1957 JPN+NOR"]),
    ("They spoke of the Agreement of 1957 between Norway and Japan on fisheries.", ["agreement signed* 1957 JPN+NOR"]),
    ("The Agreement between Norway and Japan, signed on 3 March 2015, entered into force on 4 May 2021.",
     ["agreement in_force 2021-05-04 JPN+NOR"]),
])
def test_rows(text: str, expected: list[str]) -> None:
    assert papers(text, day="2021-05-05") == expected


@pytest.mark.parametrize(("text", "expected"), [
    (f"{HANSEN} and {SATO} met. The ministers welcomed the signing of an agreement on fisheries.", "agreement signed"),
    (f"{HANSEN} and {SATO} met. The ministers agreed to a Memorandum of Understanding on fisheries.", "memorandum signed"),
    (f"{HANSEN} and {SATO} met. The ministers announced an agreement on fisheries.", "agreement signed"),
    (f"{HANSEN} and {SATO} met. The ministers finalised a plan of cooperation on fisheries.", "plan signed"),
    (f"{HANSEN} and {SATO} met. They called for the early signing of an agreement on fisheries.", "agreement planned"),
])
def test_documents_without_an_event_of_their_own(text: str, expected: str) -> None:
    """A statement that welcomes a document, or says that it is agreed, need not tell the signing; the document has its row."""
    assert papers(text, "type status", day="2021-05-05") == [expected]


@pytest.mark.parametrize("line", ["- {}", "1. {}", "{}"])
def test_the_documents_of_a_list_tell_the_sides(line: str) -> None:
    named = ("Agreement between the Government of Norway and the Government of Japan on fisheries;", "Programme of cooperation in culture.")
    text = "\n".join(["Following the talks the following documents were signed:", *(line.format(one) for one in named)])
    assert papers(text, "type status parties", day="2021-05-05") == ["agreement signed JPN+NOR", "plan signed JPN+NOR"]


def test_a_headline_names_a_document_by_the_partner() -> None:
    text = "Parliament ratifies treaty with Japan\nThe Parliament of Norway today ratified the Treaty of Norway and Japan on Prisoners."
    assert papers(text, "type status parties", day="2021-05-05") == ["treaty ratified JPN+NOR"]


@pytest.mark.parametrize("text", [
    f"{HANSEN} recalled the agreement on fisheries.",
    f"{HANSEN} and {SATO} met. They reached agreement to continue the work on whales.",
    f"{HANSEN} and {SATO} met. They discussed a hostage deal.",
    "The ministers met within the 1951 Refugee Convention.",
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
    (f"{HANSEN} and {SATO} signed six documents in Oslo on Monday, among them an agreement on fisheries.", ["other 6", "agreement 1"]),
    (f"{HANSEN} and {SATO} put their names to an agreement on fisheries and to a protocol on tourism.", ["agreement 1", "protocol 1"]),
    (f"{HANSEN} and {SATO} signed an agreement on fisheries; a protocol on tourism; and a plan on culture.",
     ["agreement 1", "protocol 1", "plan 1"]),
])
def test_counted_documents(text: str, expected: list[str]) -> None:
    assert papers(text, "type count", day="2021-05-05") == expected


def test_what_is_signed_is_not_ratified() -> None:
    text = f"Two documents were signed by {HANSEN} and {SATO}. " \
           "The Agreement on Fisheries and the Protocol on Tourism were signed in the presence of the King."
    assert papers(text, "type status", day="2021-05-05") == ["agreement signed", "protocol signed"]


@pytest.mark.parametrize(("text", "expected"), [
    ("Norway and Japan signed the protocol amending the agreement on fisheries.", ["protocol signed"]),
    ("Norway and Japan renewed their fisheries agreement on Monday.", ["agreement signed"]),
    ("Talks on a Fisheries Agreement between Norway and Japan were launched in Oslo on Monday.", ["agreement planned"]),
])
def test_what_is_signed_or_negotiated_says_nothing_of_ratification(text: str, expected: list[str]) -> None:
    assert papers(text, "type status", day="2021-05-05") == expected


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


def test_those_of_a_list_sign_and_their_countries_are_the_sides() -> None:
    text = f"The following document was signed:\n1. Agreement on fisheries - {HANSEN}; {SATO}"
    assert coded(text, "type countries people", day="2021-05-05") == ["signing JPN+NOR Kari Hansen:signatory, Taro Sato:signatory"]


@pytest.mark.parametrize("wish", ["called for the signing of", "stressed the need for an early conclusion of", "spoke of efforts to sign"])
def test_a_wished_signing_is_no_event(wish: str) -> None:
    told = coded(f"{HANSEN} met {SATO} in Oslo. They {wish} an agreement on fisheries.", "type", day="2021-05-05")
    assert told == ["meeting"]


@pytest.mark.parametrize(("said", "expected"), [
    ("We have just signed the declaration on fisheries.", ["joint_statement"]),
    ("We adopted a joint statement on fisheries.", ["joint_statement"]),
    ("We signed the agreement on fisheries.", []),
])
def test_a_speaker_may_only_recall(said: str, expected: list[str]) -> None:
    text = f"Joint press conference with {SATO}\nPRIME MINISTER: Norway and Japan are friends. {said}\nJOURNALIST: Thank you.\n" \
           "PRIME MINISTER: Yes."
    assert [row.agreement_type for row in coding_of(text, "2021-05-05", publisher="NOR").agreements] == expected
