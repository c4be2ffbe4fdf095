"""Documents that a sentence counts and then tells by what each is about: "three agreements, on shipping, on tourism and on transport",
"two MoUs, one on air services and the other on dairy cooperation".

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
END = re.compile(
    r"[.;:!?()\[\]\"“”\n]|,(?!\s(?:and\s)?(?:the\s)?(?:one|another|other|on|for|concerning|regarding|in)\b)|"
    r"\s(?:were|was|have|had|has|are|is|will|which|that|who|while|with|by|at|signed|in \d{4}|and (?:[a-z]++(?<=ed)|met|held|went|then))\b"
)
DEED = re.compile(r"\s(?:(?:were|was|being|have been|had been|are to be|will be)\s)?(?:signed|exchanged|concluded|inked|initialled)\b")


def with_listed(text: str, end: int, head: InstrumentMention, head_end: int) -> Iterator[InstrumentMention]:
    """The plural `head`, whose noun ends at `head_end`, and after it the documents that text[head_end:end] tells of it one by one; nothing
    if it does not."""
    told = list(_told(text, head_end, min(end, head_end + REACH)))
    if 1 < len(told) <= MOST and (head.count == len(told) or told[0][2]):
        noun = " ".join(text[head.start : head_end].split())
        yield replace(head, end=head_end, title=noun, subjects=subjects_of(noun), specific=False)
        for first, last, _ in told:
            title = " ".join(text[first:last].split())
            yield replace(head, start=first, end=last, title=title, subjects=subjects_of(title), count=None, specific=True)


def _told(text: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """Start and end of every "on …", and whether the first one is "one on …"."""
    deed = DEED.match(text, start, end)
    mark = MARK.match(text, deed.end() if deed else start, end)
    mark = mark if mark is None or deed is None or mark["one"] else None
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
