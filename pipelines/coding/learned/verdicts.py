"""Which of the drafts of an item become rows, by what was learnt: of those that rules accept, and of those that sentences likely report.

What does not belong here: what speaks for one (`testimony`).
"""

from collections.abc import Iterator, Sequence

from pipelines.coding.accept import of_two_states
from pipelines.coding.item import Draft, Item
from pipelines.coding.learned.testimony import Claim, testimony
from pipelines.coding.merge import main_actor
from pipelines.lexicon.weights import weight

VERDICTS = "learned_verdicts.tsv.gz"
ENOUGH = -30  # hundredths of log-odds; a row lost weighs a little more than a wrong one
LONE = -165  # the same for the one occasion that rules accept in a short item: a line of a digest is there to report something
SHORT = 5  # sentences of such an item
AROUND = 20  # drafts told before and behind each that it is held against; no honest item has more


def judged(item: Item, accepted: Sequence[Draft], heard: Sequence[Draft]) -> list[Draft]:
    """The drafts that are rows. What is merely recalled stays."""
    weighed = [(weight(VERDICTS, testimony(claim)), claim) for claim in claims(item, accepted, heard)]
    rejected = {id(claim.draft) for score, claim in weighed if score < ENOUGH}
    if len(rejected) == len(weighed):
        rejected -= lone(item, weighed)
    return without_honoured([draft for draft in (*accepted, *heard) if id(draft) not in rejected])


def lone(item: Item, weighed: Sequence[tuple[float, Claim]]) -> set[int]:
    """The likeliest draft of a short item that has no other row, if rules accept it and it is between states."""
    ruled = [(score, claim) for score, claim in weighed if claim.accepted and of_two_states(item, claim.draft)]
    score, claim = max(ruled, key=lambda each: each[0], default=(LONE - 1.0, None))
    return {id(claim.draft)} if claim is not None and score >= LONE and len(item.views) <= SHORT else set()


def without_honoured(drafts: Sequence[Draft]) -> list[Draft]:
    """All but the site visits of sentences that tell a tribute: a site where somebody is honoured is none (codebook)."""
    honoured = {source.number for draft in drafts if draft.event_type == "tribute" for source in draft.telling}
    return [d for d in drafts if d.event_type != "site_visit" or honoured.isdisjoint(s.number for s in d.telling)]


def claims(item: Item, accepted: Sequence[Draft], heard: Sequence[Draft]) -> Iterator[Claim]:
    """Every draft that is not merely recalled, among those told around it. `heard`: those that rules do not accept."""
    main = main_actor([*accepted])
    ruled = {id(draft) for draft in accepted}
    told = sorted((*accepted, *heard), key=lambda d: (d.lead.number, d.lead.first))
    for at, draft in enumerate(told):
        if not draft.background:
            around = [*told[max(0, at - AROUND) : at], *told[at + 1 : at + 1 + AROUND]]
            yield Claim(item, draft, around, id(draft) in ruled, main)
