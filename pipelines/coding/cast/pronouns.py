"""he, she, they, I, we: to whom they point.

Centering in its plainest form: the subject of the same sentence, else of the sentence before, is who goes on being meant.
What does not belong here: whether a sentence reports an occasion.
"""
import re
from bisect import bisect_right
from operator import attrgetter

from pipelines.coding.cast.figures import Figure
from pipelines.coding.cast.scene import Scene, gender
from pipelines.model.mention import PersonMention

_NO_NOUN = re.compile(r"\s*+(?:[.,;:)]|(?:at|in|on|for|to|with|upon|by|of|from|during|and|after|before)\b)")
_NEW_CLAUSE = re.compile(r"[,;:“\"]|\b(?:that|who|whom|which|where|when|while|after|before|as|because|and|but|said)\b", re.I)
_GENDERS = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
_PLURAL = frozenset({"they", "them", "their", "themselves", "both"})
_AUTHOR = frozenset({"i", "me", "my", "myself"})
_AUTHOR_AND_OTHERS = frozenset({"we", "us", "our", "ourselves"})


def pronoun(scene: Scene, mention: PersonMention, genders: dict[int, str]) -> list[Figure]:
    """Whom a pronoun means; nobody where the scene has nobody that agrees."""
    word = scene.text[mention.start:mention.end].strip().lower()
    if word in _GENDERS:
        return _one(scene, _GENDERS[word], genders, _other_than(scene, mention, word))
    if word in _PLURAL or (mention.plural and word not in _AUTHOR_AND_OTHERS):
        return _many(scene)
    if word in _AUTHOR:
        return [scene.speaker] if scene.speaker else []
    return _we(scene) if word in _AUTHOR_AND_OTHERS else []


def learn_genders(scene: Scene, figures: list[Figure]) -> dict[int, str]:
    """Genders that titles tell, by identity of the figure."""
    found: dict[int, str] = {}
    for figure in figures:
        told = next((g for g in (gender(scene.text, m) for m in figure.mentions[:20]) if g), None)
        if told:
            found[id(figure)] = told
    return found


def _other_than(scene: Scene, mention: PersonMention, word: str) -> Figure | None:
    """Who "him" cannot be: the subject of its own clause, that is whom the text named last ("the General received him")."""
    objective = word == "him" or (word == "her" and _NO_NOUN.match(scene.text, mention.end) is not None)
    if not objective:
        return None
    people = scene.turns[-1].sentence.people
    before = bisect_right(people, mention.start, key=attrgetter("end"))  # they do not overlap
    left = people[before - 1].end if before else mention.start
    return None if _NEW_CLAUSE.search(scene.text, left, mention.start) else scene.turns[-1].latest


def _one(scene: Scene, wanted: str, genders: dict[int, str], other_than: Figure | None = None) -> list[Figure]:
    for turn in scene.back():
        agreeing = (f for f in (*turn.actors, *turn.owners) if genders.get(id(f), wanted) == wanted and f is not other_than)
        found = next(agreeing, None)
        if found is not None:
            genders.setdefault(id(found), wanted)
            return [found]
    return []


def _many(scene: Scene) -> list[Figure]:
    """The latest sentence with two people or more."""
    for turn in scene.back():
        if turn.opening:
            return turn.opening
        here = [figure for figure in turn.actors if not figure.former]
        if len(here) > 1:
            return here
    return []


def _we(scene: Scene) -> list[Figure]:
    """The author, if known, and whoever the last sentence with "I" or "we" beside a name puts at the author's side."""
    partners: list[Figure] = []
    for turn in scene.back():
        speaks = any(m.kind == "pronoun" and scene.text[m.start:m.end].lower() in _AUTHOR | {"we"} for m in turn.sentence.people)
        partners = [f for f in turn.figures if f is not scene.speaker and not f.former] if speaks else []
        if partners:
            break
    return ([scene.speaker] if scene.speaker else []) + partners
