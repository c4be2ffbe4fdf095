"""One row per occasion: headline, lead, caption and recapitulation of one occasion become one draft.

Two drafts of one type are one occasion unless something keeps them apart: other people on the other side, another
city, another day, another object (a second monument). What does not belong here: reports in other texts (`link`).
"""
from collections import Counter

from pipelines.coding.candidates import Candidate
from pipelines.coding.item import Draft, Item
from pipelines.coding.view import ACTORS
from pipelines.coding.when import overlap

MULTIPLE = frozenset(["tribute", "site_visit", "award", "message"])  # told apart by their object
TALKS = frozenset(["meeting", "call", "session", "conference"])
SHARED_OBJECT = 2


def names(draft: Draft) -> set[int]:
    return set(draft.parties)


def foreigners(draft: Draft, main: set[int]) -> set[int]:
    """Those who are not on the side of the item's main actor."""
    return names(draft) - main


def same_people(one: Draft, other: Draft, main: set[int]) -> bool:
    """No side of one draft is foreign to the other."""
    a, b = foreigners(one, main), foreigners(other, main)
    return not a or not b or bool(a & b)


def same_place(one: Draft, other: Draft) -> bool:
    if one.country and other.country and one.country != other.country:
        return False
    return one.event_type == "visit" or one.place is None or other.place is None or one.place.name == other.place.name


def object_words(draft: Draft) -> set[str]:
    """The words of the object (grave, wreath, medal, hall), for types that are told apart by it."""
    lead = draft.lead
    units = lead.view.units[lead.first:lead.last + 8]
    return {u.text for u in units if not u.symbol and len(u.text) > 4}


def same_object(one: Draft, other: Draft) -> bool:
    if one.event_type not in MULTIPLE:
        return True
    if one.lead.view is other.lead.view:
        return one.lead.first != other.lead.first and one.event_type == "tribute"
    if 0 in (one.weight, other.weight) or one.lead.view.sentence.is_heading or other.lead.view.sentence.is_heading:
        return True
    return len(object_words(one) & object_words(other)) >= SHARED_OBJECT


def same_status(one: Draft, other: Draft) -> bool:
    return one.status == other.status or 0 in (one.weight, other.weight) or one.lead.view.sentence.is_heading or other.lead.view.sentence.is_heading


def same_occasion(one: Draft, other: Draft, main: set[int]) -> bool:
    """Do both drafts tell the same occasion?"""
    return (
        one.event_type == other.event_type and same_status(one, other) and overlap(one.when, other.when)
        and same_people(one, other, main) and same_place(one, other) and same_object(one, other)
        and not apart_by_countries(one, other)
    )


def apart_by_countries(one: Draft, other: Draft) -> bool:
    """ "met the ministers of Norway, of China": nameless people of different countries are different occasions."""
    if one.parties and other.parties:
        return False
    a, b = set(one.countries), set(other.countries)
    return len(a) > 1 and len(b) > 1 and not (a <= b or b <= a) and one.event_type in ("meeting", "visit", "call")


def evidence_rank(source: Candidate) -> tuple[bool, bool, int, int, int, int]:
    """The best evidence first: running text before headings, stronger frames, more of date and parties, earlier."""
    parties = sum(a.unit.symbol in ACTORS for a in source.arguments)
    return source.frame.weight == 0, source.view.sentence.is_heading, -source.frame.weight, -(2 * (source.date is not None) + min(parties, 2)), source.number, source.first


def absorb(draft: Draft, other: Draft) -> None:
    """Put what `other` knows into `draft`; the stronger source leads, headings last."""
    draft.sources = sorted([*draft.sources, *other.sources], key=evidence_rank)
    for key, party in other.parties.items():
        if key not in draft.parties or (draft.parties[key].role == "party" and party.role != "party"):
            draft.parties[key] = party
    draft.bodies.extend(b for b in other.bodies if all(b.mention != known.mention for known in draft.bodies))
    draft.add_countries(other.countries)
    if other.weight > 0 and draft.lead in other.sources and not draft.lead.view.sentence.is_heading:
        draft.status = other.status
    draft.when = better(draft, other)
    draft.place = draft.place or other.place
    draft.country = draft.country or other.country


def better(draft: Draft, other: Draft):  # type: ignore[no-untyped-def]
    """The narrower of two dates; the leading source's where both are equal."""
    dated = [d for d in (draft, other) if d.dated()]
    if len(dated) == 2:
        return min((d.when for d in dated), key=lambda w: (w.end_date - w.start_date, w.basis != "stated"))
    return dated[0].when if dated else draft.when or other.when


def main_actor(drafts: list[Draft]) -> set[int]:
    """Whoever stands in more drafts than anybody else, with everybody of the same country; nobody, if that is a tie."""
    counts: Counter[int] = Counter()
    country: dict[int, str | None] = {}
    for draft in drafts:
        for key, party in draft.parties.items() if draft.weight else ():
            counts[key] += 1
            country[key] = party.person.country
    ranked = counts.most_common(2)
    if not ranked or ranked[0][1] < 2 or (len(ranked) > 1 and ranked[1][1] == ranked[0][1]):
        return set()
    first = ranked[0][0]
    return {k for k in counts if k == first or (country[k] is not None and country[k] == country[first])}


def merge(item: Item, drafts: list[Draft]) -> list[Draft]:
    """One draft per occasion, in order of first telling."""
    main = main_actor(drafts)
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: (-(d.weight > 0), d.lead.number, d.lead.first)):
        same = latest(kept, draft) if draft.event_type == "presence" else [k for k in kept if same_occasion(k, draft, main)]
        if same:
            absorb(closest(same, draft), draft)
        elif draft.event_type != "presence":
            kept.append(draft)
    return sorted(kept, key=lambda d: (min(s.number for s in d.sources), d.lead.first))


ATTENDED = frozenset("signing ceremony commemoration session conference meeting cultural_event exercise award tribute exhibition".split())


def latest(kept: list[Draft], draft: Draft) -> list[Draft]:
    """The occasion told last before "X took part as well", if people can be present at it."""
    before = [k for k in kept if k.event_type in ATTENDED and any(0 <= draft.lead.number - s.number <= 3 for s in k.sources if s.frame.weight)]
    return [max(before, key=lambda k: max(s.number for s in k.sources if s.number <= draft.lead.number))] if before else []


def closest(same: list[Draft], draft: Draft) -> Draft:
    """Of several possible occasions, the one that shares most people, then the one told last before."""
    before = [d for d in same if d.lead.number <= draft.lead.number] or same
    return max(before, key=lambda d: (len(names(d) & names(draft)), d.lead.number, d.lead.first))
