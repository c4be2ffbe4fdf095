"""The crosswalk to PLOVER and CAMEO."""
import pytest

from schemas.plover import CONTEXTS_OF_TOPIC, GOLDSTEIN, HELD, PLANNED, PLANNED_SIGNING, code_of, contexts_of, goldstein_of
from schemas.vocabularies import EVENT_TYPES, SUBJECTS

CASES = [
    # event type, status, topics -> type, mode, CAMEO, Goldstein
    ("visit", "held", [], "CONSULT", "visit", "042", 1.9),
    ("call", "held", [], "CONSULT", "phone", "041", 1.0),
    ("conference", "held", [], "CONSULT", "multilateral", "040", 1.0),
    ("session", "held", [], "CONSULT", None, "046", 7.0),
    ("signing", "held", ["defense"], "SUPPORT", None, "057", 8.0),
    ("protest", "held", [], "ACCUSE", None, "111", -2.0),
    ("visit", "planned", [], "AGREE", None, "036", 4.0),
    ("conference", "planned", [], "AGREE", None, "036", 4.0),
    ("signing", "planned", [], "AGREE", None, "030", 4.0),
    ("signing", "planned", ["culture"], "AGREE", None, "030", 4.0),
    ("signing", "planned", ["culture", "defense"], "AGREE", None, "0312", 5.2),
    ("aid", "planned", [], "AGREE", None, "033", 5.2),
    ("protest", "planned", [], None, None, None, None),
    ("meeting", "cancelled", [], None, None, None, None),
    ("meeting", "denied", [], None, None, None, None),
    ("unheard of", "held", [], None, None, None, None),
]


@pytest.mark.parametrize(("event_type", "status", "topics", "plover", "mode", "cameo", "goldstein"), CASES)
def test_code_of(event_type, status, topics, plover, mode, cameo, goldstein):
    code = code_of(event_type, status, topics)
    assert (*code, goldstein_of(code.cameo_code)) == (plover, mode, cameo, goldstein)


def test_the_crosswalk_is_complete():
    assert set(HELD) == set(EVENT_TYPES)
    assert set(PLANNED) == set(EVENT_TYPES) - {"protest"}
    assert set(CONTEXTS_OF_TOPIC) == set(SUBJECTS) and set(PLANNED_SIGNING) <= set(SUBJECTS)
    assert {code.cameo_code for code in HELD.values()} | set(PLANNED.values()) | set(PLANNED_SIGNING.values()) == set(GOLDSTEIN)


@pytest.mark.parametrize(
    ("topics", "status", "background", "contexts"),
    [
        ([], "held", False, []),
        (["trade", "defense", "economy"], "held", False, ["military", "economic"]),
        (["energy"], "planned", False, ["economic", "resource", "future"]),
        (["other"], "held", True, ["historical"]),
        (["no such topic"], "held", False, []),
    ],
)
def test_contexts_of(topics, status, background, contexts):
    assert contexts_of(topics, status, background) == contexts
