"""Who likely took part: in the frame, named beside an occasion or sentences away, by what their sentence says and where it stands."""
import re

import pytest
from coded import HANSEN, SATO, coded

from pipelines.coding.learned import attendance
from pipelines.coding.learned.attendance import MOST, OPEN, WITHIN, learnt
from pipelines.coding.learned.encoder.scenes import Scene
from pipelines.coding.learned.presence import HAD
from pipelines.coding.learned.weights import BIAS

MET = f"{HANSEN} met {SATO} in Oslo on 4 May 2021."
MORI = "Ambassador Ken Mori of Japan"


@pytest.fixture
def _sure_of_benches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipelines.coding.events.settle_parts", lambda *_: None)
    monkeypatch.setattr("pipelines.coding.events.chances_of", lambda item, _: [{} for _ in item.views])
    monkeypatch.setattr("pipelines.coding.events.judged", lambda _, accepted, heard: accepted)
    monkeypatch.setattr(attendance, "took_part", lambda *_: {})
    monkeypatch.setattr(attendance, "learnt", lambda: {BIAS: -3.0, HAD: 6.0, "outw:bench": 6.0, "inw:bench": 6.0, f"{HAD}:inb:with": -9.0})


@pytest.mark.usefixtures("_sure_of_benches")
@pytest.mark.parametrize("after, people", [
    pytest.param(f"On the bench sat {MORI}.", "Kari Hansen:host, Ken Mori:participant, Taro Sato:guest", id="a third beside the two"),
    pytest.param(f"{MORI} praised them.", "Kari Hansen:host, Taro Sato:guest", id="nothing speaks for it"),
    pytest.param(f"On behalf of {MORI} a bench was set up.", "Kari Hansen:host, Taro Sato:guest", id="somebody else acts for them"),
    pytest.param("It rained. " * (WITHIN + 1) + f"On the bench sat {MORI}.", "Kari Hansen:host, Taro Sato:guest", id="too far away"),
])
def test_those_come_in_for_whom_enough_speaks(after: str, people: str) -> None:
    assert coded(f"{MET} {after}", "type people", day="2021-05-05") == [f"meeting {people}"]


@pytest.mark.usefixtures("_sure_of_benches")
@pytest.mark.parametrize("how, people", [("met with", "Taro Sato:guest"), ("met", "Kari Hansen:host, Taro Sato:guest")])
def test_whom_a_frame_has_goes_out_where_enough_speaks_against_it(how: str, people: str) -> None:
    assert coded(f"{SATO} {how} {HANSEN} in Oslo on 4 May 2021.", "people", day="2021-05-05") == [people]


@pytest.mark.usefixtures("_sure_of_benches")
@pytest.mark.parametrize("after, role", [
    (f"On the bench {MORI} spoke of ships.", "speaker"),
    (f"On the bench {MORI} and other guests took the floor.", "participant"),
    (f"On the bench {MORI} and Eva Dahl delivered short speeches.", "speaker"),
    (f"On the bench {MORI} looked on.", "participant"),
])
def test_who_speaks_at_a_ceremony_is_a_speaker(after: str, role: str) -> None:
    event, = coded(f"{HANSEN} and {SATO} opened a bridge in Oslo on 4 May 2021. {after}", "people", day="2021-05-05")
    assert f"Ken Mori:{role}" in event


@pytest.mark.usefixtures("_sure_of_benches")
def test_of_a_crowd_the_nearest_are_asked() -> None:
    crowd = " ".join(f"On the bench sat Minister Aa{'abcdefghij'[n // 10]}{'abcdefghij'[n % 10]}en Berg{'abcdefghij'[n % 10]}um of Norway."
                     for n in range(2))
    event, = coded(f"{MET} {crowd}", "people", day="2021-05-05")
    assert event.count(":") == 4 <= MOST


def test_the_shipped_weights_hold_no_names() -> None:
    known = learnt()
    assert BIAS in known and len(known) > 1000
    words = {word for feature in known for word in re.split(r"\W|_", feature.lower())}
    assert not words & {"biden", "lavrov", "hasano", "norway", "usa"} and "accomp" in words


@pytest.mark.usefixtures("_sure_of_benches")
@pytest.mark.parametrize(("odds", "people"), [
    (0.0, "Kari Hansen:host, Ken Mori:participant, Taro Sato:guest"),
    (-9.0, "Kari Hansen:host, Taro Sato:guest"),
])
def test_the_encoder_has_a_say(odds: float, people: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def said(scene: Scene, _: object) -> dict[int, float]:
        return {key: odds for key, at in scene.people.items() if at[0] > 20}  # those behind the first sentence

    monkeypatch.setattr(attendance, "took_part", said)
    monkeypatch.setattr(attendance, "learnt", lambda: {BIAS: OPEN / 2})
    assert coded(f"{MET} On the bench sat {MORI}.", "people", day="2021-05-05") == [people]


@pytest.mark.usefixtures("_sure_of_benches")
def test_the_encoder_is_asked_only_where_somebody_is_open(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    monkeypatch.setattr(attendance, "took_part", lambda scene, _: asked.append(scene) or {})
    coded(MET, day="2021-05-05")
    monkeypatch.setattr(attendance, "learnt", lambda: {BIAS: OPEN / 2})
    assert not asked
    coded(MET, day="2021-05-05")
    assert len(asked) == 1


@pytest.mark.usefixtures("_sure_of_benches")
def test_of_occasions_without_end_the_first_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    monkeypatch.setattr(attendance, "took_part", lambda scene, _: asked.append(scene) or {})
    monkeypatch.setattr(attendance, "learnt", lambda: {BIAS: OPEN / 2})
    monkeypatch.setattr(attendance, "READ", 2)
    coded("\n".join(MET.replace("4 May", f"{day} May") for day in range(1, 6)), day="2021-05-05")
    assert len(asked) == 2
