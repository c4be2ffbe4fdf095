"""PDF, Word, e-mail, Markdown: the words in reading order, and what the file says of itself."""

import io
import zipfile
from datetime import date
from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.ingest import Limits, read_input
from pipelines.ingest.extract import FOREIGN, extract_here
from pipelines.ingest.inputs import Extracted, Input, NotText
from pipelines.model.document import Document

TALKS = "The ministers of the two countries met in the capital on Monday and talked about trade."
VISIT = "The President of Suria came to the capital on Friday for a visit of three days."


def read(reader: str, data: bytes, limits: Limits | None = None) -> Extracted:
    return extract_here(reader, data, limits or Limits())


def document(reader: str, data: bytes) -> Document:
    found = read_input(Input("a", data, reader, "text/plain"), Limits())
    assert isinstance(found, Document), found
    return found


# ---------------------------------------------------------------- PDF


def pdf(*pages: list[str], title: str = "", extra: str = "") -> bytes:
    """A PDF with a line of each string, written by hand."""
    shown = [b" ".join(b"(%s) Tj T*" % line.encode("cp1252") for line in page) for page in pages]
    streams = [b"BT /F1 12 Tf 14 TL 50 800 Td %s ET" % lines for lines in shown]
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, stream in enumerate(streams):
        page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 800 842] /Resources << /Font << /F1 3 0 R >> >> /Contents %d 0 R >>"
        objects.append(page % (5 + 2 * number))
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    objects.append(f"<< /Title ({title}) >>".encode())
    body, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, start=1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = f"trailer << /Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R {extra} >>\nstartxref\n{len(body)}\n%%EOF\n"
    return body + table + trailer.encode()


def test_pages_of_a_pdf() -> None:
    told = [[TALKS, f"{name} spoke.", "All were there.", VISIT] for name in ("Kos", "Novak", "Ali")]
    pages = [["Ministry of Norland", f"Bulletin {number}/2019", *lines, f"- {number} -"] for number, lines in enumerate(told, start=1)]
    assert read("pdf", pdf(*pages)).text == "\n".join(line for lines in told for line in lines)


def test_lines_at_the_ends_of_two_pages_stay() -> None:
    assert read("pdf", pdf(["Talks", TALKS], ["Talks", VISIT])).text == f"Talks\n{TALKS}\nTalks\n{VISIT}"


@pytest.mark.parametrize(("title", "read_as"), [("Communique of the talks", "Communique of the talks"), ("a.docx", None), ("", None)])
def test_title_of_a_pdf(title: str, read_as: str | None) -> None:
    assert document("pdf", pdf([TALKS], title=title)).title == read_as


ENCRYPTED = "/Encrypt << /Filter /Standard /V 1 /R 2 /O (12345678901234567890123456789012) /U (12345678901234567890123456789012) /P -4 >>"


@pytest.mark.parametrize(
    ("data", "limits", "reason"),
    [
        (pdf([]), Limits(), "is it a scan"),
        (pdf([TALKS])[:200], Limits(), "damaged"),
        (pdf([TALKS], [VISIT]), Limits(max_pages=1), "2 pages, the limit is 1"),
        (pdf([TALKS], extra=ENCRYPTED + " /ID [(1234567890123456) (1234567890123456)]"), Limits(), "encrypted: save it without a password"),
    ],
)
def test_pdfs_without_text(data: bytes, limits: Limits, reason: str) -> None:
    with pytest.raises(NotText, match=reason):
        read("pdf", data, limits)


# ---------------------------------------------------------------- Word

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
CORE = '<c:coreProperties xmlns:c="c" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Talks</dc:title></c:coreProperties>'


def docx(body: str, before: str = "") -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f"{before}<w:document {W} {MC}><w:body>{body}</w:body></w:document>")
        archive.writestr("docProps/core.xml", CORE)
    return file.getvalue()


def paragraph(*runs: str) -> str:
    return "<w:p>" + "".join(f"<w:r><w:t>{run}</w:t></w:r>" for run in runs) + "</w:p>"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (paragraph("Tal", "ks") + paragraph(TALKS), f"Talks\n\n{TALKS}"),
        ("<w:p><w:r><w:t>One</w:t><w:br/><w:t>two</w:t><w:tab/><w:t>three</w:t></w:r></w:p>", "One\ntwo three"),
        ("<w:p><w:del><w:r><w:delText>No</w:delText></w:r></w:del><w:r><w:t>Yes</w:t></w:r></w:p>", "Yes"),
        ("<w:p><mc:Choice><w:t>Once</w:t></mc:Choice><mc:Fallback><w:t>Once</w:t></mc:Fallback></w:p>", "Once"),
        ("<w:tbl><w:tr><w:tc>" + paragraph("8 May") + "</w:tc><w:tc>" + paragraph("Visit") + "</w:tc></w:tr></w:tbl>", "8 May\nVisit"),
    ],
)
def test_paragraphs_of_a_word_document(body: str, text: str) -> None:
    found = read("docx", docx(body))
    assert (found.text, found.hints.title) == (text, "Talks")


