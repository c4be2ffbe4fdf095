"""The year of a page that gives no day in full: of a line of its own, of its title, of the names of what it tells ("SHIELD 2016").

What belongs here: years in passing, which only complete days and months. What does not: full dates (`anchors`), years that the edges
of a page give as its own (`ingest.page_edges`).
"""
import re
from collections.abc import Iterator
from datetime import date

READ = 20_000  # characters
MIDDLE = (7, 2)
YEAR = r"(?P<year>(?:19|20)\d\d)(?![\w%/–-]|[.,]\d)"
ALONE = re.compile(rf"(?:^|\n)[ \t]{{0,9}}[(\[]?{YEAR}[)\]]?\.?[ \t]{{0,9}}(?:$|\n)")
NAMED = re.compile(rf"\b(?P<name>[A-Z][\w’']{{1,30}}+)[\"”»]?[ -]{YEAR}")
REST = re.compile(rf"\b(?:rest|remainder|end|course) of (?:the year )?{YEAR}")
ANY = re.compile(rf"(?<![\w$€£.,/-]){YEAR}")
OTHER_NAMES = re.compile(
    r"(?:Vision|Agenda|Horizon|Resolution|Act|Treaty|Agreement|Convention|Protocol|Strategy|Plan|Programme|Program|Constitution|Law|Accords?|"
    r"Goals|War|In|Since|By|Until|From|After|Before|During|Of|The|January|February|March|April|May|June|July|August|September|October|"
    r"November|December|Spring|Summer|Autumn|Winter|Established|Founded)$", re.IGNORECASE
)
BOUND = re.compile(r"\b(?:by|until|till|to|for|before|towards) (?:the year |the end of )?$")
RECALLING = re.compile(r"\b(?:since|of|from|signed in|in|and|dated) $")


def told_year(text: str) -> date | None:
    """The middle of that year, if the text tells of no later one but as of a goal."""
    head = text[:READ]
    found = next((set(years) for years in (alone(head), titled(head), named(head)) if years), set())
    year = max(found, default=0)
    later = any(int(m["year"]) > year and not BOUND.search(head, max(0, m.start() - 30), m.start()) for m in ANY.finditer(head))
    return None if len(found) != 1 or later else date(year, *MIDDLE)


def alone(text: str) -> list[int]:
    return [int(m["year"]) for m in ALONE.finditer(text)]


def titled(text: str) -> list[int]:
    """Of the first line, unless it is recalled there: "30 years since 1992"."""
    line = text.lstrip().split("\n", 1)[0][:200]
    years = ANY.finditer(line)
    return [int(m["year"]) for m in years if not (RECALLING.search(line, 0, m.start()) or BOUND.search(line, 0, m.start()))]


def named(text: str) -> list[int]:
    return [*_names(text), *(int(m["year"]) for m in REST.finditer(text))]


def _names(text: str) -> Iterator[int]:
    yield from (int(m["year"]) for m in NAMED.finditer(text) if not OTHER_NAMES.match(m["name"]))
