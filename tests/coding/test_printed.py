"""Joint statements that are printed: the headline is the document, the day of publication the day of its signing."""
import pytest
from coded import HANSEN, SATO, coded, papers

BODY = "\n\nThe two countries reaffirm their friendship."


@pytest.mark.parametrize("headline", [
    "Joint Statement by Norway and Japan",
    "JOINT STATEMENT BY NORWAY AND JAPAN",
    "Joint Declaration of the Governments of Norway and Japan on Fisheries",
    "Norway-Japan Joint Statement",
    "The Joint Communiqué of Norway and Japan",
    "Joint Press Statement by Norway and Japan",
])
def test_a_printed_statement(headline: str) -> None:
    assert coded(headline + BODY, "type status when basis countries", day="2021-05-05") == ["signing held 2021-05-05 published JPN+NOR"]
    assert papers(headline + BODY, "type status when parties event", day="2021-05-05") == [
        "joint_statement signed 2021-05-05 JPN+NOR signing"]


@pytest.mark.parametrize("headline", [
    "Remarks on the Joint Statement by Norway and Japan",
    "Minister comments on the Joint Statement by Norway and Japan",
    "Agreement between Norway and Japan",
])
def test_no_printed_statement(headline: str) -> None:
    assert coded(headline + BODY, "type", day="2021-05-05") == []


def test_a_statement_of_one_country_is_none() -> None:
    assert coded("Joint Statement by the Ministries of Norway\n\nThe ministries agree.", day="2021-05-05") == []


def test_the_people_of_the_headline_lend_their_countries() -> None:
    assert coded(f"Joint Statement by {HANSEN} and {SATO}{BODY}", "type countries", day="2021-05-05") == ["signing JPN+NOR"]


def test_without_a_day_of_publication_it_has_no_date() -> None:
    assert coded("Joint Statement by Norway and Japan" + BODY, "when basis") == ["- none"]


def test_what_was_spoken_under_the_name_of_a_statement_is_a_press_conference() -> None:
    spoken = ("PRIME MINISTER HANSEN: Welcome.", "PRIME MINISTER MORI: Thank you.", "PRIME MINISTER HANSEN: Questions?")
    text = "\n".join(["Joint Statement with the Prime Minister of Japan, Mr Ken Mori", "", *spoken])
    assert coded(text, "type status people", day="2021-05-05") == ["press_conference held Ken Mori:speaker"]


def test_the_text_of_a_memorandum_is_its_signing() -> None:
    parties = "the Governments of Norway, the French Republic and Japan"
    text = f"Memorandum of Understanding on a Northern Corridor\n\nPursuant to this Memorandum, {parties} commit to work together."
    assert papers(text, "type status when parties", day="2021-05-05") == ["memorandum signed 2021-05-05 FRA+JPN+NOR"]
    assert coded("Memorandum on the Agreement with Norway\n\nBy the authority vested in me, I hereby determine what Japan gets.") == []


def test_leaders_without_a_country_in_the_headline_have_it_from_their_first_sentence() -> None:
    text = "Joint Leaders Statement on Fisheries\n\nAs leaders of Norway and Japan, we reaffirm our friendship."
    assert coded(text, "type status when countries", day="2021-05-05") == ["signing held 2021-05-05 JPN+NOR"]


def test_what_a_statement_recalls_or_announces_does_not_date_it() -> None:
    told = "In March 2019 the two countries signed an agreement on fish. They will sign a treaty in 2030."
    text = f"Joint Statement by Norway and Japan\n\n{told}"
    assert coded(text, "type status when", day="2021-05-05") == [
        "signing held 2021-05-05", "signing held* 2019-03", "signing planned 2030"]
