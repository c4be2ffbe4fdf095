"""People without name or office: groups, delegations, pronouns.

What belongs here: "the two sides", "the Serbian delegation", "both", "he". What does not: whom they mean (`coding.cast`).
"""
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from pipelines.model.mention import PersonMention
from pipelines.recognize.people.chunks import Row, covered
from pipelines.recognize.people.mentions import count_in, first_unit, word_at
from pipelines.recognize.people.offices import country_of
from pipelines.recognize.people.vocabulary import word_set

GROUPS = re.compile(
    r"(?P<delegation>(?:[dh][wMAakDCQY&]{0,5}|(?:C'|[DCBY]'?)[MAaw]{0,2}|[Mk]?[MA]?)Z(?:[oe]d?(?:[CB](?:,C)?|[MAaU]{1,5},C))?)"
    r"|(?P<group>[dh]?Q?[kMa]{0,2}(?:C'|D)?[kMa]{0,2}V)"
    r"|(?P<guest>[dh]k{0,2}(?:D|Y)?[kMa]{0,2}g)(?![WIPCDYBMAaTJLUXVZgN'-])"
    r"|(?P<rank>dk{0,2}R)(?![WIPCDYBMAaTJLUXVZgNRH'-])"
    r"|(?P<side>[dh]?(?:C'|[DC])v)"
    r"|(?P<quantity>d?Q)"
    r"|(?P<pronoun>p)"
)
NOUNS = frozenset("ZVgvQp")  # one of which every group holds
PLURAL_PRONOUNS = {"they", "them", "we", "us"}


def find_groups(row: Row, taken: list[tuple[int, int]]) -> list[PersonMention]:
    """Groups, delegations and pronouns outside the chunks that somebody named covers."""
    if NOUNS.isdisjoint(row.letters):
        return []
    letters = covered(row.letters, taken) if taken else row.letters
    return [mention for match in GROUPS.finditer(letters) for mention in _build(row, str(match.lastgroup), *match.span())]


def _build(row: Row, kind: str, begin: int, stop: int) -> Iterator[PersonMention]:
    mention = PersonMention(row.chunks[begin].start, row.chunks[stop - 1].end, "group", country=_country(row, begin, stop))
    if kind == "pronoun":
        yield replace(mention, kind="pronoun", country=None, plural=word_at(row, begin) in PLURAL_PRONOUNS)
    elif kind == "delegation":
        plural = any(word_at(row, index) == "delegations" for index in range(begin, stop))
        if stop - begin == 1 and not plural and not first_unit(row, begin).capital:
            return  # "delegation-level talks"
        yield replace(mention, kind="delegation", plural=plural, count=count_in(row, begin, stop))
    elif kind == "guest":
        if _is_somebody(row, begin, stop):
            yield replace(mention, kind="office", relation="host" if word_at(row, stop - 1).startswith("host") else "guest")
    elif kind == "rank":
        if first_unit(row, stop - 1).text[0].isupper() or word_at(row, begin + 1) == "visiting":
            yield from _officer(row, mention, begin, stop)
    elif kind == "side":
        yield mention
    elif (kind == "group" and _is_definite(row, begin, stop)) or (kind == "quantity" and _acts(row, begin, stop)):
        yield replace(mention, plural=True, count=count_in(row, begin, stop))


def _officer(row: Row, mention: PersonMention, begin: int, stop: int) -> Iterator[PersonMention]:
    """`the General said`, `the visiting admiral`; not `the General debate`, `a colonel`."""
    if _is_somebody(row, begin, stop):
        yield replace(mention, kind="office", office="military_officer", military_rank=first_unit(row, stop - 1).text)


def _country(row: Row, begin: int, stop: int) -> str | None:
    codes = (country_of(first_unit(row, index)) for index in range(begin, stop) if row.letters[index] in "CDBY")
    return next((code for code in codes if code), None)


def _is_definite(row: Row, begin: int, stop: int) -> bool:
    """`the sides`, `both parties`, `Serbian officials`; not `political parties`."""
    if row.letters[begin] == "d":
        return word_at(row, begin) == "the"
    return row.letters[begin] in "Qh" or any(letter in "CD" for letter in row.letters[begin:stop])


def _is_somebody(row: Row, begin: int, stop: int) -> bool:
    """`the guest arrived`, `received his host`; not `the guest house`, `a guest`, `was the guest`."""
    if word_at(row, begin) in ("a", "an", "any") or word_at(row, begin - 1) in ("is", "was", "as", "be", "were", "are"):
        return False
    return stop == len(row.chunks) or row.letters[stop] != "w" or not word_at(row, stop).isalpha() or word_at(row, stop) in _verbs()


@cache
def _verbs() -> frozenset[str]:
    return word_set("act") | word_set("auxiliary") | word_set("doing") | word_set("beside")


def _acts(row: Row, begin: int, stop: int) -> bool:
    """`the two spoke`, `signed by the two.`, `both believed`: a verb, a sign or the end follows, no noun."""
    article = row.letters[begin] == "d"
    first = word_at(row, begin).split()[0]
    if not article and (first not in ("both", "all") or word_at(row, begin) == "all"):
        return False
    if stop == len(row.chunks):
        return True
    if not article and row.letters[stop] in "&dh":
        return False
    word = word_at(row, stop)
    return row.letters[stop] in ",x~" or word in word_set("doing") or (row.letters[stop] in "wa" and word.endswith("ed"))
