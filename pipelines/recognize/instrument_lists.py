"""Documents that a sentence counts and then tells by what each is about: "three agreements, on shipping, on tourism and on transport",
"two MoUs, one on air services and the other on dairy cooperation", "an agreement on air traffic and one on taxation".

What does not belong here: noun groups of single documents (`instruments`), and lists of several lines (coding).
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from pipelines.model.mention import InstrumentMention
from pipelines.recognize.instrument_group import ASIDES, DAY
from pipelines.recognize.instrument_words import subjects_of

REACH = 400  # characters behind the noun in which its documents are told
MOST = 12
ABOUT = r"(?:on|for|concerning|regarding|about|in the (?:fields?|areas?|spheres?) of)"
JOINT = r"(?:\s*+[,;:]|\s++[–—-])?\s++(?:(?:including|namely|and|or|among them)\s++)?"
ONE = r"(?:the\s++)?(?:one|another|other|first|second|third|fourth|a (?:second|third))\s++"
MARK = re.compile(rf"{JOINT}(?P<one>{ONE})?(?P<about>{ABOUT})\s++(?=[^\W\d])")
LATER = re.compile(rf"\s?[,:;–—]\s(?P<one>{ONE})(?P<about>{ABOUT})\s++(?=[^\W\d])")
FIELDS = re.compile(rf",?\s(?P<about>{ABOUT})\s++(?=[^\W\d])")
COMMA = re.compile(r",\s(?:and\s)?|\sand\s")
FEWEST = 3  # fields: two may be what one document is about
WHEN = (
    r"\s(?:on\s)?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\d{1,2}\s[A-Z]|(?:Jan|Febr|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)[a-z]*+\s\d)|"
    r"\sin\s[A-Z][\w’'-]*+(?:\s[A-Z][\w’'-]*+)?(?=\s(?:on|in)\b|[.,;:]|$)"  # where and when it was signed
)
VERBS = r"\s(?:were|was|have|had|has|are|is|will|which|that|who|while|with|by|at|during|today|yesterday|signed|in \d{4}"
END = re.compile(
    r"[.;:!?()\[\]\"“”\n]|,(?!\s(?:and\s)?(?:the\s)?(?:one|another|other|on|for|concerning|regarding|in)\b)|"
    rf"{VERBS}|and (?:[a-z]++(?<=ed)|met|held|went|then))\b|{WHEN}"
)
STOP = re.compile(rf"[.;:!?()\[\]\"“”\n]|,?{VERBS})\b|,?(?:{WHEN})")
DEED = re.compile(r"\s(?:(?:were|was|being|have been|had been|are to be|will be)\s)?(?:signed|exchanged|concluded|inked|initialled)\b")


def with_listed(text: str, end: int, head: InstrumentMention, head_end: int) -> Iterator[InstrumentMention]:
    """The plural `head`, whose noun ends at `head_end`, and after it the documents that text[head_end:end] tells of it one by one; nothing
    if it does not."""
    stop = min(end, head_end + REACH)
    told = list(_told(text, head_end, stop))
    if 1 < len(told) <= MOST and (head.count == len(told) or told[0][2] or (head.count is None and _repeats(text, told))):
        yield _numbered(text, head, head_end)
        for first, last, _ in told:
            yield _single(text, head, first, last)
    elif head.count is not None and FEWEST <= head.count == len(fields := list(_fields(text, head_end, stop))):
        yield _numbered(text, head, head_end)
        about = FIELDS.match(text, head_end)["about"]  # type: ignore[index]
        for first, last in fields:
            single = _single(text, head, first, last)
            yield single if first == fields[0][0] else replace(single, title=f"{about} {single.title}")


def _numbered(text: str, head: InstrumentMention, end: int) -> InstrumentMention:
    """The plural without what it is about."""
    noun = " ".join(text[head.start : end].split())
    return replace(head, end=end, title=noun, subjects=subjects_of(noun), specific=False)


def _single(text: str, head: InstrumentMention, first: int, last: int) -> InstrumentMention:
    title = " ".join(text[first:last].split())
    return replace(head, start=first, end=last, title=title, subjects=subjects_of(title), count=None, specific=True)


def _repeats(text: str, told: list[tuple[int, int, bool]]) -> bool:
    """ "agreements on shipping, on tourism and on transport": the preposition is the same, and a comma or "and" stands before it."""
    abouts = {text[first:last].split(" ", 1)[0] for first, last, _ in told}
    return len(abouts) == 1 and all(text[:first].endswith((", ", "and ", "or ")) for first, _, _ in told[1:])


def with_another(text: str, end: int, one: InstrumentMention) -> Iterator[InstrumentMention]:
    """The document `one`, and those that "one on …" and "another on …" tell right behind it."""
    yield one
    at = one.end
    while (mark := MARK.match(text, at, min(end, at + REACH))) is not None and mark["one"]:
        stop = END.search(text, mark.end(), end)
        found = MARK.search(text, mark.end(), stop.start() + 1 if stop else end)
        at = len(text[: found.start() if found else stop.start() if stop else end].rstrip(" ,"))
        yield _single(text, one, mark.start("about"), at)


def _fields(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Start and end of what a comma or "and" divides: "on vocational training, phosphates, air services and prisons"."""
    mark = FIELDS.match(text, start, end)
    if mark is None or _aside(text, mark.end()):
        return
    stop = STOP.search(text, mark.end(), end)
    edge = stop.start() if stop else end
    first = mark.start("about")
    for comma in COMMA.finditer(text, mark.end(), edge):
        yield first, comma.start()
        first = comma.end()
    yield first, edge


def _told(text: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """Start and end of every "on …", and whether the first one is "one on …"."""
    deed = DEED.match(text, start, end)
    mark = MARK.match(text, deed.end() if deed else start, end)
    mark = mark if mark is None or deed is None or mark["one"] else None
    mark = mark if mark is not None and (mark["one"] or not _aside(text, mark.end())) else LATER.search(text, start, end)
    singly = bool(mark and mark["one"])
    while mark is not None and not _aside(text, mark.end()):
        stop = END.search(text, mark.end(), end)
        edge = stop.start() if stop else end
        found = MARK.search(text, mark.end(), edge + 1 if stop and text[edge] == "," else edge)
        yield mark.start("about"), len(text[: found.start() if found else edge].rstrip(" ,")), singly
        mark = found


def _aside(text: str, at: int) -> bool:
    """ "on Friday", "on the sidelines": how it was signed, not what it is about."""
    words = [word.rstrip(",") for word in text[at : at + 40].split()[:2]]
    return DAY.match(words[0]) is not None or not ASIDES.isdisjoint(map(str.lower, words))
