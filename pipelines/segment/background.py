"""Which parts of a page recall instead of report: a section headed "Background", or an essay between the items of a digest.

What belongs here: whole paragraphs. What does not: single recalled occasions inside an item (coding).
"""
from pipelines.segment import cues
from pipelines.segment.reading import Reading

MIN_ESSAY_PARAGRAPHS = 4
MAX_ACT_SHARE = 0.3  # of the paragraphs of an essay may tell of official acts


def is_essay(item: range, page: Reading) -> bool:
    """A long stretch without a heading, day or dateline at its start, in which hardly any official does anything."""
    first = item.start
    if page.blocks[first].kind != "prose" or page.start_day(first) is not None or page.has_dateline(first):
        return False
    prose = [page.content(index) for index in item if page.blocks[index].kind == "prose"]
    if len(prose) < MIN_ESSAY_PARAGRAPHS:
        return False
    return sum(map(cues.tells_act, prose)) <= MAX_ACT_SHARE * len(prose)


def background_section(item: range, page: Reading) -> int | None:
    """The block that heads a background section, after at least one paragraph of the item."""
    seen_prose = False
    for index in item:
        kind = page.blocks[index].kind
        if seen_prose and kind in ("heading", "scrap", "furniture") and cues.heads_background(page.content(index)):
            return index
        seen_prose = seen_prose or kind == "prose"
    return None
