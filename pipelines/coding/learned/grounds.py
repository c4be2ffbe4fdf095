"""What speaks for and against an occasion having taken place in a country: the features of a draft and a country.

They are strings that `lexicon/learned_grounds.tsv.gz` has weights for. No country's name is among them. What does not belong here: what
is made of it (`placing`).
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from pipelines.coding.cast.dealings import ENVOYS
from pipelines.coding.item import Draft
from pipelines.coding.learned.scenery import Scenery, Spot
from pipelines.coding.learned.steps import FAR, SEVERAL, agrees, apart, word

TELLING = 4  # sources of a draft that are looked at
EARLY = 12  # mentions whose words are looked at wherever they stand
BEHIND = 8  # units behind the core in which its place may stand
LATEST = 3  # places that the text named last


class Ground(NamedTuple):
    """A draft and a country; `spots`: where the item names it or a place in it; `crowd`: countries that the draft is asked about."""

    scenery: Scenery
    draft: Draft
    country: str
    spots: list[Spot]
    crowd: int


def ground_features(given: Ground) -> set[str]:
    """All features of the ground."""
    return {*ruled(given), *sides(given), *named(given), *own_words(given), *others(given), *travels(given), *lately(given)}


def nowhere(draft: Draft, crowd: int) -> set[str]:
    """The features of a draft whose place the text does not tell."""
    kind, rule, status = draft.event_type, draft.country is not None, draft.status
    of_kind = {f"nowhere:{kind}", f"nowhere:{kind}:{status}", f"nowhere:{kind}:rule{rule}"}
    return {"nowhere", f"nowhere:{status}", f"nowhere:rule{rule}", f"nowhere:crowd{min(crowd, 6)}", *of_kind}


def ruled(given: Ground) -> Iterator[str]:
    """What rules say of the draft, and where the text's author and its date line are at home."""
    draft, kind, country, item = given.draft, given.draft.event_type, given.country, given.scenery.item
    rule, home, line = agrees(draft.country, country), agrees(item.home, country), agrees(given.scenery.dateline, country)
    rest, status = f"{home}:{line}", draft.status
    yield from (f"rule:{rule}", f"{kind}rule:{rule}", f"{status}rule:{rule}", f"rule:{rule}:{rest}", f"{draft.lead.frame.rule}|rule:{rule}")
    yield from (f"home:{home}", f"{kind}home:{home}", f"dateline:{line}", f"{kind}dateline:{line}", f"rest:{rest}", f"{kind}rest:{rest}")
    yield from (f"seat:{agrees(item.context.seat, country)}", f"spoken{item.spoken}:{rest}", f"crowd{min(given.crowd, 6)}")
    yield from (f"{kind}{status}", f"{status}:{rest}")


def sides(given: Ground) -> Iterator[str]:
    """In which roles its people take part, and who is accredited to it."""
    draft, kind, country = given.draft, given.draft.event_type, given.country
    side = f"side{country in draft.countries}{min(len(draft.countries), SEVERAL)}"
    people = [p.person for p in draft.parties.values()]
    envoys = any(p.office in ENVOYS and p.country == country for p in people)
    abroad = f"{any(p.host_country == country for p in people)}{any(p.host_country not in (None, country) for p in people)}"
    yield from (f"side{country in draft.countries}", side, kind + side, f"envoys{envoys}", f"{kind}envoys{envoys}")
    yield from (f"accredited{abroad}", f"{kind}accredited{abroad}")
    own = {p.role for p in draft.parties.values() if p.person.country == country}
    yield f"people{bool(own)}{min(len(people), SEVERAL)}"
    for role in own or {"nobody"}:
        yield from (f"role:{role}", f"{kind}role:{role}")
    yield from (f"foreign:{p.role}" for p in draft.parties.values() if p.person.country not in (None, country))


def named(given: Ground) -> Iterator[str]:
    """Where the item names it, how often, and beside which words."""
    kind, spots = given.draft.event_type, given.spots
    yield f"named{min(len(spots), 4)}"
    if not spots:
        return
    told = sorted(s.number for s in given.draft.sources[:TELLING])
    spot = min(spots, key=lambda s: (min(abs(s.number - n) for n in told), s.number))
    distance = spot.number - min(told, key=lambda n: (abs(spot.number - n), n))
    far = apart(distance)
    yield from (f"apart{far}", f"{kind}apart{far}", f"first{spots[0].number == 0}", f"heading{spot.view.sentence.is_heading}")
    yield from (f"kind:{s.mention.kind}" for s in spots)
    yield from (f"anywhere:{each}" for s in spots[:EARLY] if s.number <= told[-1] for each in beside(s))
    where = "in" if not distance else "far" if far.endswith(("3", FAR)) else "near"
    for each in {each for s in spots if s.number == spot.number for each in beside(s)}:
        yield from (f"{where}:{each}", f"{where}:{kind}{each}")


