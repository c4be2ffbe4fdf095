"""Pages that tell one journey day by day and stay one item, however many date lines they have.

What belongs here: whether the date lines of a page are the days of one journey. What does not: pages of several stories in the order of
their days (`items`, `layouts`).
"""
from itertools import pairwise

from pipelines.segment.candidate import Candidate
from pipelines.segment.reading import Day, Reading, days_between

JOURNEY_DAYS = 14
MIN_DAYS = 2


def is_journey(places: list[Candidate], page: Reading) -> bool:
    """Below the title of a story the days of date lines, or of headings, follow each other, first to last; or weekdays below a headline."""
    if page.title is None or page.is_column or page.is_bulletin:
        return False
    if page.has_headline and sum(_is_weekday(place, page) for place in places[1:]) >= MIN_DAYS:
        return True
    days = [day for place in places[1:] if (day := _day(place, page)) is not None and all(day[1:])]
    if len(days) < MIN_DAYS:
        return False
    return all(days_between(one, after) >= 0 for one, after in pairwise(days)) and days_between(days[0], days[-1]) <= JOURNEY_DAYS


def _is_weekday(place: Candidate, page: Reading) -> bool:
    """Below "Tuesday" alone."""
    return place.date is not None and place.heading is None and not any(page.line_day(place.date) or ())


def _day(place: Candidate, page: Reading) -> Day | None:
    if place.date is not None:
        return page.line_day(place.date) if place.heading is None else None
    return page.heading_day(place.heading) if place.heading is not None else None
