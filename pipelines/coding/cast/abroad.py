"""A rung of the ladder (`countries`): whom the issuer's own people meet where they travel to.

What does not belong here: who is met in a sentence that names the state itself (`dealings`).
"""
from pipelines.coding.cast.dealings import HOSTS, is_met
from pipelines.coding.cast.figures import Figure
from pipelines.coding.cast.goal import goes_to
from pipelines.coding.cast.setting import Setting
from pipelines.model.mention import PersonMention, Sentence


def met_on_journey(setting: Setting, figure: Figure) -> str | None:
    """ "He had separate meetings with Prime Minister X", on the page of those who travel, which tells of one state they travel to."""
    mention = figure.mentions[0]
    if setting.home is None or figure.office not in HOSTS or figure.former:
        return None
    sentence = setting.sentences[setting.sentence_of(mention.start)]
    if sentence.is_heading or not is_met(setting, sentence, mention) or not by_own(setting, sentence, mention):
        return None
    goal = setting.goal
    return goal if goal and goal != setting.home and setting.able(figure, goal) else None


def by_own(setting: Setting, sentence: Sentence, mention: PersonMention) -> bool:
    """Does the sentence name nobody and no state but the issuer's own, and somebody who meets?"""
    others = {c for _, c in setting.free[setting.sentence_of(sentence.start)]} | {m.country for m in sentence.people if m.country}
    return others <= {setting.home} and any(m.end <= mention.start for m in sentence.people)


def comes_to(setting: Setting, figure: Figure, country: str) -> bool:
    """Is the figure told to travel to the country where it is first named? Then it is not its own."""
    mention = figure.mentions[0]
    sentence = setting.sentences[setting.sentence_of(mention.start)]
    first = next((m.start for m in sentence.people if m.start >= mention.end), sentence.end)
    places = (p for p in sentence.places if p.countries == (country,) and mention.end <= p.start < first)
    return figure.office in HOSTS and any(goes_to(setting.text, mention.end, p.start) for p in places)
