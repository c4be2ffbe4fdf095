"""Who speaks, from the frame around the news: banner and footer lines, news agencies, addresses.

What belongs here: evidence outside the sentences of the items, as votes for countries. What does not: datelines and what
the sentences say (`issuer`).
"""
import re
from collections import Counter
from functools import cache

import ahocorasick_rs

from pipelines.lexicon.loader import read_tsv, split_cell
from pipelines.model.mention import PlaceMention
from pipelines.recognize.places import find_places

_LINES = 14  # non-empty lines at either end among which a page shows whose it is
_LONG = 160  # characters; a longer line is prose
_SHORT = 60  # characters of a line that holds but a place and a day
_WHOLE = 20_000  # characters read of a long text
_HEAD = 400  # characters within which an agency's full name is the page's own
BANNER, AGENCY, ADDRESS, PLACE = 3.0, 3.0, 2.0, 1.0  # how much each says; an agency's dateline abroad must not outweigh it
_WORD = re.compile(r"[^\W\d_]++(?:['’-][^\W\d_]++)*")
_ABBREVIATED = re.compile(r"\([A-Z]{2,8}\)")  # "Media Division (PMD)"
_PART = re.compile(r"\s{2,}|\t|[|»/]|::|(?<=[a-z])\. | [-–—] ")
_MISSION = re.compile(r"\b(?:embassy|embassies|consulate|high commission|mission|embajada|ambassade|embaixada)\b", re.I)
_ADDRESS = re.compile(
    r"(?<![\w.@-])(?P<sure>https?://|www\.|[\w.-]{1,40}@)?"
    r"(?P<host>[a-z0-9-]{2,40}(?:\.[a-z0-9-]{2,40}){0,4})\.(?P<end>[a-z]{2,3})(?![\w-]|\.\w)", re.I)
_DOTTED = re.compile(r"\.[^\W\d_]{2}")  # what every address holds
_OFFICIAL = re.compile(r"(?:^|[.-])(?:gov|gob|gouv|govt|go|gv|mfa|mofa|mod|mil|president|parliament|embassy)(?:[.-]|$)")


def frame_votes(text: str) -> Counter[str]:
    """Country to weight, from banner lines, agencies and addresses; each kind counts once for a country."""
    votes: Counter[str] = Counter()
    whole = text[:_WHOLE]
    frame = ((_banners(text), BANNER), (_agencies(whole), AGENCY), (_addresses(whole), ADDRESS), (_place_lines(text), PLACE))
    for countries, weight in frame:
        votes.update(dict.fromkeys(sorted(countries), weight))
    return votes


@cache
def _words() -> dict[str, bool]:
    return {row["word"]: row["office"] == "x" for row in read_tsv("banner_words.tsv")}


def _edge_lines(text: str) -> list[tuple[int, int]]:
    """(start, end) of the first and the last non-empty lines."""
    head = [m.span() for m in re.finditer(r"[^\n]*\S[^\n]*", text[:4000])][:_LINES]
    shift = max(0, len(text) - 4000)
    tail = [(a + shift, b + shift) for a, b in (m.span() for m in re.finditer(r"[^\n]*\S[^\n]*", text[shift:]))][-_LINES:]
    return sorted(set(head + tail))


def _banners(text: str) -> set[str]:
    """The states whose office a whole line, or a part of one between bars and gaps, names."""
    found: set[str] = set()
    lines = _edge_lines(text)
    for (start, end), below in zip(lines, [*lines[1:], (0, 0)], strict=False):
        if end - start <= _LONG:
            whole = _banner(text, start, end)
            parts = (_banner(text, a, b) for a, b in _parts(text, start, end)) if whole is None else (whole,)
            found.update(country for country in parts if country)
            found.update(_of_two_lines(text, start, end, *below))
    return found


def _of_two_lines(text: str, start: int, end: int, start_below: int, end_below: int) -> list[str]:
    """"Ministry of Defence" and, in the line below, "Republic of X" and nothing else."""
    if start_below != end + 1 or end_below - start > _SHORT or find_places(text, start, end):
        return []
    below = find_places(text, start_below, end_below)
    if len(below) != 1 or below[0].kind != "country" or below[0].end - below[0].start < end_below - start_below - 6:
        return []
    country = _banner(text, start, end_below)
    return [country] if country else []


def _parts(text: str, start: int, end: int) -> list[tuple[int, int]]:
    cuts = [start, *(at for m in _PART.finditer(text, start, end) for at in m.span()), end]
    return [(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=True) if b > a] if len(cuts) > 2 else []


