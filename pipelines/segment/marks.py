"""Lines that come back on a page: rules of stars or dashes, "Read more", "Source: …", a letterhead printed anew.

What belongs here: by what such a line is known. What does not: what its place tells of the page (`parted`).
"""
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from pipelines.ingest.furniture import furniture_kind
from pipelines.ingest.lines import Line
from pipelines.segment.blocks import Block

OFTEN = 3  # times that a line stands on a page whose stories it parts
LONGEST = 160  # characters of such a line
RULE = re.compile(r"[-_=*~•·.#+—– ]{3,200}+")
LABEL = re.compile(r"[^\W\d_][\w ]{1,18}:(?=\s)")
NUMBER = re.compile(r"\d+")
BESIDE = frozenset({"credit", "related", "comment"})  # kinds of furniture that stand inside stories


def is_rule(line: str) -> bool:
    return RULE.fullmatch(line) is not None


def without_chrome(blocks: Iterable[Block], lines: Iterable[Line], text: str) -> list[Block]:
    """The same blocks, those as furniture that come back word for word: "Government of Norland", "[Print] [Close window]"."""
    counts = Counter(NUMBER.sub("0", line.of(text)) for line in lines if line.end - line.start <= LONGEST)
    back = frozenset(line for line, count in counts.items() if count >= OFTEN)
    return [replace(one, kind="furniture") if _is_loose(one) and NUMBER.sub("0", one.of(text)) in back else one for one in blocks]


def _is_loose(block: Block) -> bool:
    return block.kind in ("heading", "scrap")


def marks_of(lines: Sequence[Line], text: str) -> Counter[str]:
    """How often each mark stands on the page."""
    return Counter(mark_of(line.of(text)) for line in lines if line.end - line.start <= LONGEST)


def mark_of(line: str) -> str:
    """By what a line is known again: its label ("source:"), or all of it apart from numbers."""
    folded = line.lower()
    label = LABEL.match(folded)
    return label.group() if label else NUMBER.sub("0", folded)


def may_part(line: str) -> bool:
    """Furniture that could stand between two stories and not inside one, as the credit of a photograph does."""
    return len(line) <= LONGEST and not is_rule(line) and furniture_kind(line) not in BESIDE
