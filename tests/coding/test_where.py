"""Where an occasion took place: its own words, the host, the parent, the scene; a dateline alone says nothing."""
import pytest
from coded import HANSEN, SATO, bug, coded


@pytest.mark.parametrize(("text", "expected"), [
    (f"{HANSEN} met {SATO} in Oslo.", "meeting NOR Oslo"),
    (f"{HANSEN} met {SATO} in Geneva.", "meeting CHE Geneva"),
    (f"{HANSEN} met {SATO} in Paris, France.", "meeting FRA Paris"),
    (f"{HANSEN} met {SATO} in France.", "meeting FRA -"),
    (f"In Oslo, {HANSEN} met {SATO}.", "meeting NOR Oslo"),
    (f"{HANSEN} met {SATO}.", "meeting - -"),
    (f"OSLO, 5 May 2021 – {HANSEN} met {SATO}.", "meeting - -"),
    (f"{HANSEN} met {SATO}, who studied at a college of Paris.", "meeting - -"),
    (f"{HANSEN} received {SATO}.", "meeting NOR -"),
    (f"{HANSEN} received Ambassador of Japan to Norway Kenji Mori.", "meeting NOR -"),
    (f"{HANSEN} met Ambassador of Japan to Norway Kenji Mori.", "meeting NOR -"),
    (f"{HANSEN} spoke by telephone with {SATO}.", "call - -"),
    (f"{HANSEN} arrived in Tokyo.", "visit JPN Tokyo"),
    (f"{HANSEN} paid a visit to Japan.", "visit JPN -"),
    (f"{HANSEN} left for Tokyo, Japan.", "visit JPN Tokyo"),
    (f"{HANSEN} welcomed {SATO} to Oslo.", "visit NOR Oslo"),
    ("Ambassador of Japan Kenji Mori presented his credentials to King Harald V of Norway.", "credentials NOR -"),
    ("Norway and Japan established diplomatic relations on 4 May 2021.", "relations - -"),
    (f"{HANSEN} was awarded the Order of the Rising Sun by {SATO}.", "award JPN -"),
    ("Norway donated 100,000 doses of vaccine to Peru.", "aid PER -"),
    ("Norway summoned the Ambassador of Peru, Ana Quispe.", "protest NOR -"),
    ("Ambassador of Norway to Peru Kari Berg and Minister of Culture of Peru Ana Quispe signed an agreement on museums.",
     "signing PER -"),
    (f"{HANSEN} met {SATO} at General Headquarters (GHQ), Oslo.", "meeting NOR Oslo"),
    ("The 3rd session of the Joint Commission between Norway and Japan, which was to be held in Tokyo on 4 May 2021, was opened.",
     "session JPN Tokyo"),
    (f"{HANSEN} will visit Singapore.", "visit SGP Singapore"),
    bug(f"{HANSEN} met {SATO} at the Ministry of Foreign Affairs of France.", "meeting FRA -", why="a ministry is no seat"),
])
def test_place(text: str, expected: str) -> None:
    assert coded(text, "type country city", day="2021-05-05") == [expected]


@pytest.mark.parametrize(("text", "expected"), [
    (f"{HANSEN} arrived in Tokyo on 4 May 2021. On the same day she met {SATO}.", ["visit JPN Tokyo", "meeting JPN Tokyo"]),
    (f"{HANSEN} paid a visit to Japan on 3-5 May 2021. During the visit, she held talks with {SATO}.", ["visit JPN -", "meeting JPN -"]),
    (f"{HANSEN} met {SATO} in Geneva on 4 May 2021. The ministers signed an agreement on fisheries.",
     ["meeting CHE Geneva", "signing CHE Geneva"]),
    (f"{HANSEN} met {SATO} in Oslo on 4 May 2021. She met {SATO} in Tokyo on 20 April 2021.", ["meeting NOR Oslo", "meeting JPN Tokyo"]),
    (f"{HANSEN} arrived in Tokyo on 3 May 2021. On 4 May she met {SATO}.", ["visit JPN Tokyo", "meeting JPN Tokyo"]),
])
def test_places_of_what_belongs_together(text: str, expected: list[str]) -> None:
    assert coded(text, "type country city", day="2021-05-05") == expected


@pytest.mark.parametrize(("text", "countries"), [
    (f"{HANSEN} met {SATO} in Geneva.", "JPN+NOR"),
    (f"{HANSEN} visited Japan.", "JPN+NOR"),
    (f"{HANSEN} met Secretary General of NATO Jens Moe.", "NOR"),
    ("Norway donated 20 ambulances to Ukraine.", "NOR+UKR"),
    ("Norway and Japan established diplomatic relations.", "JPN+NOR"),
])
def test_countries_are_those_that_took_part(text: str, countries: str) -> None:
    assert coded(text, "countries", day="2021-05-05") == [countries]
