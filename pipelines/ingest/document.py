"""Bytes of one file to a Document, or the reasons why not.

What belongs here: the order decode, repair, language, page facts, and the reasons for rejecting. What does not: files and
folders (`folder`).
"""
from hashlib import sha256

from pipelines import ids
from pipelines.ingest.decode import NotText, decode
from pipelines.ingest.kinds import kind_of
from pipelines.ingest.language import detect_language
from pipelines.ingest.limits import Limits
from pipelines.ingest.page import read_page
from pipelines.ingest.repair import repair
from pipelines.model.document import Document, RejectedFile


def read_bytes(file_name: str, data: bytes, limits: Limits) -> Document | RejectedFile:
    """`file_name` is relative to the seeds folder. Pure: the same name and bytes give the same result."""
    digest = sha256(data).hexdigest()
    if not data.strip(b"\x00 \t\r\n"):
        return RejectedFile(file_name, digest, ("empty",))
    kind = kind_of(file_name, data)
    if kind.needs is not None:
        return RejectedFile(file_name, digest, (kind.needs,), kind.media_type)
    try:
        raw, encoding = decode(data)
    except NotText as error:
        return RejectedFile(file_name, digest, (str(error),), kind.media_type)
    text = repair(raw)
    language = detect_language(text)
    if reasons := _reasons(text, language, limits):
        return RejectedFile(file_name, digest, reasons, kind.media_type, encoding, language)
    return _document(file_name, digest, kind.media_type, encoding, language, text)


def _document(file_name: str, digest: str, media_type: str, encoding: str, language: str, text: str) -> Document:
    page = read_page(text)
    return Document(
        document_id=ids.document_id(digest), file_name=file_name, sha256=digest, media_type=media_type, encoding=encoding,
        language=language, text=text, title=page.title, published_on=page.published_on, published_precision=page.precision,
    )


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
