"""For whom people stand, after the labels: the questions from which their countries are learnt."""

from collections.abc import Iterator

from pipelines.coding.cast.figures import Figure
from pipelines.coding.cast.resolve import ruled_setting
from pipelines.coding.cast.setting import page_of
from pipelines.coding.item import Item
from pipelines.coding.learned.nations import answers, asked, lines_of, open_figures, stand
from tools.learn.choice import Question
from tools.learn.examples import items_of
from tools.learn.labels import Labelled
from tools.learn.people import is_name, same_name


def nation_questions(text: Labelled) -> Iterator[Question]:
    """Of every figure that a label names and whose own mentions tell no country: which of those of its page it is, or none of them.

    Everybody else stands for whom the labels say, or rules where they say nothing.
    """
    items = items_of(text)
    page = page_of([item.sentences for item in items], items[0].context.seat if items else None)
    for item in items:
        setting = ruled_setting(item.text, item.sentences, item.home, (), item.anchor, page)
        nations, lines = nations_in(text, item), lines_of(setting)
        right = {id(f): country for f in setting.figures if (country := nation_of(f, nations))}
        stand(lines, ((figure, right[id(figure)]) for figure in setting.figures if id(figure) in right))
        for figure, cases in asked(setting, lines, open_figures(setting)):
            if id(figure) in right:
                known = ["", *(case.country for case in cases)]
                found = tuple(frozenset(each) for each in answers(cases))
                yield Question(found, known.index(right[id(figure)]) if right[id(figure)] in known else 0)


def nations_in(text: Labelled, item: Item) -> dict[str, str]:
    """Name -> country of those who took part in what the item reports."""
    first, last = item.segment.char_start, item.segment.char_end
    told = (r for r in text.reports if any(start < last and first < end for start, end in r.spans))
    return {name: country for report in told for name, country in report.nations if is_name(name)}


def nation_of(figure: Figure, nations: dict[str, str]) -> str | None:
    """The country of the label that means the figure, unless two do."""
    found = {country for name, country in nations.items() if any(same_name(name, each) for each in figure.names)}
    return found.pop() if len(found) == 1 else None
