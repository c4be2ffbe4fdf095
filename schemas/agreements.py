"""The table `agreements`: documents that bind or commit the parties."""
from typing import Any

import pandas as pd
import pandera.pandas as pa

from schemas.columns import (
    PARTY,
    Bool,
    Date,
    Float,
    Int32,
    String,
    Strings,
    char_end,
    char_start,
    column,
    confidence,
    country,
    day,
    evidence_text,
    identifier,
    one_of,
    text,
)
from schemas.rules import DateRules, EvidenceRules, Table, each_in, each_like
from schemas.vocabularies import AGREEMENT_STATUSES, AGREEMENT_TYPES, DATE_BASES, DATE_PRECISIONS, SUBJECTS


class Agreements(EvidenceRules, DateRules, Table):
    """One document that binds or commits its parties: signed, adopted, planned, ratified or recalled."""

    agreement_id: String = identifier("agr", "primary key")
    event_id: String = identifier("evt", "event at which it was signed, ratified …", nullable=True)
    document_id: String = identifier("doc", "document that tells of it")
    segment_id: String = identifier("seg", "segment that tells of it")
    agreement_type: String = one_of(AGREEMENT_TYPES, "kind of document", example="agreement")
    title: String = text("title as the text has it, without article", "agreement on cooperation in defense")
    status: String = one_of(AGREEMENT_STATUSES, "what became of it", example="signed")
    is_background: Bool = column("whether the text only recalls it", False)
    start_date: Date = day("first possible day of the signing, or of what status says; null if nothing is known")
    end_date: Date = day("last possible day of it; null if nothing is known")
    date_precision: String = one_of(DATE_PRECISIONS, "how finely the dates are known", example="day")
    date_basis: String = one_of(DATE_BASES, "what the dates rest on", example="stated")
    city: String = text("city where it was signed", "Belgrade", nullable=True)
    country: String = country("country where it was signed")
    parties: Strings = column("ISO codes of states, acronyms of organizations", ["AZE", "SRB"])
    signatories: Strings = column("entity_id of those who signed", ["ent_5d41402abc4b2a76"])
    subjects: Strings = column("what it is about", ["defense"])
    document_count: Int32 = column("how many documents the row stands for, where the text does not name them", 1, unit="documents", ge=1)
    in_force_on: Date = day("day on which it entered into force", "2015-01-01")
    rule: String = text("rule that made the row", "signing.sign_document")
    confidence: Float = confidence()
    char_start: Int32 = char_start()
    char_end: Int32 = char_end()
    evidence_text: String = evidence_text()

    @pa.check("parties", error="each is an ISO 3166 alpha-3 code or an acronym, once")
    def _parties(cls, column: Any) -> "pd.Series[bool]":
        return each_like(column, PARTY)

    @pa.check("signatories", error="each is an entity_id, once")
    def _signatories(cls, column: Any) -> "pd.Series[bool]":
        return each_like(column, r"^ent_[0-9a-f]{16}$")

    @pa.check("subjects", error="each is in the vocabulary, once")
    def _subjects(cls, column: Any) -> "pd.Series[bool]":
        return each_in(column, SUBJECTS)
