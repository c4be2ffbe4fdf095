"""Item starts on sixty pages in layouts of their own (`pages/README.md`): no worse than it was, on the seen pages and on the held."""
import re
from pathlib import Path

import pytest
import yaml

from pipelines.evaluate.quotes import find
from pipelines.ingest import read_folder
from pipelines.segment import segment

PAGES = Path(__file__).parent / "pages"
NO_PART = re.compile(r"\s*(?:(?:[-–—•*·▪>»]|\(?\d{1,3}[.)]|[IVX]{1,5}[.)]|\[\d{1,3}\]|\d{1,2}[:.]\d\d)\W{0,6}+)?")  # bullet, number, time
FLOORS = {"seen": 0.97, "held": 0.65}


def starts_of(part: str) -> dict[str, list[str]]:
    pages: dict[str, list[str]] = yaml.safe_load((PAGES / f"{part}.yaml").read_text(encoding="utf-8"))
    return pages


def test_every_page_is_in_one_part_and_every_start_in_its_page() -> None:
    seen, held = starts_of("seen"), starts_of("held")
    assert sorted([*seen, *held]) == sorted(path.stem for path in (PAGES / "texts").glob("*.txt"))
    assert all(int(name[2:]) % 3 for name in seen) and not any(int(name[2:]) % 3 for name in held)
    for document in read_folder(PAGES / "texts"):
        starts = (seen | held)[Path(document.file_name).stem]
        assert all(find(document.text, start) for start in starts), document.file_name


@pytest.mark.parametrize("part", ["seen", "held"])
def test_item_starts(part: str) -> None:
    wanted, right, found = 0, 0, 0
    starts = starts_of(part)
    for document in read_folder(PAGES / "texts"):
        if (coded := starts.get(Path(document.file_name).stem)) is None:
            continue
        items = [one.char_start for one in segment(document) if one.kind == "item"]
        places = [find(document.text, start)[0][0] for start in coded]
        right += sum(any(same_place(document.text, item, place) for item in items) for place in places)
        wanted, found = wanted + len(places), found + len(items)
    assert 2 * right / (wanted + found) >= FLOORS[part]


def same_place(text: str, item: int, place: int) -> bool:
    """Nothing but white space stands between, or what is no part of an item, above its first words."""
    return NO_PART.fullmatch(text, item, place) is not None if item <= place else not text[place:item].strip()
