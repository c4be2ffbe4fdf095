"""One row per occasion: headline, lead, caption and recapitulation of one occasion become one draft.

What does not belong here: reports of the occasion in other texts (`link`).
"""

from bisect import insort
from collections import Counter
from dataclasses import replace
from datetime import timedelta

from pipelines.coding.candidates import Candidate
from pipelines.coding.item import Draft, Item
from pipelines.coding.parties import WITH_SPEECHES
from pipelines.coding.roles import outranks
from pipelines.coding.same import names, same_occasion
from pipelines.coding.view import ACTORS
from pipelines.model.mention import ResolvedDate

SPANNING = frozenset(["visit", "conference"])
REACH = 4  # sentences within which "also took part" refers back
ATTENDED = frozenset(
    [
        "signing",
        "ceremony",
        "commemoration",
        "session",
        "conference",
        "meeting",
        "cultural_event",
        "exercise",
        "award",
        "tribute",
        "exhibition",
        "call",
        "credentials",
        "relations",
        "ratification",
        "aid",
        "election_observation",
    ]
)  # occasions at which people can be present


def evidence_rank(source: Candidate) -> tuple[bool, bool, int, int, int, int]:
    """The best evidence first: running text before headings, stronger frames, more of date and parties, earlier."""
    parties = sum(a.unit.symbol in ACTORS for a in source.arguments)
    return (
        source.frame.weight == 0,
        source.view.sentence.is_heading,
        -source.frame.weight,
        -(2 * (source.date is not None) + min(parties, 2)),
        source.number,
        source.first,
    )


def absorb(draft: Draft, other: Draft) -> None:
    """Put what `other` knows into `draft`; the stronger source leads, headings last."""
    draft.sources = [*draft.sources]
    for source in other.sources:
        insort(draft.sources, source, key=evidence_rank)  # sorting all of them each time would square with their number
    for key, party in other.parties.items():
        if key not in draft.parties or outranks(party.role, draft.parties[key].role):
            draft.parties[key] = party
    draft.unnamed |= other.unnamed
    draft.bodies.extend(b for b in other.bodies if all(b.mention != known.mention for known in draft.bodies))
    draft.add_countries(other.countries)
    if other.weight > 0 and draft.lead in other.sources and not draft.lead.view.sentence.is_heading:
        draft.status = other.status
    draft.when = better(draft, other)
    draft.place = draft.place or other.place
    draft.country = draft.country or other.country


def width(when: ResolvedDate) -> timedelta:
    return when.end_date - when.start_date if when.start_date and when.end_date else timedelta.max


def better(draft: Draft, other: Draft) -> ResolvedDate | None:
    """The narrower of two dates, of what lasts several days the wider; the stated one where both are equal."""
    dated = [d.when for d in (draft, other) if d.when is not None and d.dated()]
    if len(dated) == 2 and draft.event_type in SPANNING and all(w.precision == "day" for w in dated):
        return max(dated, key=width)
    if dated:
        return min(dated, key=lambda when: (width(when), when.basis != "stated"))
    return draft.when or other.when


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
    for draft in sorted(drafts, key=lambda d: (-(d.weight > 0), sums_up(d), d.lead.number, d.lead.first)):
        if draft.event_type == "presence" or definite(draft):
            kept = with_present(kept, draft)
            continue
        same = [k for k in kept if same_occasion(k, draft, main)]
        if len(same) > 1 and sums_up(draft):
            continue
        if same:
            absorb(closest(same, draft), draft)
        else:
            kept.append(draft)
    return sorted(kept, key=lambda d: (min(s.number for s in d.sources), d.lead.first))


def sums_up(draft: Draft) -> bool:
    """Is it a headline "Meetings with A and B", over a text that tells them one by one?"""
    lead = draft.lead
    plural = any(u.text in ("meetings", "calls") for u in lead.view.units[lead.first : lead.last])
    return lead.view.sentence.is_heading and plural and draft.event_type in ("meeting", "call")


PRESENT = {
    "conference": "party",
    "commemoration": "guest",
    "tribute": "party",
    "meeting": "party",
    "ceremony": "party",
    "election_observation": "observer",
}
WATCHING = frozenset(["witnessed", "witness", "witnesses", "watched", "looked", "looking"])
LOOKED_ON = frozenset(["signing"])  # where those who do not sign look on


