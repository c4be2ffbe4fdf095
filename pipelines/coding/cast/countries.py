"""Whom somebody represents whose own mentions do not say it: a ladder of evidence, the surest rung first.

Rungs, each tried for everybody before the next (`RUNGS` is the order):
1. the same person elsewhere in the document;
2. a title or institution that only one state has ("Secretary of Defense");
3. an office without name that has a country and nobody yet ("the President of Azerbaijan" beside "President X");
4. a group's country ("Israeli officials, including X"); a list under one country word ("Serbian Defense Minister X and
   Deputy Prime Minister Y"); where an ambassador is not accredited;
5. the issuer's own ("Vice President X" in a White House text), unless that seat is taken or the state has no such title;
6. a lesser office named in one breath with somebody;
7. the only other country in the sentence, then in the heading, then in the segment, if it has such a title;
8. that of everybody else in the segment, if it is one.
Two answers at one rung are none. What does not belong here: guessing from names.
"""
import re
from collections import Counter
from collections.abc import Callable, Iterable

from pipelines.coding.cast.dealings import (
    ENVOYS,
    HOSTS,
    LEADERS,
    envoy_at_home,
    met_abroad,
    of_previous,
    one_of_pair,
    opposed,
    receives_envoy,
    signs_for,
    together,
)
from pipelines.coding.cast.figures import Figure
from pipelines.coding.cast.offices import SEATS, chief_office, implied_country, portfolio, possible_in, title_kind
from pipelines.coding.cast.setting import Setting
from pipelines.model.mention import PersonMention
from pipelines.recognize.names import SAME, similarity

_OWN_HEAD = re.compile(r"the\s", re.I)  # "the Prime Minister, Mr X": no need to say of which state
_ABROAD = frozenset({"ambassador", "diplomat", "military_officer", "civil_society"})  # the places around them are where they serve
_INCLUDING = re.compile(r"[\s,:(]*(?:including|such as|namely|among them|led by|headed by)\s+(?:the\s+|its\s+)?", re.I)
_LOW = frozenset({"official", "military_officer", "civil_society", "subnational_official"})
_MANY = _LOW | {"deputy_minister", "minister", "member_of_parliament"}
_RANKS = frozenset({"chief", "head", "commander", "general", "deputy", "minister", "officer", "director", "vice", "assistant", "secretary"})
_WORD = re.compile(r"[A-Za-z]{4,}+")
_DOMINANT = 3  # how many times as often as the next a country must be named to stand for a segment
_LIST_OPENING = 40  # characters (courtesy words) before the name in a line that lists somebody
_OWN = SEATS | {
    "deputy_head_of_government", "minister", "deputy_minister", "official", "ambassador", "diplomat", "military_officer",
    "member_of_parliament", "subnational_official", "royal_or_spouse",
}


def _taken(setting: Setting, figure: Figure, country: str) -> bool:
    """Somebody else holds this seat of this country."""
    if figure.office == "minister" and (country, portfolio(figure.title)) in setting.portfolios:
        return True
    if figure.office not in SEATS or figure.former or title_kind(figure.title) == "monarch":
        return False
    if setting.holders[(country, figure.office)] > 0:
        return True
    authors = country == setting.home and setting.author_speaks and figure.office == chief_office(country)
    return authors and figure is not setting.speaker and not _OWN_HEAD.match(setting.text, figure.mentions[0].start)


def _able(setting: Setting, figure: Figure, country: str) -> bool:
    return possible_in(country, figure.office, figure.title) and not _taken(setting, figure, country)


def _one(answers: Iterable[str]) -> str | None:
    distinct = sorted(set(answers))
    return distinct[0] if len(distinct) == 1 else None


def _elsewhere(setting: Setting, figure: Figure) -> str | None:
    names = figure.names
    return _one(p.country for p in setting.known if p.country and p.name and any(similarity(n, p.name) >= SAME for n in names))


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
    return _one(c for c in near if _able(setting, figure, c))


def _same_post(figure: Figure, title: str | None) -> bool:
    """Of the offices that many hold, only one called alike ("Chief of Army Staff" is no "Land Forces commander")."""
    if figure.office in SEATS or figure.office not in _MANY:
        return True
    said, held = ({w.lower() for w in _WORD.findall(words or "")} - _RANKS for words in (title, figure.title))
    return bool(said & held)


def _member(setting: Setting, figure: Figure) -> str | None:
    """"senior Israeli officials, including X", "an Italian delegation led by X"."""
    first = figure.mentions[0]
    group = setting.groups.get(first)
    if group is None or group.country is None or not _INCLUDING.fullmatch(setting.text, group.end, first.start):
        return None
    return group.country


def _listed(setting: Setting, figure: Figure) -> str | None:
    """The country word before the first of a list governs the titles that follow it."""
    first = figure.mentions[0]
    left, before = setting.previous.get(first, (None, None))
    if left is None or before is None or before.country is None or not _joined(setting, left, first):
        return None
    if before.office == figure.office and figure.office in SEATS:
        return None
    if not _able(setting, figure, before.country):
        return None
    setting.listed.add(first)
    return before.country


