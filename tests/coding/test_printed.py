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


@pytest.mark.xfail(strict=True, reason="the name of the document overlaps those of the people and falls out of the view")
def test_the_people_of_the_headline_lend_their_countries() -> None:
    assert coded(f"Joint Statement by {HANSEN} and {SATO}{BODY}", "type countries", day="2021-05-05") == ["signing JPN+NOR"]


def test_without_a_day_of_publication_it_has_no_date() -> None:
    assert coded("Joint Statement by Norway and Japan" + BODY, "when basis") == ["- none"]
