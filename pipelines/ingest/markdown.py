"""Bytes of a Markdown file to its text: headings, emphasis and links without their marks, and what its front matter says.

What belongs here: marks. What does not: how CommonMark is read (markdown-it-py).
"""
import re
from collections.abc import Iterable, Iterator

import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token

from pipelines.ingest.decode import decode
from pipelines.ingest.inputs import UNTOLD, Extracted, Facts
from pipelines.ingest.rows import facts_of_cells, fields_of
from pipelines.ingest.titled import titled
from pipelines.ingest.web_lines import CELL, LINE, NEW_LINE, PARAGRAPH, Piece, lines_from

FRONT_MATTER = re.compile(r"\ufeff?---[ \t]*\n(?P<yaml>.{0,20000}?)\n---[ \t]*(?:\n|$)", re.DOTALL)
BREAKS = {"list_item": LINE, "thead": LINE, "tbody": LINE, "tr": LINE, "td": CELL, "th": CELL}


def read_markdown(data: bytes) -> Extracted:
    """The text as a page shows it, line by line. Raises NotText."""
    raw, encoding = decode(data)
    text = raw.replace("\r\n", "\n")
    front = FRONT_MATTER.match(text)
    facts = _facts(front["yaml"]) if front else Facts()
    tokens = MarkdownIt("commonmark", {"maxNesting": 100}).enable("table").parse(text[front.end() :] if front else text)
    return Extracted(titled(lines_from(_pieces(tokens)), facts.title), encoding, facts)


def _pieces(tokens: Iterable[Token]) -> Iterator[Piece]:
    for token in tokens:
        if token.type == "inline":
            yield from _inline(token.children or [])
        elif token.type in ("fence", "code_block"):
            yield from (piece for line in token.content.split("\n") for piece in (line, NEW_LINE))
        elif not token.hidden and token.type != "html_block":
            yield BREAKS.get(token.type.removesuffix("_open").removesuffix("_close"), PARAGRAPH)
            yield from [f"{token.info}{token.markup} "] if token.type == "list_item_open" and token.info else []


def _inline(tokens: Iterable[Token]) -> Iterator[Piece]:
    for token in tokens:
        if token.type in ("softbreak", "hardbreak"):
            yield NEW_LINE
        elif token.type in ("text", "code_inline", "text_special"):
            yield token.content


def _facts(front: str) -> Facts:
    """What the front matter (YAML between lines of ---) says under names that are understood; nothing where it cannot be read."""
    try:
        root = yaml.compose(front, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError, ValueError):
        return Facts()
    if not isinstance(root, yaml.MappingNode):
        return Facts()
    said = {str(key.value): value.value for key, value in root.value if isinstance(value, yaml.ScalarNode)}
    cells = {field: said[name] for field, name in fields_of(tuple(said)).items() if said[name].strip()}
    return facts_of_cells(cells, UNTOLD)
