"""Roles: fixed by the frame, or host and guest by whose ground it is."""
import pytest
from coded import HANSEN, NOIR, SATO, coded

CASES: list[tuple[str, ...]] = [
    (f"{HANSEN} met {SATO} in Oslo.", "Kari Hansen:host, Taro Sato:guest"),
    (f"{HANSEN} met {SATO} in Tokyo.", "Kari Hansen:guest, Taro Sato:host"),
    (f"{HANSEN} met {SATO} in Geneva.", "Kari Hansen:participant, Taro Sato:participant"),
    (f"{HANSEN} met {SATO}.", "Kari Hansen:participant, Taro Sato:participant"),
    (f"{HANSEN} received {SATO}.", "Kari Hansen:host, Taro Sato:guest"),
    (f"{SATO} was received by {HANSEN}.", "Kari Hansen:host, Taro Sato:guest"),
    (f"{HANSEN} welcomed {SATO} to Oslo.", "Kari Hansen:host, Taro Sato:guest"),
    (f"{HANSEN} spoke by telephone with {SATO}.", "Kari Hansen:participant, Taro Sato:participant"),
    (f"{HANSEN} visited Japan.", "Kari Hansen:guest"),
    (f"{HANSEN} visited Japan at the invitation of {SATO}.", "Kari Hansen:guest, Taro Sato:host"),
    (f"{HANSEN} invited {SATO} to visit Norway.", "Kari Hansen:host, Taro Sato:guest"),
    (f"{HANSEN} and {SATO} signed an agreement on fisheries in Oslo.", "Kari Hansen:signatory, Taro Sato:signatory"),
    (f"An agreement on fisheries was signed by {HANSEN} and {SATO}.", "Kari Hansen:signatory, Taro Sato:signatory"),
    (f"{HANSEN} and {SATO} held a joint press conference in Oslo.", "Kari Hansen:speaker, Taro Sato:speaker"),
    ("Ambassador of Japan to Norway Kenji Mori presented his credentials to King Harald V of Norway.",
     "Harald V:recipient, Kenji Mori:giver"),
    (f"{HANSEN} awarded the Order of Merit to Ambassador of Japan Kenji Mori.", "Kari Hansen:giver, Kenji Mori:recipient"),
    (f"{HANSEN} was awarded the Order of the Rising Sun by {SATO}.", "Kari Hansen:recipient, Taro Sato:giver"),
    (f"{HANSEN} handed over 20 ambulances to {SATO}.", "Kari Hansen:giver, Taro Sato:recipient"),
    (f"{HANSEN} sent a message to {SATO}.", "Kari Hansen:giver, Taro Sato:recipient"),
    (f"{HANSEN} sent a letter of congratulation to {SATO}.", "Kari Hansen:giver, Taro Sato:recipient"),
    (f"{HANSEN} congratulated {SATO} in a letter on his appointment.", "Kari Hansen:giver, Taro Sato:recipient"),
    ("Norway summoned Ambassador of Japan Kenji Mori.", "Kenji Mori:recipient"),
    (f"The 3rd session of the Joint Commission between Norway and Japan was held in Oslo. It was co-chaired by {HANSEN} and {SATO}.",
     "Kari Hansen:chair, Taro Sato:chair"),
    (f"{HANSEN}, {SATO} and {NOIR} held talks in Geneva.", "Kari Hansen:participant, Luc Noir:participant, Taro Sato:participant"),
    (f"{HANSEN} laid a wreath at the Peace Memorial in Tokyo, Japan.", "Kari Hansen:guest"),
    # who resides there is no guest of a wreath or a ribbon, and merely sits in on talks
    ("Ambassador Ken Mori of Japan laid a wreath at the War Memorial in Oslo, Norway.", "Ken Mori:participant"),
    ("Norwegian Minister Kari Hansen and Japanese Ambassador Ken Mori opened a new school in Oslo.",
     "Kari Hansen:host, Ken Mori:participant"),
    (f"{HANSEN} met {SATO} in Oslo. Japanese Ambassador Ken Mori sat in on the talks.",
     "Kari Hansen:host, Ken Mori:participant, Taro Sato:guest"),
    # a national day abroad: the embassy receives
    ("The Embassy of Japan in Norway held a reception in Oslo to mark the National Day of Japan. Japanese Ambassador Ken Mori and "
     "Norwegian Minister Kari Hansen attended it.", "Kari Hansen:guest, Ken Mori:host"),
    # opposite those at home stands a guest, also where the text gives no country
    (f"General Ola Moe met {SATO} in Tokyo on 3 May 2021. Norway and Japan cooperate.", "Ola Moe:guest, Taro Sato:host"),
    (f"{SATO} held talks in Oslo on 3 May 2021 with General Ola Moe.", "Ola Moe:host, Taro Sato:guest"),
    # who receives and who is received is told without a place
    (f"{HANSEN} received {SATO}. Deputy Minister Ken Mori of Japan joined the talks.", "Kari Hansen:host, Ken Mori:guest, Taro Sato:guest"),
    # who signs, and who looks on
    (f"{HANSEN} and {SATO} held talks in Oslo. Minutes were signed by the two heads of delegation.",
     "Kari Hansen:host, Taro Sato:guest", "Kari Hansen:signatory, Taro Sato:signatory"),
    (f"{HANSEN} and {SATO} witnessed the signing of an agreement on fisheries in Oslo.", "Kari Hansen:observer, Taro Sato:observer"),
    # observers, and the conference that somebody of the country attends
    ("A mission led by Norwegian MP Kari Hansen observed the elections in Japan.", "Kari Hansen:observer"),
    (f"{HANSEN} and {SATO} attended the Arctic Conference in Oslo.", "Kari Hansen:host, Taro Sato:guest"),
    (f"{HANSEN} and {SATO} attended the Arctic Conference in Geneva.", "Kari Hansen:participant, Taro Sato:participant"),
]


@pytest.mark.parametrize("text, people", [(text, people) for text, *people in CASES])
def test_roles(text: str, people: list[str]) -> None:
    assert coded(text, "people", day="2021-05-05") == people
