from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.model.mention import PlaceMention
from pipelines.recognize.places import find_places


def places(text: str) -> list[PlaceMention]:
    return find_places(text, 0, len(text))


def codes(text: str) -> list[str | None]:
    return [mention.country for mention in places(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Serbian minister met the Azerbaijanis", ["SRB", "AZE"]),
        ("Azerbaijan`s and Serbia’s armies", ["AZE", "SRB"]),
        ("the People's Republic of China and the People’s Republic of Bangladesh", ["CHN", "BGD"]),
        ("US-Israel talks, U.S.-Japan talks, Kenya –UAE talks", ["USA", "ISR", "USA", "JPN", "KEN", "ARE"]),
        ("a Sino-Russian exercise in the Indo-Pacific", ["CHN", "RUS"]),
        ("VISIT TO AUSTRALIA", ["AUS"]),
        ("flew toSerbia", ["SRB"]),
        ("join us in it", []),
        ("the Minister of Defence of Georgia Ole Berg met Georgia Berg", ["GEO"]),
        ("the DPRK, the ROK and Türkiye", ["PRK", "KOR", "TUR"]),
        ("Chad Smith and Mr. Jordan met in Chad and Jordan", ["TCD", "JOR"]),
        ("Latin American states beside the Indian Ocean", []),
        ("the President of the Serbian Republic of Bosnia and Herzegovina", ["BIH"]),
        ("Republika Srpska, Nakhchivan, Hong Kong and Kosovo", ["BIH", "AZE", "HKG", "XKX"]),
        ("the EU, NATO and the United Nations", ["EU", "NATO", "UN"]),
    ],
)
def test_countries_by_any_name(text: str, expected: list[str]) -> None:
    assert codes(text) == expected


def test_a_dotted_acronym_owns_its_last_dot() -> None:
    text = "The U.S. side"
    assert [text[m.start : m.end] for m in places(text)] == ["U.S."]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("talks in Cordoba, Argentina", [("Córdoba", "ARG"), ("Argentina", "ARG")]),
        ("a visit to Novi Shad and Zajecar", [("Novi Sad", "SRB"), ("Zaječar", "SRB")]),
        ("a plant in Atlanta, Georgia", [("Atlanta", "USA"), ("Georgia", "USA")]),
        ("talks in Tbilisi, Georgia", [("Tbilisi", "GEO"), ("Georgia", "GEO")]),
        ("Howard and Blair will march in May with Mr. Washington", []),
        ("He was reading in Reading on Friday", [("Reading", "GBR")]),
        ("in Madrid, Toledo and Valencia", [("Madrid", "ESP"), ("Toledo", "ESP"), ("Valencia", "ESP")]),
        ("BELGRADE, June 3", [("Belgrade", "SRB")]),
        ("They met in Krumpendorf, Austria, on Friday", [("Krumpendorf", "AUT"), ("Austria", "AUT")]),
        ("in Balboa, Panama.", [("Balboa", "PAN"), ("Panama", "PAN")]),
        ("In January, Austria and Malta signed", [("Austria", "AUT"), ("Malta", "MLT")]),
        ("the village of Obergurgl", [("Obergurgl", None)]),
        ("Sheikh Al-Sabah and Tel Aviv", [("Tel Aviv", "ISR")]),
        ("Iranian guards came to Astara", [("Iran", "IRN"), ("Āstārā", "IRN")]),
        ("the U.S.-Israel Strategic Group", [("United States", "USA"), ("Israel", "ISR")]),
        ("Kiev and Kyiv", [("Kyiv", "UKR"), ("Kyiv", "UKR")]),
        ("the Kingdom of Bahrain said the Kingdom agrees", [("Bahrain", "BHR"), ("Bahrain", "BHR")]),
        ("The Kremlin called the White House", [("Kremlin", "RUS"), ("White House", "USA")]),
        ("Senator Lincoln spoke at Lincoln Avenue", []),
    ],
)
def test_cities_seats_and_namesakes(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(mention.name, mention.country) for mention in places(text)] == expected


@given(st.text(alphabet="AaBb U.S’'-,\n IndiaParisof", max_size=80), st.integers(0, 40), st.integers(0, 40))
def test_mentions_lie_in_the_stretch_and_do_not_overlap(text: str, start: int, length: int) -> None:
    end = min(len(text), start + length)
    found = find_places(text, min(start, end), end)
    assert all(start <= m.start < m.end <= end for m in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@pytest.mark.usefixtures("ends")
@pytest.mark.parametrize("unit", ["A ", "US ", "a.", "the Kingdom ", "Republic of ", "U.", "in Of, "])
def test_hostile_text_comes_to_an_end(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    places(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("talks in the Vietnamese capital on Monday", ["Hanoi"]),
        ("a meeting in the capital of Peru", ["Lima"]),
        ("arrived in Kenya's capital, Nairobi", ["Nairobi", "Nairobi"]),
        ("the capital city of the Philippines", ["Manila"]),
        ("the Chinese capital market and British capital goods", ["China", "United Kingdom"]),
        ("foreign capital from Japan", ["Japan"]),
    ],
)
def test_a_capital_may_be_described(text: str, expected: list[str]) -> None:
    assert [mention.name for mention in places(text)] == expected
