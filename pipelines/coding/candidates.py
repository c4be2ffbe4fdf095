"""From frames found in a sentence to candidates for events: each core with its arguments, dates and places.

Candidates know symbols and positions only; `events` turns them into people, days and countries.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from pipelines.coding.arguments import Argument, arguments
from pipelines.coding.clauses import Clause, clause_of, clauses
from pipelines.coding.frames import Frame, Match, matches
from pipelines.coding.patterns import word_classes
from pipelines.coding.status import status
from pipelines.coding.view import ACTORS, Unit, View

PRECEDENCE = {
    name: rank
    for rank, name in enumerate(
        (
            "protest",
            "credentials",
            "tribute",
            "award",
            "ratification",
            "signing",
            "relations",
            "message",
            "press_conference",
            "election_observation",
            "commemoration",
            "ceremony",
            "exercise",
            "exhibition",
            "session",
            "aid",
            "conference",
            "cultural_event",
            "call",
            "site_visit",
            "visit",
            "meeting",
        )
    )
}


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
        return type_of(self.view, self.frame, self.first, self.last)


def type_of(view: View, frame: Frame, first: int, last: int) -> str:
    """The frame's event type; where it says "gathering", that of the named occasion it holds or that follows."""
    if frame.event_type != "gathering":
        return frame.event_type
    named = next((u for u in view.units[first : last + 8] if u.symbol == "E"), None)
    return named.mention.event_type if named else "conference"


def rivals(one: Match, other: Match) -> bool:
    return one.first < other.last and other.first < one.last


def names_gathering(view: View, match: Match) -> bool:
    """ "meeting of the … Working Group": the gathering tells the occasion, the bare noun does not tell another."""
    if match.frame.event_type not in ("meeting", "visit") or view.units[match.last - 1].text not in ("of", "meeting", "talks", "session"):
        return False
    return any(u.symbol == "E" for u in view.units[match.last : match.last + 2])


def hypothetical(view: View, match: Match) -> bool:
    """ "commitments to cut ties", "efforts to establish relations": what somebody might do is no occasion."""
    if match.first < 2 or view.units[match.first - 1].text != "to" or view.units[match.first].symbol:
        return False
    return view.units[match.first - 2].text in hypotheticals()


@cache
def hypotheticals() -> frozenset[str]:
    return frozenset(word_classes()["hypothetical"].replace("\\", "").split("|"))


def remembered(view: View, match: Match) -> bool:
    """ "the 30th anniversary of the entry into force": what is remembered is not what happens."""
    before = [u.text for u in view.units[max(0, match.first - 4) : match.first]]
    return match.frame.event_type not in ("commemoration", "tribute") and "anniversary" in before and "of" in before


def precedence(view: View, match: Match) -> int:
    """The rank of the match's event type; meeting and call are one rank, the longer core tells which it is."""
    kind = type_of(view, match.frame, match.first, match.last)
    return PRECEDENCE.get("meeting" if kind == "call" else kind, len(PRECEDENCE))


def strongest(view: View, found: list[Match]) -> list[Match]:
    """Of cores that overlap, the stronger, then the more specific, then the longer stays."""
    kept: list[Match] = []
    found = [m for m in found if not (names_gathering(view, m) or remembered(view, m) or hypothetical(view, m))]
    ranked = sorted(found, key=lambda m: (-m.frame.weight, precedence(view, m), m.first - m.last, m.first, m.frame.rule))
    for match in ranked:
        if not any(rivals(match, other) for other in kept):
            kept.append(match)
    return sorted(kept, key=lambda m: m.first)


def neighbours(kept: list[Match], index: int, clause: Clause, end: int) -> tuple[int, int]:
    """Where the subject may begin and the objects must end (`end` at the latest), given the other strong cores around."""
    match = kept[index]
    stop = next((m.first for m in kept[index + 1 :] if m.frame.weight >= 2 and match.last < m.first < end), end)
    start = next((m.last for m in reversed(kept[:index]) if m.frame.weight >= 2 and m.last > clause.first), clause.first)
    return start, stop


def with_subject(
    own: list[Argument], view: View, match: Match, clause: Clause, before: tuple[int, list[Argument]] | None
) -> list[Argument]:
    """A core without a subject of its own takes that of the core before it, or whom "who" refers to.

    What stands between two cores of one clause is the first one's object, unless it directly precedes the second.
    """
    if invited(view, match):
        return [Argument(view.units[match.first - 2], "left"), *(a for a in own if a.position != "left")]
    opener = view.units[clause.first].text
    if opener in ("who", "which", "whose") and clause.first <= match.first and not any(a.position == "left" for a in own):
        return [Argument(u, "left") for u in [u for u in view.units[: clause.first] if u.symbol in ACTORS][-1:]] + own
    if before is not None:
        last, subject = before
        between = view.units[last : match.first]
        fresh = any(u.text in (",", "and", "while", "then") for u in between) and precedes(between)
        if not fresh or not any(a.position == "left" for a in own):
            return subject + [a for a in own if a.position != "left"]
    if any(a.position == "left" for a in own):
        return own
    if match.frame.event_type == "visit" and any(
        u.text in ("his", "her", "their", "its") for u in view.units[max(0, match.first - 3) : match.last]
    ):
        return owner_of_trip(view, match) + own
    return own


INVITING = frozenset("invited invites invite inviting asked asks ask urged allowed enabled".split())


def invited(view: View, match: Match) -> bool:
    """ "invited the Minister to attend": the Minister attends, not whoever invites."""
    if match.first < 3 or view.units[match.first - 1].text != "to" or view.units[match.first - 2].symbol not in ACTORS:
        return False
    return any(u.text in INVITING for u in view.units[max(0, match.first - 5) : match.first - 2])


