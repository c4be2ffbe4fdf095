"""Layouts by which a page shows that it holds several stories: a list of briefs, days, headings of one rank, untitled paragraphs.

What belongs here: what a paragraph has to be for each layout, and whether the page has it. What does not: what it weighs (`evidence`).
A layout proves nothing below the title of a story, apart from headings of the title's own rank: such a page tells one story in parts.
"""
import re
from itertools import pairwise

from pipelines.ingest.headlines import is_headline, is_numbered, names_document
from pipelines.lexicon.countries import iso_of
from pipelines.segment import cues
from pipelines.segment.candidate import Candidate
from pipelines.segment.cohesion import stems_of
from pipelines.segment.labels import has_label, labels_itself
from pipelines.segment.names import names_of
from pipelines.segment.reading import Reading, recent

INTRODUCTION_CHARS = 350
BULLET = re.compile(
    r"(?P<sign>[-–—•*·▪■●►»+])(?P=sign){0,2}\s{0,3}(?=[^\W\d_a-z])|\(?(?P<number>\d{1,2})[.)/]\s{1,3}(?=[^\W\d_a-z])"
    r"|(?P<time>\d{1,2}(?:[:.]\d\d(?:\s?h(?:rs)?\b)?|(?:[:.]\d\d)?\s?[ap]\.?m\b\.?))\s{0,4}[-–—:|]{0,2}\s{1,4}(?=[^\W\d_a-z])"
    r"|(?P<day>\d{1,2}/\d{1,2})\.?:?\s{1,3}(?:[-–—|]\s)?(?=[^\W\d_a-z])"
)
AFTER_DAY = re.compile(r"\t|\s(?=[A-ZÀ-Þ])|\s{2,4}|\s[-–—|:]\s|:\s")
SECTION_WORDS = 3
LEAD_IN = re.compile(r"[^\n]{0,60}?[-–—:)]\s{1,3}(?=[•*▪■●►])")  # a dateline before the first bullet of a page
SENTENCE = re.compile(r"(?<=[^\W\d_A-Z]{2}[.!?])\s")
SAME_PERSON = 2  # words of a name that make it the same
MANY_BULLETS = 4
MIN_BULLETS, MIN_DAYS, MIN_UNTITLED, MIN_IN_COLUMN = 2, 2, 3, 2
MIN_HEADED, MIN_HEADLINED = 2, 3  # where no banner stands above
MOST, HALF, SOME = 0.7, 0.5, 0.4  # of the paragraphs of a layout do what all of them should


def bullet(paragraph: str) -> str | None:
    """The sign a paragraph is listed with, else "number", "time" or "day"; None: it is not listed."""
    found = _bullet(paragraph)
    return found["sign"] or next(kind for kind in ("number", "time", "day") if found[kind]) if found else None


def listed_with(place: Candidate, page: Reading) -> str | None:
    """The same for the first paragraph of a place; "day" for a row of a table or list that starts with its day."""
    mention = page.mentions[place.lead]
    if mention is not None and mention.start == page.blocks[place.lead].start and AFTER_DAY.match(page.text, mention.end):
        return "day"
    return bullet(page.content(place.lead))


def begins_story(place: Candidate, page: Reading) -> bool:
    """Needs nothing before it, and names who acts: an office, and somebody or something by full name."""
    start = _start(page.content(place.lead))
    return not cues.goes_on(first_sentence(start)) and _tells(start) and bool(names_of(start).full)


def is_new(place: Candidate, so_far: range, page: Reading, strict: bool) -> bool:
    """Shares no name with the item so far, apart from one word of a full name; unless `strict`, names that the page is about do
    not count."""
    mine, before = page.names[place.lead], [page.names[index] for index in recent(so_far)]
    theirs: frozenset[str] = frozenset().union(*(names.all for names in before)) - (frozenset() if strict else page.themes)
    return not mine.lone & theirs and len(mine.full & theirs) < SAME_PERSON


def stands_alone(place: Candidate, so_far: range, page: Reading) -> bool:
    """Needs nothing before it, tells of officials or their acts, and shares no name; on the page of a column names may be missing."""
    content = page.content(place.lead)
    start = _start(content)
    if page.is_column and labels_itself(content):
        return True
    named = page.is_column or bool(names_of(start).full)
    goes_on = cues.goes_on(first_sentence(start)) and not (page.is_column and cues.names_head(start))
    return named and _tells(start) and not goes_on and is_new(place, so_far, page, strict=not page.is_column)


