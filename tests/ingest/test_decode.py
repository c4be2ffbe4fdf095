"""Bytes to characters, and the repairs that follow."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.ingest.decode import NotText, decode
from pipelines.ingest.repair import repair

PLAIN = "The President met Minister Novak – “a good day”, he said. "
SLAVIC = "Ministar Šašić je primio ambasadora Đurića i Željka Čubrića. " * 4


@pytest.mark.parametrize(
    ("text", "written_as", "expected"),
    [
        ("Talks in Oslo.", "ascii", "ascii"),
        (PLAIN, "utf-8", "utf-8"),
        (PLAIN, "utf-8-sig", "utf-8"),
        (PLAIN, "utf-16", "utf-16-le"),
        (PLAIN, "utf-16-be", "utf-16-be"),
        (PLAIN, "utf-16-le", "utf-16-le"),
        (PLAIN, "utf-32", "utf-32-le"),
        (PLAIN, "cp1252", "windows-1252"),
        (SLAVIC, "cp1250", "windows-1250"),
    ],
)
def test_encodings(text: str, written_as: str, expected: str) -> None:
    assert decode(text.encode(written_as)) == (text, expected)


def test_binary() -> None:
    with pytest.raises(NotText, match="binary"):
        decode(bytes(range(32)) * 10)


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_not_text(data: bytes) -> None:
    try:
        text, encoding = decode(data)
    except NotText:
        return
    assert isinstance(text, str) and encoding


@pytest.mark.parametrize(
    ("raw", "repaired"),
    [
        ("a\r\nb\rc\x0bd\u2028e\x85f", "a\nb\nc\nd\ne\nf"),
        ("Mini\u00adster\u200b \u202eOslo\ufeff\x00", "Minister Oslo"),
        ("5\u00a0May\u20092014", "5 May 2014"),
        ("PetroviÄ‡ and GaÅ¡iÄ‡ met", "Petrović and Gašić met"),
        ("“Curly” and 'straight' quotes’", "“Curly” and 'straight' quotes’"),
        ("\u0421ommission and \u0441elebrate", "Commission and celebrate"),
        ("\u041c\u043e\u0441\u043a\u0432\u0430 and Oslo", "\u041c\u043e\u0441\u043a\u0432\u0430 and Oslo"),
        ("Gas\u030cic\u0301", "Gašić"),
        ("lone \ud800 surrogate", "lone  surrogate"),
        ("Sauli Niinist\\xF6, Jo\\xE3o\\_Louren\\xE7o and Nguy\\u1EC5n\\u2019s", "Sauli Niinistö, João Lourenço and Nguyễn’s"),
        ("C:\\xampp, \\x41, \\u0041 and \\_", "C:\\xampp, \\x41, \\u0041 and \\_"),
        ("no half \\ud83d\\ude00 of a pair", "no half  of a pair"),
    ],
)
def test_repair(raw: str, repaired: str) -> None:
    assert repair(raw) == repaired


@given(st.text(max_size=200))
def test_repair_leaves_nothing_invisible(text: str) -> None:
    assert not set(repair(text)) & set("\r\x00\u200b\u00ad\ufeff\u2028")
