"""Whose office or press issued a text, from what the text itself shows.

What does not belong here: the issuer of a particular site or file name; a text that shows nothing has no issuer.
"""
import re
from collections import Counter
from functools import cache
from itertools import islice

from pipelines.coding.cast.banners import frame_votes
from pipelines.coding.cast.holders import country_by_name
from pipelines.coding.cast.setting import named_states
from pipelines.lexicon.literals import literals, may_match
from pipelines.lexicon.loader import read_tsv
from pipelines.model.document import Document
from pipelines.model.mention import Sentence

_EDGE = 1200  # characters at either end where an issuer shows itself
_START = 500  # characters that hold the headline
_WHOLE = 20_000  # characters read of a long text
_AUTHOR = frozenset({"i", "we", "us", "our", "my", "me"})
_LEADERS = frozenset({"head_of_state", "head_of_government", "deputy_head_of_government", "minister_foreign", "minister_defense"})
_ENOUGH = 1.5
_OFTEN = 2  # times that a text says "we" which speaks for somebody
_CABINET = 3  # different leaders without a country are those of one state, at home
_FRAMES = {"start": r"^\W*+(?:{})", "line": r"^[ \t]*+(?:{})[ \t]*$", "edge": r"(?:{})", "own": r"(?:{})", "any": r"(?:{})"}
_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Oo]ur|[Mm]y)\b")
_QUOTED = re.compile(r"“[^”]{0,2000}+”|\"[^\"]{0,2000}+\"")  # whoever is quoted does not speak for the page
_VISIT_TO = re.compile(r"\b(?:visits?|travels?|trips?|tours?)\s+(?:to\s+)?(?:the\s+)?$", re.I)
_VISIT_BY = re.compile(r"\s+(?:by|of|from)\b", re.I)
_REPORTS = re.compile(
    r"\s*(?:has\s+)?(?:said|says|reports?|reported|announced|informed|told|stated|noted|press (?:service|office|release))\b", re.I)
_CREDENTIALS = re.compile(r"\bcreden(?:tials|ce)\b|\baccredit", re.I)
_HOMEWARD = re.compile(r"\b(?:depart(?:s|ed|ing)?(?: from)?|(?:return(?:s|ed|ing)?|back|flies back|flew back) (?:home )?(?:to|in)) $")
_HOMECOMING = re.compile(r"\s+(?:is|was|has) (?:back|returned)\b", re.I)
_ISSUING = frozenset({"ministry", "government", "embassy", "military"})
_DATELINE = re.compile(r"\s*(?:\((?:[^()\n]{1,40})\)|,|\.|:|--?|–|—)")


@cache
def _patterns() -> tuple[tuple[tuple[str, ...], re.Pattern[str], str, str, float], ...]:
    """Of each row what a match must hold, its pattern, and where it counts for whom how much."""
    rows = read_tsv("issuers.tsv")
    patterns = [re.compile(_FRAMES[row["where"]].format(row["pattern"]), re.M) for row in rows]
    return tuple(
        (literals(row["pattern"]), pattern, row["where"], row["country"], float(row["weight"]))
        for pattern, row in zip(patterns, rows, strict=True)
    )


def issuer_country(document: Document, sentences: tuple[Sentence, ...]) -> str | None:
    """ISO code of the country whose institution or agency speaks; None where the evidence is thin or divided."""
    if document.publisher_country:
        return document.publisher_country
    votes = frame_votes(document.text)
    votes.update(_known_leaders(document, sentences))
    for weigh in (_words, _reporting_ministries, _dateline, _unspoken_for, _visited, _accrediting, _returning):
        votes.update(weigh(document.text, sentences))
    ranked = votes.most_common(2)
    if not ranked or ranked[0][1] < _ENOUGH or (len(ranked) > 1 and ranked[1][1] == ranked[0][1]):
        return None
    return ranked[0][0]


