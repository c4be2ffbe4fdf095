"""Whom people represent, read from ties in the words themselves."""
import pytest
from coded import coding_of
from test_cast import cast_of


@pytest.mark.parametrize(("home", "markup", "countries"), [
    # the word for a people before a rank
    (None, "{demonym c=KEN: Kenyan} {named o=military_officer: General *Peter Otieno*} came.", ["KEN"]),
    # "its"
    (None, "{country c=GNB: Guinea-Bissau} was next. {named o=head_of_state: *Rui Sa*, its president}, came.", ["GNB"]),
    # a parliament names itself first
    ("NOR", "He met {named o=member_of_parliament: leader of [SRB: Serbia]-[NOR: Norway] friendship group *Ana Vukic*}.", ["SRB"]),
    # two sign, a side each
    ("AUS", "{named c=PNG o=minister_foreign: [PNG: PNG] Foreign Minister *Ray Pato*} and {named o=minister: Minister *Ann Hill*} "
        "signed it.", ["PNG", "AUS"]),
    # heads of the two sides
    ("IND", "{country c=IND: India} and {country c=OMN: Oman} held talks.\nThe delegations were headed by {named: *Raj Rao*} and "
        "{named o=official: *Omar Said*, Director}.", ["IND", "OMN"]),
    # an envoy reads out what his own leader wrote
    (None, "{named c=TUR o=ambassador: Turkish Ambassador *Can Ok*} spoke.\n{office o=ambassador: the ambassador} read out what "
        "{named o=head_of_state: President *Ali Kaya*} wrote to {country c=BIH: Bosnia}.", ["TUR", "TUR"]),
    # the issuer's adjective before an ambassador's other title
    # lines of a delegation
    ("USA", "# {delegation: Presidential Delegation} to {country c=HND: Honduras}\n2022-01-18\n# {named: Ms. *Ann Hill*}, Chargé", ["USA"]),
    ("USA", "{named o=head_of_state: President *Cole*} goes to {country c=POL: Poland}. {country c=USA: U.S.} Special Envoy, "
        "{named o=ambassador: Ambassador *Ann Hill*} will join.", ["USA", "USA"]),
    # what is talked about is nobody's state; where somebody goes is not the traveller's
    (None, "{named o=head_of_state: President *Cole*} spoke of the war in {country c=UKR: Ukraine}.", [None]),
    (None, "{named o=head_of_state: President *Cole*} ends a tour that took him to {country c=GIN: Guinea}.", [None]),
    # a mayor is at home where the sentence takes place, a governor where the envoy before him serves; who travels is not
    ("JPN", "{named o=subnational_official: Mayor *Alper Kaya*} was host in {city c=TUR: Izmir}.", ["TUR"]),
    ("ARE", "{named c=ARE h=TCD o=ambassador: *Ali Said*, Ambassador to Chad} saw {named o=subnational_official: Governor *Ada Sou*}.",
        ["ARE", "TCD"]),
    ("JPN", "{named o=subnational_official: Mayor *Kenji Mori*} travelled to {city c=TUR: Izmir}.", ["JPN"]),
    # a first lady goes along with who was named before her
    (None, "{named c=PER o=head_of_state: President *Ivo Rey*} came to {country c=ECU: Ecuador} with {named o=royal_or_spouse: "
        "First Lady *Luz Rey*}.", ["PER", "PER"]),
    # whose side or delegation somebody heads
    ("NPL", "{group c=FIN: the Finnish side} was headed by {named o=deputy_minister: State Secretary *Aino Sumu*}.", ["FIN"]),
    # the Union's own, where it is named
    ("POL", "{body c=EU: The Union} spoke through {named o=official: Commissioner *Ada Berg*}.", ["EU"]),
    ("POL", "{country c=NOR: Norway} spoke. {named o=official: Commissioner *Ada Berg*} spoke.", ["POL"]),
    # organizations of states have no ministers
    ("URY", "As for {body c=MERCOSUR: Mercosur}, {named c=MERCOSUR o=minister: Minister *Luz Arce*} spoke.", ["URY"]),
])
def test_country(home: str | None, markup: str, countries: list[str | None]) -> None:
    assert [p.country for p in cast_of(markup, home)[1].people if p.name] == countries


@pytest.mark.parametrize(("markup", "people"), [
    ("{office c=GBR o=minister_defense: the British Secretary of State for Defence}, {named: *Hill*}, will come.",
        {"Hill": ("GBR", "minister_defense")}),
    ("{office c=GBR o=minister_foreign: The British Secretary of State},\n{named: Mr. *Hill*}, will come.",
        {"Hill": ("GBR", "minister_foreign")}),
    ("{office c=GBR o=minister_defense: the British Secretary of State for Defence}, {named: *Hill*} and others.", {"Hill": (None, None)}),
    ("{named c=URY o=minister_foreign: Foreign Minister *Luz Arce*} met {named c=PRY r=counterpart: her colleague *Ivo Rey*}.\n"
        "{named o=minister: Minister *Rey*} spoke.",
        {"Luz Arce": ("URY", "minister_foreign"), "Ivo Rey": ("PRY", "minister_foreign")}),
    ("We go to {country c=HND: Honduras} for the inauguration of {named: *Luz Arce*}.", {"Luz Arce": ("HND", "head_of_state")}),
    # a headline's short name, and a namesake who is somebody else
    ("# {named o=head_of_state: President *Jo*} stays\n{named o=head_of_state: President *Johan Widy*} stays.",
        {"Johan Widy": (None, "head_of_state")}),
    ("# {named o=head_of_state: President *Jo*} stays\n{named c=FIN o=head_of_state: President *Ari Koski*} stays.",
        {"Jo": (None, "head_of_state"), "Ari Koski": ("FIN", "head_of_state")}),
])
def test_office(markup: str, people: dict[str, tuple[str | None, str | None]]) -> None:
    assert {p.name: (p.country, p.office) for p in cast_of(markup)[1].people if p.name} == people


def test_a_plural_title_of_one_state_means_all_who_hold_it() -> None:
    _, _, meant = cast_of(
        "{named c=AZE o=member_of_parliament: Chairman *Eldar Aliyev*} and {named c=AZE o=member_of_parliament: MP *Can Ok*} came.\n"
        "{group c=AZE cc=AZE o=member_of_parliament: the Azerbaijani MPs} left.")
    assert meant["the Azerbaijani MPs"] == (["Eldar Aliyev", "Can Ok"], "group")


@pytest.mark.parametrize(("text", "office", "country"), [
    ("The Ambassador of Peru visited the Research Council of Norway and was received by its President, Prof. Ole Berg.", "official", "NOR"),
    ("Peru was next. Its President, Mr Ole Berg, received the Ambassador of Norway.", "head_of_state", "PER"),
])
def test_who_presides_over_a_body_leads_no_state(text: str, office: str, country: str) -> None:
    (berg,) = [p for p in coding_of(text).participants if p.name == "Ole Berg"]
    assert (berg.office, berg.country) == (office, country)


def test_a_group_title_means_those_who_hold_that_office_in_their_state() -> None:
    _, _, meant = cast_of(
        "{named c=COL o=minister_foreign: *Ana Rey*} met {named c=CHL o=minister_foreign: *Ivo Sol*}.\n"
        "{named: *Jo Hill*} watched {group o=head_of_government n=2: the two Chancellors}.")
    assert meant["the two Chancellors"][0] == ["Ana Rey", "Ivo Sol"]
