"""Cuts a stretch of text into sentences.

Lines come first: a blank line, a heading, a list item or a line that is only a date always stands alone, and the lines of a
hard-wrapped paragraph are put together again. Then nupunkt cuts each paragraph, and two corrections follow, from
`lexicon/abbreviations.tsv` (glue "Lt. | Gen.") and for full stops without a space ("the end.They left").
What does not belong here: which part of a page is worth reading (segment), what a sentence says (the other recognizers).
"""
import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Any

from pipelines.lexicon.loader import read_tsv

Span = tuple[int, int]

LINE = re.compile(r"[^\n\r\f\v\u2028\u2029\x85]++")
TERMINATED = re.compile(r"""[.!?…:;]["'”’»)\]\s]*+$""")
LOWER_START = re.compile(r"""["'“‘«(\[\s]*+[a-zß-öø-ÿ]""")
ITEM_START = re.compile(r"\s*+(?:[•·▪●*–—-]\s|\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,4})[.)]\s|[A-Z][A-Z. ]{1,40}:|[QA]:)")
DANGLING = re.compile(
    r"(?:,|\b(?:a|an|and|as|at|between|by|for|from|had|has|have|his|her|in|into|is|its|of|on|or|our|that|the|their|to|was|were|which|who|will|with))$"
)
MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}+\.?"
DAY = r"\d{1,2}(?:st|nd|rd|th)?"
DATE_LINE = re.compile(
    rf"\s*+(?:[A-Z][\w.'’ ]{{0,30}}+,?\s)?(?:\w{{3,9}},?\s)?(?:{DAY}[ ,.]*+{MONTH}|{MONTH}[ ,.]*+{DAY})[ ,.]*+(?:\d{{4}})?[ ,.]*+"
    r"(?:(?:at )?\d{1,2}[:.]\d\d(?::\d\d)?\s?(?:[ap]\.?m\.?)?)?\s*+$",
    re.IGNORECASE,
)
GLUED = re.compile(r"(?<=[a-z\d)”\"’]{3})[.!?](?=[A-Z“\"][a-z]++\s)")
ELLIPSIS = re.compile(r"(?:\.\.|…)\.*+$")
LAST_WORD = re.compile(r"(?:^|[\s(\[“\"'‘])([\w'’-]++(?:\.[\w-]++)*+)\.$")
STARTER = re.compile(
    r"\W*+(?:The|In|On|At|He|She|It|They|We|I|This|That|These|Those|A|An|After|Before|During|As|Both|But|And|For|Following|Earlier|Later|Then|There|"
    r"His|Her|Its|Their|Our|According|Also|While|When|With|If|To|By|From|Among|Such|Under|You)\b"
)
ODD_SPACE = str.maketrans(dict.fromkeys("\n\r\f\v\u2028\u2029\x85\t\xa0", " "))
LONGEST = 3_000  # characters of a sentence
MAX_WRAP = 120  # characters; a longer line is a paragraph of its own
FULL_LINE = 0.6  # of the block's longest line: shorter ones were not broken for want of room
WRAPS = 3  # so many lines that cannot but go on, and the text is hard-wrapped at the length of the longest of them
TIGHT = 0.9  # of that length: where the next word would have taken the line beyond it, the line was broken for want of room


def split(text: str, start: int, end: int) -> list[Span]:
    """Sentences of text[start:end] as absolute spans without surrounding white space, in order; they hold every other character."""
    sentences: list[Span] = []
    blocks = _blocks(text, start, end)
    margin = _margin(text, blocks)
    for block in blocks:
        for paragraph in _paragraphs(text, block, margin):
            sentences.extend(_sentences(text, *paragraph))
    return sentences


def _margin(text: str, blocks: list[list[Span]]) -> int | None:
    """The length at which the lines of a hard-wrapped text are broken; None where lines are paragraphs."""
    pairs = (pair for block in blocks for pair in pairwise(block))
    broken = [above[1] - above[0] for above, below in pairs if above[1] - above[0] <= MAX_WRAP and _cannot_stop(text, above, below)]
    return max(broken) if len(broken) >= WRAPS else None


def _cannot_stop(text: str, above: Span, below: Span) -> bool:
    """Does the line below go on in lower case, or does the one above break off after "of the"? A comma may end a line of a list."""
    return _continues(text, above, below) or (DANGLING.search(text[slice(*above)]) is not None and text[above[1] - 1] != ",")


