"""Sentences that people wrote, each repeated as one line without end: whatever takes time with the square of something shows here.

What belongs here: drawing them and comparing two lengths. What does not: shapes thought of beforehand (`corpus`).
"""

import re
from collections.abc import Iterator
from random import Random
from statistics import median
from time import process_time

from benchmarks.corpus import ROOT
from benchmarks.row import Row
from benchmarks.timing import seconds
from pipelines.engine.unit import work
from pipelines.ingest import Input, Limits
from pipelines.ingest.inputs import Source

TEXTS = ROOT / "tests/accuracy/labels/texts"
LENGTHS = 20_000, 80_000  # characters
SENTENCES = 80
SHORT, LONG = 40, 250  # characters
JOINTS = (", ", " and ", " ", "; ")
MILLION = 1_000_000


def all_repeats(number: int = SENTENCES) -> Iterator[Row]:
    """How much more a character costs in the longer than in the shorter line: 1 where time is linear."""
    size = f"{number} sentences, {LENGTHS[1]:,} against {LENGTHS[0]:,} characters"
    costs = [(cost(unit, LENGTHS[0]), cost(unit, LENGTHS[1])) for unit in units(number)]
    growth = [long / short for short, long in costs]
    yield Row("repeated sentences", "growth, median", size, median(growth), "x")
    yield Row("repeated sentences", "growth, worst", size, max(growth), "x")
    yield Row("repeated sentences", "dearest", size, max(long for _, long in costs), "µs/character")


def units(number: int) -> list[str]:
    """Sentences of the labelled texts without their full stop, each with what joins it to itself; the same at every call."""
    texts = (path.read_text("utf-8") for path in sorted(TEXTS.glob("*.txt")))
    sentences = [" ".join(one.split()).rstrip(".!?") for text in texts for one in re.split(r"(?<=[.!?])\s+", text)]
    chance = Random(0)
    chosen = chance.sample([one for one in sentences if SHORT < len(one) < LONG], number)
    return [one + chance.choice(JOINTS) for one in chosen]


def cost(unit: str, characters: int) -> float:
    """Microseconds for each character, from the bytes of a file to records."""
    line = (unit * (characters // len(unit) + 1))[:characters]
    given = Input("line.txt", line.encode(), "text", "text/plain", Source(language="en"))
    return seconds(lambda: work(given, Limits()), 1, process_time) / characters * MILLION
