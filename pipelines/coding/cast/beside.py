"""Rungs of the ladder (`countries`) that read whom somebody stands beside: lists, "including X", "X and Y", a delegation's lines.

Each rung takes the setting and a figure without a country and gives a country, or None. What does not belong here: who
deals with whom (`dealings`).
"""
import re

from pipelines.coding.cast.dealings import ENVOYS, HOSTS, LEADERS, SIGNING, is_met, together
from pipelines.coding.cast.figures import Figure
from pipelines.coding.cast.offices import SEATS, title_kind
from pipelines.coding.cast.setting import Setting
from pipelines.model.mention import PersonMention

LOW = frozenset({"official", "military_officer", "civil_society", "subnational_official"})
_SERVING = ENVOYS | {"military_officer", "official"}  # who may be of an ambassador's staff
_INCLUDING = re.compile(
    r"[\s,:(]*(?:including|such as|namely|among them,?|"
    r"(?:(?:was|is|were|being|will be)\s+(?:also\s+)?)?(?:co-)?(?:led|headed|chaired|represented) by)\s+"
    r"(?:the\s+|its\s+)?", re.I)
_AMONG = re.compile(r"[^.;:]{0,60}?,\s+(?:including|such as|namely|among them)[,:]?\s+", re.I)
_LONGEST_LIST = 12
_COMPANY = re.compile(
    r"\b(?:accompanied|joined(?: on [^.;,]{1,20})?|accompanying [^.;,]{1,40}?\b(?:is|are|was|were)"
    r"|delegation (?:also )?(?:includes?|included|comprises?|comprised|consists? of|consisted of))\b", re.I)
_MINE = re.compile(r"\b(?:I|my|me|our|us|we)\b")
_SPOUSE = re.compile(r"\b(?:lady|gentleman|wife|husband|spouse)\b", re.I)
_LIST_OPENING = 40  # characters (courtesy words) before the name in a line that lists somebody


def member(setting: Setting, figure: Figure) -> str | None:
    """"senior Israeli officials, including X", "an Italian delegation led by X"."""
    first = _head_of_list(setting, figure.mentions[0])
    group = setting.groups.get(first)
    if group is None or group.country is None:
        return None
    said = _INCLUDING.fullmatch(setting.text, group.end, first.start) or _AMONG.fullmatch(setting.text, group.end, first.start)
    return group.country if said else None


def _head_of_list(setting: Setting, mention: PersonMention) -> PersonMention:
    """The first of the names without titles that `mention` is listed with."""
    for _ in range(_LONGEST_LIST):
        left = setting.previous.get(mention, (None, None))[0]
        if left is None or mention.office_as_written or not together(setting, left, mention):
            break
        mention = left
    return mention


def listed(setting: Setting, figure: Figure) -> str | None:
    """The country word before the first of a list governs the titles that follow it."""
    first = figure.mentions[0]
    left, before = setting.previous.get(first, (None, None))
    if left is None or before is None or before.country is None or not _joined(setting, left, first):
        return None
    if before.office == figure.office and figure.office in SEATS:
        return None
    if not setting.able(figure, before.country) or _two_sign(setting, figure):
        return None
    setting.listed.add(first)
    return before.country


def _two_sign(setting: Setting, figure: Figure) -> bool:
    """"X of Serbia and Minister Y signed": a document that two sign alone has a side each."""
    sentence = setting.sentences[setting.sentence_of(figure.mentions[0].start)]
    named = {id(setting.whose[m]) for m in sentence.people if m in setting.whose}
    return len(named) == 2 and SIGNING.search(setting.text, figure.mentions[0].end, sentence.end) is not None


def _joined(setting: Setting, left: PersonMention, right: PersonMention) -> bool:
    """`left` opens with its country and only a comma or "and" parts it from `right`, which has a title."""
    if not right.office_as_written or (left not in setting.listed and not _opens_with_country(setting, left)):
        return False
    return together(setting, left, right)


def _opens_with_country(setting: Setting, mention: PersonMention) -> bool:
    """"Serbian Defense Minister X", "the Serbian …": the country word comes first."""
    places = setting.sentences[setting.sentence_of(mention.start)].places
    return any(mention.start <= p.start <= mention.start + 4 and p.kind in ("country", "demonym", "body") for p in places)


def beside(setting: Setting, figure: Figure) -> str | None:
    """Somebody of low office named in one breath with a foreigner: "X of the Serbian Foreign Ministry and Y, head of department"."""
    first = figure.mentions[0]
    left, before = setting.previous.get(first, (None, None))
    if left is None or before is None or figure.office not in LOW or not before.told or before.office in HOSTS:
        return None
    return before.country if together(setting, left, first) else None


