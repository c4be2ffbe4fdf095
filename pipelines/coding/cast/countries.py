"""Whom somebody represents whose own mentions do not say it: a ladder of evidence, the surest rung first.

Rungs, each tried for everybody before the next (`RUNGS` is the order):
1. the same person elsewhere in the document;
2. a title, institution or form of address that only one state has ("Secretary of Defense", "Shri"); the organization headed;
3. "Kenyan General X"; "its president", a friendship group's first state, whose words an envoy reads out (`ties`); for whom somebody signs;
    the second of "the Foreign Ministers X and Y" between two states; the full name of a known office holder (`holders`);
4. an office without name, said before, that has a country and nobody yet ("the President of Azerbaijan" beside "President X");
5. a group's country ("Israeli officials, including X"); a list under one country word ("Serbian Defense Minister X and
   Deputy Prime Minister Y"); where an ambassador is not accredited; who receives an envoy; who is met abroad (`dealings`, `abroad`); a
    surname known in that office at the time;
6. the issuer's own ("Vice President X" in a White House text), unless that seat is taken, the state has no such title, or the
   sentence sets him against one of the issuer's own; a bare ambassador by whom he deals with;
7. such an office without name said later; a lesser office named in one breath with somebody;
8. the only other country in the sentence, then in those before, in the heading, in the segment, if it has such a title;
9. that of everybody else in the segment, if it is one; the issuer's, on the lines that list its delegation.
Two answers at one rung are none. The ladder proposes: what is learnt has the last word (`learned.nations`). What does not belong here:
guessing from names.
"""
import re
from collections import Counter
from collections.abc import Callable, Iterable

from pipelines.coding.cast.abroad import comes_to, met_on_journey
from pipelines.coding.cast.beside import LOW, beside, companion, coordinated, delegate, listed, local, member, of_chamber, spouse
from pipelines.coding.cast.dealings import (
    ENVOYS,
    HOSTS,
    envoy_at_home,
    met_abroad,
    of_previous,
    one_of_pair,
    opposed,
    receives_envoy,
    signs_for,
)
from pipelines.coding.cast.figures import Figure
from pipelines.coding.cast.holders import country_by_name, country_by_surname
from pipelines.coding.cast.offices import SEATS, implied_country, possible_in, reigns_in, title_kind
from pipelines.coding.cast.opposite import envoy_abroad, faces_envoy, leads_side, on_side, on_the_spot, opposite, represents
from pipelines.coding.cast.setting import Setting
from pipelines.coding.cast.ties import called_own, heads_side, of_friendship_group, of_nation, possessed, speaks_through_envoy
from pipelines.recognize.names import SAME, marks, similarity

_ABROAD = frozenset({"ambassador", "diplomat", "military_officer", "civil_society"})  # the places around them are where they serve
_MANY = LOW | {"deputy_minister", "minister", "member_of_parliament"}
_RANKS = frozenset({"chief", "head", "commander", "general", "deputy", "minister", "officer", "director", "vice", "assistant", "secretary"})
_WORD = re.compile(r"[A-Za-z]{4,}+")
_GOAL = re.compile(
    r"\b(?:left|leaves|leave|depart(?:s|ed)?|travel(?:l?ed|s)?|trip|visit|flew|flies|fly|arriv(?:es?|ed|al)|went|goes|go)\s+(?:for|to|in)\s+"
    r"(?:the\s+)?$")
_TO_MANY = re.compile(r"\b(?:tour|trip|took|take[sn]?|visits?|journey)\b[^.;]{0,30}\bto\s+(?:[A-Z][\w-]+(?:,\s+and\s+|,\s+|\s+and\s+))*$")
_TOPIC = re.compile(
    r"\b(?:against|war (?:in|on)|crisis in|conflict in|situation in|events in|developments in|invasion of|aggression against"
    r"|support(?:ing)? for|sanctions on|tensions with|threats? from|elections? in|peace in|future of)\s+(?:the\s+)?$", re.I)
_COMMISSIONER = re.compile(r"(?:European |EU )?Commissioner\b|High Representative\b")
_CROWD = 300  # people of a segment who may lack a country: each is held against all others of his sentence
_DOMINANT = 3  # how many times as often as the next a country must be named to stand for a segment
_OWN = SEATS | {
    "deputy_head_of_government", "minister", "deputy_minister", "official", "ambassador", "diplomat", "military_officer",
    "member_of_parliament", "subnational_official", "royal_or_spouse",
}


