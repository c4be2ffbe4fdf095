"""The accuracy of the dataset, published beside it as `accuracy.json`: date-free, so the same code gives the same bytes."""
import json
from collections.abc import Sequence
from pathlib import Path

from pipelines.evaluate.codings import SPLITS
from pipelines.evaluate.figures import DRAWS, as_json
from pipelines.evaluate.run import Evaluation

FILE = "accuracy.json"
ABOUT = (
    "Agreement of the published rows with texts coded by hand. 'seen': texts the rules were developed on; 'held': texts nobody looked at "
    "while writing rules, which tell how the rules do on new ones. Numbers ending in _95: bounds that hold 95 % of the bootstrap draws."
)


def accuracy(evaluation: Evaluation, splits: Sequence[str] = SPLITS) -> dict[str, object]:
    """Figures of the splits, as they are published."""
    from pipelines.publish.origin import code_version

    about: dict[str, object] = {"about": ABOUT, "code_version": code_version(), "draws": DRAWS, "texts_absent": len(evaluation.absent)}
    return about | {split: as_json(evaluation.of(split)) for split in splits}


def write_accuracy(data: Path, evaluation: Evaluation) -> Path:
    """Write `accuracy.json` into the data folder, whole or not at all. Raises OSError where that is impossible."""
    path = data / FILE
    fresh = path.with_suffix(".json.new")
    fresh.write_text(to_json(accuracy(evaluation)), "utf-8")
    return fresh.replace(path)


def to_json(value: object) -> str:
    return json.dumps(value, indent=1, ensure_ascii=False) + "\n"
