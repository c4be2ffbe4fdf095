"""The closed vocabularies of the codebook: value -> what it means.

What belongs here: values a column may hold, in the codebook's order. What does not: how they are recognized, or how they map to
other ontologies (`schemas.plover`).
"""

SEGMENT_KINDS = {
    "item": "a news item or release, with its heading and dateline",
    "background": "an essay or narrative",
    "boilerplate": "navigation, related headlines, cookie notes, bylines, comments",
}

EVENT_TYPES = {
    "visit": "a delegation or official travels to another country",
    "meeting": "representatives talk in person: talks, reception, courtesy call, audience",
    "call": "they talk by telephone or video",
    "session": "a standing bilateral format convenes: commission, consultations, staff talks, negotiation round",
    "conference": "a gathering of three or more parties convenes: summit, ministerial, forum, assembly",
    "signing": "documents are signed, initialled, adopted or exchanged",
    "ratification": "an agreement is ratified, approved by parliament, or enters into force",
    "credentials": "an ambassador presents credentials or copies, or takes leave",
    "relations": "diplomatic relations are established, upgraded, cut; a mission opens or closes",
    "message": "a letter, congratulation, condolence or invitation is sent in writing",
    "award": "a medal, prize, order or honorary title is conferred",
    "tribute": "flowers or wreaths are laid, a grave or memorial is visited in homage",
    "ceremony": "a welcome with guard of honour, opening, unveiling, handover, flag raising",
    "commemoration": "an anniversary, memorial day, national or armed-forces day is marked with a gathering",
    "cultural_event": "a concert, art exhibition, festival, book or film presentation, cultural days",
    "site_visit": "within a trip, an institution, unit, plant, park or museum is toured",
    "election_observation": "foreign observers monitor a vote",
    "exercise": "forces train together, a port call, a joint course",
    "exhibition": "a trade or defence exhibition or fair with foreign participants",
    "aid": "money, goods, equipment or relief is given or pledged",
    "press_conference": "officials of both sides face the press together",
    "protest": "an ambassador is summoned, a note of protest handed over, a diplomat expelled, an act condemned formally",
}

EVENT_STATUSES = {
    "held": "took place or is under way",
    "planned": "announced for the future, or somebody was invited to it",
    "cancelled": "called off or postponed",
    "denied": "said not to have taken place",
}

DATE_PRECISIONS = {
    "day": "first and last day are known",
    "month": "only the month is known; the dates are its first and last day",
    "year": "only the year is known; the dates are its first and last day",
    "none": "nothing is known; the dates are null",
}

DATE_BASES = {
    "stated": "day, month and year stand in the text",
    "inferred": "completed from the dateline, the neighbouring text or a relative word",
    "published": "only the publication date speaks for it",
    "none": "there is no date",
}

VISIT_CATEGORIES = {
    "state": "a state visit",
    "official": "an official visit",
    "working": "a working visit",
    "private": "a private visit",
}

PARTICIPANT_KINDS = {
    "person": "somebody named, or known by office",
    "delegation": "a delegation as a whole",
    "organization": "a ministry, embassy, company, international organization",
}

RESOLUTIONS = {
    "named": "the text names the participant here",
    "pronoun": "a pronoun resolved to whom it means",
    "office": "an office resolved to whom it means",
    "group": "one of a group resolved to whom it means (the two ministers, the sides)",
}

OFFICES = {
    "head_of_state": "president, monarch",
    "head_of_government": "prime minister, chancellor",
    "deputy_head_of_government": "deputy prime minister; a vice president who governs",
    "minister_foreign": "minister of foreign affairs",
    "minister_defense": "minister of defence",
    "minister": "any other minister",
    "deputy_minister": "deputy or vice minister, state secretary, under secretary",
    "speaker_of_parliament": "speaker or president of a chamber",
    "member_of_parliament": "member of a parliament",
    "ambassador": "ambassador, permanent representative",
    "diplomat": "chargé d'affaires, consul, counsellor, attaché, envoy",
    "chief_of_defense": "chief of the general staff, commander in chief",
    "military_officer": "any other officer",
    "official": "other executive: head of agency or department, adviser, prosecutor, judge",
    "subnational_official": "governor, mayor, head of an entity or region",
    "head_of_organization": "head of an intergovernmental organization",
    "civil_society": "business, academia, religion, culture, diaspora, media",
    "royal_or_spouse": "member of a royal house, spouse of an office holder",
    "unknown": "the text does not say",
}
"""In order of rank: of two offices the higher, that is the earlier, counts."""

ROLES = {
    "host": "receives, invites, welcomes",
    "guest": "visits",
    "participant": "takes part",
    "chair": "heads a side at a session, or the gathering",
    "signatory": "signs",
    "speaker": "speaks in public",
    "giver": "hands over: credentials, an award, aid, a note",
    "recipient": "receives what is handed over",
    "observer": "watches",
    "organizer": "arranges",
}

AGREEMENT_TYPES = {
    "treaty": "treaty, convention, pact",
    "agreement": "agreement, accord",
    "memorandum": "memorandum of understanding",
    "protocol": "protocol",
    "plan": "cooperation plan, programme, roadmap",
    "joint_statement": "joint statement, declaration, communiqué",
    "contract": "contract",
    "letter": "letter of intent, arrangement",
    "minutes": "minutes",
    "notes": "exchange of notes",
    "other": "any other document, or documents the text does not name",
}

AGREEMENT_STATUSES = {
    "signed": "signed, adopted, initialled, exchanged",
    "planned": "to be signed, under negotiation, proposed, agreed in principle",
    "ratified": "ratified",
    "in_force": "in force",
    "terminated": "terminated",
    "denied": "said not to exist",
}

SUBJECTS = {
    "defense": "armed forces, arms, military training",
    "security": "police, borders, terrorism, intelligence",
    "trade": "trade in goods and services, customs",
    "economy": "investment, finance, taxation, industry, development",
    "energy": "oil, gas, electricity, nuclear power",
    "transport": "aviation, shipping, rail, roads",
    "culture": "arts, heritage, sport, media",
    "education": "schools, universities, youth",
    "science": "research, space",
    "health": "health care, medicine",
    "agriculture": "agriculture, food, fisheries, veterinary matters",
    "environment": "climate, nature, water",
    "justice": "courts, extradition, legal assistance",
    "visa_migration": "visas, migration, consular matters",
    "diplomacy": "relations and consultations as such",
    "technology": "information technology, communications",
    "tourism": "tourism",
    "humanitarian": "relief, refugees, demining",
    "other": "anything else",
}
"""Subjects of agreements, and `topics` of events."""
