"""Whom people represent, read from the two sides of an occasion, in texts of no issuer's own."""
import pytest
from coded import coding_of

CASES = [
    # who leads, represents or sits on a side
    ("Norway and Japan held talks in Oslo on 5 May 2023. Deputy Minister Lars Moe headed the Norwegian side.", "Lars Moe", "NOR"),
    ("Norway, Japan and Chile held a trilateral meeting in Oslo on 5 May 2023. Japan was represented by Minister Ken Mori.",
        "Ken Mori", "JPN"),
    ("Minister Kari Hansen of Norway met Minister Taro Sato of Japan on 5 May 2023. Ambassador Ken Mori attended on the Japanese side.",
        "Ken Mori", "JPN"),
    # whoever is met is of the other state; whoever is received by two is received by their state
    ("A Japanese delegation led by Minister Taro Sato came to Norway on 5 May 2023. The guests met Prime Minister Kari Hansen.",
        "Kari Hansen", "NOR"),
    ("Minister Taro Sato of Japan was received in Oslo on 5 May 2023 by Speaker of the Storting Kari Hansen and Defence Minister Lars Moe.",
        "Lars Moe", "NOR"),
    # an envoy serves where things take place; the minister who faces him is at home there
    ("Minister Kari Hansen of Norway met Minister Taro Sato of Japan in Oslo on 5 May 2023. Ambassador Ken Mori was present.",
        "Ken Mori", "JPN"),
    ("The Foreign Ministry of Norway summoned the Ambassador of Japan, Ken Mori, on 5 May 2023. Deputy Minister Lars Moe handed him a "
        "note of protest.", "Lars Moe", "NOR"),
    # companions go along; the First Lady is her husband's
    ("President Taro Sato of Japan paid a visit to Norway on 5 May 2023. He was accompanied by Defence Minister Ken Mori.",
        "Ken Mori", "JPN"),
    # a guest beside an ambassador may be anybody's; a country word sets the second of two apart
    ("The Embassy of Japan in Norway held a reception to mark its national day in Oslo on 5 May 2023. Among those present were the "
        "Ambassador of Chile, Ana Vega, and Deputy Minister Lars Moe.", "Lars Moe", "NOR"),
    # an Under-Secretary of State is not the United States'
    ("Minister Taro Sato of Japan held talks in Helsinki, Finland, on 5 May 2023 with Under-Secretary of State Aino Salo.",
        "Aino Salo", "FIN"),
]


@pytest.mark.parametrize(("text", "name", "country"), CASES)
def test_country(text: str, name: str, country: str) -> None:
    assert {p.country for p in coding_of(text, "2023-05-10").participants if p.name == name} == {country}


@pytest.mark.parametrize(("title", "office"), [
    ("the President of the Government of Spain", "head_of_government"),
    ("Chairman of the Council of Ministers of Spain", "head_of_government"),
    ("Deputy Chairman of the Cabinet of Ministers of Spain", "deputy_head_of_government"),
    ("the Secretary of the U.S. Department of Homeland Security", "minister"),
])
def test_office_in_a_government(title: str, office: str) -> None:
    text = f"Minister Kari Hansen of Norway met {title}, Ana Vega, in Oslo on 5 May 2023."
    assert {p.office for p in coding_of(text).participants if p.name == "Ana Vega"} == {office}
