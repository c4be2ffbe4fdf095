"""Offices that somebody's own mention does not say but the words around it do, settled before countries are filled in.

"X, who has been named Ambassador of Y"; "X … Russia's top diplomat"; a named counterpart has the office of whose counterpart
it is; former officers among the members of a delegation. What does not belong here: mentions without a name (`titles`).
"""
import re
from collections.abc import Iterator
from itertools import pairwise

from pipelines.coding.cast.figures import Figure
from pipelines.coding.cast.headed import head_up
from pipelines.coding.cast.offices import SEATS, counterpart_office, portfolio
from pipelines.coding.cast.scene import Scene
from pipelines.coding.cast.titles import principal
from pipelines.model.mention import OrganizationMention, PersonMention, Sentence

_WHO = re.compile(
    r"\s*+,?\s*+who\s+(?:is|was|has been|had been|serves as|acts as|became|has become|ha[sd] (?:just )?taken office as)\s+"
    r"(?:(?:now|also|currently|recently|newly)\s+)?(?:(?:named|appointed|designated|elected|accredited)\s+(?:as\s+)?)?"
    r"(?:the\s+|its\s+|an?\s+)?", re.I)
_COMMA = re.compile(r"(?:['’]? [A-Z][a-z]+)?,\s+")  # "the Minister for Veterans" "' Affairs, "
_CLOSES = re.compile(r"\s*[,.;:)]|\s*$", re.M)
_INAUGURATION = re.compile(r"\binauguration of (?:the )?$", re.I)
_NEAR = 2  # sentences within which a title without a name may be that of a name without title
_COORDINATED = re.compile(r"[A-Z][\w'’-]+\s+and\s+$")
_DELEGATION = re.compile(r"\bdelegation\b|\bmembers of\b", re.I)
_ITS = re.compile(r"its\s", re.I)
_HEADS = frozenset({"head_of_state", "head_of_government"})
_OF_BODY = {"parliament": "speaker_of_parliament", "civil": "civil_society", "company": "civil_society"}
_LEAD = 4  # sentences in which whom a headline names must appear
_LISTED = 40  # characters (courtesy words) before the name in a line that lists somebody
Whose = dict[PersonMention, Figure]


def introduce(text: str, sentences: tuple[Sentence, ...], figures: list[Figure], whose: Whose) -> None:
    """Give figures the offices (and with them the countries) that the text gives them apart from their mentions."""
    _who_is(text, sentences, whose)
    _apposed(text, sentences, whose)
    head_up(text, sentences, whose)
    _epithet(sentences, figures)
    _inaugurated(text, sentences, whose)
    _of_its_body(text, sentences, whose)
    _counterparts(text, sentences, whose)
    _members(text, sentences, whose)


def _of_its_body(text: str, sentences: tuple[Sentence, ...], whose: Whose) -> None:
    """"visited the Research Council and was received by its President, X": who presides over a body leads no state."""
    for number, sentence in enumerate(sentences):
        for mention in (m for m in sentence.people if m in whose and m.office in _HEADS and _ITS.match(text, m.start, m.end)):
            near = sentences[max(0, number - 1):number + 1]
            bodies = [o for s in near for o in s.organizations if o.end <= mention.start and _presided(o)]
            last = max(bodies, key=lambda o: o.end, default=None)
            states = [p.end for s in near for p in s.places if p.kind == "country" and p.end <= mention.start]
            if last is not None and max(states, default=0) <= last.end:
                offices = whose[mention].offices
                offices[_OF_BODY.get(last.kind, "official")] = offices.pop(mention.office or "", None)
                whose[mention].told.update([last.country] if last.country else [])


def _presided(body: OrganizationMention) -> bool:
    """A council or a university, not a government or an organization of states."""
    return body.kind != "igo" and not body.name.lower().startswith("government")


def unite_headline_names(sentences: tuple[Sentence, ...], figures: list[Figure], whose: Whose) -> list[Figure]:
    """"President Ray puts off trip" over "President Raymond Hill has …": a headline's one word for the lead's only holder of a seat."""
    head = [m for s in sentences[:2] for m in s.people if m in whose]
    lead = [m for s in sentences[1:_LEAD] for m in s.people if m in whose]
    for mention in head:
        short = whose[mention]
        if len(short.mentions) > 1 or short.country or short.office not in SEATS or " " in (mention.name or " "):
            continue
        holders = {id(whose[m]): whose[m] for m in lead if whose[m] is not short and whose[m].office == short.office}
        full = next(iter(holders.values()), None)
        if len(holders) == 1 and full is not None and not full.country and full.start > mention.end and " " in (full.name or ""):
            whose[mention] = full
            full.add(mention)
            figures = [f for f in figures if f is not short]
    return figures


def _give(figure: Figure, mention: PersonMention) -> None:
    if mention.office:
        figure.offices[mention.office] = mention.office_as_written
    if mention.country:
        figure.told[mention.country] += 1


