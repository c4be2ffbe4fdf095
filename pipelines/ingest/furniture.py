"""Lines that are no part of a story: navigation, section names, cookie notices, bylines, share counts, credits.

What belongs here: what a single line is, by the rows of `lexicon/boilerplate.tsv`. What does not: where on the page a
story begins or ends (`page`, and the segment layer), for a line such as "Politics" may stand inside a story.
"""
import re
from functools import cache, lru_cache

from pipelines.lexicon.loader import read_tsv

BULLETS = " \t*•|>»›<«‹–—·#▪■►+\\"
CLOSING = BULLETS + ":…."
SEPARATORS = re.compile(r"\s*[|▾▼»>•·/]\s*|\s{3,}")
MIN_LABELS, MOST_LABELS = 3, 0.7
MAX_CHARS = 220  # longer lines are prose, except disclaimers
ANY_LENGTH = frozenset({"disclaimer"})


@lru_cache(maxsize=1024)  # several steps ask it of every line of a page
def furniture_kind(line: str) -> str | None:
    """navigation, section, cookie, share, comment, related, byline, credit, copyright or disclaimer; None: none of these."""
    folded = " ".join(line[:MAX_CHARS].lower().split())
    if not folded:
        return None
    plain = folded.strip(BULLETS)
    kind = _whole_lines().get(plain.rstrip(CLOSING)) or _by_start(plain)
    if len(line) > MAX_CHARS:
        return kind if kind in ANY_LENGTH else None
    return kind or _by_pattern(folded) or _by_parts(folded)


def _by_start(plain: str) -> str | None:
    found = _starts().match(plain)
    return _start_kinds()[found.group(1)] if found else None


def _by_pattern(folded: str) -> str | None:
    for inside, kind in _insides():
        if inside in folded:
            return kind
    found = _patterns().fullmatch(folded)
    return found.lastgroup.rsplit("_", 1)[0] if found and found.lastgroup else None


def _by_parts(folded: str) -> str | None:
    """A bar of labels: "news ▾ sport ▾ log in | subscribe", "share tweet print"; each of them would be furniture in a line of its own."""
    for parts in (SEPARATORS.split(folded), folded.split()):
        kinds = [_whole_lines().get(part.strip(CLOSING)) for part in parts if part.strip(CLOSING)]
        known = [kind for kind in kinds if kind is not None]
        if len(kinds) >= MIN_LABELS and len(known) >= MOST_LABELS * len(kinds):
            return known[0]
    return None


def _rows(match: str) -> list[tuple[str, str]]:
    return [(row["pattern"], row["kind"]) for row in read_tsv("boilerplate.tsv") if row["match"] == match]


@cache
def _whole_lines() -> dict[str, str]:
    return {pattern.rstrip(CLOSING): kind for pattern, kind in _rows("line")}


@cache
def _insides() -> tuple[tuple[str, str], ...]:
    return tuple(_rows("inside"))


@cache
def _start_kinds() -> dict[str, str]:
    return dict(_rows("start"))


@cache
def _starts() -> re.Pattern[str]:
    longest_first = sorted(_start_kinds(), key=lambda pattern: (-len(pattern), pattern))
    return re.compile("(" + "|".join(re.escape(pattern) for pattern in longest_first) + r")(?<!\w(?=\w))")


@cache
def _patterns() -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<{kind}_{number}>{pattern})" for number, (pattern, kind) in enumerate(_rows("regex"))))


def is_bulletin_name(line: str) -> bool:
    """Whether a line is the name of a page that holds many stories ("News in Brief", "Weekly Bulletin No. 12")."""
    return len(line) < 100 and _bulletins().match(line.strip(BULLETS)) is not None


def is_institution(line: str) -> bool:
    """Whether a line begins as the name of an institution or its site does ("Embassy of …", "Official website of …")."""
    return _institutions().match(line) is not None


@cache
def _bulletins() -> re.Pattern[str]:
    return _any_of("bulletin")


@cache
def _institutions() -> re.Pattern[str]:
    return _any_of("institution")


def _any_of(match: str) -> re.Pattern[str]:
    return re.compile("(?:the )?(?:" + "|".join(pattern for pattern, _ in _rows(match)) + r")\b(?!\w)", re.IGNORECASE)
