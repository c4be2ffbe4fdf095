"""What speaks for and against a draft being a row: the features of a draft among the others of its item.

They are strings that `lexicon/learned_verdicts.tsv.gz` has weights for. What does not belong here: what is made of it (`verdicts`).
"""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from pipelines.coding.accept import barred, looked_back, out_of_question, redundant, retold, unsided
from pipelines.coding.item import Draft, Item
from pipelines.coding.learned.steps import SEVERAL, word
from pipelines.coding.learned.told import DEEDS, SEVERAL_OF
from pipelines.coding.when import ahead, recalled

EDGES = (0.03, 0.06, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.42, 0.5, 0.58, 0.66, 0.74, 0.82, 0.9, 0.95, 0.98)  # of probabilities
LEARNT = "learned."  # what the rule of a draft that no frame tells begins with


class Assembly(NamedTuple):
    """The drafts of an item. `likely`: of each type, how likely its drafts are, in order; `telling`: those that a sentence tells.

    `sharing`: how many drafts of a type somebody is in, by type and person.
    """

    item: Item
    drafts: list[Draft]
    likely: dict[str, list[float]]
    telling: dict[int, list[Draft]]
    sharing: Counter[tuple[str, int]]


def assembly(item: Item, drafts: list[Draft]) -> Assembly:
    likely, telling, sharing = defaultdict[str, list[float]](list), defaultdict[int, list[Draft]](list), Counter[tuple[str, int]]()
    for draft in drafts:
        likely[draft.event_type].append(chance_of(item, draft))
        sharing.update((draft.event_type, key) for key in draft.parties)
        for number in {source.number for source in draft.sources}:
            telling[number].append(draft)
    return Assembly(item, drafts, {kind: sorted(found) for kind, found in likely.items()}, telling, sharing)


def chance_of(item: Item, draft: Draft) -> float:
    """How likely the likeliest of its sentences reports an occasion of its type."""
    return max(item.chances[s.number].get(draft.event_type, 0.0) for s in draft.sources)


def step(probability: float) -> int:
    return bisect_right(EDGES, probability)


def verdict_features(given: Assembly, draft: Draft) -> set[str]:
    """All features of the draft."""
    rough = step(chance_of(given.item, draft)) // 2
    alone = (heard(given, draft), framed(draft, rough), sided(given, draft, rough), dated(given, draft))
    among = (reasons(given, draft, rough), rivals(given, draft, rough), neighbours(given, draft, rough), standing(given, draft, rough))
    return {feature for part in (*alone, *among) for feature in part}


def heard(given: Assembly, draft: Draft) -> Iterator[str]:
    """How likely its sentences report an occasion of its type, and of others."""
    item, kind, status = given.item, draft.event_type, draft.status
    odds = sorted((item.chances[n].get(kind, 0.0) for n in {s.number for s in draft.sources}), reverse=True)
    likely, rough, learnt = step(odds[0]), step(odds[0]) // 2, draft.lead.frame.rule.startswith(LEARNT)
    yield from (f"p{n}" for n in range(1, likely + 1))
    yield from (f"{kind}p{likely}", f"{kind}p{rough}", f"learnt{learnt}p{likely}", f"{kind}learnt{learnt}", f"{status}p{likely}")
    row = item.chances[draft.lead.number].items()
    other = max((p for name, p in row if name != kind and name not in DEEDS and not name.startswith(SEVERAL_OF)), default=0.0)
    yield from (f"other{step(other) // 2}p{rough}", f"othermore{other > odds[0]}", f"{status}{kind}", f"{status}{kind}p{rough}")
    second = step(odds[1]) // 2 if len(odds) > 1 else "none"
    yield from (f"sources{min(len(odds), 4)}", f"sources{min(len(odds), 4)}p{rough}", f"second{second}")
    most = max(chances.get(kind, 0.0) for chances in item.chances)
    yield from (f"most{most == odds[0]}{kind}", f"most{most == odds[0]}p{rough}", f"most{step(most) // 2}p{rough}")
    yield f"several{step(max(item.chances[s.number].get(SEVERAL_OF + kind, 0.0) for s in draft.sources)) // 3}"


def framed(draft: Draft, rough: int) -> Iterator[str]:
    """By which frame it is told, between which positions and behind which words."""
    lead, kind = draft.lead, draft.event_type
    headed = all(s.view.sentence.is_heading for s in draft.sources)
    yield from (f"rule:{lead.frame.rule}", f"strength:{lead.frame.strength}", f"weight{draft.weight}", f"weight{draft.weight}p{rough}")
    yield from (f"heading{lead.view.sentence.is_heading}", f"headed{headed}p{rough}", f"back{looked_back(draft)}")
    filled = "-".join(sorted({a.position for a in lead.arguments if a.unit.symbol in "NFGTCASO"}))
    yield from (f"positions:{filled}", f"{kind}positions:{filled}")
    units = lead.view.units
    yield f"before:{'_'.join(word(unit) for unit in units[max(0, lead.first - 2) : lead.first])}"
    yield from (f"core:{word(unit)}:{kind}" for unit in units[lead.first : lead.first + 1])


