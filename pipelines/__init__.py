"""communique: from the texts of diplomacy to tables of events, participants and agreements.

The packages stand in the order in which data flows: `ingest`, `segment`, `recognize`, `coding`, `link`, `publish`.
`lexicon` holds what the rules know, `model` the values that travel, `orchestration` the Dagster wiring.
"""