def _elsewhere(setting: Setting, figure: Figure) -> str | None:
    names, told = figure.names, frozenset[str]().union(*map(marks, figure.names))
    near = (p for p in setting.known if p.country and p.name and not told.isdisjoint(marks(p.name)))
    return _one(p.country for p in near if p.country and p.name and any(similarity(n, p.name) >= SAME for n in names))


def _author(setting: Setting, figure: Figure) -> str | None:
    """Whom the heading names as the author of a text of this issuer is the issuer's."""
    if figure is not setting.speaker or setting.home is None or figure.title is None:
        return None
    return setting.home if possible_in(setting.home, figure.office, figure.title) else None


def _implied(setting: Setting, figure: Figure) -> str | None:
    courtesy = (setting.text[m.start:m.name_start] for m in figure.mentions[:5] if m.name_start)  # "Shri", "Lyonpo"
    titles = (*figure.offices.values(), *(m.organization for m in figure.mentions))
    return implied_country(*titles) or implied_country(*courtesy, courtesy=True)


def _unnamed_twin(setting: Setting, figure: Figure) -> str | None:
    """Countries that the text gives this office without a name, less those already held by somebody named.

    Where the issuer is known, only a title said before the name: behind it, it may be that of whom the issuer's own met.
    """
    before = figure.start if setting.home and not setting.travels(figure) else None
    return _twin(setting, figure, before)


def _unnamed_twin_anywhere(setting: Setting, figure: Figure) -> str | None:
    return _twin(setting, figure, None)


def _twin(setting: Setting, figure: Figure, before: int | None) -> str | None:
    if figure.office is None or figure.former or setting.unplaced[figure.office] > 1:
        return None
    twins = setting.twins.get(figure.office, {}).items()
    near = (c for c, m in twins if (before is None or m.start < before) and _same_post(figure, m.office_as_written))
    return _one(c for c in near if setting.able(figure, c))


def _same_post(figure: Figure, title: str | None) -> bool:
    """Of the offices that many hold, only one called alike ("Chief of Army Staff" is no "Land Forces commander")."""
    if figure.office in SEATS or figure.office not in _MANY:
        return True
    said, held = ({w.lower() for w in _WORD.findall(words or "")} - _RANKS for words in (title, figure.title))
    return bool(said & held)


def _at_home(setting: Setting, figure: Figure) -> str | None:
    """Whoever of these offices is foreign is nearly always called so: the issuer's own people carry no country."""
    home = setting.home
    if home is None or figure.title is None or figure.office not in _OWN or figure.office in ENVOYS or opposed(setting, figure):
        return None
    if comes_to(setting, figure, home):
        return None
    if (title_kind(figure.title) == "monarch" and not reigns_in(home)) or figure.mentions[0].host_country == home:
        return None
    return home if figure is setting.speaker or setting.able(figure, home) else None


def _known_holder(setting: Setting, figure: Figure) -> str | None:
    """A full name is known as an office holder's."""
    return country_by_name(figure.name or "", figure.office, figure.title, setting.day)


def _known_surname(setting: Setting, figure: Figure) -> str | None:
    """A surname is known under this office at the time of the text."""
    return country_by_surname(figure.name or "", figure.office, figure.title, setting.day)


def _one(answers: Iterable[str]) -> str | None:
    distinct = sorted(set(answers))
    return distinct[0] if len(distinct) == 1 else None


def _foreign(setting: Setting, figure: Figure, countries: Iterable[str]) -> str | None:
    return _one(c for c in countries if c != setting.home and setting.able(figure, c))


def _goal(setting: Setting, at: int) -> bool:
    """Is the state where somebody goes ("left for X")? Then it is not the traveller's own."""
    return _GOAL.search(setting.text, max(0, at - 30), at) is not None or _TO_MANY.search(setting.text, max(0, at - 90), at) is not None


def _topic(setting: Setting, at: int) -> bool:
    """Is the state only what is talked about ("the war in X", "support for X")?"""
    return _TOPIC.search(setting.text, max(0, at - 60), at) is not None


def _of_sentence(setting: Setting, figure: Figure) -> str | None:
    """The one country the sentence names that nobody else in it represents; one named before the person comes first."""
    for mention in figure.mentions[:3] if figure.office and figure.office not in _ABROAD else ():
        number = setting.sentence_of(mention.start)
        named = setting.free[number] + (setting.hosts[number] if figure.office in HOSTS else [])
        free = [
            (at, country) for at, country in named
            if country not in setting.represented[number] and not (mention.end <= at and (_goal(setting, at) or _topic(setting, at)))
        ]
        before = _foreign(setting, figure, (country for at, country in free if at < mention.start))
        answer = before or _foreign(setting, figure, (country for _, country in free))
        if answer:
            return answer
    return None


