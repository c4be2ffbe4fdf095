"""What `recognize` finds in a sentence: mentions with offsets into the document's text."""
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Mention:
    """Any stretch of text that means something; the other mentions extend it. Offsets into `Document.text`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class PlaceMention(Mention):
    """A country, demonym, city, region or venue as it is named in the text."""

    kind: str  # country | demonym | capital | city | region | government_seat | body
    name: str  # usual English spelling
    countries: tuple[str, ...] = ()  # ISO 3166 alpha-3 or an organization's acronym (EU, NATO); several: ambiguous
    latitude: float | None = None
    longitude: float | None = None
    geonames_id: int | None = None

    @property
    def country(self) -> str | None:
        return self.countries[0] if self.countries else None


@dataclass(frozen=True, slots=True)
class OrganizationMention(Mention):
    """A ministry, embassy, parliament, army, intergovernmental organization, company, association."""

    name: str
    kind: str  # ministry | government | embassy | parliament | military | igo | subnational | civil | company | media
    country: str | None = None  # ISO code; for an intergovernmental organization its acronym


@dataclass(frozen=True, slots=True)
class PersonMention(Mention):
    """Somebody named or described: the whole noun group with titles, ranks, apposition.

    `kind`: named ("Defense Minister X"), office ("the Serbian Defense Minister", "his Kyrgyz counterpart"),
    group ("the two ministers", "both sides", "the guests"), delegation ("a delegation led by X" has `head`),
    pronoun ("he", "they", "I", "we").
    """

    kind: str
    name: str | None = None  # without titles and ranks, as written: "Z.Hasanov"
    name_start: int | None = None
    name_end: int | None = None
    country: str | None = None  # whom the person represents
    office: str | None = None  # codebook value; None: the text says nothing here
    office_as_written: str | None = None
    organization: str | None = None
    military_rank: str | None = None
    relation: str | None = None  # "counterpart": same office as somebody named before
    plural: bool = False
    count: int | None = None  # "the two ministers": 2
    countries: tuple[str, ...] = ()  # of a group: "Defense Ministers of Canada and France"
    host_country: str | None = None  # of an ambassador: where accredited
    former: bool = False  # "former Chancellor Kohl": takes no part
    deceased: bool = False  # "the late X", "national leader X's grave" are found by coding, not here


@dataclass(frozen=True, slots=True)
class DateMention(Mention):
    """A date expression as written, resolved against nothing yet. See `recognize.dates.resolve`."""

    expression: object = field(default=None)


@dataclass(frozen=True, slots=True)
class ResolvedDate:
    """First and last possible day of an expression, never finer than the text."""

    start_date: date | None
    end_date: date | None
    precision: str  # day | month | year | none
    basis: str  # stated | inferred | published | none
    as_written: str
    edtf: str | None


@dataclass(frozen=True, slots=True)
class InstrumentMention(Mention):
    """A document that binds: the noun group that names it."""

    agreement_type: str  # codebook value
    title: str  # as the text names it, without article
    parties: tuple[str, ...] = ()  # ISO codes or acronyms named inside the noun group
    subjects: tuple[str, ...] = ()
    count: int | None = None  # "four MoUs": 4; None: one
    definite: bool = False  # "the Agreement": may refer back
    specific: bool = True  # False: a bare "agreement", "document" without subject, party or proper name


@dataclass(frozen=True, slots=True)
class GatheringMention(Mention):
    """A named occasion: "the 3rd session of the … Commission", "the NATO Summit", "Joint Special Forces Exercise …"."""

    event_type: str  # session | conference | exercise | exhibition | cultural_event | commemoration
    name: str  # as written, without article
    number: int | None = None  # "3rd session": 3
    countries: tuple[str, ...] = ()  # named inside the noun group


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with everything recognized in it, mentions sorted by start and not overlapping within a kind."""

    start: int
    end: int
    position: int  # within the segment
    is_heading: bool = False
    people: tuple[PersonMention, ...] = ()
    organizations: tuple[OrganizationMention, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    dates: tuple[DateMention, ...] = ()
    instruments: tuple[InstrumentMention, ...] = ()
    gatherings: tuple[GatheringMention, ...] = ()
