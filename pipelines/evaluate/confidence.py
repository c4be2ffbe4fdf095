"""How often each rule is right: `lexicon/confidence.tsv`, measured on the seen codings, never guessed.

    precision = (right + WEIGHT * prior) / (support + WEIGHT)

where `support` is how many news rows of the rule were judged, and the prior is the precision of all rules of the table together: a rule
seen once is believed little more than the average one, a rule seen fifty times is believed for itself. The row `*` holds the prior,
which stands for every rule not listed. For participants, who have no rule, it is how the person was found (`resolution`).
"""
from collections.abc import Iterator, Sequence
from pathlib import Path

from pipelines.evaluate.figures import total
from pipelines.evaluate.sheet import Sheet, Tally

WEIGHT = 4  # rows that the prior is worth; of 1, 2, 4, 8 and 16 the one that foretold texts left out best
GROUPS = {"events": "event rule", "participants": "resolution", "agreements": "agreement rule"}
OTHERS = "*"

HEAD = """\
# How often each rule is right, measured on the hand-coded texts the rules were developed on (tests/accuracy, split "seen"):
# (right + {weight} x prior) / (support + {weight}), the prior being the precision of all rules of the table (row *).
# For participants the rule is how the person was found. Written by `communique evaluate --confidence`; not edited by hand.
table\trule\tsupport\tprecision
"""


def confidence_table(sheets: Sequence[Sheet]) -> str:
    """The whole file."""
    return HEAD.format(weight=WEIGHT) + "".join(f"{line}\n" for line in _lines(sheets))


def write_confidence(path: Path, sheets: Sequence[Sheet]) -> None:
    path.write_text(confidence_table(sheets), "utf-8")


def _lines(sheets: Sequence[Sheet]) -> Iterator[str]:
    sums = total(sheets)
    for table, group in GROUPS.items():
        whole = sums.get(("table", table), Tally())
        yield _line(table, OTHERS, whole, whole.precision)
        for (of_group, rule), tally in sums.items():
            if of_group == group:
                yield _line(table, rule, tally, smoothed(tally, whole.precision))


def smoothed(tally: Tally, prior: float) -> float:
    """Laplace's rule of succession with `prior` in place of one half."""
    return (tally.right + WEIGHT * prior) / (tally.right + tally.false + WEIGHT)


def _line(table: str, rule: str, tally: Tally, precision: float) -> str:
    return f"{table}\t{rule}\t{tally.right + tally.false}\t{precision:.3f}"
