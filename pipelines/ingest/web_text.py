"""A parsed web page to its story, line by line: menus, footers and notices left out, line structure kept.

Line structure is what the layers after this read (headings, date lines, items), so this walk is ours: the libraries that
extract articles keep words and lose lines (docs/adr/0012-input-formats.md).
What belongs here: which elements break lines, which are furniture, which is the story. What does not: metadata (`web_facts`).
"""
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Protocol, Self

from pipelines.ingest.web_lines import CELL, LINE, NEW_LINE, PARAGRAPH, Piece, lines_from
from pipelines.lexicon.loader import read_tsv

PARAGRAPHS = frozenset("p h1 h2 h3 h4 h5 h6 blockquote pre table article section main header figure hr ul ol dl center address".split())
LINES = frozenset("div li tr dt dd figcaption caption legend fieldset form body details summary option".split())
CELLS = frozenset(["td", "th"])
STORIES = frozenset(["main", "article"])
WORDS = re.compile(r"[a-z]++")
HIDDEN = re.compile(r"display\s*+:\s*+none|visibility\s*+:\s*+hidden")
LINKED, MENU_LINKS, MENU_LINK_CHARS = 0.8, 3, 30  # share of text in links, how many, how long on average: a menu
PROSE = 80  # characters outside links in one element: something is told there
NOTICE = 2_000  # characters; no cookie notice is longer
LAYOUT_CELL = 200  # characters; a longer cell is layout, not data
STORY_CHARS, STORY_SHARE = 140, 0.3


class Node(Protocol):
    """What is used of an element of selectolax."""

    @property
    def tag(self) -> str | None: ...
    @property
    def text_content(self) -> str | None: ...
    @property
    def attributes(self) -> Mapping[str, str | None]: ...
    @property
    def child(self) -> Self | None: ...
    @property
    def next(self) -> Self | None: ...


@dataclass(slots=True)
class Part:
    """An element that is open: where its pieces begin, and what is in it. `own`: characters outside links and inner blocks."""

    node: Node
    start: int
    chars: int = 0
    linked: int = 0
    links: int = 0
    own: int = 0
    precious: bool = False
    broken: bool = False

    @property
    def tag(self) -> str:
        return self.node.tag or ""

    @property
    def is_block(self) -> bool:
        return self.tag in PARAGRAPHS or self.tag in LINES or self.tag in CELLS

    def take(self, inner: "Part") -> None:
        """Counts what an inner element held, which is closed now and stays."""
        self.chars += inner.chars
        self.linked += inner.linked
        self.links += inner.links + (inner.tag == "a")
        self.own += 0 if inner.is_block else inner.own
        self.precious |= inner.precious or inner.tag == "h1" or inner.tag in STORIES or (inner.is_block and inner.own >= PROSE)
        self.broken |= inner.broken or inner.is_block or inner.tag == "br"


@dataclass(frozen=True, slots=True)
class Story:
    """Pieces start to end are a main or article element with so many characters."""

    tag: str
    start: int
    end: int
    chars: int


