"""Layouts in which lines or signs part the stories of a page: rules, lines that come back above each heading, agency tags.

What belongs here: whether such a line stands above a place, and whether they part the page. What does not: by what a line is known again
(`marks`), what a place weighs (`evidence`).
"""
import re
from functools import cache

from pipelines.lexicon.loader import read_tsv, split_cell
from pipelines.segment import cues
from pipelines.segment.candidate import Candidate
from pipelines.segment.marks import OFTEN, is_rule, mark_of, may_part
from pipelines.segment.names import names_of
from pipelines.segment.reading import Reading

MIN_PLACES = 2
TAG = re.compile(
    r"[\w)\"”][.!?][\"”]?\s{0,2}(?:"
    r"\((?P<in>[A-Z][\w/-]{1,12})\)|/(?P<between>[A-Z][\w-]{1,12})/|[-–—]{1,2} ?(?P<after>[A-Z]{3,10}))$")
LONGEST_TAG = 25  # characters, with the end of the sentence
MOST, HALF, SOME = 0.7, 0.5, 0.3  # of the parts


def begins_part(place: Candidate, page: Reading) -> bool:
    """Stands below a line that is proven to part the page."""
    if "closed" in page.proven and place.closed and place.heading is not None:
        return True
    if "tagged" in page.proven and below_tag(place, page):
        return True
    return ("ruled" in page.proven and below_rule(place, page)) or ("framed" in page.proven and below_mark(place, page))


def below_tag(place: Candidate, page: Reading) -> bool:
    """The paragraph above ends with the sign of an agency: "… (STA)", "… /QNA/"."""
    return place.above > 0 and _is_tagged(page.content(place.above - 1))


def tagged(places: list[Candidate], page: Reading) -> bool:
    """Such signs end paragraphs, the last one too, and what follows them needs nothing before it."""
    if not _is_tagged(page.content(places[-1].lead)):
        return False
    parts = [place for place in places[1:] if below_tag(place, page)]
    return len(parts) >= MIN_PLACES and _are_stories(parts, page)


def below_rule(place: Candidate, page: Reading) -> bool:
    """A rule stands above the paragraph and its heading."""
    return any(is_rule(line) for line in _furniture(place, page))


def below_mark(place: Candidate, page: Reading) -> bool:
    """A line that comes back stands above the heading of a paragraph."""
    return place.heading is not None and any(page.marks[mark_of(line)] >= OFTEN and may_part(line) for line in _furniture(place, page))


def ruled(places: list[Candidate], page: Reading) -> bool:
    """Rules part the page, and most of the parts need nothing before them."""
    parts = [place for place in places[1:] if below_rule(place, page)]
    return len(parts) >= MIN_PLACES and _are_stories(parts, page)


def framed(places: list[Candidate], page: Reading) -> bool:
    """A line that comes back stands above the headings, and most of the paragraphs below them need nothing before them."""
    parts = [place for place in places[1:] if below_mark(place, page)]
    headed = sum(place.heading is not None for place in places[1:])
    return len(parts) >= max(MIN_PLACES, HALF * headed) and _are_stories(parts, page)


def closed(places: list[Candidate], page: Reading) -> bool:
    """Date lines end what stands above headings."""
    return sum(place.closed and place.heading is not None for place in places) >= MIN_PLACES


def _is_tagged(content: str) -> bool:
    found = TAG.search(content[-LONGEST_TAG:])
    name = next(filter(None, found.groups()), "") if found else ""
    return name.isupper() or name in _agencies()


@cache
def _agencies() -> frozenset[str]:
    return frozenset(name for row in read_tsv("agencies.tsv") for name in split_cell(row["names"]))


def _furniture(place: Candidate, page: Reading) -> list[str]:
    return [page.content(index) for index in range(place.above, place.start) if page.blocks[index].kind == "furniture"]


def _are_stories(parts: list[Candidate], page: Reading) -> bool:
    """Most of the parts need nothing before them, and some tell of officials."""
    alone = [place for place in parts if not cues.goes_on(page.content(place.lead)) or cues.names_head(page.content(place.lead))]
    told = [place for place in parts if _tells(page.content(place.lead))]
    return len(alone) >= MOST * len(parts) and len(told) >= SOME * len(parts)


def _tells(content: str) -> bool:
    return cues.names_office(content) or cues.tells_act(content) or bool(names_of(content).full)
