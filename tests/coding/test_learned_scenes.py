"""What the encoder reads of an occasion and of those around it, and that it knows the plainest cases of who took part."""
from datetime import date

import numpy as np
import pytest
from coded import HANSEN, SATO, segments_of

from pipelines.coding.events import drafts_of, read_items
from pipelines.coding.item import Draft, Item
from pipelines.coding.learned.attendance import mentions, pairs
from pipelines.coding.learned.encoder.attending import beside, mean, took_part
from pipelines.coding.learned.encoder.pieces import BREAK, OPENING, vocabulary
from pipelines.coding.learned.encoder.scenes import CORE, DAY, SOMEBODY, TOLD, WIDEST, Scene, scene_of
from pipelines.coding.learned.encoder.stored import attending
from pipelines.model.document import Document

MET = f"{HANSEN} met {SATO} in Oslo on 4 May 2021."
MORI = "Ambassador Ken Mori of Japan"


def first_scene(text: str) -> tuple[Item, Scene, dict[int, str]]:
    """The scene of the first occasion of the text, and how its people are called."""
    item, = read_items(Document("doc_0", "a.txt", "0", "text/plain", "utf-8", "en", text), list(segments_of(text, date(2021, 5, 5))))
    draft: Draft = drafts_of(item)[0]
    those = [pair for pair in pairs(item, [draft])]
    return item, scene_of(item, draft, mentions(those)), {pair.person.key: pair.person.name or "" for pair in those}


def read(scene: Scene, numbers: object) -> str:
    names = list(vocabulary())
    return " ".join(names[scene.pieces[n]] for n in np.atleast_1d(np.asarray(numbers)))


@pytest.mark.parametrize(("mark", "pieces"), [
    (CORE, "met"),
    (DAY, "4 may 2021"),
    (SOMEBODY, "foreign minister kari hans ##en of norway foreign minister tar ##o sato of japan"),
    (TOLD, f"foreign minister kari hans ##en of norway met foreign minister tar ##o sato of japan in oslo on 4 may 2021 . {BREAK}"),
])
def test_what_is_marked(mark: int, pieces: str) -> None:
    _, scene, _ = first_scene(f"{MET} It rained.")
    assert read(scene, np.flatnonzero(scene.marks[:, mark])) == pieces


def test_what_stands_around_is_read_in_order_and_people_are_found_in_all_of_it() -> None:
    _, scene, names = first_scene(f"{MORI} waited.\n{MET}\nHe thanked {MORI}.")
    assert read(scene, 0) == OPENING and scene.pieces.count(vocabulary()[BREAK]) == 3
    mori = next(key for key, name in names.items() if name == "Ken Mori")
    assert read(scene, scene.people[mori]) == "ambassador ken mori of japan ambassador ken mori of japan"


@pytest.mark.parametrize("text", ["It rained. " * 400 + MET + " It rained." * 400, MET.replace(" in Oslo", " ,rain" * 500), MET])
def test_no_more_is_read_than_there_is_room_for(text: str) -> None:
    _, scene, _ = first_scene(text)
    assert len(scene.pieces) <= WIDEST and scene.marks.shape == (len(scene.pieces), 4)
    assert "met" in read(scene, np.flatnonzero(scene.marks[:, CORE]))


@pytest.mark.parametrize(("text", "present", "absent"), [
    (f"{MET} The talks were also attended by {MORI}.", "Ken Mori", ""),
    (f"{MET} They recalled the late {MORI}, who had died in 1990.", "Taro Sato", "Ken Mori"),
    (f"{MET} The bridge over the fjord is named after {MORI}.", "Kari Hansen", "Ken Mori"),
])
def test_the_shipped_encoder_knows_the_plainest_cases(text: str, present: str, absent: str) -> None:
    _, scene, names = first_scene(text)
    odds = {names[key]: value for key, value in took_part(scene, attending()).items()}
    assert odds[present] > 0 and odds.get(absent, -1.0) < 0


def test_where_nobody_is_named_nobody_took_part() -> None:
    _, scene, _ = first_scene(MET)
    assert took_part(scene._replace(people={}), attending()) == {}


def test_what_answers_are_made_from_is_whole() -> None:
    one, other = mean(np.array([[3.0, -2.0], [4.0, 9.0]])), mean(np.zeros((0, 2)))
    found = beside(one, one, other)
    assert one.tolist() == [56, 56] and found.tolist() == [56, 56, 56, 56, 2, 2, 0, 0]
