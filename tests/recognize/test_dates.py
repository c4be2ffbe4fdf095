"""Dates: what is found, what it resolves to, what stays open. The anchor of every case is Monday, 6 March 2023."""
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.lexicon.loader import read_tsv
from pipelines.recognize.dates import find_dateline_dates, find_dates, is_complete, preposition, resolve

ANCHOR = date(2023, 3, 6)

# text, its dates as "words = edtf precision basis"
FOUND = [
    # stated
    ("On June 14, 2024 he", "June 14, 2024 = 2024-06-14 day stated"),
    ("on 14 June 2024", "14 June 2024 = 2024-06-14 day stated"),
    ("April 17-18, 2014", "April 17-18, 2014 = 2014-04-17/2014-04-18 day stated"),
    ("17–18 April 2014", "17–18 April 2014 = 2014-04-17/2014-04-18 day stated"),
    ("from 3 to 5 November 2017", "3 to 5 November 2017 = 2017-11-03/2017-11-05 day stated"),
    ("On March17, 2014", "March17, 2014 = 2014-03-17 day stated"),
    ("30 April - 2 May 2019", "30 April - 2 May 2019 = 2019-04-30/2019-05-02 day stated"),
    ("December 30, 2023 to January 2, 2024", "December 30, 2023 to January 2, 2024 = 2023-12-30/2024-01-02 day stated"),
    ("the night of 25 and 26 February 1992", "25 and 26 February 1992 = 1992-02-25/1992-02-26 day stated"),
    ("2014-03-05 12:03:00", "2014-03-05 = 2014-03-05 day stated"),
    ("on 23.03.2015.", "23.03.2015 = 2015-03-23 day stated"),
    ("2/15/2023 and 15/2/2023", "2/15/2023 = 2023-02-15 day stated; 15/2/2023 = 2023-02-15 day stated"),
    ("2/3/23", "2/3/23 = 2023-03-02 day stated"),
    ("12.06.2024 - 14.06.2024", "12.06.2024 - 14.06.2024 = 2024-06-12/2024-06-14 day stated"),
    ("Nov. 20, 2023; 13-Oct-2014", "Nov. 20, 2023 = 2023-11-20 day stated; 13-Oct-2014 = 2014-10-13 day stated"),
    ("31ST MARCH 1967, 2 JUNE, 1965", "31ST MARCH 1967 = 1967-03-31 day stated; 2 JUNE, 1965 = 1965-06-02 day stated"),
    ("the first of March 1982", "first of March 1982 = 1982-03-01 day stated"),
    ("on the twenty-second of May 1983", "twenty-second of May 1983 = 1983-05-22 day stated"),
    ("Friday, 12 March 1982", "Friday, 12 March 1982 = 1982-03-12 day stated"),
    ("6 Oct.'08", "6 Oct.'08 = 2008-10-06 day stated"),
    ("8.V.2023, 20/IX/2023", "8.V.2023 = 2023-05-08 day stated; 20/IX/2023 = 2023-09-20 day stated"),
    ("2016 Apr 27; 2014. November 28.", "2016 Apr 27 = 2016-04-27 day stated; 2014. November 28 = 2014-11-28 day stated"),
    ("28 nov 2019; 7 mars 2023", "28 nov 2019 = 2019-11-28 day stated; 7 mars 2023 = 2023-03-07 day stated"),
    ("el 6 de octubre de 2023", "6 de octubre de 2023 = 2023-10-06 day stated"),
    ("Daily News 14 / 10 / 2025", "14 / 10 / 2025 = 2025-10-14 day stated"),
    ("May 22 (2023)", "May 22 (2023) = 2023-05-22 day stated"),
    ("12 Mar 79", "12 Mar 79 = 1979-03-12 day stated"),
    ("Rabat, 15 Feb 21: The", "15 Feb 21 = 2021-02-15 day stated"),
    ("QNA 251640 Nov 18NNNN", "251640 Nov 18 = 2018-11-25 day stated"),
    ("lima, 29 04 2018.-", "29 04 2018 = 2018-04-29 day stated"),
    ("Thursday 12/08/2022", "Thursday 12/08/2022 = 2022-12-08 day stated"),
    ("the 14th day of June 2024", "14th day of June 2024 = 2024-06-14 day stated"),
    ("in June 2024", "June 2024 = 2024-06 month stated"),
    ("from May to July 2019", "May to July 2019 = 2019-05/2019-07 month stated"),
    ("in 2019; between 2012 and 2016", "2019 = 2019 year stated; 2012 and 2016 = 2012/2016 year stated"),
    ("early 2025; mid-2024", "early 2025 = 2025 year stated; mid-2024 = 2024 year stated"),
    ("spring 2015", "spring 2015 = 2015-21 month stated"),
    ("the second half of 2022", "second half of 2022 = 2022-07/2022-12 month stated"),
    ("the 1999 Memorandum", "1999 = 1999 year stated"),
    ("31 June 2014", "31 June 2014 = 2014-06 month stated"),
    # completed from the anchor
    ("On 14 March", "14 March = 2023-03-14 day inferred"),
    ("28 December", "28 December = 2022-12-28 day inferred"),
    ("28 December to 3 January", "28 December to 3 January = 2022-12-28/2023-01-03 day inferred"),
    ("(March 07)", "March 07 = 2023-03-07 day inferred"),
    ("14th of May, the 5th of June", "14th of May = 2023-05-14 day inferred; 5th of June = 2023-06-05 day inferred"),
    ("2-4 June", "2-4 June = 2023-06-02/2023-06-04 day inferred"),
    ("5 and 8 June", "5 = 2023-06-05 day inferred; 8 June = 2023-06-08 day inferred"),
    ("31 January and 1 February", "31 January and 1 February = 2023-01-31/2023-02-01 day inferred"),
    ("28 January and 3 February", "28 January = 2023-01-28 day inferred; 3 February = 2023-02-03 day inferred"),
    ("16. 9. Flowers", "16. 9. = 2022-09-16 day inferred"),
    ("15.III. A visit", "15.III. = 2023-03-15 day inferred"),
    ("Friday 10. Talks; Monday 13 – Rome", "Friday 10 = 2023-03-10 day inferred; Monday 13 = 2023-03-13 day inferred"),
    ("on the 9th handed over; the medal (7th).", "9th = 2023-03-09 day inferred; 7th = 2023-03-07 day inferred"),
    ("yesterday and today", "yesterday and today = 2023-03-05/2023-03-06 day inferred"),
    ("over the past two days", "over the past two days = 2023-03-05/2023-03-06 day inferred"),
    ("a week from today; ten days from now", "a week from today = 2023-03-13 day inferred; ten days from now = 2023-03-16 day inferred"),
    ("on Friday last, he", "Friday last = 2023-03-03 day inferred"),
    ("between 5 and 8 June", "5 and 8 June = 2023-06-05/2023-06-08 day inferred"),
    ("Wednesday 5 June", "Wednesday 5 June = 2024-06-05 day inferred"),
    ("Monday (March 06)", "Monday (March 06) = 2023-03-06 day inferred"),
    ("on the 8th, and from the 3rd to the 5th.", "8th = 2023-03-08 day inferred; 3rd to the 5th = 2023-03-03/2023-03-05 day inferred"),
    ("On the 1st Ambassador A; scheduled for the 20th,", "1st = 2023-03-01 day inferred; 20th = 2023-03-20 day inferred"),
    ("on the evening of the 29th.", "29th = 2023-03-29 day inferred"),
    ("on Thursday 9th and Friday 10th", "Thursday 9th and Friday 10th = 2023-03-09/2023-03-10 day inferred"),
    ("Sunday the 30th", "Sunday the 30th = 2023-04-30 day inferred"),
    ("the 21st and 22nd of this month", "21st and 22nd of this month = 2023-03-21/2023-03-22 day inferred"),
    ("29 February", "29 February = 2024-02-29 day inferred"),
    ("September this year", "September this year = 2023-09 month inferred"),
    ("June 14 of last year", "June 14 of last year = 2022-06-14 day inferred"),
    ("last October, next March", "last October = 2022-10 month inferred; next March = 2024-03 month inferred"),
    ("at the end of June", "end of June = 2023-06 month inferred"),
    ("late April and early May", "late April and early May = 2023-04/2023-05 month inferred"),
    ("mid-July", "mid-July = 2023-07 month inferred"),
    ("their September meeting", "September = 2022-09 month inferred"),
    # relative
    ("today, tomorrow", "today = 2023-03-06 day inferred; tomorrow = 2023-03-07 day inferred"),
    ("yesterday", "yesterday = 2023-03-05 day inferred"),
    ("this morning, tonight", "this morning = 2023-03-06 day inferred; tonight = 2023-03-06 day inferred"),
    ("on Thursday; on Monday", "Thursday = 2023-03-02 day inferred; Monday = 2023-03-06 day inferred"),
    ("last Monday; next Monday", "last Monday = 2023-02-27 day inferred; next Monday = 2023-03-13 day inferred"),
    ("Tuesday next week", "Tuesday next week = 2023-03-14 day inferred"),
    ("from Tuesday to Thursday", "Tuesday to Thursday = 2023-02-28/2023-03-02 day inferred"),
    ("this week, next week", "this week = 2023-03-06/2023-03-10 day inferred; next week = 2023-03-13/2023-03-19 day inferred"),
    ("later this week", "later this week = 2023-03-07/2023-03-10 day inferred"),
    ("next month, last year", "next month = 2023-04 month inferred; last year = 2022 year inferred"),
    ("later this month; earlier this year", "later this month = 2023-03 month inferred; earlier this year = 2023 year inferred"),
    ("by the end of the year", "end of the year = 2023 year inferred"),
    ("three days ago", "three days ago = 2023-03-03 day inferred"),
    ("two weeks ago", "two weeks ago = 2023-02-20/2023-02-26 day inferred"),
    ("in two days' time", "in two days' time = 2023-03-08 day inferred"),
    ("two months ago", "two months ago = 2023-01 month inferred"),
]