@pytest.mark.parametrize(
    ("data", "limits", "reason"),
    [
        (docx(""), Limits(), "without text"),
        (docx(paragraph("x" * 1_000)), Limits(max_bytes=100), "unpacks to more than 400 bytes"),
        (docx(paragraph("&a;"), '<!DOCTYPE d [<!ENTITY a "aaaa">]>'), Limits(), "with a document type"),
        (docx("<w:p>"), Limits(), "damaged"),
        (b"PK\x03\x04", Limits(), "damaged or encrypted"),
    ],
)
def test_word_documents_without_text(data: bytes, limits: Limits, reason: str) -> None:
    with pytest.raises(NotText, match=reason):
        read("docx", data, limits)


# ---------------------------------------------------------------- e-mail


def mail(*, text: str | None = None, page: str | None = None) -> bytes:
    message = EmailMessage()
    message["Subject"], message["From"] = "Talks in Lumen", "Press Office <press@mfa.example>"
    message["Date"] = "Tue, 07 May 2019 23:30:00 -0400"
    if text is not None:
        message.set_content(text)
    if page is not None:
        message.add_alternative(page, subtype="html")
    return bytes(message)


PAGE = f"<html><body><p>{TALKS} Kos’s</p></body></html>"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (mail(text=TALKS + " – Kos’s"), f"Talks in Lumen\n\n{TALKS} – Kos’s\n"),
        (mail(text=TALKS, page=PAGE), f"Talks in Lumen\n\n{TALKS}\n"),
        (mail(page=PAGE), f"Talks in Lumen\n\n{TALKS} Kos’s"),
    ],
)
def test_mails(data: bytes, text: str) -> None:
    found = document("mail", data)
    assert (found.text, found.title, found.published_on) == (text, "Talks in Lumen", date(2019, 5, 7))
    assert found.publisher == "Press Office"


def test_a_page_saved_as_mail() -> None:
    head = b"From: <Saved by a browser>\nSnapshot-Content-Location: https://mfa.gov.az/1\nDate: Tue, 07 May 2019 23:30:00 -0400\n"
    head += b'MIME-Version: 1.0\nContent-Type: multipart/related; type="text/html"; boundary="b"\n'
    found = document("mail", head + b"\n--b\nContent-Type: text/html\n\n" + PAGE.encode() + b"\n--b--\n")
    assert (found.text, found.url, found.published_on, found.publisher) == (f"{TALKS} Kos’s", "https://mfa.gov.az/1", None, None)


def test_a_mail_of_attachments() -> None:
    message = EmailMessage()
    message.add_attachment(b"x", "application", "pdf")
    with pytest.raises(NotText, match="attachments are not read"):
        read("mail", bytes(message))


# ---------------------------------------------------------------- Markdown


@pytest.mark.parametrize(
    ("written", "text"),
    [
        (f"# Talks\n\n{TALKS}\n", f"Talks\n\n{TALKS}"),
        ("**Kos** met *Novak* in [Lumen](https://x.example).", "Kos met Novak in Lumen."),
        ("- one\n- two\n\n1. three\n2. four", "one\ntwo\n\n1. three\n2. four"),
        ("One\ntwo", "One\ntwo"),
        ("2014. A year", "2014. A year"),
        ("| a | b |\n|---|---|\n| 8 May | Visit |", "a b\n8 May Visit"),
        ("![a picture](x.png)\n\n<div>x</div>\n\nText", "Text"),
        ("    indented", "indented"),
        ("> quoted", "quoted"),
    ],
)
def test_markdown(written: str, text: str) -> None:
    assert read("markdown", written.encode()).text == text


def test_front_matter() -> None:
    found = document("markdown", f"---\ntitle: Talks\ndate: 2019-05-07\nlink: https://x.example/1\n---\n{TALKS}".encode())
    assert (found.text, found.published_on, found.url) == (f"Talks\n\n{TALKS}", date(2019, 5, 7), "https://x.example/1")


# ---------------------------------------------------------------- whatever


SOUND = {"html": PAGE.encode(), "pdf": pdf([TALKS], [VISIT]), "docx": docx(paragraph(TALKS)), "mail": mail(text=TALKS, page=PAGE),
         "markdown": b"---\ntitle: x\n---\n# Talks\n\n* a\n"}


BITES = st.lists(st.tuples(st.floats(0, 1), st.binary(min_size=1, max_size=4)), max_size=6)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(sorted(SOUND)), BITES, st.floats(0.1, 1))
def test_damaged_files_are_read_or_refused(reader: str, bites: list[tuple[float, bytes]], kept: float) -> None:
    assert SOUND.keys() == FOREIGN.keys()
    data = bytearray(SOUND[reader])
    for place, bite in bites:
        at = int(place * (len(data) - len(bite)))
        data[at : at + len(bite)] = bite
    try:
        assert isinstance(read(reader, bytes(data[: int(kept * len(data))])).text, str)
    except NotText as why:
        assert str(why)
