"""Rungs of the ladder (`countries`) that read a tie in the words themselves: "its president", a friendship group's first
state, the two heads of delegations, whose words an envoy reads out.

Each rung takes the setting and a figure without a country and gives a country, or None. What does not belong here: who meets
or receives whom (`dealings`), lists (`beside`).
"""
import re

from pipelines.coding.cast.dealings import ENVOYS, pair
from pipelines.coding.cast.figures import Figure
from pipelines.coding.cast.offices import OF_STATES
from pipelines.coding.cast.setting import Setting
from pipelines.lexicon.countries import is_state
from pipelines.model.mention import PlaceMention

_ITS = re.compile(r"\bits\s", re.I)
_FRIENDSHIP = re.compile(r"\bfriendship (?:group|society|association|committee)\b|\binter-?parliamentary\b", re.I)
_HEADED = re.compile(
    r"\b(?:delegations|sides|teams|parties)\b[^.;]{0,60}\b(?:headed|led|chaired|represented)\b[^.;]{0,20}\bby\b|\bco-?chaired by\b", re.I)
_ENVOY_WORD = re.compile(r"\s+(?:special |deputy )*(?:envoy|representative|ambassador|coordinator)\b", re.I)
_NEAR = 100  # characters between an envoy's reading and whose words they are
_READ_OUT = re.compile(r"\b(?:read(?:s|ing)?(?: out)?|conveyed|conveys|passed on|delivered|on behalf of)\b", re.I)


def of_nation(setting: Setting, figure: Figure) -> str | None:
    """"Kenyan General X": the word for a people right before a rank or a name."""
    for mention in figure.mentions[:3]:
        places = setting.sentences[setting.sentence_of(mention.start)].places
        before = next((p for p in places if p.kind == "demonym" and setting.text[p.end:mention.start] == " "), None)
        if before is not None and len(before.countries) == 1:
            return before.countries[0]
    return None


def possessed(setting: Setting, figure: Figure) -> str | None:
    """"X was next. Y, its president": the state named last, unless an organization was."""
    for mention in figure.mentions[:3]:
        if mention.office not in OF_STATES or not _ITS.search(setting.text, mention.start, mention.end):
            continue
        number = setting.sentence_of(mention.start)
        places = [p for s in setting.sentences[max(0, number - 1):number + 1] for p in s.places if p.start < mention.start]
        last = max((p for p in places if p.kind in ("country", "body")), key=lambda p: p.start, default=None)
        if last is not None and last.kind == "country" and len(last.countries) == 1 and setting.able(figure, last.countries[0]):
            return last.countries[0]
    return None


def of_friendship_group(setting: Setting, figure: Figure) -> str | None:
    """"leader of the Serbia-Norway friendship group": a parliament names itself first."""
    for mention in figure.mentions[:3]:
        if mention.office_as_written and _FRIENDSHIP.search(mention.office_as_written):
            named = [p for p in _states(setting, mention.start) if mention.start <= p.start < mention.end]
            if len({p.countries[0] for p in named}) == 2:
                return named[0].countries[0]
    return None


def heads_side(setting: Setting, figure: Figure) -> str | None:
    """"The delegations were headed by X and Y" between two states: the first is of the first, the second of the other."""
    mention = figure.mentions[0]
    sentence = setting.sentences[setting.sentence_of(mention.start)]
    match = _HEADED.search(setting.text, sentence.start, sentence.end)
    named = [setting.whose[m] for m in sentence.people if m in setting.whose and match is not None and m.start >= match.end()]
    if len(named) != 2 or figure not in named or any(f.told for f in named):
        return None
    states = pair(setting)
    return states[named.index(figure)] if states else None


def speaks_through_envoy(setting: Setting, figure: Figure) -> str | None:
    """"the ambassador read out what President X had written": a leader's words are read by his own envoy."""
    mention = figure.mentions[0]
    sentence = setting.sentences[setting.sentence_of(mention.start)]
    envoys = [m for m in sentence.people if m.office in ENVOYS and m.end < mention.start]
    if not envoys or not _READ_OUT.search(setting.text, max(envoys[-1].end, mention.start - _NEAR), mention.start):
        return None
    senders = {f.country for f in setting.figures if f.office in ENVOYS and f.country}
    if len(senders) != 1:
        return None
    country = next(iter(senders))
    return country if country and setting.able(figure, country) else None


def called_own(setting: Setting, figure: Figure) -> str | None:
    """"U.S. Special Envoy …, Ambassador X": the issuer's adjective in the same breath."""
    mention = figure.mentions[0]
    if setting.home is None or figure.office not in ENVOYS:
        return None
    sentence = setting.sentences[setting.sentence_of(mention.start)]
    left = max((m.end for m in sentence.people if m.name and m.end <= mention.start), default=sentence.start)
    near = [p for p in sentence.places if left <= p.start < mention.start]
    own = near and near[-1].kind in ("country", "demonym") and near[-1].countries == (setting.home,)
    return setting.home if own and _ENVOY_WORD.match(setting.text, near[-1].end, mention.start) else None


def _states(setting: Setting, offset: int) -> list[PlaceMention]:
    sentence = setting.sentences[setting.sentence_of(offset)]
    return [p for p in sentence.places if p.kind in ("country", "demonym") and len(p.countries) == 1 and is_state(p.countries[0])]
