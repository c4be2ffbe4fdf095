"""Bytes of a PDF to its text, page after page, less what is printed on every page.

What belongs here: pages and their running heads. What does not: hard-wrapped lines (later layers know them), scans (no OCR here).
The day a PDF was made is not the day it was published, so its metadata give a title at most.
"""
import re
from collections import Counter
from collections.abc import Iterator

import pypdfium2

from pipelines.ingest.inputs import Extracted, Facts, NotText

PASSWORD = "encrypted: save it without a password"
MARGIN_LINES = 2  # at either end of a page may be a running head
RUNNING_SHARE, RUNNING_PAGES = 0.5, 3
PAGE_NUMBER = re.compile(r"(?:page\s*+)?[-–— ]*+\d{1,4}(?:\s*+(?:/|of)\s*+\d{1,4})?[-–— ]*+", re.IGNORECASE)
DIGITS = re.compile(r"\d++")
HYPHEN = re.compile("[\ufffe\u0002](?:\r?\n)?")  # how PDFium tells a word that was divided at the end of its line
NAMES_OF_FILES = re.compile(r"^(?:microsoft word - |untitled)|\.(?:docx?|pdf|indd|rtf|odt)$", re.IGNORECASE)


def read_pdf(data: bytes, max_pages: int) -> Extracted:
    """The text in the order of the file. Raises NotText for encrypted and damaged files, scans, and too many pages."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise NotText(f"a PDF that is {PASSWORD if 'assword' in str(error) else 'damaged'}") from error
    with document:
        if len(document) > max_pages:
            raise NotText(f"a PDF of {len(document):,} pages, the limit is {max_pages:,}")
        pages = [_lines(document, number) for number in range(len(document))]
        title = document.get_metadata_value("Title").strip()
    text = "\n".join("\n".join(page) for page in _without_running_heads(pages)).strip()
    if not text:
        raise NotText("a PDF without text: is it a scan? Recognize its characters (OCR) first")
    return Extracted(text, "binary", hints=Facts(title=None if NAMES_OF_FILES.search(title) else title or None))


def _lines(document: pypdfium2.PdfDocument, number: int) -> list[str]:
    page = document[number]
    try:
        text = page.get_textpage().get_text_bounded()
    finally:
        page.close()
    return [line.rstrip() for line in HYPHEN.sub("", text).replace("\r\n", "\n").split("\n")]


def _without_running_heads(pages: list[list[str]]) -> Iterator[list[str]]:
    """The pages less lines at their ends that stand there on most pages, numbers apart, and page numbers."""
    seen = Counter(line for page in pages for line in {_bare(page[index]) for index in _margins(page)})
    running = {line for line, count in seen.items() if count >= max(RUNNING_PAGES, RUNNING_SHARE * len(pages))}
    for page in pages:
        dropped = {index for index in _margins(page) if _bare(page[index]) in running or PAGE_NUMBER.fullmatch(page[index].strip())}
        yield [line for index, line in enumerate(page) if index not in dropped]


def _margins(page: list[str]) -> set[int]:
    """Places of the lines at either end that may be running heads: not blank, and no end of a sentence."""
    filled = [index for index, line in enumerate(page) if line.strip()]
    return {index for index in (*filled[:MARGIN_LINES], *filled[-MARGIN_LINES:]) if not page[index].rstrip().endswith((".", "”", "?"))}


def _bare(line: str) -> str:
    return DIGITS.sub("#", line).strip().casefold()
