"""From a candidate to its first draft: what its own sentence says of people, day, place and status."""

from pipelines.coding.candidates import Candidate
from pipelines.coding.item import Draft, Item
from pipelines.coding.narrated import moved_on, narrated
from pipelines.coding.parties import draft_of
from pipelines.coding.seated import stand
from pipelines.coding.when import ahead, behind, recalled, stated
from pipelines.coding.where import place_draft

GREETINGS = frozenset(["welcomed", "welcomes", "greeted", "greets"])
EVERYBODY = frozenset(
    ["the guests", "guests", "all guests", "the participants", "participants", "the audience", "the attendees", "those present"]
)
BESIDE = 6  # units from a core to the date that is its own beyond doubt


def first_draft(item: Item, candidate: Candidate) -> Draft:
    """The draft of one candidate, with what its own sentence says."""
    draft = draft_of(item, candidate)
    if greets_all(candidate):
        draft.event_type = "presence"
    draft.when = moved_on(item, candidate, stated(item, candidate)) or narrated(item, candidate)
    if draft.status == "held" and ahead(item, draft):
        draft.status = "planned"
    elif draft.status == "planned" and (behind(item, draft) or told_past(candidate)):
        draft.status = "held"
    draft.background = recalled(item, draft)
    stand(draft, candidate)
    place_draft(item, draft)
    return draft


def greets_all(candidate: Candidate) -> bool:
    """ "The Ambassador welcomed the guests": whoever opens an occasion meets nobody in particular."""
    met = [a.unit for a in candidate.arguments if a.position == "obj" and a.unit.symbol in ("N", "F", "G", "T")]
    greets = any(u.text in GREETINGS for u in candidate.view.units[candidate.first : candidate.last])
    return greets and candidate.event_type == "meeting" and bool(met) and all(u.mention_text.lower() in EVERYBODY for u in met)


def told_past(candidate: Candidate) -> bool:
    """Is its date "in September last year" or "two years ago", whatever the sentence announces besides?"""
    if candidate.date is None or "planned" in candidate.frame.flags:
        return False
    if not 0 <= candidate.view.units.index(candidate.date) - candidate.last <= BESIDE:
        return False
    return bool({"last", "ago", "yesterday"} & set(candidate.date.mention_text.lower().split()))
