"""What the network is told of a mention: side, office, kind, when a date lies; never who or which country."""
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.coding.events import read_items
from pipelines.coding.item import Item
from pipelines.coding.learned.traits import Traits, traits_of
from pipelines.model.document import Document, Segment

TALKS = "Foreign Minister Kari Hansen of Norway met Ambassador Taro Sato of Japan in Lima on 5 May 2021."


def item_of(text: str, home: str | None = "NOR") -> Item:
    document = Document("doc_0", "a.txt", "0", "text/plain", "utf-8", "en", text, publisher_country=home,
                        published_on=date(2021, 5, 6), published_precision="day")
    item, = read_items(document, [Segment("seg_0", "doc_0", 0, "item", 0, len(text), published_on=date(2021, 5, 6))])
    return item


def of_symbol(text: str, symbol: str) -> list[Traits]:
    item = item_of(text)
    return [t for view in item.views for unit, t in zip(view.units, traits_of(item, view), strict=True) if unit.symbol == symbol]


def test_people_are_of_a_side_at_home_or_abroad_and_hold_an_office() -> None:
    hansen, sato = of_symbol(TALKS, "N")
    assert {"side:0", "home", "office:minister_foreign", "people:1"} <= set(hansen)
    assert {"side:1", "abroad", "office:ambassador"} <= set(sato)


def test_a_side_named_again_has_its_number() -> None:
    hansen, sato, other = of_symbol(TALKS.replace("in Lima", "and Defence Minister Ola Berg of Norway"), "N")
    assert "side:0" in hansen and "side:1" in sato and "side:0" in other


@pytest.mark.parametrize(("told", "trait"), [
    ("on 6 May 2021", "lies:now"), ("on 5 May 2021", "lies:days ago"), ("on 20 April 2021", "lies:month ago"), ("in 2019", "lies:long ago"),
    ("on 9 May 2021", "lies:soon"), ("in December 2021", "lies:later"),
])
def test_a_date_is_told_by_how_long_ago_it_is(told: str, trait: str) -> None:
    found, = of_symbol(f"Foreign Minister Kari Hansen of Norway travelled to Japan {told}.", "D")
    assert trait in found


@pytest.mark.parametrize(("text", "symbol", "trait"), [
    ("Norway and Japan signed an agreement on trade.", "I", "instrument:agreement"),
    ("The Embassy of Japan in Oslo gave a concert.", "O", "body:embassy"),
    ("The NATO Summit opens in Oslo.", "E", "gathering:conference"),
])
def test_what_kind_a_mention_is(text: str, symbol: str, trait: str) -> None:
    assert trait in of_symbol(text, symbol)[0]


def test_plain_words_have_none_but_their_capital() -> None:
    assert set(of_symbol("It rained in the Grand Garden.", "")) == {(), ("capital",)}


@given(st.text(max_size=200))
def test_no_country_or_name_is_a_trait_and_every_unit_has_an_entry(text: str) -> None:
    item = item_of(f"{TALKS} {text}")
    for view in item.views:
        found = traits_of(item, view)
        assert len(found) == len(view.units)
        assert not any(word in trait for traits in found for trait in traits for word in ("NOR", "JPN", "Hansen", "Sato"))
