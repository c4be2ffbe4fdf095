"""The cast: which people there are, whom they represent, and whom a mention means."""
import random

import pytest
from coded import coding_of
from marked import marked

from pipelines.coding.cast import resolve_cast
from pipelines.coding.cast.figures import Figure
from pipelines.coding.cast.offices import ORDER, possible_in
from pipelines.lexicon.loader import read_tsv, split_cell
from pipelines.model.cast import Cast
from pipelines.recognize.people.rereading import office_in

MEETING = """
{named c=AZE o=minister_defense: Defense Minister *Nadir Quliyev*} met {named c=SRB o=minister_defense: Minister *Goran Petrov*}.
"""


def cast_of(markup: str, home: str | None = None) -> tuple[str, Cast, dict[str, tuple[list[str | None], str]]]:
    """Text, cast, and for the last mention with the same words: names meant and resolution."""
    text, sentences = marked(markup)
    cast = resolve_cast(text, sentences, home)
    meant = {}
    for mention in (m for s in sentences for m in s.people):
        reference = cast.of(mention)
        meant[text[mention.start:mention.end]] = ([p.name or f"{p.country} {p.office}" for p in reference.people], reference.resolution)
    return text, cast, meant


@pytest.mark.parametrize(("markup", "people"), [
    ("{named: *Nadir Quliyev*} and {named: *N.Quliyev*} and {named: *Quliyev*}", ["Nadir Quliyev"]),
    ("{named: *Quliyev*} came. Then {named o=minister_defense: Minister *Nadir Quliyev*}", ["Nadir Quliyev"]),
    ("{named: *Nadir Quliyev*} and {named: *Eldar Quliyev*}", ["Nadir Quliyev", "Eldar Quliyev"]),
    ("{named: *Nadir Quliyev*} and {named: *E. Quliyev*}", ["Nadir Quliyev", "E. Quliyev"]),
    ("{named o=minister_defense: Minister *Nadir Quliyev*} and {named o=ambassador: Ambassador *Quliyev*}", ["Nadir Quliyev", "Quliyev"]),
    ("{named c=AZE: *Nadir Quliyev*} and {named c=TUR: *Quliyev*}", ["Nadir Quliyev", "Quliyev"]),
    ("{named: *Nadir Quliyev*} and {named: Mrs *Quliyev*} came. {named: *Quliyev*} spoke.", ["Nadir Quliyev", "Quliyev"]),
    ("{named: *Park Nam*} came, accompanied by {named: Madame *Park*}", ["Park Nam", "Park"]),
    ("{named: Mr *Quliyev*} came. {named: Mrs *Quliyev*} spoke.", ["Quliyev", "Quliyev"]),
    ("{named: *Anna Berg*} met {named: *Petrov*}. {named: Mrs *Berg*} spoke.", ["Anna Berg", "Petrov"]),
])
def test_names_make_people(markup: str, people: list[str]) -> None:
    assert [p.name for p in cast_of(markup)[1].people] == people


def test_a_wife_is_of_her_husbands_country() -> None:
    _, cast, _ = cast_of("{named c=AZE o=head_of_state: President *Quliyev*} and {named: Mrs *Quliyev*} came to Oslo.")
    assert [(p.office, p.country) for p in cast.people] == [("head_of_state", "AZE"), ("royal_or_spouse", "AZE")]


def test_of_two_with_one_surname_office_decides() -> None:
    _, cast, meant = cast_of("""
        {named o=ambassador: Ambassador *Eldar Quliyev*} met {named o=minister_defense: Minister *Nadir Quliyev*}.
        {named o=ambassador: Ambassador *Quliyev*} thanked {named o=minister: Minister *Quliyev*}.""")
    assert meant["Ambassador Quliyev"] == (["Eldar Quliyev"], "named")
    assert meant["Minister Quliyev"] == (["Nadir Quliyev"], "named")
    assert [p.office for p in cast.people] == ["ambassador", "minister_defense"]


def test_attributes_are_merged_the_higher_office_wins() -> None:
    _, cast, _ = cast_of("""
        {named c=SRB o=minister: Trade Minister *R. Antonov*} spoke.
        {named c=SRB o=deputy_head_of_government: Deputy Prime Minister *Rade Antonov*} agreed.""")
    person, = cast.people
    assert (person.name, person.country, person.office) == ("Rade Antonov", "SRB", "deputy_head_of_government")