# ---------------------------------------------------------------- layouts


def listed(places: list[Candidate], page: Reading) -> bool:
    """Paragraphs from the first one on are bullets of one kind, whole sentences, most of all, or many; and most of them begin a story."""
    if page.has_headline:
        return False
    signs = [listed_with(place, page) for place in places]
    bullets = [place for place, sign in zip(places, signs, strict=True) if sign is not None and sign == signs[0]]
    if len(bullets) < max(MIN_BULLETS, MOST * len(places)) and len(bullets) < max(MANY_BULLETS, HALF * len(places)):
        return False
    if any(page.content(place.lead).endswith((";", ":", ",")) for place in bullets):
        return False
    return sum(_introduces(place, page) for place in bullets) >= (HALF if signs[0] == "time" or page.is_column else MOST) * len(bullets)


def run_in(places: list[Candidate], page: Reading) -> bool:
    """No headline, and paragraphs from the first one on carry their headings; most of them tell of others than the one before."""
    if page.has_headline or (page.title is not None and names_document(page.title)) or not has_label(page.content(places[0].lead)):
        return False
    labelled = [place for place in places if place.heading in (None, 0) and has_label(page.content(place.lead))]
    if len(labelled) < max(MIN_UNTITLED, HALF * len(places)):
        return False
    told = sum(_introduces(place, page) for place in labelled)
    pairs = [(one.start if page.has_banner else 0, after) for one, after in pairwise(labelled)]
    new = sum(is_new(after, range(start, after.above), page, strict=True) for start, after in pairs)
    return told >= HALF * len(labelled) and new >= MOST * len(pairs)


def in_runs(places: list[Candidate], page: Reading) -> bool:
    """No headline, and paragraphs stand in runs that empty lines part; most runs tell of officials and need nothing before them."""
    heads = [place for place in places if _heads_run(place, page)]
    if page.has_headline or len(heads) < MIN_UNTITLED or any(place.heading for place in places):
        return False
    if len(places) - len(heads) < SOME * len(heads):
        return False  # hardly any run has a second line
    told = sum(_introduces(place, page) for place in heads)
    new = sum(is_new(after, range(one.start, after.above), page, strict=not page.has_banner) for one, after in pairwise(heads))
    return begins_story(heads[0], page) and told >= MOST * len(heads) and new >= MOST * (len(heads) - 1)


def heads_run(place: Candidate, page: Reading) -> bool:
    """The first paragraph below an empty line, if it needs nothing before it."""
    return _heads_run(place, page) and not cues.goes_on(first_sentence(_start(page.content(place.lead))))


def _heads_run(place: Candidate, page: Reading) -> bool:
    return page.blocks[place.above].blanks > 0 or place.above == 0 or place.heading == 0


def by_days(places: list[Candidate], page: Reading) -> bool:
    """Different date lines stand right above paragraphs or their headings, from the first one on."""
    dated = [place for place in places[1:] if place.date is not None]
    days = {page.content(place.date) for place in dated if place.date is not None}
    return page.is_dated_above and not page.has_headline and len(days) + 1 >= MIN_DAYS


def peers(places: list[Candidate], page: Reading) -> bool:
    """A banner, then headings of which half have a story of their own below them; or, without a banner, all of them, who acts
    named in full. No heading stands below another one."""
    if (page.title is None and not page.is_column) or _is_stacked(places[0], page):
        return False
    headed = [index for index in range(1, len(places)) if places[index].heading is not None]
    new = [index for index in headed if heads_story(places[index], range(places[index - 1].start, places[index].above), page)]
    headings = [page.content(place.heading) for place in places[1:] if place.heading is not None]
    if page.title and names_document(page.title) and not all(map(is_headline, headings)):
        return False  # the parts of a statement
    if page.has_headline and not page.is_column and sum(map(_names_section, headings)) > HALF * len(headings):
        return False  # the parts of one story
    if page.has_banner:
        return bool(headed) and len(new) >= HALF * len(headed)
    if len(new) == len(headed) >= MIN_HEADED and all(begins_story(places[index], page) for index in headed):
        return True
    return _are_headlined([places[index] for index in headed], page)


