"""From office phrases to the codebook's values."""
import pytest

from pipelines.lexicon.loader import read_tsv, split_cell
from pipelines.recognize.organizations import find_organizations
from pipelines.recognize.people.categories import RANKING, body_kind, value_of
from pipelines.recognize.people.offices import Office, find_offices
from pipelines.recognize.people.reading import read_line
from pipelines.recognize.people.vocabulary import vocabulary, words_of
from pipelines.recognize.places import find_places


def office_of(text: str) -> Office:
    places = find_places(text, 0, len(text))
    (office,) = find_offices(read_line(text, 0, len(text), places, find_organizations(text, 0, len(text), places)))
    return office


VALUES = """
head_of_state: President; King of Bahrain; Emir of Qatar; the Federal President; Head of State
head_of_state: Governor-General of New Zealand; Pope
head_of_government: Prime Minister; Federal Chancellor; Taoiseach; Premier of the State Council; PM; Head of Government
minister_foreign: Head of the Federal Department of Foreign Affairs of Switzerland; Head of the MFA
minister: Minister for Defence Production; Minister for Defence Science and Personnel; Defence Industry Minister
deputy_minister: Secretary of State for Foreign Affairs of Portugal; Deputy FM; Vice FM; Deputy Foreign Minister
official: WHO Regional Director; Chief Adviser; Head of the State Security Service of Georgia; JICA Chief Representative
official: Secretary of the Security Council under the President of Uzbekistan; Chairman of the National Security Committee; JICA President
diplomat: Minister Plenipotentiary; Minister at the Embassy of Japan
official: FAO Deputy Director-General; Department Head in the Office of the President of Croatia
subnational_official: Governor of Armenia's Syunik Province; Vice Chairman of the Ho Chi Minh City People's Committee
minister: Minister of Planning and External Cooperation
member_of_parliament: Government Chief Whip
minister_foreign: Minister of International Relations and Cooperation
ambassador: Head of the Delegation of the European Union to Georgia
head_of_organization: Executive Secretary of the CIS; UN High Commissioner for Refugees
head_of_state: General Secretary of the Vietnamese Communist Party; Chairman of the Sovereignty Council
speaker_of_parliament: Chairman of the Standing Committee of the National People's Congress
member_of_parliament: Chair of the German Parliamentary Group; Member of the German Bundestag
subnational_official: Chairman of the People's Committee of Hanoi
chief_of_defense: Chief of the General Staff of the Georgian Army
civil_society: General Manager; Managing Director
official: Chairman of the State Tax Committee; Social Secretary
minister: Australian Treasurer; Coordinating Minister for Maritime Affairs
deputy_head_of_government: Vice Chancellor of Germany
deputy_head_of_government: Deputy Prime Minister; Vice President; First Deputy Prime Minister; Vice Premier; DPM
minister_foreign: Minister of Foreign Affairs; Foreign Minister; FM; Minister for External Relations
minister_foreign: U.S. Secretary of State; British Foreign Secretary; Chancellor of Peru
minister_defense: Minister of Defence; Minister of National Defense; Defense Minister; U.S. Secretary of Defense
minister_defense: Minister of War
minister: Minister of Trade & Industry; Minister of Health; U.S. Secretary of Commerce; Interior Minister
minister: Minister of State Security
deputy_minister: Deputy Minister of Finance; Vice Minister of Foreign Affairs; State Secretary; Under Secretary of State
deputy_minister: Permanent Secretary; PS
deputy_minister: Minister of State for Energy; Indian Foreign Secretary; Deputy Secretary of State
speaker_of_parliament: Speaker of the House; Chairperson of the National Assembly; President of the Senate
speaker_of_parliament: Chairman of the Parliament
member_of_parliament: MP; Member of Parliament; Senator; Chairman of the Foreign Relations Committee
member_of_parliament: Leader of the Opposition
ambassador: Ambassador to Serbia; High Commissioner; Ambassador Extraordinary and Plenipotentiary of Chad
ambassador: Permanent Representative to the UN
diplomat: Chargé d'Affaires; Consul General; Special Envoy for Yemen; Military Attaché; Deputy Chief of Mission
diplomat: First Secretary
chief_of_defense: Chief of the General Staff; Chief of Defence; Chairman of the Joint Chiefs of Staff; CDS
chief_of_defense: Commander-in-Chief; Chief of the Defence Forces; Armed Forces Chief; Commander of the Armed Forces
head_of_state: Rwandan leader; Transitional President
head_of_government: British leader
minister: U.S. Trade Representative
member_of_parliament: Representative
military_officer: Chief of Army Staff; Commander of the Navy; COAS; Deputy Chief of the General Staff; Deputy Commander of the Navy
official: National Security Advisor; Director General; Attorney General; Governor of the Central Bank
official: Adviser to the President; Press Secretary
official: Assistant to the President for National Security Affairs; EU High Representative; Chief of Staff
official: Secretary of the Security Council; State Secretary of the Security Council; Chairman of the State Authority for Arms
official: Country Director for Vietnam
subnational_official: Governor; Mayor of Belgrade; Lord Mayor; Chief Minister
head_of_organization: NATO Secretary General; Secretary-General of the United Nations
head_of_organization: President of the European Commission
civil_society: Rector of the University; CEO; Chairman of the Writers Union of Serbia; Archbishop; Journalist
royal_or_spouse: First Lady of Azerbaijan; Crown Prince; Princess; Queen of Jordan
official: President of the Constitutional Court of Norway; President of the Higher Council for Research
subnational_official: Prime Minister of the Kurdistan Regional Government; Republika Srpska President
speaker_of_parliament: President of the European Parliament
member_of_parliament: European Parliament Vice-President
minister: Kenyan Cabinet Secretary; Federal Councillor
minister_defense: Minister of the Armed Forces and Veterans Affairs of France
chief_of_defense: Indonesian National Armed Forces (TNI) Commander
unknown: National Leader; Presidential Candidate
"""
CASES = [(phrase.strip(), line.split(":")[0]) for line in VALUES.strip().splitlines() for phrase in line.split(":")[1].split(";")]


