"""Bytes to characters. What belongs here: which encoding. What does not: repairing what was decoded (`repair`)."""
import codecs
import re

from pipelines.ingest.inputs import NotText

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
SAMPLE = 65_536  # bytes that the detector looks at: enough for a verdict, bounded for time
CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
MAX_CONTROL_SHARE = 0.01
PUNCTUATION_1252 = frozenset(b"\x85\x91\x92\x93\x94\x95\x96\x97\xa0\xa9\xab\xae\xbb")  # … ‘ ’ “ ” • – — nbsp © « ® »


CODE_PAGE = re.compile(r"(?:windows-|cp|iso-?8859|latin|koi8|gb|big5|euc-|shift_?jis|mac)[\w-]{0,14}")


def decode(data: bytes, declared: str | None = None) -> tuple[str, str]:
    """Text and the name of its encoding. `declared`: what the text itself claims, believed where it is not UTF-8. Raises NotText."""
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark):], encoding), encoding
    if (encoding_16 := _utf16_without_mark(data)) is not None:
        return _strictly(data, encoding_16), encoding_16
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        _refuse_binary(data)
        encoding = _declared(data, declared) or _legacy_encoding(data)
        return _strictly(data, encoding), encoding
    _refuse_binary(data)
    return text, "ascii" if data.isascii() else "utf-8"


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise NotText(f"cannot be decoded as {encoding}, byte {error.start}") from error


def _utf16_without_mark(data: bytes) -> str | None:
    """English in UTF-16 has a NUL in every second byte."""
    head = data[:4096]
    if len(head) < 8 or len(data) % 2 or not 0.3 < head.count(0) / len(head) < 0.6:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if min(even, odd) > 0.1 * max(even, odd):
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _refuse_binary(data: bytes) -> None:
    head = data[:SAMPLE]
    if len(CONTROL.findall(head)) > MAX_CONTROL_SHARE * len(head):
        raise NotText("binary, not a text")


def _declared(data: bytes, name: str | None) -> str | None:
    """The encoding that is claimed, if it is a code page (Python also knows codecs that are none) and fits."""
    return name if name is not None and CODE_PAGE.fullmatch(name) and _decodes(data, name) else None


def _legacy_encoding(data: bytes) -> str:
    """The encoding of text that is not UTF-8.

    Where all bytes beyond ASCII are Windows punctuation (curly quotes, dashes) nothing needs to be guessed; otherwise
    the detector decides among the code pages (its confidence is low for short texts, its choice mostly right).
    """
    beyond = data.translate(None, bytes(range(128)))
    if all(byte in PUNCTUATION_1252 for byte in beyond):
        return "windows-1252"
    guess = _detect(data)
    for encoding in (guess, "windows-1252", "latin-1"):
        if encoding is not None and _decodes(data, encoding):
            return encoding
    raise NotText("cannot be decoded: no known encoding fits")


def _detect(data: bytes) -> str | None:
    import chardet  # only here: files that are not UTF-8 are rare, the import is not free

    first = next((i for i, byte in enumerate(data) if byte > 127), 0)
    start = max(0, first - SAMPLE // 2)
    found = chardet.detect(data[start : start + SAMPLE])["encoding"]
    return found.lower() if isinstance(found, str) else None


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return False
    return True