NO_DATES = [
    "the 38th armoured brigade", "1. 2. 3. The parties", "phone 021 319 58 58",
    "on the 20th anniversary, by the 5th Session, on the 38th parallel, the 8th",
    "on the 20th Anniversary, on the 4th Floor, by the 25th Infantry",
    "the first day of the visit",
    "in the coming days",
    "Resolution 2720, Vision 2030, G20 June Smith",
    "a contract of $1.2bn, 0.25% at 474.49p at 0922 GMT",
    "at 4:30 p.m., at 17.10",
    "a plan of cooperation for 2018 and for 2021-2025",
    "May I say that the march will start; Prime Minister May agreed",
    "Good Friday, the Sunday Times, every Monday",
    "over the past year; in the last week of talks",
    "2000 troops; Room 1960; since the 1990s",
    "14:30 May",
]


def told(text: str) -> str:
    resolved = [resolve(mention, ANCHOR, text) for mention in find_dates(text, 0, len(text))]
    return "; ".join(f"{one.as_written} = {one.edtf} {one.precision} {one.basis}" for one in resolved)


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_found_and_resolved(text: str, expected: str) -> None:
    assert told(text) == expected


@pytest.mark.parametrize("text", NO_DATES)
def test_no_date(text: str) -> None:
    assert told(text) == ""


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("15 May", "XXXX-05-15"),
        ("2-4 June", "XXXX-06-02/XXXX-06-04"),
        ("in June", "XXXX-06"),
        ("last spring", "XXXX-21"),
        ("on Thursday", None),
        ("next week", None),
    ],
)
def test_without_anchor_nothing_is_invented(text: str, edtf: str | None) -> None:
    one = resolve(find_dates(text, 0, len(text))[0], None, text)
    assert (one.start_date, one.end_date, one.precision, one.basis, one.edtf) == (None, None, "none", "none", edtf)


