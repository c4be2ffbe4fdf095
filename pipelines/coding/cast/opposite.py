"""Rungs of the ladder (`countries`) that read the two sides of an occasion: who leads or sits on which side, who is met by
whom, where an envoy serves.

Each rung takes the setting and a figure without a country and gives a country, or None. What does not belong here: what an
issuer's page leaves out about its own people (`dealings`, `countries`).
"""
import re
from collections import Counter

from pipelines.coding.cast.dealings import ENVOYS, HOSTS, is_met, together
from pipelines.coding.cast.figures import Figure
from pipelines.coding.cast.setting import Setting
from pipelines.lexicon.countries import is_state
from pipelines.model.mention import PersonMention, Sentence

PAIR = 2  # states that a text about two sides names
_LEADS = re.compile(
    r"[^.;:]{0,80}?\b(?:led|leads|leading|heads|headed|heading|represent(?:s|ed|ing)|chaired|spoke for|speaking for)\s+", re.I)
_ON = re.compile(r"\b(?:on|from|for|representing)\s+$", re.I)
_BY = re.compile(
    r"\s+(?:(?:was|is|were|are|will be)\s+)?(?:also\s+)?(?:represented\s+(?:at [^,.;]{1,40} )?)?by\s+(?:the\s+|its\s+)?", re.I)
_REPRESENTED = re.compile(r"\brepresented\b", re.I)
_TOWNS = ("capital", "city", "government_seat")
_LOCALS = frozenset({
    "minister", "deputy_minister", "member_of_parliament", "speaker_of_parliament", "minister_foreign", "minister_defense",
    "deputy_head_of_government", "subnational_official", "chief_of_defense",
})
_LESSER = frozenset({"deputy_minister", "member_of_parliament", "subnational_official"})


def _sentence(setting: Setting, mention: PersonMention) -> Sentence:
    return setting.sentences[setting.sentence_of(mention.start)]


def _groups(sentence: Sentence) -> list[PersonMention]:
    return [m for m in sentence.people if m.kind in ("group", "delegation") and m.country]


def leads_side(setting: Setting, figure: Figure) -> str | None:
    """"X headed the Vietnamese side": the side that stands right behind, with nobody between."""
    for mention in figure.mentions[:3]:
        people = sorted(_sentence(setting, mention).people, key=lambda m: m.start)
        behind = next((m for m in people if m.start >= mention.end), None)
        if behind is None or behind.kind not in ("group", "delegation") or not behind.country:
            continue
        if _LEADS.fullmatch(setting.text, mention.end, behind.start) and setting.able(figure, behind.country):
            return behind.country
    return None


def represents(setting: Setting, figure: Figure) -> str | None:
    """"India was represented by Minister X, and Brazil by its Secretary-General Y": the state named before "by"."""
    mention = figure.mentions[0]
    sentence = _sentence(setting, mention)
    place = max((p for p in sentence.places if p.end <= mention.start), key=lambda p: p.start, default=None)
    if place is None or place.kind != "country" or len(place.countries) != 1:
        return None
    between = _BY.fullmatch(setting.text, place.end, mention.start)
    said = between is not None and _REPRESENTED.search(setting.text, sentence.start, mention.start)
    return place.countries[0] if said else None


def on_side(setting: Setting, figure: Figure) -> str | None:
    """"A and B attended on the Paraguayan side", "from the Lebanese side, C and D": the side said last, else the only one."""
    mention = figure.mentions[0]
    sentence = _sentence(setting, mention)
    sides = [g for g in _groups(sentence) if _ON.search(setting.text, max(sentence.start, g.start - 16), g.start)]
    before = [g for g in sides if g.end <= mention.start]
    if before:
        return before[-1].country
    return sides[0].country if len(sides) == 1 else None


def _states(setting: Setting) -> list[str]:
    return [c for c in setting.total if is_state(c)]


def _ground(setting: Setting) -> str | None:
    """The one state in whose towns the segment takes place; where it names none, the one at which its envoys are accredited."""
    towns = {p.countries[0] for s in setting.sentences for p in s.places if p.kind in _TOWNS and len(p.countries) == 1}
    seats = {host for hosts in setting.hosts for _, host in hosts if host}
    found = towns or seats
    return next(iter(found)) if len(found) == 1 else None


def _other(setting: Setting, side: str) -> str | None:
    """The one state beside `side` that the segment is about, else the one in whose towns it takes place."""
    others = [c for c in _states(setting) if c != side]
    ground = _ground(setting)
    if len(others) == 1 and ground in (None, side, others[0]):
        return others[0]
    return ground if ground in others else None


def _side_met(setting: Setting, mention: PersonMention) -> str | None:
    """The one country of the others in the sentence; where it names none, that of most people of the segment."""
    people = [m for m in _sentence(setting, mention).people if m is not mention]
    here = {m.country or (setting.whose[m].country if m in setting.whose else None) for m in people} - {None}
    if here:
        return next(iter(here)) if len(here) == 1 else None
    told = Counter(f.country for f in setting.figures if f.country).most_common(2)
    return told[0][0] if told and (len(told) == 1 or told[0][1] > told[1][1]) else None


def opposite(setting: Setting, figure: Figure) -> str | None:
    """"The guests met Prime Minister X": whoever is met is of the other of two states. On an issuer's page others know better."""
    mention = figure.mentions[0]
    if setting.home is not None or figure.office not in HOSTS:
        return None
    sentence = _sentence(setting, mention)
    if sentence.is_heading or not is_met(setting, sentence, mention):
        return None
    before, leader = setting.previous.get(mention, (mention, figure))
    if leader.country and before.end < mention.start and together(setting, before, mention):
        return leader.country if setting.able(figure, leader.country) else None
    side = _side_met(setting, mention)
    country = _other(setting, side) if side else None
    return country if country and setting.able(figure, country) else None


def envoy_abroad(setting: Setting, figure: Figure) -> str | None:
    """A bare "Ambassador X" between two states is of the one embassy named, or of the state in whose towns nothing takes place."""
    if setting.home is not None or figure.office not in ENVOYS:
        return None
    senders = {o.country for s in setting.sentences for o in s.organizations if o.kind == "embassy" and o.country}
    if len(senders) == 1:
        return next(iter(senders))
    states, ground = _states(setting), _ground(setting)
    return next(c for c in states if c != ground) if len(states) == PAIR and ground in states else None


def on_the_spot(setting: Setting, figure: Figure) -> str | None:
    """A minister or deputy of no state named, who does not travel, is of the state in whose towns its own people take part."""
    ground = _ground(setting)
    if setting.home is not None or figure.office not in _LOCALS or setting.travels(figure):
        return None
    shown = any(f.country == ground for f in setting.figures) or (len(_states(setting)) == PAIR and figure.office in _LESSER)
    if ground is None or not shown:
        return None
    return ground if setting.able(figure, ground) else None


def faces_envoy(setting: Setting, figure: Figure) -> str | None:
    """Between two states of which one is there by its envoys alone, a minister is of the other ("the Vice Minister handed him a note")."""
    states = _states(setting)
    people = _sentence(setting, figure.mentions[0]).people
    beside = any(m.office in ENVOYS or m.kind == "pronoun" for m in people)
    if setting.home is not None or figure.office not in HOSTS or len(states) != PAIR or not beside:
        return None
    served = {f.country for f in setting.figures if f.office in ENVOYS and f.told}
    others = {f.country for f in setting.figures if f.office not in ENVOYS and f.country}
    sent = served - others
    if len(served) != 1 or len(sent) != 1:
        return None
    country = next(c for c in states if c not in sent)
    return country if setting.able(figure, country) else None
