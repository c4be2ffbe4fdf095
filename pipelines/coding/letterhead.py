"""The embassy whose page it is, by the line with its name at the top: "EMBASSY OF GEORGIA TO THE CZECH REPUBLIC".

What does not belong here: embassies that the items name (`context`).
"""
import re

from pipelines.lexicon.countries import is_state
from pipelines.recognize.places import find_places

TOP = 800  # characters
LONGEST = 120  # characters of such a line
NAME = re.compile(
    r"^[^\S\n]{0,8}(?:(?:welcome to|website of|home)\b[ :|»>-]{0,4})?(?:the )?"
    r"(?:(?:royal|apostolic|honorary|hellenic|press office of the) ){0,2}"
    r"(?:embassy|consulate(?:[ -]general)?|high commission|permanent (?:mission|representation)|nunciature)\b(?P<rest>[^\n]{3,110})$",
    re.I | re.M,
)


WORD = re.compile(r"[^\W\d_]++")
SMALL = frozenset("of the in to and for at de la".split())


def is_named(word: str) -> bool:
    """Can the word stand in a name? A sentence has others."""
    return word[0].isupper() or word in SMALL


def embassy_of(text: str) -> tuple[str, str] | None:
    """ISO codes of the sending and the receiving state; None where no such line names two."""
    for line in NAME.finditer(text, 0, min(len(text), TOP)):
        if line.end() - line.start() > LONGEST or not all(map(is_named, WORD.findall(line["rest"]))):
            continue
        places = (p for p in find_places(text, *line.span("rest")) if len(p.countries) == 1 or p.kind in ("country", "capital"))
        named = list(dict.fromkeys(p.countries[0] for p in places if is_state(p.countries[0])))
        if len(named) == 2:
            return named[0], named[1]
    return None
