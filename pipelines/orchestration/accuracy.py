"""How good the rules are on texts coded by hand, as an asset of its own: it changes with the code, not with the folder of texts.

What belongs here: when it is measured and how it is shown. What does not: measuring (`pipelines.evaluate`).
"""
from collections.abc import Iterator, Mapping
from typing import Any

import dagster as dg

import pipelines.evaluate.run
from pipelines.evaluate import evaluate
from pipelines.evaluate.baseline import TOLERANCE, Change, compare, kept, read_baseline
from pipelines.evaluate.codings import Places
from pipelines.evaluate.figures import TABLES, figures
from pipelines.evaluate.publication import write_accuracy
from pipelines.evaluate.run import Evaluation
from pipelines.orchestration.about import about
from pipelines.orchestration.code_links import ROOT, code_links
from pipelines.orchestration.failures import passing_faults_retry
from pipelines.orchestration.metadata import inline
from pipelines.orchestration.resources import Folders
from pipelines.orchestration.texts import OWNERS

CODED = ROOT / "tests/accuracy"
CORPORA = ROOT.parent / "shared/corpora"
CHECK = "has_not_sunk"


@dg.asset(
    description=about("accuracy"),
    group_name="quality",
    owners=OWNERS,
    kinds={"json"},
    metadata=code_links(pipelines.evaluate.run),
    check_specs=[dg.AssetCheckSpec(CHECK, asset="accuracy", description=f"No figure is more than {TOLERANCE} below the one accepted.")],
)
def accuracy(context: dg.AssetExecutionContext, folders: Folders) -> Iterator[dg.MaterializeResult[None] | dg.AssetCheckResult]:
    if not (CODED / "gold").is_dir():
        raise dg.Failure(f"the coded texts are not here ({CODED}): they come with the project's sources", allow_retries=False)
    with passing_faults_retry(context):
        evaluation = evaluate(Places(CODED / "gold", CODED / "texts", CORPORA))
        folders.data_path().mkdir(parents=True, exist_ok=True)
        path = write_accuracy(folders.data_path(), evaluation)
    yield dg.MaterializeResult(metadata={"file": dg.MetadataValue.path(str(path)), **shown(evaluation)})
    yield has_not_sunk(compare(read_baseline(CODED / "baseline.json"), kept(evaluation.of("all"))))


def shown(evaluation: Evaluation) -> Mapping[str, Any]:
    """F1 of both splits with their intervals, and how many texts they rest on."""
    held, seen = evaluation.of("held"), evaluation.of("seen")
    rows = [(name, *(_f1(split, name) for split in (held, seen))) for name in TABLES]
    return {
        "f1": inline(("F1 (95 % interval)", "held", "seen"), rows),
        **{f"f1_held_{one.name.replace(', ', '_').replace(' ', '_')}": round(one.tally.f1, 3) for one in figures(held, "table", TABLES)},
        "texts_held": len(held),
        "texts_seen": len(seen),
        "texts_absent": len(evaluation.absent),
    }


def _f1(split: Any, name: str) -> str:
    found = figures(split, "table", (name,))
    return f"{found[0].tally.f1:.2f} ({found[0].f1[0]:.2f}–{found[0].f1[1]:.2f})" if found else ""


def has_not_sunk(changes: list[Change]) -> dg.AssetCheckResult:
    sank = [change for change in changes if change.sank]
    moved = [(one.name, f"{one.old:.3f}", f"{one.new:.3f}", f"{one.difference:+.3f}") for one in changes if one.difference]
    return dg.AssetCheckResult(
        passed=not sank,
        check_name=CHECK,
        severity=dg.AssetCheckSeverity.WARN,
        description="; ".join(f"{change.name} sank from {change.old:.3f} to {change.new:.3f}" for change in sank) or "no figure sank",
        metadata={"sank": len(sank), **({"changes": inline(("figure", "accepted", "now", "difference"), moved)} if moved else {})},
    )
