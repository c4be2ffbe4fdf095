"""Web pages: the story and its lines, and what the page says of itself."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.ingest import Limits
from pipelines.ingest.document import read_input
from pipelines.ingest.extract import extract, extract_here
from pipelines.ingest.inputs import Input, NotText
from pipelines.lexicon.loader import read_tsv
from pipelines.model.document import Document

LEAD = "Foreign Minister Jan Novak received the Ambassador of Suria, Petra Kos, in Lumen on Tuesday and talked with her about trade."
TITLE = "Minister Novak receives Ambassador of Suria"
SLOW = "<p>a" * 300_000
MENU = "<ul><li><a href=1>Home</a></li><li><a href=2>The Ministry</a></li><li><a href=3>News</a></li></ul>"


def text_of(page: str) -> str:
    return extract_here("html", page.encode(), Limits()).text


def web(page: str) -> Input:
    return Input("a.html", page.encode(), "html", "text/html")


def document(page: str) -> Document:
    found = read_input(web(page), Limits())
    assert isinstance(found, Document), found
    return found


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (f"<p>One   two\n three</p><p>{LEAD}</p>", f"One two three\n\n{LEAD}"),
        (f"<h1>{TITLE}</h1>{LEAD}<br>He left.<br><br>She stayed.", f"{TITLE}\n\n{LEAD}\nHe left.\n\nShe stayed."),
        (f"<nav>Menu</nav><p>{LEAD}</p><footer><p>Imprint</p></footer>", LEAD),
        (f"<div>{MENU}</div><p>{LEAD}</p>", LEAD),
        (f"<header><p>Republic of Norland</p></header><main><header><h1>{TITLE}</h1></header>{LEAD}</main>", f"{TITLE}\n\n{LEAD}"),
        (f"<div class='cookie-bar'>{LEAD}</div><p>He left.</p>", "He left."),
        (f"<div class='has-sidebar'><p>{LEAD}</p></div>", LEAD),
        (f"<div class='sidebar'>Weather: 20°</div><p>{LEAD}</p>", LEAD),
        (f"<p>{LEAD}</p><p hidden>one</p><p style='display: none'>two</p><p aria-hidden=true>three</p>", LEAD),
        (f"<div>Latest</div><main><p>{LEAD} {LEAD}</p></main><div>More</div>", f"{LEAD} {LEAD}"),
        (f"<h1>{TITLE}</h1><p>7 May 2019</p><article><p>{LEAD} {LEAD}</p></article>", f"{TITLE}\n\n7 May 2019\n\n{LEAD} {LEAD}"),
        (f"<article>{LEAD}</article><article>He left.</article>", f"{LEAD}\n\nHe left."),
        ("<table><tr><td>8 May</td><td>Visit to the port</td></tr></table>", "8 May Visit to the port"),
        (f"<table><tr><td>Press<br>Home</td><td>{LEAD}<br>He left.</td></tr></table>", f"Press\nHome\n\n{LEAD}\nHe left."),
        (f"<ul><li>{LEAD}</li><li>He left.</li></ul>", f"{LEAD}\nHe left."),
        ("<pre>One\n  two</pre>", "One\ntwo"),
    ],
)
def test_lines_of_the_story(body: str, text: str) -> None:
    assert text_of(f"<html><body>{body}</body></html>") == text


HEAD = f"<html><head><title>{TITLE} | Foreign Ministry</title>{{}}</head><body><p>{LEAD}</p></body></html>"


@pytest.mark.parametrize(
    ("head", "fact", "value"),
    [
        ("", "title", TITLE),
        ('<meta property="og:title" content="Novak receives Kos">', "title", "Novak receives Kos"),
        ('<meta property="og:site_name" content="Embassy of Serbia">', "publisher", "Embassy of Serbia"),
        ('<meta property="og:site_name" content="Embassy of Serbia">', "publisher_country", "SRB"),
        ('<link rel="canonical" href="https://mfa.gov.az/en/1">', "url", "https://mfa.gov.az/en/1"),
        ('<link rel="canonical" href="https://mfa.gov.az/en/1">', "publisher_country", "AZE"),
        ('<link rel="canonical" href="/en/1">', "url", None),
        ('<meta property="article:published_time" content="2019-05-07T23:30:00-04:00">', "published_on", date(2019, 5, 7)),
        ('<meta name="dc.date" content="2019-05">', "published_precision", "month"),
        ('<meta name="date" content="soon">', "published_on", None),
        ('<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "datePublished": "2019-05-07",'
         ' "publisher": {"name": "News of Suria"}}]}</script>', "published_on", date(2019, 5, 7)),
        ('<script type="application/ld+json">{"@type": ["NewsArticle"], "publisher": {"name": "News of Suria"}}</script>',
         "publisher", "News of Suria"),
        ('<script type="application/ld+json">{broken</script>', "publisher", None),
    ],
)
def test_facts(head: str, fact: str, value: object) -> None:
    assert getattr(document(HEAD.format(head)), fact) == value


def test_a_title_outside_the_story_is_put_above_it() -> None:
    assert document(HEAD.format("")).text == f"{TITLE}\n\n{LEAD}"


def test_the_name_of_the_site_is_not() -> None:
    page = f"<html><head><title>Ministry of Defence - News</title></head><body><p>{LEAD}</p></body></html>"
    assert document(page).text == LEAD


def test_what_a_reader_sees_dates_the_page() -> None:
    page = HEAD.replace("<p>", f"<h1>{TITLE}</h1><p>7 May 2019</p><p>")
    assert document(page.format('<meta name="date" content="2021-01-01">')).published_on == date(2019, 5, 7)


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (f"<html><meta charset='windows-1250'><p>{LEAD} Šašić".encode("cp1250"), "windows-1250"),
        (f"<html><meta charset='rot13'><p>{LEAD} “Kos”".encode("cp1252"), "windows-1252"),
        (f"<html><meta charset='windows-1250'><p>{LEAD} Šašić".encode(), "utf-8"),
    ],
)
def test_encodings(data: bytes, encoding: str) -> None:
    found = extract_here("html", data, Limits())
    assert (found.encoding, "�" in found.text) == (encoding, False)


@pytest.mark.parametrize(
    ("page", "limits", "reason"),
    [
        ("<html><body>" + "<div>" * 60 + LEAD, Limits(max_depth=50), "nested 60 deep, the limit is 50"),
        ("<html><body></body></html>", Limits(), "without text"),
        ("<html><body>" + SLOW, Limits(max_seconds=0.001), "takes longer than 0.001 seconds"),
    ],
)
def test_refused(page: str, limits: Limits, reason: str) -> None:
    with pytest.raises(NotText, match=reason):
        extract(web(page), limits)


def test_after_a_page_that_took_too_long_the_next_is_read() -> None:
    with pytest.raises(NotText):
        extract(web(SLOW), Limits(max_seconds=0.001))
    assert extract(web("<p>Talks in Oslo."), Limits()).text == "Talks in Oslo."


def test_unclosed_and_self_closed_elements_are_not_deep() -> None:
    assert text_of("<p>one<li>two<br><img src=1>" * 40 + "<svg>" + "<path d=1 />" * 100 + "</svg>").startswith("one\n")


TAGS = "div p span main article nav header footer aside table tr td ul li a h1 br pre form section".split()

MARKS = ("word ", "\n", "&amp;", "<!--", "<a href=1>x</a>")


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from([*MARKS, *(f"<{tag}>" for tag in TAGS), *(f"</{tag}>" for tag in TAGS)])))
def test_any_mix_of_tags_is_read_or_refused(pieces: list[str]) -> None:
    try:
        text = text_of("<html>" + "".join(pieces))
    except NotText:
        return
    assert text == text.strip() and "\n\n\n" not in text and "<div>" not in text


def test_every_row_of_furniture_is_used() -> None:
    for row in read_tsv("web_furniture.tsv"):
        part = {"tag": "<{0}>menu</{0}>", "role": "<div role={0}>menu</div>"}.get(row["by"], "<div class='x-{0}'>menu</div>")
        assert "menu" not in text_of(f"<html><body>{part.format(row['name'])}<p>{LEAD}</p></body></html>"), row