def _who_is(text: str, sentences: tuple[Sentence, ...], whose: Whose) -> None:
    """"X, who is Qatar's deputy premier"."""
    for sentence in sentences:
        for named, title in pairwise(sentence.people):
            figure = whose.get(named)
            fits = figure is not None and title.kind == "office" and not title.former and title.relation is None
            if fits and figure is not None and figure.office in (None, "unknown") and _WHO.fullmatch(text, named.end, title.start):
                _give(figure, title)


def _apposed(text: str, sentences: tuple[Sentence, ...], whose: Whose) -> None:
    """"the British Secretary of State for Defence, Mr. Hill, will …": a bare name between commas behind a title."""
    for title, named in pairwise(m for s in sentences for m in s.people):  # a line may end behind the title
        figure = whose.get(named)
        if figure is None or figure.office or figure.country or title.kind != "office" or title.former or title.relation or title.plural:
            continue
        if _COMMA.fullmatch(text, title.end, named.start) and _CLOSES.match(text, named.end):
            _give(figure, title)


def _inaugurated(text: str, sentences: tuple[Sentence, ...], whose: Whose) -> None:
    """"to Norway to attend the Inauguration of Her Excellency X": head of the one state named before."""
    for sentence in sentences:
        for mention in (m for m in sentence.people if m in whose):
            figure = whose[mention]
            if figure.office or figure.country or not _INAUGURATION.search(text, max(sentence.start, mention.start - 30), mention.start):
                continue
            states = {p.countries[0] for p in sentence.places if p.kind == "country" and p.start < mention.start and len(p.countries) == 1}
            if len(states) == 1:
                figure.offices["head_of_state"] = None
                figure.told.update(states)


def _epithet(sentences: tuple[Sentence, ...], figures: list[Figure]) -> None:
    """The one person whom the text keeps naming without a title is whom it calls "Russia's top diplomat" close by."""
    bare = [f for f in figures if f.office is None and f.country is None and not any(m.relation for m in f.mentions)]
    bare.sort(key=lambda f: -len(f.mentions))
    if not bare or len(bare[0].mentions) < 2 or (len(bare) > 1 and len(bare[1].mentions) == len(bare[0].mentions)):
        return
    here = next(n for n, s in enumerate(sentences) if s.start <= bare[0].start < s.end)
    held = {(country, f.office) for f in figures for country in f.told}
    titles = [m for s in sentences[max(0, here - _NEAR):here + _NEAR + 1] for m in s.people if _seat(m)]
    free = [m for m in titles if (m.country, m.office) not in held]
    if len({(m.country, m.office) for m in free}) == 1:
        _give(bare[0], free[0])


def _seat(mention: PersonMention) -> bool:
    return mention.kind == "office" and bool(mention.country) and mention.office in SEATS and not mention.former and not mention.relation


def _counterparts(text: str, sentences: tuple[Sentence, ...], whose: Whose) -> None:
    """A named counterpart has the office of the person it is the counterpart of."""
    scene = Scene(text, [])
    for sentence in sentences:
        scene.open(sentence)
        here = [whose[m] for m in sentence.people if m in whose]
        for mention in (m for m in sentence.people if m in whose):
            figure = whose[mention]
            if mention.relation == "counterpart" and _lacks_portfolio(figure) and not _beside_stranger(text, sentence, mention, whose):
                other = principal(scene, mention) or next((f for f in here if f is not figure), None)
                office = counterpart_office(other.office, other.title) if other is not None and other is not figure else None
                if office:
                    figure.offices[office] = None
            scene.note([figure])


def _lacks_portfolio(figure: Figure) -> bool:
    """No office, or that of a bare "Minister X"."""
    return figure.office is None or (figure.office == "minister" and portfolio(figure.title) is None)


def _beside_stranger(text: str, sentence: Sentence, mention: PersonMention, whose: Whose) -> bool:
    """"Novak and his counterpart": whose counterpart is said, but nobody knows who that is."""
    left = max((m.end for m in sentence.people if m.end <= mention.start), default=sentence.start)
    return _COORDINATED.search(text, left, mention.start) is not None


def _members(text: str, sentences: tuple[Sentence, ...], whose: Whose) -> None:
    """Former office-holders whom a delegation's list names go along: as what, nobody says."""
    for figure, title in _listed(text, sentences, whose):
        if all(m.former or not m.office for m in figure.mentions):
            figure.offices.clear()
            figure.offices["unknown"] = title.office_as_written
            figure.titled = None


def _listed(text: str, sentences: tuple[Sentence, ...], whose: Whose) -> Iterator[tuple[Figure, PersonMention]]:
    """Former office-holders who open a line under words about a delegation."""
    told = False
    for sentence in sentences:
        told = told or _DELEGATION.search(text, sentence.start, sentence.end) is not None
        first = sentence.people[0] if sentence.people else None
        at = first.name_start if first is not None and first.name_start is not None else sentence.end
        if told and first in whose and first is not None and first.former and at - sentence.start <= _LISTED:
            yield whose[first], first
