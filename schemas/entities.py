"""The table `entities`: people, delegations and organizations across texts."""
from typing import Any

import pandas as pd
import pandera.pandas as pa

from schemas.columns import Date, Int32, String, Strings, column, day, identifier, one_of, party, text
from schemas.rules import SeenRules, Table, each
from schemas.vocabularies import PARTICIPANT_KINDS


class Entities(SeenRules, Table):
    """One person, delegation or organization, the same in all texts."""

    entity_id: String = identifier("ent", "primary key")
    kind: String = one_of(PARTICIPANT_KINDS, "what it is", example="person")
    name: String = text("fullest name in all texts", "Zakir Hasanov")
    aliases: Strings = column("every other form of the name in the texts, sorted", ["Z.Hasanov", "Hasanov"])
    country: String = party("whom it represents: ISO code of a state, or acronym of an organization", example="AZE")
    first_seen_on: Date = day("first day of the earliest dated event")
    last_seen_on: Date = day("last day of the latest dated event")
    n_events: Int32 = column("events it takes part in, counted before validation", 3, unit="events", ge=0)

    @pa.check("aliases", error="each is not empty, once")
    def _aliases(cls, column: Any) -> "pd.Series[bool]":
        return each(column, bool)