def _of_heading(setting: Setting, figure: Figure) -> str | None:
    """The one other country of the headline; one that has its own person there only if we know who is at home."""
    if figure.office is None or figure.office in _ABROAD:
        return None
    free = _foreign(setting, figure, (c for n in setting.headings for _, c in setting.free[n] if c not in setting.represented[n]))
    if free or setting.home is None:
        return free
    return _foreign(setting, figure, (c for n in setting.headings for c in (*setting.represented[n], *(c for _, c in setting.free[n]))))


def _of_segment(setting: Setting, figure: Figure) -> str | None:
    """The one other country of the segment, or the one it is nearly all about."""
    if figure.office is None or figure.office in _ABROAD:
        return None
    taken = {setting.home} if setting.home else setting.spoken_for
    able = Counter({c: n for c, n in setting.total.items() if n > (setting.home is None) and c not in taken and setting.able(figure, c)})
    ranked = able.most_common(2)
    if len(ranked) == 2 and ranked[0][1] < _DOMINANT * ranked[1][1]:
        return None
    return ranked[0][0] if ranked else None


def _of_company(setting: Setting, figure: Figure) -> str | None:
    """Everybody else of the segment, two at least, is of one country."""
    others = [f.country for f in setting.figures if f.told and f.office]
    if not figure.office or len(others) < 2 or len(set(others)) > 1:
        return None
    return others[0] if others[0] and setting.able(figure, others[0]) else None


def _envoy(setting: Setting, figure: Figure) -> str | None:
    """An ambassador *to* the issuer's country comes from the other one; one to elsewhere is the issuer's."""
    host = next((m.host_country for m in figure.mentions if m.host_country), None)
    if host is None:
        return None
    if setting.home and host != setting.home:
        return setting.home
    return _one(country for country in setting.total if country != host)


def _of_body(setting: Setting, figure: Figure) -> str | None:
    """Who heads an organization represents it: the one that stands nearest."""
    if figure.office != "head_of_organization":
        return _of_union(setting, figure)
    at = setting.sentence_of(figure.mentions[0].start)
    for numbers in ((at,), setting.headings, range(len(setting.sentences))):
        bodies = {p.countries[0] for n in numbers for p in setting.sentences[n].places if p.kind == "body" and len(p.countries) == 1}
        if bodies:
            return _one(bodies)
    return None


def _of_union(setting: Setting, figure: Figure) -> str | None:
    """A bare "Commissioner X" or "High Representative X" in a text that names the Union."""
    if figure.office != "official" or not _COMMISSIONER.match(figure.title or ""):
        return None
    named = any("EU" in p.countries for s in setting.sentences for p in s.places if p.kind == "body")
    return "EU" if named else None


Rung = Callable[[Setting, Figure], str | None]
RUNGS: tuple[Rung, ...] = (  # `spouse` again and again: a wife is placed as soon as her husband is
    _elsewhere, _implied, _author, spouse, _of_body, of_nation, of_friendship_group, possessed, speaks_through_envoy,
    signs_for, one_of_pair, heads_side, leads_side, represents, on_side, _known_holder, _unnamed_twin, member, listed,
    companion, _envoy, receives_envoy, called_own, met_abroad, met_on_journey, opposite, beside, local, of_chamber, spouse,
    _known_surname, _at_home, spouse, envoy_at_home, _unnamed_twin_anywhere, envoy_abroad, faces_envoy, coordinated, _of_sentence,
    of_previous, on_the_spot, _of_heading, _of_segment, _of_company, delegate,
)


def fill_countries(setting: Setting) -> None:
    """Give figures without a country the one their context proves, if any (sets `Figure.inferred`); of a crowd the first `_CROWD`."""
    open_ones = [figure for figure in setting.figures if figure.country is None][:_CROWD]
    for rung in RUNGS:
        if rung is _at_home:
            setting.proven = frozenset(figure for figure in setting.figures if figure.country)
        for figure in open_ones:
            answer = rung(setting, figure) if figure.country is None else None
            if answer is not None:
                setting.place(figure, answer)
                figure.rung = rung.__name__.strip("_")
