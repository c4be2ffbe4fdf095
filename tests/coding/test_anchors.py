"""The day from which an item's dates count, and where a transcript was spoken."""
import pytest
from coded import HANSEN, NOIR, SATO, coded

DIARY = f"On 4 May {HANSEN} met {SATO}."
SPOKEN = "PRIME MINISTER: Thank you.\n\nQUESTION: Did you agree?\n\nPRIME MINISTER: We did.\n\n"


@pytest.mark.parametrize(("text", "day", "expected"), [
    (DIARY, "2021-05-08", ["meeting 2021-05-04 inferred"]),
    (DIARY, None, ["meeting - none"]),
    (f"EMBASSY NEWSLETTER, May 2021\n\n{DIARY}", None, ["meeting 2021-05-04 inferred"]),
    (f"EMBASSY NEWSLETTER, May 2021\n\nOn Tuesday {HANSEN} met {SATO}.", None, ["meeting - none"]),
    (f"{DIARY} He stayed. They ate. They talked. {HANSEN} will visit Japan on 7 June 2021.", None,
     ["meeting 2021-05-04 inferred", "visit 2021-06-07 stated"]),
])
def test_what_a_date_without_year_is_completed_from(text: str, day: str | None, expected: list[str]) -> None:
    assert coded(text, "type when basis", day=day) == expected


@pytest.mark.parametrize(("text", "expected"), [
    (f"NEWS 2019\n***\n16. 9. Talks\n{HANSEN} met {SATO}.\n***\n18.IX. {HANSEN} received {SATO}.",
     ["meeting 2019-09-16", "meeting 2019-09-18"]),
    (f"NEWSLETTER, May 2015\n***\nTalks held (May 12)\n{HANSEN} met {SATO}.\n***\nMay 14    {HANSEN} received {SATO}.",
     ["meeting 2015-05-12", "meeting 2015-05-14"]),
    (f"Madrid, 15 June -- {HANSEN} met {SATO} today. They had signed the agreement of 13 June 2019.",
     ["meeting 2019-06-15", "signing 2019-06-13"]),
], ids=["numbers", "brackets and diary", "dateline"])
def test_an_item_may_open_with_its_day(text: str, expected: list[str]) -> None:
    assert coded(text, "type when", cut="***") == expected


def test_a_page_has_the_day_that_its_first_item_tells_as_its_own() -> None:
    first = f"This morning, Saturday 12 October 2013, {HANSEN} received {SATO}."
    assert coded(f"{first}\n***\n{HANSEN} will meet {NOIR} next Thursday.", "when", cut="***") == ["2013-10-12", "2013-10-17"]


@pytest.mark.parametrize(("text", "day", "expected"), [
    (f"{HANSEN} met {SATO} on April 20. On the 24th {SATO} was received by {NOIR}.", "2020-05-04", ["2020-04-20", "2020-04-24"]),
    (f"{HANSEN} visited Japan on 5 August 2009. They agreed. On the 19th {SATO} met {NOIR}.", None, ["2009-08-05", "2009-08-19"]),
    (f"{HANSEN} met {SATO} on 28 May. {HANSEN} met {NOIR} on the 2nd.", "2020-06-09", ["2020-05-28", "2020-06-02"]),
    (f"{HANSEN} met {SATO} on 3 March 2012. {HANSEN} met {NOIR} on the 2nd.", "2014-06-09", ["2012-03-03", "2014-06-02"]),
    (f"{HANSEN} will leave on 23 May for Japan. He meets {SATO} on the 24th.", "2020-05-11", ["2020-05-23", "2020-05-24"]),
    (f"{HANSEN} met {SATO} on Sunday, 6 March 2022. They talked. On Tuesday {SATO} met {NOIR}.", None, ["2022-03-06", "2022-03-08"]),
], ids=["month told before", "also without a day of the text", "next month", "not long ago", "days to come", "weekdays go on"])
def test_days_count_from_those_told_before(text: str, day: str | None, expected: list[str]) -> None:
    assert coded(text, "when", day=day) == expected


@pytest.mark.parametrize(("second", "expected"), [
    (DIARY, "meeting 2020-05-04 inferred"),
    (f"{HANSEN} met {SATO} on Tuesday.", "meeting - none"),
    (f"{DIARY} They spoke of the goals of 2030.", "meeting - none"),
], ids=["its year", "not its day", "not where the item speaks of years far later"])
def test_an_item_that_nothing_dates_has_the_year_of_the_one_before(second: str, expected: str) -> None:
    first = f"{HANSEN} visited Japan on 7 June 2020."
    assert coded(f"{first}\n***\n{second}", "type when basis", cut="***") == ["visit 2020-06-07 stated", expected]


@pytest.mark.parametrize(("line", "expected"), [
    ("Presidential Palace, Warsaw, Poland 6:20 P.M.", "meeting POL Warsaw"),
    ("We spoke of Poland and of everything else that matters.", "meeting - -"),
])
def test_a_transcript_tells_above_where_it_was_spoken(line: str, expected: str) -> None:
    text = f"Remarks by {HANSEN} and {SATO} before bilateral talks\n\n{line}\n\n{SPOKEN}"
    assert coded(text, "type country city", day="2021-05-05") == [expected]
