"""Files that hold several texts, `sources.yml` and near copies, seen from the whole way to a release."""

import json
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from pipelines.build import build
from pipelines.engine import Engine, work_through
from pipelines.ingest import BadSources
from pipelines.publish.facade import read_release

Bytes = Callable[[Path], dict[str, bytes]]
TALKS = (
    "On 5 May 2021 the Minister of Defence of Norway, Kari Hansen, met with the Minister of Defence of Japan, Taro Sato, in Oslo. They "
    "talked about the exchange of officers and agreed that a plan for the coming year should be ready before the summer."
)
VISIT = "On 3 March 2022 the Foreign Minister of Norway, Ine Berg, met with the Foreign Minister of Italy, Ugo Rossi, in Rome."


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    rows = [{"id": "a", "text": TALKS}, {"id": "b", "text": VISIT}, {"id": "c"}]
    (folder / "d.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    (folder / "site.txt").write_text(f"Embassy of Norway\nHome | News\n\nThe two Ministers talk about officers\n\n{TALKS}\n\nPrint\n")
    return folder


def documents(data: Path) -> pd.DataFrame:
    return read_release(data)["documents"].set_index("file_name")


def test_every_row_is_worked_once(seeds: Path, tmp_path: Path) -> None:
    first, second = (work_through(seeds, Engine(tmp_path / "cache")) for _ in range(2))
    assert (first.files, first.worked, first.reused) == (4, 3, 0)
    assert (second.files, second.worked, second.reused) == (4, 0, 3)
    with (seeds / "d.jsonl").open("a") as file:
        file.write(json.dumps({"text": VISIT.replace("Rome", "Milan")}) + "\n")
    assert work_through(seeds, Engine(tmp_path / "cache")).worked == 1


def test_near_copies_are_marked_and_coded_once(seeds: Path, tmp_path: Path) -> None:
    build(seeds, tmp_path / "data")
    found = documents(tmp_path / "data")
    row, page = found.loc["d.jsonl#a"], found.loc["site.txt"]
    original, copy = (row, page) if pd.isna(row["duplicate_of"]) else (page, row)
    assert copy["duplicate_of"] == original["document_id"] and pd.isna(original["duplicate_of"])
    tables = read_release(tmp_path / "data")
    assert copy["document_id"] not in set(tables["events"]["document_id"]) and copy["document_id"] in set(tables["segments"]["document_id"])
    assert list(tables["events"]["event_type"]) == ["meeting", "meeting"]


def test_names_of_files_do_not_choose_the_original(seeds: Path, tmp_path: Path) -> None:
    build(seeds, tmp_path / "one")
    (seeds / "site.txt").rename(seeds / "a.txt")
    build(seeds, tmp_path / "two")
    one, two = (read_release(tmp_path / name)["events"] for name in ("one", "two"))
    assert one.equals(two)


def test_what_sources_say_works_those_texts_anew(seeds: Path, tmp_path: Path) -> None:
    engine = Engine(tmp_path / "cache")
    build(seeds, tmp_path / "data", engine=engine)
    (seeds / "sources.yml").write_text("site.txt: {publisher: Embassy of Norway}\n")
    assert build(seeds, tmp_path / "data", engine=engine).worked == 1
    assert documents(tmp_path / "data").loc["site.txt", "publisher_country"] == "NOR"


def test_mistakes_in_sources_leave_the_last_release(seeds: Path, tmp_path: Path, release_bytes: Bytes) -> None:
    build(seeds, tmp_path / "data")
    before = release_bytes(tmp_path / "data")
    (seeds / "sources.yml").write_text("site.txt: {publishr: Embassy of Norway}\n")
    with pytest.raises(BadSources, match="line 1: there is no setting 'publishr', did you mean 'publisher'"):
        build(seeds, tmp_path / "data")
    assert release_bytes(tmp_path / "data") == before


def test_a_part_that_is_lost_is_found_again_in_its_file(seeds: Path, tmp_path: Path) -> None:
    corpus = work_through(seeds, Engine(tmp_path / "cache"))
    before = list(corpus)
    for part in (tmp_path / "cache").glob("parts/*/*"):
        part.unlink()
    assert list(corpus) == before
