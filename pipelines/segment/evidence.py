"""How much speaks for an item beginning at a place. Each function looks at one thing and returns a small weight.

What belongs here: the weights. What does not: going through the page (`items`) and what pages look like (`reading`).
An item begins where the weights add up to ENOUGH, on a page that is one release by its layout ENOUGH_IF_SINGLE.
The weights were set on the hand-coded texts and on digests glued from single releases, so that single releases stay whole.
"""
from collections.abc import Callable
from datetime import date

from pipelines.ingest.headlines import is_headline, is_numbered, is_release_title
from pipelines.ingest.lines import is_capitals
from pipelines.segment import cues, layouts, parted
from pipelines.segment.candidate import Candidate
from pipelines.segment.cohesion import stems_of
from pipelines.segment.labels import has_label
from pipelines.segment.reading import LEAD_CHARS, Reading, days_between, recent

ENOUGH = 4
ENOUGH_IF_SINGLE = 7
WINDOW = 6  # paragraphs of the item so far that a new paragraph is compared with, counted from its end
FEW_SHARED, MANY_SHARED = 1, 4  # rare words
SMALL_SHARE, LARGE_SHARE = 0.08, 0.2  # of the rare words of a paragraph
OUTWEIGHS = 9  # more than all that can speak against a place
WIDE_GAP = 2  # empty lines
HISTORY_DAYS = 3 * 366
JOURNEY_DAYS = 4
REPEATED_SHARE = 0.7  # of a heading's words
ECHO = 2  # words that a headline and its first paragraph share


def weight(place: Candidate, so_far: range, page: Reading) -> int:
    """The sum of all evidence; `so_far` are the blocks of the item that would end here."""
    return sum(look(place, so_far, page) for look in EVIDENCE)


# ---------------------------------------------------------------- headings and what stands beside them


def dated(place: Candidate, so_far: range, page: Reading) -> int:
    """A date line or label of its own; without a heading it has to be complete, on a page of such lines, to count fully."""
    if place.date is None:
        return 2 if not page.is_journey and _has_day(place, page) else 0
    return 3 if place.heading is None and own_day(place, page) is not None and "headed" in page.proven else 2


def labelled(place: Candidate, so_far: range, page: Reading) -> int:
    """The same byline or label as above another story of the page ("Office of the Spokesperson")."""
    return int(any(page.labels[page.content(index)] > 1 for index in place.labels))


def headed(place: Candidate, so_far: range, page: Reading) -> int:
    """A heading that reads like the headline of a story or the title of a release, echoed by the paragraph below it."""
    if place.heading is None:
        return 0
    heading = page.content(place.heading)
    if is_numbered(heading):
        return 0 if page.is_numbered else -2
    return is_headline(heading) + is_release_title(heading) + _echoes(heading, page.content(place.lead))


def alike(place: Candidate, so_far: range, page: Reading) -> int:
    """A heading in capitals like the title of the page, above a paragraph that is not; or headlines, both."""
    if place.heading is None or page.title is None:
        return 0
    heading, lead = page.content(place.heading), page.content(place.lead)
    if is_headline(page.title) and is_headline(heading) and _echoes(heading, lead):
        return 1
    return 2 if is_capitals(page.title) and is_capitals(heading) and not is_capitals(lead) and "\n" not in heading else 0


def repeated(place: Candidate, so_far: range, page: Reading) -> int:
    """The heading of the item so far once more, as pages do that give a title in the list and above the text."""
    if place.heading is None:
        return 0
    new = stems_of(page.content(place.heading))
    headings = [page.cohesion.stems[index] for index in recent(so_far) if page.blocks[index].kind == "heading"]
    return -5 if new and len(new & frozenset().union(*headings)) >= REPEATED_SHARE * len(new) else 0


# ---------------------------------------------------------------- the first words of the paragraph


def dateline(place: Candidate, so_far: range, page: Reading) -> int:
    """An agency's dateline at the start of a paragraph: "SOFIA, Nov. 20 (Xinhua) --"."""
    if not page.has_dateline(place.lead):
        return 0
    return 4 if "datelined" in page.proven else 3


def starts_with_day(place: Candidate, so_far: range, page: Reading) -> int:
    """"On 5 May 2014 …": the first words say when; or, in a bulletin, another day than the item so far."""
    named = page.day_words(place.lead)
    if named is None or not page.proven & {"dated", "bulletin"} or ("peers" in page.proven and place.heading is None):
        return 0
    if page.is_bulletin and named not in {page.day_words(index) for index in recent(so_far)}:
        return 4
    if page.start_day(place.lead) is None or _is_history(page, place.lead):
        return 0
    return 3 if page.start_date(place.lead) is not None or _stands_by_its_date(place, so_far, page) else 2


