"""Held, planned, cancelled or denied: what the words around a core say. Dates may overrule (see `when`)."""

from functools import cache

import ahocorasick_rs

from pipelines.coding.clauses import Clause
from pipelines.coding.frames import Match
from pipelines.coding.patterns import word_classes
from pipelines.coding.view import View

DENIALS = (
    " denied ", " denies ", " deny ", " refuted ", " no plans ", " never met ", " did not meet ", " did not sign ", " has not signed ",
)
AFTER = (
    " will be ",
    " will take ",
    " to be held ",
    " to take place ",
    " is to ",
    " are to ",
    " is scheduled ",
    " is planned ",
    " are planned ",
    " is expected ",
    " is due ",
    " is also planned ",
    " are scheduled ",
    " will ",
    " would be ",
    " would ",
    " shall ",
    " which will ",
    " planned ",
    " scheduled ",
    " have been invited ",
)
AWAITED = ("planned", "expected", "scheduled", "due", "foreseen", "envisaged", "anticipated")
DEEDS = frozenset("signing signature inauguration opening unveiling exchange handover laying ratification ceremony".split())  # as nouns
COMING = (*(f" {be} {word} " for be in ("is", "are") for word in AWAITED), " will be held ", " will take place ")
FAR = 16  # units from a noun to its verb
IDLE = (
    *((f" {word} invitation ", " ") for word in ("at the", "on the", "upon the", "at the kind")),
    (" next day ", " day "),
    (" next morning ", " morning "),
    (" possible terms ", " terms "),
)
OVER = (" results of ", " outcome of ", " outcomes of ", " success of ")  # "shall report on the results of my visit"
PLEDGING = (" will ", " would ", " shall ", " 'll ", " to provide ", " intends ", " intend ", " to supply ", " to send ")


@cache
def phrases(name: str) -> tuple[str, ...]:
    return tuple(f" {words} " for words in word_classes()[name].replace("\\", "").split("|"))


def line_of(view: View, first: int, last: int) -> str:
    """The tokens between two units, blanks around them; "the next day" and "the strongest possible terms" look at no future."""
    line = f" {' '.join([unit.text for unit in view.units[max(0, first) : last]])} "
    for idle, plain in IDLE:
        if idle in line:
            line = line.replace(idle, plain)
    return line


def holds(line: str, options: tuple[str, ...]) -> bool:
    return bool(automaton(options).find_matches_as_indexes(line))


@cache
def automaton(options: tuple[str, ...]) -> ahocorasick_rs.AhoCorasick:
    return ahocorasick_rs.AhoCorasick(options)


def before_core(view: View, clause: Clause, match: Match) -> str:
    """The tokens from the clause's start to the core; at whose invitation somebody came looks at no future."""
    return line_of(view, clause.first, match.first + 1).replace(" the invitation of ", " ").replace(" invitation from ", " ")


def core_line(view: View, match: Match) -> str:
    """The tokens of the core; the invitation that a letter holds was sent."""
    return "" if match.frame.event_type == "message" else line_of(view, match.first, match.last)


def after_core(view: View, clause: Clause, match: Match) -> str:
    told = line_of(view, match.last, min(match.last + 6, clause.last + 3))
    return told.partition(" , which ")[0] + " " if match.frame.event_type == "signing" else told


def pledged(view: View, clause: Clause, match: Match) -> bool:
    """ "will provide a further two million": what is pledged is given, on the day of the pledge (codebook: "given or pledged")."""
    told = before_core(view, clause, match) + line_of(view, match.first, match.last)
    return "pledge" in match.frame.flags and not holds(drop(told, PLEDGING), phrases("future"))


def drop(line: str, words: tuple[str, ...]) -> str:
    for word in words:
        line = line.replace(word, " ")
    return line


def announced(view: View, clause: Clause, match: Match) -> bool:
    """Is the core announced for the future?"""
    if pledged(view, clause, match) or any(words in line_of(view, match.first - 4, match.first + 1) for words in OVER):
        return False
    if "planned" in match.frame.flags or holds(
        before_core(view, clause, match) + core_line(view, match), phrases("future")
    ):
        return True
    nominal = any(u.symbol in ("E", "I") for u in view.units[match.first : match.last]) or match.frame.strength != "strong"
    nominal = nominal or any(u.text in DEEDS for u in view.units[match.first : match.last])
    if nominal and holds(after_core(view, clause, match), AFTER):
        return True
    if nominal and holds(line_of(view, match.last, min(match.last + FAR, clause.last)), COMING):
        return True
    headline_infinitive = view.sentence.is_heading and " to " in line_of(view, match.first - 2, match.first + 1)
    return headline_infinitive


def status(view: View, clause: Clause, match: Match, end: int = 0) -> str:
    """The status of the occasion that `match` tells, by its words alone; `end`: of the clause in which the core ends."""
    near = line_of(view, clause.first, max(clause.last, end))
    if holds(near, phrases("cancelled")):
        return "cancelled"
    if holds(before_core(view, clause, match), DENIALS):
        return "denied"
    return "planned" if announced(view, clause, match) else "held"
