from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.lexicon.loader import read_tsv
from pipelines.model.mention import OrganizationMention
from pipelines.recognize.organizations import find_organizations
from pipelines.recognize.organizations.heads import heads
from pipelines.recognize.places import find_places

KINDS = {"ministry", "government", "embassy", "parliament", "military", "igo", "subnational", "civil", "company", "media", "body"}


def organizations(text: str) -> list[OrganizationMention]:
    return find_organizations(text, 0, len(text), find_places(text, 0, len(text)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the Norwegian Defense Ministry hosted", [("Norwegian Defense Ministry", "ministry", "NOR")]),
        ("the Ministry of Defense of the Republic of Malta", [("Ministry of Defense of the Republic of Malta", "ministry", "MLT")]),
        ("Ministry of Labour, Trade and Sport", [("Ministry of Labour, Trade and Sport", "ministry", None)]),
        ("the Ministry of Defense and Armed Forces of Peru", [
            ("Ministry of Defense of Peru", "ministry", "PER"), ("Armed Forces of Peru", "military", "PER"),
        ]),
        ("Embassy of Peru in Malta", [("Embassy of Peru in Malta", "embassy", "PER")]),
        ("the Peruvian Embassy to Oslo", [("Peruvian Embassy to Oslo", "embassy", "PER")]),
        ("the Peru embassy said", [("Peru embassy", "embassy", "PER")]),
        ("the Embassies of Peru, Malta and Chad", [
            ("Embassy of Peru", "embassy", "PER"), ("Embassy of Malta", "embassy", "MLT"), ("Embassy of Chad", "embassy", "TCD"),
        ]),
        ("the Defence Ministries of Peru and Chile", [
            ("Defence Ministry of Peru", "ministry", "PER"), ("Defence Ministry of Chile", "ministry", "CHL"),
        ]),
        ("the Peru-Malta Intergovernmental Commission on Trade and Tourism met", [
            ("Peru-Malta Intergovernmental Commission on Trade and Tourism", "body", None),
        ]),
        ("the Peru-Malta interparliamentary friendship group", [("Peru-Malta interparliamentary friendship group", "body", None)]),
        ("Kenya's Foreign Service Academy signed", [("Foreign Service Academy", "civil", "KEN")]),
        ("the Kenyan parliament, the Milli Majlis", [("Kenyan parliament", "parliament", "KEN"), ("Milli Majlis", "parliament", "AZE")]),
        ("the Royal Norwegian Navy", [("Royal Norwegian Navy", "military", "NOR")]),
        ("a Norwegian Culture Centre in Malta", [("Norwegian Culture Centre in Malta", "civil", "NOR")]),
        ("the EU and the World Health Organization", [("European Union", "igo", "EU"), ("World Health Organization", "igo", "WHO")]),
        ("the Council of Defense Ministers of the CIS", [("Council of Defense Ministers of the CIS", "igo", "CIS")]),
        ("the Peru-Malta Intergovernmental Commission on Trade and Economic Cooperation", [
            ("Peru-Malta Intergovernmental Commission on Trade and Economic Cooperation", "body", None),
        ]),
        ("the West Bank and the Union of Soviet Socialist Republics", []),
        ("the U.S.-Israel Strategic Consultative Group", [("U.S.-Israel Strategic Consultative Group", "body", None)]),
        ("Congress of the Free Trade Agreement", [("Congress", "parliament", "USA")]),
        ("the Debt Service Suspension Initiative", []),
        ("the Training Center of the Russian Ministry of Justice", [
            ("Training Center of the Russian Ministry of Justice", "civil", "RUS"),
        ]),
        ("Department of Commerce - Ann Smith", [("Department of Commerce", "ministry", "USA")]),
        ("Oslo City Council", [("Oslo City Council", "subnational", "NOR")]),
        ("TASS reported; the Pentagon said", [("TASS", "media", "RUS"), ("Pentagon", "ministry", "USA")]),
        ("the Minister of Defense met a good company of friends in the department", []),
        ("Prime Minister and Foreign Minister of Peru", []),
    ],
)
def test_institutions_and_whose_they_are(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert [(m.name, m.kind, m.country) for m in organizations(text)] == expected


def test_every_row_of_the_tables_is_used() -> None:
    for row in read_tsv("organization_heads.tsv"):
        assert row["kind"] in KINDS and row["growth"] in ("state", "named") and row["place"] in ("", "host", "seat"), row
        assert any(head.name == row["head"] for group in heads().values() for head in group)
    for row in read_tsv("organization_names.tsv"):
        found = organizations(row["name"])
        assert [(m.kind, m.country) for m in found] == [(row["kind"], row["country"] or None)], row


@given(st.text(alphabet="ABMinistryofCouncEmbas,.’' -\nUS", max_size=80))
def test_mentions_lie_in_the_text_and_do_not_overlap(text: str) -> None:
    found = organizations(text)
    assert all(0 <= m.start < m.end <= len(text) and m.kind in KINDS for m in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@pytest.mark.usefixtures("ends")
@pytest.mark.parametrize("unit", ["Ministry of ", "Council ", "Defense and ", "Embassies of Peru, ", "Peru-", "Bank of the ", "A.B."])
def test_hostile_text_comes_to_an_end(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    organizations(text)
