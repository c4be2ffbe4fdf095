"""Bytes of an HTML page to its text and facts.

What belongs here: the order decode, parse, story, facts, and what is refused unparsed. What does not: any of these.
"""
import re

from pipelines.ingest.decode import decode
from pipelines.ingest.inputs import Extracted, Facts, NotText
from pipelines.ingest.page_banners import is_banner
from pipelines.ingest.titled import titled
from pipelines.ingest.web_facts import facts_of
from pipelines.ingest.web_text import story_of

DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*+=\s*+["']?(?P<name>[A-Za-z0-9_:-]{3,40})""", re.IGNORECASE)
HEAD = 4_096  # bytes in which an encoding may be declared
TAG = re.compile(rb"<(/?)([a-z][a-z0-9]*+)[^<>]*+", re.IGNORECASE)
UNCLOSED = frozenset(  # elements that pages leave open, or that hold nothing
    b"p li dd dt tr td th thead tbody tfoot option optgroup area base br col colgroup embed hr img input link meta param source track wbr"
    b" html head body".split()
)


def read_web_page(data: bytes, max_depth: int) -> Extracted:
    """The story of the page, the title above it where the story lacks it. Raises NotText."""
    if (depth := _depth(data)) > max_depth:
        raise NotText(f"an HTML page nested {depth:,} deep, the limit is {max_depth:,}")
    from selectolax.lexbor import LexborHTMLParser  # only here: most folders hold plain texts

    text, encoding = decode(data, _declared(data))
    tree = LexborHTMLParser(text)
    facts = facts_of(tree)
    title = facts.title if facts.title and not is_banner(facts.title) else None  # "Ministry of Defence - News" heads every page
    story = story_of(tree.body) if tree.body is not None else ""
    if not story:
        raise NotText("an HTML page without text")
    return Extracted(titled(story, title), encoding, Facts(title=title), facts)


def _declared(data: bytes) -> str | None:
    found = DECLARED.search(data[:HEAD])
    return found["name"].decode("ascii").lower() if found else None


def _depth(data: bytes) -> int:
    """How deep elements nest at most, roughly: what pages leave open is not counted."""
    depth = deepest = 0
    for found in TAG.finditer(data):
        if found[2].lower() not in UNCLOSED and not found[0].endswith(b"/"):
            depth = max(0, depth - 1) if found[1] else depth + 1
            deepest = max(deepest, depth)
    return deepest