def _banner(text: str, start: int, end: int) -> str | None:
    """The state of a line that holds nothing but an office's name; a mission's is the first, where it sits the second."""
    said = list(_WORD.finditer(text, start, end))
    if not any(_words().get(_bare(m.group())) for m in said):
        return None  # most lines
    places = [p for p in find_places(text, start, end) if p.kind != "body"]
    named = [p for p in places if p.kind in ("country", "demonym") and not any(0 < p.start - q.end < 4 for q in places)]  # "Office, X, Y"
    states = list(dict.fromkeys(p.countries[0] for p in named if p.countries))
    short = [m.span() for m in _ABBREVIATED.finditer(text, start, end)]
    covered = [(p.start, p.end) for p in places] + short
    words = [_bare(m.group()) for m in said if not any(a <= m.start() < b for a, b in covered)]
    if not states or not any(_words().get(w) for w in words) or not all(w in _words() for w in words):
        return None
    return states[0] if len(states) == 1 or _MISSION.search(text, start, end) else None


def _bare(word: str) -> str:
    return word.lower().removesuffix("'s").removesuffix("’s")


def _place_lines(text: str) -> set[str]:
    """"Apia, SAMOA" alone in a line: the state of a capital with nothing but its country and figures beside it."""
    found = set()
    for start, end in _edge_lines(text):
        places = find_places(text, start, end) if end - start <= _SHORT else []
        states = {p.countries[0] for p in places if p.countries}
        if places and places[0].kind == "capital" and len(states) == 1 and _holds_only(text, start, end, places):
            found |= states
    return found if len(found) == 1 else set()


def _holds_only(text: str, start: int, end: int, places: list[PlaceMention]) -> bool:
    """Does a line hold nothing but places and words that stand beside them in a banner?"""
    rest = (m for m in _WORD.finditer(text, start, end) if not any(p.start <= m.start() < p.end for p in places))
    return all(_words().get(m.group().lower()) is False for m in rest)


@cache
def _agency_patterns() -> tuple[ahocorasick_rs.AhoCorasick, tuple[re.Pattern[str], re.Pattern[str]], dict[str, str]]:
    """All names; (in a dateline or source line, a full name anywhere near either end); and the country of each name."""
    country = {name: row["country"] for row in read_tsv("agencies.tsv") for name in split_cell(row["names"])}
    every = "|".join(re.escape(name) for name in sorted(country, key=len, reverse=True))
    full = "|".join(re.escape(name) for name in sorted(country, key=len, reverse=True) if not name.isupper())
    placed = re.compile(
        rf"^[^\n]{{0,80}}?[(/\[] ?(?P<a>{every}) ?[)/\]]\.? ?[-–—:.]"  # CITY, May 5 (NAME) - ; /NAME/.
        rf"|^[^\n]{{0,60}}?\b(?:Source|By|by|Photo|Author|Publisher|Agency)[:| ] ?(?P<b>{every})\b"
        rf"|(?:[-–—.(/] ?|^)(?P<c>{every})\)?[ \t]*$"  # at the end of a paragraph, or alone in a line
        rf"|^(?:date \S+ )?(?P<d>{every}) ?(?:[-–—|:]|/)", re.M)
    return ahocorasick_rs.AhoCorasick(sorted(country)), (placed, re.compile(rf"(?<![\w.])(?P<e>{full})(?!\w)")), country


def _lines_at(text: str, offsets: list[int]) -> list[str]:
    """The lines in which the offsets lie, which ascend; each once."""
    lines, end = [], -1
    for offset in offsets:
        if offset > end:
            end = stop if (stop := text.find("\n", offset)) >= 0 else len(text)
            lines.append(text[text.rfind("\n", 0, offset) + 1 : end])
    return lines


def _agencies(text: str) -> set[str]:
    known, (placed, full), country = _agency_patterns()
    lines = _lines_at(text, [start for _, start, _ in known.find_matches_as_indexes(text)])
    if not lines:
        return set()  # most texts
    names = [name for line in lines for m in placed.finditer(line) for name in m.groups() if name]
    names += [m.group() for m in full.finditer(text[:_HEAD] + "\n" + text[max(_HEAD, len(text) - _HEAD):])]
    return {country[name] for name in names}


@cache
def _endings() -> dict[str, tuple[str, bool]]:
    return {row["ending"]: (row["country"], row["word"] == "x") for row in read_tsv("top_level_domains.tsv")}


def _addresses(text: str) -> set[str]:
    """The states of the addresses that a page gives; of several states' none is its own."""
    found = set()
    for match in _ADDRESS.finditer(text) if _DOTTED.search(text) else ():
        country, word = _endings().get(match["end"].lower(), (None, False))
        official = _OFFICIAL.search(match["host"].lower()) is not None
        if country and (match["sure"] or official or (not word and match["end"].islower() and len(match["end"]) == 2)):
            found.add(country)
    return found if len(found) == 1 else set()
