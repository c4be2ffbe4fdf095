"""The contract: one pandera model per table, the closed vocabularies beside them, and the export to Arrow.

What belongs here: what a column means, which values it may hold, which rows are well formed on their own. What does not:
how a row is made, and what holds between tables (`pipelines.publish.validate`). Nothing here imports `pipelines`.
"""

SCHEMA_VERSION = "1.0.0"
"""Raised with every change of a column, a type or a vocabulary (major: what readers relied on is gone; minor: something new)."""