def coordinated(setting: Setting, figure: Figure) -> str | None:
    """A lesser office named in one breath with somebody. Not leaders: beside them stands whom they met."""
    first = figure.mentions[0]
    if (figure.office in LEADERS and title_kind(figure.title) != "monarch") or not first.office_as_written:
        return None
    left, before = setting.previous.get(first, (first, figure))
    right, behind = setting.following.get(first, (first, figure))
    served = before.office in ENVOYS and figure.office not in _SERVING  # a guest beside an ambassador may be anybody's
    if before.country and not served and together(setting, left, first) and setting.able(figure, before.country):
        return before.country
    if behind.country and figure.office != "deputy_minister" and behind.office not in LEADERS and _joins(setting, first, right):
        return behind.country if setting.able(figure, behind.country) else None
    return None


def _joins(setting: Setting, left: PersonMention, right: PersonMention) -> bool:
    """Are they named together, with no country word that sets the second apart ("Minister X and Swiss State Secretary Y")?"""
    return together(setting, left, right) and not _opens_with_country(setting, right)


def delegate(setting: Setting, figure: Figure) -> str | None:
    """A line of the list of the issuer's own delegation."""
    first = figure.mentions[0]
    sentence = setting.sentences[setting.sentence_of(first.start)]
    opens = (first.name_start or first.start) - sentence.start <= _LIST_OPENING and sentence.people[0] is first
    return setting.home if opens and setting.lists_delegation and first.start > setting.starts[min(1, len(setting.starts) - 1)] else None


def companion(setting: Setting, figure: Figure) -> str | None:
    """"He was joined on the trip by Minister X", "the delegation includes X": of the side that travels."""
    first = figure.mentions[0]
    number = setting.sentence_of(first.start)
    sentence = setting.sentences[number]
    match = _COMPANY.search(setting.text, sentence.start, first.start)
    if match is None:
        return None
    if _MINE.search(setting.text, sentence.start, first.start):
        return setting.home
    named = (setting.whose[m] for m in sentence.people if m in setting.whose and m.end <= match.start())
    leader = next((f for f in named if f.country), None) or _traveller(setting, number)
    return leader.country if leader is not None and leader.country and setting.able(figure, leader.country) else None


def _traveller(setting: Setting, number: int) -> Figure | None:
    """Whoever is first told to travel, of those named before."""
    before = (f for f in setting.figures if f.told and setting.sentence_of(f.start) < number)
    return next((f for f in before if setting.travels(f) and _opens(setting, f)), None)


def _opens(setting: Setting, figure: Figure) -> bool:
    """Is the figure the first that its sentence names?"""
    first = min(m.start for m in setting.sentences[setting.sentence_of(figure.start)].people)
    return figure.start == first


def spouse(setting: Setting, figure: Figure) -> str | None:
    """"accompanied by First Lady X": of the state of whoever leads one and was named before."""
    if figure.office == "royal_or_spouse" and figure.title is None:
        return _husband_country(setting, figure)
    if figure.office != "royal_or_spouse" or not _SPOUSE.search(figure.title or ""):
        return None
    _, before = setting.previous.get(figure.mentions[0], (None, None))
    return before.country if before is not None and before.office in ("head_of_state", "head_of_government") else None


def _husband_country(setting: Setting, figure: Figure) -> str | None:
    """Of "Mrs Berg" beside Minister Berg."""
    namesakes = (f for f in setting.figures if f is not figure and any(figure.name in name.split(" ") for name in f.names))
    found = {f.country for f in namesakes}
    return found.pop() if len(found) == 1 else None


def local(setting: Setting, figure: Figure) -> str | None:
    """A governor or mayor who is not told to travel is at home where the sentence takes place, or where an envoy in it serves."""
    first = figure.mentions[0]
    if figure.office != "subnational_official" or setting.travels(figure):
        return None
    sentence = setting.sentences[setting.sentence_of(first.start)]
    towns = {p.countries[0] for p in sentence.places if p.kind in ("capital", "city", "region") and len(p.countries) == 1}
    hosts = {m.host_country for m in sentence.people if m.host_country}
    found = towns or hosts
    return found.pop() if len(found) == 1 else None


def of_chamber(setting: Setting, figure: Figure) -> str | None:
    """"met the Speaker, X, and urged the Indonesian Parliament to …": of the one state whose parliament the sentence names."""
    if figure.office != "speaker_of_parliament" or sum(f.office == figure.office for f in setting.figures) > 1:
        return None
    first = figure.mentions[0]
    sentence = setting.sentences[setting.sentence_of(first.start)]
    if not is_met(setting, sentence, first):
        return None
    states = {o.country for o in sentence.organizations if o.kind == "parliament" and o.country}
    return states.pop() if len(states) == 1 else None