def _words(text: str, sentences: tuple[Sentence, ...]) -> Counter[str]:
    """Words that only one state's offices open, close or fill their texts with."""
    edges = text[:_EDGE] + "\n" + text[max(_EDGE, len(text) - _EDGE):]
    whole = text[:_WHOLE]
    spoken = list(islice(_FIRST_PERSON.finditer(_QUOTED.sub(" ", whole)), _OFTEN))
    own = whole if len(spoken) == _OFTEN else ""
    reach = {"start": text[:_START], "line": edges, "edge": edges, "any": whole, "own": own}
    votes: Counter[str] = Counter()
    for known, pattern, where, country, weight in _patterns():
        if may_match(known, reach[where]) and pattern.search(reach[where]):
            votes[country] += weight  # type: ignore[assignment]
    return votes


def _known_leaders(document: Document, sentences: tuple[Sentence, ...]) -> Counter[str]:
    """Leaders without a country who are all known as one state's: it is at home there, the more surely the more they are."""
    unplaced = {m.name: m for s in sentences for m in s.people if m.kind == "named" and m.name and m.office in _LEADERS and not m.country}
    known = {
        name: country_by_name(name, m.office, m.office_as_written, document.published_on) for name, m in unplaced.items() if not m.former
    }
    states = {country for country in known.values() if country}
    offices = {unplaced[name].office for name, country in known.items() if country}
    return Counter({states.pop(): float(min(len(offices), 2))}) if len(states) == 1 else Counter()  


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
        if first.start <= sentence.start + 2 and _DATELINE.match(text, first.end):  # alone in a line: an agency's, from anywhere
            votes[first.countries[0]] = 2
    return votes


def _unspoken_for(text: str, sentences: tuple[Sentence, ...]) -> Counter[str]:
    """The country named most of those that nobody is said to represent, where an author says "we" or a leader has no
    country: an office does not tell its own readers whose president it means."""
    people = [m for s in sentences for m in s.people]
    own = any(m.kind == "pronoun" and text[m.start:m.end].lower() in _AUTHOR for m in people)
    own = own or any(m.kind in ("named", "office") and m.office in _LEADERS and not m.country for m in people)
    spoken_for = {country for m in people for country in (m.country, *m.countries) if country and m.kind in ("named", "office")}
    counts = Counter(country for s in sentences for _, country in named_states(s) if country not in spoken_for)
    ranked = counts.most_common(2)
    if not own or not ranked or ranked[0][1] < 2 or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
        return Counter()
    unplaced = {m.office for m in people if m.kind == "named" and m.office in _LEADERS and not m.country and not m.relation}
    surely = len(unplaced) >= _CABINET or any(_HOMECOMING.match(text, m.end) for m in people if m.office in _LEADERS and not m.country)
    return Counter({ranked[0][0]: 1.0 + 0.5 * surely})


def _leads_unplaced(sentences: tuple[Sentence, ...]) -> bool:
    """A leader stands without a country: an office does not tell its own readers whose president it means."""
    return any(m.kind in ("named", "office") and m.office in _LEADERS and not m.country for s in sentences for m in s.people)


def _accrediting(text: str, sentences: tuple[Sentence, ...]) -> Counter[str]:
    """Whose leader, without a country, deals with an ambassador *to* X is X's: the host tells it."""
    hosts = {m.host_country for s in sentences for m in s.people if m.office == "ambassador" and m.host_country and m.country}
    told = len(hosts) == 1 and _CREDENTIALS.search(text[:_WHOLE]) is not None and _leads_unplaced(sentences)
    return Counter(hosts) if told else Counter()


def _returning(text: str, sentences: tuple[Sentence, ...]) -> Counter[str]:
    """Whoever leaves or comes back to a capital without being called a guest is at home there."""
    leaders = _leads_unplaced(sentences)
    return Counter({
        p.countries[0]: 1 for s in sentences for p in s.places
        if leaders and p.kind == "capital" and len(p.countries) == 1 and _HOMEWARD.search(text, max(s.start, p.start - 40), p.start)
    })


def _visited(text: str, sentences: tuple[Sentence, ...]) -> Counter[str]:
    """A headline's "visit to X by …" is the host's own; "to visit X" is not X's."""
    votes: Counter[str] = Counter()
    for sentence in (s for s in sentences[:3] if s.is_heading):
        for at, country in named_states(sentence):
            if not _VISIT_TO.search(text, sentence.start, at):
                continue
            place = next((p for p in sentence.places if p.start == at), None)
            hosts = place is not None and _VISIT_BY.match(text, place.end) is not None
            votes[country] += 1 if hosts else -1
    return votes
