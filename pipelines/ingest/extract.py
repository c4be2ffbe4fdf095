"""Which reader reads what kind of input, and which of them run apart from this process.

What belongs here: the table of readers. What does not: how any of them reads.
"""
from collections.abc import Callable
from dataclasses import replace
from functools import cache

from pipelines.apart import Apart, Unanswered
from pipelines.ingest import answers
from pipelines.ingest.decode import decode
from pipelines.ingest.inputs import Extracted, Input, NotText
from pipelines.ingest.limits import Limits
from pipelines.ingest.rows import is_markup, read_row
from pipelines.ingest.titled import titled

XML_PER_TEXT = 4  # a Word document's XML may be so much larger than a text

def extract(given: Input, limits: Limits) -> Extracted:
    """The words and facts of an input. Raises NotText, whatever the bytes are."""
    if given.reader == "text":
        return Extracted(*decode(given.data))
    return _row(given, limits) if given.reader == "row" else _foreign(given.reader, given.data, limits)


def _row(given: Input, limits: Limits) -> Extracted:
    found = read_row(given)
    if not is_markup(found.text):
        return found
    page = _foreign("html", found.text.encode("utf-8", "replace"), limits)
    return replace(page, text=titled(page.text, found.facts.title), encoding=found.encoding, facts=found.facts.or_else(page.facts))


def _foreign(reader: str, data: bytes, limits: Limits) -> Extracted:
    try:
        answer = _apart().ask(answers.request(reader, limits), data, limits.max_seconds)
    except Unanswered as why:
        raise NotText(str(why)) from why
    return answers.extracted(answer)


def extract_here(reader: str, data: bytes, limits: Limits) -> Extracted:
    """A foreign format read in this process, without bounds on time and memory: what the helper runs. Raises NotText."""
    return FOREIGN[reader](data, limits)


@cache
def _apart() -> Apart:
    return Apart("pipelines.ingest.helper")


def _web_page(data: bytes, limits: Limits) -> Extracted:
    from pipelines.ingest.web_page import read_web_page

    return read_web_page(data, limits.max_depth)


def _pdf(data: bytes, limits: Limits) -> Extracted:
    from pipelines.ingest.pdf import read_pdf

    return read_pdf(data, limits.max_pages)


def _docx(data: bytes, limits: Limits) -> Extracted:
    from pipelines.ingest.docx import read_docx

    return read_docx(data, XML_PER_TEXT * limits.max_bytes)


def _mail(data: bytes, limits: Limits) -> Extracted:
    from pipelines.ingest.mail import read_mail

    return read_mail(data, limits.max_depth)


def _markdown(data: bytes, limits: Limits) -> Extracted:
    from pipelines.ingest.markdown import read_markdown

    return read_markdown(data)


FOREIGN: dict[str, Callable[[bytes, Limits], Extracted]] = {
    "html": _web_page, "pdf": _pdf, "docx": _docx, "mail": _mail, "markdown": _markdown,
}
"""Formats that need a parser: a file may be made to break it."""
