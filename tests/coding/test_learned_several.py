"""One sentence that tells several occasions: of officials of several countries, of envoys, at several sites, by several verbs."""

import pytest
from coded import HANSEN, SATO, coded


@pytest.fixture(autouse=True)
def _every_row_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipelines.coding.events.judged", lambda _, accepted, heard: [*accepted, *heard])
    monkeypatch.setattr("pipelines.coding.learned.encounters.weight", lambda *_: -100)
    monkeypatch.setattr("pipelines.coding.learned.folding.weight", lambda *_: 0)
    monkeypatch.setattr("pipelines.coding.learned.occasions.reports", lambda _: [])


@pytest.mark.parametrize(("text", "expected"), [
    (f"{HANSEN} spoke by telephone with her British and Turkish counterparts.", ["GBR+NOR", "NOR+TUR"]),
    (f"{HANSEN} met one to one with the Prime Ministers of Samoa, of Tonga and of Fiji.", ["NOR+WSM", "NOR+TON", "FJI+NOR"]),
    (f"{HANSEN} held talks with the heads of the Maltese, Bhutanese and Georgian delegations.", ["MLT+NOR", "BTN+NOR", "GEO+NOR"]),
    (f"{HANSEN} held bilateral meetings with officials from Kenya, Uganda and Rwanda.", ["KEN+NOR", "NOR+UGA", "NOR+RWA"]),
    (f"{HANSEN} sent messages of condolence to the leaders of Indonesia and Thailand.", ["IDN+NOR", "NOR+THA"]),
    (f"{HANSEN} held a trilateral meeting with her British and Turkish counterparts.", ["GBR+NOR+TUR"]),
    (f"{HANSEN} had lunch with her British and Turkish counterparts.", ["GBR+NOR+TUR"]),
    (f"{HANSEN} met the leaders of Kenya, Uganda, Rwanda, Malawi, Zambia and Angola.", ["KEN+NOR"]),
    (f"{HANSEN} and her British and Turkish counterparts were received by President Ichiro Abe of Japan.", ["GBR+JPN+NOR+TUR"]),
])
def test_officials_of_several_countries_are_met_one_by_one(text: str, expected: list[str]) -> None:
    assert coded(text, "countries", day="2021-05-05") == expected


@pytest.mark.parametrize(("text", "rows"), [
    (f"{HANSEN} toured the naval base in Kobe and the Mitsui shipyard.", 2),
    (f"{HANSEN} toured the port, the container terminal and the Mitsui shipyard in Kobe.", 3),
    (f"{HANSEN} laid wreaths at the Tomb of the Unknown Soldier and at the Victory Monument in Tokyo.", 2),
    (f"{HANSEN} toured the naval academy in Kobe and met with its cadets.", 1),
    (f"{HANSEN} toured the naval base in Kobe, the largest base in Asia.", 1),
    (f"{HANSEN} laid a wreath at the Tomb of the Unknown Soldier and signed the book of honour in Tokyo.", 1),
])
def test_every_site_is_one_of_its_own(text: str, rows: int) -> None:
    assert len([row for row in coded(text, "type", day="2021-05-05") if row in ("site_visit", "tribute")]) == rows


@pytest.mark.parametrize(("text", "expected"), [
    (f"{HANSEN} met {SATO} before calling on the Emperor of Japan.", 2),
    (f"{HANSEN} held talks with General Taro Sato of Japan and paid a courtesy call on Japanese Defence Minister Ken Mori.", 2),
    (f"{HANSEN} met {SATO} and held talks with him on trade.", 1),
    (f"{HANSEN} was received by President Ichiro Abe of Japan, who held talks with the minister on trade.", 1),
])
def test_two_verbs_with_people_of_their_own(text: str, expected: int) -> None:
    assert coded(text, "type", day="2021-05-05").count("meeting") == expected
