"""The event frames of `lexicon/frames/*.tsv`, compiled, with the test that spares most sentences most frames."""

import re
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from pipelines.coding.needs import Needs, needed
from pipelines.coding.patterns import compile_pattern, word_classes
from pipelines.coding.view import Unit, View
from pipelines.lexicon.loader import read_tsv

FAMILIES = ("meeting", "gathering", "travel", "honour", "agreement", "diplomacy", "cooperation", "support")
SITTINGS = frozenset(["session", "sessions", "sitting", "round", "plenary"])
MEETINGS = frozenset(["meeting", "meetings"])
BODIES = frozenset("commission commissions committee committees subcommittee subcommission council cabinet mechanism consultations".split())
GROUPS = ("working group", "steering group", "joint group")
BODY_BEFORE, BODY_AFTER = 12, 8  # units around a core
STRENGTHS = ("weak", "implied", "nominal", "strong")
WEIGHTS = {strength: weight for weight, strength in enumerate(STRENGTHS)}
STRONGEST = len(STRENGTHS) - 1


@dataclass(frozen=True, slots=True)
class Frame:
    """One row of the frame lexicon. `roles` maps a position (left, obj, by, to, …) to a codebook role or "party"."""

    rule: str
    event_type: str
    roles: dict[str, str]
    strength: str
    flags: frozenset[str]
    pattern: str
    needs: Needs = field(default=())

    @property
    def expression(self) -> "re.Pattern[str]":
        """Compiled when a sentence first holds the words it needs: most frames never run on a given corpus."""
        return compile_pattern(self.pattern)

    @property
    def weight(self) -> int:
        return WEIGHTS[self.strength]


@dataclass(frozen=True, slots=True)
class Match:
    """A frame found in a view: the core are the units `first` … `last` - 1."""

    frame: Frame
    first: int
    last: int


@cache
def frames() -> tuple[Frame, ...]:
    """Every frame, in the order of the lexicon."""
    made = []
    for row in (row for family in FAMILIES for row in read_tsv(f"frames/{family}.tsv")):
        roles = dict(pair.split("=") for pair in row["roles"].split())
        made.append(
            Frame(
                row["rule"],
                row["type"],
                roles,
                row["strength"],
                frozenset(row["flags"].split()),
                row["pattern"],
                needed(row["pattern"]),
            )
        )
    return tuple(made)


@cache
def index() -> dict[str, tuple[tuple[Frame, Needs], ...]]:
    """For a word or symbol, the frames whose rarest need it may fill, and their other needs; for "", the frames that need nothing."""
    found: dict[str, list[tuple[Frame, Needs]]] = {}
    for frame in frames():
        for word in frame.needs[0] if frame.needs else ("",):
            found.setdefault(word, []).append((frame, frame.needs[1:]))
    return {word: tuple(those) for word, those in found.items()}


def possible(view: View) -> list[Frame]:
    """The frames all of whose needs `view` fills, each once."""
    present = {unit.symbol or unit.text for unit in view.units}
    known = index()
    met = [known[word] for word in ("", *present) if word in known]
    found = {id(frame): frame for those in met for frame, needs in those if not any(map(present.isdisjoint, needs))}
    return list(found.values())


def matches(view: View) -> list[Match]:
    """All frames found in `view`, by position; one and the same frame never overlaps itself."""
    found = []
    for frame in possible(view):
        if "heading" in frame.flags and not view.sentence.is_heading:
            continue
        expression = frame.expression
        for hit in expression.finditer(view.line):
            start, end = hit.span("core") if "core" in expression.groupindex else hit.span()
            match = Match(frame, view.unit_at(start), view.unit_at(end - 1) + 1)
            if end > start and ("headline" not in frame.flags or headlines(view, match)):
                found.append(match)
    return sorted(found, key=lambda m: (m.first, -m.frame.weight, m.last, m.frame.rule))


def headlines(view: View, match: Match) -> bool:
    """Does the match open a heading?"""
    return view.sentence.is_heading and match.first == 0


def told_type(view: View, frame: Frame, first: int, last: int) -> str:
    """The frame's event type; where it says "gathering", that of the named occasion it holds or that follows."""
    if frame.event_type == "meeting" and convenes(view, first, last):
        return "session"
    if frame.event_type != "gathering":
        return frame.event_type
    named = next((u for u in view.units[first : last + 8] if u.symbol == "E"), None)
    return named.mention.event_type if named else "conference"


def convenes(view: View, first: int, last: int) -> bool:
    """ "The joint commission will hold its next session": does a standing body meet, and in its order?"""
    core = [u.text for u in view.units[first : last + 1]]
    in_turn = any(word in MEETINGS and before in in_order() for before, word in pairwise(core))
    return (in_turn or not SITTINGS.isdisjoint(core)) and any(map(standing, view.units[max(0, first - BODY_BEFORE) : last + BODY_AFTER]))


def standing(unit: Unit) -> bool:
    """Is it a body that meets again and again, by one word or by its name?"""
    named = unit.mention_text.lower() if unit.symbol == "O" else unit.text
    return not BODIES.isdisjoint(named.split()) or any(group in named for group in GROUPS)


@cache
def in_order() -> frozenset[str]:
    return frozenset(word_classes()["gthordinal"].replace("\\", "").split("|")) | {"next", "regular", "annual", "recurrent", "ordinary"}
