"""Who takes part, by the place where he stands: subject, object, company; and who does not."""
import re

import pytest
from coded import HANSEN, NOIR, SATO, coded

BOTH = ["meeting Kari Hansen, Taro Sato"]


def told(text: str) -> list[str]:
    """Event types with the names of those who take part, roles aside."""
    return [re.sub(r":\w+", "", row) for row in coded(text, "type people", day="2021-05-05")]


@pytest.mark.parametrize("text", [
    f"{HANSEN} met {SATO}.",
    f"{HANSEN} met with {SATO}.",
    f"{HANSEN} and {SATO} met in Geneva.",
    f"{SATO} was received by {HANSEN}.",
    f"A meeting between {HANSEN} and {SATO} took place in Oslo.",
    f"A meeting of {HANSEN} with {SATO} took place in Oslo.",
    f"On Tuesday, in Oslo, {HANSEN} held talks with {SATO}.",
    f"In Oslo {HANSEN} met {SATO}.",
    f"{HANSEN}, who is in Tokyo, met {SATO}.",
    f"{HANSEN} (on the left) met {SATO}.",
    f"{HANSEN} met {SATO} to discuss a letter of {NOIR}.",
    f"{HANSEN} met {SATO} at the invitation of {NOIR}.",
    f"On behalf of {NOIR}, {HANSEN} met {SATO}.",
    f"After the departure of {NOIR}, {HANSEN} met {SATO}.",
    f"{HANSEN} met {SATO} following a call by {NOIR}.",
    f"{HANSEN} met {SATO} and discussed the visit of {NOIR}.",
    f"{HANSEN} met her Japanese counterpart Taro Sato in Oslo.",
    f"{SATO} arrived. In Oslo he met {HANSEN}.",
])
def test_the_two_who_meet(text: str) -> None:
    assert BOTH[0] in told(text)


@pytest.mark.parametrize("text", [
    f"{HANSEN} came. In Tokyo she will meet {SATO}.",
    f"{HANSEN} came. During the visit she will meet {SATO}.",
    f"{HANSEN} came. On 4 May 2021 in Tokyo she also met {SATO}.",
])
def test_subject_after_a_place_without_comma(text: str) -> None:
    assert BOTH[0] in told(text)


@pytest.mark.parametrize(("text", "expected"), [
    (f"{HANSEN}, accompanied by Ambassador of Norway Ola Berg, met {SATO}.", "meeting Kari Hansen, Ola Berg, Taro Sato"),
    (f"{HANSEN} met {SATO}. State Secretary Ola Berg also took part in the meeting.", "meeting Kari Hansen, Ola Berg, Taro Sato"),
    (f"A delegation led by {HANSEN} visited Japan.", "visit Kari Hansen"),
    (f"A delegation headed by {HANSEN} met {SATO}.", "meeting Kari Hansen, Taro Sato"),
    (f"{HANSEN} met {SATO} and Prime Minister Yuki Abe of Japan.", "meeting Kari Hansen, Taro Sato, Yuki Abe"),
    (f"Former Prime Minister Erna Dahl of Norway and {HANSEN} met {SATO}.", "meeting Kari Hansen, Taro Sato"),
    (f"{HANSEN} arrived in Tokyo and met {SATO}.", "meeting Kari Hansen, Taro Sato"),
    (f"{HANSEN} visited Tokyo, where she met {SATO}.", "meeting Kari Hansen, Taro Sato"),
    (f"{HANSEN} came. The minister met {SATO}.", "meeting Kari Hansen, Taro Sato"),
])
def test_who_is_among_them(text: str, expected: str) -> None:
    assert expected in told(text)


@pytest.mark.parametrize(("text", "bodies"), [
    (f"A delegation led by {HANSEN} visited Japan.", "delegation=A delegation:guest"),
    ("The Embassy of Norway in Japan celebrated the National Day of Norway in Tokyo.",
     "organization=Embassy of Norway in Japan:participant"),
])
def test_delegations_and_organizations(text: str, bodies: str) -> None:
    assert coded(text, "bodies", day="2021-05-05") == [bodies]


@pytest.mark.xfail(strict=True, reason="She in 'She invited X' may mean X")
def test_a_pronoun_does_not_mean_the_object_of_its_own_verb() -> None:
    text = f"During the talks with {SATO}, {HANSEN} expressed satisfaction. She invited {SATO} to visit Norway."
    assert "Taro Sato:guest" in coded(text, "people", day="2021-05-05")[-1]


def test_two_places_are_two_visits() -> None:
    assert coded(f"{HANSEN} visited Japan and France.", "type country", day="2021-05-05") == ["visit JPN", "visit FRA"]
    assert coded(f"{HANSEN} visited Tokyo, Japan.", "type country city", day="2021-05-05") == ["visit JPN Tokyo"]
