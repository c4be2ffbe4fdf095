"""The day from which an item's dates count, and where a transcript was spoken."""
import pytest
from coded import HANSEN, SATO, coded

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
