"""The date that belongs to a core, among those of its sentence."""

from itertools import pairwise

from pipelines.coding.clauses import ANNOUNCING, Clause
from pipelines.coding.frames import Match
from pipelines.coding.skeleton import put_in
from pipelines.coding.view import Unit, View

SINCE = 10  # units from "since" to its date: "since his election in February"
ITS_OWN = frozenset("scheduled planned held due set slated dated organized organised convened starting beginning running lasting".split())
TELLING = ANNOUNCING | frozenset("said says stated told informed revealed disclosed indicated declared".split())
SAID_NEAR = 4  # units: "announced in Canberra today that"
AHEAD = frozenset([("ahead", "of"), ("prior", "to"), ("advance", "of")])
WIDE = ("this week", "next week", "last week", "this month", "next month", "last month")
SIGNED = frozenset("signed done concluded dated initialled reached agreed established adopted".split())
LOST = frozenset("fell fallen shot killed died perished murdered deported born victims martyrs convened established founded".split())
REMEMBERED = 4  # units from "those who fell" to its date
PARTS = frozenset("morning afternoon evening night eve day days week weekend month end beginning start middle half course".split())
BETWEEN = 80  # units between a core and its date that are looked at
SIGNED_NEAR = 8  # units from "signed" to its date
FORMERLY = frozenset("originally initially previously formerly".split())
PUT_OFF = frozenset("off postponed moved deferred rescheduled shifted".split())
FORMERLY_NEAR = 5  # units
ASIDE = 20  # units of a relative clause
RESUMED = 8  # units of what goes on after it
RESUMING = frozenset("on from at in aboard during within".split())
RELATIVE = frozenset("who which whose that where when has had have is are was were will".split())
QUOTE = '"'
QUOTED = 12  # units of a name in quotation marks
BREAKS = RELATIVE | {",", ";", ":", "and", "after", "before", "since"}
RECALLS = frozenset(["following", "after", "since", "building", "before", "despite"])


def opening_phrase(view: View, clause: Clause) -> int:
    """Where "Following their September 9 call, …" ends; the clause's start, if it opens with no such phrase."""
    if view.units[clause.first].text not in RECALLS:
        return clause.first
    return next((n for n in range(clause.first, clause.last) if view.units[n].text == ","), clause.first)


def opens(view: View, clause: Clause, last: int) -> bool:
    """Does a core that ends at `last` lie in "Following their September 9 call, …"?"""
    return clause.first < last <= opening_phrase(view, clause)


def before_participle(kept: list[Match], match: Match, end: int) -> int:
    """Where the dates of a core end: those behind "… signed by X in 1987" are of that participle."""
    return min([end, *(m.first for m in kept if m.first >= match.last and "participle" in m.frame.rule)])


def lasting(view: View, index: int, first: int) -> bool:
    """ "since 1973" lasts; "since 1973, when they established relations" says when they did, and so does "since they met in 1973"
    of a core that begins at `first`."""
    after = [u.text for u in view.units[index + 1 : index + 3]]
    start = max(0, index - SINCE)
    before = [u.text for u in view.units[start:index]]
    if "since" in before and start + before.index("since") < first < index:
        return False
    return "since" in before and "," not in before[before.index("since") :] and after != [",", "when"]


def of_paper(view: View, last: int, index: int) -> bool:
    """ "ratified the agreement, signed in Tbilisi on 31 May 2007": the day on which the paper was signed, not that of a core before it."""
    start = max(last, index - SIGNED_NEAR)
    words = [u.text for u in view.units[start:index]]
    at = next((n for n in range(len(words) - 1, 0, -1) if words[n] in SIGNED), None)
    if at is None or "," in words[at:]:
        return False
    return words[at - 1] in (",", "was", "were", "been") or view.units[start + at - 1].symbol == "I"


def remembered(view: View, last: int, index: int) -> bool:
    """ "the victims of 9 April 1989", "the graves of those shot in 1959": a day that the deed of a core only remembers."""
    words = [u.text for u in view.units[max(last, index - SIGNED_NEAR) : index]]
    if "," in words:
        words = words[len(words) - words[::-1].index(",") :]
    if not LOST.isdisjoint(words[-REMEMBERED:]):
        return True
    return len(words) > 1 and words[-1] == "of" and words[-2] not in PARTS


def tells_more(view: View, part: range) -> bool:
    """Does what is put in tell of something else: ", which reached 5 million in 2019,", not ", scheduled for May,"?"""
    return view.units[part.start].text == "," and view.units[part.start + 1].text not in ITS_OWN


