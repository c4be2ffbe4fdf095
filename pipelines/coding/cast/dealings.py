"""Rungs of the ladder (`countries`) that read who deals with whom: for whom somebody signs, who receives an envoy, who is met abroad.

Each rung takes the setting and a figure without a country and gives a country, or None where the dealing proves nothing. What
does not belong here: lists, headings, and what a whole segment is about (`countries`).
"""
import re

from pipelines.coding.cast.figures import Figure
from pipelines.coding.cast.offices import PLURAL_TITLE, possible_in
from pipelines.coding.cast.setting import Setting
from pipelines.lexicon.countries import is_state
from pipelines.model.mention import PersonMention, Sentence

LEADERS = frozenset({"head_of_state", "head_of_government", "minister_foreign", "minister_defense", "speaker_of_parliament"})
HOSTS = LEADERS | {"deputy_head_of_government", "minister", "deputy_minister", "chief_of_defense"}  # who deals with envoys
ENVOYS = frozenset({"ambassador", "diplomat"})
JOIN = re.compile(
    r"\s*(?:,|;|and|&|,\s*and|as well as|,? ?along with|,? ?together with|,? ?accompanied by)\s+(?:the\s+|his\s+|her\s+)?", re.I)
_MET = re.compile(
    r"(?:\b(?:with|(?:received|hosted|greeted|welcomed|met)\b[\w ,]{0,40}\bby|meets?|met|sees?|received|visited|call(?:s|ed|ing)? on)"
    r"|(?<!ccording) to|\bto meet)\s+"
    r"(?:the\s+)?(?:H\.?E\.?\s+)?$", re.I)
_DEALING = re.compile(
    r"\b(?:with|by|to|for|receiv\w+|met|meets?|meeting|hosts?|hosted|welcom\w+|greet\w+|sees?|saw|praised|thanked|told|assured"
    r"|call(?:s|ed) on)\b", re.I)
SIGNING = re.compile(r"\b(?:sign|ink|initial|subscrib|countersign|exchang)", re.I)
_FOR = re.compile(r"\s*,?\s*(?:[a-z]+\s+){0,4}?(?:for|on behalf of|representing)\s+(?:the\s+)?(?:government of\s+)?(?:the\s+)?", re.I)
_CALLED_ON = frozenset({"military_officer"})
_BEFORE = 70  # characters
_LISTED = 60  # people of a list
_LATELY = 3  # sentences within which the scene stays abroad
_ABROAD = ("capital", "city", "region", "country", "demonym", "government_seat")


def together(setting: Setting, left: PersonMention, right: PersonMention) -> bool:
    """Nothing but a comma or "and" between two mentions."""
    return left.end <= right.start <= left.end + 30 and JOIN.fullmatch(setting.text, left.end, right.start) is not None


def _sentence(setting: Setting, mention: PersonMention) -> Sentence:
    return setting.sentences[setting.sentence_of(mention.start)]


def signs_for(setting: Setting, figure: Figure) -> str | None:
    """"X signed it for Serbia and Y for Hungary": the state behind the "for" after each."""
    for mention in figure.mentions[:3]:
        sentence = _sentence(setting, mention)
        if not SIGNING.search(setting.text, sentence.start, sentence.end):
            continue
        following = next((m.start for m in sentence.people if m.start >= mention.end), sentence.end)
        for place in sentence.places:
            if mention.end <= place.start < following and len(place.countries) == 1 and place.kind in ("country", "demonym"):
                return place.countries[0] if _FOR.fullmatch(setting.text, mention.end, place.start) else None
    return None


def receives_envoy(setting: Setting, figure: Figure) -> str | None:
    """"X's Ambassador to Y handed his credentials to President Z": Z is of Y."""
    mention = figure.mentions[0]
    if figure.office not in HOSTS:
        return None
    hosts = {
        m.host_country for m in _sentence(setting, mention).people
        if m.host_country and m.office in ENVOYS and m.end <= mention.start and not together(setting, m, mention)
    }
    return _able(setting, figure, *hosts) if len(hosts) == 1 else None


def met_abroad(setting: Setting, figure: Figure) -> str | None:
    """"In Algiers he held talks with Foreign Minister X": met, in a sentence about one other state, none of whose people it names."""
    mention = figure.mentions[0]
    sentence = _sentence(setting, mention)
    if setting.home is None or figure.office not in HOSTS or sentence.is_heading or not is_met(setting, sentence, mention):
        return None
    named = {p.countries[0] for p in sentence.places if p.kind in _ABROAD and len(p.countries) == 1 and p.start < mention.start}
    told = {m.country for m in sentence.people if m.country}
    free = named - told
    return _able(setting, figure, *free) if len(free) == 1 and setting.home not in free else None


def is_met(setting: Setting, sentence: Sentence, mention: PersonMention) -> bool:
    """Does a preposition of dealing stand before the mention, or before the first of the list it belongs to?"""
    for left in reversed(setting.people_before(mention)[-_LISTED:]):
        if left.end > mention.start:
            continue
        if not together(setting, left, mention):
            break
        mention = left
    return _MET.search(setting.text, max(sentence.start, mention.start - _BEFORE), mention.start) is not None


