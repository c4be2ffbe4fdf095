"""People without name or office: groups, delegations, pronouns.

What belongs here: "the two sides", "the Serbian delegation", "both", "he". What does not: whom they mean (`coding.cast`).
"""
import re
from collections.abc import Iterator
from dataclasses import replace

from pipelines.model.mention import PersonMention
from pipelines.recognize.people.assembly import NUMBERS
from pipelines.recognize.people.chunks import Row
from pipelines.recognize.people.offices import country_of

GROUPS = re.compile(
    r"(?P<delegation>(?:[dh][wMAakDCQY&]{0,5}|(?:C'|[DCBY]'?)[MAaw]{0,2}|[Mkw]?[MA]?)Z(?:od?[CB])?)"
    r"|(?P<group>[dh]?Q?[kMa]{0,2}(?:C'|D)?[kMa]{0,2}(?:od?)?V)"
    r"|(?P<side>[dh]?(?:C'|[DC])v)"
    r"|(?P<quantity>d?Q)"
    r"|(?P<pronoun>p)"
)
VERBS = {"had", "have", "were", "are", "will", "would", "also", "then", "spoke", "said", "met", "agreed", "held", "want", "wanted", "believe",
         "may", "can", "could", "should", "must", "shook", "took", "gave", "went", "began", "did", "do", "first", "later", "jointly", "told",
         "exchanged", "saw", "made", "put", "set", "laid", "sat", "came", "left", "stood", "touched", "finally", "again", "further",
         "reviewed", "discussed", "noted", "underlined", "who", "whom", "as", "both", "each", "and", "discuss", "exchange", "sign", "meet", "agree"}


def find_groups(row: Row, taken: list[tuple[int, int]]) -> list[PersonMention]:
    """Groups, delegations and pronouns outside the chunks that somebody named covers."""
    letters = list(row.letters)
    for begin, stop in taken:
        letters[begin:stop] = "#" * (stop - begin)
    line = "".join(letters)
    return [mention for match in GROUPS.finditer(line) for mention in _build(row, match)]


def _build(row: Row, match: re.Match[str]) -> Iterator[PersonMention]:
    kind = match.lastgroup
    begin, stop = match.span()
    first, last = row.chunks[begin], row.chunks[stop - 1]
    plain = PersonMention(first.start, last.end, "group", country=_country(row, begin, stop))
    if kind == "pronoun":
        yield replace(plain, kind="pronoun", country=None, plural=row.line.units[first.begin].text.lower() in ("they", "them", "we", "us"))
    elif kind == "delegation":
        plural = any(row.line.units[row.chunks[i].begin].text.lower() == "delegations" for i in range(begin, stop))
        yield replace(plain, kind="delegation", plural=plural, count=count_of(row, begin, stop))
    elif kind == "side":
        yield plain
    elif (kind == "group" and _definite(row, begin, stop)) or (kind == "quantity" and _acts(row, begin, stop)):
        yield replace(plain, plural=True, count=count_of(row, begin, stop))


def _country(row: Row, begin: int, stop: int) -> str | None:
    return next((code for i in range(begin, stop) if row.letters[i] in "CDBY" and (code := country_of(row.line.units[row.chunks[i].begin]))), None)


def count_of(row: Row, begin: int, stop: int) -> int | None:
    words = [word for i in range(begin, stop) if row.letters[i] == "Q" for word in row.line.units[row.chunks[i].begin].text.lower().split()]
    return next((NUMBERS[word] for word in words if word in NUMBERS), None)


def _definite(row: Row, begin: int, stop: int) -> bool:
    """`the sides`, `both parties`, `Serbian officials`; not `political parties`."""
    first = row.line.units[row.chunks[begin].begin]
    if first.letter == "d":
        return first.text.lower() != "a"
    return first.letter in "Qh" or any(row.letters[i] in "CD" for i in range(begin, stop))


def _acts(row: Row, begin: int, stop: int) -> bool:
    """`the two spoke`, `signed by the two.`, `both believed`: a verb, a sign or the end follows, no noun."""
    first = row.line.units[row.chunks[begin].begin]
    if first.letter == "Q" and first.text.lower().split()[0] not in ("both", "all"):
        return False
    if stop == len(row.chunks):
        return True
    following = row.line.units[row.chunks[stop].begin]
    word = following.text.lower()
    if first.text.lower() == "all" or (first.letter == "Q" and following.letter in "&d"):
        return False
    return following.letter in ",x" or word in VERBS or (following.letter in "wa" and word.endswith("ed"))