LONGEST_SENTENCE = 700  # units; longer ones are tables and lists, not sentences
ADVERBS = frozenset("also then later both has have had will was were is are".split())


def precedes(between: Sequence[Unit]) -> bool:
    """Does an actor stand directly before the core, an adverb or auxiliary aside?"""
    rest = [u for u in between if u.text not in ADVERBS]
    return bool(rest) and rest[-1].symbol in ACTORS


def owner_of_trip(view: View, match: Match) -> list[Argument]:
    """ "During her trip to Warsaw , the Vice President announced": she whose trip it was follows the comma."""
    commas = [n for n in range(match.last, len(view.units)) if view.units[n].text == ","]
    after = [u for n in commas for u in view.units[n + 1 : n + 3] if u.symbol in ACTORS]
    before = [u for u in view.units[: match.first] if u.symbol in ACTORS]
    return [Argument(u, "left") for u in (after[:1] or before[:1])]


def destinations(view: View, match: Match, stop: int) -> list[Unit]:
    """The places right of the core, a city and its country being one: "to Saudi Arabia and Israel" are two."""
    places: list[Unit] = []
    for index in range(match.first, min(stop, match.last + 24)):
        unit = view.units[index]
        if unit.symbol in ("C", "L", "S"):
            if any(shares_country(place, unit) for place in places):
                continue
            places.append(unit)
        elif (
            (places and unit.symbol not in ("D", ""))
            or (places and not unit.symbol and unit.text not in JOINS)
            or (not places and index > match.last + 8)
        ):
            break
    return places


JOINS = frozenset([",", "and", "&", "then", "on", "from", "the", "to", "also", "in", "of", "later", "-"])


def objects(view: View, match: Match) -> int:
    """How many monuments one core honours: "statues of X, Y and Z" are three, graves in one place are one."""
    if match.frame.event_type != "tribute":
        return 1
    words = [u.text for u in view.units[match.first : match.last + 24]]
    plural = next((n for n, w in enumerate(words) if w in MONUMENTS), None)
    if plural is None or plural + 1 >= len(words) or words[plural + 1] not in ("of", "to"):
        return 1
    listed = words[plural + 2 :]
    end = next((n for n, w in enumerate(listed) if w in ("in", "at", ";", ".", "which", "during", "died", "who")), len(listed))
    return (
        1
        + sum(w in (",", "and") for w in listed[:end])
        - sum(a == "," and b in ("and", "died", "who") for a, b in pairwise(listed[: end + 1]))
    )


MONUMENTS = frozenset("statues monuments busts memorials".split())


def shares_country(one: Unit, other: Unit) -> bool:
    return bool(set(one.mention.countries) & set(other.mention.countries))


def nearest_date(view: View, match: Match, clause: Clause, after: int | None = None) -> Unit | None:
    """The date of the core: in its clause, rather right of it than left; for a listed place the one that follows it."""
    dated = [(n, u) for n, u in enumerate(view.units) if u.symbol == "D"]
    inside = [(n, u) for n, u in dated if clause.first <= n < clause.last] or [(n, u) for n, u in dated if n < clause.first][-1:]
    if not inside:
        return None
    anchor = match.last if after is None else after
    return min(inside, key=lambda pair: (abs(pair[0] - anchor) - (pair[0] >= anchor), pair[0]))[1]


def candidates(view: View, number: int) -> list[Candidate]:
    """All candidates of one sentence, in order of their cores."""
    found = matches(view) if len(view.units) <= LONGEST_SENTENCE else []
    if not found:
        return []
    split = clauses(view)
    kept = strongest(view, found)
    made: list[Candidate] = []
    before: tuple[int, list[Argument]] | None = None
    for index, match in enumerate(kept):
        clause = clause_of(split, match.first)
        start, stop = neighbours(kept, index, clause, clause_of(split, match.last - 1).last)
        around = with_subject(arguments(view, match.first, match.last, clause, start, stop), view, match, clause, before)
        if match.frame.weight >= 2 and any(a.position == "left" for a in around):
            before = (match.last, [a for a in around if a.position == "left"])
        trips = [c for c in made if c.destination is not None]
        made.extend(on_trip(c, trips[-1] if trips else None) for c in spread(view, number, match, clause, around, stop))
    return made


def on_trip(candidate: Candidate, trip: Candidate | None) -> Candidate:
    """What is done at the end of a journey told in the same sentence: its place is the goal; the journey's date is not its own."""
    if trip is None or candidate.event_type == "visit":
        return candidate
    shared = candidate.date is not None and candidate.date is trip.date
    return replace(candidate, goal=trip.destination, date=None if shared else candidate.date)


def spread(view: View, number: int, match: Match, clause: Clause, around: list[Argument], stop: int) -> list[Candidate]:
    """One candidate, or one for each destination of a journey."""
    state = status(view, clause, match)
    if "to_place" not in match.frame.flags:
        date = nearest_date(view, match, clause)
        return [
            Candidate(view, number, match.frame, match.first, match.last, clause, tuple(around), state, None, date, ordinal=n)
            for n in range(objects(view, match))
        ]
    made = []
    goals: list[Unit | None] = [*destinations(view, match, len(view.units))]
    for place in goals or [None]:
        after = view.units.index(place) if place else None
        date = nearest_date(view, match, clause, after)
        made.append(Candidate(view, number, match.frame, match.first, match.last, clause, tuple(around), state, place, date))
    return made
