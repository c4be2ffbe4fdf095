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


def test_a_year_of_another_item_is_not_this_ones() -> None:
    assert coded(f"{HANSEN} visited Japan on 7 June 2020.\n***\n{DIARY}", "type when", cut="***") == ["visit 2020-06-07", "meeting -"]


@pytest.mark.parametrize(("line", "expected"), [
    ("Presidential Palace, Warsaw, Poland 6:20 P.M.", "meeting POL Warsaw"),
    ("We spoke of Poland and of everything else that matters.", "meeting - -"),
])
def test_a_transcript_tells_above_where_it_was_spoken(line: str, expected: str) -> None:
    text = f"Remarks by {HANSEN} and {SATO} before bilateral talks\n\n{line}\n\n{SPOKEN}"
    assert coded(text, "type country city", day="2021-05-05") == [expected]
