"""Which occasion took place during which."""
import pytest
from coded import HANSEN, NOIR, SATO, coded

VISIT = f"{HANSEN} paid an official visit to Japan on 3-5 May 2021."


@pytest.mark.parametrize(("text", "expected"), [
    (f"{VISIT} On 4 May in Tokyo, she met {SATO}.", ["visit -", "meeting visit"]),
    (f"{VISIT} During the visit, she held talks with {SATO}.", ["visit -", "meeting visit"]),
    (f"{VISIT} In Tokyo, Hansen and {SATO} signed an agreement on fisheries.", ["visit -", "signing visit"]),
    (f"{VISIT} She laid a wreath at the Peace Memorial.", ["visit -", "tribute visit"]),
    (f"{VISIT} She had met {SATO} in Oslo on 3 March 2020.", ["visit -", "meeting -"]),
    (f"{VISIT} On 10 May 2021 she met {SATO} in Oslo.", ["visit -", "meeting -"]),
    (f"{VISIT} She will visit France on 20 May 2021.", ["visit -", "visit -"]),
    (f"{VISIT} On 7 May 2021 she spoke by telephone with {NOIR}.", ["visit -", "call -"]),
    (f"{VISIT} Prime Minister Erna Dahl of Norway met {NOIR} in Oslo on 4 May 2021.", ["visit -", "meeting -"]),
    (f"{HANSEN} will visit Japan on 10-12 May 2021. During the visit, she will meet {SATO}.", ["visit -", "meeting visit"]),
    (f"{HANSEN} met {SATO} in Oslo on 4 May 2021. The ministers signed an agreement on fisheries.", ["meeting -", "signing -"]),
    ("The 3rd session of the Joint Commission between Norway and Japan was held in Oslo on 4 May 2021. A protocol was signed there.",
     ["session -", "signing session"]),
    (f"{HANSEN} met {SATO} on the margins of the NATO Summit in Brussels on 4 May 2021.", ["meeting conference", "conference -"]),
    (f"{HANSEN} travelled to Brussels on 4 May 2021 to attend the NATO Summit. On the sidelines, she met {SATO}.",
     ["visit -", "conference visit", "meeting conference"]),
    ("The 3rd session of the Joint Commission between Norway and Japan was held in Oslo on 4 May 2021. It was co-chaired by "
     f"{HANSEN} and {SATO}. Sato, who had arrived in Oslo on 3 May 2021, spoke of fish. At the close of the session the two signed a "
     "protocol.",
     ["session visit", "visit -", "signing session"]),
    # the day after the arrival, and what is still before the traveller
    (f"{HANSEN} arrived in Tokyo, Japan, on 3 May 2021. On 4 May 2021 she met {SATO} in Tokyo.", ["visit -", "meeting visit"]),
    (f"{HANSEN} arrived in Tokyo, Japan, on 3 May 2021. On 4 May 2021 she held talks with {SATO}.", ["visit -", "meeting visit"]),
    (f"{HANSEN} is on a visit to Japan. She will lay a wreath at the Peace Memorial.", ["visit -", "tribute visit"]),
    # what is told before a departure was not done at its end, and nothing was done on a visit yet to come
    (f"{HANSEN} met {SATO}. Later she flew on to Paris, France.", ["meeting -", "visit -"]),
    (f"{HANSEN} met {SATO} on 4 May 2021. She will visit Japan.", ["meeting -", "visit -"]),
    # what is to be held some day this year, and what is done at home
    (f"{VISIT} The 3rd session of the Joint Commission between Norway and Japan will be held in Tokyo in 2021.", ["visit -", "session -"]),
    ("King Ola Moe of Norway received the credentials of Ambassador Ken Mori of Japan. The King then left for Tokyo, Japan.",
     ["credentials -", "visit -"]),
])
def test_parent(text: str, expected: list[str]) -> None:
    assert coded(text, "type parent", day="2021-05-12") == expected


def test_travellers_take_part_in_what_is_told_in_the_passive() -> None:
    text = f"{VISIT} Flowers were laid at the Peace Memorial."
    assert coded(text, "type parent people", day="2021-05-12")[1:] == ["tribute visit Kari Hansen:guest"]
