"""Scores one text: which found rows are right, which are false, which coded ones were missed, and which fields agree.

The definitions:
- Background rows are taken out on both sides, but a found news row that pairs only with a coded background row is false.
- Rows coded `optional`, and whatever pairs with them, count neither for nor against; nor do people of such a row who are
  found in a row that shares its sentence.
- Participants are (event, person) links: those of a missed event are missed, those of a false event are false.
- A field is judged on rows that are right. A parent is judged where the coding names one, unless that one is optional and was not found.
- An item begins at the coded place give or take white space or three characters.
"""
from collections.abc import Sequence

from pipelines.evaluate.names import name_tokens, same_name
from pipelines.evaluate.pairing import Pairs, R, agreement_weight, assign, event_weight, event_weight_any_type
from pipelines.evaluate.quotes import overlap
from pipelines.evaluate.sheet import Sheet
from pipelines.evaluate.side import AgreementRow, EventRow, Person, Row, Side

SLACK = 3  # characters an item's start may be off


def score(stem: str, text: str, found: Side, coded: Side) -> Sheet:
    """The tallies and faults of one text."""
    sheet = Sheet(stem, text)
    pairs = assign(found.events, coded.events, event_weight)
    right = _rows(sheet, "event", pairs, found.events, coded.events)
    _any_type(sheet, found.events, coded.events)
    for one, other in right:
        _event_fields(sheet, one, other)
        _parent(sheet, one, other, pairs, coded.events)
    _people(sheet, pairs, found.events, coded.events)
    _agreements(sheet, found.agreements, coded.agreements)
    _starts(sheet, found.starts, coded.starts)
    return sheet


def split_rows(pairs: Pairs[R], found: Sequence[R], coded: Sequence[R]) -> tuple[Pairs[R], list[R], list[R]]:
    """Right pairs, false rows, missed rows; what counts neither way is in none of them."""
    right = [(one, other) for one, other in pairs if other.asked and not one.background]
    partner = dict(pairs)
    hit = {other for _, other in right}
    false = [one for one in found if not one.background and _is_false(partner.get(one))]
    return right, false, [other for other in coded if other.asked and other not in hit]


def _is_false(partner: Row | None) -> bool:
    return partner is None or (partner.background and not partner.optional)


def _rows(sheet: Sheet, what: str, pairs: Pairs[R], found: Sequence[R], coded: Sequence[R]) -> Pairs[R]:
    """Tallies of a table, of each type and of each rule."""
    right, false, missed = split_rows(pairs, found, coded)
    for one, other in right:
        sheet.right(("table", f"{what}s"), (f"{what} type", other.type), (f"{what} rule", one.rule or ""))
    for one in false:
        sheet.false(("table", f"{what}s"), (f"{what} type", one.type), (f"{what} rule", one.rule or ""))
        sheet.fault(f"false {what}", one.type, f"{one.status}, {one.start or 'no date'}, by {one.rule}", one.spans)
    for other in missed:
        sheet.missed(("table", f"{what}s"), (f"{what} type", other.type))
        sheet.fault(f"missed {what}", other.type, f"{other.status}, {other.start or 'no date'}", other.spans)
    return right


def _any_type(sheet: Sheet, found: Sequence[EventRow], coded: Sequence[EventRow]) -> None:
    right, false, missed = split_rows(assign(found, coded, event_weight_any_type), found, coded)
    key = ("table", "events, any type")
    for rows, count in ((right, sheet.right), (false, sheet.false), (missed, sheet.missed)):
        for _ in rows:
            count(key)


def _event_fields(sheet: Sheet, found: EventRow, coded: EventRow) -> None:
    sheet.compare("event status", coded, found.status, coded.status)
    sheet.compare("event dates", coded, (found.start, found.end), (coded.start, coded.end))
    sheet.compare("event country", coded, found.country, coded.country)
    if coded.city:
        sheet.compare("event city", coded, found.city, coded.city, name_tokens(found.city) == name_tokens(coded.city))
    sheet.compare("event countries", coded, found.countries, coded.countries)


def _parent(sheet: Sheet, found: EventRow, coded: EventRow, pairs: Pairs[EventRow], all_coded: Sequence[EventRow]) -> None:
    parent = next((row for row in all_coded if row.id == coded.parent), None)
    if parent is None:
        return
    wanted = next((one.id for one, other in pairs if other is parent), None)
    if wanted is not None or not parent.optional:
        right = wanted is not None and wanted == found.parent
        sheet.compare("event parent", coded, found.parent, wanted or f"a {parent.type} that was not found", right)


def _people(sheet: Sheet, pairs: Pairs[EventRow], found: Sequence[EventRow], coded: Sequence[EventRow]) -> None:
    """Participants of every event: of right pairs one by one, of false and missed events all."""
    right, false, missed = split_rows(pairs, found, coded)
    for one, other in right:
        _links(sheet, one, other.people, coded)
    for one in false:
        _links(sheet, one, (), coded)
    for other in missed:
        for person in other.people:
            _missed_person(sheet, other, person, "of a missed event")


def _links(sheet: Sheet, event: EventRow, wanted: Sequence[Person], coded: Sequence[EventRow]) -> None:
    left = list(wanted)
    excused = [person for row in coded if row.optional and overlap(event.spans, row.spans) for person in row.people]
    for person in event.people:
        hit = next((one for one in left if same_name(person.name, one.name)), None)
        if hit is not None:
            left.remove(hit)
            _right_person(sheet, event, person, hit)
        elif not any(same_name(person.name, one.name) for one in excused):
            sheet.false(("table", "participants"), ("resolution", person.resolution or ""))
            sheet.fault("false person", event.type, f"{person.name} ({person.country}, {person.role})", event.spans)
    for person in left:
        _missed_person(sheet, event, person, "of a found event")


def _right_person(sheet: Sheet, event: EventRow, found: Person, coded: Person) -> None:
    sheet.right(("table", "participants"), ("resolution", found.resolution or ""))
    for name in ("country", "office", "role"):
        one, other = getattr(found, name), getattr(coded, name)
        sheet.compare(f"person {name}", event, f"{one} for {coded.name}", other, (one or None) == (other or None))


def _missed_person(sheet: Sheet, event: EventRow, person: Person, which: str) -> None:
    sheet.missed(("table", "participants"))
    sheet.fault("missed person", event.type, f"{person.name} ({person.country}, {person.role}) {which}", event.spans)


def _agreements(sheet: Sheet, found: Sequence[AgreementRow], coded: Sequence[AgreementRow]) -> None:
    for one, other in _rows(sheet, "agreement", assign(found, coded, agreement_weight), found, coded):
        sheet.compare("agreement type", other, one.type, other.type)
        sheet.compare("agreement status", other, one.status, other.status)
        sheet.compare("agreement parties", other, one.parties, other.parties)
        sheet.compare("agreement dates", other, (one.start, one.end), (other.start, other.end))


def _starts(sheet: Sheet, found: Sequence[int], coded: Sequence[int]) -> None:
    left, key = list(found), ("table", "item starts")
    for start in coded:
        near = next((one for one in left if _same_place(sheet.text, one, start)), None)
        if near is None:
            sheet.missed(key)
            sheet.fault("missed item", "item", "", ((start, start),))
        else:
            sheet.right(key)
            left.remove(near)
    for start in left:
        sheet.false(key)
        sheet.fault("false item", "item", "", ((start, start),))


def _same_place(text: str, one: int, other: int) -> bool:
    return abs(one - other) <= SLACK or not text[min(one, other) : max(one, other)].strip()
