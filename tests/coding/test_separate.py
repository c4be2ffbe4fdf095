"""One telling of several meetings, and two tellings that are two."""
import pytest
from coded import HANSEN, NOIR, SATO, coded

ABE = "President Ichiro Abe of Japan"


@pytest.mark.parametrize(("text", "expected"), [
    (f"{HANSEN} met separately with {SATO} and {NOIR} in Geneva.", ["meeting JPN+NOR", "meeting FRA+NOR"]),
    (f"{HANSEN} spoke by telephone with {SATO} and {NOIR}.", ["call FRA+JPN+NOR"]),
    (f"{HANSEN} was received by {SATO} and by {ABE}.", ["meeting JPN+NOR", "meeting JPN+NOR"]),
    (f"{HANSEN} met {SATO} in Tokyo. In the afternoon she was received by the Emperor of Japan.", ["meeting JPN+NOR", "meeting JPN+NOR"]),
    (f"{HANSEN} met {SATO} in Tokyo. The Foreign Minister of Japan told her guest about fish.", ["meeting JPN+NOR"]),
])
def test_talks_told_apart(text: str, expected: list[str]) -> None:
    assert coded(text, "type countries", day="2021-05-05") == expected


@pytest.mark.parametrize("text", [
    f"{HANSEN} was received by {ABE} and met with {SATO}.",
    f"{HANSEN} had talks with {SATO} and was received by {ABE}.",
])
def test_whom_one_verb_has_is_not_the_next_ones(text: str) -> None:
    assert sorted(coded(text, "people", day="2021-05-05")) == ["Ichiro Abe:host, Kari Hansen:guest", "Kari Hansen:guest, Taro Sato:host"]


@pytest.mark.parametrize(("who", "people"), [
    ("The two generals", "Kari Hansen:host, Taro Sato:guest"),
    ("Both men", "Kari Hansen:host, Taro Sato:guest"),
    ("The generals of the garrison", ""),
])
def test_a_pair_by_other_words(who: str, people: str) -> None:
    rows = coded(f"{HANSEN} met {SATO} in Oslo. {who} laid a wreath at the National Monument in Oslo.", "type people", day="2021-05-05")
    assert f"tribute {people}".strip() in [row.strip() for row in rows]
