"""Dates: stated, completed, inherited, or that of publication; never finer than the text."""
import pytest
from coded import HANSEN, NOIR, SATO, coded

from pipelines.coding.when import DURATION, days_told

SHOWN = "type when basis"


@pytest.mark.parametrize(("text", "expected"), [
    (f"On 4 May 2021 {HANSEN} met {SATO}.", "meeting 2021-05-04 stated"),
    (f"{HANSEN} met {SATO} on May 4, 2021.", "meeting 2021-05-04 stated"),
    (f"{HANSEN} met {SATO} on 4 May.", "meeting 2021-05-04 inferred"),
    (f"{HANSEN} met {SATO} today.", "meeting 2021-05-05 inferred"),
    (f"{HANSEN} met {SATO} yesterday.", "meeting 2021-05-04 inferred"),
    (f"{HANSEN} met {SATO} on Monday.", "meeting 2021-05-03 inferred"),
    (f"{HANSEN} will meet {SATO} on Monday.", "meeting 2021-05-10 inferred"),
    (f"{HANSEN} will meet {SATO} tomorrow.", "meeting 2021-05-06 inferred"),
    (f"{HANSEN} met {SATO}.", "meeting 2021-05-05 published"),
    (f"{HANSEN} will meet {SATO}.", "meeting - none"),
    (f"{HANSEN} met {SATO} in March 2020.", "meeting 2020-03 stated"),
    (f"{HANSEN} met {SATO} in 2019.", "meeting 2019 stated"),
    (f"{HANSEN} visited Japan on 3-5 May 2021.", "visit 2021-05-03/05 stated"),
    (f"{HANSEN} visited Japan from 30 April to 2 May 2021.", "visit 2021-04-30/2021-05-02 stated"),
    (f"{HANSEN} will visit Japan in June.", "visit 2021-06 inferred"),
    (f"{HANSEN} arrived in Japan on 3 May 2021 on a two-day visit.", "visit 2021-05-03/04 stated"),
    (f"{HANSEN} ended a three-day visit to Japan today.", "visit 2021-05-03/05 inferred"),
])
def test_date(text: str, expected: str) -> None:
    assert coded(text, SHOWN, day="2021-05-05") == [expected]


@pytest.mark.parametrize(("text", "expected"), [
    (f"{HANSEN}, whose term is over, met {SATO} yesterday.", "meeting 2021-05-04 inferred"),
    (f"{HANSEN}, at the palace on Monday for a walk, met {SATO}.", "meeting 2021-05-03 inferred"),
    (f"{HANSEN} flies to Tokyo on Friday.", "visit 2021-05-07 inferred"),
    (f"{HANSEN} flew to Tokyo on Friday.", "visit 2021-04-30 inferred"),
    (f"{HANSEN} has been in Tokyo since Monday on a visit.", "visit 2021-05-03/05 inferred"),
    (f"{HANSEN} is today on the second day of an official three-day visit to Japan.", "visit 2021-05-04/06 inferred"),
    (f"{HANSEN} came back today from a three-day visit to Japan.", "visit 2021-05-03/05 inferred"),
    (f"{HANSEN} arrived in Tokyo on Monday. She left on Tuesday.", "visit 2021-05-03/04 inferred"),
    ("Norway's Parliament ratified the treaty on fish with Japan, signed in Oslo on 4 May 2020.", "ratification 2021-05-05 published"),
    (f"{HANSEN} laid a wreath in Tokyo at the memorial to those who fell in 1945.", "tribute 2021-05-05 published"),
    (f"{HANSEN} met {SATO} on the 3rd.", "meeting 2021-05-03 inferred"),
    (f"{HANSEN} will meet {SATO} on the 3rd in Oslo.", "meeting 2021-06-03 inferred"),
    (f"{HANSEN} accepted an invitation to visit Japan; the journey will take place from 4 to 6 June.", "visit 2021-06-04/06 inferred"),
])
def test_dates_in_other_clauses_and_spans(text: str, expected: str) -> None:
    assert expected in coded(text, SHOWN, day="2021-05-05")


@pytest.mark.parametrize(("text", "expected"), [
    (f"{HANSEN} met {SATO}.", "meeting - none"),
    (f"{HANSEN} met {SATO} on Monday.", "meeting - none"),
    (f"{HANSEN} met {SATO} on 4 May 2021.", "meeting 2021-05-04 stated"),
    (f"{HANSEN} met {SATO} in May 2021.", "meeting 2021-05 stated"),
])
def test_without_a_day_of_publication_nothing_is_completed(text: str, expected: str) -> None:
    assert coded(text, SHOWN) == [expected]


