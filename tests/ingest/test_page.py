"""The top of a page: title, first story, date of publication."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.ingest.furniture import furniture_kind
from pipelines.ingest.lines import is_heading, is_speech, lines_of
from pipelines.ingest.page import find_top, read_page
from pipelines.ingest.page_banners import is_banner, is_column
from pipelines.ingest.page_dates import day_beside
from pipelines.lexicon.loader import read_tsv

BODY = "The Foreign Minister of Norland received the Ambassador of Suria in the capital and spoke with him about trade and travel."
TITLE = "Foreign Minister receives Ambassador of Suria"


@pytest.mark.parametrize(
    ("page", "title", "published"),
    [
        (f"{TITLE}\n\n2019-05-07\n\n{BODY}", TITLE, date(2019, 5, 7)),
        (f"Visit\n\n2019-05-07\n\n{BODY}", "Visit", date(2019, 5, 7)),
        (f"{TITLE}\n\n{BODY}", TITLE, None),
        (BODY, None, None),
        (
            f"Please enable JavaScript\n“Peace is our\nstrength!”\nJan Novak\n\n7 May 2019 17:10\n\n{TITLE}\n\n{BODY}",
            TITLE,
            date(2019, 5, 7),
        ),
        (f"Home > News\nEmbassy of Norland in Suria\nPress Releases\n\n{TITLE}\n\nMay 7, 2019\n\n{BODY}", TITLE, date(2019, 5, 7)),
        (
            f"Official website of the Ministry of Trade\nMenu\nMonday, May 6, 2019\n\n{TITLE}\nMay 7, 2019\n\n{BODY}",
            TITLE,
            date(2019, 5, 7),
        ),
        (f"date 2019-05-07 {TITLE}\n\nSuria\n\nStaff Report\n\n{TITLE}\n\n{BODY}", TITLE, date(2019, 5, 7)),
        (f" date 2019-05-07 © Norland Agency\n\nOslo. 7 May. AGENCY/ {BODY}", None, date(2019, 5, 7)),
        (
            f"Video\nTuesday, 7 May, 2019, 7:00 AM\nCity News\n\n{TITLE}\n\nPublished : Tuesday, 7 May, 2019\n\n{BODY}",
            TITLE,
            date(2019, 5, 7),
        ),
        (f"By Agency\n\n\n{BODY}", None, None),
        (f"PRESIDENT'S MEDIA DIVISION (PMD)\nNorland\n\n{TITLE}\n\n7 May 2019\n\n{BODY}", TITLE, date(2019, 5, 7)),
        (f"Inter Services Public Relations\nNorland\n\n7 May 2019\n\n{BODY}", None, date(2019, 5, 7)),
        (f"Temperatures to rise slightly on Friday\n\n{TITLE}\n\n7 May 2019\n\n{BODY}", TITLE, date(2019, 5, 7)),
        (f"NEWS ▾ SPORT ▾ CULTURE ▾    LOG IN | SUBSCRIBE\n\n{TITLE}\n\n{BODY}", TITLE, None),
        (f"{TITLE}\n\n02/10/2019\n\nOslo, Oct. 2 (Agency) -- {BODY}", TITLE, date(2019, 10, 2)),
        (f"{TITLE}\n\n{BODY}\n\nDate: 16/07/2019 - Last update 19:05", TITLE, date(2019, 7, 16)),
        (f"date 2019-05-13 {TITLE}\nWEEKLY DIGEST | 6 – 12 May 2019\n\n{BODY}", TITLE, date(2019, 5, 12)),
    ],
)
def test_title_and_date(page: str, title: str | None, published: date | None) -> None:
    found = read_page(page)
    assert (found.title, found.published_on) == (title, published)
    assert page[find_top(page).story :].startswith((title or BODY[:10], "Oslo. 7 May"))


@pytest.mark.parametrize(
    ("lead", "used"),
    [
        ("On 6 May 2019 the ministers of the two countries met in the capital of Norland.", True),
        ("On May 6 the ministers of the two countries met in the capital of Norland.", True),
        ("On Monday the ministers of the two countries met in the capital of Norland.", True),
        ("On 20 June 2019 the ministers of the two countries will meet in the capital of Norland.", True),
        ("On 4 October 2016 the ministers of the two countries met in the capital of Norland.", False),
        ("On 2 October the ministers of the two countries met in the capital of Norland.", False),
        ("Wreaths were laid in memory of those who fell on 20 January 1990 in the streets of the capital.", True),
    ],
)
def test_a_prefix_that_contradicts_the_lead_is_not_used(lead: str, used: bool) -> None:
    assert read_page(f"date 2019-05-07 {lead}").published_on == (date(2019, 5, 7) if used else None)


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        (TITLE, True),
        ("3RD SESSION OF THE JOINT COMMISSION COMES TO A CLOSE", True),
        ("Who will pay for the port?", True),
        ("FACT SHEET: The Norland Partnership", True),
        ("Statement on the Visit of President Novak and Mrs. Novak", True),
        (BODY, False),
        ("and the president of Norland", False),
        ("The session was opened by the", False),
        ("PRIME MINISTER: Thank you all for coming", False),
        ("He came. They talked about Norland", False),
        ("***", False),
    ],
)
def test_headings(line: str, heading: bool) -> None:
    assert is_heading(line) is heading


@pytest.mark.parametrize("line", ["JOURNALIST: And the port?", "MR NOVAK: Yes.", "Q Did you agree?", "PRESIDENT NOVAK (Herald): No."])
def test_turns_of_a_transcript(line: str) -> None:
    assert is_speech(line)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Print the page", "navigation"),
        ("AZ | EN | RU", "navigation"),
        ("Home > News > Politics", "navigation"),
        ("Read more...", "navigation"),
        ("We use cookies to improve your visit", "cookie"),
        ("Facebook Twitter WhatsApp", "share"),
        ("1,204 views", "share"),
        ("No comments:", "comment"),
        ("Related news", "related"),
        ("By Jan Novak", "byline"),
        ("Photo: Agency", "credit"),
        ("Disclaimer: " + "this text came from a feed. " * 20, "disclaimer"),
        (TITLE, None),
        (BODY, None),
        ("By the end of the day the ministers agreed.", None),
    ],
)
def test_furniture(line: str, kind: str | None) -> None:
    assert furniture_kind(line) == kind


@pytest.mark.parametrize(
    ("line", "banner", "column"),
    [
        ("Ministry of Foreign Affairs of Norland", True, False),
        ("Republic of Norland Ministry of Defence", True, False),
        ("Ministry of Defence of Norland / News", True, False),
        ("Royal Norlandic Embassy, Lumen", True, False),
        ("Ministerio de Relaciones Exteriores de Suria", True, False),
        ("Home   Media Centre   News", True, False),
        ("Politics & Foreign Affairs", True, False),
        ("STATE HOUSE PRESS RELEASE", True, False),
        ("Apia, SAMOA", True, False),
        ("WEEKLY DIGEST | 12 – 18 February 2018", True, True),
        ("NNA - External affairs in brief 04/11/2016 | 08:15:00", True, True),
        ("THE PRESIDENT'S DIARY", True, True),
        ("News summary for Thursday 4 May 2006", True, True),
        (TITLE, False, False),
        ("Ministry of Defence hands over trucks", False, False),
        ("Embassy reception in Paris", False, False),
        ("Opening of the Embassy in Ankara", False, False),
        ("Government statement on Suria", False, False),
        ("Minister briefs ambassadors", False, False),
        ("Ambassador of Suria at the Ministry of Health", False, False),
        ("Cooperation in defence and security", False, False),
    ],
)
def test_banners(line: str, banner: bool, column: bool) -> None:
    assert (is_banner(line), is_column(line)) == (banner, column)


def test_below_banners_alone_the_story_begins_with_its_text() -> None:
    page = f"Embassy of Norland\nWEEKLY DIGEST\n\n{BODY}"
    assert (read_page(page).title, page[find_top(page).story :]) == (None, BODY)


def test_every_row_of_boilerplate_is_found() -> None:
    for row in read_tsv("boilerplate.tsv"):
        if row["match"] in ("line", "start"):
            assert furniture_kind(row["pattern"].capitalize()) is not None, row


@given(st.text(alphabet="aB .\n\t5,:“", max_size=120), st.integers(0, 5))
def test_lines_hold_all_that_is_not_white(text: str, start: int) -> None:
    lines = lines_of(text, start)
    assert "".join(line.of(text) for line in lines).replace(" ", "").replace("\t", "") == "".join(text[start:].split())
    assert all(one.end < after.start for one, after in pairwise(lines))


@given(st.text(max_size=300))
def test_any_text_has_a_top(text: str) -> None:
    assert 0 <= find_top(text).story <= len(text)


@pytest.mark.parametrize(("line", "day"), [
    ("General News | 14th September, 2017 | Source: GNA | 412 views", date(2017, 9, 14)),
    ("29. 5. 2019   MINISTRY OF FOREIGN AFFAIRS", date(2019, 5, 29)),
    ("2 August 2022   Apia, SAMOA", date(2022, 8, 2)),
    ("Vol. 2, No. 15, 23 January 1998", date(1998, 1, 23)),
    ("No. 17 (214), May 8, 2015", date(2015, 5, 8)),
    ("CARIBBEAN IN BRIEF / 10 December 2018", date(2018, 12, 10)),
    ("Ministers met on 5 May 2020 in Rome", None),
])
def test_the_day_among_other_facts_of_a_page(line: str, day: date | None) -> None:
    assert day_beside(line, 0, len(line)) == day


def test_a_release_may_end_with_place_and_day() -> None:
    told = "Minister receives envoy\n\nThe Minister received the Ambassador of Peru for talks.\n\nLima, 27 February 2018\n"
    assert read_page(told).published_on == date(2018, 2, 27)


@pytest.mark.parametrize(("top", "bottom", "day"), [
    ("ISLAMABAD ROUND-UP, 22 May 2025", "", date(2025, 5, 22)),
    ("", "(Issue of 28 March 2016)", date(2016, 3, 28)),
    ("Parliamentary Correspondence No. 812 of 27.06.2018", "", date(2018, 6, 27)),
    ("", "Embajada en Oslo | viernes, 6 de octubre de 2023", date(2023, 10, 6)),
    ("", "Thu 9 June 2016, Issue 88. Editor's decision final.", date(2016, 6, 9)),
    ("", "link: https://a.kg/1 views: 2311 Date: 13:04, 17 October 2024, Thursday", date(2024, 10, 17)),
    ("NEWSLETTER - week of 3-9 March 1999", "", date(1999, 3, 9)),
    ("HEADLINES OF THE WEEK ENDING 23 MAY 2025", "", date(2025, 5, 23)),
    ("", "Petra//AA 07/06/2023 20:44:11", date(2023, 6, 7)),
    ("", "The two ministers had signed the treaty on 9 March 1999 in Oslo.", None),
    ("The treaty of 9 March 1999", "", None),
    ("Press briefing: afternoon of 9 March 1999", "", date(1999, 3, 9)),
    ("Statement issued from the Palace on Tuesday, 9 March 1999", "", date(1999, 3, 9)),
    ("Statement on the treaty signed on 9 March 1999", "", None),
    ("(Latest Update March 9, 1999)", "", date(1999, 3, 9)),
    ("", "NTB 091640 Mar 99NNNN", date(1999, 3, 9)),
])
def test_the_edges_of_a_page_tell_its_day_in_passing(top: str, bottom: str, day: date | None) -> None:
    assert read_page(f"{top}\n\n{TITLE}\n\n{BODY}\n\n{bottom}".strip()).published_on == day


@pytest.mark.parametrize(("line", "day"), [
    ("© 2011 Agency. All rights reserved.", date(2011, 2, 20)),
    ("Norland Star, 2011", date(2011, 2, 20)),
    ("Weekly Bulletin, No. 31/2011", date(2011, 2, 20)),
    ("(Newsletter of March 2011)", date(2011, 2, 20)),
    ("Office / Department of Foreign Military Cooperation / Bulletin 3-2011", date(2011, 2, 20)),
    ("The concert went on until nobody was left in the hall. (2011, archived copy)", date(2011, 2, 20)),
    ("The ministers also spoke of what is to be reached in 2011.", None),
    ("An office is to be opened by 2011", None),
])
def test_the_edges_of_a_page_tell_the_year_of_its_dateline(line: str, day: date | None) -> None:
    assert read_page(f"Oslo, 20 February (Agency) - {BODY}\n\n{line}").published_on == day


@pytest.mark.parametrize("top", [
    "Weekly Bulletin / Issue 14-2011/ 20 February", "No. 5/2011          20 February", "Casa de Vidro, Lima, 20 February\n\n(Lima, 2011)",
    "The Ministry's regular press conference on Feb. 20\n\n(Oslo, 2011)",
])
def test_the_edges_of_a_page_tell_its_day_and_elsewhere_its_year(top: str) -> None:
    line, _, last = top.partition("\n\n")
    assert read_page(f"{line}\n\n{TITLE}\n\n{BODY}\n\n{last}").published_on == date(2011, 2, 20)