def as_present(draft: Draft, occasion: Draft) -> Draft:
    """Whoever is present is host, guest or observer of the occasion, where its type has any; only a session has chairs."""
    kind = occasion.event_type
    roles = {"participant": PRESENT.get(kind, "participant")}
    lead = draft.lead
    if kind not in ("session", "conference") or (kind == "conference" and "side" in lead.frame.rule):
        roles["chair"] = PRESENT.get(kind, "participant")
    if kind in LOOKED_ON and any(u.text in WATCHING for u in lead.view.units[lead.first : lead.last]):
        roles["participant"] = "observer"
    return replace_roles(draft, roles)


def replace_roles(draft: Draft, roles: dict[str, str]) -> Draft:
    draft.parties = {k: replace(p, role=roles.get(p.role, p.role)) for k, p in draft.parties.items()}
    return draft


def definite(draft: Draft) -> bool:
    return "definite" in draft.lead.frame.flags


def echoes(kept: Draft, draft: Draft) -> bool:
    """Is `kept` told by nothing but the words that say who came to "the meeting"?"""
    one, other = kept.lead, draft.lead
    return definite(draft) and len(kept.sources) == 1 and one.view is other.view and one.first < other.last and other.first < one.last


def with_present(kept: list[Draft], draft: Draft) -> list[Draft]:
    """Put who was present into the occasions told before; what told only that is no occasion then."""
    before = [k for k in kept if not echoes(k, draft)]
    occasions = latest(before, draft)
    for occasion in occasions:
        absorb(occasion, as_present(replace(draft), occasion))
    return before if occasions else kept


def attend(drafts: list[Draft], presences: list[Draft]) -> None:
    """Give the people whom an occasion took that is no event to the one told before it."""
    for draft in presences:
        if not any(draft.lead in known.sources for known in drafts):
            for occasion in latest(drafts, draft):
                absorb(occasion, as_present(replace(draft), occasion))


def told_last(kept: Draft, number: int) -> int:
    """The last sentence up to `number` that tells the occasion; -1: none within reach."""
    return max((s.number for s in kept.sources if s.frame.weight and 0 <= number - s.number <= REACH), default=-1)


def latest(kept: list[Draft], draft: Draft) -> list[Draft]:
    """The occasions told last before "X took part as well", if people can be present at them, and those without anybody."""
    number = draft.lead.number
    there = company(kept, draft)
    if "journey" not in draft.lead.frame.flags:
        there = [k for k in there if k.status == draft.status] or there
    before = [(told_last(k, number), k) for k in there]
    last = max((n for n, _ in before), default=-1)
    if last < 0 and "journey" in draft.lead.frame.flags:
        return [k for _, k in before if k.event_type == "visit"]
    return [k for n, k in before if n == last >= 0 or (n >= 0 and not k.parties)]


def company(kept: list[Draft], draft: Draft) -> list[Draft]:
    """Where somebody can be present; whoever accompanies a traveller is on the journey, whatever was told last."""
    if draft.event_type != "presence":
        return [k for k in kept if k.event_type == draft.event_type]
    if "journey" not in draft.lead.frame.flags:
        places = WITH_SPEECHES if set(draft.lead.frame.roles.values()) == {"speaker"} else ATTENDED
        return [k for k in kept if k.event_type in places]
    if "left" in draft.lead.frame.roles and not any(a.position == "left" for a in draft.lead.arguments):
        return []  # "It was accompanied by …": a cargo
    travellers = names(draft)
    journeys = [k for k in kept if k.event_type == "visit" and told_last(k, draft.lead.number) >= 0]
    every = [k for k in kept if k.event_type == "visit"]
    journeys = journeys or (every if len(every) == 1 else [])
    return journeys or [k for k in kept if k.event_type in ATTENDED and (names(k) & travellers or not travellers)]


def closest(same: list[Draft], draft: Draft) -> Draft:
    """Of several possible occasions, the one that shares most people, then most countries, then the one told last before."""
    before = [d for d in same if d.lead.number <= draft.lead.number] or same
    return max(before, key=lambda d: (len(names(d) & names(draft)), len({*d.countries} & {*draft.countries}), d.lead.number, d.lead.first))
