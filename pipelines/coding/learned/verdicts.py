"""Which drafts are rows: those that likely are by what was learnt, of what frames tell and of what sentences likely report."""

from pipelines.coding.item import Draft, Item
from pipelines.coding.learned.expected import expected
from pipelines.coding.learned.told import probability
from pipelines.coding.learned.verdict import Assembly, assembly, verdict_features
from pipelines.coding.learned.weights import BIAS, HUNDRED
from pipelines.lexicon.weights import weight

VERDICTS = "learned_verdicts.tsv.gz"
ENOUGH = 0.5  # from which probability on a draft is a row
EXPECTED = 0.3  # the same of one that is a row by how likely its sentences report it; both chosen on the labelled texts kept back


def upheld(item: Item, drafts: list[Draft]) -> list[Draft]:
    """The drafts that are rows. All are judged before any is left out."""
    given, sure = assembly(item, drafts), expected(item, drafts)
    return [d for d in drafts if (id(d) in sure if d.background else likely(given, d) >= (EXPECTED if id(d) in sure else ENOUGH))]


def likely(given: Assembly, draft: Draft) -> float:
    """How likely the draft is a row."""
    return probability(weight(VERDICTS, {BIAS, *verdict_features(given, draft)}) / HUNDRED)
