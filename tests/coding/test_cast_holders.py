"""What is known of office holders stands in where the text does not say whose somebody is; what the text says comes first."""
from datetime import date

import pytest
from coded import coded

from pipelines.coding.cast import holders
from pipelines.coding.cast.holders import Holder
from pipelines.coding.cast.offices import ORDER
from pipelines.lexicon.countries import is_state
from pipelines.lexicon.loader import read_tsv, split_cell
from pipelines.recognize.names import parse

HELD = (
    Holder("Pavel Novak", "CZE", "head_of_state", 2018, 2022), Holder("Novak", "SVK", "minister_foreign", 2019, 2019),
    Holder("Jana Dvorak", "CZE", "minister_foreign", 2019, 2021), Holder("Tiana Ravelu", "MDG", "head_of_government", 2018, 2018),
    Holder("Berg", "SWE", "minister_foreign", 2020, 2021), Holder("Eva Berg", "FIN", "minister_foreign", 1990, 1991),
    Holder("Ana Costa", "PRT", "minister_foreign", 2019, 2020), Holder("Ana Costa", "BRA", "minister_foreign", 2019, 2019),
)
KEYS = {parse(holder.name).tokens[-1] for holder in HELD}
COLUMNS = "type countries people"


@pytest.fixture(autouse=True)
def made_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(holders, "_known", lambda: {key: tuple(h for h in HELD if parse(h.name).tokens[-1] == key) for key in KEYS})


@pytest.mark.parametrize(("text", "rows"), [
    # a full name, though the text never says whose president he is
    ("President Pavel Novak received Foreign Minister Kari Hansen of Norway in the castle.",
     ["meeting CZE+NOR Kari Hansen:guest, Pavel Novak:host"]),
    # the years are those of a politician's life, not of the term alone, and offices change
    ("Foreign Minister Tiana Ravelu met Foreign Minister Taro Sato of Japan.",
     ["meeting JPN+MDG Taro Sato:participant, Tiana Ravelu:participant"]),
    # a surname under the same office at the time; another state had hers a generation ago
    ("Foreign Minister Berg met Foreign Minister Taro Sato of Japan.", ["meeting JPN+SWE Berg:participant, Taro Sato:participant"]),
    # a surname under another office says nothing
    ("Prime Minister Berg met Foreign Minister Taro Sato of Japan.", []),
    # two states are no answer
    ("Foreign Minister Ana Costa met Foreign Minister Taro Sato of Japan.", []),
    # a general of the name is somebody else
    ("General Pavel Novak met Foreign Minister Taro Sato of Japan.", []),
    # what the text says comes first
    ("Slovak President Pavel Novak met Foreign Minister Taro Sato of Japan.",
     ["meeting JPN+SVK Pavel Novak:participant, Taro Sato:participant"]),
])
def test_whose_somebody_is(text: str, rows: list[str]) -> None:
    found = [row for row in coded(text, COLUMNS, day="2021-05-05") if "+" in row]
    assert found == rows


@pytest.mark.parametrize(("day", "country"), [
    ("2021-01-01", "SWE"), ("2024-12-31", "SWE"), ("2026-01-01", None), ("1991-06-01", "FIN"), (None, None),
])
def test_a_surname_counts_only_at_the_time(day: str | None, country: str | None) -> None:
    when = date.fromisoformat(day) if day else None
    assert holders.country_by_surname("Berg", "minister_foreign", "Foreign Minister", when) == country


@pytest.mark.parametrize(("name", "country", "year", "office"), [
    ("Pavel Novak", "CZE", 2020, "head_of_state"),
    ("Pavel Novak", "SVK", 2020, None),
    ("Pavel Novak", "CZE", 2023, None),  # known to have been, not to be
    ("Novak", "CZE", 2020, "head_of_state"),  # "Mr Novak", where the text says whose he is
    ("Novak", "CZE", 2023, None),
    ("Berg", "SWE", 2020, "minister_foreign"),
])
def test_the_office_of_whom_the_text_gives_no_title(name: str, country: str, year: int, office: str | None) -> None:
    assert holders.office_by_name(name, country, date(year, 5, 1)) == office


@pytest.mark.parametrize(("title", "name", "office"), [
    ("Minister", "Berg", "minister_foreign"), ("Secretary", "Berg", "minister_foreign"),
    ("Minister of Trade", "Berg", None),  # the text says of what
    ("Minister", "Lind", None),
])
def test_of_what_somebody_is_minister(title: str, name: str, office: str | None) -> None:
    assert holders.portfolio_by_name(name, title, "SWE", date(2020, 5, 1)) == office


@pytest.mark.parametrize(("name", "year", "country"), [
    ("Ravelu", 2018, "MDG"),
    ("Ravelu", 2019, None),  # at the time only
    ("Novak", 2019, None),  # two people
    ("Tiana Novak", 2021, None),  # somebody else of the name
])
def test_a_bare_surname_is_that_of_the_one_in_office(name: str, year: int, country: str | None) -> None:
    assert holders.country_by_surname(name, None, None, date(year, 5, 1)) == country


def test_leaders_without_a_country_tell_who_issues_a_page() -> None:
    text = "President Pavel Novak and Foreign Minister Jana Dvorak were there. Minister Petr Maly met Trade Minister Kari Hansen of Norway."
    assert coded(text, COLUMNS, day="2021-05-05") == ["meeting CZE+NOR Kari Hansen:participant, Petr Maly:participant"]


def test_the_table_can_be_looked_up() -> None:
    rows = read_tsv("office_holders.tsv")
    bodies = {row["code"] for row in read_tsv("bodies.tsv")}
    assert len(rows) > 5_000
    for row in rows:
        keys = set(split_cell(row["keys"]))
        assert keys and keys <= set(parse(row["name"]).tokens), row
        assert is_state(row["country"]) or row["country"] in bodies, row
        assert row["office"] in ORDER and int(row["first"]) <= int(row["last"]), row
