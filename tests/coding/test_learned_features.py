"""What the weights see of a sentence, and how a decision is traced to its words."""
from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.coding.events import read_items
from pipelines.coding.item import Item
from pipelines.coding.learned import told
from pipelines.coding.learned.features import NOWHERE, features
from pipelines.coding.learned.surroundings import Surroundings, surroundings
from pipelines.coding.learned.weights import Weights, weights
from pipelines.model.document import Document, Segment
from schemas.vocabularies import EVENT_TYPES

TEXT = "Foreign Minister Kari Hansen of Norway broke bread with Foreign Minister Taro Sato of Japan on 5 May 2021."
ALONE = Surroundings((), (), (), 0, 0, False)


def item_of(text: str) -> Item:
    document = Document("doc_0", "a.txt", "0", "text/plain", "utf-8", "en", text, published_on=date(2021, 5, 6), published_precision="day")
    item, = read_items(document, [Segment("seg_0", "doc_0", 0, "item", 0, len(text), published_on=date(2021, 5, 6))])
    return item


def names(text: str, around: Surroundings = ALONE) -> set[str]:
    return {name for view in item_of(text).views for name, _ in features(view, around)}


@pytest.mark.parametrize("feature", [
    "bread", "N_broke_bread", "broke_bread", "~with_N", "~broke_*_with", "bread|N>", "<N|bread", "people:2", "cand:none", "place:0",
])
def test_a_sentence_has(feature: str) -> None:
    assert feature in names(TEXT)


def test_names_and_numbers_are_no_features() -> None:
    assert not any(word in name.lower() for name in names(TEXT) for word in ("hansen", "sato", "norway", "2021"))


def test_what_stands_around_is_a_feature() -> None:
    around = Surroundings({"meeting"}, {"visit"}, {"call"}, 2, 7, True)
    assert {"cand:meeting", "before:visit", "title:call", "sides:2", "place:3", "spoken"} <= names(TEXT, around)


def test_sides_are_the_countries_of_people_and_pronouns() -> None:
    item = item_of(f"{TEXT} He thanked her.")
    assert [around.sides for around in surroundings(item, {})] == [2, 1]


def test_a_decision_is_traced_to_the_word_that_made_it(monkeypatch: pytest.MonkeyPatch) -> None:
    learnt = Weights(("meeting",), np.array([-300]), {"broke_bread": 0, "of": 1}, np.array([[400], [-100]]))
    monkeypatch.setattr(told, "weights", lambda: learnt)
    view, = item_of("Kari Hansen broke bread with Taro Sato.").views
    assert told.weighed(view, ALONE)["meeting"] == pytest.approx(1.0)
    assert view.units[told.trigger(view, ALONE, "meeting")].text == "bread"


@given(st.text(max_size=200))
def test_any_sentence_has_features_within_it(text: str) -> None:
    for view in item_of(f"Notice. {text}").views:
        assert all(NOWHERE <= at <= len(view.units) for _, at in features(view, ALONE))


def test_the_weights_know_event_types_and_what_is_done_with_documents_only() -> None:
    learnt = weights()
    assert set(learnt.types) <= {*EVENT_TYPES, *told.DEEDS, *map(told.SEVERAL_OF.__add__, [*EVENT_TYPES, *told.DEEDS])}
    assert learnt.table.shape == (len(learnt.rows), len(learnt.types)) and learnt.table.any()
