"""The country of a publisher, where its name or its address says so beyond doubt.

What belongs here: names of countries in names of publishers, endings of addresses. What does not: guessing from the text.
"""
import re
from functools import cache

from pipelines.lexicon.countries import iso_of
from pipelines.lexicon.loader import read_tsv

WORD = re.compile(r"[^\W\d_][\w’'-]*+")
HOST = re.compile(r"[a-z]++://(?:[\w-]++\.)++(?P<end>[A-Za-z]++)(?![\w.-])")
MOST_WORDS = 6
FOREIGN = re.compile(r"\b(?:embassy|consulate|mission|representation|delegation)\b", re.IGNORECASE)


def country_of_publisher(publisher: str | None, url: str | None) -> str | None:
    """ISO 3166-1 alpha-3, None where neither says it: the one country named, else that of the address."""
    named = _named(publisher) if publisher else set()
    if len(named) == 1:
        return next(iter(named))
    return _of_address(url) if url and not named else None


def _named(publisher: str) -> set[str]:
    """The countries that a name holds; the embassy of one country in another is the first one's."""
    words = WORD.findall(publisher)[:40]
    found: list[str] = []
    start = 0
    while start < len(words):
        length, code = _longest(words[start:])
        found += [code] if code else []
        start += length
    return set(found[:1] if FOREIGN.search(publisher) else found)


def _longest(words: list[str]) -> tuple[int, str | None]:
    for length in range(min(MOST_WORDS, len(words)), 0, -1):
        name = " ".join(words[:length]).removesuffix("'s").removesuffix("’s")
        if name[:1].isupper() and (code := iso_of(name)) is not None:
            return length, code
    return 1, None


def _of_address(url: str) -> str | None:
    host = HOST.match(url)
    return _endings().get(host["end"].lower()) if host else None


@cache
def _endings() -> dict[str, str]:
    return {row["ending"]: row["country"] for row in read_tsv("top_level_domains.tsv")}
