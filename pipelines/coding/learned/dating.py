"""What speaks for and against an occasion having taken place on certain days: the features of a draft and a date.

They are strings that `lexicon/learned_dates.tsv.gz` has weights for. What does not belong here: which dates come into question
(`calendar`).
"""

from bisect import bisect_left
from collections.abc import Iterator

from pipelines.coding.item import Draft
from pipelines.coding.learned.calendar import Days, Named, Option, day_near, days
from pipelines.coding.learned.grounds import TELLING
from pipelines.coding.learned.steps import SEVERAL, apart, word
from pipelines.model.mention import ResolvedDate

LENGTHS = ((1, "1"), (3, "3"), (7, "7"), (31, "31"))
LAGS = (-60, -15, -7, -2, -1, 0, 1, 2, 7, 15, 60)  # days from publication
BESIDE = 5


def date_features(given: Option) -> set[str]:
    """All features of the option."""
    return {*ruled(given), *from_publication(given), *named(given), *own_words(given), *others(given), *put_together(given)}


def undated(draft: Draft, crowd: int) -> set[str]:
    """The features of a draft whose days the text does not tell."""
    kind, rule, status = draft.event_type, draft.dated(), draft.status
    of_kind = {f"never:{kind}", f"never:{kind}:{status}", f"never:{status}:rule{rule}", f"never:{kind}:rule{rule}"}
    within = draft.parent.event_type if draft.parent is not None else "alone"
    return {"never", f"never:{within}{rule}", f"never:rule{rule}", f"never:crowd{min(crowd, 6)}", f"never:{status}:{within}", *of_kind}


def relation(one: Days, other: Days) -> str:
    """How `one` lies to `other`."""
    if None in one or None in other:
        return "none"
    if one == other:
        return "same"
    if one[1] < other[0] or other[1] < one[0]:  # type: ignore[operator]
        return "before" if one[1] < other[0] else "after"  # type: ignore[operator]
    return "inside" if other[0] <= one[0] and one[1] <= other[1] else "around" if one[0] <= other[0] and other[1] <= one[1] else "over"  # type: ignore[operator]


def length(when: ResolvedDate) -> str:
    count = (when.end_date - when.start_date).days + 1 if when.start_date and when.end_date else 0
    return next((name for most, name in LENGTHS if count <= most), "more")


def ruled(given: Option) -> Iterator[str]:
    """What rules say of the draft, and on which ground."""
    draft, kind, status = given.draft, given.draft.event_type, given.draft.status
    rule, basis = relation(days(given.when), days(draft.when)), draft.when.basis if draft.when else "none"
    yield from (f"rule:{rule}", f"rule:{rule}:{basis}", f"{kind}rule:{rule}", f"{kind}rule:{rule}:{basis}", f"{status}rule:{rule}:{basis}")
    yield from (f"length{length(given.when)}", f"{kind}length{length(given.when)}", f"crowd{min(given.crowd, 6)}rule:{rule}")
    yield from (f"{draft.lead.frame.rule}|rule:{rule}", f"learned{draft.lead.frame.rule.startswith('learned')}rule:{rule}:{basis}")
    if draft.parent is not None:
        within = relation(days(given.when), days(draft.parent.when))
        yield from (f"parent:{within}", f"{status}parent:{within}:{basis}", f"{kind}parent:{within}", f"parent:{within}:rule:{rule}")


def from_publication(given: Option) -> Iterator[str]:
    """How long before or after its text was published."""
    kind, status, day = given.draft.event_type, given.draft.status, given.almanac.published.start_date
    lag = bisect_left(LAGS, (given.when.start_date - day).days) if day and given.when.start_date else "unknown"
    ends = bisect_left(LAGS, (given.when.end_date - day).days) if day and given.when.end_date else "unknown"
    basis = given.almanac.published.basis
    if given.almanac.item.roughly and given.when.start_date is not None:
        rough = relation(days(given.when), (near, near)) if (near := day_near(given.almanac.item)) else "year"
        yield from (f"rough:{rough}", f"{kind}rough:{rough}", f"{status}rough:{rough}{bool(given.places)}")
    yield from (f"lag{lag}", f"lag{lag}{basis}", f"{kind}lag{lag}", f"{status}lag{lag}", f"{kind}{status}lag{lag}")
    yield from (f"ends{ends}{status}", f"lag{lag}{length(given.when)}", f"spoken{given.almanac.item.spoken}lag{lag}")


