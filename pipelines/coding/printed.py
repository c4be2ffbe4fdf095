"""Joint statements that are printed without being told: the headline is the document, its publication the occasion.

Codebook, "Settled cases": the agreement row counts; its `signing` is on the day of publication.
"""

from functools import cache

from pipelines.coding.candidates import Candidate
from pipelines.coding.clauses import Clause
from pipelines.coding.frames import Frame
from pipelines.coding.item import Draft, Item
from pipelines.coding.view import View

OPENING_UNITS = 2  # the document opens the headline, an article aside


@cache
def printed_frame() -> Frame:
    return Frame("signing.printed", "signing", {"obj": "participant", "by": "participant"}, "nominal", frozenset(), "I")


def printed(view: View, number: int) -> Candidate | None:
    """The headline `view` as the signing of the joint statement it names."""
    if not view.sentence.is_heading and number > 0:
        return None
    for index, unit in enumerate(view.units[:OPENING_UNITS]):
        if unit.symbol == "I" and unit.mention.agreement_type == "joint_statement":
            return Candidate(view, number, printed_frame(), index, index + 1, Clause(0, len(view.units)), (), "held")
    return None


def printed_drafts(item: Item) -> list[Draft]:
    """A draft for the joint statement that the item's headline is, if it is one."""
    for number, view in enumerate(item.views[:3]):
        candidate = printed(view, number)
        if candidate is not None:
            draft = Draft("signing", [candidate], "held")
            draft.add_countries(candidate.view.units[candidate.first].mention.parties)
            draft.add_countries(u.mention.country for u in view.units if u.symbol in ("C", "O", "A"))
            draft.add_countries(p.country for u in view.units if u.symbol in ("N", "F", "G") for p in item.cast.of(u.mention).people)
            return [draft]
    return []
