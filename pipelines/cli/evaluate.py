"""`communique evaluate`: codes texts that were also coded by hand and prints how well the rows agree."""
import argparse
from pathlib import Path

from pipelines.cli.faults import Fault

GOLD = "tests/accuracy/gold"
TEXTS = "tests/accuracy/texts"


def run(options: argparse.Namespace) -> int:
    gold, texts = Path(options.gold or GOLD), Path(options.texts or TEXTS)
    for folder in (gold, texts):
        if not folder.is_dir():
            raise Fault(f"no such folder: {folder}")
    from pipelines.evaluate import evaluate

    print(evaluate(gold, texts))
    return 0
