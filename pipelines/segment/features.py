"""What speaks for or against an item that begins at a place, as features whose weights are learnt (docs/adr/0021).

What belongs here: saying in words what is seen. What does not: seeing it (`facts`, `groups`), or deciding (`likely`).
No feature is the name of a person or country.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipelines.ingest.headlines import is_headline, is_numbered, is_release_title
from pipelines.ingest.lines import is_capitals
from pipelines.segment import cues
from pipelines.segment.candidate import Candidate
from pipelines.segment.cohesion import stems_of
from pipelines.segment.facts import Fact, facts_of
from pipelines.segment.groups import TRAITS, Group, groups_of
from pipelines.segment.openings import SIGNS
from pipelines.segment.reading import Reading

TOP = 500  # characters above the first paragraph that may say what the page is
NEAR = 3  # places before one that it is held against
SIGNED = frozenset(name for name, _ in SIGNS)
LEAD = 500  # characters of a paragraph in which its heading may come back
LIGHTEST, HEAVIEST = -4, 10  # what rules may weigh
FEW, MORE, MANY = (1, 2, 4), (2, 3, 5, 8), (3, 5, 8, 12, 20)
SHARES, THIRDS, LENGTHS = (0.01, 0.3, 0.5, 0.8), (0.3, 0.6, 0.9), (80, 150, 250, 400, 700)


@dataclass(frozen=True, slots=True)
class Ruled:
    """What rules say: the numbers of the places after the first where an item begins, and what those weigh that were weighed."""

    begun: frozenset[int]
    weights: dict[int, int]


@dataclass(frozen=True, slots=True)
class View:
    """A page as it is judged. `kinds`: what its head and layout say it is; `sections`: the same of what last stood above each place."""

    page: Reading
    places: Sequence[Candidate]
    ruled: Ruled
    facts: Sequence[Fact]
    groups: dict[str, Group]
    kinds: Sequence[str]
    sections: Sequence[Sequence[str]]
    headed: float  # the share of places below a heading
    dated: int


def view_of(places: Sequence[Candidate], ruled: Ruled, page: Reading) -> View:
    facts = list(facts_of(places, page))
    headed = sum(place.heading is not None for place in places) / len(places)
    dated = sum(place.date is not None for place in places)
    return View(page, places, ruled, facts, groups_of(facts), list(_kinds(places[0], page)), list(_sections(places, page)), headed, dated)


def _kinds(first: Candidate, page: Reading) -> Iterator[str]:
    lead = page.blocks[first.lead].start
    found = cues.page_kinds(page.text[max(0, lead - TOP) : lead])
    layout = {"single": page.is_single, "bulletin": page.is_bulletin, "banner": page.has_banner, "column": page.is_column}
    title = {"headline": page.has_headline, "untitled": page.title is None, "journey": page.is_journey}
    yield "any"
    yield from (*found, *(name for name, holds in (layout | title).items() if holds))


def _sections(places: Sequence[Candidate], page: Reading) -> Iterator[Sequence[str]]:
    held: Sequence[str] = ()
    for place in places:
        above = [page.content(index) for index in range(place.above, place.lead) if page.blocks[index].kind in ("heading", "scrap")]
        if place.above and above:
            held = cues.page_kinds("\n".join(above)) or ("other",)
        yield held


def grade(number: float, steps: Sequence[float]) -> int:
    """How many of the steps it reaches."""
    return bisect_right(steps, number)


# ---------------------------------------------------------------- of all places of one shape


def of_shape(shape: str, view: View) -> Iterator[str]:
    """What all places of a shape share, so that it is asked once."""
    group, places = view.groups[shape], len(view.places)
    yield from (f"proven:{name}" for name in view.page.proven or ("nothing",))
    many, part = grade(group.count, MORE), grade(group.count / places, (0.3, 0.5, 0.8))
    yield f"places{grade(places, MANY)}"
    for name in (shape, breed(shape)):
        yield from (f"shape:{name}", f"many{many}{name}", f"part{part}{name}", f"many{many}part{part}{name}")
        yield f"first:{shape == view.facts[0].shape}{name}"
        yield from _as_page(name, group, view.kinds)
        yield from _traits(name, group)
        yield from _measures(name, group)


def breed(shape: str) -> str:
    """What kind of shape it is, for shapes that few pages have."""
    return "a:headed" if shape.endswith("headed") else "a:listed" if shape in SIGNED else "a:striking" if shape != "plain" else "plain"


def _as_page(shape: str, group: Group, kinds: Sequence[str]) -> Iterator[str]:
    new, tells, goes_on = (group.traits[trait] for trait in ("new", "tells", "goes_on"))
    usual = f"{grade(new, (0.5, 0.8))}{grade(tells, (0.5, 0.8))}{grade(goes_on, (0.1, 0.3))}"
    for kind in kinds:
        yield from (f"page:{kind}", f"page:{kind}{shape}", f"page:{kind}all{usual}")


def _traits(shape: str, group: Group) -> Iterator[str]:
    for trait in TRAITS:
        share = f"all{trait}{grade(group.traits[trait], SHARES)}"
        yield from (share, share + shape)


def _measures(shape: str, group: Group) -> Iterator[str]:
    days = f"alldays{grade(group.days, (0.01, 0.4, 0.7))}"
    apart, first = f"allapart{grade(group.apart, (1.2, 2, 3, 5))}", f"allfirst{grade(group.first, FEW)}"
    yield from (days, days + shape, f"{days}many{grade(group.count, MORE)}", apart, apart + shape, first, first + shape)
    yield f"allchars{grade(group.chars, (100, 180, 300, 500))}{shape}"
    yield f"allled:{group.led}{shape}"
    yield f"allended{grade(group.ended, THIRDS)}{shape}"


# ---------------------------------------------------------------- of one place


def of_place(number: int, view: View) -> Iterator[str]:
    """What is its own, whatever rules say."""
    yield from _beginning(view.facts[number], view)
    yield from _beside(number, view)
    yield from _form(number, view)
    yield from _topic(number, view)
    for kind in view.sections[number]:
        yield from (f"section:{kind}", f"section:{kind}{view.facts[number].shape}")
    yield from _below_heading(view.places[number], view.facts[number], view)


def of_rules(number: int, view: View) -> Iterator[str]:
    """What rules say of it, and of how many others."""
    begun, heavy = number in view.ruled.begun, view.ruled.weights.get(number)
    others = len(view.ruled.begun) - begun
    rule, weight = f"rule:{begun}", "none" if heavy is None else max(LIGHTEST, min(heavy, HEAVIEST))
    yield from (rule, f"{rule}others{grade(others, FEW)}", f"weight{weight}", f"weight{weight}others{grade(others, (1, 2))}")
    yield f"{rule}share{grade(len(view.ruled.begun) / len(view.places), (0.15, 0.4, 0.7))}"
    yield from (f"{rule}proven:{name}" for name in view.page.proven or ("nothing",))
    yield from (f"{rule}page:{kind}" for kind in view.kinds)


def _beginning(fact: Fact, view: View) -> Iterator[str]:
    """How it begins, and whether that needs something before it."""
    yield from (f"opening:{fact.opening}", f"opening:{fact.opening}{fact.shape}")
    for trait in TRAITS:
        yield from (f"{trait}:{getattr(fact, trait)}", f"{trait}:{getattr(fact, trait)}{fact.shape}")
    yield f"is:{fact.goes_on}{fact.refers}{fact.tells}{fact.full}{fact.new}"
    yield from (f"page:{kind}is:{fact.goes_on}{fact.new}" for kind in view.kinds)


def _beside(number: int, view: View) -> Iterator[str]:
    """The shape of its neighbours, and what parts them."""
    shape, facts = view.facts[number].shape, view.facts
    below = facts[number + 1].shape if number + 1 < len(facts) else "end"
    for name, other in (("above", facts[number - 1].shape), ("below", below)):
        yield from (f"{name}:{other}", f"{name}:{other == shape}{shape}", f"{name}:{other}:{shape}")
    blanks, usual = view.page.blocks[view.places[number].above].blanks, view.page.usual_gap
    yield from (f"gap{max(-2, min(blanks - usual, 2))}", f"blanks{grade(blanks, (1, 2))}usual{grade(usual, (1, 2))}")
    yield from (f"apart:{facts[number].apart}", f"apart:{facts[number].apart}{facts[number].goes_on}")


def _form(number: int, view: View) -> Iterator[str]:
    """Length, last sign and place on the page."""
    for name, at in (("", number), ("above", number - 1)):
        yield f"{name}long{grade(view.facts[at].chars, LENGTHS)}"
        sign = view.page.text[view.page.blocks[view.places[at].lead].end - 1]
        yield f"{name}ends:{'a' if sign.isalnum() else sign}"
    yield f"last:{number + 1 == len(view.places)}{view.facts[number].shape}"
    yield f"index{grade(number, (2, 3, 5, 9))}"


def _topic(number: int, view: View) -> Iterator[str]:
    """Another day, and words that it shares with what stands above it, or with the title."""
    page, place, fact = view.page, view.places[number], view.facts[number]
    days = [other.day for other in view.facts[max(0, number - NEAR) : number]]
    day = "none" if fact.day is None else "same" if fact.day in days else "other" if any(days) else "only"
    yield from (f"day:{day}", f"day:{day}{fact.opening}", f"day:{day}{fact.new}")
    before = range(view.places[max(0, number - NEAR)].start, place.above)
    shared, share = page.cohesion.shared(place.lead, before), grade(page.cohesion.share(place.lead, before), (0.01, 0.08, 0.2, 0.35))
    yield from (f"shared{grade(shared, (1, 2, 4, 7))}", f"sharing{share}", f"sharing{share}{fact.shape}")
    echo = grade(len(stems_of(page.title) & page.cohesion.stems[place.lead]), FEW) if page.title else "none"
    yield from (f"title{echo}", f"title{echo}{fact.shape}", f"date:{place.date is not None}{grade(view.dated, FEW)}")


def _below_heading(place: Candidate, fact: Fact, view: View) -> Iterator[str]:
    if place.heading is None:
        unheaded = f"unheaded{grade(view.headed, (0.01, 0.3, 0.6))}"
        yield from (unheaded, unheaded + fact.shape)
        return
    heading, share = view.page.content(place.heading), grade(view.headed, THIRDS)
    manner, words = _manner(heading), grade(len(heading.split()), (2, 4, 6, 9, 14))
    echo = grade(len(stems_of(heading) & stems_of(view.page.content(place.lead)[:LEAD])), (1, 2, 3))
    yield from (f"head:{manner}", f"headwords{words}", f"head:{manner}words{words}", f"headecho{echo}", f"headecho{echo}{fact.new}")
    yield from (f"headed{share}", f"headed{share}{manner}", f"headed{share}count{grade(view.headed * len(view.places), MORE)}")
    yield from (f"headnumbered:{is_numbered(heading)}", f"headbackground:{cues.heads_background(heading)}")
    yield from (f"headends:{'a' if heading[-1].isalnum() else heading[-1]}", f"head:{manner}title:{_manner(view.page.title or '')}")


def _manner(heading: str) -> str:
    if not heading or is_capitals(heading):
        return "capitals" if heading else "none"
    return "headline" if is_headline(heading) else "release" if is_release_title(heading) else "plain"
