"""Whether an occasion was held by what was learnt: the likeliest of four statuses; what rules say where nothing speaks for another."""

import pytest
from coded import HANSEN, SATO, coded, segments_of

from pipelines.coding.events import read_items, undated_drafts
from pipelines.coding.learned import statuses
from pipelines.coding.learned.outlook import features, setting_of
from pipelines.model.document import Document

MET = f"{HANSEN} met {SATO} in Oslo on 4 May 2021."
COMING = f"{HANSEN} will meet {SATO} in Oslo on 9 May 2021."
RECALLED = f"{HANSEN} met {SATO} in Oslo on 4 May 2019."


def only(monkeypatch: pytest.MonkeyPatch, *clues: str) -> None:
    """Nothing but the given features of a status speaks for it."""
    monkeypatch.setattr(statuses, "weight", lambda _, features: 100 * len(features & {*clues}))


@pytest.mark.parametrize(("clue", "text", "expected"), [
    ("cancelled|leadb1:N", MET, "cancelled"),
    ("held|lag:5", COMING, "planned"),
    ("held|rule:planned", COMING, "held"),
    ("planned|clauseFalse:L", MET, "planned"),
    ("planned|next:rained", f"{MET} It rained.", "planned"),
    ("nothing", MET, "held"),
    ("nothing", COMING, "planned"),
], ids=["by a word before", "none such", "against the rule", "by a word behind", "by the next sentence", "as ruled", "ruled ahead"])
def test_the_likeliest_status(monkeypatch: pytest.MonkeyPatch, clue: str, text: str, expected: str) -> None:
    only(monkeypatch, clue)
    assert [row for row in coded(text, "type status", day="2021-05-05") if row.startswith("meeting")] == [f"meeting {expected}"]


def test_what_is_only_recalled_stays_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    only(monkeypatch, "planned|rule:held")
    assert coded(RECALLED, "type status", day="2021-05-05") == ["meeting held"]


def test_what_is_looked_at() -> None:
    text = f"{COMING} She will visit Japan on 10 May 2021."
    item, = read_items(Document("doc_0", "a.txt", "0", "text/plain", "utf-8", "en", text), list(segments_of(text)))
    drafts = undated_drafts(item)
    seen = features(setting_of(item, drafts), next(d for d in drafts if d.event_type == "meeting"))
    assert seen >= {"rule:planned", "ahead1of1rule:planned", "coming4", "leadb1:will", "leadc:meet", "next:visit", "clauseTrue:will"}


@pytest.mark.parametrize(("text", "expected"), [
    (MET, "held"),
    (COMING, "planned"),
    (f"The meeting of {HANSEN} with {SATO} in Oslo, fixed for 9 May 2021, was called off.", "cancelled"),
])
def test_what_was_learnt_keeps_plain_statuses(text: str, expected: str) -> None:
    assert [row for row in coded(text, "type status", day="2021-05-05") if row.startswith("meeting")] == [f"meeting {expected}"]