def sided(given: Assembly, draft: Draft, rough: int) -> Iterator[str]:
    """Who is in it, and of how many countries."""
    kind, people = draft.event_type, [p.person for p in draft.parties.values()]
    countries = {p.country for p in people if p.country} | set(draft.countries)
    many, crowd = f"countries{min(len(countries), SEVERAL)}", f"people{min(len(people), SEVERAL)}"
    yield from (many, kind + many, crowd, kind + crowd, f"{crowd}p{rough}", f"named{min(sum(bool(p.name) for p in people), SEVERAL)}")
    yield from (f"bodies{bool(draft.bodies)}", f"former{bool(people) and all(p.former for p in people)}")
    yield f"learnt{draft.lead.frame.rule.startswith(LEARNT)}{many}p{rough}"
    yield f"home{given.item.home in countries}{given.item.home is not None}"


def reasons(given: Assembly, draft: Draft, rough: int) -> Iterator[str]:
    """What rules have against it."""
    item, drafts, kind = given.item, given.drafts, draft.event_type
    found = {
        "unsided": unsided(item, draft, drafts),
        "question": out_of_question(item, draft, drafts),
        "barred": barred(item, draft),
        "redundant": redundant(draft, drafts),
    }
    yield from (f"{name}{said}" for name, said in found.items())
    yield from (f"{name}{found[name]}p{rough}" for name in ("unsided", "question", "barred"))
    yield from (f"{kind}{name}{found[name]}" for name in ("question", "redundant"))
    yield f"retold{retold(draft, drafts)}"


def dated(given: Assembly, draft: Draft) -> Iterator[str]:
    """Whether it has a day, and on which side of the text's."""
    item, kind = given.item, draft.event_type
    yield from (f"dated{draft.dated()}", f"dated{draft.dated()}{kind}", f"date{draft.lead.date is not None}")
    yield from (f"recalled{recalled(item, draft)}", f"ahead{ahead(item, draft)}{draft.status}", f"place{draft.place is not None}{kind}")


def rivals(given: Assembly, draft: Draft, rough: int) -> Iterator[str]:
    """How many drafts of the type the item has, likelier ones, and such with the same people."""
    kind, odds = draft.event_type, given.likely[draft.event_type]
    same, better = min(len(odds) - 1, SEVERAL), len(odds) - bisect_right(odds, chance_of(given.item, draft))
    sharing = min(max((given.sharing[kind, key] for key in draft.parties), default=1) - 1, 2)
    yield from (f"same{same}", f"same{same}{kind}", f"better{min(better, SEVERAL)}", f"better{min(better, 2)}p{rough}")
    yield from (f"{kind}better{min(better, 2)}", f"sharing{sharing}", f"sharing{sharing}learnt{draft.lead.frame.rule.startswith(LEARNT)}")


def neighbours(given: Assembly, draft: Draft, rough: int) -> Iterator[str]:
    """What else its sentences tell, and whether those beside them tell the same."""
    kind, numbers = draft.event_type, {s.number for s in draft.sources}
    here = {id(d): d for n in sorted(numbers) for d in given.telling[n] if d is not draft}
    beside = {n + step for n in numbers for step in (-1, 0, 1)}
    near = {id(d) for n in beside for d in given.telling.get(n, ()) if d is not draft and d.event_type == kind}
    yield from (f"with:{kind}:{d.event_type}" for d in here.values())
    yield from (f"here{min(len(here), SEVERAL)}", f"near{min(len(near), 2)}")
    yield f"near{min(len(near), 2)}learnt{draft.lead.frame.rule.startswith(LEARNT)}p{rough}"


def standing(given: Assembly, draft: Draft, rough: int) -> Iterator[str]:
    """Where in the item it is told, and how long and full that is."""
    item, kind, number = given.item, draft.event_type, draft.lead.number
    yield from (f"place{min(number, 8) // 2}", f"place{min(number, SEVERAL)}{kind}", f"drafts{min(len(given.drafts), 8) // 2}")
    yield from (f"spoken{item.spoken}", f"spoken{item.spoken}p{rough}", f"spoken{item.spoken}{kind}")
    yield from (f"length{min(len(item.views), 40) // 8}", f"recalled{draft.background}")