@pytest.mark.parametrize(("mention", "means"), [
    ("{office c=SRB o=minister_defense: The Serbian Defense Minister}", ["Goran Petrov"]),
    ("{office c=AZE o=minister_defense r=counterpart: his Azerbaijani counterpart}", ["Nadir Quliyev"]),
    ("{office o=minister: The Minister}", ["Nadir Quliyev"]),
    ("{office c=PNG o=minister: the minister from Papua New Guinea}", ["PNG minister"]),
    ("{office o=head_of_state: the President}", []),
    ("{group n=2 o=minister: The two ministers}", ["Nadir Quliyev", "Goran Petrov"]),
    ("{group: The sides}", ["Nadir Quliyev", "Goran Petrov"]),
    ("{group n=2: Both}", ["Nadir Quliyev", "Goran Petrov"]),
    ("{group o=head_of_state: The presidents}", []),
    ("{group c=SRB: The Serbian guests}", ["Goran Petrov"]),
    ("{delegation c=SRB: The Serbian delegation}", ["Goran Petrov"]),
    ("{group: The participants}", []),
    ("{group o=minister_defense cc=SRB+ITA: the Defense Ministers of Serbia and Italy}", ["Goran Petrov", "ITA minister_defense"]),
    ("{pronoun: He}", ["Nadir Quliyev"]),
    ("{pronoun p: They}", ["Nadir Quliyev", "Goran Petrov"]),
    ("{pronoun: I}", []),
])
def test_whom_a_mention_means(mention: str, means: list[str]) -> None:
    _, _, meant = cast_of(MEETING + mention + " spoke.")
    assert list(meant.values())[-1][0] == means


def test_a_counterpart_has_the_same_office() -> None:
    _, cast, _ = cast_of("{named c=AZE o=minister_defense: *Nadir Quliyev*} saw {named c=BLR r=counterpart: his colleague *Ivan Orlov*}.")
    assert [p.office for p in cast.people] == ["minister_defense", "minister_defense"]


def test_a_headline_names_whom_the_lead_introduces() -> None:
    _, cast, meant = cast_of("""
        # {office c=ARM o=minister_foreign: Foreign Minister of Armenia} receives {office c=CHN o=ambassador: Ambassador of China}
        {named o=minister_foreign: Foreign Minister *Aram Petrosyan*} met {named c=CHN o=ambassador: Ambassador *Li Wen*}.""")
    assert meant["Foreign Minister of Armenia"] == (["Aram Petrosyan"], "office")
    assert {p.name: p.country for p in cast.people} == {"Aram Petrosyan": "ARM", "Li Wen": "CHN"}


def test_a_headline_says_what_those_are_who_open_the_lead() -> None:
    _, cast, _ = cast_of("""
        # {office c=ROU o=minister_foreign: Romanian Foreign Minister} puts off trip
        {named: *Andrei Popa*} has put off a visit that was planned with {named: *Ole Berg*}.""")
    assert {p.name: (p.country, p.office) for p in cast.people} == {"Andrei Popa": ("ROU", "minister_foreign"), "Ole Berg": (None, None)}


def test_a_headline_of_two_sides() -> None:
    _, cast, _ = cast_of("""
        # {group o=head_of_state cc=SRB+ARM: Serbian, Armenian Presidents} meet
        {named: *Goran Petrov*} and {named: *Aram Sarkisyan*} met yesterday.""")
    assert [(p.country, p.office) for p in cast.people] == [("SRB", "head_of_state"), ("ARM", "head_of_state")]


def test_a_delegation_has_its_head() -> None:
    _, _, meant = cast_of("""
        {delegation: a delegation} led by {named c=SRB o=minister_defense: the Minister of Defense *Goran Petrov*} arrived on a visit.
        {named c=AZE o=minister_defense: Minister *Nadir Quliyev*} greeted them.
        {delegation: The delegation} and {group: the visitors} laid flowers.""")
    assert [meant[words][0] for words in ("a delegation", "The delegation", "the visitors")] == [["Goran Petrov"]] * 3


def test_he_and_she() -> None:
    _, _, meant = cast_of("""
        {named c=SRB o=speaker_of_parliament: Mrs. *Jovana Savic*} received {named c=AZE o=ambassador: Mr. *Nadir Quliyev*}.
        {pronoun: He} thanked her.
        {pronoun: She} agreed.""")
    assert meant["He"][0] == ["Nadir Quliyev"]
    assert meant["She"][0] == ["Jovana Savic"]


