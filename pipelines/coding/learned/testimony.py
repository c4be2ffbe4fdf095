"""What speaks for a draft being an occasion of its own: the features of a draft beside the others of its item.

They are strings that `lexicon/learned_verdicts.tsv.gz` has weights for. No name and no country is among them. What does not belong
here: which drafts there are (`occasions`, `coding.accept`), and what becomes of them (`verdicts`).
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipelines.coding.accept import aside, barred, domestic, former, of_one_state, of_two_states, redundant, reportable, retold
from pipelines.coding.item import Draft, Item
from pipelines.coding.journeys import goes_on
from pipelines.coding.learned.features import stem
from pipelines.coding.learned.neighbours import beside
from pipelines.coding.learned.occasions import ALIKE, chance_of
from pipelines.coding.learned.steps import SEVERAL, word
from pipelines.coding.learned.told import DEEDS, SEVERAL_OF

FINE = (0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 0.98)
ROUGH = (0.1, 0.25, 0.4, 0.6, 0.8, 0.95)
AROUND = 3  # units before and behind a core
TOP, FIFTHS, LONG, LONGEST, CROWD = 6, 5, 8, 4, 8


class Claim(NamedTuple):
    """A draft of an item, those told around it, and whether rules accept it. `main`: the item's main actor."""

    item: Item
    draft: Draft
    others: Sequence[Draft]
    accepted: bool
    main: set[int]


def testimony(claim: Claim) -> set[str]:
    """All features of the draft: alone, by its type and by how likely its sentences report it."""
    draft, kind = claim.draft, claim.draft.event_type
    likely = bisect_right(ROUGH, chance_of(claim.item, draft, kind))
    strong = {*heard(claim), *ruled(claim), *sided(claim), *beside(claim.item, draft, claim.others, claim.main), *lies(claim)}
    return {"claim", kind, *strong, *(f"{likely}|{each}" for each in strong), *(f"{kind}|{each}" for each in strong), *words(draft)}


def heard(claim: Claim) -> Iterator[str]:
    """How likely its sentences report an occasion of its type, one easily mistaken for it, another, several, or a deed with a document."""
    item, draft, kind = claim.item, claim.draft, claim.draft.event_type
    near = {other for group in ALIKE if kind in group for other in group} - {kind}
    yield f"own{bisect_right(FINE, chance_of(item, draft, kind))}"
    yield f"lead{bisect_right(ROUGH, item.chances[draft.lead.number].get(kind, 0.0))}"
    yield f"alike{rough(chance_of(item, draft, other) for other in near)}"
    yield f"other{rough(p for other, p in others(claim) if other not in near)}"
    yield f"several{rough([chance_of(item, draft, SEVERAL_OF + kind)])}"
    yield f"deed{rough(chance_of(item, draft, deed) for deed in DEEDS)}"


def rough(shares: Iterator[float] | Sequence[float]) -> int:
    """The step of the greatest."""
    return bisect_right(ROUGH, max(shares, default=0.0))


def others(claim: Claim) -> Iterator[tuple[str, float]]:
    """The other types that its sentences may report, and how likely."""
    for source in claim.draft.telling:
        for kind, share in claim.item.chances[source.number].items():
            if kind != claim.draft.event_type and kind not in DEEDS and not kind.startswith(SEVERAL_OF):
                yield kind, share


def ruled(claim: Claim) -> Iterator[str]:
    """What rules say, and by which frame."""
    item, draft, around = claim.item, claim.draft, [*claim.others]
    frame = draft.lead.frame
    yield from (f"frame:{frame.rule}", f"accepted{claim.accepted}")
    yield f"strength:{frame.strength}learned{frame.rule.startswith('learned')}accepted{claim.accepted}"
    yield from (f"barred{barred(item, draft)}", f"domestic{domestic(item, draft)}", f"former{former(item, draft)}")
    yield f"reportable{reportable(item, draft)}aside{aside(draft)}"
    yield f"redundant{redundant(draft, around)}"
    yield f"retold{retold(draft, around)}goes{goes_on(draft, around)}"
    yield f"status:{draft.status}background{draft.background}"
    yield f"sources{min(len(draft.sources), SEVERAL)}"


def sided(claim: Claim) -> Iterator[str]:
    """Who is in it, of how many countries, and whether it is told when and where."""
    item, draft = claim.item, claim.draft
    people, lands = min(len(draft.parties), SEVERAL), min(len(draft.countries), SEVERAL)
    yield f"one{of_one_state(draft)}two{of_two_states(item, draft)}"
    yield from (f"people{people}lands{lands}", f"lands{lands}home{item.home in draft.countries}")
    yield f"unnamed{min(len(draft.unnamed), SEVERAL)}bodies{min(len(draft.bodies), SEVERAL)}"
    yield f"dated{draft.dated()}placed{draft.place is not None or draft.country is not None}"


def lies(claim: Claim) -> Iterator[str]:
    """Where in the item it is told."""
    item, lead, many = claim.item, claim.draft.lead, len(claim.item.views)
    yield f"at{min(lead.number, TOP)}"
    yield f"deep{FIFTHS * lead.number // max(1, many)}long{min(many // LONG, LONGEST)}"
    yield f"heading{lead.view.sentence.is_heading}spoken{item.spoken}"
    yield f"all{min(len(claim.others), CROWD)}"
    yield f"reported{lead.clause.reported}"


def words(draft: Draft) -> Iterator[str]:
    """The words in, before and behind its core, and all of its sentence."""
    lead, kind, units = draft.lead, draft.event_type, draft.lead.view.units
    before, behind = units[max(0, lead.first - AROUND) : lead.first], units[lead.last : lead.last + AROUND]
    for where, part in (("b", before), ("c", units[lead.first : lead.last]), ("a", behind)):
        yield from (f"{where}:{word(unit)}" for unit in part)
        yield from (f"{kind}{where}:{word(unit)}" for unit in part)
    yield from (f"s:{stem(unit.text)}" for unit in units if not unit.symbol)