@pytest.mark.parametrize(
    ("text", "past", "future"),
    [
        ("on Thursday", "2023-03-02", "2023-03-09"),
        ("Monday", "2023-03-06", "2023-03-06"),
        ("over the weekend", "2023-03-04/2023-03-05", "2023-03-11/2023-03-12"),
        ("in October", "2022-10", "2023-10"),
        ("on 1 June", "2022-06-01", "2023-06-01"),
    ],
)
def test_the_verb_decides(text: str, past: str, future: str) -> None:
    mention = find_dates(text, 0, len(text))[0]
    assert resolve(mention, ANCHOR, text, prefer="past").edtf == past
    assert resolve(mention, ANCHOR, text, prefer="future").edtf == future


def test_complete_and_preposition() -> None:
    text = "since 14 June 2024 and by 15 June"
    complete, open_year = find_dates(text, 0, len(text))
    assert (is_complete(complete), is_complete(open_year)) == (True, False)
    assert (preposition(complete, text), preposition(open_year, text)) == ("since", "by")


DATELINES = [
    ("2016-11-02OSLO (NTB) - Ann", [("prefix", None, "2016-11-02"), ("dateline", "OSLO", None)]),
    ("date 2024-01-09 New Delhi, Jan 9 Ann Doe, the", [("prefix", None, "2024-01-09"), ("dateline", "New Delhi", "Jan 9")]),
    ("SOFIA, Nov. 20 (Xinhua) -- The Order", [("dateline", "SOFIA", "Nov. 20")]),
    ("Baku. 9 October. REPORT.AZ/ The", [("dateline", "Baku", "9 October")]),
    ("MOSCOW, June 14. /TASS/. The", [("dateline", "MOSCOW", "June 14")]),
    ("ISLAMABAD (APP) – The President", [("dateline", "ISLAMABAD", None)]),
    ("CANBERRA 10 September 1993", [("line", "CANBERRA", "10 September 1993")]),
    ("Belgrade, 5 May 2014\n14 June 2024 17:10", [("line", "Belgrade", "5 May 2014"), ("line", None, "14 June 2024")]),
    ("(July 11, 2022)\n15 May", [("line", None, "July 11, 2022"), ("line", None, "15 May")]),
    ("Published : Saturday, 19 February, 2022 at 12:00 AM  Count : 111", [("published_label", None, "Saturday, 19 February, 2022")]),
    ("Last modified: 19 November, 2022, 09:25 am", [("published_label", None, "19 November, 2022")]),
    ("On June 14, a delegation arrived in Rome", []),
    ("President Doe June 14 met the press in Rome", []),
    ("The minister left Rome on 5 May 2014", []),
]


