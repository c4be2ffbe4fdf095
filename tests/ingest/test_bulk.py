"""Rows of bulk files and members of archives: each is one input, named and accounted for."""

import csv
import gzip
import json
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pyarrow
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyarrow import parquet

from pipelines.ingest import Limits, read_folder
from pipelines.ingest.rows import fields_of
from pipelines.lexicon.loader import read_tsv, split_cell
from pipelines.model.document import Document, RejectedFile

TALKS = "The ministers of the two countries met in the capital on Monday and talked about the trade that is to grow."
VISIT = "The President of Suria came to the capital on Friday for a visit of three days and met the Prime Minister."
PAGE = f"<html><body><h1>Talks</h1><p>{TALKS}</p></body></html>"
ROW = {"id": "r1", "headline": "Talks in Lumen", "text": TALKS, "date": "2019-05-07", "link": "https://mfa.gov.az/1",
       "source": "Embassy of Serbia", "lang": "en-GB"}
Rows = list[dict[str, Any]]


def results(folder: Path, limits: Limits | None = None) -> dict[str, Document | RejectedFile]:
    return {one.file_name: one for one in read_folder(folder, limits)}


def told(folder: Path, limits: Limits | None = None) -> dict[str, str]:
    """Name of each input -> its text, or why it was rejected."""
    return {name: one.text if isinstance(one, Document) else "; ".join(one.reasons) for name, one in results(folder, limits).items()}


def as_lines(rows: Rows, path: Path) -> None:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")


def as_array(rows: Rows, path: Path) -> None:
    path.write_text(json.dumps(rows, indent=1), "utf-8")


def as_csv(rows: Rows, path: Path, delimiter: str = ",") -> None:
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, list(rows[0]), delimiter=delimiter)
        writer.writeheader()
        writer.writerows(rows)


def as_tsv(rows: Rows, path: Path) -> None:
    as_csv(rows, path, "\t")


def as_parquet(rows: Rows, path: Path) -> None:
    parquet.write_table(pyarrow.Table.from_pylist(rows), path)


FORMATS = [("a.jsonl", as_lines), ("a.json", as_array), ("a.csv", as_csv), ("a.tsv", as_tsv), ("a.parquet", as_parquet)]


@pytest.mark.parametrize(("name", "write"), FORMATS)
def test_a_row_is_the_same_document_in_every_format(name: str, write: Callable[[Rows, Path], None], tmp_path: Path) -> None:
    write([ROW, {**ROW, "id": "r2", "text": "", "date": None}, {**ROW, "id": "r3", "text": TALKS + " " + VISIT}], tmp_path / name)
    found = results(tmp_path)
    assert list(found) == [f"{name}#r1", f"{name}#r2", f"{name}#r3"]
    one, none, _ = found.values()
    assert isinstance(none, RejectedFile) and none.reasons == ("no text in this row",)
    assert isinstance(one, Document)
    assert (one.text, one.title, one.url) == (f"Talks in Lumen\n\n{TALKS}", "Talks in Lumen", "https://mfa.gov.az/1")
    assert (one.published_on, one.published_precision) == (date(2019, 5, 7), "day")
    assert (one.publisher, one.publisher_country) == ("Embassy of Serbia", "SRB")
    assert one.document_id == "doc_dd7770a82d6d0f0b"


