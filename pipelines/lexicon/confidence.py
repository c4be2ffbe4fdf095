"""How often each rule is right, as `communique evaluate --confidence` measured it."""
from functools import cache

from pipelines.lexicon.loader import read_tsv

OTHERS = "*"


def confidence(table: str, rule: str) -> float | None:
    """Precision of a rule of `events` or `agreements` (of `participants`: of a resolution), 0 to 1; of all rules of the table where
    this one was never seen; None for any other table."""
    measured = _measured()
    return measured.get((table, rule), measured.get((table, OTHERS)))


@cache
def _measured() -> dict[tuple[str, str], float]:
    return {(row["table"], row["rule"]): float(row["precision"]) for row in read_tsv("confidence.tsv")}
