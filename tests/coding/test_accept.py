"""What is an event at all: official representatives of two sides, and something that happened or will."""
import pytest
from coded import HANSEN, SATO, bug, coded


@pytest.mark.parametrize("text", [
    "Prime Minister Erna Dahl of Norway met Norwegian farmers in Bergen.",
    f"{HANSEN} met Finance Minister Ola Berg of Norway in Oslo.",
    f"{HANSEN} opened a new school in Bergen.",
    f"{HANSEN} visited a hospital in Bergen.",
    "The Parliament of Norway adopted the budget on 4 May 2021.",
    "Norway won the match against Japan in Oslo.",
    "Tourists from Japan visited Norway.",
    "",
    "Oslo",
])
def test_domestic_or_unofficial(text: str) -> None:
    assert coded(text, day="2021-05-05") == []


@pytest.mark.parametrize("text", [
    "Every year the foreign ministers of Norway and Japan meet in Oslo.",
    f"{HANSEN} regularly meets {SATO}.",
    f"{HANSEN} and {SATO} usually meet in Oslo.",
    "The foreign ministers of Norway and Japan meet on a regular basis.",
])
def test_habits(text: str) -> None:
    assert coded(text, day="2021-05-05") == []


@pytest.mark.parametrize("text", [
    "Efforts to establish diplomatic relations between Norway and Japan continue.",
    "Norway and Japan will continue to develop contacts.",
    f"{HANSEN} stressed the readiness to meet {SATO}.",
    bug("Norway is ready to hold talks with Japan.", why="the noun in 'ready to hold talks with' is found without its verb"),
    bug(f"If {HANSEN} met {SATO}, they would discuss fish.", why="conditions are not read"),
])
def test_hypothetical(text: str) -> None:
    assert coded(text, day="2021-05-05") == []


@pytest.mark.parametrize("text", [
    f"{HANSEN} thanked {SATO} for the support.",
    f"{HANSEN} praised the cooperation with Japan.",
    f"{HANSEN} recalled her last visit to Tokyo.",
    f"{HANSEN} congratulated {SATO} and hailed the friendship with Japan.",
    "Former Prime Minister Erna Dahl of Norway met former Prime Minister Yuki Abe of Japan in Oslo.",
])
def test_what_is_no_occasion(text: str) -> None:
    assert coded(text, day="2021-05-05") == []


@pytest.mark.parametrize(("text", "type_"), [
    (f"{HANSEN} met {SATO}.", "meeting"),
    (f"{HANSEN} spoke by telephone with {SATO}.", "call"),
    (f"{HANSEN} visited Japan.", "visit"),
    ("The Strategic Dialogue between Norway and Japan was held in Oslo.", "session"),
    (f"{HANSEN} attended the NATO Summit in Brussels on 4 May 2021.", "conference"),
    (f"{HANSEN} and {SATO} signed an agreement on fisheries.", "signing"),
    ("The Parliament of Norway ratified the agreement on fisheries with Japan.", "ratification"),
    ("The Agreement on Fisheries between Norway and Japan entered into force on 4 May 2021.", "ratification"),
    ("Ambassador of Japan to Norway Kenji Mori presented his credentials to King Harald V of Norway.", "credentials"),
    ("Norway and Japan established diplomatic relations.", "relations"),
    ("Japan opened an embassy in Oslo.", "relations"),
    (f"{HANSEN} sent a message to {SATO}.", "message"),
    (f"{HANSEN} awarded the Order of Merit to {SATO}.", "award"),
    (f"{HANSEN} laid a wreath at the Peace Memorial in Tokyo, Japan.", "tribute"),
    (f"{SATO} was welcomed with a guard of honour by {HANSEN} in Oslo.", "ceremony"),
    ("The Embassy of Norway in Japan celebrated the National Day of Norway with a reception in Tokyo.", "commemoration"),
    (f"{HANSEN} opened an exhibition of Norwegian painters in Tokyo, Japan.", "cultural_event"),
    ("Observers from Norway monitored the presidential election in Georgia.", "election_observation"),
    ("Norwegian observers monitored the presidential election in Georgia.", "election_observation"),
    ("A Norwegian diplomat has been expelled from Japan.", "protest"),
    ("Norway and Japan held the joint naval exercise Northern Wave.", "exercise"),
    ("Norway donated 20 ambulances to Ukraine.", "aid"),
    (f"{HANSEN} and {SATO} held a joint press conference.", "press_conference"),
    ("The Ministry of Foreign Affairs of Norway summoned Ambassador of Japan Kenji Mori.", "protest"),
])
def test_every_type_can_be_told(text: str, type_: str) -> None:
    assert coded(text, "type", day="2021-05-05") == [type_]


def test_talks_that_followed_are_of_those_who_came_together_before() -> None:
    text = ("On 4 May 2021 Ambassador of Norway Kari Berg presented her credentials to President of Peru Ana Quispe in Lima. "
            "In the private audience that followed, trade and fisheries were touched upon.")
    assert coded(text, "type people") == ["credentials Ana Quispe:recipient, Kari Berg:giver", "meeting Ana Quispe:host, Kari Berg:guest"]
