"""Held, planned, cancelled or denied: what the words around a core say. Dates may overrule (see `when`)."""

from functools import cache

from pipelines.coding.clauses import Clause
from pipelines.coding.frames import Match
from pipelines.coding.patterns import word_classes
from pipelines.coding.view import View

DENIALS = ("denied", "denies", "deny", "refuted", "no plans", "never met", "did not meet", "did not sign", "has not signed")
AFTER = (
    "will be",
    "will take",
    "to be held",
    "to take place",
    "is to",
    "are to",
    "is scheduled",
    "is planned",
    "are planned",
    "is expected",
    "is due",
    "is also planned",
    "are scheduled",
    "will",
    "would be",
    "would",
    "shall",
    "which will",
    "planned",
    "scheduled",
    "have been invited",
)
PAST_OF_FUTURE = ("had been", "has been", "have been")


@cache
def phrases(name: str) -> tuple[str, ...]:
    return tuple(f" {words} " for words in word_classes()[name].replace("\\", "").split("|"))


def line_of(view: View, first: int, last: int) -> str:
    """The tokens between two units, blanks around them; "the next day" looks at no future."""
    line = " " + " ".join(u.text for u in view.units[max(0, first) : last]) + " "
    return line.replace(" next day ", " day ").replace(" next morning ", " morning ")


def holds(line: str, options: tuple[str, ...]) -> bool:
    return any(option in line for option in options)


def before_core(view: View, clause: Clause, match: Match) -> str:
    return line_of(view, clause.first, match.first + 1)


def after_core(view: View, clause: Clause, match: Match) -> str:
    return line_of(view, match.last, min(match.last + 6, clause.last + 3))


def announced(view: View, clause: Clause, match: Match) -> bool:
    """Is the core announced for the future?"""
    if "planned" in match.frame.flags or holds(
        before_core(view, clause, match) + line_of(view, match.first, match.last), phrases("future")
    ):
        return True
    nominal = any(u.symbol in ("E", "I") for u in view.units[match.first : match.last]) or match.frame.strength != "strong"
    after = after_core(view, clause, match)
    if nominal and any(f" {words} " in after for words in AFTER):
        return True
    headline_infinitive = view.sentence.is_heading and " to " in line_of(view, match.first - 2, match.first + 1)
    return headline_infinitive


def status(view: View, clause: Clause, match: Match, end: int = 0) -> str:
    """The status of the occasion that `match` tells, by its words alone; `end`: of the clause in which the core ends."""
    near = line_of(view, clause.first, max(clause.last, end))
    if holds(near, phrases("cancelled")):
        return "cancelled"
    if any(f" {words} " in before_core(view, clause, match) for words in DENIALS):
        return "denied"
    return "planned" if announced(view, clause, match) else "held"
