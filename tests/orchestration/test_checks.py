"""The checks in the step that publishes: what warns, what stops, and that a bad batch never replaces a good release."""
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import dagster as dg
import pandas as pd
import pytest

from pipelines.build import build
from pipelines.model.record import Coding
from pipelines.orchestration.checks import broken, kind_of, row_checks
from pipelines.orchestration.counts import OF_TEXTS, Bounds, Count, count_rows
from pipelines.publish.contract import ContractBroken
from pipelines.publish.facade import read_release
from pipelines.publish.release import current
from pipelines.publish.tables import to_frame
from schemas.tables import TABLES

Run = Callable[..., dg.ExecuteInProcessResult]
STRICT = {"few": 1}


def results(run: dg.ExecuteInProcessResult) -> dict[str, dg.AssetCheckEvaluation]:
    return {f"{one.asset_key.to_user_string()} {one.check_name}": one for one in run.get_asset_check_evaluations()}


def without_events(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """As if a change of a rule had silenced it; other code would not find what is in the cache either."""
    monkeypatch.setattr("pipelines.engine.unit.code", lambda _document, _segments: Coding())
    monkeypatch.setenv("COMMUNIQUE_CACHE", str(tmp_path / "cache of other code"))


def test_a_batch_that_lost_its_rows_stops_before_anything_is_written(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, release_bytes: Callable[[Path], dict[str, bytes]]
) -> None:
    assert run().success
    before = release_bytes(tmp_path / "data/curated")
    without_events(monkeypatch, tmp_path)
    failed = run(bounds=STRICT)
    assert not failed.success and release_bytes(tmp_path / "data/curated") == before
    told = results(failed)["events row_count"]
    assert (told.passed, told.severity) == (False, dg.AssetCheckSeverity.ERROR)
    assert told.description == "0 rows; texts that the last release had too gave 3 rows then and give 0 now"


def test_whoever_means_it_sets_the_floor_to_zero(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run()
    without_events(monkeypatch, tmp_path)
    meant = run(bounds={**STRICT, "floor": 0.0})
    assert meant.success and len(read_release(tmp_path / "data", "events")) == 0
    assert results(meant)["events row_count"].severity == dg.AssetCheckSeverity.WARN and not results(meant)["events row_count"].passed


def test_a_removed_file_takes_its_rows_along_without_a_warning(run: Run, seeds: Path, tmp_path: Path) -> None:
    run()
    (seeds / "talks.txt").unlink()
    after = run(bounds=STRICT)
    assert after.success and all(check.passed for check in results(after).values())
    assert list(read_release(tmp_path / "data", "documents")["file_name"]) == ["call.txt"]


def test_a_file_that_is_there_but_no_text_any_more_counts_as_lost(data: Path) -> None:
    tables, release = read_release(data), current(data)
    files = list(tables["documents"]["sha256"])
    ids = {table: list(tables[table]["document_id"]) for table in OF_TEXTS} | {"documents": list(tables["documents"]["document_id"])[:1]}
    assert count_rows(ids, files, release)["documents"] == Count(rows=1, shared=1, expected=2)
    assert count_rows(ids, files[:1], release)["documents"] == Count(rows=1, shared=1, expected=1)


@pytest.mark.parametrize(("count", "fatal", "normal"), [
    (Count(100, 100, 100), False, True),
    (Count(100, 85, 100), False, False),
    (Count(100, 49, 100), True, False),
    (Count(100, 130, 100), False, False),
    (Count(9, 0, 9), False, False),
    (Count(500, 0, 0), False, True),
], ids=["same", "fewer", "half gone", "more", "few", "all new"])
def test_bounds(count: Count, fatal: bool, normal: bool) -> None:
    assert (count.below_floor(Bounds()), count.within(Bounds())) == (fatal, normal)


def test_a_release_that_cannot_be_read_does_not_hinder_the_next(run: Run, tmp_path: Path) -> None:
    run()
    (tmp_path / "data/curated/events.parquet").write_bytes(b"no parquet")
    assert run().success
    assert len(read_release(tmp_path / "data", "events")) == 3


@dataclass
class Frames:
    """Tables as the checks look at them."""

    accepted: dict[str, pd.DataFrame]
    rejected: dict[str, pd.DataFrame]
    cut: dict[str, int] = field(default_factory=dict)

    @property
    def rows(self) -> dict[str, int]:
        return {table: len(frame) for table, frame in self.accepted.items()}

    def columns(self, table: str, *names: str) -> pd.DataFrame:
        return self.accepted[table][list(names)]


def empty_tables() -> dict[str, pd.DataFrame]:
    return {table: to_frame(table, []) for table in TABLES}


def verdicts(judged: Frames) -> dict[tuple[str, str], dg.AssetCheckResult]:
    return {(one.asset_key.path[0], one.check_name): one for one in row_checks(judged, Bounds(), {}) if one.asset_key}


def test_rejected_rows_warn_at_the_check_they_belong_to(data: Path) -> None:
    tables = read_release(data)
    rejected = {table: frame.assign(reasons=[]) for table, frame in empty_tables().items()}
    bad = "evidence_text is not documents.text[char_start:char_end]"
    rejected["events"] = tables["events"].iloc[:1].assign(reasons=[[bad, "city: is empty"]])
    told = verdicts(Frames(tables, rejected, {"agreements.event_id": 1}))
    assert {key for key, one in told.items() if not one.passed} == {
        ("events", "contract"), ("events", "evidence"), ("agreements", "keys_and_references"),
    }
    assert told["events", "evidence"].description == f"1 rows rejected: {bad}"
    assert told["agreements", "keys_and_references"].description == "1 pointers cut: agreements.event_id"
    assert str(tables["events"]["event_id"].iloc[0]).replace("_", "\\_") in told["events", "evidence"].metadata["first_rejected"].value


@pytest.mark.parametrize(("reason", "check"), [
    ("event_type: is not in the vocabulary", "contract"),
    ("evidence_text is outside its segment", "evidence"),
    ("document_id: the row it names is rejected", "keys_and_references"),
])
def test_every_reason_belongs_to_one_check(reason: str, check: str) -> None:
    assert kind_of(reason) == check


@pytest.mark.parametrize(("message", "table", "check"), [
    ("events: 2 keys are not unique, first evt_1", "events", "keys_and_references"),
    ("events.document_id: doc_1 is not in documents", "events", "keys_and_references"),
    ("events.parent_event_id: evt_1 comes before itself", "events", "keys_and_references"),
    ("entities: columns missing or not foreseen: name", "entities", "contract"),
])
def test_a_broken_contract_is_a_failed_check_of_its_table(message: str, table: str, check: str) -> None:
    (failed,) = broken(ContractBroken(message))
    assert (failed.asset_key, failed.check_name, failed.passed) == (dg.AssetKey(table), check, False)
    assert failed.severity == dg.AssetCheckSeverity.ERROR and table in TABLES


def test_a_broken_contract_without_a_table_is_no_check() -> None:
    assert list(broken(ContractBroken("tables missing or not foreseen: x"))) == []


def test_undated_events_warn() -> None:
    tables = empty_tables()
    tables["events"] = tables["events"].reindex(range(2)).assign(date_precision=["none", "day"])
    told = verdicts(Frames(tables, {table: frame.assign(reasons=[]) for table, frame in empty_tables().items()}))
    assert not told["events", "dated"].passed and told["agreements", "dated"].passed
    assert told["events", "dated"].description == "1 of 2 rows have no date (50%; warns above 25%)"


def test_a_build_on_the_command_line_knows_no_bounds(run: Run, seeds: Path, tmp_path: Path) -> None:
    run()
    (seeds / "talks.txt").unlink()
    assert build(seeds, tmp_path / "data").published.counts["documents"] == 1
