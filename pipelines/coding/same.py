"""Whether two drafts tell one occasion.

Two drafts of one type are one occasion unless something keeps them apart: other people on the other side, another
city, another day, another object (a second monument). What does not belong here: putting them together (`merge`).
"""

from pipelines.coding.counterparts import other_objects, others_met
from pipelines.coding.item import Draft
from pipelines.coding.when import overlap

MULTIPLE = frozenset(["tribute", "site_visit"])  # told apart by their object
# other people: another occasion
BY_PEOPLE = frozenset("meeting call visit session credentials aid protest relations press_conference".split())
ADDRESSED = frozenset(["award", "message"])  # told apart by who receives
SHARED_OBJECT = 2
SIDES = 2
STATEMENTS = frozenset(["signing.printed", "signing.joint_statement"])
SEQUENT = frozenset(["meeting", "call", "session", "site_visit", "tribute", "ceremony"])
OPENING = 5  # units at the head of a clause
SEQUELS = (
    " after that ",
    " afterwards ",
    " afterward ",
    " earlier ",
    " later ",
    " prior to ",
    " on the eve ",
    " in the evening ",
    " in the afternoon ",
    " subsequently ",
    " separately ",
    " thereafter ",
    " following that ",
)
NEAR = 12  # units from a signing to what is signed


def names(draft: Draft) -> set[int]:
    return set(draft.parties)


def receivers(draft: Draft) -> set[int]:
    return {k for k, p in draft.parties.items() if p.role == "recipient"}


def foreigners(draft: Draft, main: set[int]) -> set[int]:
    """Those who are not on the side of the item's main actor."""
    return names(draft) - main


def clash(one: Draft, other: Draft) -> bool:
    """Does some country send one person here and another there: two meetings of one guest with two ministers?"""
    a, b = by_country(one), by_country(other)
    return any(a[c] and b[c] and not a[c] & b[c] for c in a.keys() & b.keys())


def by_country(draft: Draft) -> dict[str | None, set[int]]:
    sides: dict[str | None, set[int]] = {}
    for key, party in draft.parties.items():
        sides.setdefault(party.person.country, set()).add(key)
    return sides


def same_people(one: Draft, other: Draft, main: set[int]) -> bool:
    """No side of one draft is foreign to the other; an award or a message has the same receiver."""
    if one.event_type in ADDRESSED:
        return not names(one) or not names(other) or bool(receivers(one) & receivers(other)) or not receivers(one) or not receivers(other)
    a, b = foreigners(one, main), foreigners(other, main)
    return one.event_type not in BY_PEOPLE or (not clash(one, other) and (not a or not b or bool(a & b)))


def same_place(one: Draft, other: Draft) -> bool:
    if one.country and other.country and one.country != other.country:
        return False
    return one.event_type == "visit" or one.place is None or other.place is None or one.place.name == other.place.name


def object_words(draft: Draft) -> set[str]:
    """The words of the object (grave, wreath, medal, hall), for types that are told apart by it."""
    lead = draft.lead
    units = lead.view.units[lead.first : lead.last + 8]
    return {u.text for u in units if not u.symbol and len(u.text) > 4}


def same_object(one: Draft, other: Draft) -> bool:
    if one.event_type not in MULTIPLE:
        return True
    if one.lead.view is other.lead.view:
        return one.lead.first != other.lead.first and one.event_type == "tribute"
    if 0 in (one.weight, other.weight) or one.lead.view.sentence.is_heading or other.lead.view.sentence.is_heading:
        return True
    return len(object_words(one) & object_words(other)) >= SHARED_OBJECT


def title(draft: Draft) -> bool:
    """Is it told by a headline that leaves open when; one over what was spoken ("Speech at …") or is printed does not."""
    return draft.lead.view.sentence.is_heading and "spoken" not in draft.lead.frame.flags and not statement(draft)


def statement(draft: Draft) -> bool:
    """Is it a headline "Joint Statement of …" over the statement?"""
    return draft.lead.frame.rule in STATEMENTS and draft.lead.view.sentence.is_heading


