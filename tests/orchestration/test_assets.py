"""The assets: what they tell of themselves, and that a run of all of them is a build, no more and no less."""
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import dagster as dg
import pandas as pd
import pytest

from pipelines.build import build
from pipelines.definitions import defs
from pipelines.orchestration.checks import SPECS
from pipelines.orchestration.code_links import ROOT, code_links
from pipelines.orchestration.lineage import column_lineage
from pipelines.orchestration.metadata import INLINE, inline, markdown, pointed_to
from pipelines.orchestration.progress import logging_progress
from pipelines.orchestration.resources import Folders, below
from pipelines.publish.release import current
from schemas.arrow import describe
from schemas.tables import TABLES

GROUPS = {
    "sources": {"seeds"},
    "texts": {"texts", "items"},
    "records": {"codings", "links"},
    "dataset": set(TABLES),
    "release": {"release"},
    "quality": {"accuracy"},
}
CHECKS_OF_A_RUN = {spec.key for spec in SPECS} | {
    dg.AssetCheckKey(dg.AssetKey("texts"), "every_file_is_a_text"), dg.AssetCheckKey(dg.AssetKey("release"), "holds_the_seeds"),
}
Run = Callable[..., dg.ExecuteInProcessResult]
MADE = {asset for assets in GROUPS.values() for asset in assets} - {"accuracy"}


def materialized(result: dg.ExecuteInProcessResult) -> set[str]:
    return {event.asset_key.to_user_string() for event in result.get_asset_materialization_events() if event.asset_key}


def why(result: dg.ExecuteInProcessResult) -> str:
    """What the run says of its failure, and whether it may be retried."""
    failed = next(event for event in result.all_events if event.is_step_failure)
    assert failed.step_failure_data.user_failure_data is not None
    return failed.step_failure_data.user_failure_data.description or ""


def test_the_definitions_load() -> None:
    dg.Definitions.validate_loadable(defs)


def test_every_asset_tells_what_it_is_and_stands_in_its_group() -> None:
    nodes = list(defs.resolve_asset_graph().asset_nodes)
    groups: dict[str, set[str]] = {}
    for node in nodes:
        groups.setdefault(node.group_name, set()).add(node.key.to_user_string())
        assert node.description and node.owners and node.kinds, node.key
        assert all(Path(link.file_path).is_file() for link in node.metadata["dagster/code_references"].code_references), node.key
    assert groups == GROUPS


@pytest.mark.parametrize("table", TABLES)
def test_a_published_table_shows_its_contract(table: str) -> None:
    schema = defs.resolve_asset_graph().get(dg.AssetKey(table)).metadata["dagster/column_schema"]
    shown = {column.name: column for column in schema.columns}
    for column in describe(table):
        assert column["description"] in shown[column["name"]].description
        assert shown[column["name"]].constraints.nullable == column["nullable"]
        assert not column["values"] or column["values"][0] in shown[column["name"]].constraints.other[0]


def test_a_run_publishes_the_bytes_a_build_publishes(
    run: Run, seeds: Path, tmp_path: Path, release_bytes: Callable[[Path], dict[str, bytes]]
) -> None:
    result = run()
    built = build(seeds, tmp_path / "built").published
    assert result.success
    assert materialized(result) == MADE
    assert {check.asset_check_key for check in result.get_asset_check_evaluations()} == CHECKS_OF_A_RUN
    assert all(check.passed for check in result.get_asset_check_evaluations())
    assert release_bytes(tmp_path / "data/curated") == release_bytes(built.path)
    counts = {event.asset_key.path[0]: event.materialization.metadata for event in result.get_asset_materialization_events()}
    assert {table: counts[table]["dagster/row_count"].value for table in TABLES} == built.counts


def test_a_rejected_file_warns_and_the_rest_is_published(run: Run, seeds: Path, tmp_path: Path) -> None:
    (seeds / "void.txt").touch()
    result = run()
    assert result.success
    (warned,) = [check for check in result.get_asset_check_evaluations() if not check.passed]
    assert warned.severity == dg.AssetCheckSeverity.WARN and warned.description == "1 of 3 files rejected"
    assert "void.txt" in warned.metadata["rejected_files"].value
    assert len(pd.read_parquet(tmp_path / "data/curated/documents.parquet")) == 2


def test_a_broken_contract_fails_before_anything_is_written(
    run: Run,
    seeds: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    release_bytes: Callable[[Path], dict[str, bytes]],
) -> None:
    run()
    before = release_bytes(tmp_path / "data/releases")
    monkeypatch.setattr("pipelines.engine.source.households", lambda _: iter([([{"entity_id": "not a row"}], [])]))
    (seeds / "call.txt").unlink()
    result = run()
    assert not result.success
    assert why(result).startswith("Nothing was published, the last release stays: entities: columns missing")
    assert not materialized(result) & set(TABLES)
    assert release_bytes(tmp_path / "data/releases") == before and current(tmp_path / "data")


def test_an_emptied_folder_fails_and_leaves_the_data(run: Run, seeds: Path, tmp_path: Path) -> None:
    run()
    for path in seeds.iterdir():
        path.unlink()
    result = run()
    assert not result.success and "no files in" in why(result)
    assert (tmp_path / "data/curated/events.parquet").is_file()


