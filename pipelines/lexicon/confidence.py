"""How often each rule is right, as `communique evaluate --confidence` and, for the weights, `python -m tools.learn` measured it."""
from functools import cache

from pipelines.lexicon.loader import read_tsv

OTHERS = "*"
LEARNED = "learned."


def confidence(table: str, rule: str) -> float | None:
    """Precision of a rule of `events` or `agreements` (of `participants`: of a resolution), 0 to 1; of all rules of the table where
    this one was never seen; None for any other table."""
    measured = _measured()
    if rule.startswith(LEARNED):  # the weights know the texts on which the others are measured
        return measured.get((table, rule), measured.get((table, LEARNED + OTHERS)))
    return measured.get((table, rule), measured.get((table, OTHERS)))


@cache
def _measured() -> dict[tuple[str, str], float]:
    rows = (*read_tsv("confidence.tsv"), *read_tsv("learned_confidence.tsv"))
    return {(row["table"], row["rule"]): float(row["precision"]) for row in rows}