def same_paper(one: Draft, other: Draft) -> bool:
    """Under a joint statement's title, what is signed by another name is another document."""
    for title_of, told in ((one, other), (other, one)):
        if statement(title_of) and not statement(told):
            lead = told.lead
            kinds = {u.mention.agreement_type for u in lead.view.units[lead.first : lead.last + NEAR] if u.symbol == "I"}
            return not kinds or "joint_statement" in kinds
    return True


def same_status(one: Draft, other: Draft) -> bool:
    return one.status == other.status or 0 in (one.weight, other.weight) or title(one) or title(other)


def sums(draft: Draft) -> set[str]:
    """The amounts of money that the sentence of a gift names, as digits."""
    return {u.text for u in draft.lead.view.units if not u.symbol and u.text[0].isdigit()}


def same_sum(one: Draft, other: Draft) -> bool:
    """A gift that the text dates for itself is not the one of another sum."""
    if one.event_type != "aid" or one.dated() == other.dated() or not sums(one) or not sums(other):
        return True
    return bool(sums(one) & sums(other))


def same_occasion(one: Draft, other: Draft, main: set[int]) -> bool:
    """Do both drafts tell the same occasion?"""
    return (
        one.event_type == other.event_type
        and not each_its_own(one, other)
        and same_status(one, other)
        and overlap(one.when, other.when)
        and same_people(one, other, main)
        and same_place(one, other)
        and same_object(one, other)
        and same_sum(one, other)
        and same_paper(one, other)
        and not apart_by_countries(one, other)
        and not recalled_beside(one, other)
        and not one_after_the_other(one, other)
        and not on_the_margins(one, other)
        and not others_met(one, other)
        and not other_objects(one, other)
    )


def each_its_own(one: Draft, other: Draft) -> bool:
    """ "met with A and with B": is each told by its own share of the same words?"""
    a, b = one.lead, other.lead
    return a.view is b.view and (a.first, a.frame) == (b.first, b.frame) and a.ordinal != b.ordinal


def recalled_beside(one: Draft, other: Draft) -> bool:
    """ "signed a declaration, building on the treaty signed in 1987": the participle of one sentence tells of another document."""
    if one.lead.view is not other.lead.view or one.event_type != "signing" or one.background == other.background:
        return False
    return ("participle" in one.lead.frame.rule) != ("participle" in other.lead.frame.rule)


def one_after_the_other(one: Draft, other: Draft) -> bool:
    """ "After that they met with the rector": what is told to come before or after is no retelling, unless of one of several."""
    if one.event_type not in SEQUENT or 0 in (one.weight, other.weight):
        return False
    first, then = sorted((one, other), key=lambda d: (d.lead.number, d.lead.first))
    if first.lead.view.sentence.is_heading or first.lead.view is then.lead.view or names(then) < names(first):
        return False
    lead = then.lead
    opening = " ".join(["", *(u.text for u in lead.view.units[lead.clause.first : lead.clause.first + OPENING]), ""])
    return any(words in opening for words in SEQUELS) or (" then " in opening and not names(then) <= names(first))


def on_the_margins(one: Draft, other: Draft) -> bool:
    """ "On the margins of the summit, she met her three colleagues": their talks, of several countries too, are not the summit."""
    rules = [d.lead.frame.rule for d in (one, other)]
    talks = [rule.startswith("meeting.") for rule in rules]
    margins = ["gathering.margins" in rule for rule in rules]
    return one.lead.view is other.lead.view and any(talks) and any(margins)


def apart_by_countries(one: Draft, other: Draft) -> bool:
    """ "met the ministers of Norway, of China": nameless people of different countries are different occasions."""
    a, b = set(one.countries), set(other.countries)
    if one.parties and other.parties:  # "met with A of Iceland … and had a meeting with B of Paraguay"
        bilateral = one.event_type in ("meeting", "call") and len(a) == len(b) == SIDES
        return bilateral and a != b and len(names(one) & names(other)) < SIDES
    return len(a) > 1 and len(b) > 1 and not (a <= b or b <= a) and one.event_type in ("meeting", "visit", "call", "aid")
