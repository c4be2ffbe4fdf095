"""From frames found in a sentence to candidates for events: each core with its arguments, dates and places.

Candidates know symbols and positions only; `events` turns them into people, days and countries.
"""

from dataclasses import dataclass, replace

from pipelines.coding.arguments import Argument, arguments
from pipelines.coding.clauses import Clause, clause_of, clauses
from pipelines.coding.frames import Frame, Match, matches, told_type
from pipelines.coding.goals import destinations, objects
from pipelines.coding.nearest import before_participle, nearest_date
from pipelines.coding.partners import partners
from pipelines.coding.rivals import strongest
from pipelines.coding.skeleton import bridged
from pipelines.coding.status import status
from pipelines.coding.subjects import with_subject
from pipelines.coding.view import Unit, View

LONGEST_SENTENCE = 700  # units; longer ones are tables and lists, not sentences


@dataclass(frozen=True, slots=True)
class Candidate:
    """A core in its sentence. `destination`: the place a traveller goes to, where the frame has one."""

    view: View
    number: int  # of the sentence within the segment
    frame: Frame
    first: int
    last: int
    clause: Clause
    arguments: tuple[Argument, ...]
    status: str
    destination: Unit | None = None
    date: Unit | None = None
    goal: Unit | None = None  # where an earlier core of the sentence travelled to
    ordinal: int = 0  # of several objects one core names: "statues of X, Y and Z"

    @property
    def event_type(self) -> str:
        return told_type(self.view, self.frame, self.first, self.last)


def tells(match: Match) -> bool:
    """Has the core people of its own: a strong one, or one that says who was present (a companion is at the other core's occasion, too)?"""
    return match.frame.weight >= 2 or (match.frame.event_type == "presence" and "journey" not in match.frame.flags)


def neighbours(kept: list[Match], index: int, clause: Clause, end: int) -> tuple[int, int]:
    """Where the subject may begin and the objects must end (`end` at the latest), given the other strong cores around."""
    match = kept[index]
    stop = next((m.first for m in kept[index + 1 :] if tells(m) and match.last < m.first < end), end)
    before = (m.last for m in reversed(kept[:index]) if m.frame.weight >= 2 and clause.first < m.last <= match.first)
    start = next(before, clause.first)
    return start, stop


def candidates(view: View, number: int) -> list[Candidate]:
    """All candidates of one sentence, in order of their cores."""
    found = matches(view) if len(view.units) <= LONGEST_SENTENCE else []
    found = sorted([*found, *bridged(view, found)], key=lambda m: (m.first, -m.frame.weight, m.last, m.frame.rule))
    if not found:
        return []
    split = clauses(view)
    kept = strongest(view, found)
    made: list[Candidate] = []
    before: tuple[int, list[Argument]] | None = None
    for index, match in enumerate(kept):
        clause = clause_of(split, match.first)
        ends = clause_of(split, match.last - 1).last
        start, stop = neighbours(kept, index, clause, ends)
        around = with_subject(arguments(view, match.first, match.last, clause, start, stop), view, match, clause, before)
        if match.frame.weight >= 2 and any(a.position == "left" for a in around):
            before = (match.last, [a for a in around if a.position == "left"])
        trips = [c for c in made if c.destination is not None]
        dates_end = before_participle(kept, match, ends)
        made.extend(on_trip(c, trips[-1] if trips else None) for c in spread(view, number, match, clause, around, dates_end))
    return made


def single(view: View, number: int, match: Match) -> Candidate:
    """The one candidate of a core that stands alone in its sentence."""
    split = clauses(view)
    clause = clause_of(split, match.first)
    end = clause_of(split, match.last - 1).last
    around = with_subject(arguments(view, match.first, match.last, clause, clause.first, end), view, match, clause, None)
    return spread(view, number, match, clause, around, end)[0]


def on_trip(candidate: Candidate, trip: Candidate | None) -> Candidate:
    """What is done at the end of a journey told in the same sentence: its place is the goal; the journey's date is not its own."""
    if trip is None or candidate.event_type == "visit":
        return candidate
    shared = candidate.status == "planned" and candidate.date is not None and candidate.date is trip.date
    return replace(candidate, goal=trip.destination, date=None if shared else candidate.date)


def spread(view: View, number: int, match: Match, clause: Clause, around: list[Argument], end: int) -> list[Candidate]:
    """One candidate, or one for each destination of a journey, each partner of separate talks, each monument."""
    state = status(view, clause, match, end)
    if "to_place" not in match.frame.flags:
        date = nearest_date(view, match, clause, end)
        groups = partners(view, match, around) * objects(view, match)
        return [
            Candidate(view, number, match.frame, match.first, match.last, clause, group, state, None, date, ordinal=n)
            for n, group in enumerate(groups)
        ]
    made = []
    goals: list[Unit | None] = [*destinations(view, match, len(view.units))]
    for place in goals or [None]:
        after = view.units.index(place) if place else None
        date = nearest_date(view, match, clause, end, after)
        made.append(Candidate(view, number, match.frame, match.first, match.last, clause, tuple(around), state, place, date))
    return made