def opposed(setting: Setting, figure: Figure) -> bool:
    """Does the sentence set somebody called the issuer's own against this leader, and no foreigner ("received the Russian minister")?"""
    mention = figure.mentions[0]
    if figure.office == "subnational_official":
        return is_met(setting, _sentence(setting, mention), mention)
    people = [m for m in _sentence(setting, mention).people if m is not mention and (m.country or _told(setting, m))]
    if figure.office in _CALLED_ON:
        people += [m for m in _sentence(setting, mention).people if m is not mention and _found(setting, m)]
    own = [m for m in people if (m.country or _told(setting, m) or _found(setting, m)) == setting.home]
    if figure.office not in HOSTS | _CALLED_ON or not own or len(own) < len(people):
        return False
    near = min(own, key=lambda m: abs(m.start - mention.start))
    left, right = (near, mention) if near.start < mention.start else (mention, near)
    return near.kind in ("named", "office") and _DEALING.search(setting.text, left.end, right.start) is not None


def _told(setting: Setting, mention: PersonMention) -> str | None:
    """The country of the same person that the text states, or that was proven before anybody was taken for the issuer's own."""
    figure = setting.whose.get(mention)
    known = figure is not None and (bool(figure.told) or (figure in setting.proven and figure.office in HOSTS))
    return figure.country if figure is not None and known else None


def _found(setting: Setting, mention: PersonMention) -> str | None:
    """The country that an earlier rung gave whom the mention names, where that is nobody of such office as may stand beside."""
    figure = setting.whose.get(mention)
    return figure.inferred if figure is not None and figure.office not in HOSTS else None


def of_previous(setting: Setting, figure: Figure) -> str | None:
    """Whom the sentences just before are about: the latest other state, if they name one alone.

    Only of those who cannot be the issuer's own; where an author says "I", nobody knows whether he names himself.
    """
    mention = figure.mentions[0]
    if setting.home is None or figure.office not in HOSTS | ENVOYS or setting.author_speaks:
        return None
    here = setting.sentence_of(mention.start)
    for number in range(here - 1, max(-1, here - _LATELY), -1):
        named = {country for _, country in setting.free[number]} | {c for c in setting.represented[number] if c}
        foreign = named - {setting.home}
        if foreign:
            return _able(setting, figure, *foreign) if len(foreign) == 1 else None
    return None


def envoy_at_home(setting: Setting, figure: Figure) -> str | None:
    """A bare "Ambassador X" on the issuer's page: its own towards foreigners or abroad, a foreign one towards its own."""
    if setting.home is None or figure.office not in ENVOYS or setting.lists_delegation:
        return setting.home if figure.office in ENVOYS else None
    for mention in figure.mentions[:2]:
        number = setting.sentence_of(mention.start)
        sentence = setting.sentences[number]
        sender = _embassy(setting.sentences[max(0, number - 1):number + 1])
        others = {m.country for m in sentence.people if m is not mention and m.country} | setting.represented[number]
        if sender is not None:
            return sender
        if others - {setting.home}:
            return setting.home
        if setting.home in others or _deals_with_own(setting, sentence):
            return _only(setting, number)
    return setting.home


def _embassy(sentences: tuple[Sentence, ...]) -> str | None:
    found = {o.country for s in sentences for o in s.organizations if o.kind == "embassy" and o.country}
    return next(iter(found)) if len(found) == 1 else None


def _deals_with_own(setting: Setting, sentence: Sentence) -> bool:
    """Is a ministry of no other state at hand ("at the Ministry of Foreign Affairs")?"""
    return any(o.kind in ("ministry", "government") and o.country in (None, setting.home) for o in sentence.organizations)


def _only(setting: Setting, number: int) -> str | None:
    """The one other state of this sentence, else of the one before, else of the segment."""
    for numbers in ((number,), (number - 1,), range(len(setting.free))):
        foreign = {c for n in numbers if n >= 0 for _, c in setting.free[n]} - {setting.home}
        if foreign:
            return next(iter(foreign)) if len(foreign) == 1 else None
    return None


def one_of_pair(setting: Setting, figure: Figure) -> str | None:
    """"signed by the Foreign Ministers X and Y", between two states: the first is of the first, the second of the other."""
    mention = figure.mentions[0]
    if not PLURAL_TITLE.search(mention.office_as_written or ""):
        return None
    left, right = setting.previous.get(mention, (None, None))[0], setting.following.get(mention, (None, None))[0]
    second = left is not None and left.office_as_written == mention.office_as_written and together(setting, left, mention)
    first = right is not None and right.office_as_written == mention.office_as_written and together(setting, mention, right)
    states = pair(setting)
    return None if first is second or states is None else states[1] if second else states[0]


def pair(setting: Setting) -> tuple[str, str] | None:
    """The two states of the segment: home first, else in the order the text names them; None of more."""
    named = [(at, c) for free in setting.free for at, c in free]
    named += [(m.start, m.country) for s in setting.sentences for m in s.people if m.country]
    order = list(dict.fromkeys(c for _, c in sorted(named)))
    often = [c for c in order if setting.total[c] > 1 or c == setting.home] if len(order) > 2 else order
    often.sort(key=lambda c: c != setting.home)
    return (often[0], often[1]) if len(often) == 2 else None


def _able(setting: Setting, figure: Figure, country: str | None) -> str | None:
    return country if country and is_state(country) and possible_in(country, figure.office, figure.title) else None

