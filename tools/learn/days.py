"""When found occasions took place, after the labels: the questions from which dates are learnt."""

from collections.abc import Iterator
from itertools import chain

from pipelines.coding.events import told_drafts
from pipelines.coding.item import Draft
from pipelines.coding.learned.calendar import Almanac, almanac, days, options
from pipelines.coding.learned.dating import date_features, undated
from tools.learn.choice import Question
from tools.learn.examples import items_of
from tools.learn.labels import Labelled, Report
from tools.learn.people import match


def date_questions(text: Labelled) -> Iterator[Question]:
    """On which days the labelled occasions took place that are found; none where the text's dates do not have the right ones."""
    return (question for known, draft, report in dated(text) if (question := of_days(known, draft, report)) is not None)


def dated(text: Labelled) -> Iterator[tuple[Almanac, Draft, Report]]:
    for item in items_of(text):
        drafts = told_drafts(item)
        known, matched = almanac(item, drafts), match(text, drafts)
        yield from ((known, d, matched[id(d)]) for d in drafts if id(d) in matched)


def of_days(known: Almanac, draft: Draft, report: Report) -> Question | None:
    asked = options(known, draft)
    when = [(None, None), *(days(option.when) for option in asked)]
    answers = chain([undated(draft, len(asked))], map(date_features, asked))
    return Question(tuple(frozenset(each) for each in answers), when.index(report.days)) if report.days in when else None
