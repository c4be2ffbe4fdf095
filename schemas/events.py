"""The table `events`: one row per occasion as one document tells it."""
from typing import Any

import pandas as pd
import pandera.pandas as pa

from schemas.columns import (
    COUNTRY,
    Bool,
    Date,
    Float,
    Int32,
    Int64,
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
from schemas.plover import CONTEXTS, GOLDSTEIN, HELD
from schemas.rules import BoundRules, DateRules, EvidenceRules, Table, each_in, each_like, holds
from schemas.vocabularies import DATE_BASES, DATE_PRECISIONS, EVENT_STATUSES, EVENT_TYPES, SUBJECTS, VISIT_CATEGORIES

EDTF = r"^[0-9XYEu.~?%/T:Z+-]{3,40}$"
"""Characters of an Extended Date/Time Format expression; its grammar is checked where it is made."""

PLOVER_TYPES = [*dict.fromkeys(code.plover_type for code in HELD.values() if code.plover_type), "AGREE"]


class Events(EvidenceRules, DateRules, BoundRules, Table):
    """One occasion as one document tells it; the reports of one real occasion share `occasion_id`."""

    event_id: String = identifier("evt", "primary key")
    document_id: String = identifier("doc", "document that tells of the occasion")
    segment_id: String = identifier("seg", "segment that tells of the occasion")
    parent_event_id: String = identifier("evt", "visit, session or conference during which it took place", nullable=True)
    occasion_id: String = identifier("occ", "the same for every report of one real occasion", nullable=True)
    preceded_by_event_id: String = identifier("evt", "event that announced this one", nullable=True)
    event_type: String = one_of(EVENT_TYPES, "what happened", example="meeting")
    plover_type: String = one_of(PLOVER_TYPES, "PLOVER type, null where nothing happened", example="CONSULT", nullable=True)
    plover_mode: String = one_of(["visit", "phone", "multilateral"], "PLOVER mode", example="visit", nullable=True)
    plover_contexts: Strings = column("PLOVER contexts, from topics, status and is_background", ["military"])
    cameo_code: String = one_of(GOLDSTEIN, "CAMEO code with its leading zero", example="040", nullable=True)
    goldstein: Float = column("Goldstein value of cameo_code", 1.0, unit="-10 conflict, +10 cooperation", nullable=True, ge=-10.0, le=10.0)
    status: String = one_of(EVENT_STATUSES, "whether it took place", example="held")
    is_background: Bool = column("whether the text only recalls it", False)
    start_date: Date = day("first day; null if nothing is known")
    end_date: Date = day("last day; null if nothing is known", "2014-04-18")
    date_precision: String = one_of(DATE_PRECISIONS, "how finely the dates are known", example="day")
    date_basis: String = one_of(DATE_BASES, "what the dates rest on", example="stated")
    date_as_written: String = text("the date expression as the text has it", "April 17-18, 2014", nullable=True)
    date_edtf: String = column("the date in EDTF; a year left open is XXXX", "2014-04-17/2014-04-18", nullable=True, str_matches=EDTF)
    not_before: Date = day("first day on which an undated occasion can have been, proven by its context")
    not_after: Date = day("last day on which an undated occasion can have been, proven by its context")
    country: String = country("country where it took place; null for a call")
    city: String = text("city in its usual English spelling", "Belgrade", nullable=True)
    venue: String = text("building or site as the text names it", "Palace of Serbia", nullable=True)
    latitude: Float = column("latitude of the city", 44.80401, unit="degrees north, WGS 84", nullable=True, ge=-90.0, le=90.0)
    longitude: Float = column("longitude of the city", 20.46513, unit="degrees east, WGS 84", nullable=True, ge=-180.0, le=180.0)
    geonames_id: Int64 = column("GeoNames id of the city", 792680, nullable=True, ge=1)
    countries: Strings = column("ISO codes of the states whose representatives took part or at which the act was directed", ["AZE", "SRB"])
    visit_category: String = one_of(VISIT_CATEGORIES, "kind of visit, where the text says it", example="official", nullable=True)
    body_name: String = text("name of the standing format or conference", "Intergovernmental Commission", nullable=True)
    session_number: Int32 = column("number of the session", 5, nullable=True, ge=1)
    topics: Strings = column("what it was about", ["defense"])
    rule: String = text("rule that made the row", "meeting.hold_talks")
    confidence: Float = confidence()
    char_start: Int32 = char_start()
    char_end: Int32 = char_end()
    evidence_text: String = evidence_text()

    @pa.check("plover_contexts", error="each is a PLOVER context, once")
    def _contexts(cls, column: Any) -> "pd.Series[bool]":
        return each_in(column, CONTEXTS)

    @pa.check("countries", error="each is an ISO 3166 alpha-3 code, once")
    def _countries(cls, column: Any) -> "pd.Series[bool]":
        return each_like(column, COUNTRY)

    @pa.check("topics", error="each is in the vocabulary, once")
    def _topics(cls, column: Any) -> "pd.Series[bool]":
        return each_in(column, SUBJECTS)

    @pa.dataframe_check(error="an event is not its own parent or announcement")
    def _another(cls, df: pd.DataFrame) -> "pd.Series[bool]":
        return holds(df["parent_event_id"] != df["event_id"]) & holds(df["preceded_by_event_id"] != df["event_id"])

    @pa.dataframe_check(error="latitude and longitude are both there or both null")
    def _both_coordinates(cls, df: pd.DataFrame) -> "pd.Series[bool]":
        return holds(df["latitude"].isna() == df["longitude"].isna())

    @pa.dataframe_check(error="only a visit has visit_category")
    def _visit_category(cls, df: pd.DataFrame) -> "pd.Series[bool]":
        return holds(df["visit_category"].isna() | (df["event_type"] == "visit"))
