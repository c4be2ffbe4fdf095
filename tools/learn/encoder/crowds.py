"""What the encoder that is asked who took part learns from: the scenes of labelled occasions, who took part, and on which days it was."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from random import Random
from typing import Any

import numpy as np
import torch

from pipelines.coding.events import drafts_of
from pipelines.coding.item import Draft, Item
from pipelines.coding.learned.attendance import mentions, pairs
from pipelines.coding.learned.encoder.scenes import Scene, scene_of
from pipelines.coding.reckoning import meant
from tools.learn.encoder.attender import Asked
from tools.learn.encoder.lesson import MIXED, PIECES
from tools.learn.examples import items_of
from tools.learn.labels import Labelled, Report
from tools.learn.people import is_name, match, same_name


@dataclass(frozen=True, slots=True)
class Crowd:
    """A scene; for each of its people whether they took part, and for each of its days whether it is the occasion's, if that is known."""

    scene: Scene
    present: tuple[bool, ...]
    days: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Batch:
    """`pieces` and `there`: scenes × pieces; `marks`: scenes × pieces × marks; what is wanted: one number a person, one a day."""

    pieces: Any
    there: Any
    marks: Any
    kind: Any
    people: Asked
    days: Asked
    present: Any
    right: Any


def crowds(text: Labelled) -> Iterator[Crowd]:
    """One for every draft that is a labelled occasion and has somebody beside it."""
    for item in items_of(text):
        drafts = drafts_of(item)
        reports = match(text, drafts)
        for _, those in groupby(pairs(item, drafts), key=lambda pair: id(pair.draft)):
            beside = list(those)
            report = reports.get(id(beside[0].draft))
            if report is not None:
                names = {pair.person.key: pair.person.name or "" for pair in beside}
                yield from crowd(item, beside[0].draft, report, scene_of(item, beside[0].draft, mentions(beside)), names)


def crowd(item: Item, draft: Draft, report: Report, scene: Scene, names: dict[int, str]) -> Iterator[Crowd]:
    told = [name for name in report.people if is_name(name)]
    present = tuple(any(same_name(name, names[key]) for name in told) for key in scene.people)
    if present:
        yield Crowd(scene, present, tuple(days_told(item, report, scene)))


def days_told(item: Item, report: Report, scene: Scene) -> Iterator[bool]:
    """Nothing where the label leaves the days open."""
    known = {(unit.start, unit.end): unit.mention for view in item.views for unit in view.units if unit.symbol == "D"}
    for span in scene.days if report.days[0] is not None else ():
        found = meant(item, known[span])
        yield (found.start_date, found.end_date) == report.days


def batches(given: Sequence[Crowd], types: Sequence[str], chance: Random) -> Iterator[Batch]:
    """All of them, scenes of about one length together."""
    order = list(given)
    chance.shuffle(order)
    parts = (sorted(order[n : n + MIXED], key=lambda each: len(each.scene.pieces)) for n in range(0, len(order), MIXED))
    found = [some for part in parts for some in together(part)]
    chance.shuffle(found)
    yield from (filled(some, types) for some in found)


def together(part: Sequence[Crowd]) -> Iterator[list[Crowd]]:
    """`part`: the shortest first."""
    some = list[Crowd]()
    for each in part:
        if some and len(each.scene.pieces) * (len(some) + 1) > PIECES:
            yield some
            some = []
        some.append(each)
    yield some


def filled(some: Sequence[Crowd], types: Sequence[str]) -> Batch:
    longest = max(len(each.scene.pieces) for each in some)
    pieces, there = torch.zeros((len(some), longest), dtype=torch.long), torch.zeros((len(some), longest), dtype=torch.bool)
    marks = torch.zeros((len(some), longest, some[0].scene.marks.shape[1]))
    for row, each in enumerate(some):
        count = len(each.scene.pieces)
        pieces[row, :count], there[row, :count] = torch.tensor(each.scene.pieces), True
        marks[row, :count] = torch.tensor(each.scene.marks, dtype=torch.float32)
    kind = torch.tensor([types.index(each.scene.event_type) for each in some])
    people = asked([list(each.scene.people.values()) for each in some], longest)
    days = asked([list(each.scene.days.values()) if each.days else [] for each in some], longest)
    present, right = (torch.tensor([float(x) for each in some for x in wanted(each)]) for wanted in (present_of, days_of))
    return Batch(pieces, there, marks, kind, people, days, present, right)


def present_of(each: Crowd) -> tuple[bool, ...]:
    return each.present


def days_of(each: Crowd) -> tuple[bool, ...]:
    return each.days


def asked(mentions: Sequence[Sequence[Any]], longest: int) -> Asked:
    """`mentions`: for each scene the pieces of each that is asked about."""
    rows = [(row, at) for row, those in enumerate(mentions) for at in those]
    pieces = np.concatenate([at + row * longest for row, at in rows] or [np.zeros(0, int)])
    of = np.repeat(np.arange(len(rows)), [len(at) for _, at in rows]) if rows else np.zeros(0, int)
    return Asked(*(torch.tensor(each, dtype=torch.long) for each in (pieces, of, [row for row, _ in rows])))
