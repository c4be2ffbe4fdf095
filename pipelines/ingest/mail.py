"""Bytes of an e-mail (.eml) or of a page saved as one (.mht) to its text and what its head says.

What belongs here: which part is the text, and the head. What does not: attachments (put them beside the mail).
"""
from datetime import date
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage, MIMEPart
from email.utils import parseaddr, parsedate

from pipelines.ingest.decode import decode
from pipelines.ingest.inputs import Extracted, Facts, NotText
from pipelines.ingest.titled import titled
from pipelines.ingest.web_page import read_web_page

SAVED_FROM = ("Snapshot-Content-Location", "Content-Location")


def read_mail(data: bytes, max_depth: int) -> Extracted:
    """The plain text of the mail, else that of its page; the subject is its title. Raises NotText."""
    try:
        message = message_from_bytes(data, policy=policy.default)
        part = message.get_body(("plain", "html"))
    except (MessageError, ValueError, LookupError, AttributeError, TypeError, IndexError) as error:  # what its parser raises of bad heads
        raise NotText("an e-mail that is damaged") from error
    if part is None:
        raise NotText("an e-mail without text; attachments are not read, put them beside it")
    content = _bytes_of(part)
    if part.get_content_type() == "text/html":
        return _of_page(read_web_page(content, max_depth), message)
    text, encoding = decode(content, str(part.get_content_charset() or "").lower())
    facts = _facts(message)
    return Extracted(titled(text, facts.title), encoding, facts)


def _bytes_of(part: MIMEPart) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _of_page(page: Extracted, message: EmailMessage) -> Extracted:
    """A mail whose text is a page; of a saved page the head tells only when and by whom it was saved, and its address."""
    if message.get_content_type() != "multipart/related" or (address := _saved_from(message)) is None:
        facts = _facts(message)
        return Extracted(titled(page.text, facts.title), page.encoding, facts.or_else(page.facts), page.hints)
    return Extracted(page.text, page.encoding, page.facts, page.hints.or_else(Facts(url=address)))


def _saved_from(message: EmailMessage) -> str | None:
    said = (_head(message, name) for name in SAVED_FROM)
    return next((address for address in said if address and address.startswith(("http://", "https://")) and " " not in address), None)


def _facts(message: EmailMessage) -> Facts:
    name, address = parseaddr(_head(message, "From") or "")
    sent = parsedate(_head(message, "Date") or "")
    try:
        day = date(*sent[:3]) if sent else None  # as the sender's own clock had it
    except ValueError:
        day = None
    return Facts(
        title=_head(message, "Subject"), published_on=day, precision="day" if day else "none", publisher=name or address or None,
    )


def _head(message: EmailMessage, name: str) -> str | None:
    """One line of the head; the parser of heads raises all sorts of errors of those that are malformed."""
    try:
        value = message[name]
        return " ".join(str(value).split()) or None if value is not None else None
    except Exception:
        return None