@pytest.mark.parametrize(("text", "expected"), [
    (f"On 4 May 2021 {HANSEN} met {SATO}. The ministers signed an agreement on fisheries.",
     ["meeting 2021-05-04 stated", "signing 2021-05-04 inferred"]),
    (f"{HANSEN} visited Tokyo on 3 May 2021. She laid a wreath at the Peace Memorial.",
     ["visit 2021-05-03 stated", "tribute 2021-05-03 inferred"]),
    (f"{HANSEN} visited Tokyo on 3-4 May 2021. She laid a wreath at the Peace Memorial.",
     ["visit 2021-05-03/04 stated", "tribute 2021-05-03/04 inferred"]),
    (f"{HANSEN} will visit Japan on 10-12 May 2021. During the visit, she will meet {SATO}.",
     ["visit 2021-05-10/12 stated", "meeting - none"]),
    (f"{HANSEN} will visit Japan on 10 May 2021. During the visit, she will meet {SATO}.",
     ["visit 2021-05-10 stated", "meeting 2021-05-10 inferred"]),
    (f"On 4 May 2021 {HANSEN} met {SATO}. On the same day she met {NOIR}.", ["meeting 2021-05-04 stated", "meeting 2021-05-04 inferred"]),
    (f"On 4 May 2021 {HANSEN} met {SATO}. The next day she met {NOIR}.", ["meeting 2021-05-04 stated", "meeting 2021-05-05 inferred"]),
    (f"There was rain in Oslo on 4 May. The roads were wet. {HANSEN} met {SATO}.", ["meeting 2021-05-04 inferred"]),
    (f"There was rain in Oslo on 4 April. The roads were wet. {HANSEN} met {SATO}.", ["meeting 2021-05-08 published"]),
    (f"On 4 May 2021 {HANSEN} met {SATO}. Two days earlier she had met {NOIR}.",
     ["meeting 2021-05-04 stated", "meeting 2021-05-02 inferred"]),
])
def test_dates_of_what_belongs_together(text: str, expected: list[str]) -> None:
    assert coded(text, SHOWN, day="2021-05-08") == expected


def test_the_days_of_a_visit_bound_what_is_planned_during_it() -> None:
    text = f"{HANSEN} will visit Japan on 10-12 May 2021. During the visit, she will meet {SATO}."
    assert coded(text, "type bounds", day="2021-05-05") == ["visit ..", "meeting 2021-05-10..2021-05-12"]


def test_a_visit_without_dates_spans_what_is_dated_during_it() -> None:
    text = f"{HANSEN} is on a visit to Japan. On 3 May 2021 in Tokyo she met {SATO}. " \
           "On 4 May 2021 in Tokyo the two ministers signed an agreement on fisheries."
    assert coded(text, SHOWN, day="2021-05-05")[0] == "visit 2021-05-03/04 inferred"


def test_the_first_full_date_of_a_text_without_date_lends_its_year() -> None:
    text = f"On 3 May 2021 {HANSEN} arrived in Tokyo. On 4 May she met {SATO}."
    assert coded(text, "type when", day=None)[1] == "meeting 2021-05-04"


@pytest.mark.xfail(strict=True, reason="a weekday is the next one after publication, although the visit lies later")
def test_a_weekday_of_a_visit_falls_into_it() -> None:
    text = f"{HANSEN} will visit Japan on 10–12 October 2012. On Wednesday, she will meet {SATO}."
    assert coded(text, "type when", day="2012-10-01")[-1] == "meeting 2012-10-10"


@pytest.mark.parametrize(("text", "expected"), [
    (f"{HANSEN} visited Tokyo on 4-6 May 2021. She met {SATO}.", ["visit 2021-05-04/06 stated", "meeting 2021-05-05 published"]),
    (f"{HANSEN} visited Tokyo on 2-4 May 2021. On the first day she laid a wreath at the Peace Memorial. "
     f"On the concluding day she met {SATO}.",
     ["visit 2021-05-02/04 stated", "tribute 2021-05-02 inferred", "meeting 2021-05-04 inferred"]),
    (f"{HANSEN} arrived in Tokyo on 4 May 2021. She will stay in Japan until 7 May.", ["visit 2021-05-04/07 stated"]),
    (f"{HANSEN} arrived in Tokyo on 4 May 2021. She leaves on Friday.", ["visit 2021-05-04/07 stated"]),
    (f"{HANSEN} met {NOIR} today. A call on {SATO} is set for Thursday.", ["meeting 2021-05-05 inferred", "meeting 2021-05-06 inferred"]),
    ("The third session of the Norwegian-Japanese intergovernmental commission opened in Oslo on Monday and ended today.",
     ["session 2021-05-03/05 inferred"]),
    (f"The meeting of {HANSEN} with {SATO}, originally planned for 9 May, will be held on 22 June.",
     ["meeting 2021-06-22 inferred"]),
    (f"{HANSEN} met {SATO} in Oslo. Trade is to double by the end of the year.", ["meeting 2021-05-05 published"]),
    (f"{HANSEN} signed the agreement on fisheries with {SATO}, building on the treaty on trade signed by the two countries in 1987.",
     ["signing 2021-05-05 published", "signing 1987 stated"]),
])
def test_dates_that_other_sentences_give(text: str, expected: list[str]) -> None:
    assert coded(text, SHOWN, day="2021-05-05") == expected


@pytest.mark.parametrize(("line", "days"), [
    (" leaves for a week in japan ", 7), (" completed a fortnight of visits ", 14), (" came for a week-long visit ", 7),
    (" after a week there ", 7), (" on a three-day visit ", 3), (" spent two weeks ", 14), (" trains once a week there ", None),
    (" left a week ago ", None),
])
def test_how_long_it_lasted(line: str, days: int | None) -> None:
    told = DURATION.search(line)
    assert (told and days_told(told)) == days
