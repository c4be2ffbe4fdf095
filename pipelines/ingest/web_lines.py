"""Pieces of text and breaks between them to lines: what a browser's own rendering does with white space.

What belongs here: white space. What does not: which element breaks a line (`web_text`).
"""
import re
from collections.abc import Iterable
from dataclasses import dataclass

WHITE = re.compile(r"[ \t\n\r\f]++")


@dataclass(frozen=True, slots=True)
class Break:
    """`lines`: new lines to begin, 2 for a paragraph. `adds`: comes on top of the break before (two <br> make a paragraph)."""

    lines: int
    adds: bool = False


LINE, PARAGRAPH, NEW_LINE, CELL = Break(1), Break(2), Break(1, adds=True), Break(0)
Piece = str | Break


def lines_from(pieces: Iterable[Piece]) -> str:
    """The text, at most one empty line between two that are not, none at either end."""
    written: list[str] = []
    wanted, gap = 0, False
    for piece in pieces:
        if isinstance(piece, Break):
            wanted = min(2, wanted + piece.lines) if piece.adds else max(wanted, piece.lines)
            gap = gap or piece is CELL
        elif text := WHITE.sub(" ", piece):
            if text == " ":
                gap = True
                continue
            written.append(_between(wanted, gap or text[0] == " ") if written else "")
            written.append(text.strip(" "))
            wanted, gap = 0, text[-1] == " "
    return "".join(written)


def _between(wanted: int, gap: bool) -> str:
    return "\n" * wanted or " " * gap
