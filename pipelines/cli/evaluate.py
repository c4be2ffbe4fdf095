"""`communique evaluate`: codes texts that were also coded by hand and prints how well the rows agree."""
import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pipelines.cli.faults import Fault

if TYPE_CHECKING:
    from pipelines.evaluate import Evaluation

GOLD = "tests/accuracy/gold"
TEXTS = "tests/accuracy/texts"
CORPORA = "../shared/corpora"
LEXICON = Path(__file__).resolve().parents[1] / "lexicon"


def run(options: argparse.Namespace) -> int:
    gold, texts = Path(options.gold or GOLD), Path(options.texts or TEXTS)
    data, publish = (folder and Path(folder) for folder in (options.data, options.publish))
    for folder in (gold, texts, data, publish):
        if folder is not None and not folder.is_dir():
            raise Fault(f"no such folder: {folder}; the defaults are folders of the project: run this there, or name others (see --help)")
    evaluation = measured(gold, texts, Path(options.corpora or CORPORA), data)
    show(evaluation, options)
    baseline(evaluation, options, Path(options.baseline or gold.parent / "baseline.json"))
    keep(evaluation, options)
    return 0


def measured(gold: Path, texts: Path, corpora: Path, data: Path | None) -> "Evaluation":
    from pipelines.evaluate import evaluate
    from pipelines.evaluate.codings import Places
    from pipelines.evaluate.found import NoTable

    try:
        evaluation = evaluate(Places(gold, texts, corpora), data)
    except (NoTable, ValueError) as fault:
        raise Fault(str(fault)) from fault
    if not evaluation.sheets:
        raise Fault(f"no coding in {gold} has a text in {texts}")
    return evaluation


def show(evaluation: "Evaluation", options: argparse.Namespace) -> None:
    """Errors first, so that the figures stay in sight. Those of held texts only for whoever asks for that split by name."""
    from pipelines.evaluate.report import notices, report
    from pipelines.evaluate.run import faults_of

    if options.errors:
        print("\n".join([*faults_of(evaluation.of("seen" if options.split == "all" else options.split)), ""]))
    print(report(evaluation, splits(evaluation, options.split)))
    for notice in notices(evaluation):
        print(f"communique: {notice}", file=sys.stderr)


def splits(evaluation: "Evaluation", asked: str) -> Sequence[str]:
    from pipelines.evaluate.codings import SPLITS

    return [split for split in SPLITS if asked in (split, "all") and evaluation.of(split)]


def baseline(evaluation: "Evaluation", options: argparse.Namespace, path: Path) -> None:
    """Hold the figures against the stored ones; then store these, if that was asked for."""
    from pipelines.evaluate.baseline import read_baseline, write_baseline
    from pipelines.evaluate.report import changes

    if path.is_file():
        stored = read_baseline(path)
        for split in splits(evaluation, options.split):
            print("\n".join(changes(evaluation, split, stored)))
    if options.save_baseline:
        write_baseline(path, evaluation.of("all"))
        print(f"wrote {path}")


def keep(evaluation: "Evaluation", options: argparse.Namespace) -> None:
    """Write what the options ask for: figures as JSON, precision of the rules, accuracy of the dataset."""
    from pipelines.evaluate.confidence import write_confidence
    from pipelines.evaluate.publication import accuracy, to_json, write_accuracy

    if options.json:
        Path(options.json).write_text(to_json(accuracy(evaluation, splits(evaluation, options.split))), "utf-8")
        print(f"wrote {options.json}")
    if options.confidence:
        write_confidence(LEXICON / "confidence.tsv", evaluation.of("seen"))
        print(f"wrote {LEXICON / 'confidence.tsv'}")
    if options.publish:
        print(f"wrote {write_accuracy(Path(options.publish), evaluation)}")
