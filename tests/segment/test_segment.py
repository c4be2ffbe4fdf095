"""Pages and the items they are cut into."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.model.document import Document, Segment
from pipelines.segment import segment

TRADE = (
    "The Minister of Trade of Norland, Anna Berg, received the Ambassador of Suria, Karim Saad, in Northaven and spoke with him about "
    "customs, timber and the ferry line.\n\nThe Ambassador invited the Minister to the timber fair."
)
GRAVES = (
    "The Embassy of Norland in Suria laid flowers at the graves of fallen pilots in Port Amal together with veterans and pupils.\n\n"
    "The veterans thanked the Embassy for looking after the graves."
)
FILMS = (
    "A week of Norlandic films opened in the Lumen cinema with a speech by the attaché, Erik Lund, before directors and students.\n\n"
    "The directors answered questions from the audience."
)
STORIES = {
    "Minister of Trade receives Ambassador of Suria": TRADE,
    "Embassy lays flowers at graves of pilots": GRAVES,
    "Week of films opens in Suria": FILMS,
}


def page(text: str, published: date | None = None) -> Document:
    return Document("doc_1", "a.txt", "0" * 64, "text/plain", "utf-8", "en", text, published_on=published)


def cut(text: str) -> list[tuple[str, str]]:
    """Kind and first words of each segment."""
    return [(one.kind, " ".join(text[one.char_start : one.char_end].split()[:3])) for one in segment(page(text))]


def items(text: str) -> list[str]:
    return [words for kind, words in cut(text) if kind == "item"]


def stories(layout: str) -> str:
    """The three stories, each written by a layout of {day}, {title} and {body}, newest first."""
    days = ["12 May 2014", "3 March 2014", "20 January 2014"]
    return "\n\n".join(layout.format(day=day, title=title, body=body) for day, (title, body) in zip(days, STORIES.items(), strict=True))


@pytest.mark.parametrize(
    ("layout", "starts"),
    [
        ("{title}\n\n{day}\n\n{body}", ["Minister of Trade", "Embassy lays flowers", "Week of films"]),
        ("{day}\n\n{title}\n\n{body}", ["12 May 2014", "3 March 2014", "20 January 2014"]),
        ("{title}\n\nOffice of the Spokesperson\n\n{body}", ["Minister of Trade", "Embassy lays flowers", "Week of films"]),
        ("{title}\n\nPublished: {day}\n\n{body}\n\nRead more\nShare", ["Minister of Trade", "Embassy lays flowers", "Week of films"]),
        ("On {day}, in the morning, there was news. {body}", ["On 12 May", "On 3 March", "On 20 January"]),
        ("{day}\n\n{body}", ["12 May 2014", "3 March 2014", "20 January 2014"]),
        ("OSLO, May 5 (Agency) -- {body}", ["OSLO, May 5"] * 3),
    ],
)
def test_digests(layout: str, starts: list[str]) -> None:
    assert items(stories(layout)) == starts


def test_headings_in_capitals() -> None:
    text = "\n\n".join(f"{title.upper()}\n\n{body}" for title, body in STORIES.items())
    assert items(text) == ["MINISTER OF TRADE", "EMBASSY LAYS FLOWERS", "WEEK OF FILMS"]


def test_bulletin_with_contents() -> None:
    text = (
        "The Week in Norland\n\nMinister Receives Ambassador\n\nFilm Week Opens\n\nNews in Brief\n\nAround the World\n\n"
        "Minister Anna Berg received Ambassador Karim Saad on Monday (May 5) in Northaven.\n\n"
        "On Tuesday (May 6) the Embassy in Suria laid flowers at the graves of pilots.\n\n"
        "She also met veterans there on Wednesday (May 7)."
    )
    assert items(text) == ["Around the World", "On Tuesday (May"]


LOST = (
    "On May 12, 2014 Minister Anna Berg received Ambassador Karim Saad in Northaven.\n\n"
    "On March 3, 2014 the Embassy laid flowers at the graves of pilots in Port Amal and honoured the dead.\n\n"
    "The event was marked by recitation of poems and by songs of the children's choir of Lumen.\n\n"
    "On January 20, 2014 the cultural attaché opened an exhibition of carpets in the town hall.\n"
    "The event was attended by weavers and merchants."
)


def test_an_item_that_lost_its_header_lies_between_its_neighbours() -> None:
    found = [one for one in segment(page(LOST)) if one.kind == "item"]
    assert items(LOST) == ["On May 12,", "On March 3,", "The event was", "On January 20,"]
    none = (None, None)
    assert [(one.not_before, one.not_after) for one in found] == [none, none, (date(2014, 1, 20), date(2014, 3, 3)), none]


def test_without_date_order_nothing_is_proven() -> None:
    mixed = LOST.replace("March 3, 2014", "March 3, 2015")
    assert all((one.not_before, one.not_after) == (None, None) for one in segment(page(mixed)))


def test_an_essay_between_items_is_background() -> None:
    essay = "\n\n".join(
        [
            "These days the nation remembers the flood of 1912, which drowned whole villages along the coast.",
            "In the night of 4 October 1912 the dykes broke in eleven places and the sea came in.",
            "Whole families were lost, and cattle drifted through the streets of the old harbour.",
            "The dykes were rebuilt higher in later years, stone upon stone, by the hands of the survivors.",
        ]
    )
    text = LOST.replace("\n\nOn January", f"\n\n{essay}\n\nOn January")
    assert ("background", "These days the") in cut(text)


@pytest.mark.parametrize(
    "text",
    [
        f"Minister of Trade receives Ambassador of Suria\n\n2014-05-12\n\n{TRADE}",
        TRADE,
        # a journey told day by day
        "Visit of the Minister to Suria\n\nOn May 5, 2014 Minister Anna Berg arrived in Port Amal.\n\nOn May 6, 2014 she laid flowers.\n\n"
        "On May 7, 2014 the delegation saw the harbour.",
        # sections of a fact sheet
        f"Fact Sheet: The Partnership\n\n{TRADE}\n\nStrengthening Security\n\n{GRAVES}\n\nPeople-to-People Ties\n\n{FILMS}",
        # numbered points
        "Statement of the Chair\n\n" + "\n\n".join(f"{n}. The ministers agreed on point {n} of the plan." for n in range(1, 9)),
        # a transcript
        "\n".join(["Press conference in Northaven", *["PRIME MINISTER: On 5 May 2014 we met.", "JOURNALIST: And will you again?"] * 6]),
        # hard-wrapped lines
        "VISIT TO SURIA\n\n1974-05-07\n\n"
        + "The Prime Minister said that he would go to Suria in the\ncourse of June and see the\nharbours. " * 6,
    ],
)
def test_single_releases_stay_whole(text: str) -> None:
    assert [kind for kind, _ in cut(text)] == ["item"]


@pytest.mark.parametrize(
    ("above", "below", "kinds"),
    [
        ("", "", ["item"]),
        ("\n\n", "\n", ["item"]),
        ("Home > News\n\n", "", ["boilerplate", "item"]),
        ("", "\n\nPrint the page\n\nFollow us on Twitter", ["item", "boilerplate"]),
        (
            "date 2014-05-12 ",
            "\n\nRelated news\n\nMinisters Meet in Northaven\n\nEmbassy Opens in Lumen",
            ["boilerplate", "item", "boilerplate"],
        ),
        ("", "\n\nBackground:\n\nThe two countries have had relations since 1951.", ["item", "background"]),
    ],
)
def test_around_a_story(above: str, below: str, kinds: list[str]) -> None:
    text = f"{above}Minister of Trade receives Ambassador of Suria\n\n{TRADE}{below}"
    assert [kind for kind, _ in cut(text)] == kinds


def test_what_a_segment_knows() -> None:
    text = stories("{title}\n\n{day}\n\n{body}")
    first, second, _ = segment(page(text, date(2014, 5, 12)))
    assert (first.heading, first.published_on) == ("Minister of Trade receives Ambassador of Suria", date(2014, 5, 12))
    assert (second.heading, second.published_on) == ("Embassy lays flowers at graves of pilots", date(2014, 3, 3))
    (only,) = segment(page(f"OSLO, May 5 (Agency) -- {TRADE}"))
    assert only.dateline_place == "OSLO"


LINES = st.sampled_from(
    [
        "",
        "5 May 2014",
        "Minister Meets President of Norland",
        "On 5 May 2014 the minister met people.",
        "NEWS",
        "Share",
        "They left.",
        "Q: x?",
        "“",
    ]
)


def assert_tiles(text: str, found: tuple[Segment, ...]) -> None:
    assert "".join(text[one.char_start : one.char_end] for one in found) == text
    assert [one.position for one in found] == list(range(len(found)))
    assert all(one.char_start < one.char_end for one in found)
    assert len({one.segment_id for one in found}) == len(found)


@given(st.lists(LINES, max_size=40).map("\n".join) | st.text(max_size=300))
@settings(max_examples=150, deadline=None)
def test_segments_tile_any_text(text: str) -> None:
    assert_tiles(text, segment(page(text)))


@pytest.mark.usefixtures("ends")
@pytest.mark.parametrize(
    "unit",
    [
        "Minister ",
        "a\n",
        "“",
        "On 5 May 2014 they met.\n\n",
        "Ministers Meet in Northaven Today\n\n",
        "5 May 2014\n",
        "* Minister Anna Berg met Karim Saad.\n",
        "Anna Al ",
        "Monday\nMinister Anna Berg came.\n\n",
        "> — : | ",
        "Embassy of Norland\n",
    ],
)
def test_hostile_text_comes_to_an_end(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    assert_tiles(text, segment(page(text)))
