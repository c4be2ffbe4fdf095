"""Bytes of a Word document (DOCX) to its text, paragraph by paragraph.

A DOCX is a ZIP archive with XML in it, and its text needs neither styles nor relations: the standard library reads it, one event
after the other, and nothing of it is ever held as a tree.
What belongs here: paragraphs, breaks, cells, the title. What does not: pictures, footnotes, comments, deleted text.
"""
import io
import zipfile
import zlib
from xml.parsers import expat

from pipelines.ingest.inputs import Extracted, Facts, NotText
from pipelines.ingest.web_lines import CELL, LINE, NEW_LINE, PARAGRAPH, Piece, lines_from

BODY, CORE = "word/document.xml", "docProps/core.xml"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
LEFT_OUT = frozenset([f"{COMPATIBILITY} Fallback", f"{WORD} moveFrom", f"{WORD} del", f"{WORD} instrText"])  # told elsewhere, or no more
BREAKS = {f"{WORD} br": NEW_LINE, f"{WORD} cr": NEW_LINE, f"{WORD} tab": CELL, f"{WORD} tc": CELL, f"{WORD} tr": LINE}
TITLE = "http://purl.org/dc/elements/1.1/ title"
DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, KeyError, RuntimeError, ValueError)


def read_docx(data: bytes, max_bytes: int) -> Extracted:
    """The text of the body. Raises NotText."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            body = _part(archive, BODY, max_bytes)
            core = _part(archive, CORE, max_bytes) if CORE in archive.namelist() else b""
    except NotText:
        raise
    except DAMAGED as error:
        raise NotText("a Word document that is damaged or encrypted") from error
    text = lines_from(_read(body).pieces)
    if not text:
        raise NotText("a Word document without text")
    return Extracted(text, "utf-8", hints=Facts(title="".join(_read(core).title).strip() or None if core else None))


def _part(archive: zipfile.ZipFile, name: str, max_bytes: int) -> bytes:
    with archive.open(name) as stream:
        data = stream.read(max_bytes + 1)
    if len(data) > max_bytes:
        raise NotText(f"a Word document that unpacks to more than {max_bytes:,} bytes")
    return data


class _Reader:
    """What the elements say so far."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.title: list[str] = []
        self.left_out = 0
        self.within: str | None = None  # the element whose characters count
        self.in_cell = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.left_out += name in LEFT_OUT
        self.in_cell += name == f"{WORD} tc"
        if self.left_out:
            return
        if name in BREAKS:
            self.pieces.append(BREAKS[name])
        elif name in (f"{WORD} t", TITLE):
            self.within = name

    def end(self, name: str) -> None:
        self.left_out -= name in LEFT_OUT
        self.in_cell -= name == f"{WORD} tc"
        self.within = None
        if name == f"{WORD} p":
            self.pieces.append(LINE if self.in_cell else PARAGRAPH)

    def characters(self, text: str) -> None:
        if self.within == TITLE:
            self.title.append(text)
        elif self.within is not None:
            self.pieces.append(text)


def _read(xml: bytes) -> _Reader:
    reader = _Reader()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler, parser.EndElementHandler = reader.start, reader.end
    parser.CharacterDataHandler = reader.characters
    parser.StartDoctypeDeclHandler = _refuse
    try:
        parser.Parse(xml, True)
    except expat.ExpatError as error:
        raise NotText("a Word document that is damaged") from error
    return reader


def _refuse(*_: object) -> None:
    """A document type could define entities that grow without bound; Word writes none."""
    raise NotText("a Word document with a document type: no program for texts writes such files")