@pytest.mark.parametrize(("phrase", "value"), CASES)
def test_values(phrase: str, value: str) -> None:
    assert office_of(phrase).value == value


@pytest.mark.parametrize(
    ("phrase", "country", "host"),
    [
        ("Serbian Defense Minister", "SRB", None),
        ("the Ambassador of Norway to Chile", "NOR", "CHL"),
        ("Norway’s Ambassador in Santiago", "NOR", "CHL"),
        ("Ambassador to Chile", None, "CHL"),
        ("People's Republic of China Vice Minister", "CHN", None),
        ("GCC Secretary General", "GCC", None),
        ("the newly appointed Minister of Trade, Tourism and Energy of the Republic of Serbia", "SRB", None),
    ],
)
def test_countries(phrase: str, country: str | None, host: str | None) -> None:
    office = office_of(phrase)
    assert (office.country, office.host) == (country, host)


def test_a_name_does_not_belong_to_the_office() -> None:
    line = read_line("Minister of Strategic Affairs Dan Levin spoke", 0, 45, [], [])
    (office,) = find_offices(line)
    assert [unit.text for unit in line.units[office.stop :]] == ["Dan", "Levin", "spoke"]


def test_every_rule_has_a_known_head_and_value() -> None:
    heads = {row["head"] for row in read_tsv("office_heads.tsv")}
    assert {row["head"] for row in read_tsv("offices.tsv")} == heads
    assert {row["office"] for row in read_tsv("offices.tsv")} <= set(RANKING)


def test_every_rule_uses_known_keys() -> None:
    known = {
        "modifier": {row["modifier"] for row in read_tsv("office_modifiers.tsv")} | {"small", "bracket"},
        "area": {row["area"] for row in read_tsv("portfolios.tsv")},
    }
    for column, keys in known.items():
        used = {key for row in read_tsv("offices.tsv") for key in split_cell(row[column])}
        assert used - {"-", "+"} <= keys


@pytest.mark.parametrize("head", sorted({row["head"] for row in read_tsv("office_heads.tsv")}))
def test_every_head_ends_in_some_value(head: str) -> None:
    assert value_of(head, set(), set(), "", None) in RANKING
    assert any(not any(row[c] for c in ("modifier", "area", "body", "country")) for row in read_tsv("offices.tsv") if row["head"] == head)


def test_every_head_form_can_be_found() -> None:
    for row in read_tsv("office_heads.tsv"):
        for form in split_cell(row["forms"]) + split_cell(row["plurals"]):
            text = form.lstrip("=")
            line = read_line(text, 0, len(text), [], [])
            assert any(unit.letter in "TJL" for unit in line.units), form


@pytest.mark.parametrize("table", ["ranks.tsv", "honorifics.tsv"])
def test_ranks_and_honorifics_load(table: str) -> None:
    known = vocabulary()
    for row in read_tsv(table):
        form = next(iter(row.values()))
        words = words_of(form.lstrip("="))
        first = words[0].lower()
        assert first in known.longer or words[0] in known.written or first in known.small, form


def test_kind_of_a_body_by_its_name() -> None:
    names = ("Writers Union", "Foreign Relations Committee", "Ports Agency", "Xyz")
    assert [body_kind(name) for name in names] == ["civil", "committee", "agency", "body"]
