"""Documents that bind: type, extent, parties, subjects, count; and what is none."""
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.lexicon.loader import read_tsv
from pipelines.model.mention import InstrumentMention, PlaceMention
from pipelines.recognize.instrument_words import heads, subjects_of
from pipelines.recognize.instruments import find_instruments

CODES = {"Kenya": "KEN", "Norway": "NOR", "Norwegian": "NOR", "Kenyan": "KEN", "EU": "EU", "Oslo": "NOR", "U.S.": "USA"}
TYPES = {"treaty", "agreement", "memorandum", "protocol", "plan", "joint_statement", "contract", "letter", "minutes", "notes", "other"}


def found(text: str) -> list[InstrumentMention]:
    places = [
        PlaceMention(at, at + len(name), "city" if name == "Oslo" else "country", name, (code,))
        for name, code in CODES.items()
        for at in range(len(text))
        if text.startswith(name, at) and not text[at + len(name) : at + len(name) + 1].isalpha()
    ]
    return find_instruments(text, 0, len(text), places)


# the group in brackets; type, parties and subjects of each
NAMED = [
    ("an [agreement on cooperation in defense between Kenya and Norway] in Oslo.", "agreement | KEN NOR | defense"),
    ("an [Agreement on Maritime Transport with Kenya] in May", "agreement | KEN | transport"),
    ("a [Protocol on Market Access with Kenya] in May", "protocol | KEN | other"),
    ("a [plan of cooperation between the defense ministries for 2018]", "plan |  | defense"),
    ("a [Memorandum of Understanding (MoU) on cooperation in diplomacy], signed at noon", "memorandum |  | diplomacy"),
    ("an [MoU on cadets] and a [Letter of Arrangement on research]", "memorandum |  | defense; letter |  | science"),
    ("The [Agreed Minutes of the 3RD Session] were signed too.", "minutes |  | other"),
    ("signed a [protocol on the outcomes of the session].", "protocol |  | other"),
    ("the [Baltic Declaration on economic partnership] they launched in June", "joint_statement |  | economy"),
    ("our [Free Trade Agreement with Norway] likely in June", "agreement | NOR | trade"),
    ("toward a [new U.S.-Norway Defense Cooperation Agreement].", "agreement | USA NOR | defense"),
    ("[agreements on trade, energy, culture and tourism] and visited the museum", "agreement |  | trade energy culture tourism"),
    ("the [agreement reached between Kenya and Norway to a cease-fire]", "agreement | KEN NOR | security"),
    ("an [exchange of notes on visa-free travel]; a [letter of intent on energy]", "notes |  | visa_migration; letter |  | energy"),
    ("a [Plan of Action(PoA) for the partnership of Kenya and Norway in 2022 to 2027] was signed", "plan | KEN NOR | other"),
    ("Norwegian Foreign Ministry: the [Joint Statement on the Arctic] was adopted", "joint_statement |  | other"),
    ("[Joint Statement from the EU, Kenya, and Norway Endorsing Relief] today", "joint_statement | EU KEN NOR | humanitarian"),
    ("a [Trade Agreement] statement", "agreement |  | trade"),
    ("signed a [security agreement] on the sidelines of the summit", "agreement |  | security"),
    ("signed a [memorandum on culture] in the presence of the Presidents", "memorandum |  | culture"),
    ("signed an [agreement on energy] on behalf of their countries", "agreement |  | energy"),
    ("handed the [Convention on fisheries] to Foreign Minister Hansen", "treaty |  | agriculture"),
    ("signing the [MoU on energy], Oslo, 5 May", "memorandum |  | energy"),
    ("an [Exchange of Notes prolonging until October 31, 1955 the fisheries arrangements] in Oslo", "notes |  | agriculture"),
    ("signed a [protocol supplementing the Agreement on Air Services with Kenya]", "protocol | KEN | transport"),
    ("[notes constituting an agreement on visas between Kenya and Norway] were exchanged", "notes | KEN NOR | visa_migration"),
    ("a [joint press release on energy]", "joint_statement |  | energy"),
    ("the [Treaty of Friendship and Cooperation] entered into force", "treaty |  | diplomacy"),
]


@pytest.mark.parametrize(("marked", "expected"), NAMED)
def test_named(marked: str, expected: str) -> None:
    mentions = found(marked.replace("[", "").replace("]", ""))
    assert [mention.title for mention in mentions] == re.findall(r"\[([^]]+)\]", marked)
    assert all(mention.specific for mention in mentions)
    assert "; ".join(f"{m.agreement_type} | {' '.join(m.parties)} | {' '.join(m.subjects)}" for m in mentions) == expected