def test_a_launch_may_narrow_the_folders_but_not_leave_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMMUNIQUE_SEEDS", str(tmp_path / "seeds"))
    monkeypatch.setenv("COMMUNIQUE_DATA", str(tmp_path / "data"))
    assert Folders().seeds_path() == tmp_path / "seeds" and Folders(data="trial").data_path() == tmp_path / "data/trial"
    for path in ("..", "/etc", "a/../../b"):
        with pytest.raises(dg.Failure, match="leads out of"):
            below(tmp_path, path)


def test_every_column_of_a_table_comes_from_columns_that_there_are() -> None:
    graph = defs.resolve_asset_graph()
    columns = {
        asset: {column.name for column in graph.get(dg.AssetKey(asset)).metadata["dagster/column_schema"].columns}
        for asset in ("texts", "items", "codings", "links")
    }
    for table in TABLES:
        lineage = column_lineage(table).deps_by_column
        assert set(lineage) == {column["name"] for column in describe(table)}
        sources = [(source.asset_key.to_user_string(), source.column_name) for own in lineage.values() for source in own]
        assert sources and [(asset, name) for asset, name in sources if name not in columns[asset]] == []


def test_a_column_that_names_rows_of_another_table_says_which() -> None:
    assert pointed_to("participants") == {"event_id": "events.event_id", "entity_id": "entities.entity_id"}


def test_no_path_of_this_machine_is_published(run: Run, tmp_path: Path, release_bytes: Callable[[Path], dict[str, bytes]]) -> None:
    assert run().success
    published = b"".join(release_bytes(tmp_path / "data/curated").values())
    assert [path for path in (ROOT, Path.home(), tmp_path) if str(path).encode() in published] == []


def test_links_to_code_lead_to_the_web_where_that_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMMUNIQUE_CODE_URL", "https://example.org/blob/main/")
    (link,) = code_links(build)["dagster/code_references"].code_references
    assert link.url.startswith("https://example.org/blob/main/pipelines/build.py#L")


def codings_of(result: dg.ExecuteInProcessResult) -> dict[str, object]:
    (event,) = [one for one in result.get_asset_materialization_events() if one.asset_key == dg.AssetKey("codings")]
    return {name: event.materialization.metadata[name].value for name in ("coded", "from_cache")}


def test_a_rerun_codes_new_files_alone_and_publishes_nothing_new(run: Run, seeds: Path, tmp_path: Path) -> None:
    assert codings_of(run()) == {"coded": 2, "from_cache": 0}
    before = (tmp_path / "data/curated").readlink()
    again = run()
    assert codings_of(again) == {"coded": 0, "from_cache": 2}
    assert materialized(again) == MADE and {check.asset_check_key for check in again.get_asset_check_evaluations()} == CHECKS_OF_A_RUN
    assert (tmp_path / "data/curated").readlink() == before
    (seeds / "third.txt").write_text((seeds / "call.txt").read_text().replace("Norway", "Sweden"))
    assert codings_of(run()) == {"coded": 1, "from_cache": 2}
    assert (tmp_path / "data/curated").readlink() != before


def test_a_launch_may_choose_an_engine_but_not_a_cluster(run: Run) -> None:
    assert run(engine={"target": "processes:2"}).success
    for target in ("dask://elsewhere:8786", "threads", "processes:0x"):
        refused = run(engine={"target": target})
        assert not refused.success and not materialized(refused)


def test_an_engine_that_is_not_there_is_one_sentence(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMMUNIQUE_ENGINE", "horses")
    assert why(run()).startswith("Nothing was published, the last release stays: no engine 'horses'")


def test_limits_of_the_environment_hold_and_a_bad_one_is_one_sentence(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMMUNIQUE_MAX_CHARS", "9")
    assert "the limit is 9" in why(run())
    monkeypatch.setenv("COMMUNIQUE_MAX_CHARS", "many")
    assert why(run()) == "Nothing was published, the last release stays: COMMUNIQUE_MAX_CHARS: 'many' is not a number above 0"


def test_progress_is_a_few_lines_however_many_files() -> None:
    lines: list[str] = []
    tell = logging_progress(SimpleNamespace(info=lines.append))  # type: ignore[arg-type]
    for done in range(1, 2001):
        tell("read and code", done, 2000, "a.txt")
    tell("read and code", 2, 2, "few.txt")
    assert len(lines) == 20 and lines[-1] == "read and code: 2,000 of 2,000 files"


def test_nothing_in_a_preview_is_taken_for_markup() -> None:
    shown = markdown(("a|b", "c"), [("x|y\nz", ["<b>", None]), ("*" * 100, 1.5)]).value
    assert shown.splitlines()[2] == r"| x\|y z | \<b\>, None |"
    assert len(shown.splitlines()) == 4 and shown.splitlines()[3].endswith("… | 1.5 |")


def test_a_table_that_is_to_stand_on_the_page_is_cut_to_fit() -> None:
    shown = inline(("name", "number"), [("🕊" * 40, number) for number in range(100)]).value
    assert len(shown.encode("utf-16-le")) // 2 < INLINE, "the interface counts in units of UTF-16"
    assert 8 < len(shown.splitlines()) < 14
