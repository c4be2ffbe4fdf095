"""A document that the text brings up as new ("an agreement on cooperation crowned the hour"), though no frame signs it.

News introduces a document of its own by "a" or "an" when it comes into being; what it only recalls is "the". The signing
is then implied, unless the text calls the document pending or tells a signing of its own.
"""
from functools import cache

from pipelines.coding.candidates import Candidate
from pipelines.coding.clauses import clause_of, clauses
from pipelines.coding.deeds import vocabulary
from pipelines.coding.frames import Frame, Match
from pipelines.coding.item import Draft, Item
from pipelines.coding.mentioned import pending
from pipelines.coding.status import announced
from pipelines.coding.view import View

WISH = 6  # units before a document that say that it is only wished for
NEW = frozenset(["a", "an", "two", "three", "four"])
SIGNING = frozenset(["sign", "signed", "signing", "signature", "concluded", "conclusion", "initialled"])
BINDING = frozenset(["treaty", "agreement", "memorandum", "protocol", "plan", "letter", "minutes", "notes"])


@cache
def introduced_frame() -> Frame:
    return Frame("signing.introduced", "signing", {}, "nominal", frozenset(), "I")


def introduces(item: Item, view: View, number: int) -> Candidate | None:
    """The signing that `view` implies by a new document with a subject of its own."""
    for index, unit in enumerate(view.units):
        if unit.symbol != "I" or index == 0 or view.units[index - 1].text not in NEW:
            continue
        mention = unit.mention
        clause = clause_of(clauses(view), index)
        ahead = announced(view, clause, Match(introduced_frame(), index, index))
        if ahead and not any(u.text in SIGNING for u in view.units[clause.first : clause.last]):
            continue
        if any(u.text in vocabulary("ag_wish") for u in view.units[max(clause.first, index - WISH) : index]):
            continue
        if mention.specific and mention.agreement_type in BINDING and not clause.reported and not pending(item, view, index, mention):
            return Candidate(view, number, introduced_frame(), index, index + 1, clause, (), "planned" if ahead else "held")
    return None


def introduced_drafts(item: Item, drafts: list[Draft]) -> list[Draft]:
    """The implied signing of an item that tells none, between the countries of what it tells."""
    pair = next((d.countries for d in drafts if len(d.countries) == 2 and d.status == "held" and not d.background), [])
    if item.spoken or not pair or any(d.event_type in ("signing", "ratification") for d in drafts):
        return []
    for number, view in enumerate(item.views):
        candidate = None if view.sentence.is_heading else introduces(item, view, number)
        if candidate is not None:
            draft = Draft("signing", [candidate], candidate.status)
            draft.add_countries(pair)
            return [draft]
    return []
