"""Whether one occasion took place during another: on a visit, at a session, on the margins of a conference.

What does not belong here: which of several it was, and who takes part in both (`parents`).
"""

import re
from datetime import timedelta

from pipelines.coding.item import Draft
from pipelines.coding.scenes import one_day
from pipelines.coding.sides import first_person
from pipelines.coding.status import line_of
from pipelines.coding.view import View
from pipelines.coding.when import overlap

NEVER_CHILD = frozenset(["visit", "call", "message", "protest"])
ELSEWHERE = frozenset(["ratification", "relations"])  # what parliaments and ministries do at home, unless a traveller does it
AT_GATHERING = frozenset("signing meeting tribute ceremony site_visit press_conference".split())
GATHERINGS = frozenset(["session", "conference", "exhibition"])
STILL_TO_COME = frozenset("meeting tribute ceremony site_visit".split())  # what is ahead of a traveller while the visit lasts
OCCASION = (" on the occasion of ", " during ", " as part of ", " within the framework of ", " in the framework of ", " in the course of ")
BESIDE = tuple(
    f" {words} of the " for words in ("on the margins", "on the sidelines", "at the end", "at the close", "at the conclusion")
)
MARGINS = re.compile(r" (?:on|at|in) (?:the|its|their) (?:sidelines?|margins?|fringes?) ")
CLOSING = re.compile(r" (?:at|by|with) the (?:end|close|conclusion) of (?:the|their|its|this) (?:[^ ]++ )?"
                     r"(?:session|meeting|gathering|consultations|commission|cabinet|sitting|round|dialogue|negotiations) ")
STAY = timedelta(days=7)
TRIP = timedelta(days=3)  # within which the same traveller in the same country is on the same trip
SOON = 4  # sentences
NAME_NEAR = 5  # units from "on the sidelines of" to the name of a gathering
WITHIN = (" during ", " within ", " while there ", " as part of ", " there ", " in the course ", " in the framework ", " on the first day ")
ONWARD = re.compile(r" (?:on to|(?:leaves?|left|departs?|departed|leaving|departing|off|return(?:s|ed|ing)?) (?:[^ ]++ )?for) ")


def shares_people(child: Draft, parent: Draft) -> bool:
    return not child.parties or not parent.parties or bool(set(child.parties) & set(parent.parties))


def with_travellers(child: Draft, visit: Draft) -> bool:
    """Does nobody of the travellers' country take part but the travellers? The hosts need not be at the visit itself."""
    if shares_people(child, visit):
        return True
    home = {p.person.country for p in visit.parties.values() if p.role != "host"}
    if set(child.countries) & (home - {None}) and {p.person.country for p in child.parties.values()} == {visit.country}:
        return True  # only the hosts are named, but the travellers' country takes part
    return first_person(child) and all(p.person.country not in home - {None} for p in child.parties.values())


def on_occasion(child: Draft, visit: Draft) -> bool:
    """Does one sentence say that the child took place on the occasion of the visit, whoever of the delegation took part?"""
    numbers = {s.number for s in visit.sources}
    return any(min(numbers) <= s.number and any(words in s.view.line for words in OCCASION) for s in child.sources)


def told_within(child: Draft) -> bool:
    return any(words in child.lead.view.line for words in WITHIN)


def during_visit(child: Draft, visit: Draft) -> bool:
    """Did the child happen on the visit: same ground, same time, the guest takes part?"""
    if child.event_type in NEVER_CHILD or child.background != visit.background:
        return False
    if child.country not in (None, visit.country) or not (with_travellers(child, visit) or on_occasion(child, visit)):
        return False
    if visit.country is None and not travels_along(child, visit):
        return False
    if not overlap(child.when, visit.when) and not soon_after(child, visit):
        return False
    if child.event_type in ELSEWHERE and not (travels_along(child, visit) or told_within(child)):
        return False
    announced = child.event_type == "aid" and travels_along(child, visit)
    fits = child.status == visit.status or on_a_day(child, visit) or told_within(child) or announced or still_to_come(child, visit)
    return fits and not (before_departure(child, visit) or at_home(child, visit) or called_off(child, visit))


def called_off(child: Draft, visit: Draft) -> bool:
    """ "State visit deferred": nothing was held on it, whatever the headline makes of its status."""
    return child.status == "held" and any(s.frame.rule.startswith("visit.called_off") for s in visit.sources)


def on_a_day(child: Draft, visit: Draft) -> bool:
    """Is the child dated so that it can be on a visit of another status? What is "to be held this year" is ahead of one under way."""
    if child.when is None or not child.dated():
        return False
    return visit.dated() if visit.status == "planned" else child.status != "planned" or child.when.precision == "day"


def at_home(child: Draft, visit: Draft) -> bool:
    """Does the traveller receive credentials, which nobody does abroad?"""
    received = (p.role for key, p in child.parties.items() if key in visit.parties)
    return child.event_type == "credentials" and "recipient" in received