def beside(spot: Spot) -> Iterator[str]:
    """The kind of the mention and the words right before and behind it."""
    units, n = spot.view.units, spot.unit
    before = ["<s>", "<s>", *map(word, units[max(0, n - 2) : n])][-2:]
    behind = [*map(word, units[n + 1 : n + 2]), "</s>"][0]
    what = spot.mention.kind + (f"in{units[n].symbol}" if units[n].symbol and units[n].mention is not spot.mention else "")
    yield from (f"b:{before[1]}:{what}", f"bb:{'_'.join(before)}:{what}", f"a:{behind}:{what}", what)


def own_words(given: Ground) -> Iterator[str]:
    """Where its names stand beside the cores that tell the draft, and whether a goal of theirs is there."""
    kind = given.draft.event_type
    for source in given.draft.sources[:TELLING]:
        if source.destination is not None:
            yield f"goal{source.destination.mention.country == given.country}{kind}"
        for spot in (s for s in given.spots if s.number == source.number):
            side = "left" if spot.unit < source.first else "right" if spot.unit >= source.last else "within"
            gap = spot.unit - source.last if side == "right" else source.first - spot.unit
            inside = source.clause.first <= spot.unit < source.clause.last
            before = word(source.view.units[spot.unit - 1]) if spot.unit else "<s>"
            what = f"core:{side}{inside}{spot.mention.kind}"
            yield from (what, f"{what}:{before}", f"{kind}{what}:{before}", f"core:{side}{inside}gap{min(gap // 3, 5)}:{before}")


def others(given: Ground) -> Iterator[str]:
    """Where the occasions around it took place, by the rules."""
    draft, country, kind, scene = given.draft, given.country, given.draft.event_type, given.scenery
    if draft.parent is not None:
        same = agrees(draft.parent.country, country)
        yield from (f"parent:{draft.parent.event_type}{same}", f"parent{same}")
    own = draft.country is not None and not draft.background
    many, here = len(scene.placed) - own, scene.counted[country] - (own and draft.country == country)
    yield from (f"elsewhere{min(many, SEVERAL)}{min(here, SEVERAL)}", f"{kind}elsewhere{many > 0}{here > 0}")
    before, after = neighbours(given, own)
    yield from (f"before:{before}", f"after:{after}", f"between:{before}{after}")


def neighbours(given: Ground, own: bool) -> tuple[str, str]:
    """Whether the nearest placed drafts before and behind it are in the country."""
    placed, draft = given.scenery.placed, given.draft
    at = bisect_left(placed, (draft.lead.number, draft.country or ""))
    left, right = placed[at - 1 : at] if at else [], placed[at + own : at + own + 1]
    return tuple(agrees(found[0][1] if found else None, given.country) for found in (left, right))  # type: ignore[return-value]


def travels(given: Ground) -> Iterator[str]:
    """Is it a country that somebody of the item visits, or one from which somebody comes?"""
    scene, country = given.scenery, given.country
    visited = f"visited{country in scene.goals}{country in scene.origins}"
    yield from (f"{visited}{min(scene.goals.total(), 2)}", given.draft.event_type + visited)
    many = scene.shared[country]
    share = "all" if many == scene.drafts else "one" if many == 1 else "some" if many else "none"
    yield from (f"share:{share}{min(scene.drafts, SEVERAL)}", f"share:{share}{country in given.draft.countries}")


def lately(given: Ground) -> Iterator[str]:
    """Is it where the text last said that something is, before or beside the draft?"""
    lead, places, kind = given.draft.lead, given.scenery.resting, given.draft.event_type
    at = bisect_right(places, (lead.number, lead.last + BEHIND), key=lambda place: place[:2])
    last = [place[2] for place in places[max(0, at - LATEST) : at]][::-1]
    rank = f"lately{last.index(given.country) if given.country in last else 'not'}"
    steps = apart(places[at - 1][0] - lead.number) if at else "none"
    yield from (rank, f"{rank}:{steps}", kind + rank, f"{kind}{rank}:{steps}")
    yield f"soon{[place[2] for place in places[at : at + 1]] == [given.country]}"
