"""What `sources.yml` says of the texts beside it."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.ingest import BadSources, read_folder
from pipelines.ingest.inputs import Source
from pipelines.ingest.sources import compiled, read_sources, source_of
from pipelines.ingest.told_dates import told_date
from pipelines.model.document import Document, RejectedFile

TALKS = "The ministers of the two countries met in the capital on Monday and talked about the trade that is to grow."


@pytest.mark.parametrize(
    ("pattern", "matched", "others"),
    [
        ("mfa", ["mfa/a.txt", "mfa/b/c.txt", "mfa"], ["mfa.txt", "x/mfa/a.txt"]),
        ("mfa/", ["mfa/a.txt"], ["mfab/a.txt"]),
        ("*.txt", ["a.txt"], ["mfa/a.txt", "a.html"]),
        ("**/*.txt", ["a.txt", "mfa/a.txt", "b.zip!/c.txt"], ["a.html"]),
        ("mfa/**", ["mfa/a.txt", "mfa/b/c.txt"], ["a.txt"]),
        ("a?.jsonl", ["a1.jsonl#7", "a2.jsonl"], ["a10.jsonl#7"]),
        ("b.zip", ["b.zip!/mfa/a.html", "b.zip!/d.csv#3"], ["ab.zip!/a.html"]),
        ("b.zip!/mfa/", ["b.zip!/mfa/a.html"], ["b.zip!/a.html"]),
        ("a+(1).txt", ["a+(1).txt"], ["aa1.txt"]),
    ],
)
def test_patterns(pattern: str, matched: list[str], others: list[str]) -> None:
    found = compiled(pattern)
    assert [name for name in [*matched, *others] if found.fullmatch(name)] == matched


def test_the_later_line_counts(tmp_path: Path) -> None:
    (tmp_path / "sources.yml").write_text("'**': {language: en, country: Norway}\nmfa: {country: SRB, publisher: MFA}\n")
    of = source_of(tmp_path)
    assert of("a.txt") == Source(country="NOR", language="en")
    assert of("mfa/a.txt") == Source("MFA", "SRB", "en")


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("mfa:\n  publsher: x", "line 2: there is no setting 'publsher', did you mean 'publisher'?"),
        ("mfa:\n  wxyz: x", "line 2: there is no setting 'wxyz'; there are publisher, country, language, date_order, date_format"),
        ("mfa:\n  country: Norlandia", "line 2: country: 'Norlandia' is no country known here"),
        ("mfa:\n  language: English", "line 2: language: 'English' is no ISO 639 code"),
        ("mfa:\n\n  date_order: ddmm", "line 3: date_order: 'ddmm' is neither dmy"),
        ("mfa:\n  date_format: '%d.%m'", "line 2: date_format: '%d.%m' does not give day, month and year"),
        ("mfa:\n  publisher: [a]", "line 2: publisher wants one value"),
        ("mfa:\n  publisher:", "line 2: publisher wants one value"),
        ("mfa: x", "line 1: expected settings"),
        ("- mfa", "line 1: expected patterns of file names"),
        ("mfa: {}\nmfa: {}", "line 2: 'mfa' stands here twice"),
        ("mfa: {\n", "line 2: "),
        ("? [a]\n: b", "line 1: expected patterns"),
    ],
)
def test_mistakes_are_named(tmp_path: Path, text: str, complaint: str) -> None:
    (tmp_path / "a.txt").write_text(TALKS)
    (tmp_path / "sources.yml").write_text(text)
    with pytest.raises(BadSources) as raised:
        list(read_folder(tmp_path))
    assert str(raised.value).startswith(f"sources.yml, {complaint}")


@given(st.text(alphabet="ab:{}[]&*!|>-'\"% \n#?,", max_size=40))
def test_any_text_is_rules_or_a_complaint(text: str) -> None:
    try:
        assert list(read_sources(text)) is not None
    except BadSources as why:
        assert str(why).startswith("sources.yml")


def test_no_is_a_language(tmp_path: Path) -> None:
    (tmp_path / "sources.yml").write_text("a.txt: {language: no}")
    (tmp_path / "a.txt").write_text(TALKS)
    (one,) = read_folder(tmp_path)
    assert isinstance(one, RejectedFile) and one.reasons == ("not English: no",)


def test_what_is_said_of_a_text_is_in_its_document(tmp_path: Path) -> None:
    (tmp_path / "sources.yml").write_text("mfa: {publisher: Ministry of Foreign Affairs, country: Serbia}\n")
    (tmp_path / "mfa").mkdir()
    (tmp_path / "mfa/a.txt").write_text(TALKS)
    (one,) = read_folder(tmp_path)
    assert isinstance(one, Document) and (one.publisher, one.publisher_country) == ("Ministry of Foreign Affairs", "SRB")


@pytest.mark.parametrize(
    ("written", "source", "day"),
    [
        ("05/04/2018", Source(date_order="dmy"), date(2018, 4, 5)),
        ("05/04/2018", Source(date_order="mdy"), date(2018, 5, 4)),
        ("05.04.2018", Source(date_order="mdy"), date(2018, 5, 4)),
        ("25/04/2018", Source(date_order="mdy"), date(2018, 4, 25)),
        ("5-4-18", Source(date_order="dmy"), date(2018, 4, 5)),
        ("2018-04-05", Source(date_order="dmy"), date(2018, 4, 5)),
        ("20180405x", Source(date_format="%Y%d%mx"), date(2018, 5, 4)),
        ("5 April 2018", Source(date_format="%Y%d%m"), date(2018, 4, 5)),
    ],
)
def test_dates_as_the_source_writes_them(written: str, source: Source, day: date) -> None:
    assert told_date(written, source) == (day, "day")
