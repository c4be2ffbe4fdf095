"""Who likely took part in an occasion, of those whom its frame has and of those named beside it or sentences away."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby
from math import fsum

from pipelines.coding.cast.dealings import ENVOYS
from pipelines.coding.item import Draft, Item, Party
from pipelines.coding.learned.encoder.attending import took_part
from pipelines.coding.learned.encoder.scenes import scene_of
from pipelines.coding.learned.encoder.stored import attending
from pipelines.coding.learned.encounters import Core, core_of
from pipelines.coding.learned.presence import Pair, Place, Standing, found_in, presence, standing
from pipelines.coding.learned.told import probability
from pipelines.coding.learned.weights import BIAS
from pipelines.coding.parties import WITH_SPEECHES, role_of
from pipelines.coding.status import line_of
from pipelines.coding.view import ACTORS
from pipelines.lexicon.loader import read_text
from pipelines.model.cast import Person

ENOUGH = 0.4  # from which probability on somebody took part whom no frame puts there
HARDLY = 0.35  # below which nobody did whom one does
SHARE = 0.45  # of the encoder in what it and the weights say together
OPEN = 1.25  # log-odds by the weights from which on, either way, they need not be asked about again
WITHIN = 12  # sentences from the occasion's to where somebody is named
MOST = 40  # people that are asked about for one occasion, the nearest first
READ = 150  # occasions of an item about which the encoder may be asked; no honest one has as many
ABSENT = tuple(
    f" {words} "
    for words in (
        "invitation of", "behalf of", "departure of", "instructions of", "instruction of", "predecessor of", "name of", "spoke about",
        "talked about", "told about", "memory of", "anniversary of", "birth of", "death of", "life of", "statue of", "monument to",
        "grave of", "tomb of", "named after", "tribute to", "homage to", "mausoleum of", "bust of", "portrait of",
    )
)
LEADING = frozenset(["host", "guest", "chair", "party"])  # roles of which a side has one at first
LED = frozenset(["session", "signing"])  # where those who do not lead a side have a role of their own
SPEAKING = re.compile(
    r"(?: (?:[NFGOLC]\d++|,|and|the|of|as|well|also|both|then))*+ "
    r"(?:spoke|addressed|took the floor|(?:delivered|gave|made) [^.;]{0,30}?(?:speech|speeches|address|addresses|remarks)) "
)
GIVING = frozenset(["award", "aid", "message", "protest", "credentials"])

@cache
def learnt() -> dict[str, float]:
    """Feature -> weight; read once."""
    lines = (line.split("\t") for line in read_text("learned_presence.tsv.gz").splitlines() if not line.startswith("# "))
    return {feature: int(hundredths) / 100 for feature, hundredths in lines}


def chances(item: Item, beside: Sequence[Pair], more: bool) -> Iterator[float]:
    """How likely each of the people of one draft took part. `more`: the encoder is asked, too, where the weights leave somebody open."""
    known = [weighed(pair) for pair in beside]
    asked = more and any(abs(odds) < OPEN for odds in known)
    read = took_part(scene_of(item, beside[0].draft, mentions(beside)), attending()) if asked else {}
    for pair, odds in zip(beside, known, strict=True):
        yield probability((1 - SHARE) * odds + SHARE * read.get(pair.person.key, odds))


def weighed(pair: Pair) -> float:
    """Log-odds by the weights alone."""
    known = learnt()
    return fsum([known[BIAS], *(known.get(feature, 0.0) for feature in presence(pair))])


def mentions(beside: Sequence[Pair]) -> dict[int, list[tuple[int, int]]]:
    """Person -> where the item mentions them, as offsets."""
    views = beside[0].item.views
    return {pair.person.key: [(views[n].units[i].start, views[n].units[i].end) for n, i in pair.places] for pair in beside}


def places_of(item: Item) -> dict[int, list[Place]]:
    """Person -> where the item speaks of them, by name, office, pronoun or as one of a group."""
    found: defaultdict[int, list[Place]] = defaultdict(list)
    for number, view in enumerate(item.views):
        for index, unit in enumerate(view.units):
            if unit.symbol in ACTORS:
                for person in item.cast.of(unit.mention).people:
                    found[person.key].append((number, index))
    return found


def kept_out(pair: Pair, at: Standing) -> bool:
    """Do the words right before the mention say that somebody else acts: "on behalf of", "after the departure of"?"""
    before = line_of(at.view, at.unit - 3, at.unit)
    return pair.draft.event_type != "visit" and any(words in before for words in ABSENT)


def pairs(item: Item, drafts: list[Draft]) -> Iterator[Pair]:
    """Every occasion that is news, with every named person of its neighbourhood."""
    found, known = places_of(item), found_in(drafts)
    people = [p for p in item.cast.people if p.name and found[p.key]]
    for draft in drafts:
        if not draft.background:
            yield from (Pair(item, known, draft, p, found[p.key], len(people)) for p in nearest(draft, people, found))


def nearest(draft: Draft, people: list[Person], found: dict[int, list[Place]]) -> list[Person]:
    told = sorted({s.number for s in draft.sources})
    apart = {p.key: min(abs(n - told[0]) for n in beside(told[0], found[p.key])) for p in people}
    within = [p for p in people if apart[p.key] <= WITHIN + told[-1] - told[0]]
    return sorted(within, key=lambda p: apart[p.key])[:MOST]


def beside(number: int, places: list[Place]) -> list[int]:
    """The sentences with a mention right before and behind `number`."""
    at = bisect_left(places, (number, 0))
    return [n for n, _ in places[max(0, at - 1) : at + 1]]


def settle_presence(item: Item, drafts: list[Draft]) -> None:
    """Bring in whoever likely took part in an occasion, take out who hardly did; all are judged before anything is changed."""
    apart = people_of_cores(drafts)
    asked = [list(those) for _, those in groupby(pairs(item, drafts), key=lambda pair: id(pair.draft))]
    for pair, likely in [each for n, beside in enumerate(asked) for each in zip(beside, chances(item, beside, n < READ), strict=True)]:
        if pair.party and likely < HARDLY:
            del pair.draft.parties[pair.person.key]
        elif not pair.party and likely >= ENOUGH and pair.person.key not in apart[core_of(pair.draft)]:
            bring(item, pair)


def people_of_cores(drafts: list[Draft]) -> dict[Core, set[int]]:
    """Core -> everybody whom it has, where it tells several occasions: who is met on one of them was not met on the others."""
    told: defaultdict[Core, list[Draft]] = defaultdict(list)
    for draft in drafts:
        told[core_of(draft)].append(draft)
    return {core: {key for each in those for key in each.parties} if len(those) > 1 else set() for core, those in told.items()}


def bring(item: Item, pair: Pair) -> None:
    """Put somebody into an occasion, unless the words beside the name keep them out."""
    at = standing(pair)
    if kept_out(pair, at):
        return
    mention = at.view.units[at.unit].mention
    role = "speaker" if pair.draft.event_type in WITH_SPEECHES and speaks(at) else role_in(pair.draft, pair.person)
    pair.draft.parties[pair.person.key] = Party(pair.person, role, mention, item.cast.of(mention).resolution)
    pair.draft.add_countries([pair.person.country])


def speaks(at: Standing) -> bool:
    """ "X, Y and the Mayor took the floor": does whoever is named speak, alone or with others?"""
    return SPEAKING.match(line_of(at.view, at.unit + 1, len(at.view.units))) is not None


def role_in(draft: Draft, person: Person) -> str:
    """The role of somebody whom no frame gives one: that of a missing side, or of one more beside those who lead theirs."""
    if draft.event_type in GIVING:
        return given_or_giving(draft, person)
    if draft.event_type == "press_conference":
        return "speaker"
    roles = {p.role for p in draft.parties.values()}
    led = draft.event_type in LED and any(p.person.country == person.country and p.role in LEADING for p in draft.parties.values())
    signed = draft.event_type == "signing" and ("signatory" in roles or roles == {"participant"})
    return "participant" if led or signed else "party"


def given_or_giving(draft: Draft, person: Person) -> str:
    """Giver or recipient: as those of the same country; otherwise on the side that the sentence has not named."""
    own = {p.role for p in draft.parties.values() if p.person.country == person.country} & {"giver", "recipient"}
    if draft.event_type == "credentials" and (person.office in ENVOYS or not own):
        return "giver" if person.office in ENVOYS or abroad(draft, person) else "recipient"
    told = {p.role for p in draft.parties.values()} | {role_of(s, a) for s in draft.sources for a in s.arguments if a.unit.symbol in ACTORS}
    return min(own, default="recipient" if "giver" in told else "giver")


def abroad(draft: Draft, person: Person) -> bool:
    """Do all those who receive stand for another country?"""
    receiving = {p.person.country for p in draft.parties.values() if p.role == "recipient"}
    return person.country is not None and bool(receiving) and person.country not in receiving