@pytest.mark.parametrize(("text", "expected"), DATELINES)
def test_datelines(text: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    found = find_dateline_dates(text, 0, len(text))
    assert [(one.kind, one.place, text[one.mention.start : one.mention.end] if one.mention else None) for one in found] == expected


FORMATS = ["{d} {B} {Y}", "{B} {d}, {Y}", "{Y}-{m:02d}-{d:02d}", "{d:02d}.{m:02d}.{Y}", "{d}th of {B}, {Y}", "the {d}th of {B} {Y}"]


@given(st.dates(date(1700, 1, 1), date(2100, 1, 1)), st.sampled_from(FORMATS))
def test_rendered_dates_come_back(day: date, form: str) -> None:
    text = "on " + form.format(d=day.day, m=day.month, Y=day.year, B=day.strftime("%B"))
    (mention,) = find_dates(text, 0, len(text))
    one = resolve(mention, None, text)
    assert (one.start_date, one.end_date, one.precision, one.basis, one.edtf) == (day, day, "day", "stated", day.isoformat())


OTHERS = ["1", "2", "14", "31", "2014", "99", "-", ",", ".", "and", "of", "to", "the", "(", ")", "2014-02-30", "9/31/99", "Two days ago"]
WORDS = [row["surface"].title() for row in read_tsv("calendar.tsv")] + OTHERS


@given(st.lists(st.sampled_from(WORDS), max_size=14), st.one_of(st.none(), st.dates()))
def test_anything_resolves(words: list[str], anchor: date | None) -> None:
    text = " ".join(words)
    reached = 0
    for mention in find_dates(text, 0, len(text)):
        assert reached <= mention.start < mention.end <= len(text)
        reached = mention.end
        for prefer in (None, "past", "future"):
            one = resolve(mention, anchor, text, prefer=prefer)
            assert (one.start_date is None) == (one.precision == "none") == (one.basis == "none")
            assert one.start_date is None or one.end_date is None or timedelta(0) <= one.end_date - one.start_date


UNITS = ["14 ", "May ", "the ", "1-", "2014 ", "5 and ", "last ", "in two ", " ", "\n", "A", "Baku. ", "9 October. ", "(", "14 June - "]


@pytest.mark.usefixtures("ends")
@pytest.mark.parametrize("unit", UNITS)
def test_hostile_text_comes_to_an_end(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    find_dates(text, 0, len(text))
    find_dateline_dates(text, 0, len(text))


def test_the_calendar_loads() -> None:
    rows = read_tsv("calendar.tsv")
    assert len({row["surface"] for row in rows}) == len(rows)
    for row in rows:
        assert row["surface"] == row["surface"].lower() and row["class"] and row["value"]
