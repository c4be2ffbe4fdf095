"""Long lists of a JSON file: written and read item by item, the same file as if they had been held."""
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.publish.listing import Listing, pieces, read_list, read_without, sorted_on_disk

TOLD = {"about": {"sources": ["x"], "n": 1}, "version": "v"}
ITEMS = [{"file_name": "a ],\n  ]", "sha256": None}, {"file_name": "“b”", "sha256": "0"}]


@pytest.mark.parametrize("items", [[], ITEMS[:1], ITEMS, ITEMS * 40])
@pytest.mark.parametrize("others", [TOLD, {"about": 1}, {"version": "v"}, {}])
def test_what_is_written_piece_by_piece_is_read_piece_by_piece(tmp_path: Path, items: list[object], others: dict[str, object]) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(b"".join(pieces({**others, "sources": Listing(lambda: iter(items))})))
    whole = {**others, "sources": items}
    assert path.read_text("utf-8") == json.dumps(whole, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
    assert list(read_list(path, "sources")) == items and read_without(path, "sources") == others


@pytest.mark.parametrize("indent", [None, 4])
def test_a_file_laid_out_anew_is_read_all_the_same(tmp_path: Path, indent: int | None) -> None:
    (tmp_path / "a.json").write_text(json.dumps({**TOLD, "sources": ITEMS}, indent=indent))
    assert list(read_list(tmp_path / "a.json", "sources")) == ITEMS and read_without(tmp_path / "a.json", "sources") == TOLD


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]))))
def test_sorting_on_disk_is_sorting(lines: list[str]) -> None:
    assert list(sorted_on_disk(lines)) == sorted(lines)
