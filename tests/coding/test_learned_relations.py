"""What belongs to what, and who had which role, by what was learnt."""

import pytest
from coded import HANSEN, SATO, coded, coding_of

from pipelines.coding.item import Draft
from pipelines.coding.learned import relations
from pipelines.coding.learned.relations import settle_parents

MET = f"{HANSEN} met {SATO} in Oslo on 4 May 2021."
TRIP = f"On 4 May 2021 {HANSEN} arrived in Tokyo on a visit to Japan. She held talks with {SATO}."
SIGNED = f"{HANSEN} and {SATO} signed an agreement on fisheries in Oslo on 4 May 2021."


def only(monkeypatch: pytest.MonkeyPatch, *clues: str) -> None:
    """The first answer that has one of the features is the likeliest; if none has, the first of all."""

    def likeliest(_: str, answers: list[set[str]]) -> int:
        return next((n for n, features in enumerate(answers) if features & {*clues}), 0)

    monkeypatch.setattr(relations, "likeliest", likeliest)
    monkeypatch.setattr(relations, "weights", lambda _, roles, found: [int(any(f"{r}|{c}" in clues for c in found)) for r in roles])


@pytest.mark.parametrize(("clue", "parent"), [("meeting<visit", "visit"), ("alone", None)])
def test_the_likeliest_parent(monkeypatch: pytest.MonkeyPatch, clue: str, parent: str | None) -> None:
    only(monkeypatch, clue)
    events = coding_of(TRIP, "2021-05-05").events
    kinds = {e.event_id: e.event_type for e in events}
    meeting = next(e for e in events if e.event_type == "meeting")
    assert (kinds[meeting.parent_event_id] if meeting.parent_event_id else None) == parent


def test_nothing_belongs_to_what_belongs_to_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each of three says the next is its parent, the last says the first."""
    ring = {kind: Draft(kind, [], "held") for kind in ("visit", "session", "conference")}
    following = {"visit": "session", "session": "conference", "conference": "visit"}
    monkeypatch.setattr(relations, "parents_among", list)
    monkeypatch.setattr(relations, "likeliest_parent", lambda draft, _: ring[following[draft.event_type]])
    settle_parents([*ring.values()])
    assert [draft.parent.event_type if draft.parent else None for draft in ring.values()] == ["session", "conference", None]


def test_one_side_receives_the_other(monkeypatch: pytest.MonkeyPatch) -> None:
    """Both look like hosts, but he has little else for it."""
    chances = {"host|place:same": 30, "host|place:other": 20, "guest|place:other": 15}
    monkeypatch.setattr(relations, "weights", lambda _, roles, found: [sum(chances.get(f"{r}|{c}", 0) for c in found) for r in roles])
    assert coded(MET, "people") == ["Kari Hansen:host, Taro Sato:guest"]


def test_the_likeliest_role_of_everybody(monkeypatch: pytest.MonkeyPatch) -> None:
    only(monkeypatch, "chair|place:other", "observer|place:same")
    assert coded(MET, "people") == ["Kari Hansen:observer, Taro Sato:chair"]


def test_what_was_learnt_knows_a_summons_and_a_signing() -> None:
    assert coded(SIGNED, "type people") == ["signing Kari Hansen:signatory, Taro Sato:signatory"]


def test_the_heads_of_two_sides_sign_or_neither_is_told_to(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each alone would have another role; both together rather took part."""
    chances = {"signatory|place:same": 20, "participant|place:other": 30}
    monkeypatch.setattr(relations, "weights", lambda _, roles, found: [sum(chances.get(f"{r}|{c}", 0) for c in found) for r in roles])
    assert coded(SIGNED, "people") == ["Kari Hansen:participant, Taro Sato:participant"]
