"""One input to a Document, or the reasons why not.

What belongs here: the order extract, repair, language, facts, and the reasons for rejecting. What does not: where inputs come
from (`folder`, `unpack`), how a format is read (`extract`).
"""
from dataclasses import replace
from functools import reduce
from hashlib import sha256

from pipelines import ids
from pipelines.ingest.extract import extract
from pipelines.ingest.inputs import Extracted, Facts, Input, NotText
from pipelines.ingest.language import detect_language
from pipelines.ingest.limits import Limits
from pipelines.ingest.page import read_page
from pipelines.ingest.publishers import country_of_publisher
from pipelines.ingest.repair import repair
from pipelines.model.document import Document, RejectedFile
from pipelines.recognize.dates import date_order

BLANK = b"\x00 \t\r\n"
MAX_TITLE_CHARS = 500


def read_input(given: Input, limits: Limits) -> Document | RejectedFile:
    """The same input and limits give the same result, but for the limit of seconds. Never raises because of the data."""
    digest = sha256(given.data).hexdigest()
    if not given.data.strip(BLANK):
        return RejectedFile(given.file_name, digest, ("empty",), given.media_type)
    try:
        found = extract(given, limits)
    except NotText as error:
        return RejectedFile(given.file_name, digest, (str(error),), given.media_type)
    text = repair(found.text)
    language = found.facts.language or given.source.language or detect_language(text)  # what is said is believed: short texts say little
    if reasons := _reasons(text, language, limits):
        return RejectedFile(given.file_name, digest, reasons, given.media_type, found.encoding, language)
    return _document(given, digest, found, language, text)


def _document(given: Input, digest: str, found: Extracted, language: str, text: str) -> Document:
    facts = _facts(given, found, text)
    return Document(
        document_id=ids.document_id(digest), file_name=given.file_name, sha256=digest, media_type=given.media_type,
        encoding=found.encoding, language=language, text=text, title=facts.title, publisher=facts.publisher,
        publisher_country=facts.publisher_country, url=facts.url, published_on=facts.published_on, published_precision=facts.precision,
        date_order=given.source.date_order,
    )


def _facts(given: Input, found: Extracted, text: str) -> Facts:
    """What is known of the text, from the statement that counts most on."""
    with date_order(given.source.date_order):
        page = read_page(text)
    stated = Facts(publisher=given.source.publisher, publisher_country=given.source.country)
    seen = Facts(title=page.title, published_on=page.published_on, precision=page.precision)
    facts = reduce(Facts.or_else, (_repaired(found.facts), stated, seen, _repaired(found.hints)))
    return facts.or_else(Facts(publisher_country=country_of_publisher(facts.publisher, facts.url)))


def _repaired(facts: Facts) -> Facts:
    return replace(facts, title=_line(facts.title), publisher=_line(facts.publisher))


def _line(value: str | None) -> str | None:
    return " ".join(repair(value).split())[:MAX_TITLE_CHARS] or None if value else None


def _reasons(text: str, language: str, limits: Limits) -> tuple[str, ...]:
    """Every reason found, not only the first."""
    if not any(character.isalnum() for character in text):
        return ("empty: no letter or digit in it",)
    reasons = []
    if len(text) > limits.max_chars:
        reasons.append(f"too large: {len(text):,} characters, the limit is {limits.max_chars:,}")
    if (longest := max(map(len, text.split("\n")))) > limits.max_line_chars:
        reasons.append(f"a line of {longest:,} characters, the limit is {limits.max_line_chars:,}")
    if language != "en":
        reasons.append(f"not English: {'language unknown' if language == 'und' else language}")
    return tuple(reasons)
