"""How an event of the codebook reads in PLOVER and CAMEO, as data.

PLOVER types, modes and contexts: PLOVER manual and CAMEO2PLOVER-2021 (openeventdata/PLOVER). Goldstein values: Goldstein (1992),
"A Conflict-Cooperation Scale for WEIS Events Data", Journal of Conflict Resolution 36, as carried over to CAMEO codes in the scale of
the Event Data Project (CAMEO.SCALE, the one GDELT uses).

What belongs here: the crosswalk. What does not: the meaning of the types (`schemas.vocabularies`).
"""
from collections.abc import Sequence
from typing import NamedTuple


class Code(NamedTuple):
    """PLOVER type and mode, and CAMEO code (with its leading zero) of one kind of act; all None: not an act to export."""

    plover_type: str | None
    plover_mode: str | None
    cameo_code: str | None


NOTHING = Code(None, None, None)

HELD: dict[str, Code] = {
    "visit": Code("CONSULT", "visit", "042"),
    "meeting": Code("CONSULT", None, "040"),
    "call": Code("CONSULT", "phone", "041"),
    "session": Code("CONSULT", None, "046"),
    "conference": Code("CONSULT", "multilateral", "040"),
    "signing": Code("SUPPORT", None, "057"),
    "ratification": Code("SUPPORT", None, "057"),
    "credentials": Code("SUPPORT", None, "050"),
    "relations": Code("SUPPORT", None, "054"),
    "message": Code("SUPPORT", None, "051"),
    "award": Code("SUPPORT", None, "051"),
    "tribute": Code("SUPPORT", None, "051"),
    "ceremony": Code("SUPPORT", None, "050"),
    "commemoration": Code("SUPPORT", None, "050"),
    "cultural_event": Code("SUPPORT", None, "050"),
    "site_visit": Code("CONSULT", "visit", "042"),
    "election_observation": Code("CONSULT", "visit", "042"),
    "exercise": Code("COOPERATE", None, "062"),
    "exhibition": Code("COOPERATE", None, "061"),
    "aid": Code("AID", None, "070"),
    "press_conference": Code("CONSULT", None, "040"),
    "protest": Code("ACCUSE", None, "111"),
}

PLANNED: dict[str, str] = {
    "visit": "036",
    "meeting": "036",
    "call": "036",
    "session": "036",
    "conference": "036",
    "site_visit": "036",
    "election_observation": "036",
    "press_conference": "036",
    "signing": "030",
    "ratification": "030",
    "credentials": "032",
    "relations": "032",
    "message": "032",
    "award": "032",
    "tribute": "032",
    "ceremony": "032",
    "commemoration": "032",
    "cultural_event": "032",
    "exercise": "0312",
    "exhibition": "0311",
    "aid": "033",
}
"""CAMEO code of an announced act. PLOVER codes every cooperative act told in the future tense as AGREE; a protest is none."""

PLANNED_SIGNING: dict[str, str] = {
    "defense": "0312",
    "trade": "0311",
    "economy": "0311",
    "energy": "0311",
    "transport": "0311",
    "justice": "0313",
}
"""The first topic found here makes the code of an announced signing specific."""

GOLDSTEIN: dict[str, float] = {
    "030": 4.0,
    "0311": 5.2,
    "0312": 5.2,
    "0313": 5.2,
    "032": 4.5,
    "033": 5.2,
    "036": 4.0,
    "040": 1.0,
    "041": 1.0,
    "042": 1.9,
    "046": 7.0,
    "050": 3.5,
    "051": 3.4,
    "054": 6.0,
    "057": 8.0,
    "061": 6.4,
    "062": 7.4,
    "070": 7.0,
    "111": -2.0,
}
"""Conflict-cooperation scale, -10 (most conflictual) to +10 (most cooperative), per CAMEO code."""

CONTEXTS_OF_TOPIC: dict[str, tuple[str, ...]] = {
    "defense": ("military",),
    "security": ("military",),
    "trade": ("economic",),
    "economy": ("economic",),
    "energy": ("economic", "resource"),
    "transport": ("economic",),
    "culture": ("culture",),
    "education": ("culture",),
    "science": ("culture",),
    "health": ("disease",),
    "agriculture": ("economic",),
    "environment": ("enviro_disaster",),
    "justice": ("legal",),
    "visa_migration": ("migration",),
    "diplomacy": ("diplomatic",),
    "technology": ("economic",),
    "tourism": ("economic",),
    "humanitarian": ("humanitarian",),
    "other": (),
}
"""PLOVER's general contexts that come nearest to a topic (manual, table of general contexts)."""

CONTEXTS = tuple(dict.fromkeys([context for row in CONTEXTS_OF_TOPIC.values() for context in row] + ["future", "historical"]))


def code_of(event_type: str, status: str, topics: Sequence[str] = ()) -> Code:
    """The act in PLOVER and CAMEO. Cancelled and denied occasions did not happen: nothing. An unknown type or status: nothing."""
    if status == "held":
        return HELD.get(event_type, NOTHING)
    if status == "planned" and event_type in PLANNED:
        return Code("AGREE", None, _planned_code(event_type, topics))
    return NOTHING


def _planned_code(event_type: str, topics: Sequence[str]) -> str:
    if event_type == "signing":
        return next((PLANNED_SIGNING[topic] for topic in topics if topic in PLANNED_SIGNING), PLANNED[event_type])
    return PLANNED[event_type]


def goldstein_of(cameo_code: str | None) -> float | None:
    """Goldstein value of a CAMEO code, null where there is no code."""
    return None if cameo_code is None else GOLDSTEIN[cameo_code]


def contexts_of(topics: Sequence[str], status: str, is_background: bool) -> list[str]:
    """PLOVER contexts of an event in the order of `CONTEXTS`, each once."""
    found = {context for topic in topics for context in CONTEXTS_OF_TOPIC.get(topic, ())}
    found |= {"future"} if status == "planned" else set()
    found |= {"historical"} if is_background else set()
    return [context for context in CONTEXTS if context in found]
