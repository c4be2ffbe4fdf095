"""A rerun works what is new, and the cache never changes what comes out."""
import pickle
from collections.abc import Callable
from pathlib import Path

import pytest

from pipelines.build import build
from pipelines.engine import Corpus, Engine, PartLost, work_through
from pipelines.ingest import Limits, read_folder
from pipelines.model.document import RejectedFile

Bytes = Callable[[Path], dict[str, bytes]]
NEW = "On 3 March 2022 the Foreign Minister of Norway, Kari Hansen, met with the Foreign Minister of Japan, Taro Sato, in Oslo.\n"


def counts(corpus: Corpus) -> tuple[int, int, int]:
    return corpus.files, corpus.worked, corpus.reused


def parts(cache: Path) -> list[Path]:
    return sorted(path for path in cache.glob("parts/*/*"))


def add(seeds: Path) -> None:
    (seeds / "new.txt").write_text(NEW)


def change(seeds: Path) -> None:
    (seeds / "call.txt").write_text((seeds / "call.txt").read_text().replace("energy", "fishing"))


def remove(seeds: Path) -> None:
    (seeds / "call.txt").unlink()


def touch(seeds: Path) -> None:
    (seeds / "call.txt").touch()


def rename(seeds: Path) -> None:
    (seeds / "call.txt").rename(seeds / "phone.txt")


def copy(seeds: Path) -> None:
    (seeds / "again.txt").write_bytes((seeds / "call.txt").read_bytes())


def add_unreadable(seeds: Path) -> None:
    (seeds / "gone.txt").symlink_to(seeds / "nowhere.txt")


CHANGES = [
    (add, (3, 1, 2)), (change, (2, 1, 1)), (remove, (1, 0, 1)), (touch, (2, 0, 2)), (rename, (2, 1, 1)), (copy, (3, 1, 2)),
    (add_unreadable, (3, 0, 2)),
]


@pytest.mark.parametrize(("act", "expected"), CHANGES, ids=lambda one: getattr(one, "__name__", ""))
def test_a_rerun_works_what_changed_and_the_release_is_that_of_a_clean_build(
    seeds: Path, tmp_path: Path, release_bytes: Bytes, act: Callable[[Path], None], expected: tuple[int, int, int]
) -> None:
    cached, clean = tmp_path / "cached", tmp_path / "clean"
    build(seeds, cached)
    act(seeds)
    summary = build(seeds, cached)
    assert (summary.files, summary.worked, summary.reused) == expected
    build(seeds, clean)
    tables = [{name: content for name, content in release_bytes(data / "curated").items() if name.endswith(".parquet")}
              for data in (cached, clean)]
    assert tables[0] == tables[1] and (cached / "curated").readlink() == (clean / "curated").readlink()


def test_a_rerun_without_changes_works_nothing_and_a_deleted_cache_everything(seeds: Path, tmp_path: Path) -> None:
    engine = Engine(tmp_path / "cache")
    first, second = work_through(seeds, engine), work_through(seeds, engine)
    assert (counts(first), counts(second)) == ((2, 2, 0), (2, 0, 2)) and list(first) == list(second)
    for part in parts(tmp_path / "cache"):
        part.unlink()
    third = work_through(seeds, engine)
    assert counts(third) == (2, 2, 0) and list(third) == list(first)


@pytest.mark.parametrize("harm", [b"", b"\x80\x04\x95harm", "another"])
def test_a_damaged_or_foreign_part_is_as_good_as_none(seeds: Path, tmp_path: Path, harm: bytes | str) -> None:
    engine = Engine(tmp_path / "cache")
    whole = list(work_through(seeds, engine))
    one, other = parts(tmp_path / "cache")
    one.write_bytes(harm if isinstance(harm, bytes) else other.read_bytes())
    mended = work_through(seeds, engine)
    assert counts(mended) == (2, 1, 1) and list(mended) == whole
    assert counts(work_through(seeds, engine)) == (2, 0, 2)


def test_other_limits_are_other_work(seeds: Path, tmp_path: Path) -> None:
    work_through(seeds, Engine(tmp_path / "cache"))
    strict = work_through(seeds, Engine(tmp_path / "cache", limits=Limits(max_chars=9)))
    assert counts(strict) == (2, 2, 0) and all(isinstance(one.read, RejectedFile) for one in strict)


def test_the_results_are_those_of_reading_the_folder(seeds: Path, tmp_path: Path) -> None:
    copy(seeds)
    add_unreadable(seeds)
    assert [one.read for one in work_through(seeds, Engine(tmp_path / "cache"))] == list(read_folder(seeds))


def test_a_corpus_may_be_passed_on(seeds: Path, tmp_path: Path) -> None:
    corpus = work_through(seeds, Engine(tmp_path / "cache"))
    assert list(pickle.loads(pickle.dumps(corpus))) == list(corpus)


def test_a_cache_that_is_emptied_during_a_run_costs_time_not_the_run(seeds: Path, tmp_path: Path) -> None:
    corpus = work_through(seeds, Engine(tmp_path / "cache"))
    whole = list(corpus)
    for part in parts(tmp_path / "cache"):
        part.unlink()
    assert list(corpus) == whole
    change(seeds)
    with pytest.raises(PartLost, match=r"call\.txt"):
        list(corpus)


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(NotADirectoryError):
        work_through(tmp_path / "nowhere", Engine(tmp_path / "cache"))
