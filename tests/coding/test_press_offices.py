"""How press offices write: headlines over what was spoken, pledges, condemnations, who travels with whom."""
import pytest

from tests.coding.coded import coded

DAY = "2024-05-15"


@pytest.mark.parametrize(("text", "want"), [
    ("Remarks at the bilateral meeting with the President of Nauru\n\nIt is good to be here.", "meeting held NRU"),
    ("Remarks at Joint Press Statement with the Prime Minister of Chile, Mr Luca Moro\n\nGood morning.", "press_conference held CHL"),
    ("Transcript of joint press conference with the President of Chile, Lima, Peru\n\nGood morning.", "press_conference held CHL"),
    ("Speech at the Official Dinner for President Luca Moro of Chile, Oslo\n\nGood evening.", "meeting held CHL"),
    ("ADDRESS AT LUNCHEON IN HONOUR OF THE PRIME MINISTER OF FIJI, THE HON J TORA\n\nWelcome.", "meeting held FJI"),
    ("Departure press conference, 29 March 2024\n\nGood morning.", None),
], ids=lambda value: str(value)[:40])
def test_a_headline_over_what_was_spoken_leaves_out_the_speaker(text: str, want: str | None) -> None:
    assert coded(text, "type status countries", DAY) == ([want] if want else [])


@pytest.mark.parametrize(("text", "want"), [
    ("Norway will provide Chile with a further $5 million in humanitarian assistance.", ["aid held CHL+NOR"]),
    ("President Kari Hansen of Norway told President Luca Moro of Chile that Norway intends to provide Chile with $5 million in aid.",
     ["aid held CHL+NOR"]),
    ("Both discussed ongoing work by Norway and its partners to deliver medicines to Chile.", []),
], ids=lambda value: str(value)[:40])
def test_what_is_pledged_is_given(text: str, want: list[str]) -> None:
    assert coded(text, "type status countries", DAY) == want


@pytest.mark.parametrize(("text", "want"), [
    ("The Government of Norway condemns in the strongest possible terms the arrests in Chile.", ["protest held CHL+NOR"]),
    ("The Government of Norway condemns the terrorist attack in Chile.", []),
    ("The ministers condemned the war in Chile.", []),
    ("Norway and Chile agreed to start negotiations on a free trade agreement.", []),
    ("Norway and Chile agreed to meet in Oslo on 3 June 2024.", ["meeting planned CHL+NOR"]),
    ("Letter to the Speaker of the House of Representatives on the Situation With Respect to Chile", []),
    ("The purpose of this visit is to advance Norway's and Chile's interests.", []),
], ids=lambda value: str(value)[:40])
def test_what_is_formally_condemned_and_what_is_only_meant(text: str, want: list[str]) -> None:
    assert coded(text, "type status countries", DAY) == want


@pytest.mark.parametrize("company", [
    "The Minister for Trade, Mr Ian Mwangi, accompanied the President.",
    "The President was accompanied by the Minister for Trade, Mr Ian Mwangi.",
    "He was also joined by the Minister for Trade, Mr Ian Mwangi.",
])
def test_who_accompanies_a_traveller_is_a_guest(company: str) -> None:
    text = f"On Monday the President of Kenya, Mr Daniel Otieno, visited Canada. {company}"
    assert coded(text, "type people", DAY) == ["visit Daniel Otieno:guest, Ian Mwangi:guest"]


def test_who_makes_a_statement_does_not_travel() -> None:
    text = ("STATEMENT BY THE PRIME MINISTER, THE HON P J ALDER MP VISIT TO AUSTRALIA BY CHILEAN PRESIDENT MORO\n\n"
            "I am pleased to announce that the President of Chile, Luca Moro, will visit Australia from 3 to 5 June 2024.")
    assert coded(text, "type status people", DAY) == ["visit planned Luca Moro:guest"]


def test_an_author_whose_country_is_not_said_lends_no_pair() -> None:
    text = ("I plan to pay a brief visit to the United Kingdom on 24-25 May for talks.\n"
            "This will follow my visit to Nigeria for a meeting on 23 May.")
    assert coded(text, "type status when countries", DAY) == ["visit planned 2024-05-24/25 GBR", "visit planned 2024-05-23 NGA"]


def test_what_talks_build_on_lends_them_no_date() -> None:
    text = "Minister Kari Hansen of Norway met Minister Luca Moro of Chile in Oslo, building on the summit in Lima in March 2023."
    assert coded(text, "type when city", DAY)[0] == "meeting 2024-05-15 Oslo"


@pytest.mark.parametrize(("text", "want"), [
    ("Statement from President Joe Alder of Norway Announcing New Humanitarian Assistance to Chile After Floods", ["aid Joe Alder:giver"]),
    ("Statement by Spokesperson Joe Alder of Norway Announcing New Humanitarian Assistance to Chile", ["aid"]),
    ("Statement by President Joe Alder of Norway on the Arrests in Chile\n\nNorway condemns in the strongest terms the arrests.",
     ["protest Joe Alder:giver"]),
])
def test_the_leader_who_makes_a_statement_gives_what_it_gives(text: str, want: list[str]) -> None:
    assert coded(text, "type people", DAY, publisher="NOR") == want


def test_what_is_said_of_a_call_below_it_is_no_meeting() -> None:
    text = ("President Kari Hansen of Norway spoke by phone today with President Luca Moro of Chile.\n"
            "The two leaders also consulted on fisheries.")
    assert coded(text, "type", DAY) == ["call"]


def test_a_speaker_who_welcomes_has_a_guest() -> None:
    text = ("Speech by the Prime Minister, Kari Hansen, Oslo\n\n"
            "It is my great pleasure to welcome to Norway the President of Chile, Luca Moro.")
    assert coded(text, "type status country people", DAY) == ["visit held NOR Luca Moro:guest"]


@pytest.mark.parametrize(("text", "want"), [
    ("Last year nearly 200,000 Chileans visited Norway.", []),
    ("There are 800 asylum seekers who will arrive in Norway from Chile.", []),
    ("Letter to the Speaker of the House and the President of the Senate on the Agreement with Chile", []),
    ("I welcome President Luca Moro of Chile.", []),
    ("Norway supports the Council's call for an immediate halt in Chile.", []),
    ("President Kari Hansen of Norway sent President Luca Moro of Chile a message on the occasion of Chile's National Day.",
     ["message held"]),
    ("I will visit Chile. My visit will reciprocate President Luca Moro's visit to Norway in March last year.",
     ["visit planned", "visit held"]),
], ids=lambda value: str(value)[:40])
def test_who_is_no_delegation_and_what_is_no_occasion(text: str, want: list[str]) -> None:
    assert [row.rstrip("*") for row in coded(text, "type status", DAY, publisher="NOR")] == want


@pytest.mark.parametrize("text", [
    "Norwegian Help for the Chilean Floods\n\nThe Norwegian Government will provide an amount of $30,000 to assist in restoration work.",
    "Norway is announcing a new contribution of more than $8 million in humanitarian assistance for the people of Chile.",
], ids=lambda value: str(value)[:40])
def test_who_gets_aid_may_stand_in_the_headline(text: str) -> None:
    assert coded(text, "type status countries", DAY, publisher="NOR") == ["aid held CHL+NOR"]