@pytest.mark.parametrize(("home", "markup", "countries"), [
    ("USA", """# {named o=head_of_state: President *Adams*}’s Call with {named o=head_of_government: Prime Minister *Blom*}
        {named o=head_of_state: President *Adams*} spoke with {named c=SWE o=head_of_government: Prime Minister *Nils Blom* of Sweden}.
        """, ["USA", "SWE"]),
    ("USA", "{named o=official: National Security Advisor *Ray Cole*} will travel to {country c=ISR: Israel} to meet "
        "{named o=head_of_government: Prime Minister *Levin*}", ["USA", "ISR"]),
    ("AUS", "In {capital c=USA: Washington}, {pronoun: I} will meet {named o=head_of_state: President *Adams*}.", ["USA"]),
    ("AUS", "In {capital c=GBR: London}, {pronoun: I} will meet {named o=head_of_government: Prime Minister *Hill*}.", ["GBR"]),
    ("AUS", "Statement by {named o=head_of_government: the Prime Minister, Sir *Robert Hill*}", ["AUS"]),
    (None, "{country c=AZE: Azerbaijan} hosts {named o=head_of_state: President *Salim Khan*} of {country c=PAK: Pakistan} for "
        "{named c=AZE o=head_of_state: *Nadir Quliyev*, President of Azerbaijan}", ["PAK", "AZE"]),
    (None, "{named c=AZE o=head_of_state: President *Quliyev*} met {named o=head_of_state: President *Orlov*} in "
        "{country c=FRA: France} on {country c=ITA: Italy}", ["AZE", None]),
    (None, "{named o=minister_defense w=Secretary: Secretary of Defense *Ray Cole*} spoke.", [None]),
    (None, "{named o=minister_defense: Secretary of Defense *Ray Cole*} spoke.", ["USA"]),
    (None, "{named c=AZE o=minister_defense: *Nadir Quliyev*} met {named c=SRB o=minister: [SRB: Serbian] Minister *Goran Petrov*} "
        "and {named o=deputy_head_of_government: Deputy Prime Minister *Ana Vukic*}", ["AZE", "SRB", "SRB"]),
    ("BGD", "{named o=ambassador h=BHR: *Md Karim*, Ambassador to Bahrain}", ["BGD"]),
])
def test_countries_that_no_title_gives(home: str | None, markup: str, countries: list[str | None]) -> None:
    assert [p.country for p in cast_of(markup, home)[1].people if p.name] == countries


def test_the_head_of_the_issuer_needs_no_name() -> None:
    _, cast, meant = cast_of("""
        {office o=head_of_government: The Prime Minister} will visit {country c=IND: India}.
        {pronoun: He} will meet {named c=IND o=head_of_government: Prime Minister *Ravi Rao*}.""", "AUS")
    assert meant["The Prime Minister"] == (["AUS head_of_government"], "office")
    assert meant["He"][0] == ["AUS head_of_government"]
    assert [p.name for p in cast.people] == [None, "Ravi Rao"]


@pytest.mark.parametrize(("markup", "words", "means"), [
    ("{named c=GBR o=head_of_state: Queen *Anne*} came.\n{office o=head_of_state: The President} spoke.", "The President", []),
    ("{named c=GBR o=minister_foreign: Foreign Minister *Ann Hill*} came.\n{office o=minister: the Minister for Science} spoke.",
     "the Minister for Science", []),
    ("{named c=GBR o=minister_foreign: Foreign Minister *Ann Hill*} came.\n{office o=minister: the Minister} spoke.",
     "the Minister", ["Ann Hill"]),
    ("{named c=GBR o=head_of_government: *Ann Hill*} and {named c=FRA o=official: *Luc Noir*} met "
     "{named c=FRA o=head_of_state: *Guy Blanc*}.\n{group: The leaders} spoke.", "The leaders", ["Ann Hill", "Guy Blanc"]),
    ("{named c=GBR o=official: *Ann Hill*} met {named c=FRA o=official: *Luc Noir*}.\n{group: The leaders} spoke.",
     "The leaders", ["Ann Hill", "Luc Noir"]),
    ("{named c=GBR o=official: *Ann Hill*} met {named c=FRA o=official: *Luc Noir*}.\n{named c=GBR o=official: *Hill*} recalled "
     "{named c=GBR o=head_of_state: King *Max*}’s visit to {named c=FRA o=head_of_state: *Guy Blanc*}’s palace.\n{pronoun p: They} agreed.",
     "They", ["Ann Hill", "Luc Noir"]),
    ("{named c=GBR o=official: *Ann Hill*} met {named c=FRA o=official: *Luc Noir*}.\n{named c=GBR o=official: *Hill*} then met "
     "{named c=ITA o=official: *Ugo Nero*}.\n{named c=ITA o=official: *Nero*} agreed.\n{group n=2: The two} parted.",
     "The two", ["Ann Hill", "Ugo Nero"]),
    ("{named c=GBR o=official: *Ann Hill*} came with {delegation: a business delegation}.", "a business delegation", []),
    ("{office o=minister: the minister} from {country c=NOR: Norway} spoke.", "the minister", ["NOR minister"]),
])
def test_who_is_not_meant(markup: str, words: str, means: list[str]) -> None:
    assert cast_of(markup)[2].get(words, ([], ""))[0] == means


