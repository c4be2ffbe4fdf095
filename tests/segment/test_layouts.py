"""Pages without headlines: lists of briefs, days, untitled paragraphs, headings of one rank; and single stories that look alike."""

import pytest

from pipelines.model.document import Document
from pipelines.segment import segment
from pipelines.segment.labels import has_label, is_capitalized
from pipelines.segment.layouts import bullet
from pipelines.segment.names import names_of

BRIEFS = (
    "Speaker of Parliament Anna Berg received Ambassador of Suria Karim Saad on Monday. They went over timber.",
    "Defence Minister Olav Strand and General Pierre Duval signed a plan of exercises in Lumen.",
    "The consular talks of Norland and Ostia ended in Port Amal. Director Greta Holm led the Norlandic side.",
)


def items(text: str) -> list[str]:
    """First two words of each item."""
    page = Document("doc_1", "a.txt", "0" * 64, "text/plain", "utf-8", "en", text)
    return [" ".join(text[one.char_start : one.char_end].split()[:2]) for one in segment(page) if one.kind == "item"]


def briefs(layout: str, between: str = "\n\n") -> str:
    days = ["12 February", "13 February", "15 February"]
    weekdays = ["Monday", "Tuesday", "Friday"]
    titles = ["Guest from Suria", "New exercises", "Talks in Port Amal"]
    return between.join(
        layout.format(n=n, day=days[n - 1], weekday=weekdays[n - 1], title=titles[n - 1], brief=brief) for n, brief in enumerate(BRIEFS, 1)
    )


@pytest.mark.parametrize("above", ["", "WEEKLY DIGEST | 12 – 18 February 2018\n\n", "Ministry of Trade of Norland\nHome > News\n\n"])
@pytest.mark.parametrize(
    ("layout", "starts"),
    [
        ("* {brief}", ["* Speaker", "* Defence", "* The"]),
        ("• {brief}", ["• Speaker", "• Defence", "• The"]),
        ("{n}. {brief}", ["1. Speaker", "2. Defence", "3. The"]),
        ("{day}\n{brief}", ["12 February", "13 February", "15 February"]),
        ("{weekday}\n{brief}", ["Monday Speaker", "Tuesday Defence", "Friday The"]),
        ("{title}\n{brief}", ["Guest from", "New exercises", "Talks in"]),
        ("{brief}", ["Speaker of", "Defence Minister", "The consular"]),
    ],
)
def test_layouts_without_headlines(above: str, layout: str, starts: list[str]) -> None:
    assert items(above + briefs(layout)) == starts


def test_bullets_line_by_line() -> None:
    assert items("DIPLOMATIC NOTES\n\n" + briefs("- {brief}", "\n")) == ["- Speaker", "- Defence", "- The"]


def test_the_title_of_a_page_is_no_part_of_its_first_item() -> None:
    assert items("All around the house\n\n" + briefs("{brief}")) == ["Speaker of", "Defence Minister", "The consular"]


def test_a_paragraph_with_a_known_surname_goes_on() -> None:
    text = "DIPLOMATIC NOTES\n\n" + "\n\n".join([BRIEFS[0], "Mr Saad hopes that the Minister of Trade Per Vik will come.", *BRIEFS[1:]])
    assert items(text) == ["Speaker of", "Defence Minister", "The consular"]


@pytest.mark.parametrize(
    "text",
    [
        # a headline above untitled paragraphs and bullets
        "Speaker meets guests from three countries\n\n" + briefs("{brief}"),
        "Speaker meets guests from three countries\n\n" + briefs("* {brief}"),
        # sections below a title
        "Embassy of Norland\n\nTimber week in Lumen\n\nThe opening\n" + BRIEFS[0] + "\n\nThe fair\n" + BRIEFS[1],
        "Embassy of Norland\n\nTimber week in Lumen\n" + BRIEFS[0] + "\n\nAbout the week\n" + BRIEFS[1],
        # one story, no title: surnames come again
        "\n\n".join([BRIEFS[0], "At noon Mr Saad met Minister of Trade Per Vik.", "Ambassador Saad gave a dinner for Governor Siri Moe."]),
        # points that do not end
        "The ministers Anna Berg and Karim Saad agreed:\n\n* to open a port, with General Olav Strand;\n* to meet Director Greta Holm.",
    ],
)
def test_single_stories_stay_whole(text: str) -> None:
    assert len(items(text)) == 1


@pytest.mark.parametrize(
    ("paragraph", "sign"),
    [
        ("* Minister Berg came.", "*"), ("•Minister Berg came.", "•"), ("12) Minister Berg came.", "number"),
        ("3. Minister Berg came.", "number"), ("(4) Minister Berg came.", "number"), ("08:10  Minister Berg came.", "time"),
        ("10 a.m. -- Minister Berg came.", "time"), ("18/10 Minister Berg came.", "day"), ("+++ Minister Berg came +++", "+"),
        ("Lumen (NA) – * Minister Berg came.", "*"), ("- to open a port", None), ("3.5 million", None), ("Minister – Berg", None),
        ("10.00 - meeting with Minister Berg", None),
    ],
)  # fmt: skip
def test_bullet(paragraph: str, sign: str | None) -> None:
    assert bullet(paragraph) == sign


def test_names() -> None:
    found = names_of("Trade was discussed. Minister Anna Berg met Mr. Saad in Serbia. The Minister of Trade left.")
    assert (found.full, found.lone) == (frozenset({"anna", "berg"}), frozenset({"saad"}))


def test_headings_in_capitals_run_into_their_paragraphs() -> None:
    assert has_label("BALTIC SEA LEADERS MEET IN RIGA. Prime ministers from eleven countries opened a summit.")
    assert not is_capitalized("SOFIA (BTA). The President met his guest.")
