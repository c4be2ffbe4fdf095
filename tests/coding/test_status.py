"""Held, planned, cancelled or denied; and recalled (marked with *)."""
import pytest
from coded import HANSEN, SATO, coded


@pytest.mark.parametrize(("text", "expected"), [
    (f"{HANSEN} met {SATO} in Oslo.", "meeting held"),
    (f"{HANSEN} is meeting with {SATO} in Oslo.", "meeting held"),
    (f"{HANSEN} will meet {SATO} in Oslo.", "meeting planned"),
    (f"{HANSEN} is to meet {SATO} in Oslo.", "meeting planned"),
    (f"{HANSEN} is expected to hold talks with {SATO} in Oslo.", "meeting planned"),
    (f"{HANSEN} plans to meet {SATO} in Oslo.", "meeting planned"),
    (f"The meeting between {HANSEN} and {SATO} will be held in Oslo.", "meeting planned"),
    (f"A meeting between {HANSEN} and {SATO} is scheduled for 7 May.", "meeting planned"),
    (f"{HANSEN} invited {SATO} to visit Norway.", "visit planned"),
    (f"{SATO} accepted an invitation to visit Norway.", "visit planned"),
    (f"{HANSEN} is on an official visit to Japan.", "visit held"),
    (f"The meeting between {HANSEN} and {SATO} in Oslo was cancelled.", "meeting cancelled"),
    (f"The meeting between {HANSEN} and {SATO} has been postponed.", "meeting cancelled"),
    (f"The planned visit of {HANSEN} to Japan did not materialise.", "visit cancelled"),
    (f"{HANSEN} has called off her visit to Japan.", "visit cancelled"),
    (f"The visit of {HANSEN} to Japan was cancelled.", "visit cancelled"),
    (f"The ministry denied that {HANSEN} had met {SATO} in Oslo.", "meeting denied"),
    (f"{HANSEN} did not meet {SATO} in Oslo.", "meeting denied"),
    (f"{HANSEN} met {SATO} in Oslo on 4 May 2021.", "meeting held"),
    (f"{HANSEN} met {SATO} in Oslo in March 2020.", "meeting held*"),
    (f"{HANSEN} met {SATO} in Oslo last year.", "meeting held*"),
    (f"{HANSEN} and {SATO} signed an agreement on fisheries.", "signing held"),
    (f"{HANSEN} and {SATO} will sign an agreement on fisheries.", "signing planned"),
])
def test_status(text: str, expected: str) -> None:
    assert coded(text, "type status", day="2021-05-05") == [expected]


@pytest.mark.parametrize(("headline", "lead", "expected"), [
    ("Norwegian Foreign Minister to visit Japan", f"{HANSEN} will travel to Japan on 7 May.", "visit planned 2021-05-07"),
    ("Norwegian Foreign Minister to meet Japanese Foreign Minister",
     f"{HANSEN} will meet {SATO} in Oslo on 7 May.", "meeting planned 2021-05-07"),
    ("Visit of the Norwegian Foreign Minister to Japan", f"{HANSEN} will travel to Japan on 7 May.", "visit planned 2021-05-07"),
    ("Visit of the Norwegian Foreign Minister to Japan", f"{HANSEN} visited Japan on 4 May.", "visit held 2021-05-04"),
    ("Meeting with the Norwegian Foreign Minister", f"{HANSEN} met {SATO} in Oslo on 4 May.", "meeting held 2021-05-04"),
])
def test_headline_and_lead_agree(headline: str, lead: str, expected: str) -> None:
    assert coded(f"{headline}\n\n{lead}", "type status when", day="2021-05-05") == [expected]


def test_what_lies_ahead_of_the_text_is_planned_whatever_its_words() -> None:
    assert coded(f"{HANSEN} meets {SATO} in Oslo on 9 May 2021.", "status when", day="2021-05-05") == ["planned 2021-05-09"]
    assert coded(f"{HANSEN} meets {SATO} in Oslo on 5 May 2021.", "status when", day="2021-05-05") == ["held 2021-05-05"]
