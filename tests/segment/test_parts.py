"""The judgements that segmentation is made of."""

import re
from datetime import date

import pytest

from pipelines.ingest.headlines import is_headline, is_release_title
from pipelines.ingest.lines import lines_of
from pipelines.lexicon.loader import read_tsv
from pipelines.segment import cues
from pipelines.segment.blocks import blocks_of
from pipelines.segment.cohesion import Cohesion
from pipelines.segment.order import bounds
from pipelines.segment.tail import tail_start


@pytest.mark.parametrize(
    ("paragraph", "goes_on", "opens"),
    [
        ("They praised the harbours.", True, False),
        ("Then the guests left.", True, False),
        ("During the visit an agreement was signed.", True, False),
        ("The sides signed a protocol.", True, False),
        ("As part of their trip the guests saw the port.", True, False),
        ("“We agree,” said the Minister.", True, False),
        ("Minister Berg also thanked the Ambassador.", True, False),
        ("The event was marked by songs.", True, True),
        ("At the beginning the participants saw a film.", False, True),
        ("These days the nation remembers the flood.", False, True),
        ("Minister Anna Berg received the Ambassador of Suria.", False, False),
        ("On 5 May 2014 the Embassy held a reception.", False, False),
        ("Theodora Berg, Minister of Trade, left for Suria.", False, False),
    ],
)
def test_first_words(paragraph: str, goes_on: bool, opens: bool) -> None:
    assert (cues.goes_on(paragraph), cues.opens(paragraph)) == (goes_on, opens)


@pytest.mark.parametrize(
    ("heading", "headline", "release"),
    [
        ("Minister of Trade receives Ambassador of Suria", True, False),
        ("Readout of the Minister’s Call with President Novak", True, True),
        ("Joint Statement of the Ministers of Four States", True, True),
        ("Strengthening Maritime Security and Climate Resilience Together", False, False),
        ("1. Ministers meet in the capital of Norland", False, False),
        ("Signed", False, False),
    ],
)
def test_headlines(heading: str, headline: bool, release: bool) -> None:
    assert (is_headline(heading), is_release_title(heading)) == (headline, release)


def test_every_cue_is_a_pattern_and_known() -> None:
    known = {"goes_on", "opens", "headline", "release", "occasion", "act", "background", "office", "before_date", "document", "head"}
    known |= {"refers", "refers_to_office", *cues.PAGES}
    assert {row["cue"] for row in read_tsv("segment_cues.tsv")} == known
    for row in read_tsv("segment_cues.tsv"):
        re.compile(row["pattern"])


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Ministers Meet\n\n5 May 2014\n\nThe ministers of two countries met in Oslo.", ["heading", "date", "prose"]),
        ("The ministers of the two countries met in the\ncapital on Monday and talked of trade and of\nthe ferry line.", ["prose"]),
        ("The ministers met in the town of Oslo.\nThey talked of trade and of the ferry.", ["prose", "prose"]),
        ("Today the Secretary telephoned\n\n the ministers of Norland and Suria, who thanked him.", ["prose"]),
        ("Share\n\nhttps://example.org/1", ["furniture", "furniture"]),
        ("During the visit the ministers signed a protocol", ["prose"]),
    ],
)
def test_blocks(text: str, kinds: list[str]) -> None:
    assert [block.kind for block in blocks_of(lines_of(text), text)] == kinds


def test_cohesion_counts_rare_words_only() -> None:
    words = Cohesion(["Berg praised the timber fair", "The timber fair of Lumen", "Poems and songs", "The minister met the ambassador"])
    assert [words.shared(index, range(0, 1)) for index in (1, 2, 3)] == [2, 0, 0]


JAN, FEB, MAR = ((date(2014, month, 1), date(2014, month, 2)) for month in (1, 2, 3))


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([MAR, None, FEB, JAN], {1: (FEB[0], MAR[1])}),
        ([JAN, FEB, None, MAR], {2: (FEB[0], MAR[1])}),
        ([None, MAR, FEB, JAN, None], {0: (MAR[0], None), 4: (None, JAN[1])}),
        ([MAR, None, JAN, FEB], {}),  # one exception
        ([MAR, None, JAN], {}),  # too few
        ([JAN, None, JAN, JAN], {}),  # no direction
        ([], {}),
    ],
)
def test_bounds_from_the_order_of_the_page(
    spans: list[tuple[date, date] | None], expected: dict[int, tuple[date | None, date | None]]
) -> None:
    assert {index: pair for index, pair in enumerate(bounds(spans)) if pair != (None, None)} == expected


@pytest.mark.parametrize(
    ("below", "is_cut"),
    [
        ("Print the page", True),
        ("Politics\n\nWe are on social networks", True),
        ("Minister Berg Receives Guests\n\nEmbassy Opens in the Capital\n\nBerg Visits the Northern Harbours\n\nShare", True),
        ("OSLO\n5 May 2014", False),
        ("Mr. Jan Novak, Head of Delegation\n\nMs. Ida Lund, Embassy of Norland", False),
    ],
)
def test_the_end_of_a_page(below: str, is_cut: bool) -> None:
    text = f"The ministers of the two countries met in Oslo.\n\n{below}"
    assert (tail_start(lines_of(text), text) < len(text)) is is_cut
