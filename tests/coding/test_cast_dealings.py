"""Whom people represent, read from whom they deal with, and offices told apart from the name."""
import pytest
from test_cast import cast_of


@pytest.mark.parametrize(("home", "markup", "countries"), [
    # for whom somebody signs
    ("SRB", "{named o=official: Director *Ana Vukic*} signed it for {country c=SRB: Serbia} and "
        "{named o=minister: Minister *Kai Lund*} for {country c=NOR: Norway}.", ["SRB", "NOR"]),
    (None, "{named o=minister: Minister *Kai Lund*} left for {country c=NOR: Norway}.", [None]),
    # the second of a pair under one plural
    ("PER", "{country c=PER: Peru} and {country c=COL: Colombia} signed through the "
        "{named o=minister_foreign w=Ministers: Ministers *Luz Arce*} and {named o=minister_foreign w=Ministers: *Iva Rey*}.",
        ["PER", "COL"]),
    # who receives an envoy
    ("VNM", "{named c=VNM o=ambassador h=VEN: Ambassador *Le Binh*} handed his letter to {named o=head_of_state: President *Paz*}.",
        ["VNM", "VEN"]),
    # whom somebody meets abroad
    ("NOR", "In {capital c=DZA: Algiers} talks are due with {named o=minister_foreign: Foreign Minister *Omar Said*}.", ["DZA"]),
    # set against one of the issuer's own, after a sentence about another state
    ("NOR", "He goes to {country c=TUN: Tunisia}.\n"
        "{named o=head_of_state: President *Omar Said*} will receive {office c=NOR o=minister: the Norwegian minister}.", ["TUN"]),
    # the issuer's own comes before an unnamed office said later, and after one said before
    ("VNM", "{named o=minister_foreign: Foreign Minister *Le Binh*} called "
        "{office c=AUS o=minister_foreign: Australia's minister}.", ["VNM"]),
    ("VNM", "{office c=AUS o=minister_foreign: Australian Foreign Minister} comes.\n"
        "{named o=minister_foreign: Foreign Minister *Ann Hill*} left.", ["AUS"]),
    # bare ambassadors
    ("VNM", "{named o=ambassador: Ambassador *Le Binh*} thanked {named c=LAO o=minister: Lao Minister *Kham Sy*}.", ["VNM", "LAO"]),
    ("WSM", "Diggers come from {country c=JPN: Japan}.\n{named o=ambassador: Ambassador *Ken Ito*} met "
        "{office c=WSM o=minister: the Samoan Minister}.", ["JPN"]),
    # two ministers with one portfolio are of two states
    ("IND", "MoU with {country c=ZMB: Zambia} - {named o=minister: Minister of Mines *Raj Rao*}; "
        "{named o=minister: Minister of Mines *Joe Phiri*}", ["IND", "ZMB"]),
    # a deputy premier may hold the foreign minister's seat, too
    ("ARE", "# {group cc=ARE+KAZ o=minister_foreign: UAE, Kazakh Foreign Ministers} meet\n"
        "{named o=minister_foreign: Minister of Foreign Affairs *Omar Said*} and {named c=KAZ o=deputy_head_of_government: "
        "Deputy Prime Minister and Minister of Foreign Affairs *Azat Nur*} met.", ["ARE", "KAZ"]),
    # a monarchy's king is at home, though another is named
    ("SAU", "# {office c=MAR o=head_of_state: King of Morocco}\n{named o=head_of_state: King *Omar Said*} cabled "
        "{named c=MAR o=head_of_state: King *Ali*}.", ["MAR", "SAU"]),
    (None, "{named o=head_of_state: Pope *Pius*}", ["VAT"]),
    (None, "{named: Shri *Raj Rao*}", ["IND"]),
])
def test_country(home: str | None, markup: str, countries: list[str | None]) -> None:
    assert [p.country for p in cast_of(markup, home)[1].people if p.name] == countries


@pytest.mark.parametrize(("markup", "people"), [
    ("{named: *Ann Hill*}, who has been named {office c=AUS o=ambassador: Ambassador of Australia}, spoke.",
        {"Ann Hill": ("AUS", "ambassador")}),
    ("# {office c=NOR o=minister_foreign: Norwegian foreign minister} on tour\n{named: *Kai Lund*} leaves.\n{named: *Lund*} will be back.",
        {"Kai Lund": ("NOR", "minister_foreign")}),
    ("{named c=GEO o=deputy_head_of_government: Vice Prime Minister and Foreign Minister *Gia Beri*} met "
        "{named c=SWE r=counterpart: *Eva Blom*, his Swedish colleague}.",
        {"Gia Beri": ("GEO", "deputy_head_of_government"), "Eva Blom": ("SWE", "minister_foreign")}),
    ("# Delegation to the ceremony\n{named c=USA o=ambassador f: *Ray Cole*, former Ambassador}", {"Ray Cole": ("USA", "unknown")}),
])
def test_offices_told_apart_from_the_name(markup: str, people: dict[str, tuple[str, str]]) -> None:
    cast = cast_of(markup)[1]
    assert {p.name: (p.country, p.office) for p in cast.people if p.name} == people
    assert not any(p.former for p in cast.people)


GATHERING = """{named c=MNE o=minister_defense: Minister *Mia Perovic*} was in the chair.
    {named c=ALB o=minister_defense: *Ada Hoxha*}, {named c=HRV o=minister_defense: *Ivo Babic*}, {named c=MKD o=minister: *Jan Zoric*}.
    """


@pytest.mark.parametrize(("mention", "means"), [
    ("{group o=minister: The ministers}", ["Mia Perovic", "Ada Hoxha", "Ivo Babic", "Jan Zoric"]),
    ("{group: The participants}", ["Mia Perovic", "Ada Hoxha", "Ivo Babic", "Jan Zoric"]),
    ("{group o=minister n=2: The two ministers}", ["Ada Hoxha", "Ivo Babic"]),
])
def test_a_gathering_is_everybody(mention: str, means: list[str]) -> None:
    words = mention.partition(": ")[2].rstrip("}")
    assert cast_of(f"{GATHERING}{mention} met.", "MNE")[2][words][0] == means


def test_guest_and_host() -> None:
    markup = """{named c=PAK o=head_of_state: President *Khan*} met {named c=TUR o=military_officer: General *Kaya*}.
        {office r=guest: The visiting dignitary} thanked {office r=host: his host}."""
    meant = cast_of(markup, "PAK")[2]
    assert (meant["The visiting dignitary"][0], meant["his host"][0]) == (["Kaya"], ["Khan"])


@pytest.mark.parametrize(("line", "means"), [
    ("{named c=PAK: Admiral *Raja*} received {pronoun: him} at noon.", ["Kaya"]),
    ("{named c=PAK: Admiral *Raja*} said that the talks gave {pronoun: him} hope.", ["Raja"]),
    ("{named c=IRN: Consul *Amiri*} was glad when {named c=PAK: Admiral *Raja*} met {pronoun: him}.", ["Amiri"]),
    ("{named c=PAK: Admiral *Raja*} was in {pronoun: his} office.", ["Raja"]),
])
def test_him_is_not_the_subject_of_its_clause(line: str, means: list[str]) -> None:
    meant = cast_of(f"{{named c=TUR: General *Kaya*}} came.\n{line}", "PAK")[2]
    assert next(m[0] for words, m in meant.items() if words in ("him", "his")) == means