def of_saying(view: View, index: int) -> bool:
    """ "announced today that she will visit", "today confirmed that": the day on which it was said, not that of what was said."""
    around = view.units[index + 1 : index + 3]
    if around and around[0].text == "that":
        return any(u.text in TELLING for u in view.units[max(0, index - SAID_NEAR) : index])
    return len(around) == 2 and around[0].text in TELLING and around[1].text == "that"


def beyond(view: View, last: int, index: int) -> bool:
    """Does "ahead of the summit in November" lie between a core and its date? The day is that of the summit."""
    words = [u.text for u in view.units[max(last, index - BETWEEN) : index]]
    return any(pair in AHEAD for pair in pairwise(words))


def left_behind(view: View, index: int) -> bool:
    """ "put off from 9 May", "originally planned for 9 May": the day on which it was to be, before another was set."""
    words = [u.text for u in view.units[max(0, index - FORMERLY_NEAR) : index]]
    if not words or words[-1] not in ("from", "for", "on"):
        return False
    return not FORMERLY.isdisjoint(words) or (words[-1] == "from" and not PUT_OFF.isdisjoint(words[-3:]))


def after_aside(view: View, end: int) -> list[tuple[int, Unit]]:
    """The date that goes on with a clause interrupted at `end`: "will host him for a visit, which includes a dinner, on 22 June",
    "awarded the envoy, whose term has come to an end, at the palace yesterday", "pinned the medal "For Valour" on X on 3 May"."""
    units = view.units
    if end >= len(units):
        return []
    if units[end].text == QUOTE or units[end - 1].text == QUOTE:
        return [(n, units[n]) for n in after_quote(view, end) if units[n].symbol == "D"]
    if units[end].text not in ("which", "who", "whose", "where") or units[end - 1].text != ",":
        return []
    reach = range(end, min(len(units), end + ASIDE))
    return [(n, units[n]) for n in reach if units[n].symbol == "D" and resumes(view, end, n)]


def resumes(view: View, start: int, index: int) -> bool:
    """Does what stands between the last comma and a date go on with the main clause: ", on 22 June", ", at the palace yesterday"?"""
    comma = next((n for n in range(index - 1, start, -1) if view.units[n].text == ","), None)
    words = [u.text for u in view.units[comma + 1 : index]] if comma else ["who"]
    return not words or (words[0] in RESUMING and len(words) <= RESUMED and RELATIVE.isdisjoint(words))


def after_quote(view: View, end: int) -> range:
    """The units from the end of a name in quotation marks, with which a clause seems to end, to the next break."""
    units = view.units
    close = next((n for n in range(end + 1, min(len(units), end + QUOTED)) if units[n].text == QUOTE), None)
    if close is None:
        return range(0)
    stop = next((n for n in range(close + 1, len(units)) if units[n].text in BREAKS), len(units))
    return range(close + 1, stop)


def nearest_date(view: View, match: Match, clause: Clause, end: int, after: int | None = None) -> Unit | None:
    """The date of the core: in its clause, rather right of it than left; for a listed place the one that follows it."""
    if not view.sentence.dates:
        return None
    comma = opening_phrase(view, clause)
    start = comma if comma < match.first else clause.first
    end = min(end, comma) if match.last <= comma and comma > clause.first else end  # "Following my meetings in A, I fly to B on Friday"
    put = {n for part in put_in(view) if tells_more(view, part) and not part.start <= match.first < part.stop for n in part}
    dated = [(n, u) for n, u in enumerate(view.units) if u.symbol == "D" and n not in put and not beyond(view, match.last, n)]
    dated = [(n, u) for n, u in dated if not left_behind(view, n)] or dated
    if match.frame.event_type != "signing":
        dated = [(n, u) for n, u in dated if not of_paper(view, match.last, n) and not remembered(view, match.last, n)]
    if match.frame.event_type != "aid":
        dated = [(n, u) for n, u in dated if not lasting(view, n, match.first) and not of_saying(view, n)]
    inside = [(n, u) for n, u in dated if start <= n < end] or after_aside(view, clause.last)
    inside = inside or [(n, u) for n, u in dated if n < clause.first][-1:]
    if not inside:
        return None
    anchor = match.last if after is None else after
    nearest = min(inside, key=lambda pair: (abs(pair[0] - anchor) - (pair[0] >= anchor), pair[0]))
    return narrowed(view, *nearest)


def narrowed(view: View, index: int, unit: Unit) -> Unit:
    """ "this week from 22 to 25 May", "earlier this week, on 9 May": the days, not the week."""
    following = [u for u in view.units[index + 1 : index + 4] if u.text != ","][:2]
    narrower = len(following) == 2 and following[0].text in ("from", "on") and following[1].symbol == "D"
    return following[1] if narrower and unit.mention_text.lower().endswith(WIDE) else unit
