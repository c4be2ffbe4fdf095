"""From finished drafts to records: ids, offsets and flat fields."""

from collections import Counter

from pipelines import ids
from pipelines.coding.agreements import code_agreements
from pipelines.coding.item import Body, Draft, Item, Party
from pipelines.coding.parties import states
from pipelines.coding.when import UNDATED
from pipelines.lexicon.confidence import confidence
from pipelines.model.mention import GatheringMention, OrganizationMention
from pipelines.model.record import Coding, Event, Participant
from pipelines.recognize.instrument_words import subjects_of

CATEGORIES = ("state", "official", "working", "private")


def numbered(item: Item, drafts: list[Draft]) -> dict[int, str]:
    """Draft -> event_id; occasions told by the same words are told apart by their order."""
    seen: Counter[tuple[int, str]] = Counter()
    found = {}
    for draft in drafts:
        sentence = draft.lead.view.sentence
        key = (sentence.start, draft.event_type)
        found[id(draft)] = ids.event_id(item.document.document_id, sentence.start, sentence.end, draft.event_type, seen[key])
        seen[key] += 1
    return found


def gathering(draft: Draft) -> GatheringMention | None:
    for source in draft.sources:
        for unit in source.view.units[source.first : source.last + 8]:
            if unit.symbol == "E":
                return unit.mention  # type: ignore[no-any-return]
    return None


def visit_category(draft: Draft) -> str | None:
    if draft.event_type != "visit":
        return None
    told = {u.text for s in draft.sources for u in s.view.units[max(0, s.first - 1) : s.last + 1]}
    return next((c for c in CATEGORIES if c in told), None)


def venue(item: Item, draft: Draft) -> str | None:
    """The building or institution where the text says it happened, as written."""
    for source in draft.sources:
        units = source.view.units
        for index in range(max(1, source.clause.first), source.clause.last):
            before = units[index - 1].text if units[index - 1].text != "the" else units[max(0, index - 2)].text
            if units[index].symbol in ("O", "S") and before == "at":
                return " ".join(item.text[units[index].start : units[index].end].split())
    return None


def topics(item: Item, draft: Draft) -> tuple[str, ...]:
    """What it was about, by the words of the sentences that tell it."""
    told = " ".join(item.text[s.start : s.end] for s in dict.fromkeys(source.view.sentence for source in draft.sources))
    return tuple(subject for subject in subjects_of(told) if subject != "other")


def event(item: Item, draft: Draft, events: dict[int, str]) -> Event:
    when = draft.when or UNDATED
    place = draft.place
    named = gathering(draft) if draft.event_type in ("session", "conference", "exercise", "exhibition", "cultural_event") else None
    sentence = draft.lead.view.sentence
    return Event(
        event_id=events[id(draft)],
        document_id=item.document.document_id,
        segment_id=item.segment.segment_id,
        parent_event_id=events.get(id(draft.parent)) if draft.parent else None,
        event_type=draft.event_type,
        status=draft.status,
        is_background=draft.background,
        start_date=when.start_date,
        end_date=when.end_date,
        date_precision=when.precision,
        date_basis=when.basis,
        date_as_written=when.as_written or None,
        date_edtf=when.edtf,
        not_before=draft.not_before or (item.segment.not_before if not when.start_date else None),
        not_after=draft.not_after or (item.segment.not_after if not when.start_date else None),
        country=draft.country,
        city=place.name if place else None,
        venue=venue(item, draft),
        latitude=place.latitude if place else None,
        longitude=place.longitude if place else None,
        geonames_id=place.geonames_id if place else None,
        countries=states(draft),
        visit_category=visit_category(draft),
        body_name=named.name if named else None,
        session_number=named.number if named else None,
        topics=topics(item, draft),
        rule=draft.lead.frame.rule,
        confidence=confidence("events", draft.lead.frame.rule),
        char_start=sentence.start,
        char_end=sentence.end,
    )


def person_row(item: Item, event_id: str, party: Party) -> Participant:
    person, mention = party.person, party.mention
    return Participant(
        ids.participant_id(event_id, mention.start, mention.end, f"person{person.key}"),
        event_id,
        item.document.document_id,
        "person",
        person.name,
        item.text[mention.name_start : mention.name_end] if mention.name_start is not None else item.text[mention.start : mention.end],
        person.country,
        person.office or "unknown",
        person.office_as_written,
        person.military_rank,
        person.organization,
        party.role,
        None,
        party.resolution,
        confidence("participants", party.resolution),
        mention.start,
        mention.end,
    )


def body_row(item: Item, event_id: str, body: Body) -> Participant:
    mention = body.mention
    written = " ".join(item.text[mention.start : mention.end].split())
    name = mention.name if isinstance(mention, OrganizationMention) else written
    return Participant(
        ids.participant_id(event_id, mention.start, mention.end, body.kind),
        event_id,
        item.document.document_id,
        body.kind,
        name or written,
        written,
        body.country,
        None,
        None,
        None,
        name if isinstance(mention, OrganizationMention) else None,
        body.role,
        None,
        "group" if body.kind == "delegation" else "named",
        confidence("participants", "group" if body.kind == "delegation" else "named"),
        mention.start,
        mention.end,
    )


def records(item: Item, drafts: list[Draft]) -> Coding:
    """The rows of an item."""
    events = numbered(item, drafts)
    told: list[Event] = []
    people: list[Participant] = []
    for draft in drafts:
        event_id = events[id(draft)]
        told.append(event(item, draft, events))
        people.extend(person_row(item, event_id, party) for party in draft.parties.values())
        people.extend(body_row(item, event_id, body) for body in distinct(draft))
    return Coding(tuple(told), tuple(people), tuple(code_agreements(item, drafts, events)))


def distinct(draft: Draft) -> list[Body]:
    """A draft's bodies, each mention once."""
    kept: dict[tuple[int, int, str], Body] = {}
    for body in draft.bodies:
        kept.setdefault((body.mention.start, body.mention.end, body.kind), body)
    return list(kept.values())
