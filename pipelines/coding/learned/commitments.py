"""What speaks for a document that a text speaks of being a row of its own: the features of a paper beside those before it.

They are strings that `lexicon/learned_documents.tsv.gz` has weights for. No name and no country is among them. What does not belong
here: which documents are looked at (`coding.papers`), and what becomes of them (`documents`).
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from pipelines.coding.deeds import index_of
from pipelines.coding.item import Item
from pipelines.coding.learned.features import stem
from pipelines.coding.learned.steps import SEVERAL, apart, word
from pipelines.coding.learned.told import DEEDS, SEVERAL_OF
from pipelines.coding.papers import Paper, final_status, subject_words
from pipelines.coding.reckoning import meant
from pipelines.model.mention import ResolvedDate

STEPS = (0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
BESIDE = 4  # units before and behind a document
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
LAGS = (-30, -1, 2, 8, 31, 180, 400, 1500)  # days before the day of the text
WORDS = 8  # of a title, from which on it makes no difference how many


class Mentioned(NamedTuple):
    """A document of an item, those that the item names before it, and how many parties its row has."""

    item: Item
    paper: Paper
    before: Sequence[Paper]
    parties: int


def commitment(told: Mentioned) -> set[str]:
    """All features of the document, alone and by the rule that found it."""
    strong = {*named(told), *heard(told), *earlier(told), *dated(told)}
    rule = told.paper.rule
    return {"document", rule, *strong, *(f"{rule}|{each}" for each in strong), *beside(told)}


def named(told: Mentioned) -> Iterator[str]:
    """How the text names it, and whom it binds."""
    mention = told.paper.mention
    yield f"kind:{mention.agreement_type}"
    yield f"specific{mention.specific}definite{mention.definite}"
    yield f"specific{mention.specific}many{told.paper.many}count{min(mention.count or 0, SEVERAL)}"
    yield f"titled{min(len(mention.title.split()), WORDS)}"
    yield f"bound{min(len(mention.parties), SEVERAL)}parties{min(told.parties, SEVERAL)}"
    yield f"subject{bool(subject_words(mention.title))}"
    yield "capitals:" + "".join("A" if part[:1].isupper() else "a" for part in mention.title.split()[:3])
    yield f"year{YEAR.search(mention.title) is not None}"


def heard(told: Mentioned) -> Iterator[str]:
    """What its sentences likely do with a document, and what the deeds are that rules see."""
    item, paper = told.item, told.paper
    numbers = {paper.number, *(deed.source.number for deed in paper.deeds)}
    for deed in DEEDS:
        likely = step(max(item.chances[n].get(deed, 0.0) for n in numbers))
        yield from (f"{deed}:{likely}", f"{deed}:{likely}:{paper.mention.specific}")
    yield f"most{step(max(item.chances[n].get(deed, 0.0) for n in numbers for deed in DEEDS))}"
    yield f"several{step(max(item.chances[n].get(SEVERAL_OF + deed, 0.0) for n in numbers for deed in DEEDS))}"
    yield f"status:{final_status(paper)}"
    drafts = [deed.draft for deed in paper.deeds]
    yield f"deeds{min(len(drafts), SEVERAL)}told{any(drafts)}recalled{any(d is not None and d.background for d in drafts)}"
    yield f"listed{paper.listed}heading{paper.view.sentence.is_heading}first{paper.number == 0}spoken{item.spoken}"


def earlier(told: Mentioned) -> Iterator[str]:
    """How it lies to the documents named before it and beside it."""
    mention, before, there = told.paper.mention, told.before, told.paper.view.sentence.instruments
    alike = [p for p in before if p.mention.agreement_type == mention.agreement_type]
    yield f"before{min(len(before), SEVERAL)}alike{min(len(alike), SEVERAL)}definite{mention.definite}"
    own = subject_words(mention.title)
    shared = any(own & subject_words(p.mention.title) for p in before)
    yield f"shared{shared}alike{bool(alike)}subject{bool(own)}"
    yield "nearest" + (apart(told.paper.number - before[-1].number) if before else "none")
    nth = min(there.index(mention), SEVERAL) if mention in there else "none"
    yield f"beside{min(len(there), SEVERAL)}nth{nth}"


def dated(told: Mentioned) -> Iterator[str]:
    """How far from the day of the text the date next to it lies, and the year in its title: what is long past is only recalled."""
    item, view = told.item, told.paper.view
    at = index_of(view, told.paper.mention)
    near = min((n for n, unit in enumerate(view.units) if unit.symbol == "D"), key=lambda n: (abs(n - at), n), default=None)
    if near is None:
        yield "date:none"
    else:
        lag, side = lag_of(meant(item, view.units[near].mention), item.today), "before" if near < at else "behind"
        yield from (f"date:{lag}", f"date:{lag}:{side}", f"date:{lag}:{side}{min(abs(near - at), 6) // 2}")
        yield from (f"date:{lag}:{word(unit)}" for unit in view.units[max(0, near - 2) : near])
    years = [int(year) for year in YEAR.findall(told.paper.mention.title)]
    yield f"since{min(max(item.today.year - max(years), -1), 3)}" if years and item.today else "since:unknown"
    deed = told.paper.main.draft if told.paper.main is not None else None
    yield f"deed:{lag_of(deed.when, item.today) if deed is not None and deed.when is not None else 'none'}"


def lag_of(when: ResolvedDate, today: date | None) -> str:
    """How many days before the text it ended, in steps, and how exactly it is told."""
    if today is None or when.end_date is None:
        return "unknown"
    return f"{bisect_left(LAGS, (today - when.end_date).days)}{when.precision}"


def beside(told: Mentioned) -> Iterator[str]:
    """The words around it and those of its sentence."""
    view = told.paper.view
    at = index_of(view, told.paper.mention)
    before, behind = view.units[max(0, at - BESIDE) : at], view.units[at + 1 : at + 1 + BESIDE]
    for side, units in (("left", before[::-1]), ("right", behind)):
        yield from (f"{side}{n}:{word(unit)}" for n, unit in enumerate(units))
        yield from (f"{side}:{word(unit)}" for unit in units)
    yield from (f"says:{stem(unit.text)}" for unit in view.units if not unit.symbol)
    last = told.paper.mention.title.split(" ")[-1]
    if last.islower():  # else it may be a name
        yield f"head:{last}"


def step(share: float) -> int:
    return sum(share >= each for each in STEPS)