def named(given: Option) -> Iterator[str]:
    """Where the item names the days, and beside which words."""
    kind = given.draft.event_type
    yield f"named{min(len(given.places), 3)}"
    if not given.places:
        return
    told = sorted(s.number for s in given.draft.sources[:TELLING])
    place = min(given.places, key=lambda p: (min(abs(p.number - n) for n in told), p.number))
    distance = place.number - min(told, key=lambda n: (abs(place.number - n), n))
    far, said = apart(distance), type(place.mention.expression).__name__
    first = place.meant[0] is given.when or days(place.meant[0]) == days(given.when)
    yield from (f"apart{far}", f"{kind}apart{far}", f"{said}{first}", f"{said}{first}apart{far}")
    yield f"heading{place.view.sentence.is_heading}"
    yield from (f"{given.draft.status}{said}{first}", f"top{place.number < 2}apart{far}", f"{said}{len(place.meant)}")
    where = "in" if not distance else "out"
    for each in beside(place):
        yield from (f"{where}:{each}", f"{where}:{kind}{each}")


def put_together(given: Option) -> Iterator[str]:
    """How days that nothing names were put together, and in which words."""
    spell, draft = given.spell, given.draft
    if spell is None:
        return
    kind, rule = f"{spell.kind}:{draft.event_type}", days(draft.when)
    yield from (f"spell:{spell.kind}", f"spell:{kind}", f"spell:{spell.kind}:{draft.status}", f"spell:{spell.kind}:{length(given.when)}")
    agrees = f"{spell.first.day == rule[0]}{spell.last.day == rule[1]}{rule[0] == rule[1]}"
    yield from (f"spell:{spell.kind}:{agrees}", f"spell:{kind}:{agrees}")
    yield from (f"spell:{spell.kind}:{w}" for w in spell.told)
    yield f"spell:{spell.kind}_{'_'.join(spell.told[-2:])}"
    for side, day in (("first", spell.first), ("last", spell.last)):
        far = apart(day.number - draft.lead.number) if day.number is not None else "unnamed"
        near = "_".join(day.before[-1:])
        yield from (f"{side}:{spell.kind}:{far}", f"{side}:{kind}:{far}", f"{side}:{spell.kind}:{near}", f"{side}:{kind}:{near}")
        yield from (f"{side}:{spell.kind}~{w}" for w in day.before)


def beside(place: Named) -> Iterator[str]:
    """The words around a date."""
    units, n = place.view.units, place.unit
    before = ["<s>", "<s>", *map(word, units[max(0, n - 2) : n])][-2:]
    behind = [*map(word, units[n + 1 : n + 2]), "</s>"][0]
    yield from (f"b:{before[1]}", f"bb:{'_'.join(before)}", f"a:{behind}", f"is:{place.mention_words()}")


def own_words(given: Option) -> Iterator[str]:
    """Where the date stands beside the cores that tell the draft, and whether another stands there."""
    kind = given.draft.event_type
    for source in given.draft.sources[:TELLING]:
        own = [p for p in given.places if p.number == source.number]
        dated = sum(unit.symbol == "D" for unit in source.view.units)
        yield f"dated{min(dated, 2)}own{bool(own)}"
        yield f"date{source.date is not None}own{any(source.date is p.view.units[p.unit] for p in own)}"
        for place in own:
            side = "left" if place.unit < source.first else "right"
            gap = place.unit - source.last if side == "right" else source.first - place.unit
            inside = source.clause.first <= place.unit < source.clause.last
            yield from (f"core:{side}{inside}", f"{kind}core:{side}{inside}", f"core:{side}{inside}gap{min(max(gap, 0) // 3, 5)}")


def others(given: Option) -> Iterator[str]:
    """The days of the occasions around it, by the rules."""
    draft, own = given.draft, days(given.when)
    told, ruled_so = given.almanac.told, days(draft.when) == own
    many = given.almanac.counted[own] - ruled_so
    yield from (f"shared{min(many, SEVERAL)}", f"shared{min(many, SEVERAL)}of{min(len(told), SEVERAL)}")
    at = bisect_left(told, draft.lead.number, key=lambda t: t[0])
    before = relation(own, told[at - 1][1]) if at else "none"
    behind = next((relation(own, t[1]) for t in told[at : at + 3] if t[0] > draft.lead.number), "none")
    yield from (f"before:{before}", f"behind:{behind}", f"{draft.event_type}before:{before}", f"between:{before}{behind}")
    yield from (f"opens:{w}:{before}" for w in [word(u) for u in draft.lead.view.units[:2]])
