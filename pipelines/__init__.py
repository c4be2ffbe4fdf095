"""communique: from the texts of diplomacy to tables of events, participants and agreements.

The packages stand in the order in which data flows: `ingest`, `segment`, `recognize`, `coding`, `link`, `publish`.
`lexicon` holds what the rules know, `model` the values that travel, `orchestration` the Dagster wiring.
"""

import os

# The matrices of `coding.learned` are small, and each core has a process of its own: more threads would only get in each other's way.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
