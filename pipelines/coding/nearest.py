"""The date that belongs to a core, among those of its sentence."""

from pipelines.coding.clauses import Clause
from pipelines.coding.frames import Match
from pipelines.coding.skeleton import put_in
from pipelines.coding.view import Unit, View

SINCE = 6  # units from "since" to its date: "since his election in February"
ITS_OWN = frozenset("scheduled planned held due set slated dated organized organised convened starting beginning running lasting".split())
RECALLS = frozenset(["following", "after", "since", "building", "before", "despite"])


def opening_phrase(view: View, clause: Clause) -> int:
    """Where "Following their September 9 call, …" ends; the clause's start, if it opens with no such phrase."""
    if view.units[clause.first].text not in RECALLS:
        return clause.first
    return next((n for n in range(clause.first, clause.last) if view.units[n].text == ","), clause.first)


def before_participle(kept: list[Match], match: Match, end: int) -> int:
    """Where the dates of a core end: those behind "… signed by X in 1987" are of that participle."""
    return min([end, *(m.first for m in kept if m.first >= match.last and "participle" in m.frame.rule)])


def lasting(view: View, index: int) -> bool:
    """ "since 1973" lasts; "since 1973, when they established relations" says when they did."""
    after = [u.text for u in view.units[index + 1 : index + 3]]
    before = [u.text for u in view.units[max(0, index - SINCE) : index]]
    return "since" in before and "," not in before[before.index("since") :] and after != [",", "when"]


def tells_more(view: View, part: range) -> bool:
    """Does what is put in tell of something else: ", which reached 5 million in 2019,", not ", scheduled for May,"?"""
    return view.units[part.start].text == "," and view.units[part.start + 1].text not in ITS_OWN


def nearest_date(view: View, match: Match, clause: Clause, end: int, after: int | None = None) -> Unit | None:
    """The date of the core: in its clause, rather right of it than left; for a listed place the one that follows it."""
    comma = opening_phrase(view, clause)
    start = comma if comma < match.first else clause.first
    end = min(end, comma) if match.last <= comma and comma > clause.first else end  # "Following my meetings in A, I fly to B on Friday"
    since = 0 if match.frame.event_type == "aid" else 1
    aside = {n for part in put_in(view) if tells_more(view, part) and not part.start <= match.first < part.stop for n in part}
    dated = [(n, u) for n, u in enumerate(view.units) if u.symbol == "D" and n not in aside and not (since and lasting(view, n))]
    inside = [(n, u) for n, u in dated if start <= n < end] or [(n, u) for n, u in dated if n < clause.first][-1:]
    if not inside:
        return None
    anchor = match.last if after is None else after
    return min(inside, key=lambda pair: (abs(pair[0] - anchor) - (pair[0] >= anchor), pair[0]))[1]
