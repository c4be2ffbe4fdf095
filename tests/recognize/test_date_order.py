"""Dates in numbers are read in the order that whoever gave the text says, in its lines, its datelines and its sentences."""
from datetime import date

import pytest

from pipelines.engine.unit import work
from pipelines.ingest import Input, Limits
from pipelines.ingest.inputs import Source
from pipelines.model.document import Document
from pipelines.recognize.dates import date_order, find_dates, resolve

READ = [
    ("2/3/2023", None, date(2023, 3, 2)), ("Friday 2/3/2023", None, date(2023, 2, 3)),
    ("2/3/2023", "dmy", date(2023, 3, 2)), ("2/3/2023", "mdy", date(2023, 2, 3)),
    ("2.3.2023", None, date(2023, 3, 2)), ("2.3.2023", "dmy", date(2023, 3, 2)), ("2.3.2023", "mdy", date(2023, 2, 3)),
    ("2-3-2023", "mdy", date(2023, 2, 3)), ("2/3/23", "dmy", date(2023, 3, 2)),
    ("2/15/2023", "dmy", date(2023, 2, 15)), ("15/2/2023", "mdy", date(2023, 2, 15)),  # there is but one way to read them
    ("2023/2/3", "dmy", date(2023, 2, 3)), ("2023-02-03", "dmy", date(2023, 2, 3)), ("2 March 2023", "mdy", date(2023, 3, 2)),
]


@pytest.mark.parametrize(("written", "order", "day"), READ)
def test_the_order_that_is_told_holds_where_it_can(written: str, order: str | None, day: date) -> None:
    with date_order(order):
        (mention,) = find_dates(written, 0, len(written))
    assert resolve(mention, None, written).start_date == day


def test_both_ends_of_a_span_are_read_alike() -> None:
    with date_order("dmy"):
        (mention,) = find_dates("2/3/2023 - 5/3/2023", 0, 19)
    resolved = resolve(mention, None, "2/3/2023 - 5/3/2023")
    assert (resolved.start_date, resolved.end_date) == (date(2023, 3, 2), date(2023, 3, 5))


def test_it_holds_for_one_text_alone() -> None:
    with date_order("dmy"), date_order("mdy"):
        pass
    (mention,) = find_dates("2/3/2023", 0, 8)
    assert resolve(mention, None, "2/3/2023").start_date == date(2023, 3, 2)


TEXT = """Ministers meet in Oslo

2/3/2023

The Foreign Minister of Norway, Kari Hansen, met with the Foreign Minister of Japan, Taro Sato, in Oslo on 1/3/2023.
"""


@pytest.mark.parametrize(("order", "published", "met"), [
    ("dmy", date(2023, 3, 2), date(2023, 3, 1)), ("mdy", date(2023, 2, 3), date(2023, 1, 3)), (None, date(2023, 3, 2), date(2023, 3, 1)),
])
def test_what_sources_yml_says_reaches_page_and_sentence(order: str | None, published: date, met: date) -> None:
    done = work(Input("a.txt", TEXT.encode(), "text", "text/plain", Source(date_order=order)), Limits())
    assert isinstance(done.read, Document) and done.read.published_on == published
    assert met in [event.start_date for event in done.coding.events]
