"""Where an institution stands, by its own name: "the Weizmann Institute in Rehovot", "the Embassy of A in B".

The name is folded into one unit, so its place is none of the sentence's. What does not belong here: all other evidence of
where an occasion took place (`where`, `ground`).
"""

from pipelines.coding.candidates import Candidate
from pipelines.coding.item import Draft
from pipelines.coding.view import CITIES, Unit
from pipelines.lexicon.countries import is_state
from pipelines.model.mention import PlaceMention

SEATED = frozenset(["site_visit", "relations", "commemoration", "cultural_event"])
SITED = frozenset(["relations"])  # whose place is a side
REACH = 4  # units behind the core
RESTING = (" in ", " in the ")


def institutions(candidate: Candidate) -> list[Unit]:
    """The institutions that the candidate is about: behind its core, or its subject."""
    behind = candidate.view.units[candidate.first : candidate.last + REACH]
    subjects = [a.unit for a in candidate.arguments if a.position in ("left", "obj", "at") and candidate.event_type != "site_visit"]
    return [u for u in (*behind, *subjects) if u.symbol == "O"]


def seat(candidate: Candidate, unit: Unit) -> PlaceMention | None:
    """The place in the name of `unit` that "in" governs."""
    inside = (p for p in candidate.view.sentence.places if unit.start < p.start and p.end <= unit.end and is_state(p.country or ""))
    return next((p for p in inside if unit.mention_text[: p.start - unit.start].endswith(RESTING)), None)


def stand(draft: Draft, candidate: Candidate) -> None:
    """Place a draft at the institution that is visited, opened or celebrates; who visits one of another country goes there."""
    if candidate.event_type not in SEATED:
        return
    found = institutions(candidate)
    place = next((p for p in (seat(candidate, u) for u in found) if p is not None), None)
    if place is not None:
        draft.country = place.country
        draft.place = place if place.kind in CITIES else None
        if candidate.event_type in SITED:
            draft.add_countries([place.country])
    elif candidate.event_type == "site_visit":
        draft.add_countries(u.mention.country for u in found[:1])