def _are_headlined(headed: list[Candidate], page: Reading) -> bool:
    """Headings long enough to tell something, that come back in the paragraph below them, which means nothing told before."""
    if len(headed) < MIN_HEADLINED:
        return False
    headings = [page.content(place.heading) for place in headed if place.heading is not None]
    echoed = [stems_of(page.content(place.lead)) & stems_of(heading) for place, heading in zip(headed, headings, strict=True)]
    alone = [place for place in headed if _is_independent(first_sentence(_start(page.content(place.lead))))]
    told = [place for place in headed if begins_story(place, page)]
    telling = [heading for heading in headings if len(heading.split()) > SECTION_WORDS]
    return sum(map(bool, echoed)) >= HALF * len(headed) and len(telling) >= HALF * len(headed) and (
        len(alone) >= MOST * len(headed) and len(told) >= SOME * len(headed)
    )


def _is_independent(sentence: str) -> bool:
    return not (cues.goes_on(sentence) or cues.refers(sentence) or cues.refers_to_office(sentence))


def heads_story(place: Candidate, so_far: range, page: Reading, strict: bool = True) -> bool:
    """A heading above a paragraph that needs nothing before it and has no name in common with the item so far; if `strict` it tells of
    officials or somebody by name, or stands in a column."""
    if place.heading is None or page.blocks[place.lead].kind != "prose" or bullet(page.content(place.lead)) is not None:
        return False
    heading = page.content(place.heading)
    if page.title and iso_of(page.title) and iso_of(heading):
        return True  # one country after the other
    if cues.heads_background(heading) or len(heading.split()) == 1 or (is_numbered(heading) and not page.is_numbered):
        return False
    start = _start(page.content(place.lead))
    goes_on = cues.goes_on(first_sentence(start)) and not cues.names_head(start)
    told = _tells(start) or bool(names_of(start).full)
    if strict and not page.is_column and (not told or cues.refers(first_sentence(start))):
        return False
    return not goes_on and is_new(place, so_far, page, strict=False)


def untitled(places: list[Candidate], page: Reading) -> bool:
    """No title, or one that is not above a story, and every paragraph stands alone; in a column some do."""
    is_open = page.title is None or (page.is_column and not page.has_headline) or heads_page(places, page)
    if not is_open or len(places) < (MIN_IN_COLUMN if page.is_column else MIN_UNTITLED) or not begins_story(places[0], page):
        return False
    if sum(place.heading is not None for place in places) > MIN_HEADED or page.has_dateline(places[0].lead):
        return False  # stories of this page begin with a heading, or a dateline
    alone = sum(stands_alone(place, range(places[0].start, place.above), page) for place in places[1:])
    return alone >= (SOME if page.is_column else 1) * (len(places) - 1)


def heads_page(places: list[Candidate], page: Reading) -> bool:
    """The title is that of the page: the only one, no headline, and not echoed by the paragraph below it."""
    return is_only_heading(page) and not stems_of(page.title or "") & stems_of(page.content(places[0].lead))


def is_only_heading(page: Reading) -> bool:
    """The title is no headline, and no other heading stands on the page."""
    if page.title is None or page.has_headline or page.is_column:
        return False
    return sum(block.kind == "heading" for block in page.blocks) == 1


# ---------------------------------------------------------------- paragraphs


def _is_stacked(first: Candidate, page: Reading) -> bool:
    """A heading stands between the title of a story and its first paragraph."""
    below = [page.content(index) for index in range(1, first.lead) if page.blocks[index].kind == "heading"]
    names_page = page.is_column or (page.title is not None and not page.has_headline and all(map(is_headline, below)))
    return bool(below) and not names_page


def _names_section(heading: str) -> bool:
    """A few words and no news: "In Namibia", "Economic relations"."""
    return len(heading.split()) <= SECTION_WORDS and not is_headline(heading)


def _introduces(place: Candidate, page: Reading) -> bool:
    """A bullet that needs nothing before it and tells of officials, or of somebody by full name."""
    start = _start(page.content(place.lead))
    goes_on = cues.goes_on(first_sentence(start)) and not cues.names_head(start)
    return not goes_on and (_tells(start) or bool(names_of(start).full))


def _tells(start: str) -> bool:
    return cues.names_office(start) or cues.tells_act(start)


def _bullet(paragraph: str) -> re.Match[str] | None:
    lead_in = LEAD_IN.match(paragraph)
    return BULLET.match(paragraph, lead_in.end() if lead_in else 0)


def _start(content: str) -> str:
    """The first characters, without the bullet."""
    found = _bullet(content)
    return content[found.end() if found else 0 :][:INTRODUCTION_CHARS]


def first_sentence(start: str) -> str:
    return SENTENCE.split(start, maxsplit=1)[0]
