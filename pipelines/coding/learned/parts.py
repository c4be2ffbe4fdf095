"""What speaks for and against somebody having had a role in an occasion: the features of a draft, one of its people and a role.

They are strings that `lexicon/learned_roles.tsv.gz` has weights for. What does not belong here: who takes part (`attendance`), what
rules make of roles (`roles`).
"""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from pipelines.coding.candidates import Candidate
from pipelines.coding.cast.dealings import ENVOYS
from pipelines.coding.item import Draft, Item, Party
from pipelines.coding.learned.steps import SEVERAL, agrees, word
from pipelines.coding.view import ACTORS

TOLD = 2  # sentences that tell a draft and are looked at
CROWD = 4
CORE = 3  # units of a core that are looked at
ROLES = ("host", "guest", "participant", "chair", "signatory", "speaker", "giver", "recipient", "observer", "organizer")
HIGH = ("head_of_state", "head_of_government", "deputy_head_of_government")
MINISTERS = ("minister_foreign", "minister_defense", "minister", "speaker_of_parliament")


class Stand(NamedTuple):
    """Where a sentence that tells the draft has somebody: the unit, the side of the core, how many people stand between."""

    unit: int
    side: str
    between: int


class Company(NamedTuple):
    """What the people of a draft have in common. `roles`: how many a country has in each; `stands`: by source, where it has whom, and the
    arguments of its frame by the identity of what fills them."""

    item: Item
    draft: Draft
    roles: Counter[tuple[str | None, str]]
    stands: list[tuple[Candidate, dict[int, Stand], dict[int, str]]]


class Part(NamedTuple):
    """One of a draft's people, by key; `order`: how many of the same country stand before."""

    company: Company
    key: int
    party: Party
    order: int


def parts(item: Item, draft: Draft) -> list[Part]:
    """The people of a draft, in order."""
    roles = Counter((party.person.country, party.role) for party in draft.parties.values())
    stands = [(s, stands_of(item, s), {id(a.unit.mention): a.position for a in s.arguments[::-1]}) for s in draft.sources[:TOLD]]
    company = Company(item, draft, roles, stands)
    before: Counter[str | None] = Counter()
    found = []
    for key, party in draft.parties.items():
        found.append(Part(company, key, party, before[party.person.country]))
        before[party.person.country] += 1
    return found


def stands_of(item: Item, source: Candidate) -> dict[int, Stand]:
    """Person -> where the sentence has them first."""
    found: dict[int, Stand] = {}
    left, right = 0, 0
    for index, unit in enumerate(source.view.units):
        if unit.symbol not in ACTORS:
            continue
        side = "left" if index < source.first else "right" if index >= source.last else "within"
        for person in item.cast.of(unit.mention).people:
            found.setdefault(person.key, Stand(index, side, right if side == "right" else left))
        left, right = left + (side == "left"), right + (side == "right")
    return found


def part_features(part: Part, role: str) -> set[str]:
    """All features of the part with the role."""
    return {f"{role}|{clue}" for clue in clues(part)}


def clues(part: Part) -> Iterator[str]:
    """What speaks for or against every role."""
    kind, ruled = part.company.draft.event_type, part.party.role
    yield from ("", kind, f"ruled:{ruled}", f"{kind}ruled:{ruled}")
    for clue in (*at_home(part), *rank(part), *beside_others(part), *on_a_visit(part), *by_words(part)):
        yield from (clue, f"{kind}{clue}", f"{kind}{clue}ruled:{ruled}")


def at_home(part: Part) -> Iterator[str]:
    """Whether the occasion took place in the person's country."""
    draft, country = part.company.draft, part.party.person.country
    place = agrees(draft.country, country or "") if country else "stateless"
    sides = {side for side, _ in part.company.roles} - {None}
    home = agrees(part.company.item.home, country or "")
    yield from (f"place:{place}", f"place:{place}:{draft.country in sides}", f"home:{home}")
    told = f"{placed(draft)}place:{place}"
    yield from (f"place:{place}sides{min(len(sides), SEVERAL)}", f"status:{draft.status}", told, f"{told}:{draft.country in sides}")


def placed(draft: Draft) -> str:
    """Whether the sentence that tells the draft names its city, or the item does."""
    sentence = draft.lead.view.sentence
    if draft.place is None:
        return "unnamed"
    return "named" if sentence.start <= draft.place.start < sentence.end else "around"


def rank(part: Part) -> Iterator[str]:
    """How high the person stands, and how many of their side are named before."""
    draft, person, order = part.company.draft, part.party.person, f"order{min(part.order, 2)}"
    office = person.office or "unknown"
    high = "high" if office in HIGH else "minister" if office in MINISTERS else "envoy" if office in ENVOYS else "other"
    place = agrees(draft.country, person.country or "")
    yield from (f"office:{office}", f"rank:{high}{order}", f"rank:{high}place:{place}", f"{order}place:{place}")
    yield f"accredited:{agrees(person.host_country, draft.country or '')}"


def beside_others(part: Part) -> Iterator[str]:
    """Which roles rules give to the others."""
    own, country = (part.party.person.country, part.party.role), part.party.person.country
    others = {pair for pair, count in part.company.roles.items() if count > (pair == own)}
    foreign = {role for side, role in others if side != country}
    crowd = min(part.company.roles.total() - 1, CROWD)
    yield from (f"alone{not others}foreign{bool(foreign)}", f"crowd{crowd}order{min(part.order, 2)}")
    yield from (f"beside:{role}" for side, role in others if side == country)
    yield from (f"against:{role}" for role in foreign)


def on_a_visit(part: Part) -> Iterator[str]:
    """What the person is at the occasion that this one belongs to."""
    parent = part.company.draft.parent
    if parent is not None:
        there = parent.parties.get(part.key)
        yield f"{parent.event_type}:{there.role if there else 'absent'}"
        yield f"{parent.event_type}:{agrees(parent.country, part.party.person.country or '')}"


def by_words(part: Part) -> Iterator[str]:
    """Where the words that tell the draft have the person, and how they speak of them."""
    yield f"resolution:{part.party.resolution}"
    for source, stands, positions in part.company.stands:
        place = positions.get(id(part.party.mention), "none")
        yield from (f"rule:{source.frame.rule}", f"{source.frame.rule}:{place}", f"position:{place}")
        yield from beside_core(source, stands.get(part.key))


def beside_core(source: Candidate, stand: Stand | None) -> Iterator[str]:
    """The side of the core on which the person stands, and the words at the core and beside the person."""
    units = source.view.units
    core = "_".join(word(u) for u in units[source.first : min(source.last, source.first + CORE)])
    if stand is None:
        yield from ("side:absent", f"core:{core}absent")
        return
    before = word(units[stand.unit - 1]) if stand.unit else "<s>"
    behind = word(units[stand.unit + 1]) if stand.unit + 1 < len(units) else "</s>"
    yield from (f"side:{stand.side}", f"side:{stand.side}{min(stand.between, SEVERAL)}", f"core:{core}:{stand.side}")
    yield from (f"before:{before}", f"behind:{behind}", f"side:{stand.side}:{before}")

