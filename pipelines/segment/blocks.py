"""The body of a page as blocks: paragraphs of prose, headings, date lines, furniture.

What belongs here: joining hard-wrapped lines and naming what each block is. What does not: where a story begins.
"""
from dataclasses import dataclass, replace
from itertools import pairwise

from pipelines.ingest.furniture import furniture_kind
from pipelines.ingest.lines import SENTENCE_WORDS, Line, ends_sentence, is_heading, is_prose
from pipelines.ingest.page_dates import PageDate, page_date
from pipelines.segment.cues import needs_antecedent

WRAP_SHARE = 0.4  # of the line ends in a run that do not end a sentence, if the run is hard-wrapped
WRAP_CHARS = 45
MAX_WRAPPED_LINE = 130
LEAST_WORDS = 4  # of a sentence below a heading
BULLETS = "•▪■●►*–-»"
MIN_BULLETED = 2


@dataclass(frozen=True, slots=True)
class Block:
    """`kind`: prose, heading, date, furniture, scrap. `blanks`: empty lines above it. `date`: what dates it, for a date
    line or for prose that starts with a dateline."""

    start: int
    end: int
    kind: str
    blanks: int
    date: PageDate | None = None

    def of(self, text: str) -> str:
        return text[self.start : self.end]


def blocks_of(lines: list[Line], text: str) -> list[Block]:
    """Blocks in order; every line is in exactly one."""
    blocks: list[Block] = []
    for run in _runs(lines):
        for line in _unwrap(run, text):
            if blocks and _continues(line, blocks[-1], text):
                before = blocks[-1]
                kind = "prose" if ends_sentence(line.of(text)) else before.kind
                blocks[-1] = Block(before.start, line.end, kind, before.blanks, before.date)
            else:
                blocks.append(_below_heading(_block(line, text), blocks, text))
    return _with_bulleted_headings(blocks, text)


def _below_heading(block: Block, above: list[Block], text: str) -> Block:
    """A short sentence is prose below a heading: "The Chairman thanked the volunteers."""
    sentence = block.kind == "scrap" and len(block.of(text).split()) >= LEAST_WORDS and text[block.end - 1] in ".!?"
    return replace(block, kind="prose") if sentence and above and above[-1].kind == "heading" else block


def _with_bulleted_headings(blocks: list[Block], text: str) -> list[Block]:
    """Bullets are headings where most of them have prose without bullet below."""
    bullets = [index for index, block in enumerate(blocks) if block.kind in ("prose", "scrap") and _is_bulleted_heading(block.of(text))]
    known = frozenset(bullets)
    heads = [index for index in bullets if index + 1 < len(blocks) and blocks[index + 1].kind == "prose" and index + 1 not in known]
    if len(heads) < MIN_BULLETED or len(heads) < len(bullets):
        return blocks
    heads_set = frozenset(heads)
    return [replace(block, kind="heading") if index in heads_set else block for index, block in enumerate(blocks)]


def _is_bulleted_heading(content: str) -> bool:
    return content[0] in BULLETS and "\n" not in content and not ends_sentence(content) and is_heading(content.lstrip(BULLETS + " "))


def _runs(lines: list[Line]) -> list[list[Line]]:
    """Lines without an empty line between them."""
    runs: list[list[Line]] = []
    for line in lines:
        if line.blanks or not runs:
            runs.append([])
        runs[-1].append(line)
    return runs


def _unwrap(run: list[Line], text: str) -> list[Line]:
    """A hard-wrapped run becomes one line, apart from date and label lines above it; any other run stays as it is."""
    if not _is_wrapped(run, text):
        return run
    first = 0
    while first < len(run) - 1 and _block(run[first], text).kind in ("date", "furniture"):
        first += 1
    return [*run[:first], Line(run[first].start, run[-1].end, run[first].blanks)]


def _is_wrapped(run: list[Line], text: str) -> bool:
    lines = [line.of(text) for line in run]
    if len(lines) < 2 or max(map(len, lines)) > MAX_WRAPPED_LINE:
        return False
    broken = sum(_is_broken(one, after) for one, after in pairwise(lines))
    return broken >= WRAP_SHARE * (len(lines) - 1)


def _is_broken(line: str, after: str) -> bool:
    return not ends_sentence(line) and (after[0].islower() or (len(line) >= WRAP_CHARS and not is_heading(line.lstrip(BULLETS + " "))))


def _continues(line: Line, before: Block, text: str) -> bool:
    """A line that starts in the middle of a sentence belongs to what stands above it, empty lines or not."""
    return before.kind in ("prose", "heading", "scrap") and text[line.start].islower() and not ends_sentence(before.of(text))


def _block(line: Line, text: str) -> Block:
    content = line.of(text)
    found = page_date(text, line.start, line.end) if "\n" not in content else None
    if found is not None and found.kind in ("line", "label"):
        return Block(line.start, line.end, "date", line.blanks, found)
    if furniture_kind(content) is not None:
        return Block(line.start, line.end, "furniture", line.blanks)
    return Block(line.start, line.end, _shape(content), line.blanks, found)


def _shape(content: str) -> str:
    if is_prose(content) or (needs_antecedent(content) and len(content.split()) >= SENTENCE_WORDS):
        return "prose"
    return "heading" if is_heading(content) and not needs_antecedent(content) else "scrap"
