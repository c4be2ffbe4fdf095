"""The checks inside the step that publishes: they speak before anything is written, and those that fail stop it.

What belongs here: which checks each table has, and their verdicts. What does not: the rules of a row (`schemas`, `pipelines.publish`), and
checks of what is published already (`standing`).
"""
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

import dagster as dg

from pipelines.orchestration.counts import OF_TEXTS, Bounds, Count
from pipelines.orchestration.judged import Judged
from pipelines.orchestration.metadata import markdown
from pipelines.publish.cells import cells, rows
from pipelines.publish.contract import ContractBroken
from pipelines.publish.manifest import count_reasons
from schemas.tables import TABLES

SHOWN = 20  # rejected rows that a check lists


class Kind(NamedTuple):
    """A check: the tables that have it, whether its failure stops publishing, and what it says."""

    tables: tuple[str, ...]
    blocking: bool
    description: str


WITH_EVIDENCE = ("events", "participants", "agreements")
DATED = ("events", "agreements")

KEYS = "keys_and_references"

CHECKS: Mapping[str, Kind] = {
    "contract": Kind(tuple(TABLES), True, (
        "Columns, types and every value are as the schema says. Bad rows are rejected and warned of; a table that is wrong as a whole "
        "stops publishing."
    )),
    KEYS: Kind(tuple(TABLES), True, (
        "No two rows have the same key, and every id names a row that is published. Rows that name a rejected one are rejected with it, or "
        "lose the pointer; a key that comes twice or an id that names nothing stops publishing."
    )),
    "evidence": Kind(WITH_EVIDENCE, False, (
        "`documents.text[char_start:char_end]` is `evidence_text`, inside the row's segment. Rows where it is not are rejected."
    )),
    "row_count": Kind(OF_TEXTS, True, (
        "The texts that the last release had too give about as many rows as then: warns outside the bounds, stops publishing below the "
        "floor. Bounds are settings of the run (resource `bounds`)."
    )),
    "dated": Kind(DATED, False, "Not too many rows have no date."),
}

SPECS = [
    dg.AssetCheckSpec(name, asset=table, description=kind.description, blocking=kind.blocking)
    for name, kind in CHECKS.items()
    for table in kind.tables
]


def row_checks(judged: Judged, bounds: Bounds, counts: Mapping[str, Count]) -> Iterator[dg.AssetCheckResult]:
    """The verdicts on tables that can be published, but for the counts below the floor."""
    for table in TABLES:
        yield from _row_checks(table, judged, reasons_of(table, judged))
    yield from (row_count(table, count, bounds) for table, count in counts.items())
    yield from (dated(table, cells(judged.columns(table, "date_precision")["date_precision"]), bounds.undated) for table in DATED)


def reasons_of(table: str, judged: Judged) -> Mapping[str, int]:
    """Why rows were rejected -> how many. Files that never became a document are another check's business."""
    rejected = judged.rejected[table]
    return count_reasons(rejected.dropna(subset=["document_id"]) if table == "documents" else rejected)


def _row_checks(table: str, judged: Judged, reasons: Mapping[str, int]) -> Iterator[dg.AssetCheckResult]:
    listed = dg.MetadataValue.md(_rejected(table, judged))
    good = {KEYS: f"{judged.rows[table]:,} rows, {judged.rows[table]:,} keys ({', '.join(TABLES[table].key)})"}
    for name in ("contract", KEYS, "evidence"):
        if table in CHECKS[name].tables:
            own = {reason: number for reason, number in reasons.items() if kind_of(reason) == name}
            cut = {key: number for key, number in judged.cut.items() if name == KEYS and key.partition(".")[0] == table}
            told = [*(f"{number:,} rows rejected: {reason}" for reason, number in own.items()),
                    *(f"{number:,} pointers cut: {column}" for column, number in cut.items())]
            yield rejecting(table, name, own, "; ".join(told), good.get(name, "every row is accepted"), listed)


