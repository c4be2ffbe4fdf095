"""The table `tenures`: who held which office when, as the texts show it."""
from schemas.columns import Date, String, day, identifier, one_of, party, text
from schemas.rules import SeenRules, Table
from schemas.vocabularies import OFFICES


class Tenures(SeenRules, Table):
    """One person seen in one office. The days are those of the first and last event that show it, not of appointment."""

    entity_id: String = identifier("ent", "who held the office")
    office: String = one_of(OFFICES, "the office", example="minister_defense")
    office_as_written: String = text("the office as the texts have it most often", "Defense Minister", nullable=True)
    organization: String = text("organization of the office", "Ministry of Defense", nullable=True)
    country: String = party("whom the office represents", example="AZE")
    first_seen_on: Date = day("first day on which the texts show it")
    last_seen_on: Date = day("last day on which the texts show it")