def travels_along(child: Draft, visit: Draft) -> bool:
    """Does somebody named take part in both?"""
    return bool(set(child.parties) & set(visit.parties))


def before_departure(child: Draft, visit: Draft) -> bool:
    """ "She paid her respects to the President before she flew on to Lima": what is told up to a departure was not done at its end."""
    departs = [s.number for s in visit.sources if ONWARD.search(line_of(s.view, s.first - 1, s.last + 2))]
    return len(departs) == len(visit.sources) and min(departs) >= max(s.number for s in child.sources) and child.lead.goal is None


def still_to_come(child: Draft, visit: Draft) -> bool:
    """ "He is to lay a wreath": does the traveller have it before him while the visit lasts, told in the next breath?"""
    after = child.lead.number - max((s.number for s in visit.sources if s.number <= child.lead.number), default=child.lead.number + 1)
    near = child.event_type in STILL_TO_COME and 0 <= after <= SOON
    return near and child.status == "planned" and visit.status == "held" and travels_along(child, visit)


def soon_after(child: Draft, visit: Draft) -> bool:
    """ "She will proceed to the coast tomorrow": the visit goes on beyond the day that the text dates it to."""
    if child.when is None or visit.when is None or child.when.start_date is None or visit.when.end_date is None:
        return False
    if not child.parties and not set(child.countries) <= set(visit.countries):
        return False
    later = child.when.start_date - visit.when.end_date
    if child.status == "held":
        return goes_on(child, visit) and timedelta(0) < later <= TRIP
    arrival = visit.status == "held" or visit.lead.frame.rule.startswith("visit.arriv")
    return child.status == "planned" and arrival and timedelta(0) < later <= STAY


def goes_on(child: Draft, visit: Draft) -> bool:
    """Is a traveller still in the same country, days after the one on which the text has the visit begin?"""
    here = child.country or next((p.person.country for p in child.parties.values() if p.person.country == visit.country), None)
    stays = visit.status == "held" and visit.country is not None and here == visit.country
    return stays and one_day(visit) and travels_along(child, visit)


def during_gathering(child: Draft, gathering: Draft) -> bool:
    if child.event_type not in AT_GATHERING or child.background != gathering.background or child.status != gathering.status:
        return False
    if gathering.event_type == "session" and child.event_type != "signing" and (one_day(gathering) or not child.parties):
        return False
    place = child.country in (None, gathering.country) or gathering.country is None
    return place and overlap(child.when, gathering.when) and (shares_people(child, gathering) or beside(child))


def beside(child: Draft) -> bool:
    """ "On the margins of the consultations a memorandum was signed": by whomever."""
    return any(words in source.view.line for source in child.sources for words in BESIDE)


def on_margins(child: Draft, gathering: Draft) -> bool:
    """Do child and gathering stand in one sentence, as "met on the margins of …"?"""
    numbers = {s.number for s in child.sources}
    return any(s.number in numbers and s.frame.rule == "gathering.margins" for s in gathering.sources)


def beside_last(child: Draft, others: list[Draft], words: "re.Pattern[str]") -> Draft | None:
    """The gathering told last, where the sentence of the child says "on its sidelines" or "at the close of the session" and names none."""
    told = [s for s in child.sources if (found := words.search(s.view.line)) and not names_gathering(s.view, found.end())]
    if not told:
        return None
    number = min(s.number for s in told)
    before = [d for d in others if d.event_type in GATHERINGS and 0 <= number - told_up_to(d, number) <= SOON and may_hold(child, d)]
    return max(before, key=lambda d: (told_up_to(d, number), d.event_type == "session"), default=None)


def names_gathering(view: View, position: int) -> bool:
    """Does a gathering with a name follow right after the words?"""
    at = view.unit_at(position)
    return any(u.symbol == "E" for u in view.units[at : at + NAME_NEAR])


def told_up_to(draft: Draft, number: int) -> int:
    """The last sentence up to `number` that tells it."""
    return max((s.number for s in draft.sources if s.number <= number), default=-SOON - 1)


def may_hold(child: Draft, gathering: Draft) -> bool:
    """Do status, ground and days of the gathering allow that the child was done there?"""
    alike = child.background == gathering.background and child.status == gathering.status
    here = None in (child.country, gathering.country) or child.country == gathering.country
    return alike and here and overlap(child.when, gathering.when)


def nearness(child: Draft, visit: Draft) -> tuple[bool, bool, bool, int]:
    """Of several visits the one to the child's country, or that of its people; told before it, told last."""
    first = min(s.number for s in visit.sources)
    theirs = child.country is None and visit.country in {*child.countries, *(p.person.country for p in child.parties.values())}
    return child.country == visit.country, theirs, first <= child.lead.number, first
