"""What is seen of each place of a page before anything is decided there.

What belongs here: looking at one place and at what stands above it. What does not: what places of one shape have in common (`groups`), what
any of it speaks for (`features`), or the rules (`evidence`).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipelines.ingest.furniture import furniture_kind
from pipelines.ingest.lines import is_capitals
from pipelines.segment import cues
from pipelines.segment.candidate import Candidate
from pipelines.segment.layouts import SAME_PERSON, first_sentence
from pipelines.segment.marks import is_rule
from pipelines.segment.names import Names
from pipelines.segment.openings import opening_of, sign_of
from pipelines.segment.reading import Day, Reading

LOOK = 350  # characters of a paragraph that are looked at
STRIKING = frozenset(["day", "onday", "sameday", "today", "label", "capitals", "dateline"])  # openings that pages repeat on purpose
FULL_STOPS = '.!?…)]"”»'


@dataclass(frozen=True, slots=True)
class Fact:
    """Of a place: how its first paragraph begins (`sign`, `opening`) and by what it is known among the others (`shape`).

    `goes_on`, `refers`: means something told before; `tells`: of officials; `full`: names somebody in full. `new`: shares no name with the
    paragraph before it, `fresh`: with none before it. `apart`: what parts it from them; `led`: a colon stands above it. `day`: the first it
    names; `chars`: its length; `ended`: as sentences do.
    """

    sign: str
    opening: str
    shape: str
    goes_on: bool
    refers: bool
    tells: bool
    full: bool
    new: bool
    fresh: bool
    apart: str
    day: Day | None
    chars: int
    ended: bool
    led: bool


def facts_of(places: Sequence[Candidate], page: Reading) -> Iterator[Fact]:
    """One for every place, in order."""
    known: set[str] = set()
    before: frozenset[str] = frozenset()
    for place in places:
        names = page.names[place.lead]
        yield _fact(place, page, new=_is_new(names, before), fresh=_is_new(names, known))
        before = names.all
        known |= before


def _fact(place: Candidate, page: Reading, *, new: bool, fresh: bool) -> Fact:
    block = page.blocks[place.lead]
    sign, begin = sign_of(page.content(place.lead)[:LOOK])
    words = page.content(place.lead)[begin:LOOK]
    apart, above = _apart(place, page), page.text[page.blocks[place.lead - 1].end - 1] if place.lead else ""
    opening, sentence = "dateline" if page.has_dateline(place.lead) else opening_of(words), first_sentence(words)
    goes_on = cues.goes_on(sentence) and not cues.names_head(sentence)
    refers = cues.refers(sentence) or cues.refers_to_office(sentence)
    tells = cues.names_office(words) or cues.tells_act(words)
    return Fact(
        sign,
        opening,
        _shape(place, sign, opening, apart, page),
        goes_on,
        refers,
        tells,
        bool(page.names[place.lead].full),
        new,
        fresh,
        apart,
        page.day_words(place.lead),
        block.end - block.start,
        page.text[block.end - 1] in FULL_STOPS,
        above == ":",
    )


def _is_new(names: Names, known: set[str] | frozenset[str]) -> bool:
    return not names.lone & known and len(names.full & known) < SAME_PERSON


def _shape(place: Candidate, sign: str, opening: str, apart: str, page: Reading) -> str:
    """Its sign, else the manner of the heading above it, else a rule above it, else its opening."""
    if sign:
        return sign
    if place.heading is not None:
        return _manner(page.content(place.heading)) + "headed"
    parted = "parted" if apart == "rule" else ""
    return parted or ("dated" if place.date is not None else "") or (opening if opening in STRIKING else "plain")


def _manner(heading: str) -> str:
    sign, begin = sign_of(heading)
    if sign:
        return sign
    return "capitals" if is_capitals(heading) else "day" if opening_of(heading[begin:]) == "day" else ""


def _apart(place: Candidate, page: Reading) -> str:
    """What stands above it and belongs to nothing: a rule or a lone star, other furniture, none."""
    above = [page.content(index) for index in range(place.above, place.lead)]
    if any(is_rule(line) or not any(map(str.isalnum, line)) for line in above):
        return "rule"
    return next((kind for line in above if (kind := furniture_kind(line)) is not None), "none")