@pytest.mark.parametrize(("name", "write"), FORMATS)
@pytest.mark.parametrize("pack", ["gz", "zip"])
def test_packed(name: str, write: Callable[[Rows, Path], None], pack: str, tmp_path: Path) -> None:
    write([ROW], tmp_path / name)
    data = (tmp_path / name).read_bytes()
    (tmp_path / name).unlink()
    if pack == "gz":
        (tmp_path / f"{name}.gz").write_bytes(gzip.compress(data))
        assert told(tmp_path) == {f"{name}.gz#r1": f"Talks in Lumen\n\n{TALKS}"}
    else:
        with zipfile.ZipFile(tmp_path / "b.zip", "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(f"in/{name}", data)
        assert told(tmp_path) == {f"b.zip!/in/{name}#r1": f"Talks in Lumen\n\n{TALKS}"}


@pytest.mark.parametrize(
    ("written", "published", "precision"),
    [
        ("2019-05-07T23:00:00-04:00", date(2019, 5, 7), "day"),
        ("2019-05", date(2019, 5, 1), "month"),
        ("2019", date(2019, 1, 1), "year"),
        (20190507, date(2019, 5, 7), "day"),
        ("7 May 2019", date(2019, 5, 7), "day"),
        ("Tuesday, 7 May 2019 10:00", date(2019, 5, 7), "day"),
        ("soon", None, "none"),
        ("2019-13-45", None, "none"),
        ("", None, "none"),
    ],
)
def test_dates(written: object, published: date | None, precision: str, tmp_path: Path) -> None:
    as_lines([{"text": TALKS, "date": written}], tmp_path / "a.jsonl")
    (one,) = results(tmp_path).values()
    assert isinstance(one, Document) and (one.published_on, one.published_precision) == (published, precision)


def test_values_that_parquet_has_types_for(tmp_path: Path) -> None:
    row = {"id": 7, "content": TALKS, "published_at": datetime(2019, 5, 7, 23), "tags": ["a"], "title": None}
    as_parquet([row], tmp_path / "a.parquet")
    (one,) = results(tmp_path).values()
    assert isinstance(one, Document) and (one.file_name, one.published_on, one.title) == ("a.parquet#7", date(2019, 5, 7), None)


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a.jsonl", "{}", {"a.jsonl#1": "no column with the text: call it text or content; there are "}),
        ("a.jsonl", '\n{"text": \n\n[1]\n{"text"', {"a.jsonl#2": "not JSON", "a.jsonl#4": "not a JSON object", "a.jsonl#5": "not JSON"}),
        ("a.jsonl", "", {"a.jsonl": "no rows"}),
        ("a.jsonl", '{"text": ["a"]}', {"a.jsonl#1": "no text in this row"}),
        ("a.jsonl", "[" * 5_000, {"a.jsonl": "not JSON"}),
        ("a.json", "[1, 2", {"a.json": "not JSON"}),
        ("a.csv", "name,words\n1,2\n3,4\n", {"a.csv": "no column with the text: call it text or content; there are name, words"}),
        ("a.csv", "text\n", {"a.csv": "no rows"}),
        ("a.csv", "t\x00e\x00x\x00t\x00\n\x00T\x00a\x00l\x00k\x00s\x00\n\x00\n", {"a.csv#1": "Talks", "a.csv#2": "empty"}),
        ("a.csv", "", {"a.csv": "no rows"}),
        ("a.csv", f"id,text\n1,{TALKS}, and more\n", {"a.csv#1": "3 cells, but 2 columns: is a text with commas without quotes?"}),
        ("a.csv", f'text\n"{TALKS}"\n"open\n{VISIT}', {"a.csv#1": TALKS, "a.csv#2": f"open\n{VISIT}"}),
        ("a.parquet", "PAR1 no more", {"a.parquet": "cannot be read"}),
        ("a.zip", "PK\x03\x04", {"a.zip": "a damaged ZIP archive"}),
        ("a.gz", "\x1f\x8b\x08", {"a.gz": ""}),
    ],
)
def test_what_is_no_row(name: str, content: str, expected: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(content.encode("latin-1"))
    found = told(tmp_path)
    assert list(found) == list(expected)
    assert all(found[one].startswith(begin) for one, begin in expected.items()), found


@pytest.mark.parametrize(
    ("limits", "reason"),
    [
        (Limits(max_rows=1), "from here on unread: the limit is 1 rows"),
        (Limits(max_bytes=100), "a line of more than 100 characters"),
        (Limits(max_chars=20), "too large: "),
    ],
)
def test_limits_of_rows(limits: Limits, reason: str, tmp_path: Path) -> None:
    as_lines([{"text": "Talks in Oslo."}, {"text": TALKS}, {"text": "Talks in Rome."}], tmp_path / "a.jsonl")
    found = told(tmp_path, limits)
    assert found["a.jsonl#1"] == "Talks in Oslo." and found["a.jsonl#2"].startswith(reason)
    assert found.get("a.jsonl#3", "Talks in Rome.") == "Talks in Rome."


def test_markup_in_a_cell_is_read_as_a_page(tmp_path: Path) -> None:
    as_lines([{"text": PAGE, "title": "From the cell"}], tmp_path / "a.jsonl")
    assert told(tmp_path) == {"a.jsonl#1": f"From the cell\n\nTalks\n\n{TALKS}"}


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_encodings(encoding: str, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(f'id,text\n1,"“{TALKS}”"\n'.encode(encoding))
    assert told(tmp_path) == {"a.csv#1": f"“{TALKS}”"}


def test_members_of_an_archive(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as archive:
        for name, data in {
            "a.html": PAGE, "c/d.txt": VISIT, "c/": "", ".git/x": "x", "__MACOSX/y": "y", "in.zip": "PK\x03\x04", "n.gz": "\x1f\x8b",
            "a\nb.txt": "", "e.png": "x",
        }.items():
            archive.writestr(name, data.encode("latin-1"))
    assert told(tmp_path) == {
        "b.zip!/a.html": f"Talks\n\n{TALKS}",
        "b.zip!/c/d.txt": VISIT,
        "b.zip!/in.zip": "an archive in an archive: unpack it and put in what it holds",
        "b.zip!/n.gz": "an archive in an archive: unpack it and put in what it holds",
        "b.zip!/a\\nb.txt": "empty",
        "b.zip!/e.png": "an image, not a text: take it out of the folder",
    }


def test_a_packed_text_is_the_text(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(VISIT)
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(VISIT.encode()))
    assert told(tmp_path) == {"a.txt": VISIT, "a.txt.gz": "the same bytes as a.txt"}


def test_encrypted_members(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as archive:
        archive.writestr("a.txt", VISIT)
    data = bytearray((tmp_path / "b.zip").read_bytes())
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    (tmp_path / "b.zip").write_bytes(data)
    assert told(tmp_path)["b.zip!/a.txt"].startswith("encrypted")


@pytest.mark.parametrize(
    ("limits", "expected"),
    [
        (Limits(max_members=1), {"b.zip": "2 members, the limit is 1"}),
        (Limits(max_unpacked_bytes=150), {"b.zip!/a.txt": VISIT, "b.zip!/b.txt": "unpacks to more than"}),
        (Limits(max_bytes=50), {"b.zip!/a.txt": "too large", "b.zip!/b.txt": "too large"}),
    ],
)
def test_limits_of_archives(limits: Limits, expected: dict[str, str], tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as archive:
        archive.writestr("a.txt", VISIT)
        archive.writestr("b.txt", TALKS)
    found = told(tmp_path, limits)
    assert list(found) == list(expected) and all(found[one].startswith(begin) for one, begin in expected.items()), found


@pytest.mark.parametrize("name", ["a.txt.gz", "a.jsonl.gz"])
def test_bombs(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipelines.ingest.archives.GRACE_BYTES", 1_000)
    (tmp_path / name).write_bytes(gzip.compress(b'{"text": "Talks"}\n' * 10_000))
    *_, last = read_folder(tmp_path, Limits(max_ratio=20))
    assert isinstance(last, RejectedFile) and last.reasons[0].startswith("unpacks to more than 20 times its size")


@pytest.mark.parametrize("cut", [0.3, 0.9])
def test_a_file_that_breaks_off_gives_what_came_before(cut: float, tmp_path: Path) -> None:
    rows = [{"text": f"{TALKS} Number {number}."} for number in range(5_000)]
    as_lines(rows, tmp_path / "a.jsonl")
    data = gzip.compress((tmp_path / "a.jsonl").read_bytes())
    (tmp_path / "a.jsonl").unlink()
    (tmp_path / "a.jsonl.gz").write_bytes(data[: int(cut * len(data))])
    found = list(read_folder(tmp_path))
    assert isinstance(found[0], Document) and isinstance(found[-1], RejectedFile)
    assert "damaged" in found[-1].reasons[0]


def test_no_name_stands_for_two_fields() -> None:
    names = [name for row in read_tsv("bulk_columns.tsv") for name in split_cell(row["names"])]
    assert len(names) == len(set(names))
    assert all(fields_of((name.upper().replace("_", " "),)) for name in names)


LINES = st.text(max_size=30) | st.sampled_from(['{"text": "Talks"}', '"', ",", "text", "[", "{"])


@settings(deadline=None)  # files are written
@given(st.lists(LINES, max_size=12), st.sampled_from(["a.jsonl", "a.csv"]))
def test_whatever_stands_in_a_bulk_file_is_accounted_for(tmp_path_factory: pytest.TempPathFactory, lines: list[str], name: str) -> None:
    folder = tmp_path_factory.mktemp("rows")
    (folder / name).write_bytes("\n".join(lines).encode("utf-8", "surrogatepass"))
    found = list(read_folder(folder))
    assert found and all(one.file_name.startswith(name) for one in found)
