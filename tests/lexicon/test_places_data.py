from pipelines.lexicon import countries
from pipelines.lexicon.loader import read_tsv, split_cell
from pipelines.recognize.gazetteer import gazetteer
from pipelines.recognize.place_names import read_city, read_city_lines, read_mark


def test_every_country_row_is_complete_and_found() -> None:
    for row in read_tsv("countries.tsv"):
        assert len(row["code"]) == 3 and row["kind"] in ("state", "territory", "historic"), row
        for value in (row["name"], *split_cell(row["aliases"]), *split_cell(row["demonyms"])):
            assert any(row["code"] in entry.countries for entry in gazetteer().lookup(read_mark(value)[0])), value


def test_every_capital_of_a_state_has_coordinates() -> None:
    without = {
        row["code"]
        for row in read_tsv("countries.tsv")
        for value in split_cell(row["capitals"])[:1]
        if row["kind"] == "state" and not any(e.kind == "capital" and e.latitude for e in gazetteer().lookup(read_mark(value)[0]))
    }
    assert without <= {"PLW", "NRU", "MCO"}, without


def test_every_region_seat_and_body_names_known_countries() -> None:
    codes = {row["code"] for row in read_tsv("countries.tsv")} | {row["code"] for row in read_tsv("bodies.tsv")}
    for table in ("regions.tsv", "seats.tsv"):
        for row in read_tsv(table):
            assert split_cell(row["countries"]) and set(split_cell(row["countries"])) <= codes, row


def test_every_city_row_is_readable() -> None:
    for lines in read_city_lines().values():
        for _, city in map(read_city, lines):
            assert city.trust in ("strong", "plain", "strict") and -90 <= (city.latitude or 0) <= 90 and len(city.countries[0]) == 3


def test_look_ups() -> None:
    names = ("the Netherlands", "Serbian", "SRB", "US", "us", "nowhere")
    assert [countries.iso_of(name) for name in names] == ["NLD", "SRB", "SRB", "USA", None, None]
    assert (countries.capital_of("SRB"), countries.name_of("GEO"), countries.capital_of("XXX")) == ("Belgrade", "Georgia", None)
    assert countries.is_state("XKX") and not countries.is_state("NATO")
