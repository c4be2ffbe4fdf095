"""The table `participants`: who took part in which event, as what."""
import pandas as pd
import pandera.pandas as pa

from schemas.columns import Float, Int32, String, char_end, char_start, confidence, evidence_text, identifier, one_of, party, text
from schemas.rules import EvidenceRules, Table, holds
from schemas.vocabularies import OFFICES, PARTICIPANT_KINDS, RESOLUTIONS, ROLES


class Participants(EvidenceRules, Table):
    """One person, delegation or organization that took part in one event."""

    participant_id: String = identifier("par", "primary key")
    event_id: String = identifier("evt", "event they took part in")
    document_id: String = identifier("doc", "document that says so")
    kind: String = one_of(PARTICIPANT_KINDS, "what takes part", example="person")
    entity_id: String = identifier("ent", "the same participant in all texts; null for somebody known by office alone", nullable=True)
    name: String = text("fullest name in the item, without titles and ranks; null if known by office alone", "Zakir Hasanov", nullable=True)
    name_as_written: String = text("the name as it stands in the evidence", "Z.Hasanov", nullable=True)
    country: String = party("whom they represent: ISO code of a state, or acronym of an organization", example="AZE")
    office: String = one_of(OFFICES, "office at the time of the text", example="minister_defense", nullable=True)
    office_as_written: String = text("the office as the text has it", "Defense Minister", nullable=True)
    military_rank: String = text("military rank", "Colonel General", nullable=True)
    organization: String = text("organization they belong to", "Ministry of Defense", nullable=True)
    role: String = one_of(ROLES, "role in the event", example="guest")
    represents: String = text("whom a person stands for where that is not country", "President of the Republic", nullable=True)
    resolution: String = one_of(RESOLUTIONS, "how the text leads to the participant", example="named")
    confidence: Float = confidence()
    char_start: Int32 = char_start()
    char_end: Int32 = char_end()
    evidence_text: String = evidence_text()

    @pa.dataframe_check(error="a participant has a name, or is a person known by office or country")
    def _somebody(cls, df: pd.DataFrame) -> "pd.Series[bool]":
        known = (df["kind"] == "person") & (df["office"].notna() | df["country"].notna())
        return holds(df["name"].notna() | known)
