"""What the page says about its items: whose office issues it, where its embassy stands, who its ambassador is."""
import pytest
from coded import SATO, bug, coded, segments_of
from marked import marked

from pipelines.coding.context import is_transcript, read_context
from pipelines.model.document import Document
from pipelines.recognize import recognize

OURS = "The Embassy of Japan in Norway"
EMBASSY = f"{OURS} thanks all guests. {OURS} is in Oslo. {OURS} is open.\n"
MET = "On 4 May 2021 the Ambassador met Norwegian Foreign Minister Kari Hansen."
SHOWN = "type country people"


def pair(text: str, publisher: str | None = None) -> list[str]:
    document = Document("doc_0", "a.txt", "0", "text/plain", "utf-8", "en", text, publisher_country=publisher)
    sentences = tuple(s for one in segments_of(text) for s in recognize(document, one))
    return read_context(document, sentences).pair


@pytest.mark.parametrize(("text", "publisher", "expected"), [
    (EMBASSY, None, ["JPN", "NOR"]),
    (EMBASSY, "JPN", ["JPN", "NOR"]),
    (EMBASSY, "FRA", []),
    (EMBASSY.split(".")[0] + ".", None, []),
    ("The Embassy of Japan in Norway, the Embassy of Peru in Chile. " * 3, None, []),
    ("Oslo is a city.", None, []),
])
def test_an_embassys_page_names_its_embassy_again_and_again(text: str, publisher: str | None, expected: list[str]) -> None:
    assert pair(text, publisher) == expected


@pytest.mark.parametrize(("text", "publisher", "expected"), [
    (f"I met {SATO} in Tokyo on 4 May 2021.", "NOR", ["meeting JPN Taro Sato:host"]),
    (f"We held talks with {SATO} on 4 May 2021.", "NOR", ["meeting - Taro Sato:participant"]),
    (f"I met {SATO} in Tokyo on 4 May 2021.", None, ["meeting JPN Taro Sato:host"]),
    (f"Foreign Minister Hansen met {SATO} in Tokyo on 4 May 2021.", "NOR", ["meeting JPN Hansen:guest, Taro Sato:host"]),
    bug(f"The Foreign Minister met {SATO} in Tokyo on 4 May 2021.",
        "NOR", ["meeting JPN Taro Sato:host"], why="an office without a country is nobody's"),
])
def test_whoever_speaks_is_of_the_issuers_country(text: str, publisher: str | None, expected: list[str]) -> None:
    assert coded(text, SHOWN, day="2021-05-05", publisher=publisher) == expected


@pytest.mark.parametrize(("text", "expected"), [
    (EMBASSY + "---\nAmbassador of Japan to Norway Kenji Mori spoke.\n---\n" + MET,
     ["meeting NOR Kari Hansen:host, Kenji Mori:guest"]),
    bug(EMBASSY + "---\n" + MET, ["meeting NOR Kari Hansen:host"], why="an ambassador whom no item names has no country"),
    (EMBASSY + "---\nAmbassador of Peru Ana Ruiz spoke.\n---\nPrime Minister Erna Dahl of Norway met Ambassador of Japan Kenji Mori.",
     ["meeting NOR Erna Dahl:host, Kenji Mori:guest"]),
    bug(EMBASSY + "The Ambassador travelled to Bergen on 4 May 2021.", [], why="an ambassador travels within the host country"),
])
def test_the_ambassador_of_the_page(text: str, expected: list[str]) -> None:
    assert coded(text, SHOWN, day="2021-05-05", cut="---\n") == expected


@pytest.mark.parametrize(("text", "spoken"), [
    ("Remarks by the Minister\nThank you.", True),
    ("Joint press conference with the Minister\nThank you.", True),
    ("Transcript\nThank you.", True),
    ("MINISTER HILL: Thank you.\nQUESTION: When?\nMINISTER HILL: Today.", True),
    ("Minister opens school\nThe minister opened it.", False),
    ("Press release\nThe minister met him.", False),
    ("The minister: a portrait\nShe met him.", False),
])
def test_transcripts(text: str, spoken: bool) -> None:
    assert is_transcript(text, 0, len(text)) is spoken


def test_a_transcript_tells_only_what_it_dates() -> None:
    told = "Remarks by Foreign Minister Hansen\n\nI met {} in Tokyo{}. It was a good meeting."
    undated, dated = told.format(SATO, ""), told.format(SATO, " on 4 May 2021")
    assert coded(undated, SHOWN, day="2021-05-05", publisher="NOR") == []
    assert coded(dated, SHOWN, day="2021-05-05", publisher="NOR") == ["meeting JPN Hansen:guest, Taro Sato:host"]


def test_two_embassies_of_equal_weight_are_no_page() -> None:
    one, other = "{named c=JPN o=ambassador h=NOR: *Ken Mori*} left.\n", "{named c=PER o=ambassador h=NOR: *Ana Ruiz*} left.\n"
    text, sentences = marked(one * 3 + other * 3)
    assert read_context(Document("d", "a", "0", "text/plain", "utf-8", "en", text), sentences).seat is None
