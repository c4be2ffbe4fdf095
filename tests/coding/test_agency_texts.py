"""What ministries, embassies and agencies tell over several sentences: who attended, who signed which paper, what comes next."""

import pytest
from coded import bodies, coded, coding_of, papers

RECEPTION = """
The Embassy of Poland in Libya held a concert of Polish music in Tripoli on 5 May 2023. Libyan Minister Omar Salem and Polish Ambassador
Adam Zak spoke at the opening.
""".replace("\n", " ")
PAPERS = """On 5 May 2023 in Lima, after talks of Presidents Ana Soto of Peru and Jan Kolar of Czechia, two documents were signed:

1. Agreement on air services - Pedro Ruiz, Minister of Transport of Peru; Eva Mala, Czech Minister of Transport

2. Memorandum of Understanding on health - Rosa Luna, Minister of Health of Peru; Petr Novy, Czech Ambassador"""
GUESTS = """
The Embassy of Poland in Libya held a reception in Tripoli on 3 May 2023 to mark the National Day of Poland. Ambassador Adam Zak of Poland
welcomed the guests. The ceremony was attended by Libyan Minister Omar Salem.
""".replace("\n", " ")


@pytest.mark.parametrize(
    ("text", "columns", "rows"),
    [
        (RECEPTION, "type people", ["cultural_event Adam Zak:speaker, Omar Salem:speaker"]),
        (GUESTS, "type people", ["commemoration Adam Zak:host, Omar Salem:guest"]),
        (
            "Czech Minister Jan Kolar received Polish Minister Adam Zak in Prague on 5 May 2023.",
            "type status people",
            ["meeting held Adam Zak:guest, Jan Kolar:host"],
        ),
        (
            "Czech Minister Jan Kolar received in his office on 5 May 2023 Polish Minister Adam Zak.",
            "type status people",
            ["meeting held Adam Zak:guest, Jan Kolar:host"],
        ),
        (
            "At the invitation of Czech Minister Jan Kolar, Polish Minister Adam Zak paid a visit to Prague on 5 May 2023.",
            "type status people",
            ["visit held Adam Zak:guest, Jan Kolar:host"],
        ),
        (
            "On 5 May 2023 Polish Minister Adam Zak met Czech Minister Jan Kolar. He also met with Libyan Minister Omar Salem.",
            "type countries",
            ["meeting CZE+POL", "meeting LBY+POL"],
        ),
        (
            "The 4th session of the Namibia-Zambia Joint Commission was held on 5 May 2023. They agreed to hold the next session soon.",
            "type status countries",
            ["session held NAM+ZMB", "session planned NAM+ZMB"],
        ),
        (
            "The Embassy of Japan in Mongolia is pleased to announce that the handover ceremony of ten buses was held on 5 May 2023.",
            "type countries",
            ["ceremony JPN+MNG"],
        ),
        ("INS Padma arrived in Singapore on 5 May 2023 for a port call.", "type countries", ["exercise IND+SGP"]),
        (
            "Lithuanian Minister Jonas Petraitis discussed cooperation in NATO on 5 May 2023 with Polish Minister Adam Zak.",
            "type countries",
            ["meeting LTU+POL"],
        ),
    ],
)
def test_an_item(text: str, columns: str, rows: list[str]) -> None:
    assert coded(text.strip(), columns, "2023-05-10") == rows


def test_those_sign_whom_the_list_of_papers_names() -> None:
    assert papers(PAPERS, "type signatories") == ["agreement Pedro Ruiz, Eva Mala", "memorandum Rosa Luna, Petr Novy"]
    assert "signing Eva Mala:signatory, Pedro Ruiz:signatory, Petr Novy:signatory, Rosa Luna:signatory" in coded(PAPERS, "type people")


def test_what_is_toured_takes_no_part() -> None:
    coding = coding_of("Polish Minister Adam Zak toured the Hiroshima Peace Memorial Museum in Japan on 5 May 2023.")
    (event,) = coding.events
    assert bodies(coding, event) == ""


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("The session of the Peruvian-Japanese Joint Commission in Lima ended with the signing of the Minutes.", "minutes JPN+PER"),
        ("The Ministry of Defence of Peru signed a contract with the Government of Georgia.", "contract GEO+PER"),
        (
            "Peru ratified the Agreement between the Government of Peru and the Government of Georgia on trade.",
            "agreement GEO+PER",
        ),
        ("A Statement of Partnership between Fiji and Peru was signed in Lima.", "joint_statement FJI+PER"),
    ],
)
def test_a_paper(text: str, row: str) -> None:
    assert row in papers(text, "type parties", "2023-05-10")