def _trim(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - (len(piece) - len(piece.rstrip()))


def _lines(text: str, start: int, end: int) -> Iterator[Span]:
    for match in LINE.finditer(text, start, end):
        line = _trim(text, *match.span())
        if line[0] < line[1]:
            yield line


def _blocks(text: str, start: int, end: int) -> list[list[Span]]:
    """Lines with no blank line between them; a blank line inside a wrapped sentence ("... Poland, and | the ...") does not count."""
    blocks: list[list[Span]] = []
    for line in _lines(text, start, end):
        if blocks and (text.count("\n", blocks[-1][-1][1], line[0]) < 2 or _runs_over_blank(text, blocks[-1][-1], line)):
            blocks[-1].append(line)
        else:
            blocks.append([line])
    return blocks


def _runs_over_blank(text: str, above: Span, below: Span) -> bool:
    words = text[slice(*above)].split()
    gap = text.count("\n", above[1], below[0])
    goes_on = _continues(text, above, below) or (DANGLING.search(text[slice(*above)]) is not None and not ITEM_START.match(text, *below))
    return gap == 2 and len(words) > 2 and goes_on and above[1] - above[0] <= MAX_WRAP


def _continues(text: str, above: Span, below: Span) -> bool:
    """The line below cannot but go on: it starts in lower case after a line without full stop."""
    return bool(LOWER_START.match(text, *below)) and not TERMINATED.search(text[slice(*above)]) and not ITEM_START.match(text, *below)


def _paragraphs(text: str, block: list[Span], margin: int | None) -> Iterator[Span]:
    width = max(end - start for start, end in block)
    pairs = list(pairwise(block))
    wrapped = width <= MAX_WRAP and 4 * sum(_continues(text, *pair) for pair in pairs) >= len(pairs) > 0
    start = block[0][0]
    for above, below in pairs:
        if not (_joined(text, above, below, width if wrapped else None) or (margin and _broken_at(text, above, below, margin))):
            yield start, above[1]
            start = below[0]
    yield start, block[-1][1]


def _joined(text: str, above: Span, below: Span, width: int | None) -> bool:
    """Whether two neighbouring lines are one paragraph. `width`: longest line of a hard-wrapped block, None elsewhere."""
    line = text[slice(*above)]
    goes_on = _continues(text, above, below) or (DANGLING.search(line) is not None and not line.isupper())
    if not goes_on and (width is None or above[1] - above[0] < FULL_LINE * width):
        return False  # most lines, for whose dates nobody needs to look
    if _stands_alone(text, above, below):
        return False
    if goes_on:
        return True
    return line.isupper() == text[slice(*below)].isupper() and (not TERMINATED.search(line) or _abbreviated(line) is not None)


def _stands_alone(text: str, above: Span, below: Span) -> bool:
    """Is one of two lines only a date, or the one below an item of a list?"""
    return bool(DATE_LINE.match(text, *above) or DATE_LINE.match(text, *below) or ITEM_START.match(text, *below))


def _broken_at(text: str, above: Span, below: Span, margin: int) -> bool:
    """Was the line above broken because the next word would have gone beyond the margin? Then it goes on below, in capitals or not."""
    if _stands_alone(text, above, below):
        return False
    line, following = text[slice(*above)], text[slice(*below)]
    if TERMINATED.search(line) or line.isupper() != following.isupper():
        return False
    return TIGHT * margin <= len(line) + 1 + len(following.split(None, 1)[0]) and len(line) <= margin


@cache
def _abbreviations() -> dict[str, str]:
    return {row["abbreviation"]: row["class"] for row in read_tsv("abbreviations.tsv")}


@cache
def _tokenizer() -> Any:
    from nupunkt import load

    model = load("default")
    for surface, kind in sorted(_abbreviations().items()):
        if kind == "title":
            model._params.add_abbreviation(surface)
    return model


def _sentences(text: str, start: int, end: int) -> Iterator[Span]:
    piece = text[start:end].translate(ODD_SPACE)
    spans = [(start + first, start + last) for first, last in _tokenizer().span_tokenize(piece)] or [(start, end)]
    for first, last in _glue(text, spans):
        cuts = [first, *(cut.end() for cut in GLUED.finditer(text, first, last) if _abbreviated(text[first : cut.end()]) is None), last]
        for left, right in pairwise(cuts):
            sentence = _trim(text, left, right)
            if sentence[0] < sentence[1]:
                yield from _bounded(text, *sentence)


def _bounded(text: str, start: int, end: int) -> Iterator[Span]:
    """The sentence, cut behind a comma or a word where it is longer than any that somebody wrote: what looks at a sentence may then take
    time with its square."""
    while end - start > LONGEST:
        reach = start + LONGEST
        cut = max(text.rfind(mark, start + LONGEST // 2, reach) for mark in (";", ","))
        cut = cut if cut > 0 else text.rfind(" ", start + 1, reach)
        left = _trim(text, start, cut + 1 if cut > 0 else reach)
        if left[0] < left[1]:
            yield left
        start = _trim(text, cut + 1 if cut > 0 else reach, end)[0]
    if start < end:
        yield start, end


def _glue(text: str, spans: list[Span]) -> Iterator[Span]:
    """Put together what was cut after an abbreviation or inside an ellipsis; the spans also close up to each other."""
    start, end = spans[0]
    for after in spans[1:]:
        if not _goes_on(text, start, end, after):
            yield start, after[0]
            start = after[0]
        end = after[1]
    yield start, end


def _goes_on(text: str, start: int, end: int, after: Span) -> bool:
    before = text[max(start, end - 60) : end].rstrip()
    if ELLIPSIS.search(before) and LOWER_START.match(text, *after):
        return True
    kind = _abbreviated(before)
    return kind == "title" or (kind == "open" and not STARTER.match(text, *after))


def _abbreviated(before: str) -> str | None:
    """The class of the abbreviation that ends `before`, None if none does. A single initial counts as a title."""
    word = LAST_WORD.search(before[-60:])
    if word is None:
        return None
    surface = word.group(1)
    if len(surface) == 1 and surface.isupper():
        return "open"
    known = _abbreviations()
    whole = surface.lower()
    return known.get(whole) or known.get(whole.rpartition(".")[2]) or known.get(whole.rpartition("-")[2])  # "the Qatar-U.S. Dialogue"