def test_people_of_other_segments_lend_country_and_office() -> None:
    known = cast_of("{named c=AZE o=ambassador: Ambassador *Eldar Quliyev*}")[1].people
    text, sentences = marked("{office o=ambassador: Ambassador} and {named: *Eldar Quliyev*} spoke.")
    cast = resolve_cast(text, sentences, known=known)
    assert {p.country for p in cast.people} == {"AZE"}
    text, sentences = marked("{office o=ambassador: Ambassador} spoke.")
    person, = resolve_cast(text, sentences, known=known).people
    assert (person.name, person.country, person.office) == ("Eldar Quliyev", "AZE", "ambassador")


def test_every_reference_is_in_the_cast_and_every_key_is_its_place() -> None:
    _, cast, _ = cast_of(MEETING + "{group: The sides} spoke.\n{office c=FRA o=ambassador: the Ambassador} stayed.\n{pronoun: He} left.")
    assert [p.key for p in cast.people] == list(range(len(cast.people)))
    assert all(p in cast.people for r in cast.references.values() for p in r.people)


@pytest.mark.parametrize("file", [
    "office_kin", "group_words", "travel_words", "implied_countries", "gender_words", "issuers", "governments"])
def test_lexicon_rows_are_unique(file: str) -> None:
    first = [tuple(row.values())[:2] if file == "issuers" else next(iter(row.values())) for row in read_tsv(f"{file}.tsv")]
    assert 0 < len(first) == len(set(first))


def test_lexicon_values_are_known() -> None:
    assert {o for row in read_tsv("office_kin.tsv") for o in (row["title"], *split_cell(row["means"]))} <= set(ORDER)
    titles = {title for row in read_tsv("governments.tsv") for title in split_cell(row["titles"])}
    assert titles == {"president", "vice president", "prime minister", "chancellor", "monarch", "governor-general"}
    assert not possible_in("USA", "head_of_government", "Prime Minister")
    assert possible_in("GBR", "head_of_government", "Prime Minister")


@pytest.mark.usefixtures("ends")
def test_hostile_text_comes_to_an_end() -> None:
    letters = random.Random(1)
    names = ["".join(letters.choices("bdklmnrsz", k=7)) + "u" for _ in range(800)]
    line = "{named c=AZE o=minister: *Ana %s*} met {office c=SRB o=ambassador: the Ambassador}, {pronoun: he} saw {group: both}.\n"
    text, sentences = marked("".join(line % name.title() for name in names))
    cast = resolve_cast(text, sentences, "USA")
    assert len(cast.people) > 700


@pytest.mark.usefixtures("ends")
def test_a_crowd_in_one_sentence_comes_to_an_end() -> None:
    letters = random.Random(1)
    names = ["".join(letters.choices("bdklmnrsz", k=7)).title() + "u" for _ in range(2_000)]
    text, sentences = marked(" ".join(f"{{named o=minister: Minister *{name[::-1].title()} {name}*}}," for name in names))
    assert len(resolve_cast(text, sentences).people) > 1_000


@pytest.mark.parametrize(("title", "country", "value", "there"), [
    ("Minister of State for Foreign Affairs", "QAT", "deputy_minister", "minister"),
    ("Minister of State for Foreign Affairs", "GBR", "deputy_minister", "deputy_minister"),
    ("Foreign Secretary", "IND", "minister_foreign", "deputy_minister"),
    ("Foreign Secretary", "GBR", "minister_foreign", "minister_foreign"),
    ("General Secretary", "VNM", "head_of_organization", "head_of_state"),
    ("Queen", "JOR", "head_of_state", "royal_or_spouse"),
])
def test_what_a_title_means_may_depend_on_the_state(title: str, country: str, value: str, there: str) -> None:
    assert office_in(title, country, value) == there
    _, cast, _ = cast_of(f"{{named o={value}: {title} *Ola Berg*}} met {{named c={country}: *Ola Berg*}}.")
    assert [p.office for p in cast.people] == [there]


def test_a_rank_yields_to_an_office() -> None:
    assert Figure(offices={"official": "Secretary of the Security Council", "military_officer": None}).office == "official"
    assert Figure(offices={"official": "Director", "military_officer": "Commander"}).office == "military_officer"
    assert Figure(offices={"military_officer": None}).office == "military_officer"


def test_who_heads_an_organization_is_of_no_state() -> None:
    text = "Foreign Minister Kari Hansen of Norway will meet Secretary-General Ola Berg to discuss Chad."
    assert [(p.name, p.country) for p in coding_of(text).participants] == [("Kari Hansen", "NOR"), ("Ola Berg", None)]
