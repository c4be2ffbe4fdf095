"""Which of the documents that an item speaks of become rows, by what was learnt.

What does not belong here: which documents are looked at (`coding.papers`), and what speaks for one (`commitments`).
"""

from pipelines.coding.learned.commitments import Mentioned, commitment
from pipelines.lexicon.weights import weight

DOCUMENTS = "learned_documents.tsv.gz"
ENOUGH = -20  # hundredths of log-odds; a row lost weighs a little more than a wrong one


def is_row(told: Mentioned) -> bool:
    return weight(DOCUMENTS, commitment(told)) >= ENOUGH