def opens(place: Candidate, so_far: range, page: Reading) -> int:
    """Tells how an occasion began while the item so far has none that could be meant, is about other things, or stands apart."""
    if not page.proven or not cues.opens(page.content(place.lead)):
        return 0
    before = recent(so_far)
    alone = not any(cues.names_occasion(page.content(index)) for index in before)
    return 2 if alone or page.cohesion.shared(place.lead, before) == 0 or gap(place, so_far, page) else 0


def goes_on(place: Candidate, so_far: range, page: Reading) -> int:
    """A start that needs something before it, unless it opens an occasion whose header is lost."""
    content = page.content(place.lead)
    if place.heading is not None:
        return -2 if not _has_day(place, page) and cues.goes_on(content) else 0
    return -5 if is_numbered(content) or (cues.goes_on(content) and not cues.opens(content)) else 0


def introduces(place: Candidate, so_far: range, page: Reading) -> int:
    """In a bulletin: names an office and mostly words not used in the item so far."""
    lead = page.content(place.lead)[:LEAD_CHARS]
    if not page.is_bulletin or not cues.names_office(lead):
        return 0
    new = stems_of(lead)
    old = frozenset().union(*(page.cohesion.stems[index] for index in recent(so_far)))
    return int(len(new - old) * 2 >= len(new))


# ---------------------------------------------------------------- the paragraph and the page


def laid_out(place: Candidate, so_far: range, page: Reading) -> int:
    """Does what the layout of the page asks of a story's first paragraph."""
    if "listed" in page.proven and layouts.listed_with(place, page) is not None:
        return OUTWEIGHS  # whatever is said against numbers
    if "by_days" in page.proven and place.date is not None:
        return OUTWEIGHS
    if "in_runs" in page.proven and layouts.heads_run(place, page):
        return OUTWEIGHS
    if "run_in" in page.proven and has_label(page.content(place.lead)):
        return OUTWEIGHS
    if parted.begins_part(place, page):
        return OUTWEIGHS
    if "peers" in page.proven and layouts.heads_story(place, so_far, page, strict=False):
        return 4
    if "untitled" not in page.proven or not layouts.stands_alone(place, so_far, page):
        return 0
    return 4 if layouts.begins_story(place, page) else 2


def other_topic(place: Candidate, so_far: range, page: Reading) -> int:
    """Few or many rare words in common with the item so far. Many say nothing against a heading with a date of its own, and
    nothing against a dated paragraph where the item so far has its own day."""
    window = recent(so_far, WINDOW)
    shared, share = page.cohesion.shared(place.lead, window), page.cohesion.share(place.lead, window)
    if shared <= FEW_SHARED or share < SMALL_SHARE:
        return 1
    if shared < MANY_SHARED or share < LARGE_SHARE or _stands_by_its_date(place, so_far, page):
        return 0
    return -1 if page.is_bulletin or headed(place, so_far, page) > ECHO else -2


def gap(place: Candidate, so_far: range, page: Reading) -> int:
    """More empty lines above than paragraphs of the page have."""
    return int(page.blocks[place.above].blanks >= max(WIDE_GAP, page.usual_gap + 1))


def proven(place: Candidate, so_far: range, page: Reading) -> int:
    """The page is known to hold several items."""
    return int(bool(page.proven))


EVIDENCE: tuple[Callable[[Candidate, range, Reading], int], ...] = (
    dated, labelled, headed, alike, repeated, dateline, starts_with_day, opens, goes_on, introduces,
    laid_out, other_topic, gap, proven,
)


def own_day(place: Candidate, page: Reading) -> date | None:
    """The day of the date line that belongs to a place, or of its heading."""
    found = page.blocks[place.date].date if place.date is not None else None
    if found is None and place.heading is not None:
        return page.heading_date(place.heading)
    return found.day if found is not None else None


def _has_day(place: Candidate, page: Reading) -> bool:
    """A date line of its own, or a day in its heading."""
    return place.date is not None or (place.heading is not None and page.heading_day(place.heading) is not None)


def _echoes(heading: str, lead: str) -> bool:
    return len(stems_of(heading) & stems_of(lead[: 2 * LEAD_CHARS])) >= ECHO


def _is_history(page: Reading, index: int) -> bool:
    """The day at the start of a block lies years before the newest with which a block of the page starts."""
    day = page.start_date(index)
    return day is not None and page.newest is not None and (page.newest - day).days > HISTORY_DAYS


def _stands_by_its_date(place: Candidate, so_far: range, page: Reading) -> bool:
    """A heading with a date; or days at the start of this paragraph and of the item so far, where the new one is not among the
    next days of a journey."""
    if place.heading is not None and place.date is not None:
        return True
    here = page.start_day(place.lead)
    there = next((day for index in recent(so_far) if (day := page.start_day(index)) is not None), None)
    return here is not None and there is not None and not 0 <= days_between(there, here) <= JOURNEY_DAYS