class Walk:
    """What one walk over the elements has written and left open."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.open: list[Part] = []
        self.stories: list[Story] = []
        self.headings: list[int] = []
        self.inside = 0  # open main or article elements
        self.links = 0  # open links

    def enter(self, node: Node) -> None:
        self.open.append(Part(node, len(self.pieces)))
        tag = self.open[-1].tag
        self.inside += tag in STORIES
        self.links += tag == "a"
        if tag == "h1":
            self.headings.append(len(self.pieces))
        self.break_for(tag)

    def break_for(self, tag: str) -> None:
        if tag in CELLS:
            self.pieces.append(CELL)
        elif tag in PARAGRAPHS or tag in LINES:
            self.pieces.append(PARAGRAPH if tag in PARAGRAPHS else LINE)

    def text(self, text: str) -> None:
        part = self.open[-1]
        if part.tag == "pre":
            self.pieces += [piece for line in text.split("\n") for piece in (line, NEW_LINE)]
        else:
            self.pieces.append(text)
        chars = len(text.strip())
        part.chars += chars
        part.linked += chars if self.links else 0
        part.own += 0 if self.links else chars

    def leave(self) -> None:
        part = self.open.pop()
        self.inside -= part.tag in STORIES
        self.links -= part.tag == "a"
        if self.open and part.tag not in STORIES and _is_furniture(part, bool(self.inside)):
            del self.pieces[part.start :]
            while self.stories and self.stories[-1].start >= part.start:
                self.stories.pop()
            return
        self._close(part)
        if self.open:
            self.open[-1].take(part)

    def _close(self, part: Part) -> None:
        if part.tag == "br":
            self.pieces.append(NEW_LINE)
        elif part.tag in CELLS and (part.broken or part.chars > LAYOUT_CELL):
            self.pieces[part.start] = PARAGRAPH
            self.pieces.append(PARAGRAPH)
        else:
            self.break_for(part.tag)
        if part.tag in STORIES:
            self.stories.append(Story(part.tag, part.start, len(self.pieces), part.chars))


def story_of(body: Node) -> str:
    """The lines of the page's story; of the whole page, less its furniture, where no element says that it is the story."""
    walk = Walk()
    node: Node | None = body
    while node is not None:
        node = _step(walk, node)
        while node is None and walk.open:
            done = walk.open[-1].node
            walk.leave()
            node = done.next if walk.open else None
    start, end = _chosen(walk)
    return lines_from(walk.pieces[start:end])


def _step(walk: Walk, node: Node) -> Node | None:
    """Reads one node; the node to read next, None where an element is at its end. Pages nest deep: no recursion."""
    tag = node.tag or "-"
    if tag == "-text":
        walk.text(node.text_content or "")
        return node.next
    if tag.startswith(("-", "!")) or _is_left_out(node):
        return node.next
    walk.enter(node)
    return node.child


def _is_left_out(node: Node) -> bool:
    if node.tag in _names("tag"):
        return True
    attributes = node.attributes
    if "hidden" in attributes or attributes.get("aria-hidden") == "true" or attributes.get("role") in _names("role"):
        return True
    style = attributes.get("style")
    return style is not None and HIDDEN.search(style) is not None


def _chosen(walk: Walk) -> tuple[int, int]:
    """From where to where the pieces are the story: the longest main element, else a lone article with the title above it."""
    whole = 0, len(walk.pieces)
    total = sum(len(piece) for piece in walk.pieces if isinstance(piece, str))
    enough = [one for one in walk.stories if one.chars >= max(STORY_CHARS, STORY_SHARE * total)]
    for tag in ("main", "article"):
        found = [one for one in enough if one.tag == tag]
        if found and (tag == "main" or sum(one.tag == tag for one in walk.stories) == 1):
            best = max(found, key=lambda one: one.chars)
            above = [start for start in walk.headings if start < best.start]
            return (above[-1] if above and tag == "article" else best.start), best.end
    return whole


def _is_furniture(part: Part, inside: bool) -> bool:
    if part.tag == "header":
        return not inside and not part.precious
    words = _class_words(part.node.attributes)
    if not words.isdisjoint(_names("notice")) and part.chars < NOTICE:
        return True
    return (not part.precious and not words.isdisjoint(_names("word"))) or _is_menu(part)


def _class_words(attributes: Mapping[str, str | None]) -> set[str]:
    named = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
    return set(WORDS.findall(named.lower())) if named != " " else set()


def _is_menu(part: Part) -> bool:
    return part.links >= MENU_LINKS and part.linked >= LINKED * part.chars and part.chars < MENU_LINK_CHARS * part.links


@cache
def _names(by: str) -> frozenset[str]:
    return frozenset(row["name"] for row in read_tsv("web_furniture.tsv") if row["by"] == by)
