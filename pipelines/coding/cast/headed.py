"""Offices that a headline gives without names to those who open the text below it.

"FRENCH FOREIGN MINISTER PUTS OFF TRIP. Jean Durand has …"; "RUSSIAN, SERBIAN PRESIDENTS MEET. X and Y …". What does not belong here: a
headline's names (`introductions.unite_headline_names`).
"""

import re
from itertools import pairwise

from pipelines.coding.cast.figures import Figure
from pipelines.coding.cast.offices import SEATS
from pipelines.model.mention import PersonMention, Sentence

_OPENING = 3  # characters, quotation marks among them, before the first name
_AND = re.compile(r"\s+and\s+")


def head_up(text: str, sentences: tuple[Sentence, ...], whose: dict[PersonMention, Figure]) -> None:
    """Give those who open a sentence without a title the only office or offices of the headline right before it."""
    for headline, lead in pairwise(sentences):
        if headline.people and lead.people and _is_headline(text, headline):
            held = _held(headline)
            bare = _bare(text, lead, whose)[: len(held)]
            if held and len(bare) == len(held):
                for figure, (country, office) in zip(bare, held, strict=True):
                    figure.offices[office] = None
                    figure.told[country] += 1


def _is_headline(text: str, sentence: Sentence) -> bool:
    return sentence.is_heading or text[sentence.start : sentence.end].isupper()


def _held(headline: Sentence) -> list[tuple[str, str]]:
    """Country and office of the one title, or of each side of the one group of titles; none where anybody is named."""
    titles = [m for m in headline.people if m.office in SEATS and m.kind in ("office", "group") and not m.former and not m.relation]
    if len(titles) != 1 or any(m.kind == "named" for m in headline.people):
        return []
    (title,) = titles
    countries = title.countries if title.kind == "group" else (title.country,)
    return [(country, title.office) for country in countries if country and title.office]


def _bare(text: str, lead: Sentence, whose: dict[PersonMention, Figure]) -> list[Figure]:
    """Those of whom nothing is said but the name, joined by "and" at the very beginning of the sentence."""
    found: list[Figure] = []
    end = lead.start
    for mention in lead.people:
        figure = whose.get(mention)
        joined = _AND.fullmatch(text, end, mention.start) if found else mention.start - lead.start <= _OPENING
        if figure is None or not joined or not mention.name or figure.office not in (None, "unknown") or figure.told:
            break
        found.append(figure)
        end = mention.end
    return found