def kind_of(reason: str) -> str:
    """The check that a reason for rejecting a row belongs to."""
    if reason.startswith("evidence_text is "):
        return "evidence"
    return KEYS if reason.endswith("the row it names is rejected") else "contract"


def rejecting(
    table: str, name: str, reasons: Mapping[str, int], told: str, good: str, listed: dg.MarkdownMetadataValue
) -> dg.AssetCheckResult:
    """Warns where rows were rejected or pointers cut: the rest is published, they are in `rejected/<table>` with their reasons."""
    return dg.AssetCheckResult(
        passed=not told,
        check_name=name,
        asset_key=table,
        severity=dg.AssetCheckSeverity.WARN,
        description=told or good,
        metadata={
            "rejected": sum(reasons.values()),
            **({"reasons": markdown(("reason", "rows"), sorted(reasons.items())), "first_rejected": listed} if reasons else {}),
        },
    )


def _rejected(table: str, judged: Judged) -> str:
    """The first rejected rows: key and reasons."""
    key = TABLES[table].key
    found = [(*values, "; ".join(reasons)) for *values, reasons in rows(judged.rejected[table].head(SHOWN), *key, "reasons")]
    return str(markdown((*key, "reasons"), found).value)


def row_count(table: str, count: Count, bounds: Bounds) -> dg.AssetCheckResult:
    """Fails below the floor, warns outside the bounds."""
    fatal = count.below_floor(bounds)
    told = f"{count.rows:,} rows; nothing to compare them with yet"
    if count.share is not None:
        told = f"{count.rows:,} rows; texts that the last release had too gave {count.expected:,} rows then and give {count.shared:,} now"
    return dg.AssetCheckResult(
        passed=count.within(bounds) and not fatal,
        check_name="row_count",
        asset_key=table,
        severity=dg.AssetCheckSeverity.ERROR if fatal else dg.AssetCheckSeverity.WARN,
        description=told,
        metadata={"rows": count.rows, **({"share_of_last_release": round(count.share, 3)} if count.share is not None else {}),
                  "warns_outside": f"{bounds.low}–{bounds.high}", "stops_below": bounds.floor},
    )


def dated(table: str, precisions: list[str], most: float) -> dg.AssetCheckResult:
    undated = sum(precision == "none" for precision in precisions)
    share = undated / len(precisions) if precisions else 0.0
    return dg.AssetCheckResult(
        passed=share <= most,
        check_name="dated",
        asset_key=table,
        severity=dg.AssetCheckSeverity.WARN,
        description=f"{undated:,} of {len(precisions):,} rows have no date ({share:.0%}; warns above {most:.0%})",
        metadata={"undated_share": round(share, 3), "undated": undated},
    )


def broken(fault: ContractBroken) -> Iterator[dg.AssetCheckResult]:
    """The failed check that a broken contract stands for, where its message begins with the name of a table."""
    place, _, message = str(fault).partition(": ")
    table = place.partition(".")[0]
    name = KEYS if any(words in message for words in ("keys are not unique", " not in ", "comes before itself")) else "contract"
    if table in CHECKS[name].tables:
        yield dg.AssetCheckResult(
            passed=False, check_name=name, asset_key=table, severity=dg.AssetCheckSeverity.ERROR, description=str(fault)
        )


def stop_if_failed(results: Iterable[dg.AssetCheckResult]) -> None:
    """Raise dg.Failure where a result is an error. To be called before anything is written."""
    failed = [one for one in results if not one.passed and one.severity == dg.AssetCheckSeverity.ERROR]
    if failed:
        told = "; ".join(f"{one.asset_key and one.asset_key.to_user_string()} {one.check_name}: {one.description}" for one in failed)
        way_out = "If this is as it should be, run again with the setting resources → bounds → config → floor: 0"
        raise dg.Failure(f"Nothing was published, the last release stays: {told}. {way_out}", allow_retries=False)
