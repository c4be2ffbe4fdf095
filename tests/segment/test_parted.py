"""Pages whose stories are parted by rules, by lines that come back, by dates or agency tags; and single releases with the same signs."""
from textwrap import fill
from time import perf_counter

import pytest

from pipelines.ingest.wrapping import page_lines, width_of
from pipelines.model.document import Document
from pipelines.segment import segment
from pipelines.segment.labels import has_label
from pipelines.segment.marks import mark_of

TITLES = ["Berg receives the Ambassador of Suria", "New exercises with Ostia", "Consular talks in Port Amal"]
BRIEFS = [
    "Minister of Trade Anna Berg received Ambassador of Suria Karim Saad on Monday. They went over timber.",
    "Defence Minister Olav Strand and General Pierre Duval signed a plan of exercises in Lumen.",
    "Consular talks of Norland and Ostia ended in Port Amal. Director Greta Holm led the Norlandic side.",
]


def items(text: str) -> list[str]:
    """First two words of each item."""
    page = Document("doc_1", "a.txt", "0" * 64, "text/plain", "utf-8", "en", text)
    return [" ".join(text[one.char_start : one.char_end].split()[:2]) for one in segment(page) if one.kind == "item"]


def page(layout: str, between: str) -> str:
    days = ["15 February", "13 February", "12 February"]
    rows = zip(TITLES, BRIEFS, days, strict=True)
    return between.join(layout.format(title=title, brief=brief, day=day) for title, brief, day in rows)


STARTS = ["Berg receives", "New exercises", "Consular talks"]


@pytest.mark.parametrize(
    ("layout", "between", "above", "starts"),
    [
        ("{brief}", "\n\n***\n\n", "", ["Minister of", "Defence Minister", "Consular talks"]),
        ("{title}\n{brief}", "\n________\n", "Office of Trade\n\n________\n", STARTS),
        ("{title}\n{brief}\nRead more", "\n\n", "", STARTS),
        ("{title}\n{brief}\nSource: NNA", "\n\n", "", STARTS),
        ("Government of Norland\nHome page\n\n{title}\n\n{brief}", "\n\n", "", STARTS),
        ("{title}\n{brief}\n({day} 2018)", "\n\n", "Embassy of Norland\nNews\n\n", STARTS),
        ("{title}\n\n{brief}\n\n{day} 2018", "\n\n", "Embassy of Norland\n\n", STARTS),
        ("{brief} (NNA)", "\n\n", "Norland at home and abroad\n\n", ["Minister of", "Defence Minister", "Consular talks"]),
        ("{title} ({day} 2018)\n{brief}", "\n\n", "Latest from the Storting\n\n", STARTS),
    ],
)
def test_what_parts_stories(layout: str, between: str, above: str, starts: list[str]) -> None:
    assert items(above + page(layout, between)) == starts


def test_the_day_of_several_items_belongs_to_none() -> None:
    first, second, third = (f"{title}\n{brief}" for title, brief in zip(TITLES, BRIEFS, strict=True))
    text = f"DIPLOMATIC DIARY\n\nMonday, 3 March\n\n{first}\n\n{second}\n\nTuesday, 4 March\n\n{third}"
    assert items(text) == STARTS


def test_run_in_headings() -> None:
    text = "\n\n".join(f"{label} – {brief}" for label, brief in zip(["Farewell", "Exercises", "New talks"], BRIEFS, strict=True))
    assert items(f"Diplomatic Pouch\n\n{text}") == ["Farewell –", "Exercises –", "New talks"]


def test_a_table_of_contents_is_no_story() -> None:
    assert items("\n".join(TITLES) + "\n\n" + page("{title}\n\n{brief}", "\n\n")) == STARTS


def test_times_of_a_ticker() -> None:
    text = "NEWS TICKER\n\n" + "\n".join(f"{9 + n}:05  {brief}" for n, brief in enumerate(BRIEFS))
    assert items(text) == ["9:05 Minister", "10:05 Defence", "11:05 Consular"]


def test_a_page_that_lost_its_line_breaks() -> None:
    datelines = ["LUMEN", "HOLM", "PORT AMAL"]
    text = " ".join(f"{place}, May {n} (NNA) -- {brief * 2}" for n, (place, brief) in enumerate(zip(datelines, BRIEFS, strict=True), 1))
    assert items(text) == ["LUMEN, May", "HOLM, May", "PORT AMAL,"]


JOURNEY = "Minister Berg visits Suria\n\nMinister Anna Berg was in Suria.\n\n"


@pytest.mark.parametrize(
    "text",
    [
        JOURNEY + "3 March\nIn Lumen Minister Berg met Karim Saad.\n\n"
        "4 March\nMayor Pia Lund gave a lunch.\n\n5 March\nGreta Holm led a tour.",
        JOURNEY + "Tuesday\nPresident Karim Saad met Anna Berg.\n\nWednesday\nMayor Pia Lund gave a lunch.",
        JOURNEY + "Lumen\n\nThe Minister met Mayor Pia Lund.\n\nHolm\n\n"
        "Governor Per Vik showed her the port.\n\nReturn\n\nThe Minister left.",
        JOURNEY + "***\n\nIt was her first visit.\n\n***\n\nShe also met the veterans there.",
        JOURNEY + "First session\n\nKarim Saad led the first session.\n\nSecond session\n\nPia Lund led the second session.",
        "Speech of the Minister\n\n" + "\n\n".join(f"{brief} (Laughter.)" for brief in BRIEFS),
    ],
)
def test_single_releases_with_such_signs_stay_whole(text: str) -> None:
    assert len(items(text)) == 1


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("Passports. From 1 July they cost more.", True), ("PERU – The Minister left.", True), ("Peru: the Minister left.", True),
        ("Homage to the dead: On 17 August …", True), ("The Minister left. He was late.", False), ("the port – Of Lumen", False),
    ],
)  # fmt: skip
def test_labels(content: str, expected: bool) -> None:
    assert has_label(content) is expected


def test_marks() -> None:
    assert mark_of("Source: NNA") == mark_of("Source: Lumen Post") == "source:"
    assert mark_of("Read 12 times") == mark_of("Read 7 times")


LONG = "The Minister received the guest in the capital, " + "and then they spoke at some length about timber, " * 6 + "and left."


def test_lines_set_to_a_width_are_joined() -> None:
    text = f"{fill(LONG, 44)}\nA new paragraph."
    assert [line.of(text).split()[0] for line in page_lines(text)] == ["The", "A"]


def test_ragged_lines_are_left() -> None:
    assert width_of(fill(LONG, 44).replace(" they", "\nthey")) is None
    assert width_of(LONG) is None


@pytest.mark.parametrize(
    "unit",
    [
        "***\n\nMinister Berg met Karim Saad.\n\n", "Read more\nMinister meets Saad today\nMinister Berg met.\n\n", "Berg – ", "(NNA). ",
        "Minister Anna Berg met Karim Saad. (NNA)\n", "LUMEN, May 5 (NNA) -- x. ", "• ", "12.05.2014 A. ",
        "12 March - Minister meets Saad\n",
        "the\nof\n", "Title of a story here\n", "08:10  Minister Berg came.\n", "Peru: ", "[ Home ] ",
    ],
)  # fmt: skip
def test_hostile_pages_are_cut_in_seconds(unit: str) -> None:
    text = unit * (60_000 // len(unit))
    started = perf_counter()
    items(text)
    assert perf_counter() - started < 12  # linear: about one; quadratic: minutes