@pytest.mark.parametrize(
    ("text", "title", "kind", "count"),
    [
        ("Four MoUs and Agreements will be signed", "Four MoUs and Agreements", "other", 4),
        ("Six (6) agreements on trade remain", "Six (6) agreements on trade", "agreement", 6),
        ("Two documents were signed", "Two documents", "other", 2),
        ("several agreements were signed", "several agreements", "agreement", None),
        ("a number of documents were signed", "documents", "other", None),
    ],
)
def test_counted(text: str, title: str, kind: str, count: int | None) -> None:
    (mention,) = found(text)
    assert (mention.title, mention.agreement_type, mention.count) == (title, kind, count)


BARE = [
    ("The Agreement will last", True),
    ("signed an agreement.", False),
    ("The document provides for it", True),
    ("a joint statement was adopted", False),
]


@pytest.mark.parametrize(("text", "definite"), BARE)
def test_bare(text: str, definite: bool) -> None:
    (mention,) = found(text)
    assert (mention.specific, mention.definite) == (False, definite)


@pytest.mark.parametrize(
    "text",
    [
        "In accordance with the protocol, the guest signed the book.",
        "the Chief of State Protocol; the state protocol",
        "A letter from the President; they issued a statement.",
        "a great deal of work; we plan to deal with it; both were in agreement",
        "within the framework of the visit; a charter flight; for 30 minutes; brief notes",
        "the United Nations Charter and the North Atlantic Treaty Organization",
        "a peace plan; the school program; trade arrangements",
    ],
)
def test_none(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(("text", "titles"), [
    ("three agreements, on ships, on tourism and on crime.", "three agreements|on ships|on tourism|on crime"),
    ("two agreements were signed, one on air services and the other on dairy products", "two agreements|on air services|on dairy products"),
    ("Three memoranda (MoUs) on oil, on gas and on coal were inked", "Three memoranda (MoUs)|on oil|on gas|on coal"),
    ("six MoUs, including one on rare minerals and another on trains", "six MoUs|on rare minerals|on trains"),
    ("two agreements in Oslo on Monday, one on pensions and the other on health", "two agreements|on pensions|on health"),
    ("agreements on ships, on tourism and on crime in Oslo on 4 May", "agreements|on ships|on tourism|on crime"),
    ("three MoUs on rare minerals, trains and tourism on Monday", "three MoUs|on rare minerals|on trains|on tourism"),
    ("four accords, in the fields of oil, gas, coal and wind, were signed",
     "four accords|in the fields of oil|in the fields of gas|in the fields of coal|in the fields of wind"),
    ("two agreements on trade and investment", "two agreements on trade and investment"),
    ("an agreement on air traffic, one on taxation and another on tourism in Oslo on Monday",
     "agreement on air traffic|on taxation|on tourism"),
    ("signed an MoU on outer space and satellites, a work plan in the natural sciences and a programme of investment",
     "MoU on outer space and satellites|work plan in the natural sciences|programme of investment"),
    ("two agreements on trade on Friday and on Saturday", "two agreements on trade"),
    ("three agreements on trade and on tourism", "three agreements on trade and on tourism"),
    ("two agreements on the sidelines and on the margins", "two agreements"),
])
def test_documents_told_one_by_one(text: str, titles: str) -> None:
    assert "|".join(mention.title for mention in found(text)) == titles


VOCABULARY = ["the", "a", "two", "(6)", "Kenya", "Oslo", "and", ",", "on", "between", "of", "in", "agreement", "MoU", "Treaty"]
VOCABULARY += ["plan", "Joint", "statement", "signed", ".", "to", "with", "2018", "&"]


@given(st.lists(st.sampled_from(VOCABULARY), max_size=25))
def test_spans(words: list[str]) -> None:
    text = " ".join(words)
    reached = 0
    for mention in found(text):
        assert reached <= mention.start < mention.end <= len(text)
        assert mention.title == text[mention.start : mention.end] and mention.agreement_type in TYPES and mention.subjects
        reached = mention.end


@pytest.mark.usefixtures("ends")
@pytest.mark.parametrize("unit", ["agreement ", "and ", "Joint ", "U.", "a-", "on agreement, ", "MoU and ", "(", "between agreement the "])
def test_hostile_text_comes_to_an_end(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    find_instruments(text, 0, len(text), [])


def test_the_lexicon_loads() -> None:
    assert {head.type for head in heads().values()} == TYPES
    needs = {"any", "cap", "noun", "named", "cooperation", "joint", "numbered", "acronym", "bare", "signed"}
    assert {row["needs"].partition(" ")[0] for row in read_tsv("instruments.tsv")} == needs
    assert {row["needs"].partition(" ")[2] for row in read_tsv("instruments.tsv")} == {"", "signed"}
    rows = read_tsv("subjects.tsv")
    assert len({row["surface"] for row in rows}) == len(rows)
    assert all(row["subject"] in subjects_of(f"agreement on {row['surface']}") for row in rows)
    surfaces = [row["surface"] for row in read_tsv("instrument_vetoes.tsv")]
    assert all(surface in heads() for surface in surfaces)
