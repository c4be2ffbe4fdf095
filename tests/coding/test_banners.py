"""Whose page it is, from banner lines, news agencies and addresses."""

import pytest

from pipelines.coding.cast.banners import ADDRESS, AGENCY, BANNER, PLACE, frame_votes
from pipelines.lexicon.countries import is_state
from pipelines.lexicon.loader import read_tsv, split_cell


@pytest.mark.parametrize(("text", "votes"), [
    ("Ministry of Foreign Affairs of Norway\n\nThe Minister left.", {"NOR": BANNER}),
    ("Ministry of Defence - Republic of Serbia\nHome » Latest News\n", {"SRB": BANNER}),
    ("Ministry of Defence\nRepublic of Serbia\n20.02.2018\n", {"SRB": BANNER}),
    ("President's Media Division (PMD)\nSri Lanka\nThe President left.", {"LKA": BANNER}),
    ("Inter Services Public Relations Directorate (ISPR)\nPakistan\nTalks.", {"PAK": BANNER}),
    ("Ministry of Defence\nThe Serbian guest left\n", {}),
    ("12 May 2020\nMinistry of Defence of Finland / News\n\nTalks.", {"FIN": BANNER}),
    ("Embassy of Spain in Chile | Press release\n", {"ESP": BANNER}),
    ("Talks.\n\n© MFA Norway. All rights reserved\n", {"NOR": BANNER}),
    ("Foreign Ministry of Norway receives a guest\n", {}),  # a headline
    ("Ministry of Foreign Affairs\n", {}),
    ("Oslo, May 5 (VNA) - The Minister left.", {"VNM": AGENCY}),
    ("Talks were held.-VNA\n", {"VNM": AGENCY}),
    ("Source: Xinhua| 2020-05-05\n", {"CHN": AGENCY}),
    ("Qatar News Agency :: Local News\n", {"QAT": AGENCY}),
    ("The app (APP) is free, and the MAP helps.", {}),  # acronyms speak only in a dateline or a source line
    ("More at www.mfa.gov.ge or press@mfa.gov.ge.", {"GEO": ADDRESS}),
    ("© Mod.gov.az", {"AZE": ADDRESS}),
    ("Write to mfa.gov.rs and to mfa.gov.me.", {}),  # two states: none is the page's own
    ("He left yesterday.it rained", {}),
    ("Oslo, NORWAY\n\nThe Minister left.", {"NOR": PLACE}),
])
def test_frame(text: str, votes: dict[str, float]) -> None:
    assert dict(frame_votes(text)) == votes


def test_every_row_names_a_state() -> None:
    codes = {row["country"] for table in ("agencies.tsv", "top_level_domains.tsv") for row in read_tsv(table)}
    assert sorted(code for code in codes if not is_state(code)) == []


def test_no_agency_is_of_two_states() -> None:
    names = [name for row in read_tsv("agencies.tsv") for name in split_cell(row["names"])]
    assert sorted(name for name in set(names) if names.count(name) > 1) == []


@pytest.mark.usefixtures("ends")
@pytest.mark.parametrize("unit", ["a.", "aa.aa@", "(", "- ", "Ministry of ", "www.", "\n", "Oslo, ", "(VNA", "/TASS/ "])
def test_hostile_text_comes_to_an_end(unit: str) -> None:
    frame_votes(unit * (100_000 // len(unit)))
