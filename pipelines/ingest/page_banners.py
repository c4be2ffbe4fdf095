"""Lines at the top of a page that name it, and no story: the institution, the site, the section, the column.

What belongs here: what such a name is made of (`lexicon/boilerplate.tsv`, matches institution and word). What does not: its
place on the page (`page`).
"""
import re
from functools import cache

from pipelines.ingest.furniture import furniture_kind, is_bulletin_name, is_institution
from pipelines.ingest.headlines import has_headline_word, has_news_word
from pipelines.lexicon.countries import iso_of
from pipelines.lexicon.loader import read_tsv

MAX_CHARS = 120
MAX_PART_WORDS = 12
MAX_SITE_WORDS = 3  # of a part that is known to be nothing: the site's own name, a city
MAX_COLUMN_WORDS = 8
PART = re.compile(r"\s*[|/>»›•·:()]+\s*|\s+[-–—]+\s+|\s{2,}|[.,]\s+|[.,]$")
SMALL = frozenset("of for in to and the at on de del la du des et y".split())
PARENTHESIS = re.compile(r"\([^()]{1,40}\)")
BARS = re.compile(r"[|▾▼»]|\s{2,8}")
LONG_BAR = 4  # so many labels in a row are one, though some of them may be words of news
ADDRESS = re.compile(r",\s\d{3,6}\s[^\W\d_][\w-]{1,30}$")  # "Ministry of Interior, 1456 Nicosia"
ROMAN = re.compile(r"[ivxlc]{1,6}")


def is_banner(line: str) -> bool:
    """Whether a line names the institution, site, section or column whose page it is, and tells nothing."""
    if is_column(line):
        return True
    if len(line) > MAX_CHARS or has_news_word(line):
        return False
    parts = [part for part in PART.split(line) if _bare(part)]
    known = [_names_page(part) for part in parts]
    return _is_place(line) or (any(known) and all(sure or _may_be_site(part) for part, sure in zip(parts, known, strict=True)))


def is_letterhead(line: str) -> bool:
    """Whether a line is nothing but the name of an office: "President's Media Division (PMD)", "Directorate of Communications"."""
    if is_bar(line):
        return True
    line = ADDRESS.sub("", line)
    words = PARENTHESIS.sub(" ", line).split()
    if not 1 < len(words) <= MAX_PART_WORDS or has_news_word(line) or any(map(_counts, words)):
        return False
    if not all(word[:1].isupper() or word.lower() in SMALL for word in words):
        return False
    plain = [word.strip(",.").lower() for word in words]
    ends = plain[-1] in _words("office") and SMALL.isdisjoint(plain)  # "Opening of the Embassy" is a title
    return ends or plain[0] in _words("office") or is_institution(line)


def is_bar(line: str) -> bool:
    """A row of labels between bars; a headline before the name of its site has a longer part."""
    parts = [words for part in BARS.split(line) if (words := part.split())]
    return len(parts) >= (LONG_BAR if has_news_word(line) else LONG_BAR - 1) and all(len(part) <= MAX_SITE_WORDS for part in parts)


def is_column(line: str) -> bool:
    """Whether a line names a page of several stories: "Weekly Digest", "External affairs in brief 04/11/2016"."""
    if len(line) > MAX_CHARS or has_headline_word(line):
        return False
    return any(_ends_as_column(words) for part in PART.split(line) if (words := _bare(part)))


def _bare(part: str) -> list[str]:
    """The words of a part in lower case, without numbers and days."""
    words = [word.strip("'’\"“”()[]#*.,").removesuffix("'s").removesuffix("’s") for word in part.lower().split()]
    return [word for word in words if any(map(str.isalpha, word)) and not _counts(word)]


def _counts(word: str) -> bool:
    return any(map(str.isdigit, word)) or ROMAN.fullmatch(word) is not None or word in _words("day")


def _ends_as_column(words: list[str]) -> bool:
    if len(words) > MAX_COLUMN_WORDS:
        return False
    while words and words[-1] in SMALL:
        words = words[:-1]  # "News summary for 4 May"
    name = " ".join(words)
    return any(name.endswith(end) and name[: -len(end)][-1:] in ("", " ") for end in _words("column"))


def _names_page(part: str) -> bool:
    words = _bare(part)
    if not words or len(words) > MAX_PART_WORDS:
        return False
    if furniture_kind(part) is not None or is_bulletin_name(part) or _is_label(words):
        return True
    return _is_institution_name(part)


def _is_label(words: list[str]) -> bool:
    """Made of nothing but words that name pages, one of them more than a filler."""
    return _page_words().issuperset(words) and not (_words("column") | _words("page")).isdisjoint(words)


def _is_institution_name(part: str) -> bool:
    """Begins with the noun of an institution, or with its name and then the noun; the rest looks like a name too."""
    words = part.split()
    if not all(word[:1].isupper() or not word[:1].isalpha() or word in SMALL for word in words):
        return False
    for first in range(min(len(words), MAX_SITE_WORDS + 1)):
        if words[first].lower() in SMALL and first:
            return False
        if is_institution(" ".join(words[first:])):
            return True
    return False


def _is_place(line: str) -> bool:
    """Nothing but where the page was written: "Apia, SAMOA"."""
    city, comma, country = line.strip(".").partition(",")
    return bool(comma) and iso_of(country.strip().title()) is not None and len(city.split()) <= MAX_SITE_WORDS


def _may_be_site(part: str) -> bool:
    words = part.split()
    return len(words) <= MAX_SITE_WORDS and all(word[:1].isupper() or word in SMALL for word in words)


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(row["pattern"] for row in read_tsv("boilerplate.tsv") if row["match"] == "word" and row["kind"] == kind)


@cache
def _page_words() -> frozenset[str]:
    return _words("column") | _words("page") | _words("filler")
