"""A sentence as the frames see it: mentions folded into symbols, everything else in lower-case words.

`View.line` of "Minister X held talks with Y in Minsk." is " N0 held talks with N1 in L0 . ". Every token is
preceded by one blank, so a frame is an ordinary regular expression over tokens. What does not belong here: any
knowledge of what a verb or noun means (that is `lexicon/frames`).
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import Any, NamedTuple

from pipelines.lexicon.countries import is_state
from pipelines.model.mention import (
    DateMention,
    GatheringMention,
    InstrumentMention,
    Mention,
    OrganizationMention,
    PersonMention,
    PlaceMention,
    Sentence,
)

TOKEN = re.compile(r"[’'`´]s\b|[^\W_]++(?:[-‑'’`´&./][^\W_]++)*+|\S")
PERSON_SYMBOLS = {"named": "N", "office": "F", "group": "G", "delegation": "T", "pronoun": "R"}
PLACE_SYMBOLS = {"country": "C", "demonym": "A", "government_seat": "S", "body": "S"}
INSTITUTIONS = frozenset(["parliament", "government", "ministry", "civil", "company", "media"])
ACTORS = frozenset("NFGTR")
CITIES = frozenset(["city", "capital"])  # kinds of places


class Unit(NamedTuple):
    """One token of a view. `symbol` is its class letter, or "" for a plain word; offsets into the document."""

    symbol: str
    text: str
    start: int
    end: int
    mention: Any = None
    capital: bool = False
    mention_text: str = ""


@dataclass(frozen=True, slots=True)
class View:
    """A sentence's units, their line of tokens, and where in the line each unit begins."""

    sentence: Sentence
    units: tuple[Unit, ...]
    line: str
    starts: tuple[int, ...]

    def unit_at(self, position: int) -> int:
        """Index of the unit that holds the character `position` of the line."""
        return max(0, bisect_right(self.starts, position) - 1)


def symbol_of(mention: Mention) -> str:
    if isinstance(mention, PersonMention):
        return PERSON_SYMBOLS[mention.kind]
    if isinstance(mention, PlaceMention):
        return PLACE_SYMBOLS.get(mention.kind, "L")
    by_type = ((GatheringMention, "E"), (InstrumentMention, "I"), (OrganizationMention, "O"), (DateMention, "D"))
    return next(symbol for kind, symbol in by_type if isinstance(mention, kind))


def chosen(sentence: Sentence) -> list[Mention]:
    """The mentions that stand in the view: where two overlap, the kind that explains more of the clause wins."""
    institutions = [o for o in sentence.organizations if o.kind in INSTITUTIONS and (o.country is None or is_state(o.country))]
    gatherings = [g for g in sentence.gatherings if not any(o.start <= g.start and g.end <= o.end for o in institutions)]
    gatherings = [g for g in gatherings if not any(g.start < p.start and p.end <= g.end and is_titled(p) for p in sentence.people)]
    names = [g for g in gatherings if any(g.start <= p.start and p.end <= g.end for p in sentence.people)]
    taken: list[Mention] = []
    starts: list[int] = []
    bodies = [o for o in sentence.organizations if o.kind != "body"]  # "the working group met": its words tell what it is
    for group in (names, sentence.people, sentence.instruments, gatherings, bodies, sentence.dates, sentence.places):
        for mention in group:
            at = bisect_right(starts, mention.start)
            free = (at == 0 or taken[at - 1].end <= mention.start) and (at == len(taken) or mention.end <= taken[at].start)
            if free and mention.end > mention.start:
                taken.insert(at, mention)
                starts.insert(at, mention.start)
    return taken


def is_titled(person: PersonMention) -> bool:
    """A name with an office: "talks between Minister X and Minister Y" are no gathering of that name."""
    return person.kind == "named" and person.office is not None


def words(text: str, start: int, end: int) -> list[Unit]:
    found, new = list[Unit](), tuple.__new__  # quicker than Unit(…), which is called for every word
    for match in TOKEN.finditer(text, start, end):
        plain, capital = spelled(match[0])
        found.append(new(Unit, ("", plain, match.start(), match.end(), None, capital, "")))
    return found


@lru_cache(maxsize=1 << 16)
def spelled(word: str) -> tuple[str, bool]:
    """A word in small letters with plain signs, and whether it begins with a capital."""
    plain = "'s" if word[0] in "’'`´" and word[1:] == "s" else word.lower().replace("’", "'").replace("‑", "-")
    return plain, word[0].isupper()


def view(text: str, sentence: Sentence) -> View:
    """Fold `sentence` of the document `text` into a view."""
    units: list[Unit] = []
    counts: dict[str, int] = {}
    at = sentence.start
    for mention in chosen(sentence):
        units.extend(words(text, at, mention.start))
        symbol = symbol_of(mention)
        number = counts.get(symbol, 0)
        counts[symbol] = number + 1
        units.append(Unit(symbol, f"{symbol}{number}", mention.start, mention.end, mention, True, text[mention.start : mention.end]))
        at = mention.end
    units.extend(words(text, at, sentence.end))
    texts = [unit.text for unit in units]
    starts = accumulate((len(text) + 1 for text in texts[:-1]), initial=0) if texts else ()
    return View(sentence, tuple(units), f" {' '.join(texts)} " if texts else " ", tuple(starts))
