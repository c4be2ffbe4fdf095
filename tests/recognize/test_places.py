import pytest

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
