"""Agendas and diaries, whose lines give the days of what stands below them."""
from datetime import date

import pytest
from coded import HANSEN, NOIR, SATO, segments_of

from pipelines.coding.events import read_items, told_drafts
from pipelines.coding.headed import NTH_LINE, numbered
from pipelines.model.document import Document

MET, RECEIVED = f"{HANSEN} met {SATO}.", f"{HANSEN} received {NOIR}."
MEETS, TALKS = f"{HANSEN} will meet {SATO}.", f"{HANSEN} will hold talks with {NOIR}."


@pytest.mark.parametrize(("text", "day", "expected"), [
    (f"Programme\n\nWednesday 14 May\n{MEETS}\n\nThursday 15 May\n{TALKS}", "2014-05-12", ["2014-05-14", "2014-05-15"]),
    (f"Diary\n\nMonday\n{MET}\n\nThursday\n{RECEIVED}", "2022-10-08", ["2022-10-03", "2022-10-06"]),
    (f"Diary\n\nMonday—{MET}\nThursday—{RECEIVED}", "2022-10-08", ["2022-10-03", "2022-10-06"]),
    (f"Programme\n\nThursday 18 — Tokyo. {MEETS}\n\nFriday 19 — Paris. {TALKS}", "2024-01-15", ["2024-01-18", "2024-01-19"]),
    (f"In the week of 6–10 August 2018 the Ministry was host.\n\nMonday: {MET}\nThursday: {RECEIVED}", None, ["2018-08-06", "2018-08-09"]),
    (f"Talks\n\n14 May 2014\n\n{MET}\n\n{RECEIVED}", "2014-05-15", ["2014-05-14", "2014-05-14"]),
], ids=["days", "weekdays", "dashes", "days of a month", "week told above", "one date alone"])
def test_lines_that_only_date_hold_for_those_below(text: str, day: str | None, expected: list[str]) -> None:
    published = date.fromisoformat(day) if day else None
    document = Document("doc_0", "a.txt", "0", "text/plain", "utf-8", "en", text, published_on=published)
    drafts = [draft for item in read_items(document, list(segments_of(text, published))) for draft in told_drafts(item)]
    assert [str(draft.when.start_date) for draft in drafts if draft.when] == expected


@pytest.mark.parametrize(("line", "nth"), [
    ("Day two.", 2), ("Day 3: Paris", 3), ("First day", 1), ("Last day – ", -1), ("Days later", None),
])
def test_lines_that_count_the_days(line: str, nth: int | None) -> None:
    found = NTH_LINE.match(line)
    assert (found and numbered(found)) == nth
