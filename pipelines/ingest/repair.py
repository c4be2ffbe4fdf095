"""Makes decoded text fit to be pointed into: one kind of newline, no invisible characters, mojibake undone.

What belongs here: repairs that keep every word. What does not: removing boilerplate (`segment`), normalizing names.
After this step the text is frozen: every offset of the dataset counts its characters.
"""
import re
import unicodedata
from functools import cache

from pipelines.lexicon.loader import read_tsv

NEWLINES = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
# Control characters, soft hyphen, zero-width and bidirectional marks, surrogates, the mark of byte order.
INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffc]"
)
SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
# What UTF-8 read as a Windows code page starts with, followed by what it goes on with: only then is ftfy worth loading.
MOJIBAKE = re.compile("[ÂÃÄÅÆÇÐÑØÙâãäåðÎÏРСв][\u0080-\u00bf\u0152-\u0192\u02c6\u02dc\u2013-\u2122]")
ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2}))")  # how programs write "Niinist\xf6", where nobody read it back
BLANK = re.compile(r"(?<=[^\W_])\\_(?=[^\W_])")  # the same for a space that is not to be broken: "White\_House"
FIRST_BEYOND = 0xA0  # what comes before is ASCII or control characters, which nobody has to escape
SEAM = re.compile("[A-Za-z][\u0370-\u052f]|[\u0370-\u052f][A-Za-z]")
WORD = re.compile(r"[^\W\d_]++")


def repair(text: str) -> str:
    """The text as it is stored. Length may change: offsets are counted in the result."""
    text = unescape(NEWLINES.sub("\n", text))
    text = undo_mojibake(text)
    text = SPACES.sub(" ", INVISIBLE.sub("", NEWLINES.sub("\n", text)))
    text = unicodedata.normalize("NFC", text) if not text.isascii() else text
    return unmix_scripts(text)


def unescape(text: str) -> str:
    """Letters, quotes and spaces that stand in a text as programs escape them, put right."""
    return BLANK.sub(" ", ESCAPE.sub(_unescaped, text)) if "\\" in text else text


def _unescaped(found: re.Match[str]) -> str:
    code = int(found[1] or found[2], 16)
    return chr(code) if code >= FIRST_BEYOND else found[0]


def undo_mojibake(text: str) -> str:
    """UTF-8 that somebody read as a Windows code page, put right. Quotes stay as they are: they are evidence."""
    if text.isascii() or MOJIBAKE.search(text) is None:
        return text
    import ftfy
    from ftfy import badness

    config = ftfy.TextFixerConfig(uncurl_quotes=False, fix_character_width=False, unescape_html=False, normalization="NFC")
    lines = text.split("\n")
    return "\n".join(ftfy.fix_text(line, config) if badness.is_bad(line) else line for line in lines)


def unmix_scripts(text: str) -> str:
    """Look-alikes in words of two scripts become Latin, one character for one ("Сommission" with a Cyrillic С)."""
    if text.isascii() or SEAM.search(text) is None:
        return text
    return WORD.sub(lambda word: _latin(word.group()) if SEAM.search(word.group()) else word.group(), text)


def _latin(word: str) -> str:
    mapped = word.translate(_lookalikes())
    all_latin = all("LATIN" in unicodedata.name(letter, "") for letter in mapped)
    return mapped if all_latin else word


@cache
def _lookalikes() -> dict[int, str]:
    return {ord(row["letter"]): row["latin"] for row in read_tsv("lookalikes.tsv")}
