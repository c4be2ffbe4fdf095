"""Whose office or press issued a text, from what the text itself shows.

What does not belong here: the issuer of a particular site or file name; a text that shows nothing has no issuer.
"""
import re
from collections import Counter
from functools import cache

from pipelines.lexicon.loader import read_tsv
from pipelines.model.document import Document
from pipelines.model.mention import Sentence

_EDGE = 1200  # characters at either end where an issuer shows itself
_ENOUGH = 2.0
_REPORTS = re.compile(
    r"\s*(?:has\s+)?(?:said|says|reports?|reported|announced|informed|told|stated|noted|press (?:service|office|release))\b", re.I)
_ISSUING = frozenset({"ministry", "government", "embassy", "military"})
_DATELINE = re.compile(r"\s*(?:\((?:[^()\n]{1,40})\)|,|\.|:|--?|–|—)")


@cache
def _phrases() -> tuple[tuple[re.Pattern[str], str, float], ...]:
    rows = read_tsv("issuers.tsv")
    flags = [re.NOFLAG if row["phrase"].isupper() else re.I for row in rows]
    patterns = [re.compile(rf"(?<!\w){re.escape(row['phrase'])}(?!\w)", flag) for row, flag in zip(rows, flags, strict=True)]
    return tuple((pattern, row["country"], float(row["weight"])) for pattern, row in zip(patterns, rows, strict=True))


def issuer_country(document: Document, sentences: tuple[Sentence, ...]) -> str | None:
    """ISO code of the country whose institution or agency speaks; None where the evidence is thin or divided."""
    if document.publisher_country:
        return document.publisher_country
    votes: Counter[str] = Counter()
    for weigh in (_phrases_at_the_edges, _reporting_ministries, _dateline):
        votes.update(weigh(document.text, sentences))
    ranked = votes.most_common(2)
    if not ranked or ranked[0][1] < _ENOUGH or (len(ranked) > 1 and ranked[1][1] == ranked[0][1]):
        return None
    return ranked[0][0]


def _phrases_at_the_edges(text: str, sentences: tuple[Sentence, ...]) -> Counter[str]:
    edges = text[:_EDGE] + "\n" + text[max(_EDGE, len(text) - _EDGE):]
    votes: Counter[str] = Counter()
    for pattern, country, weight in _phrases():
        if pattern.search(edges):
            votes[country] += weight  # type: ignore[assignment]
    return votes


def _reporting_ministries(text: str, sentences: tuple[Sentence, ...]) -> Counter[str]:
    """"… , the Azerbaijani Defense Ministry said"."""
    votes: Counter[str] = Counter()
    for organization in (o for s in sentences for o in s.organizations):
        if organization.country and organization.kind in _ISSUING and _REPORTS.match(text, organization.end):
            votes[organization.country] += 2
    return votes


def _dateline(text: str, sentences: tuple[Sentence, ...]) -> Counter[str]:
    """A capital that opens a paragraph before a dash, a colon or the agency's name."""
    votes: Counter[str] = Counter()
    for sentence in sentences[:12]:
        first = next(iter(sentence.places), None)
        if first is None or first.kind != "capital" or len(first.countries) != 1:
            continue
        if first.start <= sentence.start + 2 and _DATELINE.match(text, first.end):
            votes[first.countries[0]] += 2
    return votes
