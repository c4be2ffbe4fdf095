"""On which days an occasion took place: of all that come into question the likeliest by what was learnt, or days that nobody tells."""

from dataclasses import replace

from pipelines.coding.item import Draft, Item
from pipelines.coding.learned.calendar import Almanac, Days, Option, almanac, days, options
from pipelines.coding.learned.dating import date_features, undated
from pipelines.coding.undated import inherited
from pipelines.coding.when import UNDATED
from pipelines.lexicon.weights import weight
from pipelines.model.mention import ResolvedDate

DATES = "learned_dates.tsv.gz"
RELUCTANCE = 50  # hundredths by which "not told" has to be likelier than the likeliest days; chosen on the labelled texts kept back


def settle_dates(item: Item, drafts: list[Draft]) -> None:
    """The days of every occasion that is news; all are judged by what rules say before any is changed."""
    known = almanac(item, drafts)
    ruled = {id(d): days(d.when) for d in drafts}
    for draft, when in [(d, likeliest_days(known, d)) for d in drafts if not d.background]:
        draft.when = when
    for draft in drafts:
        if (parent := draft.parent) is not None and moves_along(draft, parent, ruled[id(parent)]):
            draft.when = inherited(parent.when or UNDATED)


def moves_along(draft: Draft, parent: Draft, before: Days) -> bool:
    """Has it the days that rules gave to what it belongs to, for want of its own, and does that have others now?"""
    if draft.status != "held" or draft.when is None or draft.when.as_written or parent.when is None or None in days(parent.when):
        return False
    return before != days(parent.when) and days(draft.when) == before and None not in before


def likeliest_days(known: Almanac, draft: Draft) -> ResolvedDate:
    asked = options(known, draft)
    ranked = [weight(DATES, date_features(option)) for option in asked]
    if not ranked or max(ranked) <= weight(DATES, undated(draft, len(asked))) - RELUCTANCE:
        return UNDATED
    return as_told(asked[ranked.index(max(ranked))])


def as_told(option: Option) -> ResolvedDate:
    """What rules say stays as it is; days that other sentences than the draft's own name are inferred."""
    draft, when = option.draft, option.when
    if draft.when is not None and days(draft.when) == days(when):
        return draft.when
    if option.spell is not None:
        return when
    own = {s.number for s in draft.sources}
    here = not option.places or any(place.number in own for place in option.places)
    return when if here else replace(when, basis="inferred", as_written="")
