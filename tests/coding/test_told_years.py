"""Years in passing, of pages that give no day in full."""
import pytest

from pipelines.ingest.told_years import told_year


@pytest.mark.parametrize(("text", "year"), [
    ("AIRFAIR 2014 – news of the Air Force\n\nIt opened on Tuesday.", 2014),
    ("Our year abroad: what 2018 brought\n\nIn March they came.", 2018),
    ("Drill ends\n\nThey trained within \"Blue Shield 2023\" and spoke of the goals for 2030.", 2023),
    ("Summit\n\nNorland holds the chair for the rest of 2025.", 2025),
    ("News\n\nThey met.\n(2019)\n", 2019),
    ("30 years since 1992\n\nThey met.", None),
    ("Talks\n\nThey spoke of Vision 2030 and of March 2018.", None),
    ("Talks\n\nThey trained within \"Blue Shield 2013\" and met again in 2015.", None),
    ("Talks\n\n\"Blue Shield 2013\" and \"Red Shield 2014\" were compared.", None),
])
def test_the_year_of_titles_names_and_lines(text: str, year: int | None) -> None:
    found = told_year(text)
    assert (found and found.year) == year
