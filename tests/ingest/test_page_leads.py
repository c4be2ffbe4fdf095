"""The day of a page that its first words or its short lines tell in passing."""

import time
from datetime import date

import pytest

from pipelines.ingest.page import read_page
from pipelines.ingest.page_dates import PageDate, weekday_near

BODY = "the Foreign Minister of Norland received the Ambassador of Suria in the capital and spoke with him about trade and travel."
DAY = date(2019, 5, 7)


@pytest.mark.parametrize("page", [
    f"Talks\n\n(NORNEWS, 7 May 2019) — “Today {BODY}",
    f"Talks\n\nOSLO (MFA) May 7, 2019: Here {BODY}",
    f"Talks\n\n7 May 2019, Oslo: Here {BODY}",
    f"Talks\n\nMay 7, 2019 – Here {BODY}",
    f"Talks\n\nNNA / Oslo, 07 May 2019: Here {BODY}",
    f"Talks\n\nOslo, 7 May 2019. [NorTA] Here {BODY}",
    f"Talks\n\nOslo/Suria, 7 May 2019, NTA. Here {BODY}",
    f"Talks\n\nOslo, Ramadan 2, 1440 H, May 7, 2019, NPA -- Here {BODY}",
    f"Talks\n\nToday, 7 May 2019, in the palace, {BODY}",
    f"Talks\n\nIn the palace this Tuesday, 7 May 2019, {BODY}",
    f"Talks\n\nNORNEWS — OSLO, May 7 (Nornews) — Here {BODY}\n\n© 2019 Nornews",
    f"“Blue Shield 2019” opens\n\n(Army Online) OSLO, May 7 -- Here {BODY}",
    f"Talks\n\nHere {BODY}\n\nPravda Norlandu 7.05.2019 // All rights reserved // Age limit 12+",
    f"Talks\n\nHere {BODY}\n\nCreated: 7 May 2019   Last modified: 7 May 2019",
    f"Talks\n\nHere {BODY}\n\n(NORNEWS / 07.05.2019)",
    f"Talks\n\nBerlin, 7. May 2019 (press office)\n\nHere {BODY}",
    f"Ministry of Norland\n2019 05 07\n\nTalks\n\nHere {BODY}",
    f"Talks\nPublished: 2019. 05. 07. 16:05\n\nHere {BODY}",
    f"Norland – summary. Oslo. Tuesday, May 7, 2019. Items of the week\n\nTalks\n\nHere {BODY}",
    f"Vesti\n7. maj 2019.\n\nTalks\n\nHere {BODY}",
])
def test_the_day_of_a_page(page: str) -> None:
    assert read_page(page).published_on == DAY


@pytest.mark.parametrize("page", [
    f"Talks\n\nOn May 7, 2019, {BODY}",
    f"Talks\n\nSigned in Oslo, 7 May 2019. Here {BODY}",
    f"Talks\n\nPhoto taken on May 7, 2019: Here {BODY}",
    f"News\n\n7 May 2019 – Here {BODY}\n\n9 May 2019 – Here {BODY}",
    f"Talks\n\nOslo, May 7 -- Here {BODY}",
    f"Talks\n\nNews code 1400-09-30 | Here {BODY}",
])
def test_no_day_of_the_page(page: str) -> None:
    assert read_page(page).published_on is None


@pytest.mark.parametrize(("line", "text", "day"), [
    ("MONDAY", "The week", date(2019, 5, 6)),
    ("Tuesday:", "The week", DAY),
    ("Thursday", "The week", date(2019, 5, 2)),
    ("Thursday", "Week ahead", date(2019, 5, 9)),
    ("Someday", "The week", None),
])
def test_the_day_of_a_weekday_as_heading(line: str, text: str, day: date | None) -> None:
    page = f"{text}\n{line}"
    assert weekday_near(PageDate("line", len(text) + 1, len(page), None), DAY, page) == day


@pytest.mark.parametrize("piece", ["A ", "Oslo, ", "OSLO (A) ", "1 ", "7 May 2019 ", "7 May 2019 – ", "Today, ", "[", "/A/ ", "A. - "])
def test_hostile_first_lines_take_no_longer_than_their_length(piece: str) -> None:
    started = time.process_time()
    read_page(piece * (200_000 // len(piece)))
    assert time.process_time() - started < 20
