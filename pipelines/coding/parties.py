"""From the arguments of a candidate to the people, bodies and countries that take part in its occasion."""

from pipelines.coding.arguments import Argument
from pipelines.coding.candidates import Candidate
from pipelines.coding.item import Body, Draft, Item, Party
from pipelines.coding.peoples import flag, flags, people_of, stands_for_state
from pipelines.coding.view import ACTORS, Unit
from pipelines.lexicon.countries import is_state
from pipelines.model.mention import OrganizationMention, PersonMention

FIRST_PERSON = frozenset(["i", "we", "us", "me", "our", "my"])
PAPERS = frozenset(["signing", "ratification"])  # whose parties the name of the paper may tell
SAILING = frozenset(["exercise", "aid"])  # where a ship stands for her state
WITH_SPEECHES = frozenset("ceremony commemoration conference cultural_event exhibition relations exercise".split())
SPEAKING = frozenset(["spoke", "speaks", "speak", "speaking", "addressed", "addresses"])
MARKED = frozenset(["commemoration", "cultural_event", "exercise", "exhibition"])  # whose countries stand anywhere in the clause


def role_of(candidate: Candidate, argument: Argument) -> str | None:
    """The role that the frame gives to an argument's position; None: it takes no part."""
    roles = candidate.frame.roles
    if argument.position == "company":
        return roles.get("left") or roles.get("obj")
    if argument.position == "invitation":
        return "host" if candidate.event_type == "visit" else None
    role = roles.get(argument.position)
    return "speaker" if role == "participant" and argument.position == "left" and speaks(candidate) else role


def speaks(candidate: Candidate) -> bool:
    """Does the subject of "spoke at the opening ceremony" speak?"""
    opening = candidate.view.units[candidate.first : candidate.first + 2]
    return candidate.event_type in WITH_SPEECHES and any(u.text in SPEAKING for u in opening)


def add_people(item: Item, draft: Draft, mention: PersonMention, role: str) -> None:
    """Everybody whom `mention` means, and their countries; "I" and "we" stand for the issuer's country."""
    reference = item.cast.of(mention)
    for person in reference.people:
        if person.former and role != "recipient":
            continue
        draft.add_countries([person.country])
        if not person.name and reference.resolution != "group":
            draft.unnamed[person.key] = person
        if person.name and (person.key not in draft.parties or draft.parties[person.key].role == "party"):
            draft.parties[person.key] = Party(person, role, mention, reference.resolution)
    if not reference.people:
        spoken = item.text[mention.start : mention.end].lower() in FIRST_PERSON
        draft.add_countries([*mention.countries, mention.country or (item.home if spoken else None)])
    if mention.kind == "delegation":
        draft.bodies.append(Body(mention, role, "delegation", mention.country))
    if mention.kind == "group":
        draft.add_countries(mention.countries)


def add_body(draft: Draft, mention: OrganizationMention, role: str) -> None:
    if mention.kind != "media":
        draft.add_countries([mention.country])
        draft.bodies.append(Body(mention, role, "organization", mention.country))


def add_argument(item: Item, draft: Draft, candidate: Candidate, argument: Argument) -> None:
    """Put one argument into the draft, if its position has a role."""
    role = role_of(candidate, argument)
    symbol = argument.unit.symbol
    if role is None or (symbol == "L" and argument.unit.mention.kind != "capital"):
        return
    if symbol in ACTORS:
        add_people(item, draft, argument.unit.mention, role)
    elif symbol == "O" and no_party(candidate, argument):
        return
    elif symbol == "O":
        add_body(draft, argument.unit.mention, role)
    elif symbol != "A" or acts_for_state(candidate, argument, role):
        draft.add_countries([argument.unit.mention.country])


def no_party(candidate: Candidate, argument: Argument) -> bool:
    """Is the organization what is toured, or that in whose ranks something happens: "cooperation in NATO"?"""
    within = argument.position == "in" and argument.unit.mention.kind == "igo"
    return within or (candidate.event_type, argument.position) == ("site_visit", "obj")


def acts_for_state(candidate: Candidate, argument: Argument, role: str) -> bool:
    """Does a people's name ("Slovak", "Uzbek") bring in its country: by its servants, or by those whom an award goes to?"""
    at = candidate.view.units.index(argument.unit)
    decorated = candidate.event_type == "award" and role == "recipient" and people_of(candidate.view, at)
    return decorated or stands_for_state(candidate.view, at)


def draft_of(item: Item, candidate: Candidate) -> Draft:
    """A draft with the parties that the candidate's own sentence names."""
    draft = Draft(candidate.event_type, [candidate], candidate.status)
    for argument in candidate.arguments:
        add_argument(item, draft, candidate, argument)
    if candidate.destination is not None:
        draft.add_countries([candidate.destination.mention.country])
    if candidate.event_type in MARKED:
        clause = candidate.view.units[candidate.clause.first : candidate.clause.last]
        draft.add_countries(u.mention.country for u in clause if u.symbol in ("C", "A") and is_state(u.mention.country or ""))
    if candidate.event_type in SAILING:
        draft.add_countries(flag(item.text[u.start : u.end]) for u in candidate.view.units if u.text in flags())
    if "recall" in candidate.frame.rule:  # "its ambassador to Peru"
        draft.add_countries(a.unit.mention.host_country for a in candidate.arguments if a.unit.symbol in ("N", "F"))
    for unit in candidate.view.units[candidate.first : candidate.last + 8]:
        if unit.symbol == "E" and not (candidate.event_type in PAPERS and beside(candidate, unit)):
            draft.add_countries(unit.mention.countries)
        elif unit.symbol == "I" and candidate.event_type in PAPERS:
            draft.add_countries(unit.mention.parties)
    return draft


def beside(candidate: Candidate, gathering: Unit) -> bool:
    """Is it done "on the sidelines of" the gathering, whose members have no part in it?"""
    before = candidate.view.units[candidate.last : candidate.view.units.index(gathering)]
    return any(u.text in ("sidelines", "margins", "fringes") for u in before)


def nations(draft: Draft) -> list[str]:
    """The states and organizations that the draft knows of."""
    return [c for c in draft.countries if c]


def states(draft: Draft) -> tuple[str, ...]:
    return tuple(c for c in draft.countries if is_state(c))
