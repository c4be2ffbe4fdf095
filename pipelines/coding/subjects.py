"""The subject of a core that has none beside it: that of the core before, whom "who" refers to, whose trip it was."""

from collections.abc import Sequence
from dataclasses import replace

from pipelines.coding.arguments import Argument
from pipelines.coding.clauses import OBJECTIVE, Clause
from pipelines.coding.frames import Match
from pipelines.coding.view import ACTORS, Unit, View

INVITING = frozenset("invited invites invite inviting asked asks ask urged allowed enabled".split())
OBJECTS = frozenset(["him", "her", "them"])
ADVERBS = frozenset("also then later both has have had will was were is are".split())


def invited(view: View, match: Match) -> bool:
    """ "invited the Minister to attend": the Minister attends, not whoever invites."""
    if match.first < 3 or view.units[match.first - 1].text != "to" or view.units[match.first - 2].symbol not in ACTORS:
        return False
    return any(u.text in INVITING for u in view.units[max(0, match.first - 5) : match.first - 2])


def with_subject(
    own: list[Argument], view: View, match: Match, clause: Clause, before: tuple[int, list[Argument]] | None
) -> list[Argument]:
    """A core without a subject of its own takes that of the core before it, or whom "who" refers to.

    What stands between two cores of one clause is the first one's object, unless it directly precedes the second.
    """
    if invited(view, match):
        return [Argument(view.units[match.first - 2], "left"), *(a for a in own if a.position != "left")]
    opener = view.units[clause.first].text
    if opener == "and" and not any(a.position == "left" for a in own):
        own = thanking(view, clause, own)
    if opener in ("who", "which", "whose") and clause.first <= match.first and not any(a.position == "left" for a in own):
        return [Argument(u, "left") for u in [u for u in view.units[: clause.first] if u.symbol in ACTORS][-1:]] + own
    if before is not None:
        last, subject = before
        between = view.units[last : match.first]
        fresh = any(u.text in (",", "and", "while", "then") for u in between) and precedes(between)
        if not fresh or not any(a.position == "left" for a in own):
            return subject + [a for a in own if a.position != "left" and not of_core_before(view, match, a)]
    if any(a.position == "left" for a in own):
        return own
    if match.frame.event_type == "visit" and any(
        u.text in ("his", "her", "their", "its") for u in view.units[max(0, match.first - 3) : match.last]
    ):
        return owner_of_trip(view, match) + own
    return own


def of_core_before(view: View, match: Match, argument: Argument) -> bool:
    """ "was received by X and met with Y": X, who stands before the core, is no agent of it."""
    return argument.unit.symbol in ACTORS and argument.position == "by" and argument.unit.start < view.units[match.first].start


def thanking(view: View, clause: Clause, own: list[Argument]) -> list[Argument]:
    """ "A thanked B and presented him with the Order": A gives, and "him" is B, whom the verb before has as its object."""
    verb = next((n for n in range(clause.first - 1, 0, -1) if view.units[n].text in OBJECTIVE), 0)
    subject = [u for u in view.units[max(0, verb - 2) : verb] if u.symbol in ACTORS][-1:]
    thanked = next((u for u in view.units[verb + 1 : verb + 3] if u.symbol in ACTORS and verb), None)
    objects = [replace(a, unit=thanked) if thanked and a.unit.mention_text.lower() in OBJECTS else a for a in own]
    return [Argument(u, "left") for u in subject] + objects


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
