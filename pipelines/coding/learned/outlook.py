"""What speaks for an occasion having been held, being planned, called off or denied: the features of a draft.

They are strings that `lexicon/learned_statuses.tsv.gz` has weights for, one for each status. No name is among them. What does not belong
here: what is made of it (`statuses`), and what rules say (`coding.status`).
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from pipelines.coding.candidates import Candidate
from pipelines.coding.item import Draft, Item
from pipelines.coding.learned.features import stem
from pipelines.coding.learned.steps import SEVERAL, word
from pipelines.coding.when import known_day

EIGHTHS, MOST = 8, 4
TOP = 2  # sentences
TOLD = 3  # sentences that tell a draft and are looked at
BESIDE = 6  # units before and behind a core
LAGS = (-60, -7, -1, 0, 1, 2, 8, 60)  # days from publication
ALL = ("held", "planned", "cancelled", "denied")


class Setting(NamedTuple):
    """An item, how many drafts it has, how many of them are planned, and how much of it speaks of what will be, in eighths."""

    item: Item
    many: int
    planned: int
    coming: int


def setting_of(item: Item, drafts: Sequence[Draft]) -> Setting:
    coming = EIGHTHS * sum(" will " in view.line for view in item.views) // max(1, len(item.views))
    return Setting(item, len(drafts), sum(d.status == "planned" for d in drafts), coming)


def features(setting: Setting, draft: Draft) -> set[str]:
    """All features of a draft of the setting's item."""
    item = setting.item
    return {*ruled(item, draft), *dated(item, draft), *around(setting, draft), *told(draft), *beside(item, draft)}


def ruled(item: Item, draft: Draft) -> Iterator[str]:
    """What rules say, by which frame."""
    kind, rule, lead = draft.event_type, draft.status, draft.lead
    yield from (f"rule:{rule}", f"{kind}rule:{rule}", f"frame:{lead.frame.rule}", f"frame:{lead.frame.rule}:{rule}", f"kind:{kind}")
    headed = lead.view.sentence.is_heading
    yield from (f"heading{headed}", f"heading{headed}rule:{rule}", f"spoken{item.spoken}rule:{rule}")
    yield f"learned{lead.frame.rule.startswith('learned')}rule:{rule}"
    own = sorted({source.status for source in draft.sources[1:]})
    yield from (f"own:{'+'.join(own)}", f"own:{'+'.join(own)}rule:{rule}")


def dated(item: Item, draft: Draft) -> Iterator[str]:
    """How its day lies to that of the text."""
    day, when = known_day(item), draft.when
    basis = when.basis if when is not None else "none"
    lag = "none"
    if day is not None and when is not None and when.start_date is not None:
        lag = str(bisect_left(LAGS, (when.start_date - day).days))
    rule = draft.status
    yield from (f"lag:{lag}", f"lag:{lag}{basis}", f"lag:{lag}rule:{rule}", f"{draft.event_type}lag:{lag}", f"lag:{lag}{basis}rule:{rule}")


def around(setting: Setting, draft: Draft) -> Iterator[str]:
    """The statuses of the other occasions and of what it belongs to, and what the item speaks of."""
    rule, parent = draft.status, draft.parent.status if draft.parent is not None else "none"
    ahead, coming = min(setting.planned - (rule == "planned"), SEVERAL), min(setting.coming, MOST)
    yield from (f"parent:{parent}", f"parent:{parent}rule:{rule}", f"ahead{ahead}of{min(setting.many - 1, SEVERAL)}rule:{rule}")
    yield from (f"first{draft.lead.number < TOP}rule:{rule}", f"coming{coming}", f"coming{coming}rule:{rule}")


def told(draft: Draft) -> Iterator[str]:
    """The words before, in and behind the cores that tell it, and all words of their sentences."""
    for place, source in enumerate(draft.sources[:TOLD]):
        where = "lead" if not place else "more"
        yield from (f"{where}{each}" for each in words(source, draft.event_type))


def words(source: Candidate, kind: str) -> Iterator[str]:
    units = source.view.units
    before = ["<s>", *map(word, units[max(0, source.first - BESIDE) : source.first])]
    core = list(map(word, units[source.first : source.last]))
    behind = [*map(word, units[source.last : source.last + BESIDE]), "</s>"]
    for name, part in (("b", before), ("c", core), ("a", behind)):
        yield from (f"{name}:{each}" for each in part)
        yield from (f"{name}:{one}_{two}" for one, two in pairwise(part))
    first = core[0] if core else ""
    yield from (f"b1:{before[-1]}", f"{kind}b1:{before[-1]}", f"b2:{'_'.join(before[-2:])}", f"c1:{first}", f"a1:{behind[0]}")
    yield f"b1:{before[-1]}_{first}"
    yield from (f"s:{stem(unit.text)}" for unit in units if not unit.symbol)


def beside(item: Item, draft: Draft) -> Iterator[str]:
    """The words of the core's own clause and of the sentence after it."""
    lead = draft.lead
    for index in range(lead.clause.first, lead.clause.last):
        if not lead.first <= index < lead.last:
            yield f"clause{index < lead.first}:{word(lead.view.units[index])}"
    behind = item.views[lead.number + 1 : lead.number + 2]
    yield from (f"next:{stem(unit.text)}" for view in behind for unit in view.units if not unit.symbol)
