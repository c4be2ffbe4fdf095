"""The cast of a segment: which people stand behind its mentions, and whom every mention means.

Order of work: named mentions to people (`figures`), the countries no title gives (`countries`), then sentence by sentence
titles (`titles`), groups (`groups`) and pronouns (`pronouns`) against the scene so far (`scene`). What does not belong
here: who takes part in an event, and in which role.
"""
from pipelines.coding.cast.issuer import issuer_country
from pipelines.coding.cast.resolve import resolve_cast

__all__ = ["issuer_country", "resolve_cast"]
