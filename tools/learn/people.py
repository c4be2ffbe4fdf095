"""Who took part in which found occasion, after the labels: the examples from which attendance is learnt."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipelines.coding.events import drafts_of
from pipelines.coding.item import Draft
from pipelines.coding.learned.attendance import pairs
from pipelines.coding.learned.presence import presence
from tools.learn.examples import items_of, reported
from tools.learn.labels import NAMED, Labelled, Report

AFTER_NAMES = frozenset(["jr", "sr", "ii", "iii", "iv", "v", "vi", "said", "phd"])
TITLE = re.compile(
    r"(?i)\b(minister|president|ambassador|secretary|general|officers?|chief|king|queen|governor|speaker|mayor|delegat\w*|leaders?|"
    r"officials?|envoys?|members?|director|commander|consul|prime|deputy|head|chair\w*|attach\w*)$"
)


@dataclass(frozen=True, slots=True)
class Attendance:
    """A draft and a person of its item: did the person take part?"""

    features: frozenset[str]
    present: bool


def attendances(text: Labelled) -> Iterator[Attendance]:
    """One for every draft that is a labelled occasion and every person of its neighbourhood."""
    for item in items_of(text):
        drafts = drafts_of(item)
        matched = match(text, drafts)
        for pair in pairs(item, drafts):
            if id(pair.draft) in matched:
                names = [name for name in matched[id(pair.draft)].people if is_name(name)]
                yield Attendance(frozenset(presence(pair)), any(same_name(name, pair.person.name or "") for name in names))


def match(text: Labelled, drafts: list[Draft]) -> dict[int, Report]:
    """Draft -> the sure report of news that it is."""
    found: dict[int, Report] = {}
    for report in text.reports:
        news = (d for d in drafts if d.event_type == report.event_type and not d.background and id(d) not in found)
        hit = next((d for d in news if any(reported(report, (s.view.sentence.start, s.view.sentence.end)) for s in d.sources)), None)
        if hit is not None and report.sure and report.news:
            found[id(hit)] = report
    return found


def is_name(label: str) -> bool:
    """Is it a name, not "Foreign Minister (CHN)" for somebody whom the text does not name?"""
    return not TITLE.search(name_of(label))


def name_of(label: str) -> str:
    """The name of `Name (COUNTRY)`."""
    found = NAMED.fullmatch(label)
    return found[1] if found else label


def same_name(label: str, name: str) -> bool:
    """Do a label and the fullest form of a name mean one person: the same surname, or one word that both have?"""
    one, other = parts(name_of(label)), parts(name)
    if not one or not other:
        return False
    alone = (len(one) == 1 and one[0] in other) or (len(other) == 1 and other[0] in one)
    return one[-1] == other[-1] or alone or (one[0] == other[-1] and one[-1] == other[0])


def parts(name: str) -> list[str]:
    plain = re.sub(r"[-'’]", "", name.lower())
    return [word for word in re.findall(r"[^\W\d_]+", plain) if word not in AFTER_NAMES]
