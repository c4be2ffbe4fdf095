"""Whether found occasions were held, after the codings and labels: the questions from which statuses are learnt."""

from collections.abc import Iterator

from pipelines.coding.events import undated_drafts
from pipelines.coding.learned.outlook import ALL, features, setting_of
from pipelines.coding.learned.statuses import of
from tools.learn.choice import Question
from tools.learn.examples import items_of
from tools.learn.labels import Labelled
from tools.learn.people import match


def status_questions(text: Labelled) -> Iterator[Question]:
    """Which status the labelled occasions have that are found."""
    for item in items_of(text):
        drafts = undated_drafts(item)
        matched, setting = match(text, drafts), setting_of(item, drafts)
        for draft in drafts:
            status = matched[id(draft)].status if id(draft) in matched else ""
            if status in ALL:
                seen = features(setting, draft)
                yield Question(tuple(frozenset(of(each, seen)) for each in ALL), ALL.index(status))