def _joined(setting: Setting, left: PersonMention, right: PersonMention) -> bool:
    """`left` opens with its country and only a comma or "and" parts it from `right`, which has a title."""
    if not right.office_as_written or (left not in setting.listed and not _opens_with_country(setting, left)):
        return False
    return together(setting, left, right)


def _opens_with_country(setting: Setting, mention: PersonMention) -> bool:
    """"Serbian Defense Minister X", "the Serbian …": the country word comes first."""
    places = setting.sentences[setting.sentence_of(mention.start)].places
    return any(mention.start <= p.start <= mention.start + 4 and p.kind in ("country", "demonym") for p in places)


def _at_home(setting: Setting, figure: Figure) -> str | None:
    """Whoever of these offices is foreign is nearly always called so: the issuer's own people carry no country."""
    home = setting.home
    if home is None or figure.title is None or figure.office not in _OWN or figure.office in ENVOYS or opposed(setting, figure):
        return None
    if title_kind(figure.title) == "monarch" or figure.mentions[0].host_country == home:
        return None
    return home if figure is setting.speaker or _able(setting, figure, home) else None


def _beside(setting: Setting, figure: Figure) -> str | None:
    """Somebody of low office named in one breath with a foreigner: "X of the Serbian Foreign Ministry and Y, head of department"."""
    first = figure.mentions[0]
    left, before = setting.previous.get(first, (None, None))
    if left is None or before is None or figure.office not in _LOW or not before.told or before.office in HOSTS:
        return None
    return before.country if together(setting, left, first) else None


def _coordinated(setting: Setting, figure: Figure) -> str | None:
    """A lesser office named in one breath with somebody. Not leaders: beside them stands whom they met."""
    first = figure.mentions[0]
    if (figure.office in LEADERS and title_kind(figure.title) != "monarch") or not first.office_as_written:
        return None
    left, before = setting.previous.get(first, (first, figure))
    right, behind = setting.following.get(first, (first, figure))
    if before.country and together(setting, left, first) and _able(setting, figure, before.country):
        return before.country
    if behind.country and figure.office != "deputy_minister" and behind.office not in LEADERS and together(setting, first, right):
        return behind.country if _able(setting, figure, behind.country) else None
    return None


def _foreign(setting: Setting, figure: Figure, countries: Iterable[str]) -> str | None:
    return _one(c for c in countries if c != setting.home and _able(setting, figure, c))


def _of_sentence(setting: Setting, figure: Figure) -> str | None:
    """The one country the sentence names that nobody else in it represents; one named before the person comes first."""
    for mention in figure.mentions[:3] if figure.office and figure.office not in _ABROAD else ():
        number = setting.sentence_of(mention.start)
        named = setting.free[number] + (setting.hosts[number] if figure.office in HOSTS else [])
        free = [(at, country) for at, country in named if country not in setting.represented[number]]
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
    able = Counter({c: n for c, n in setting.total.items() if n > (setting.home is None) and c not in taken and _able(setting, figure, c)})
    ranked = able.most_common(2)
    if len(ranked) == 2 and ranked[0][1] < _DOMINANT * ranked[1][1]:
        return None
    return ranked[0][0] if ranked else None


def _of_company(setting: Setting, figure: Figure) -> str | None:
    """Everybody else of the segment, two at least, is of one country."""
    others = [f.country for f in setting.figures if f.told and f.office]
    if not figure.office or len(others) < 2 or len(set(others)) > 1:
        return None
    return others[0] if others[0] and _able(setting, figure, others[0]) else None


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
        return None
    at = setting.sentence_of(figure.mentions[0].start)
    for numbers in ((at,), setting.headings, range(len(setting.sentences))):
        bodies = {p.countries[0] for n in numbers for p in setting.sentences[n].places if p.kind == "body" and len(p.countries) == 1}
        if bodies:
            return _one(bodies)
    return None


def _delegate(setting: Setting, figure: Figure) -> str | None:
    """A line of the list of the issuer's own delegation."""
    first = figure.mentions[0]
    sentence = setting.sentences[setting.sentence_of(first.start)]
    opens = (first.name_start or first.start) - sentence.start <= _LIST_OPENING and sentence.people[0] is first
    return setting.home if opens and setting.lists_delegation and not sentence.is_heading else None


Rung = Callable[[Setting, Figure], str | None]
RUNGS: tuple[Rung, ...] = (
    _elsewhere, _implied, _of_body, signs_for, one_of_pair, _unnamed_twin, _member, _listed, _envoy, receives_envoy, met_abroad, _beside,
    _at_home, envoy_at_home, _unnamed_twin_anywhere, _coordinated, _of_sentence, of_previous, _of_heading, _of_segment, _of_company,
    _delegate,
)


def fill_countries(setting: Setting) -> None:
    """Give every figure without a country the one its context proves, if any (sets `Figure.inferred`)."""
    for rung in RUNGS:
        for figure in setting.figures:
            answer = rung(setting, figure) if figure.country is None else None
            if answer is not None:
                setting.place(figure, answer)
